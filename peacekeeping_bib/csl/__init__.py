"""The mapping of records to CSL-JSON 1.0.2 items, the base of every export and bibliography."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from .. import dates
from ..record import Link, Record, SeriesEntry
from . import custom, kinds, names, per_style, zotero_lines
from .kinds import Kind

__all__ = ["Item", "item", "variables"]

Item = dict[str, Any]

_RANGE: Final = re.compile(r"\d+\s*[-\u2013]\s*\d+")

#: Types that say themselves what the document is: they have a genre only as the label of a number.
_PLAIN: Final = frozenset({"treaty", "legislation", "book", "chapter", "article-journal", "webpage"})
#: Types of which the genre says what the document is even where its number has a label.
_NAMED_BY_GENRE: Final = frozenset({"speech", "interview", "thesis"})
#: Types that are found in a series as an article is in a journal, by volume and page.
_IN_SERIES: Final = frozenset({"treaty", "legislation"})


def item(record: Record, language: str = "en", *, zotero: bool = False, style: str = "") -> Item:
    """Return the record as a CSL-JSON item.

    Everything that CSL has no variable for stands in ``custom``.

    Args:
        record: The record.
        language: BCP 47 tag or CSL locale (``fr-FR``) of title, names and events; where a text does not
            exist in it, the one in the original language or English is given.
        zotero: Whether to add the ``note`` lines from which Zotero reads the variables that its own item
            types have no field for.
        style: Name of the style that will format it, for what differs from style to style.

    Raises:
        InvalidRecord: An issuing body has no authority record.
    """
    result = variables(record, language) | per_style.changes(record, style)
    if zotero:
        result.update(zotero_lines.note(result))
    result["custom"] = custom.custom(record)
    return result


def variables(record: Record, language: str = "en") -> Item:
    """Return the item without ``custom``, for the formats that read the rest from the record itself.

    Raises:
        InvalidRecord: An issuing body has no authority record.
    """
    kind = kinds.of(record)
    result: Item = {"id": record.id, "type": kind.csl}
    for part in _PARTS:
        result |= part(record, kind, language)
    return {name: value for name, value in result.items() if value}


def _titles(record: Record, kind: Kind, language: str) -> Item:
    tag = record.language_in(record.title, language)
    title = record.title[tag] if tag else None
    original = record.title.get(record.original_language or tag or "")
    return {
        "title": title,
        "title-short": record.text_in(record.short_title, language),
        "original-title": original if original != title else None,
        "language": tag,
    }


def _dates(record: Record, kind: Kind, language: str) -> Item:
    return {"issued": dates.csl_date_parts(dates.parse(record.date))} if record.date else {}


def _numbers(record: Record, kind: Kind, language: str) -> Item:
    """Genre, number and identifiers."""
    variables: Item = {
        kinds.IDENTIFIERS[symbol.scheme]: symbol.value
        for symbol in reversed(record.symbols)
        if symbol.scheme in kinds.IDENTIFIERS
    }
    number = kinds.number(record)
    if kind.csl == "legislation" and number:
        return variables | _numbered_title(record, number.printed, language)
    genre = None if kind.csl in _PLAIN else kind.word
    if number and (kind.csl in _NAMED_BY_GENRE or not number.label):
        variables |= {"genre": genre, "number": number.printed}
    elif number:
        variables |= {"genre": number.label, "number": number.value}
    elif (paper := _numbered_series(record, kind)) is not None:
        variables |= {"genre": paper.title, "number": paper.number}
    else:
        variables["genre"] = genre
    return variables


def _numbered_title(record: Record, number: str, language: str) -> Item:
    """The act's number in the title: styles print ``number`` of legislation as that of a US public law."""
    title = record.text_in(record.title, language) or ""
    return {} if number in title else {"title": f"{title}, {number}"}


def _numbered_series(record: Record, kind: Kind) -> SeriesEntry | None:
    """The series whose number stands for a document symbol: ``Chaillot Paper`` ``27``."""
    if kind.csl != "report" or kind.authors != "people":
        return None
    return next((entry for entry in record.series if entry.number), None)


def _event(record: Record, kind: Kind, language: str) -> Item:
    event = record.event
    place = record.place if kind.csl == "treaty" else None
    if event is None:
        return {"event-place": place}
    return {
        "event-title": record.text_in(event.name, language),
        "event-place": event.place or place,
        "event-date": dates.csl_date_parts(dates.parse(event.date)) if event.date else None,
    }


def _publication(record: Record, kind: Kind, language: str) -> Item:
    """Series, host, pages, edition and place of publication."""
    pages = record.pages or ""
    extent = "page" if _RANGE.fullmatch(pages) else "number-of-pages"
    variables: Item = {
        "publisher-place": record.place if kind.csl != "treaty" else None,
        "edition": record.edition,
        extent: pages,
    }
    if host := record.host:
        found = {
            "container-title": host.title,
            "section": host.section,
            "volume": host.volume,
            "issue": host.issue,
            "page": host.pages,
            "editor": [names.csl_name(name) for name in host.editors],
        }
        variables |= {name: value for name, value in found.items() if value}
    if record.series:
        entry = record.series[0]
        variables |= _container(entry, kind) if kind.csl in _IN_SERIES else _collection(record, entry, kind)
    return variables


def _container(entry: SeriesEntry, kind: Kind) -> Item:
    act = kind.csl == "legislation"
    found = {
        "container-title": entry.title,
        "container-title-short": entry.abbreviation,
        "volume": f"{entry.volume or ''}{entry.number or ''}" if act else entry.volume,
        "page": entry.page,
    }
    return {name: value for name, value in found.items() if value}


def _collection(record: Record, entry: SeriesEntry, kind: Kind) -> Item:
    if kinds.number(record) is None and entry is _numbered_series(record, kind):
        return {}
    supplement = f"Supplement No. {entry.supplement}" if entry.supplement else None
    return {
        "collection-title": ", ".join(filter(None, (entry.title, entry.session))),
        "collection-number": entry.number or supplement or entry.volume,
    }


def _about(record: Record, kind: Kind, language: str) -> Item:
    sections = (f"guide {reference.section}" for reference in record.guide)
    words = dict.fromkeys((record.kind, record.scope, *record.operations, *record.countries, *sections))
    return {
        "URL": _address(record, language),
        "keyword": ", ".join(words),
        "annote": record.note,
    }


def _address(record: Record, language: str) -> str | None:
    """The best address of the document itself: in the language, the issuer's before a copy.

    A page about the document is none at which it is available.
    """

    def rank(link: Link) -> tuple[bool, bool]:
        foreign = link.language not in (None, language, language.split("-")[0])
        return foreign, link.role != "official"

    links = [link for link in record.links if link.role != "about"]
    return min(links, key=rank).url if links else None


_PARTS: Final[tuple[Callable[[Record, Kind, str], Item], ...]] = (
    _titles, names.names, _dates, _numbers, _event, _publication, _about,
)  # fmt: skip
