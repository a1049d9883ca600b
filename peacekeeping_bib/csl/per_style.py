"""What a style needs and CSL has no variable for: the one table by which items differ from style to style.

An entry changes a few variables of the item for one style of ours; the item stays valid CSL-JSON. A style
that is used elsewhere, in Zotero for instance, works without: it then prints the plain item.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ..record import Record
from . import kinds, legal, legal_guides
from .names import csl_name

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


def whole_number(record: Record) -> Item:
    """Give the number of a resolution or recommendation of an assembly with its label.

    The style prints the label of a number that is not purely numeric only with a place of the event.
    """
    number = kinds.number(record) if record.kind == "parliamentary-resolution" else None
    if number is None or not number.label or (record.event and record.event.place):
        return {}
    return {"number": number.printed}


def parliamentary(record: Record) -> Item:
    """Give the session of a parliamentary paper and its rapporteur.

    The session stands in ``chapter-number``, which is what Zotero maps its field "Session" to. The mapping
    has every contributor of a document in ``contributor``; the rapporteur, who compiled the report, gets
    ``compiler``.
    """
    session = record.parliament.session if record.parliament else None
    rapporteurs = [csl_name(person.name) for person in record.contributors if person.role == "rapporteur"]
    found: Item = {"chapter-number": session, "compiler": rapporteurs}
    return {name: value for name, value in found.items() if value}


#: Name of a style, and what it changes.
CHANGES: Final[Mapping[str, tuple[Callable[[Record], Item], ...]]] = {
    "un": (descriptive_title, registration_number, whole_number),
    "oscola": legal.of(legal_guides.OSCOLA),
    "bluebook": legal.of(legal_guides.BLUEBOOK),
    "aglc": legal.of(legal_guides.AGLC),
    "mcgill": legal.of(legal_guides.MCGILL),
    "chicago-author-date": (descriptive_title, parliamentary),
    "chicago-notes": (descriptive_title, parliamentary),
    "mla": (descriptive_title, parliamentary),
    "harvard": (parliamentary,),
    "ieee": (descriptive_title, parliamentary),
    "vancouver": (parliamentary,),
    "nato": (descriptive_title, parliamentary),
}


def changes(record: Record, style: str) -> Item:
    """Return the variables of the item that differ for a style."""
    return {name: value for change in CHANGES.get(style, ()) for name, value in change(record).items()}
