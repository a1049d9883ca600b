"""Marked text: plain strings in which formatting travels as noncharacters.

Every element of a style hands on a ``str``. A stretch in italics, in quotation marks, a link and so on is
enclosed by a pair of Unicode noncharacters (U+FDD0 to U+FDEF and the last two code points of some planes),
which
no document may hold (The Unicode Standard, section 23.7) and which :func:`clean` removes from all input. So
text is
escaped once, by the output, whether it came from an item, a locale or an affix of the style; and one
rendering
serves every output.
"""

from __future__ import annotations

import re
from typing import NamedTuple

KINDS = (
    "italic",
    "upright",
    "bold",
    "light",
    "underline",
    "sup",
    "sub",
    "small-caps",
    "nocase",
    "quote",
    "inner-quote",
    "url",
    "doi",
    "block",
    "left-margin",
    "right-inline",
    "indent",
)
_POINTS = [*range(0xFDD0, 0xFDF0), 0x1FFFE, 0x1FFFF]
OPEN = {kind: chr(_POINTS[2 * index]) for index, kind in enumerate(KINDS)}
CLOSE = {kind: chr(_POINTS[2 * index + 1]) for index, kind in enumerate(KINDS)}
OPENERS = frozenset(OPEN.values())
CLOSERS = frozenset(CLOSE.values())
QUOTE_OPENERS = frozenset({OPEN["quote"], OPEN["inner-quote"]})
QUOTE_CLOSERS = frozenset({CLOSE["quote"], CLOSE["inner-quote"]})
MARKS = OPENERS | CLOSERS
#: Stands for names that a collapsed cite leaves out: there, so that nothing is substituted, but not printed.
HIDDEN = OPEN["nocase"] + CLOSE["nocase"]
_KIND_OF = {mark: kind for kind, mark in OPEN.items()}
_MARK = re.compile("([" + "".join(sorted(MARKS)) + "])")
_FORBIDDEN = re.compile("[\ufdd0-\ufdef\U0001fffe\U0001ffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Span(NamedTuple):
    """A formatted stretch: its kind (one of :data:`KINDS`) and what it holds."""

    kind: str
    children: list[str | Span]


def mark(kind: str, text: str) -> str:
    """Enclose ``text`` in the marks of ``kind``; empty text stays empty."""
    return OPEN[kind] + text + CLOSE[kind] if text else ""


def clean(text: str) -> str:
    """Remove from outside text what cannot be printed: control characters and the marks themselves."""
    return _FORBIDDEN.sub("", text)


def plain(text: str) -> str:
    """Return the visible characters of marked text (quotation marks are not among them)."""
    return _MARK.sub("", text)


def pieces(text: str) -> list[str]:
    """Split marked text into marks and the stretches between them, in order, without empty ones."""
    return [piece for piece in _MARK.split(text) if piece]


def parse(text: str) -> list[str | Span]:
    """Read marked text as a tree.

    Marks that do not pair, as after a cut, lose their effect and nothing else.
    """
    root: list[str | Span] = []
    stack: list[Span] = []
    for piece in pieces(text):
        here = stack[-1].children if stack else root
        if piece in _KIND_OF:
            span = Span(_KIND_OF[piece], [])
            here.append(span)
            stack.append(span)
        elif piece in CLOSERS:
            if stack and CLOSE[stack[-1].kind] == piece:
                stack.pop()
        else:
            here.append(piece)
    return root


def text_of(nodes: list[str | Span]) -> str:
    """Return the characters of a tree without any formatting; a space follows a number set in the margin."""
    output = []
    for node in nodes:
        if isinstance(node, str):
            output.append(node)
            continue
        text = text_of(node.children)
        output.append(text.rstrip() + " " if node.kind == "left-margin" else text)
    return "".join(output)
