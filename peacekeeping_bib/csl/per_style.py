"""What a style needs and CSL has no variable for: the one table by which items differ from style to style.

An entry changes a few variables of the item for one style of ours; the item stays valid CSL-JSON. A style
that is used elsewhere, in Zotero for instance, works without: it then prints the plain item.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ..record import Record

Item = dict[str, Any]


def descriptive_title(record: Record) -> Item:
    """Mark a title that is none of the document's own, which takes no quotation marks.

    CSL can only ask whether a variable is there; ``division`` is one that no widely used style prints.
    """
    return {"division": "descriptive title"} if record.title_kind == "descriptive" else {}


def registration_number(record: Record) -> Item:
    """Give the number of registration of a treaty, which the United Nations cites and others do not."""
    numbers = [entry.registration_number for entry in record.series if entry.registration_number]
    return {"number": numbers[0]} if numbers else {}


#: Name of a style, and what it changes.
CHANGES: Final[Mapping[str, tuple[Callable[[Record], Item], ...]]] = {
    "un": (descriptive_title, registration_number),
}


def changes(record: Record, style: str) -> Item:
    """Return the variables of the item that differ for a style."""
    return {name: value for change in CHANGES.get(style, ()) for name, value in change(record).items()}
