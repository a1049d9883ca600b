r"""BibTeX, for the classic styles (plain, natbib, …) and for every reference manager.

Entry types and fields are the table `TYPES`; what no field of the type holds goes to ``note`` (printed) and
``annote`` (not printed). Text is UTF-8: with styles that shorten names use ``bibtexu`` for Cyrillic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TextIO

from .. import csl
from ..record import Record
from . import Exporter, Options, facts, latex

Item = Mapping[str, Any]
Field = Callable[[Record, Item], str | None]

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: A date that year and month hold whole.
_MONTH: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


class EntryType(NamedTuple):
    """An entry type: its own fields, and the facts that these hold."""

    name: str
    fields: tuple[tuple[str, Field], ...]
    held: frozenset[str]


def variable(name: str) -> Field:
    """Return the field that holds a CSL variable."""
    return lambda record, item: latex.text(item[name]) if name in item else None


def names(name: str) -> Field:
    """Return the field that holds a CSL name variable."""
    return lambda record, item: latex.people(item[name]) if name in item else None


def institution(record: Record, item: Item) -> str | None:
    """Return the publisher, else the issuing bodies: styles want one."""
    return latex.text(publisher(item))


def publisher(item: Item) -> str:
    """Return the publisher, else the authority or the bodies that are authors."""
    authors = "; ".join(name["literal"] for name in item.get("author", ()) if "literal" in name)
    return item.get("publisher") or item.get("authority") or authors


def _how_published(*names: str) -> Field:
    def field(record: Record, item: Item) -> str:
        found = facts.sentences(record, item, names, frozenset())
        in_force = facts.sentences(record, item, ("in_force",), frozenset())
        parts = [*found, *(part[:1].lower() + part[1:] for part in in_force)]
        joined = "; ".join(parts)
        return latex.text(joined[:1].upper() + joined[1:])

    return field


def _how_said(record: Record, item: Item) -> str:
    parts = (facts.number(record, item), item.get("container-title"), facts.event(record, item))
    return latex.text(", ".join(filter(None, parts)))


def _web(record: Record, item: Item) -> str:
    return latex.text(", ".join(filter(None, ("Web page", item.get("number"), item.get("URL")))))


_ISSUED: Final = (("organization", institution), ("address", variable("publisher-place")))
_BY_NUMBER: Final = EntryType(
    "techreport",
    (
        ("type", variable("genre")),
        ("number", variable("number")),
        ("institution", institution),
        ("address", variable("publisher-place")),
    ),
    frozenset({"number", "place"}),
)
_SPOKEN: Final = EntryType(
    "misc", (("howpublished", _how_said), *_ISSUED), frozenset({"number", "event", "place"})
)

#: Entry type by CSL type.
TYPES: Final[Mapping[str, EntryType]] = {
    "report": _BY_NUMBER,
    "standard": _BY_NUMBER,
    "hearing": _BY_NUMBER,
    "treaty": EntryType(
        "misc", (("howpublished", _how_published("number", "series")),),
        frozenset({"number", "series", "in_force"}),
    ),
    "legislation": EntryType(
        "misc", (("howpublished", _how_published("series")), *_ISSUED), frozenset({"series", "place"})
    ),
    "speech": _SPOKEN,
    "interview": _SPOKEN,
    "webpage": EntryType("misc", (("howpublished", _web), *_ISSUED), frozenset({"number", "place"})),
    "article-journal": EntryType(
        "article",
        (
            ("journal", variable("container-title")),
            ("volume", variable("volume")),
            ("number", variable("issue")),
            ("pages", variable("page")),
        ),
        frozenset({"host", "pages"}),
    ),
    "chapter": EntryType(
        "incollection",
        (
            ("booktitle", lambda record, item: latex.title(item.get("container-title", "")) or None),
            ("editor", names("editor")),
            ("volume", variable("volume")),
            ("pages", variable("page")),
            ("publisher", institution),
            ("address", variable("publisher-place")),
        ),
        frozenset({"host", "pages", "place", "editors"}),
    ),
    "book": EntryType(
        "book",
        (
            ("editor", names("editor")),
            ("series", variable("collection-title")),
            ("number", variable("collection-number")),
            ("edition", variable("edition")),
            ("publisher", institution),
            ("address", variable("publisher-place")),
        ),
        frozenset({"series", "edition", "place", "editors"}),
    ),
    "thesis": EntryType(
        "phdthesis",
        (("type", variable("genre")), ("school", institution), ("address", variable("publisher-place"))),
        frozenset({"place"}),
    ),
}  # fmt: skip


def date_fields(item: Item) -> dict[str, str]:
    """Return ``year``, ``month`` (a macro) and ``day`` of the first day of the principal date."""
    parts = item["issued"]["date-parts"][0] if "issued" in item else []
    found = dict(zip(("year", "month", "day"), map(str, parts), strict=False))
    if "month" in found:
        found["month"] = _MONTHS[int(found["month"]) - 1]
    return found


def _shared(record: Record, item: Item) -> Iterator[tuple[str, str | None]]:
    """Fields that every entry type has, before its own; without author it is sorted by its title."""
    yield "author", names("author")(record, item)
    yield "key", None if "author" in item else latex.text(item.get("title-short") or item["title"])
    yield "title", latex.title(item["title"])
    yield from date_fields(item).items()


def _last(record: Record, item: Item, held: frozenset[str]) -> Iterator[tuple[str, str | None]]:
    yield "note", latex.text(facts.joined(facts.sentences(record, item, facts.PRINTED, held)))
    yield "url", latex.url(item.get("URL", ""))
    yield "doi", latex.verbatim(item.get("DOI", ""))
    for name in ("ISBN", "ISSN", "language"):
        yield name.lower(), latex.text(item.get(name, ""))
    yield "langid", latex.LANGUAGES.get(item["language"].split("-")[0])
    yield "shorttitle", latex.title(item.get("title-short", ""))
    yield "keywords", latex.text(item.get("keyword", ""))
    yield "annote", latex.text(facts.joined(facts.sentences(record, item, facts.KEPT, held)))


def entry(record: Record, language: str = "en") -> str:
    """Return the entry of a record; its key is the record's id."""
    item = csl.variables(record, language)
    kind = TYPES[item["type"]]
    own = ((name, field(record, item)) for name, field in kind.fields)
    held = kind.held | said_by_fields(record, item)
    return latex.entry(kind.name, record.id, (*_shared(record, item), *own, *_last(record, item, held)))


def said_by_fields(record: Record, item: Item) -> frozenset[str]:
    """Return the facts that other fields hold in this record, whatever its entry type.

    A genre alone needs no note as a number, nor does a series that is the genre; the event says its date;
    year and month say all of a date without a day.
    """
    holds = {
        "number": "number" not in item,
        "series": bool(record.series) and record.series[0].title == item.get("genre"),
        "meeting": record.event is not None and record.event.date == record.dates.get("meeting"),
        "published": record.date == record.dates.get("published") and _MONTH.fullmatch(record.date or ""),
    }
    return frozenset(name for name, held in holds.items() if held)


def dump(records: Iterable[Record], stream: TextIO, options: Options) -> None:
    """Write a header comment and one entry a record."""
    stream.write(latex.header("BibTeX", options.version, options.data_date, options.query))
    for index, record in enumerate(records):
        stream.write(("\n" if index else "") + entry(record, options.language))


EXPORTER = Exporter("bibtex", "application/x-bibtex", ".bib", dump)
