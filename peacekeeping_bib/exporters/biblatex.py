"""BibLaTeX, for biber and the standard styles.

Every official document, treaties included, is ``@report``: the styles have no driver for ``@legal`` and
``@legislation`` and print them without number, and Zotero drops or empties them. Dates are EDTF.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TextIO

from .. import csl
from ..csl import kinds
from ..record import Record
from . import Exporter, Options, facts, latex
from .bibtex import EntryType, Item, institution, names, said_by_fields, variable


def _type(record: Record, item: Item) -> str:
    """The genre; for treaties and acts, whose CSL types have none, what such a document is called."""
    return latex.text(item.get("genre") or kinds.of(record).word)


def _word(record: Record, item: Item) -> str:
    return latex.text(kinds.of(record).word)


def _locator(record: Record, item: Item) -> str:
    """The number of a treaty: its document symbol, else its place in a treaty series."""
    return latex.text(facts.number(record, item) or (facts.series(record.series[0]) if record.series else ""))


def _act_number(record: Record, item: Item) -> str | None:
    number = kinds.number(record)
    return latex.text(number.printed) if number else None


def _event_date(record: Record, item: Item) -> str | None:
    return record.event.date if record.event else None


def _meeting(record: Record, item: Item) -> str:
    return latex.text(facts.meeting(record, item))


def _how_said(record: Record, item: Item) -> str:
    return latex.text(", ".join(filter(None, (item.get("number"), item.get("container-title")))))


_EVENT: Final = (
    ("eventtitle", variable("event-title")),
    ("venue", variable("event-place")),
    ("eventdate", _event_date),
)
_ISSUED: Final = (("institution", institution), ("location", variable("publisher-place")))
_BY_NUMBER: Final = EntryType(
    "report",
    (("type", _type), ("number", variable("number")), *_ISSUED, *_EVENT),
    frozenset({"number", "place"}),
)
_SPOKEN: Final = EntryType(
    "unpublished",
    (
        ("type", variable("genre")),
        ("howpublished", _how_said),
        ("organization", institution),
        ("location", variable("publisher-place")),
        *_EVENT,
        ("eventtitleaddon", _meeting),
    ),
    frozenset({"number", "place", "event"}),
)

#: Entry type by CSL type.
TYPES: Final[Mapping[str, EntryType]] = {
    "report": _BY_NUMBER,
    "standard": _BY_NUMBER,
    "hearing": _BY_NUMBER,
    "treaty": EntryType(
        "report",
        (("type", _word), ("number", _locator), ("institution", institution), *_EVENT),
        frozenset({"number", "issuers"}),
    ),
    "legislation": EntryType(
        "report", (("type", _word), ("number", _act_number), *_ISSUED, *_EVENT), frozenset({"place"})
    ),
    "speech": _SPOKEN,
    "interview": _SPOKEN,
    "webpage": EntryType("online", (("organization", institution),), frozenset()),
    "article-journal": EntryType(
        "article",
        (
            ("journaltitle", variable("container-title")),
            ("volume", variable("volume")),
            ("number", variable("issue")),
            ("pages", variable("page")),
        ),
        frozenset({"host", "pages"}),
    ),
    "chapter": EntryType(
        "incollection",
        (
            ("booktitle", lambda record, item: latex.title(item.get("container-title", ""))),
            ("editor", names("editor")),
            ("volume", variable("volume")),
            ("pages", variable("page")),
            ("publisher", institution),
            ("location", variable("publisher-place")),
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
            ("location", variable("publisher-place")),
            ("pagetotal", variable("number-of-pages")),
        ),
        frozenset({"series", "edition", "place", "pages", "editors"}),
    ),
    "thesis": EntryType("thesis", (("type", variable("genre")), *_ISSUED), frozenset({"place"})),
}


def _short_author(record: Record, item: Item, language: str) -> str | None:
    """The acronym of the one body that is the author."""
    authors = item.get("author", ())
    if len(record.issuers) != 1 or len(authors) != 1 or "literal" not in authors[0]:
        return None
    acronyms = record.bodies[record.issuers[0]].acronyms
    acronym = acronyms.get(language.split("-")[0]) or acronyms.get("en")
    return latex.literal(acronym) if acronym else None


def _first(record: Record, item: Item, language: str) -> Iterator[tuple[str, str | None]]:
    yield "author", names("author")(record, item)
    yield "shortauthor", _short_author(record, item, language)
    yield "title", latex.title(item["title"])
    yield "shorttitle", latex.title(item.get("title-short", ""))
    yield "translator", names("translator")(record, item)
    yield "date", record.date


def _last(record: Record, item: Item, held: frozenset[str]) -> Iterator[tuple[str, str | None]]:
    babel = latex.LANGUAGES.get(item["language"].split("-")[0])
    yield "note", latex.text(facts.joined(facts.sentences(record, item, facts.PRINTED, held)).rstrip("."))
    yield "url", latex.url(item.get("URL", ""))
    yield "doi", latex.verbatim(item.get("DOI", ""))
    for field, name in (("isbn", "ISBN"), ("issn", "ISSN")):
        yield field, variable(name)(record, item)
    yield from (("language", babel or item["language"]), ("langid", babel))
    yield "entrysubtype", "undoc" if any(symbol.scheme == "un" for symbol in record.symbols) else None
    yield "keywords", variable("keyword")(record, item)
    yield "annotation", latex.text(facts.joined(facts.sentences(record, item, facts.KEPT, held)))


def entry(record: Record, language: str = "en") -> str:
    """Return the entry of a record; its key is the record's id."""
    item = csl.variables(record, language)
    kind = TYPES[item["type"]]
    own = ((name, field(record, item)) for name, field in kind.fields)
    held = kind.held | said_by_fields(record, item) | _held(record, item)
    return latex.entry(
        kind.name, record.id, (*_first(record, item, language), *own, *_last(record, item, held))
    )


def _held(record: Record, item: Item) -> frozenset[str]:
    """Facts that fields hold in this record: the principal date, and a treaty series as the number."""
    held = {name for name, date in record.dates.items() if date == record.date}
    return frozenset(held | {"series"} if item["type"] == "treaty" and "number" not in item else held)


def dump(records: Iterable[Record], stream: TextIO, options: Options) -> None:
    """Write a header comment and one entry a record."""
    stream.write(latex.header("BibLaTeX", options.version, options.data_date, options.query))
    for index, record in enumerate(records):
        stream.write(("\n" if index else "") + entry(record, options.language))


EXPORTER = Exporter("biblatex", "application/x-bibtex", ".bib", dump)
