"""reStructuredText, as docutils reads it.

Its inline markup does not nest: what is bold and in italics is bold; small capitals and underlining, which
have no markup of their own, are plain.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from peacekeeping_bib.formatting.outputs.runs import Run, line, runs

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.processor import Node
    from peacekeeping_bib.formatting.outputs.document import Document

#: The first that fits is taken.
_MARKS: Final = {
    "sup": (":sup:`", "`"),
    "sub": (":sub:`", "`"),
    "bold": ("**", "**"),
    "italic": ("*", "*"),
}
#: A second colon in a row, at the end of a paragraph, announces a literal block.
_SPECIAL: Final = re.compile(r"[\\`*|_]|(?<=:):")
#: A beginning that is none of a list, field, option, comment, table or transition.
_PLAIN_START: Final = re.compile(r"[^\W\d_]+(?=[ ,'’-]|$)|`|\\[^\\]|\*+[^\s*]")
_PLAIN_ADDRESS: Final = re.compile(r"https?://[\w.-]+(?:/[A-Za-z0-9.-]+)*(?<![.-])/?", re.ASCII)
#: What may stand directly before and after markup.
_BEFORE: Final = " (/-"
_AFTER: Final = " .,;:!?)/-"
#: An escaped space prints nothing; it parts markup from what stands beside it.
_EMPTY: Final = "\\ "
_UNDERLINES: Final = '=-~^"+'


class _Piece(NamedTuple):
    text: str
    before: str = ""
    """For markup, the characters that may stand before it; empty for plain text."""


def inline(nodes: list[Node]) -> str:
    """Write one entry or citation."""
    output = ""
    after_markup = False
    for piece in _pieces(runs(nodes)):
        unfit_before = piece.before and output and output[-1] not in piece.before
        if unfit_before or (after_markup and piece.text[0] not in _AFTER):
            output += _EMPTY
        output += piece.text
        after_markup = bool(piece.before)
    return _block_safe(output)


def page(document: Document) -> str:
    """Write a bibliography: a paragraph an entry, an indented one for its note."""
    blocks = [] if document.fragment else [_heading(document.title, 0)]
    for section in document.sections:
        if section.heading:
            blocks.append(_heading(section.heading, section.level))
        for entry in section.entries:
            blocks.append(inline(entry.nodes))
            if entry.note:
                blocks.append(f"    {_line(entry.note)}")
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Escape what is markup within a paragraph."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split("\n")).replace("\t", " "))


def _line(text: str) -> str:
    return _block_safe(escape(line(text).strip()))


def _block_safe(text: str) -> str:
    """Escape the first character where the text could begin something other than a paragraph."""
    if not text or _PLAIN_START.match(text):
        return text
    return (_EMPTY if text.startswith((":", "\\")) else "\\") + text


def _heading(text: str, level: int) -> str:
    text = _line(text)
    rule = _UNDERLINES[level] * _width(text)
    return f"{text}\n{rule}" if level else f"{rule}\n{text}\n{rule}"


def _width(text: str) -> int:
    """Return the columns a text takes up, as docutils counts them, or more."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _pieces(parts: list[Run]) -> Iterator[_Piece]:
    """Yield plain text and markup by turns; white space does not stand at the ends of markup."""
    plain = ""
    for run in parts:
        marks = next((marks for kind, marks in _MARKS.items() if kind in run.kinds), None)
        core = run.text.strip()
        if not core or not (marks or run.address):
            plain += run.text
            continue
        start = run.text.index(core)
        plain += run.text[:start]
        if plain:
            yield _Piece(escape(plain))
        plain = run.text[start + len(core) :]
        text = _link(run.address, core) if run.address else escape(core).join(marks or ("", ""))
        yield _Piece(text, _BEFORE if core[0].isalnum() else " ")
    if plain:
        yield _Piece(escape(plain))


def _link(address: str, shown: str) -> str:
    if shown == address and _PLAIN_ADDRESS.fullmatch(address):
        return address
    target = "<" + re.sub("_$", r"\\_", address) + ">"
    if shown == address:
        return f"`{target}`__"
    text = re.sub("[<>]", r"\\\g<0>", escape(shown))
    return f"`{text} {target}`__"
