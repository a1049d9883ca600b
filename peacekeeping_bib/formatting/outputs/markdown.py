"""Markdown that CommonMark (0.31) and pandoc's own dialect read alike.

Whatever either of them takes for markup is escaped: fancy lists, citations, math and smart punctuation are
pandoc's alone. What Markdown has no signs for is written in HTML; pandoc understands the small capitals.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from peacekeeping_bib.formatting.outputs.runs import BREAK, TAB, Run, line, runs

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.processor import Node
    from peacekeeping_bib.formatting.outputs.document import Document

_STARS: Final = {"italic": "*", "bold": "**"}
_TAGS: Final = {
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "small-caps": ('<span style="font-variant:small-caps">', "</span>"),
    "underline": ("<u>", "</u>"),
}
#: An ampersand only where an entity may follow, a full stop and a hyphen before another, an exclamation mark
#: where a link may follow, a colon where the name of an emoji may.
_SPECIAL: Final = re.compile(r"""[\\`*_{}\[\]<>#~^$@|"']|&(?=[#\w])|\.(?=\.)|-(?=-)|!$|:(?=[\w+-]+:)""")
_BLOCK_START: Final = re.compile(r"[-+:%=]")
_NUMBER_START: Final = re.compile(r"^(\(?(?:\d+|[a-zA-Z]|[ivxlcdmIVXLCDM]+))([.)])")
#: An address that may stand as it is between angle brackets.
_PLAIN_ADDRESS: Final = re.compile(r"https?://[\w.~/?#=%:,;+-]+", re.ASCII)


def inline(nodes: list[Node]) -> str:
    """Write one entry or citation."""
    return _block_safe("".join(_pieces(runs(nodes))))


def page(document: Document) -> str:
    """Write a bibliography: a paragraph an entry, a quotation for its note."""
    blocks = [] if document.fragment else [_heading(document.title, 1)]
    for section in document.sections:
        if section.heading:
            blocks.append(_heading(section.heading, section.level + 1))
        for entry in section.entries:
            blocks.append(inline(entry.nodes))
            if entry.note:
                blocks.append(f"> {_block_safe(_line(entry.note))}")
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Escape what is markup within a line."""
    return _SPECIAL.sub(r"\\\g<0>", text).replace(TAB, " ").replace(BREAK, "\\\n")


def _line(text: str) -> str:
    return escape(line(text).strip())


def _heading(text: str, level: int) -> str:
    return f"{'#' * level} {_line(text)}"


def _block_safe(text: str) -> str:
    """Escape what begins a list, a heading or a definition at the beginning of a line."""
    return "\n".join(_NUMBER_START.sub(r"\1\\\2", _escaped_first(one), count=1) for one in text.split("\n"))


def _escaped_first(text: str) -> str:
    return "\\" + text if _BLOCK_START.match(text) else text


def _pieces(parts: list[Run]) -> Iterator[str]:
    """Yield the runs as Markdown; a comment keeps the stars of two neighbours apart."""
    star_before = False
    for place, run in enumerate(parts):
        before = parts[place - 1].text[-1] if place else ""
        after = parts[place + 1].text[0] if place + 1 < len(parts) else ""
        text = _link(run) if run.address else _formatted(run, before, after)
        if star_before and text.startswith("*"):
            yield "<!-- -->"
        yield text
        star_before = text.endswith("*") and not text.endswith("\\*")


def _formatted(run: Run, before: str, after: str) -> str:
    stars = "".join(sign for kind, sign in _STARS.items() if kind in run.kinds)
    lead, core, trail = _core(run.text, before, after) if stars else ("", run.text, "")
    text = stars + escape(core) + stars if core else ""
    for kind, (opening, closing) in _TAGS.items():
        if kind in run.kinds:
            text = opening + text + closing
    return escape(lead) + text + escape(trail)


def _core(text: str, before: str, after: str) -> tuple[str, str, str]:
    """Split off at both ends what may not stand inside stars, by the rules for delimiter runs."""
    start, end = 0, len(text)
    while start < end and not _may_stand(text[start], text[start - 1] if start else before):
        start += 1
    while end > start and not _may_stand(text[end - 1], text[end] if end < len(text) else after):
        end -= 1
    return text[:start], text[start:end], text[end:]


def _may_stand(inside: str, outside: str) -> bool:
    """Tell whether stars between the two characters have effect."""
    bounded = not outside or outside.isspace() or outside in string.punctuation
    return inside.isalnum() or (bounded and not inside.isspace())


def _link(run: Run) -> str:
    if run.text == run.address and _PLAIN_ADDRESS.fullmatch(run.address):
        return f"<{run.address}>"
    return f"[{_formatted(run, '[', ']')}](<{run.address.replace('&', '&amp;')}>)"
