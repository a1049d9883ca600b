"""Documents of all other United Nations organs, by the table of organs, and press releases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from peacekeeping_bib.symbols.lettering import full_year
from peacekeeping_bib.symbols.model import Form, Groups, Part, Reading, RefusedError, Symbol
from peacekeeping_bib.symbols.sessions import describe_session, read_session
from peacekeeping_bib.symbols.un_parts import (
    FIRST_YEAR,
    NUMBER,
    TAIL,
    check_dated,
    check_year,
    describe_tail,
    tail,
)
from peacekeeping_bib.symbols.un_tables import (
    BODIES,
    BY_SESSION,
    BY_SHORT_YEAR,
    KINDS,
    ORGANS,
    PRESS_RELEASES,
    SERIES_KINDS,
)


def _rows(table: Iterable[str]) -> str:
    """A pattern for the rows of a table, the longer before the shorter; ``#`` is a number."""
    escaped = (re.escape(row).replace(r"\#", r"[1-9]\d{0,2}") for row in sorted(table, key=len, reverse=True))
    return " | ".join(escaped)


def _kinds(separator: str) -> str:
    return " | ".join(kind for kind, (mark, _) in KINDS.items() if mark == separator)


_SERIES: Final = rf"""
    (?P<organ> {_rows(ORGANS)} )
    (?P<sub> (?: / (?:AC|C|GC|PC|SC|Sub|WG)\.[1-9]\d? )* )
    (?: / (?P<first> {_kinds("/")} ) )?
    (?: / (?P<period> E?S-[1-9]\d? | [1-9]\d{{0,3}} ) (?=/) )?
    / (?: (?P<kind> (?: {_kinds(".")} ) (?=\.) | (?: {_kinds("/")} ) (?=/) ) [./]\ ? )?
    {NUMBER} {TAIL}
"""
_PRESS_RELEASE: Final = rf"(?P<series> {_rows(PRESS_RELEASES)} ) / {NUMBER} {TAIL}"


def organ_name(organ: str) -> str:
    """Return the name of the organ that the first elements of a symbol stand for.

    >>> organ_name("A/AC.121"), organ_name("A/CONF.166")
    ('the Special Committee on Peacekeeping Operations', 'United Nations conference 166')
    """
    row = organ if organ in ORGANS else re.sub(r"\d+", "#", organ)
    return ORGANS[row].format(organ.rpartition(".")[2])


def _read_series(groups: Groups) -> Reading:
    organ, sub = groups["organ"].upper(), groups["sub"].upper().replace("/SUB.", "/Sub.")
    first, period, kind = ((groups[name] or "").upper() for name in ("first", "period", "kind"))
    if first and kind:
        raise RefusedError(f"either {first} or {kind} in the symbol, not both")
    number, ending = int(groups["number"]), tail(groups)
    kind_name = KINDS[first or kind][1] if first or kind else SERIES_KINDS.get(organ, "document")
    parts: dict[str, Part] = {"kind": kind_name}
    parts |= {"series": organ, "number": number, **ending[1]}
    if sub:
        parts["sub"] = sub[1:]
    if organ in BODIES:
        parts["organ"] = BODIES[organ]
    if period:
        parts |= _period(organ, period)
    if isinstance(year := parts.get("year"), int):
        # Documents for a year are issued from the end of the year before.
        check_dated(groups, year - 1, year + 1)
    last = f"{kind}{KINDS[kind][0]}{number}" if kind else str(number)
    text = "/".join(element for element in (organ + sub, first, period, last) if element)
    return Reading(text + ending[0], parts)


def _period(organ: str, period: str) -> dict[str, Part]:
    """Read a year (``1999``), or a session of the General Assembly or of the organ itself."""
    if organ in BY_SESSION:
        return read_session(period)
    if len(period) == 4 and period.isdigit():
        return {"year": check_year(int(period), FIRST_YEAR, "a document with its year")}
    if organ in BY_SHORT_YEAR:
        return {"year": full_year(period, FIRST_YEAR)}
    return {"organ_session": period}


def _explain_series(symbol: Symbol) -> str:
    parts = symbol.parts
    within = f" of {parts['sub']}" if "sub" in parts else ""
    period = f" of {symbol.year}" if symbol.year else describe_session(symbol, "of")
    if "organ_session" in parts:
        period = f" of session {parts['organ_session']}"
    kind = str(parts["kind"])
    name = f"{kind[0].upper()}{kind[1:]} No. {parts['number']}{period}"
    return f"{name}{within} of {organ_name(str(parts['series']))}{describe_tail(symbol)}"


def _read_press_release(groups: Groups) -> Reading:
    series, number, ending = groups["series"].upper(), int(groups["number"]), tail(groups)
    parts: dict[str, Part] = {"organ": "un", "kind": "press-release", "series": series, "number": number}
    return Reading(f"{series}/{number}{ending[0]}", parts | ending[1])


def _explain_press_release(symbol: Symbol) -> str:
    about = PRESS_RELEASES[str(symbol.parts["series"])]
    return f"United Nations press release No. {symbol.parts['number']} on {about}{describe_tail(symbol)}"


FORMS: Final = (
    Form(
        "un",
        "un-series-document",
        "a document of a United Nations organ",
        leads=[row.partition("#")[0] for row in ORGANS],
        patterns=[_SERIES],
        read=_read_series,
        explain=_explain_series,
        examples=["A/C.4/50/SR.2", "A/AC.121/2018/L.3", "A/CONF.166/9", "E/CN.4/2000/3", "ST/SGB/1999/13"],
        cue=r"""
            (?: A/(?:AC|CN|CONF|C)\.\d | A/(?:BUR|DEC|HRC|INF|SPC)/ | E/(?:AC|CN|CONF|C)\.\d | E/\d{4}/
            | E/(?:DEC|RES|ECA|ECE|ICEF|INF)/ | S/(?:AC|C)\.\d | S/(?:AGENDA|INF)/ | ST/[A-Z]+/
            | (?:CAT|CCPR|CEDAW|CERD|CRC)/C/ | UNIDIR/\d\d/ )
        """,
    ),
    Form(
        "un",
        "un-press-release",
        "a United Nations press release",
        leads=[f"{row}/" for row in PRESS_RELEASES],
        patterns=[_PRESS_RELEASE],
        read=_read_press_release,
        explain=_explain_press_release,
        examples=["GA/PK/142", "SG/SM/7263", "SC/6686"],
        cue=r"(?: GA/[A-Z]{1,3} | SG/(?:SM|T|A) | DSG/SM | SC | GA | PKO | UNIS/(?:PK|SC|SG) )/\d{2}",
    ),
)
