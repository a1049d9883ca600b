"""Plain text: formatting is dropped, quotation marks and punctuation stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peacekeeping_bib.formatting.engine.markup import text_of
from peacekeeping_bib.formatting.outputs.runs import line

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.processor import Node
    from peacekeeping_bib.formatting.outputs.document import Document


def inline(nodes: list[Node]) -> str:
    """Write one entry or citation without formatting."""
    return text_of(nodes)


def page(document: Document) -> str:
    """Write one entry a line; headings stand between empty lines, notes are indented.

    Title and locale have no place in plain text.
    """
    lines: list[str] = []
    for section in document.sections:
        if section.heading:
            parting = [""] if lines and lines[-1] else []
            lines += [*parting, line(section.heading), ""]
        for entry in section.entries:
            lines.append(line(inline(entry.nodes)))
            if entry.note:
                lines.append(f"    {line(entry.note)}")
    return "".join(one + "\n" for one in lines)
