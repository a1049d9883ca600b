"""RIS, for reference managers that read nothing better; as Zotero's importer reads it.

Official documents, hearings too, are ``RPRT`` with the document symbol in ``SN`` and its label in ``M3``:
with it, number, label and author survive import. A corporate author ends in one comma and holds none, else
readers take it apart. RIS has no comments: version and query are not written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TextIO

from .. import csl
from ..csl import kinds
from ..record import Record
from . import Exporter, Options, facts
from .bibtex import publisher, said_by_fields
from .latex import clean

Item = Mapping[str, Any]
Values = Callable[[Record, Item], Iterable[str]]

#: Reference type by CSL type.
TYPES: Final[Mapping[str, str]] = {
    "report": "RPRT",
    "standard": "RPRT",
    "hearing": "RPRT",
    "treaty": "RPRT",
    "legislation": "RPRT",
    "speech": "SLIDE",
    "interview": "RPRT",
    "webpage": "ELEC",
    "article-journal": "JOUR",
    "chapter": "CHAP",
    "book": "BOOK",
    "thesis": "THES",
}
#: Types whose number is the International Standard Number of the publication.
_STANDARD_NUMBER: Final = frozenset({"article-journal", "chapter", "book", "thesis", "webpage"})


def _variable(name: str) -> Values:
    return lambda record, item: [str(item[name])] if name in item else []


def _names(name: str) -> Values:
    return lambda record, item: map(_name, item.get(name, ()))


def _name(name: Mapping[str, str]) -> str:
    """``Stoel, Max van der, Jr.`` for people; one trailing comma and none within for bodies."""
    if "literal" in name:
        return name["literal"].replace(",", ".") + ","
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family")))).replace(",", " ")
    if not name.get("given"):
        return f"{' '.join(filter(None, (family, name.get('suffix'))))},"
    return ", ".join(filter(None, (family, name["given"], name.get("suffix"))))


def _secondary_title(record: Record, item: Item) -> Iterable[str]:
    names = ("event-title",) if item["type"] == "speech" else ("container-title", "collection-title")
    return [item[name] for name in names if name in item][:1]


def _kind(record: Record, item: Item) -> Iterable[str]:
    if item["type"] in ("treaty", "legislation"):
        return [kinds.of(record).word]
    return [item["genre"]] if "genre" in item else []


def _number(record: Record, item: Item) -> Iterable[str]:
    """The document symbol; of a treaty without one, its place in a treaty series."""
    if item["type"] in _STANDARD_NUMBER:
        return [item[name] for name in ("ISBN", "ISSN") if name in item]
    number = kinds.number(record)
    if number and (item["type"] == "treaty" and number.label):
        return [f"{number.label} {number.value}"]
    if number or "number" in item:
        return [item.get("number") or (number.printed if number else "")]
    return [facts.series(entry) for entry in record.series[:1]] if item["type"] == "treaty" else []


def _place(record: Record, item: Item) -> list[str]:
    names = (
        ("event-place", "publisher-place") if item["type"] == "speech" else ("publisher-place", "event-place")
    )
    return [item[name] for name in names if name in item][:1]


def _publisher(record: Record, item: Item) -> Iterable[str]:
    return [publisher(item)]


def _date(record: Record, item: Item) -> Iterator[str]:
    """``1999/06/10/``: four parts, the last for other information (season), empty parts kept."""
    for parts in item.get("issued", {}).get("date-parts", ())[:1]:
        year, month, day = (*parts, "", "")[:3]
        yield "/".join(f"{part:02}" if part else "" for part in (year, month, day)) + "/"


def _year(record: Record, item: Item) -> Iterator[str]:
    for parts in item.get("issued", {}).get("date-parts", ())[:1]:
        yield f"{parts[0]:04}"


def _pages(end: int) -> Values:
    def values(record: Record, item: Item) -> Iterable[str]:
        parts = str(item.get("page", "")).replace("\u2013", "-").split("-")
        return parts[end : end + 1] if len(parts) <= 2 else [str(item["page"])][end:]

    return values


def _notes(record: Record, item: Item) -> Iterable[str]:
    held = said_by_fields(record, item) | {"edition", "editors", "links"}
    held |= {"host"} if item["type"] in _STANDARD_NUMBER else {"number"}
    held |= {"place"} if record.place in [None, *_place(record, item)] else set()
    found = facts.sentences(record, item, facts.ALL, held)
    codes = ("ISBN", "ISSN") if item["type"] not in _STANDARD_NUMBER else ()
    return [*found, *(f"{name} {item[name]}" for name in codes if name in item)]


def _links(record: Record, item: Item) -> Iterable[str]:
    """All addresses, the best one first: readers with room for one take the first."""
    return sorted((link.url for link in record.links), key=lambda url: url != item.get("URL"))


#: Tags in the order in which they are written, each with its values.
TAGS: Final[tuple[tuple[str, Values], ...]] = (
    ("ID", lambda record, item: [record.id]),
    ("AU", _names("author")),
    ("A2", _names("editor")),
    ("A4", _names("translator")),
    ("TI", _variable("title")),
    ("ST", _variable("title-short")),
    ("T2", _secondary_title),
    ("PY", _year),
    ("DA", _date),
    ("M3", _kind),
    ("SN", _number),
    ("VL", _variable("volume")),
    ("IS", _variable("issue")),
    ("SP", _pages(0)),
    ("EP", _pages(1)),
    ("ET", _variable("edition")),
    ("PB", _publisher),
    ("CY", _place),
    ("DO", _variable("DOI")),
    ("LA", _variable("language")),
    ("UR", _links),
    ("KW", lambda record, item: item["keyword"].split(", ")),
    ("N1", _notes),
)


def entry(record: Record, language: str = "en") -> str:
    """Return the reference of a record, lines ending in CR LF."""
    item = csl.variables(record, language)
    lines = [f"TY  - {TYPES[item['type']]}"]
    for tag, values in TAGS:
        lines += [f"{tag}  - {clean(value)}" for value in values(record, item) if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def dump(records: Iterable[Record], stream: TextIO, options: Options) -> None:
    """Write one reference a record, an empty line between them."""
    for index, record in enumerate(records):
        stream.write(("\r\n" if index else "") + entry(record, options.language))


EXPORTER = Exporter("ris", "application/x-research-info-systems", ".ris", dump)
