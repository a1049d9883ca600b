"""Entries as runs: stretches of text with the same formatting, which most outputs write one by one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from peacekeeping_bib.formatting.engine.markup import text_of

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.processor import Node

#: In the text of a run: a new line within the entry, and the end of a number set in the margin.
BREAK: Final = "\n"
TAB: Final = "\t"
#: Line ends, with the spaces around them, in the text of an item.
_LINE_ENDS: Final = re.compile("[ ]*[\t\n\r\x85\u2028\u2029][ \t\n\r\x85\u2028\u2029]*")
#: What XML 1.0 and UTF-8 do not allow, or HTML does not: lone surrogates, two noncharacters, C1 controls.
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_DOI_PREFIX: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)$", re.IGNORECASE)
_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_BLOCKS: Final = frozenset({"block", "indent"})
#: RFC 3986: reserved and unreserved characters, and the sign of those already encoded.
_URI: Final = "%:/?#[]@!$&'()*+,;=-._~"


class Run(NamedTuple):
    """A stretch of text.

    Attributes:
        text: The text, unescaped, on one line but for :data:`BREAK` and :data:`TAB`.
        kinds: Its formatting: italic, bold, light, underline, sup, sub, small-caps.
        address: Where it links to, as a URI of ASCII characters, or an empty string.
    """

    text: str
    kinds: frozenset[str] = frozenset()
    address: str = ""


class Link(NamedTuple):
    """A link of a tree: the address, and the text that shows it."""

    address: str
    shown: str


class Syntax(NamedTuple):
    """How an output writes a run.

    Attributes:
        marks: What stands before and after formatted text, by kind, the innermost kind first; kinds that
            are not among them are written as plain text.
        escape: Returns the text with the characters escaped that mean something to the format.
        link: Returns a link to an address, given the address and the formatted text.
    """

    marks: Mapping[str, tuple[str, str]]
    escape: Callable[[str], str]
    link: Callable[[str, str], str]


def write(nodes: list[Node], syntax: Syntax) -> str:
    """Return an entry in a format in which formatting nests."""
    output = []
    for run in runs(nodes):
        text = syntax.escape(run.text)
        for kind, (opening, closing) in syntax.marks.items():
            if kind in run.kinds:
                text = opening + text + closing
        output.append(syntax.link(run.address, text) if run.address else text)
    return "".join(output)


def printable(text: str) -> str:
    """Return ``text`` without the characters that no file may hold."""
    return _UNPRINTABLE.sub("", text)


def line(text: str) -> str:
    """Return ``text`` on one line and without the characters that no file may hold."""
    return printable(_LINE_ENDS.sub(" ", text))


def uri(address: str) -> str:
    """Return an address as a URI: what none may hold is percent-encoded (RFC 3986, section 2)."""
    return quote(line(address).replace(" ", "%20"), safe=_URI)


def runs(nodes: list[Node]) -> list[Run]:
    """Return an entry as runs, those of the same formatting joined; superscript characters are raised.

    Empty runs, white space at the ends of the entry and around line breaks, and doubled breaks are dropped.
    """
    joined: list[Run] = []
    for run in _runs(nodes, frozenset()):
        text = run.text
        if not joined or joined[-1].text.endswith((BREAK, TAB)):
            text = text.lstrip()
        elif text.startswith((BREAK, TAB)):
            _strip_end(joined)
        if not text:
            continue
        if joined and run[1:] == joined[-1][1:] and not run.address:
            joined[-1] = run._replace(text=joined[-1].text + text)
        else:
            joined.append(run._replace(text=text))
    _strip_end(joined)
    return joined


def _strip_end(joined: list[Run]) -> None:
    while joined and not joined[-1].text.rstrip():
        joined.pop()
    if joined:
        joined[-1] = joined[-1]._replace(text=joined[-1].text.rstrip())


def _runs(nodes: list[Node], kinds: frozenset[str]) -> Iterator[Run]:
    for node in linked(nodes):
        if isinstance(node, str):
            yield from _raised(line(node), kinds)
        elif isinstance(node, Link):
            yield Run(line(node.shown), kinds, uri(node.address))
        elif node.kind == "italic":
            yield from _runs(node.children, kinds ^ {"italic"})
        elif node.kind == "upright":
            yield from _runs(node.children, kinds - {"italic"})
        elif node.kind in _BLOCKS:
            yield from (Run(BREAK), *_runs(node.children, kinds), Run(BREAK))
        elif node.kind == "left-margin":
            yield from (*_runs(node.children, kinds), Run(TAB))
        else:
            yield from _runs(node.children, kinds | {node.kind} - {"nocase", "right-inline"})


def _raised(text: str, kinds: frozenset[str]) -> Iterator[Run]:
    """Set superscript letters and digits, as in ``2ᵉ``, as superscript: many fonts lack the characters."""
    if text.isascii():
        yield Run(text, kinds)
        return
    for is_raised, characters in groupby(text, lambda character: superscript(character) != ""):
        part = "".join(characters)
        yield Run("".join(map(superscript, part)), kinds | {"sup"}) if is_raised else Run(part, kinds)


def superscript(character: str) -> str:
    """Return what a superscript character is the raised form of, or an empty string."""
    form, _, code = unicodedata.decomposition(character).partition(" ")
    return chr(int(code, 16)) if form == "<super>" and " " not in code else ""


def linked(nodes: list[Node]) -> list[Node | Link]:
    """Return the nodes with each URL and DOI as a link; the resolver before a DOI becomes part of it."""
    output: list[Node | Link] = []
    for node in nodes:
        if isinstance(node, str) or node.kind not in ("url", "doi"):
            output.append(node)
            continue
        text = text_of(node.children)
        if node.kind == "doi":
            before = output[-1] if output and isinstance(output[-1], str) else ""
            found = _DOI_PREFIX.search(before)
            if found:
                output[-1] = before[: found.start()]
            address = text if _WEB.match(text) else f"https://doi.org/{text}"
            output.append(Link(address, (found[0] if found else "") + text))
        else:
            output.append(Link(text, text) if _WEB.match(text) else text)
    return output
