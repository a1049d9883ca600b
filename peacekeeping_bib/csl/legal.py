"""What the four legal styles (OSCOLA, Bluebook, AGLC, McGill) need of a record beyond the common item.

Legal guides cite an act by its organ and number, give treaties two dates and abbreviate in their own way.
Where these facts go is the same for all four, so that one document can be set in any of them:

======================= ===========================================================================
``references``          the act as the guide names it, instead of author: ``UNSC Res 1244``,
                        ``U.N. SCOR, 54th Year, 3988th mtg.``
``division``            the title is none of the document's own, or none that the guides print
``jurisdiction``        of a report: it is a document of the United Nations; of a treaty: its parties
``original-date``       adoption
``submitted``           of a treaty: opening for signature
``available-date``      of a treaty: entry into force; of a resolution: issue of the document;
                        of an act of the European Union: the Official Journal
``status``              of a treaty: ``issued`` is the date of signature; of a report: it is a press release
``original-publisher``  the publisher that the record itself states
``compiler``            rapporteurs
``chapter-number``      session of the parliament, as Zotero maps its own field ``session``
======================= ===========================================================================

Sources of the rules stand in the styles themselves, the words of each guide in `legal_guides`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from .. import dates
from ..record import Record
from ..symbols.lettering import ordinal, roman
from . import kinds, names
from .legal_guides import Guide

Item = dict[str, Any]

_RESOLUTION: Final = re.compile(r"(?P<organ>[SAE])/RES/(?P<number>.+)")
_MEETING: Final = re.compile(r"(?:S/PV\.|A/(?P<session>(?:ES-|S-)?\d+)/PV\.)(?P<meeting>\d+)")
#: A number that CSL would take for a range, and set with a dash.
_LIKE_A_RANGE: Final = re.compile(r"\d+(?:-\w+)+")
_YEAR: Final = re.compile(r" ?\((?:19|20)\d\d\)$")
_NUMERALS: Final = {roman(number): number for number in range(1, 31)}
_HIDDEN_TITLE: Final = {"division": "descriptive title"}
#: Kinds that are press releases where they are no documents of the United Nations.
_PRESS: Final = frozenset({"communique", "declaration", "statement", "press-release"})


def _session(organ: str, number: str, record: Record) -> str:
    """The year of the Security Council, else the session that the number of a resolution or meeting names.

    The Security Council counts its Official Records by years from 1946, the General Assembly by sessions:
    ``49/57``, ``377(V)``, ``998(ES-I)``, ``1874(S-IV)``, ``ES-10/14``.
    """
    if organ == "S":
        year = (record.date or "")[:4]
        return ordinal(int(year) - 1945) if year.isdigit() else ""
    found = re.search(r"\((ES-|S-)?([IVX]+)\)", number) or re.match(r"(ES-|S-)?(\d+)", number)
    if found is None:
        return ""
    special = {"ES-": " Emergency Special", "S-": " Special"}.get(found[1] or "", "")
    session = int(found[2]) if found[2].isdigit() else _NUMERALS.get(found[2])
    return ordinal(session) + special if session else ""


def instrument(guide: Guide, record: Record) -> Item:
    """Name a resolution by organ and number, a meeting by its Official Records; no year in the symbol.

    The title is marked as not printed where it is descriptive, and always for the Security Council, whose
    resolutions have none.
    """
    symbol = next((symbol.value for symbol in record.symbols if symbol.scheme == "un"), "")
    if record.kind == "resolution" and (found := _RESOLUTION.match(symbol)):
        organ, own = found["organ"], _YEAR.sub("", found["number"])
        act = f"{guide.resolution[organ]} {re.sub(r'(?<=[^ ])[(]', ' (', own)}"
        session = _session(organ, own, record)
        records = guide.records.get(organ, "").format(session=session) if session else ""
        named = {"references": ", ".join(filter(None, (act, records))), "number": _YEAR.sub("", symbol)}
        hidden = organ == "S" or record.title_kind == "descriptive"
        return named | _sorted_under(guide.resolution[organ]) | (_HIDDEN_TITLE if hidden else {})
    if record.kind == "meeting-record" and (found := _MEETING.match(symbol)):
        organ = "A" if found["session"] else "S"
        if session := _session(organ, found["session"] or "", record):
            text = guide.meeting[organ].format(session=session, meeting=ordinal(int(found["meeting"])))
            return {"references": text} | _HIDDEN_TITLE | _sorted_under(text.split(",")[0])
    return {}


def _sorted_under(text: str) -> Item:
    """An act prints no author; under this one it is sorted with its like, by date rather than by number."""
    return _literal(text)


def label(guide: Guide, record: Record) -> Item:
    """Say what a number is: ``UN Doc``, or the organization's where its numbers have no name of their own.

    A document of the United Nations is marked as one. Its speeches get the label with the number, as the
    genre says there what the document is.
    """
    number, kind = kinds.number(record), kinds.of(record)
    symbols = [symbol for symbol in record.symbols if symbol.scheme not in kinds.IDENTIFIERS]
    if number is None or not symbols:
        return {}
    if symbols[0].scheme != "un":
        return _foreign_label(guide, record) if number.label is None and kind.csl == "report" else {}
    if kind.csl in ("speech", "interview", "thesis"):
        return {"number": f"{guide.un_document} {number.value}"}
    found: Item = {"genre": number.label if record.kind == "press-release" else guide.un_document}
    if kind.csl == "report" and record.kind != "press-release":
        found["jurisdiction"] = "United Nations"
    if record.host and record.host.title == number.value:
        found["container-title"] = f"{guide.un_document} {number.value}"
    return found


def _foreign_label(guide: Guide, record: Record) -> Item:
    """``NATO Doc``, ``OSCE Doc``: the organization that gave the number, as with the United Nations.

    A number of the United Nations that is none of its symbols (``Ref. 2016.24``) is no ``UN Doc``.
    """
    tops = [names.organization(record, body) for body in names.issuers(record)]
    acronyms = [
        body.acronyms.get("en")
        for body in tops
        if body.kind in ("organisation", "conference") and body.id != "un"
    ]
    doc = "Doc." if guide.dotted else "Doc"
    return {"genre": f"{acronyms[0]} {doc}"} if acronyms and acronyms[0] else {}


def authors(guide: Guide, record: Record) -> Item:
    """Shorten the names of bodies that stand as authors; a parliamentary paper has its committee."""
    kind, parliament = kinds.of(record), record.parliament
    if kind.authors == "none" or names.people(record, kind).keys() & {"author", "editor"}:
        return {}
    if parliament and parliament.committee:
        chamber = parliament.chamber or parliament.name
        template = guide.committee if chamber else "{committee}"
        return _literal(template.format(committee=parliament.committee, chamber=chamber))
    if not set(record.issuers) & set(guide.authors):
        return {}
    found = [
        guide.authors.get(body.id, names.body_name(record, body, "en")) for body in names.issuers(record)
    ]
    if guide.authors.get("unsc") == "" and "Secretary-General" in record.title.get("en", ""):
        found = [name for name in found if name != guide.authors["unsg"]]
    return _literal(*filter(None, found))


def _literal(*texts: str) -> Item:
    return {"author": [{"literal": text} for text in texts]}


def treaty(guide: Guide, record: Record) -> Item:
    """Give the dates of a treaty separately, its parties and the abbreviation of its series."""
    if kinds.of(record).csl != "treaty":
        return {}
    found = _dates(record, {"adopted": "original-date", "opened": "submitted", "in_force": "available-date"})
    if "signed" in record.dates:
        found |= _dates(record, {"signed": "issued"}) | {"status": "signed"}
    if record.series and (short := record.series[0].abbreviation):
        found["container-title-short"] = _abbreviation(guide, short)
    return found | _parties(guide, record) | _charter(guide, record)


def _dates(record: Record, variables: Mapping[str, str]) -> Item:
    return {
        variable: dates.csl_date_parts(dates.parse(record.dates[name]))
        for name, variable in variables.items()
        if name in record.dates
    }


def _abbreviation(guide: Guide, short: str) -> str:
    if not guide.dotted:
        return short.replace(".", "")
    return "".join(f"{letter}." for letter in short) if re.fullmatch("[A-Z]{2,}", short) else short


def _parties(guide: Guide, record: Record) -> Item:
    """The signatories of a treaty of few parties, unless its title names one of them."""
    bodies = names.issuers(record)
    subjects = all(body.kind in ("state", "organisation") for body in bodies)
    if "signed" not in record.dates or not subjects or not 2 <= len(bodies) <= guide.most_parties:
        return {}
    known = [
        name for body in bodies for name in (*body.names.values(), *body.acronyms.values(), *body.aliases)
    ]
    title = record.text_in(record.title) or ""
    if any(re.search(rf"\b{re.escape(name)}\b", title) for name in known):
        return {}
    return {"jurisdiction": guide.parties.join(names.body_name(record, body, "en") for body in bodies)}


def _charter(guide: Guide, record: Record) -> Item:
    """The Charter of the United Nations by its name alone, as a classic; a chapter of it as a pinpoint."""
    whole = record.host.title if record.host else record.title.get("en")
    if record.kind != "charter" or not guide.charter or whole != "Charter of the United Nations":
        return {}
    section = record.host.section if record.host else None
    chapter = {"section": re.sub("^Chapter", "ch." if guide.dotted else "ch", section)} if section else {}
    return {"type": "classic", "title": guide.charter} | chapter


def resolution_dates(guide: Guide, record: Record) -> Item:
    """Tell adoption from issue where a resolution of the General Assembly was issued on another day."""
    council = any(symbol.value.startswith("S/") for symbol in record.symbols)
    if record.kind != "resolution" or "adopted" not in record.dates or council:
        return {}
    return _dates(record, {"adopted": "original-date", "issued": "available-date"})


def european_union(guide: Guide, record: Record) -> Item:
    """Give an act of the European Union the year and the short name of the Official Journal."""
    if kinds.of(record).csl != "legislation" or not record.series:
        return {}
    journal = record.series[0]
    found = _dates(record, {"published": "available-date"})
    if journal.abbreviation:
        found["container-title-short"] = _abbreviation(guide, journal.abbreviation)
    if journal.volume and journal.number:
        found["volume"] = guide.journal.format(series=journal.volume, number=journal.number)
    return found


def parliament(guide: Guide, record: Record) -> Item:
    """Give session and rapporteur of a parliamentary paper.

    Papers of the two Houses at Westminster are numbered by session, so that it belongs to the number. In
    other parliaments it says when and where, as a meeting does.
    """
    found: Item = {}
    rapporteurs = [
        names.csl_name(person.name) for person in record.contributors if person.role == "rapporteur"
    ]
    if rapporteurs and kinds.of(record).csl == "report":
        found["compiler"] = rapporteurs
    if record.parliament is None:
        return found
    number, session = kinds.number(record), record.parliament.session
    house = number.label if number else None
    if house in guide.papers:
        found["genre"] = guide.papers[house or ""]
    if session and house in ("HC", "HL"):
        found["chapter-number"] = session
    elif session:
        place = record.event.place if record.event else record.place
        found["event-place"] = ", ".join(filter(None, (session, place)))
    return found


def office(guide: Guide, record: Record) -> Item:
    """Give the office of a single speaker, which the Bluebook asks for."""
    speakers = [person for person in record.contributors if person.role == "speaker"]
    if not guide.dotted or kinds.of(record).csl != "speech" or len(speakers) != 1 or not speakers[0].office:
        return {}
    return {"authority": speakers[0].office}


def press_release(guide: Guide, record: Record) -> Item:
    """Mark what a body other than the United Nations released to the press."""
    foreign = record.kind in _PRESS and kinds.of(record).csl == "report"
    return {"status": "press release"} if foreign and "jurisdiction" not in label(guide, record) else {}


def publisher(guide: Guide, record: Record) -> Item:
    """Tell a publisher that the record states from the parent body that stands for one elsewhere."""
    return {"original-publisher": record.publisher} if record.publisher else {}


def plain_number(guide: Guide, record: Record) -> Item:
    """Keep the hyphens of a number such as ``347-I``, which CSL would set with a dash as a range."""
    number = kinds.number(record)
    if number is None or not _LIKE_A_RANGE.fullmatch(number.value):
        return {}
    return {"number": number.value.replace("-", "\\-")}


def place(guide: Guide, record: Record) -> Item:
    """Take the full stops out of the place of a meeting where the guide has none in abbreviations."""
    where = record.event.place if record.event else None
    plain = where and where.replace(", D.C.", " DC")
    return {} if guide.dotted or plain == where else {"event-place": plain}


def edition(guide: Guide, record: Record) -> Item:
    """Reduce an edition to its number (``3rd ed.`` to ``3``), which the style words itself."""
    found = re.fullmatch(r"(\d+)(?:st|nd|rd|th)? (?:ed\.?|edn|edition)", record.edition or "")
    return {"edition": found[1]} if found else {}


_CHANGES: Final = (
    label, authors, instrument, treaty, resolution_dates, european_union, place, parliament, office,
    press_release, publisher, plain_number, edition,
)  # fmt: skip


def of(guide: Guide) -> tuple[Callable[[Record], Item], ...]:
    """Return what a legal style changes, as functions of the record alone."""
    return tuple(_bound(change, guide) for change in _CHANGES)


def _bound(change: Callable[[Guide, Record], Item], guide: Guide) -> Callable[[Record], Item]:
    return lambda record: change(guide, record)
