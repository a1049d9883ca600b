"""The scheme ``eu``: acts of the European Union and documents of the Commission.

Until 2014 an act is ``2003/92/CFSP`` (year, number, treaty basis; two digits of the year until 1998) and a
regulation ``Regulation (EC) No 975/1999`` (number, year); from 2015 on every act is ``(CFSP) 2015/778``.
Session documents of the Parliament are ``A4-0047/1999`` (series and term, number, year).
"""

from __future__ import annotations

import re
from typing import Final

from peacekeeping_bib.symbols.lettering import full_year
from peacekeeping_bib.symbols.model import Form, Groups, Part, Reading, RefusedError, Scheme, Symbol

_FOUNDED: Final = 1952
_NEW_NUMBERS: Final = 2015
_BASES: Final = {
    "CFSP": "CFSP",
    "EC": "EC",
    "ECSC": "ECSC",
    "EEC": "EEC",
    "EU": "EU",
    "EURATOM": "Euratom",
    "JHA": "JHA",
}

_BASIS: Final = rf"(?P<basis> {'|'.join(sorted(_BASES, key=len, reverse=True))} )"
_YEAR: Final = r"(?P<year> (?:19|20)\d\d | \d\d )"
_NUMBER: Final = r"(?P<number> [1-9]\d{0,3} )"


def _parts(kind: str, groups: Groups) -> dict[str, Part]:
    year = full_year(groups["year"], _FOUNDED)
    return {"kind": kind, "number": int(groups["number"]), "year": year}


def _read_act(groups: Groups) -> Reading:
    basis, year = _BASES[groups["basis"].upper()], full_year(groups["year"], _FOUNDED)
    if year >= _NEW_NUMBERS:
        raise RefusedError(f"an act of {_NEW_NUMBERS} or later, written ({basis}) {year}/{groups['number']}")
    return Reading(f"{groups['year']}/{groups['number']}/{basis}", _parts("act", groups) | {"basis": basis})


def _read_new_act(groups: Groups) -> Reading:
    basis, year = _BASES[groups["basis"].upper()], full_year(groups["year"], _FOUNDED)
    if year < _NEW_NUMBERS:
        raise RefusedError(f"an act before {_NEW_NUMBERS}, written {year}/{groups['number']}/{basis}")
    return Reading(f"({basis}) {groups['year']}/{groups['number']}", _parts("act", groups) | {"basis": basis})


def _read_regulation(groups: Groups) -> Reading:
    basis, parts = _BASES[groups["basis"].upper()], _parts("regulation", groups)
    return Reading(f"Regulation ({basis}) No {parts['number']}/{groups['year']}", parts | {"basis": basis})


def _read_document(groups: Groups) -> Reading:
    parts = _parts("commission-document", groups) | {"series": groups["series"].upper()}
    final = " final" if groups["final"] else ""
    parts |= {"final": "final"} if final else {}
    return Reading(f"{parts['series']}({groups['year']}) {parts['number']}{final}", parts)


def _read_session_document(groups: Groups) -> Reading:
    """Several motions that became one resolution are cited by all their numbers, as printed.

    The year is that of tabling; the vote may come in the next: no `year`.
    """
    numbers = re.sub(r"\s+", " ", groups["numbers"])
    parts: dict[str, Part] = {
        "kind": "session-document",
        "series": groups["series"].upper(),
        "numbers": numbers,
        "tabled": full_year(groups["year"], _FOUNDED),
    }
    return Reading(f"{parts['series']}-{numbers}/{groups['year']}", parts)


def _explain(symbol: Symbol) -> str:
    parts = symbol.parts
    kind = "regulation" if parts["kind"] == "regulation" else "act"
    return f"European Union {kind} No. {parts['number']} of {symbol.year} ({parts['basis']})"


def _explain_document(symbol: Symbol) -> str:
    parts = symbol.parts
    return f"Document {parts['series']} No. {parts['number']} of {symbol.year} of the European Commission"


def _explain_session_document(symbol: Symbol) -> str:
    parts = symbol.parts
    kind = "Report" if str(parts["series"]).startswith("A") else "Motion"
    return f"{kind} {parts['series']}-{parts['numbers']} of {parts['tabled']} of the European Parliament"


SCHEME: Final = Scheme(
    "eu",
    (
        Form(
            "eu",
            "eu-act",
            "an act of the European Union",
            leads=["#"],
            patterns=[rf"{_YEAR} / {_NUMBER} / {_BASIS}"],
            read=_read_act,
            explain=_explain,
            examples=["2003/92/CFSP", "93/728/CFSP"],
            cue=r"(?:(?:19|20)\d\d|\d\d)/\d{1,4}/(?:CFSP|EC|ECSC|EEC|EU|Euratom|JHA)",
        ),
        Form(
            "eu",
            "eu-act-2015",
            "an act of the European Union of 2015 or later",
            leads=[f"({basis.upper()})" for basis in _BASES],
            patterns=[rf"\({_BASIS}\)\ ?{_YEAR} / {_NUMBER}"],
            read=_read_new_act,
            explain=_explain,
            examples=["(CFSP) 2015/778"],
            cue=r"\((?:CFSP|EU)\)\ 20\d\d/\d",
        ),
        Form(
            "eu",
            "eu-regulation",
            "a regulation of the European Union",
            leads=["REGULATION"],
            patterns=[rf"Regulation\ \({_BASIS}\)\ (?:No\.?\ )? {_NUMBER} / {_YEAR}"],
            read=_read_regulation,
            explain=_explain,
            examples=["Regulation (EC) No 975/1999"],
            cue=r"Regulation\ \((?:EC|EEC|EU)\)\ No",
        ),
        Form(
            "eu",
            "eu-commission-document",
            "a document of the European Commission",
            leads=["COM", "SEC"],
            patterns=[rf"(?P<series> COM | SEC )\ ?\( {_YEAR} \)\ ? {_NUMBER} (?P<final> \ final )?"],
            read=_read_document,
            explain=_explain_document,
            examples=["COM(2001) 211", "COM(2001) 211 final"],
            cue=r"(?:COM|SEC)\ ?\(\d",
        ),
        Form(
            "eu",
            "eu-session-document",
            "a session document of the European Parliament",
            leads=[f"{series}{term}" for series in "AB" for term in range(1, 6)],
            patterns=[
                rf"""
                    (?P<series> [AB][1-5] ) - (?P<numbers> \d{{4}} (?: (?: ,\ | \ and\ ) \d{{4}} )* )
                    / {_YEAR}
                """,
            ],
            read=_read_session_document,
            explain=_explain_session_document,
            examples=["A4-0047/1999", "A3-0041/94", "B4-1067, 1068, 1069 and 1071/95"],
            cue=r"[AB][1-5]-\d{4}",
        ),
    ),
    preface=r"""
        (?: (?:EU|Council|Commission)\ )? (?: Joint\ Action | Common\ Position | Decision | Directive )[ ]
    """,
)
