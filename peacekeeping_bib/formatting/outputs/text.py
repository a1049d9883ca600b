"""Plain text: formatting is dropped, quotation marks and punctuation stay."""

from __future__ import annotations

from peacekeeping_bib.formatting.engine.markup import text_of
from peacekeeping_bib.formatting.engine.processor import Node, Rendered


def inline(nodes: list[Node]) -> str:
    """Write one entry or citation without formatting."""
    return text_of(nodes)


def page(entries: list[Rendered], *, title: str, locale: str, fragment: bool) -> str:
    """Write one entry a line; title and locale have no place in plain text."""
    return "".join(inline(entry.nodes) + "\n" for entry in entries)
