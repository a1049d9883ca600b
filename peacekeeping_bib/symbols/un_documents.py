"""Masthead documents and meeting records of the Security Council and the General Assembly."""

from __future__ import annotations

from typing import Final

from peacekeeping_bib.symbols.model import Form, Groups, Part, Reading, Symbol
from peacekeeping_bib.symbols.sessions import FIRST_ARABIC, describe_session, read_session, session_years
from peacekeeping_bib.symbols.un_parts import (
    DATED,
    FIRST_YEAR,
    KIND,
    KIND_WITH_DOT,
    NUMBER,
    SESSION,
    SUFFIXES,
    TAIL,
    YEAR,
    check_dated,
    check_year,
    describe_tail,
    document_part,
    tail,
)
from peacekeeping_bib.symbols.un_tables import KINDS

#: Since when symbols of the Council's documents carry the year; S/1 to S/26999 came before.
_COUNCIL_YEARS: Final = 1994
_MEETING: Final = rf"""
    PV\.?\ ? {NUMBER}
    (?: \ ?\( (?P<sitting> Resumption (?:\ ?[1-9]\d?|\ [IVX]+)? | Part\ (?:[1-9]|[IVX]+) ) \) )?
    {SUFFIXES} {DATED}
"""


# -- the Security Council


def _read_statement(groups: Groups) -> Reading:
    year, ending = check_year(int(groups["year"]), _COUNCIL_YEARS, "a presidential statement"), tail(groups)
    check_dated(groups, year, year)
    number = int(groups["number"])
    parts: dict[str, Part] = {
        "organ": "unsc",
        "kind": "presidential-statement",
        "number": number,
        "year": year,
    }
    return Reading(f"S/PRST/{year}/{number}{ending[0]}", parts | ending[1])


def _explain_statement(symbol: Symbol) -> str:
    parts = symbol.parts
    return f"Statement No. {parts['number']} of {symbol.year} by the President of the Security Council" + (
        describe_tail(symbol)
    )


def _read_council_document(groups: Groups) -> Reading:
    number, ending = int(groups["number"]), tail(groups)
    parts: dict[str, Part] = {"organ": "unsc", "kind": "document", "number": number, **ending[1]}
    if not groups.get("year"):
        check_dated(groups, FIRST_YEAR, _COUNCIL_YEARS - 1)
        return Reading(f"S/{number}{ending[0]}", parts)
    year = check_year(int(groups["year"]), _COUNCIL_YEARS, "a Security Council document with its year")
    check_dated(groups, year, year)
    parts["year"] = year
    return Reading(f"S/{year}/{number}{ending[0]}", parts)


def _explain_council_document(symbol: Symbol) -> str:
    year = f" of {symbol.year}" if symbol.year else ", of the numbering used until 1993"
    return f"Security Council document No. {symbol.parts['number']}{year}{describe_tail(symbol)}"


# -- meetings


def _read_meeting(groups: Groups) -> Reading:
    number, ending = int(groups["number"]), tail(groups)
    council = groups["organ"].upper() == "S"
    parts: dict[str, Part] = {
        "organ": "unsc" if council else "unga",
        "kind": "meeting-record",
        "number": number,
    }
    text = groups["organ"].upper() + "/"
    if groups.get("session"):
        session = read_session(groups["session"])
        if isinstance(regular := session.get("session"), int):
            check_dated(groups, *session_years(regular))
        parts |= session
        text += groups["session"].upper() + "/"
    text += f"PV.{number}"
    if groups["sitting"]:
        parts["sitting"] = _sitting(groups["sitting"])
        text += f" ({parts['sitting']})"
    return Reading(text + ending[0], parts | ending[1])


def _sitting(text: str) -> str:
    """Return ``Resumption 1``, ``Part I`` … in canonical form."""
    if not text.lower().startswith("resumption"):
        return document_part(text)
    number = text[len("resumption") :].strip().upper()
    return f"Resumption {number}".rstrip()


def _explain_meeting(symbol: Symbol) -> str:
    parts = symbol.parts
    organ = "Security Council" if symbol.organ == "unsc" else "General Assembly"
    plenary = "" if symbol.organ == "unsc" else "plenary "
    session = describe_session(symbol, "in")
    sitting = f", {str(parts['sitting']).lower()}" if "sitting" in parts else ""
    return (
        f"Verbatim record of {plenary}meeting No. {parts['number']} of the {organ}{session}{sitting}"
        f"{describe_tail(symbol)}"
    )


# -- the General Assembly


def _read_assembly_document(groups: Groups) -> Reading:
    number, ending, kind = int(groups["number"]), tail(groups), (groups.get("kind") or "").upper()
    parts: dict[str, Part] = {
        "organ": "unga",
        "kind": KINDS[kind][1] if kind else "document",
        "number": number,
    }
    text = f"{kind}{KINDS[kind][0]}{number}{ending[0]}" if kind else f"{number}{ending[0]}"
    if not groups.get("session"):
        check_dated(groups, FIRST_YEAR, session_years(FIRST_ARABIC)[0])
        return Reading(f"A/{text}", parts | ending[1])
    session = read_session(groups["session"])
    if isinstance(regular := session.get("session"), int):
        # Documents are issued before their session opens and after it ends.
        first, last = session_years(regular)
        check_dated(groups, first - 1, last + 1)
    return Reading(f"A/{groups['session'].upper()}/{text}", parts | session | ending[1])


def _explain_assembly_document(symbol: Symbol) -> str:
    parts = symbol.parts
    kind = str(parts["kind"])
    session = describe_session(symbol, "of") or ", of the numbering used until 1976"
    return f"General Assembly {kind} No. {parts['number']}{session}{describe_tail(symbol)}"


FORMS: Final = (
    Form(
        "un",
        "security-council-presidential-statement",
        "a statement by the President of the Security Council",
        leads=["S/PRST"],
        patterns=[rf"S/PRST/{YEAR}/{NUMBER} {TAIL}"],
        read=_read_statement,
        explain=_explain_statement,
        examples=["S/PRST/1999/34"],
        cue=r"S/PRST/\d",
    ),
    Form(
        "un",
        "security-council-document",
        "a Security Council document",
        leads=["S/#"],
        patterns=[rf"S/{YEAR}/{NUMBER} {TAIL}", rf"S/{NUMBER} {TAIL}"],
        read=_read_council_document,
        explain=_explain_council_document,
        examples=["S/1999/682", "S/24111"],
        cue=r"S/\d{3}",
    ),
    Form(
        "un",
        "security-council-meeting-record",
        "a verbatim record of the Security Council",
        leads=["S/PV"],
        patterns=[rf"(?P<organ>S)/{_MEETING}"],
        read=_read_meeting,
        explain=_explain_meeting,
        examples=["S/PV.4011", "S/PV.4011 (Resumption 1)"],
        cue=r"S/PV\.?\d",
    ),
    Form(
        "un",
        "general-assembly-meeting-record",
        "a verbatim record of the General Assembly",
        leads=["A/PV", "A/#", "A/S-", "A/ES-"],
        patterns=[rf"(?P<organ>A)/ (?: {SESSION} / )? {_MEETING}"],
        read=_read_meeting,
        explain=_explain_meeting,
        examples=["A/50/PV.3", "A/PV.302"],
        cue=r"A/ (?: \d{2,3}/ | E?S-\d{1,2}/ )? PV\.?\d",
    ),
    Form(
        "un",
        "general-assembly-document",
        "a General Assembly document",
        leads=["A/#", "A/S-", "A/ES-", "A/CRP", "A/L", "A/R", "A/WP"],
        patterns=[
            rf"A/ {SESSION} / (?: {KIND} )? {NUMBER} {TAIL}",
            rf"A/ (?: {KIND_WITH_DOT} )? {NUMBER} {TAIL}",
        ],
        read=_read_assembly_document,
        explain=_explain_assembly_document,
        examples=["A/55/305", "A/1689", "A/50/60/Add.1"],
        cue=r"A/ (?: \d{3} | \d{2}/ | E?S-\d | L\.\d )",
    ),
)
