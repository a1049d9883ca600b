"""What a record says beyond the fields of a format, as short sentences for ``note``, ``annote`` or ``N1``.

Each exporter names the facts that its own fields hold; all others are written out, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from .. import dates
from ..csl.names import body_name, csl_name, issuers
from ..record import Contributor, Record, SeriesEntry

Item = Mapping[str, Any]
#: What a record says, as sentences; none where it says nothing.
Fact = Callable[[Record, Item], list[str]]

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_VERBS: Final[Mapping[str, str]] = {
    "adopted": "Adopted", "issued": "Dated", "opened": "Opened for signature", "signed": "Signed",
    "in_force": "Entered into force", "delivered": "Delivered", "transmitted": "Transmitted",
    "published": "Published", "meeting": "Meeting of",
}  # fmt: skip


@lru_cache(maxsize=4096)
def spelled(edtf: str) -> str:
    """Return a date in words: ``10 June 1999``, ``9-10 July 1992``, ``May 1994``; else as EDTF."""
    date = dates.parse(edtf)
    vague = date.uncertain or date.approximate or date.season or "X" in edtf
    if vague or date.start is None or date.end is None:
        return edtf
    if not date.is_interval:
        return _day(date.start)
    (year, month, _), (last_year, last_month, _) = date.start, date.end
    shared = 2 if (year, month) == (last_year, last_month) and month else 1 if year == last_year else 0
    begin = tuple(part if index >= shared else None for index, part in enumerate(date.start))
    first = " ".join(_words(*begin))
    return f"{first}-{_day(date.end)}" if first else _day(date.end)


def _day(bound: dates.Bound) -> str:
    return " ".join(_words(*bound))


def _words(year: int | None, month: int | None, day: int | None) -> Iterator[str]:
    if day:
        yield str(day)
    if month:
        yield _MONTHS[month - 1]
    if year:
        yield str(year)


def series(entry: SeriesEntry) -> str:
    """Return a place of publication: ``34 UNTS 243, registration No. 541``."""
    name = entry.abbreviation or entry.title
    parts: list[str | None]
    if entry.volume and entry.page and not entry.number:
        parts = [f"{entry.volume} {name} {entry.page}"]
    else:
        parts = [
            entry.title,
            f"vol. {entry.volume}" if entry.volume else None,
            f"No. {entry.number}" if entry.number else None,
            f"p. {entry.page}" if entry.page else None,
        ]
    parts += [
        entry.session,
        f"Supplement No. {entry.supplement}" if entry.supplement else None,
        f"registration No. {entry.registration_number}" if entry.registration_number else None,
        entry.year,
    ]
    return ", ".join(filter(None, parts))


def event(record: Record, item: Item) -> str:
    """Return the event: name, place, date, number and record of the meeting."""
    if record.event is None:
        return ""
    date = spelled(record.event.date) if record.event.date else None
    parts = (item.get("event-title"), record.event.place, date, meeting(record, item))
    found = ", ".join(filter(None, parts))
    return found[:1].upper() + found[1:]


def meeting(record: Record, item: Item) -> str:
    """Return the number of the meeting, unless the event's name holds it, and the symbol of its record."""
    held = record.event
    if held is None:
        return ""
    number = held.number if held.number and held.number not in item.get("event-title", "") else None
    parts = (
        f"meeting {number}" if number else None,
        f"record {held.meeting_record}" if held.meeting_record else None,
    )
    return ", ".join(filter(None, parts))


def number(record: Record, item: Item) -> str:
    """Return genre and number: ``UN Doc. S/RES/1244 (1999)``."""
    return " ".join(filter(None, (item.get("genre"), item.get("number"))))


def _dated(names: tuple[str, ...]) -> Fact:
    def fact(record: Record, item: Item) -> list[str]:
        own = record.dates
        return [f"{_VERBS[name]} {spelled(own[name])}" for name in names if name in own]

    return fact


def _people(record: Record, item: Item) -> list[str]:
    """People who are neither authors nor editors of the item, and all whose office is known."""
    authors = item.get("author", ())
    return [
        _person(person)
        for person in record.contributors
        if person.office or not (person.role == "editor" or csl_name(person.name) in authors)
    ]


def _editors(record: Record, item: Item) -> list[str]:
    return [
        _person(person) for person in record.contributors if person.role == "editor" and not person.office
    ]


def _person(person: Contributor) -> str:
    return f"{person.role.capitalize()}: {', '.join(filter(None, (str(person.name), person.office)))}"


def _host(record: Record, item: Item) -> list[str]:
    host = record.host
    if host is None:
        return []
    parts = (
        host.title,
        f"vol. {host.volume}" if host.volume else None,
        f"No. {host.issue}" if host.issue else None,
        f"pp. {host.pages}" if host.pages else None,
        f"edited by {', '.join(map(str, host.editors))}" if host.editors else None,
    )
    return ["In: " + ", ".join(filter(None, parts))]


def _parliament(record: Record, item: Item) -> list[str]:
    paper = record.parliament
    if paper is None:
        return []
    printed = f"{number(record, item)} {item['title']}"
    parts = (
        paper.name,
        paper.chamber,
        paper.committee,
        f"session {paper.session}" if paper.session else None,
        paper.number if paper.number and paper.number not in printed else None,
    )
    return _one(", ".join(filter(None, parts)))


def _vote(record: Record, item: Item) -> list[str]:
    """``Vote: 14 in favour, 1 abstaining``, or how it was adopted without a count."""
    vote = record.vote
    if vote is None:
        return []
    counts = (("in favour", vote.in_favour), ("against", vote.against), ("abstaining", vote.abstaining))
    parts = [f"{count} {what}" for what, count in counts if count is not None]
    return _one(", ".join(filter(None, (vote.result, *parts))), "Vote: {}")


def _issuers(record: Record, item: Item) -> list[str]:
    """The issuing bodies that stand neither as authors nor as publisher."""
    said = {name.get("literal") for name in item.get("author", ())} | {item.get("publisher")}
    others = [body for body in issuers(record) if said.isdisjoint(body.names.values())]
    names = [body_name(record, body, item["language"]) for body in others]
    return [f"Issued by {'; '.join(names)}"] if names else []


def _symbols(record: Record, item: Item) -> list[str]:
    """Numbers that stand in no field: those of a second numbering system and of second editions."""
    others = [symbol.value for symbol in record.symbols if symbol.value not in item.get("number", "")]
    if others:
        held = (
            number(record, item),
            item["title"],
            *(item.get(name, "") for name in ("DOI", "ISBN", "ISSN")),
        )
        others = [value for value in others if not any(value in text for text in held)]
    return [f"Also numbered {', '.join(others)}"] if others else []


def _titles(record: Record, item: Item) -> list[str]:
    own = item["language"]
    found = [f"Title ({tag}): {title}" for tag, title in record.title.items() if tag != own]
    return found + [f"Filed as ({tag}): {title}" for tag, title in record.catalogue_title.items()]


def _languages(record: Record, item: Item) -> list[str]:
    found = [f"Languages: {', '.join(record.languages)}"] if record.languages else []
    return found + ([f"Original language: {record.original_language}"] if record.original_language else [])


def _relations(record: Record, item: Item) -> list[str]:
    return [
        f"{relation.type.capitalize().replace('-', ' ')} {relation.target}"
        + (f" ({relation.note})" if relation.note else "")
        for relation in record.relations
    ]


def _one(value: str | None, template: str = "{}") -> list[str]:
    return [template.format(value)] if value else []


#: The facts that are no dates, in the order in which they are written.
FACTS: Final[Mapping[str, Fact]] = {
    "number": lambda record, item: _one(number(record, item)),
    "series": lambda record, item: [series(entry) for entry in record.series[:1]],
    "more-series": lambda record, item: [series(entry) for entry in record.series[1:]],
    "event": lambda record, item: _one(event(record, item)),
    "host": _host,
    "section": lambda record, item: _one(record.host.section if record.host else None),
    "edition": lambda record, item: _one(record.edition, "Edition: {}"),
    "pages": lambda record, item: _one(record.pages, "Pages: {}"),
    "place": lambda record, item: _one(record.place, "Place: {}"),
    "issuers": _issuers,
    "parliament": _parliament,
    "vote": _vote,
    "countries": lambda record, item: [
        *_one(record.event.country if record.event else None, "Country of the event: {}"),
        *_one(record.parliament.country if record.parliament else None, "Country of the parliament: {}"),
    ],
    "people": _people,
    "editors": _editors,
    "symbols": _symbols,
    "titles": _titles,
    "aliases": lambda record, item: _one("; ".join(record.aliases), "Known as: {}"),
    "languages": _languages,
    "relations": _relations,
    "links": lambda record, item: [
        f"See also {link.url}" for link in record.links if link.url != item.get("URL")
    ],
    "note": lambda record, item: _one(record.note),
}
#: The names of all facts, dates first.
ALL: Final = (*_VERBS, *FACTS)
#: Facts that a reader of the bibliography wants to see; the others are for the file only.
PRINTED: Final = (
    *_VERBS, "number", "series", "more-series", "event", "host", "section", "edition", "parliament",
)  # fmt: skip
KEPT: Final = tuple(name for name in ALL if name not in PRINTED)


def sentences(record: Record, item: Item, names: tuple[str, ...], held: frozenset[str]) -> list[str]:
    """Return the facts called ``names`` that the fields of a format do not hold.

    Args:
        record: The record.
        item: Its CSL variables.
        names: `PRINTED`, `KEPT` or some of them.
        held: Facts that stand in fields.
    """
    return [sentence for fact in _others(names, held) for sentence in fact(record, item)]


@lru_cache
def _others(names: tuple[str, ...], held: frozenset[str]) -> tuple[Fact, ...]:
    """The facts among ``names`` that are not held: the dates, which come first, are one."""
    found = [name for name in names if name not in held]
    dated = tuple(name for name in found if name in _VERBS)
    return (_dated(dated), *(FACTS[name] for name in found[len(dated) :]))


def joined(found: list[str]) -> str:
    """Return sentences as one text, each with a full stop."""
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in found)
