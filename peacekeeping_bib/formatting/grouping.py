"""Bibliographies in groups with headings, and in another order than the style's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from peacekeeping_bib import dates
from peacekeeping_bib.csl import names
from peacekeeping_bib.errors import UnknownArrangement
from peacekeeping_bib.formatting.outputs.document import Entry, Section
from peacekeeping_bib.record import Body, Record
from peacekeeping_bib.text import fold

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.processor import Rendered

#: Headings of the guide from which the records began, by section, in its order.
GUIDE: Final[Mapping[str, str]] = {
    "A": "Official Documents and Declarations",
    "A.I": "UN Peacekeeping Operations",
    "A.II": "NATO Peacekeeping Operations",
    "A.II.1": "Inclusion of Peacekeeping into NATO's Field of Action",
    "A.II.2": "Combined Joint Task Forces (CJTF)",
    "A.II.2.1": "NATO's Support to OSCE's Peacekeeping Activities",
    "A.II.2.2": "US Peacekeeping Policy",
    "A.III": "CIS Peacekeeping Operations",
    "A.IV": "Co-operation between NATO and Russia in Peacekeeping Operations",
    "A.IV.4.1": "Bosnia-Herzegovina",
    "A.IV.4.2": "Kosovo",
    "A.IV.4.3": "Points of Disagreement",
    "A.IV.4.3.1": "NATO-Russia Permanent Joint Council (PJC) Declarations on Peacekeeping",
    "A.IV.4.3.2": "Russia's Position on NATO's Intervention in Kosovo",
    "B": "Speeches",
    "C": "Research Studies",
    "D": "Parliamentary Reports",
}
#: Headings by kind of document, in their order.
KINDS: Final[Mapping[str, str]] = {
    "charter": "Charters",
    "treaty": "Treaties",
    "agreement": "Agreements",
    "memorandum": "Memorandums",
    "resolution": "Resolutions",
    "presidential-statement": "Presidential statements",
    "decision": "Decisions",
    "declaration": "Declarations",
    "final-document": "Final documents",
    "communique": "Communiqués",
    "statement": "Statements",
    "report": "Reports",
    "letter": "Letters",
    "meeting-record": "Meeting records",
    "directive": "Directives",
    "concept": "Concepts",
    "doctrine": "Doctrine",
    "press-release": "Press releases",
    "press-conference": "Press conferences",
    "speech": "Speeches",
    "interview": "Interviews",
    "parliamentary-report": "Parliamentary reports",
    "parliamentary-resolution": "Parliamentary resolutions",
    "hearing": "Hearings",
    "study": "Studies",
    "working-paper": "Working papers",
    "article": "Articles",
    "chapter": "Chapters",
    "book": "Books",
    "thesis": "Theses",
    "web-page": "Web pages",
}
_YEAR: Final = re.compile(r"\d{2}[\dX]{2}")
_LAST: Final = "\U0010ffff"


class Group(NamedTuple):
    """A heading and the records below it.

    Attributes:
        heading: The heading.
        ids: Ids of the records; none where the group only holds deeper ones.
        level: Depth of the heading, from 1.
        language: Language tag of the heading, or an empty string where it is that of the bibliography.
    """

    heading: str
    ids: Sequence[str]
    level: int = 1
    language: str = ""


class Arrangement(NamedTuple):
    """Which records a bibliography prints, in which order and in which groups.

    Attributes:
        records: The records, sorted.
        groups: The groups in the order to print; none for a plain list.
        in_style_order: Whether the style sorts the entries; otherwise the order of ``records`` holds.
    """

    records: Sequence[Record]
    groups: Sequence[Group] = ()
    in_style_order: bool = True

    @property
    def plain(self) -> bool:
        """Whether the bibliography is a plain list in the order of the style."""
        return self.in_style_order and not self.groups


def arrange(
    records: Iterable[Record], group_by: str = "", sort: str = "style", language: str = "en"
) -> Arrangement:
    """Sort and group records.

    Args:
        records: The records.
        group_by: One of :data:`GROUPINGS`, or an empty string for no groups.
        sort: One of :data:`ORDERS`.
        language: Language tag of the names of bodies.

    Returns:
        The arrangement, its records in the order in which they first stand in a group, so that a style that
        numbers its entries counts upwards. A record with several sections or bodies stands below each.

    Raises:
        UnknownArrangement: There is no such grouping or order; the error lists what there is.
    """
    for value, known, what in ((group_by or "kind", GROUPINGS, "grouping"), (sort, ORDERS, "order")):
        if value not in known:
            raise UnknownArrangement(value, known, what)
    order = ORDERS[sort]
    listed = list(records)
    if order is not None:
        listed.sort(key=lambda record: order(record, language))
    groups = list(GROUPINGS[group_by](listed, language)) if group_by else []
    if groups:
        by_id: dict[str, Record] = {record.id: record for record in listed}
        first_places = dict.fromkeys(identifier for group in groups for identifier in group.ids)
        listed = [by_id[identifier] for identifier in first_places]
    return Arrangement(listed, groups, order is None)


def sections(
    rendered: Sequence[Rendered],
    arrangement: Arrangement | None = None,
    notes: Mapping[str, str] | None = None,
) -> list[Section]:
    """Return what an output writes.

    Args:
        rendered: The entries in the order of the style.
        arrangement: Order and groups; by default a plain list in the order of the style.
        notes: What stands under an entry, by id.
    """
    notes = notes or {}
    entries = {one.id: Entry(one.id, one.language, one.nodes, notes.get(one.id, "")) for one in rendered}
    if arrangement is None:
        return [Section(list(entries.values()))]
    groups = arrangement.groups or [Group("", [record.id for record in arrangement.records], 0)]
    places = {identifier: place for place, identifier in enumerate(entries)}
    output = []
    for heading, ids, level, language in groups:
        ordered = sorted(ids, key=places.__getitem__) if arrangement.in_style_order else ids
        output.append(Section([entries[identifier] for identifier in ordered], heading, level, language))
    return output


# --- groups


def _by_section(records: Sequence[Record], language: str) -> Iterator[Group]:
    """Sections of the guide, with the headings above them; last, what the guide does not cite."""
    members: dict[str, dict[str, None]] = {}
    for record in records:
        for section in [reference.section for reference in record.guide] or [""]:
            members.setdefault(section, {})[record.id] = None
    headed = {above for section in members for above in _path(section)}
    for section in sorted(headed):  # which is the order of the guide
        heading = f"{section}. {_guide_heading(section)}".rstrip()
        yield Group(heading, list(members.get(section, ())), len(_path(section)), "en")
    if "" in members:
        yield Group("Not in the guide", list(members[""]), 1, "en")


def _path(section: str) -> list[str]:
    """Return the sections of the guide down to one: ``A``, ``A.IV``, ``A.IV.4.1``; it has no ``A.IV.4``."""
    steps = section.split(".") if section else []
    above = [".".join(steps[:size]) for size in range(1, len(steps))]
    return [one for one in above if _guide_heading(one)] + [section] * bool(section)


def _guide_heading(section: str) -> str:
    """Return the heading of a section; below B, C and D, that of the theme of the same number in A."""
    theme = f"A{section[1:]}" if section[0] in GUIDE else section
    return GUIDE.get(section) or GUIDE.get(theme, "")


def _by_kind(records: Sequence[Record], language: str) -> Iterator[Group]:
    members = _members_by(records, lambda record: [record.kind])
    order = list(KINDS)
    for kind in sorted(members, key=order.index):
        yield Group(KINDS[kind], members[kind], language="en")


def _by_year(records: Sequence[Record], language: str) -> Iterator[Group]:
    members = _members_by(records, lambda record: [_year(record)])
    undated = members.pop("", [])
    yield from (Group(year, members[year]) for year in sorted(members))
    if undated:
        yield Group("Undated", undated, language="en")


def _year(record: Record) -> str:
    found = _YEAR.search(record.date or "")
    return found[0] if found else ""


def _by_body(records: Sequence[Record], language: str) -> Iterator[Group]:
    titles: dict[str, str] = {}
    for record in records:
        titles |= {body.id: _name(body, language) for body in names.issuers(record)}
    members = _members_by(records, lambda record: list(record.issuers) or [""])
    without = members.pop("", [])
    for body in sorted(members, key=lambda body: (fold(titles[body]), body)):
        yield Group(titles[body], members[body])
    if without:
        yield Group("Without issuing body", without, language="en")


def _name(body: Body, language: str) -> str:
    tags = (language, language.split("-")[0], "en", *body.names)
    return next((body.names[tag] for tag in tags if tag in body.names), body.id)


def _members_by(records: Sequence[Record], keys: Callable[[Record], list[str]]) -> dict[str, list[str]]:
    members: dict[str, list[str]] = {}
    for record in records:
        for key in dict.fromkeys(keys(record)):
            members.setdefault(key, []).append(record.id)
    return members


# --- orders


def _date_order(record: Record, language: str) -> tuple[str, str]:
    return (dates.parse(record.date).sort_key() if record.date else _LAST), record.id


def _body_order(record: Record, language: str) -> tuple[str, ...]:
    bodies = [fold(_name(body, language)) for body in names.issuers(record)]
    return bodies[0] if bodies else _LAST, *_date_order(record, language)


#: Ways to group, by name.
GROUPINGS: Final[Mapping[str, Callable[[Sequence[Record], str], Iterator[Group]]]] = {
    "section": _by_section,
    "kind": _by_kind,
    "year": _by_year,
    "body": _by_body,
}
#: Orders, by name; None leaves the order to the style.
ORDERS: Final[Mapping[str, Callable[[Record, str], tuple[str, ...]] | None]] = {
    "style": None,
    "date": _date_order,
    "body": _body_order,
}
