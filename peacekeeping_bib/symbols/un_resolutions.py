"""Resolutions of the Security Council and of the General Assembly, as symbols and in words."""

from __future__ import annotations

import re
from typing import Final

from peacekeeping_bib.symbols.model import Form, Groups, Part, Reading, RefusedError, Symbol
from peacekeeping_bib.symbols.sessions import describe_session, read_session, session_years
from peacekeeping_bib.symbols.un_parts import (
    DATED,
    DAY_AND_MONTH,
    FIRST_YEAR,
    NUMBER,
    SUFFIXES,
    check_dated,
    check_year,
    describe_tail,
    tail,
)

_UN: Final = r"(?: (?:UN|U\.N\.|United\ Nations)\ )?"
_RES: Final = r"Res (?: \. | olution )? \ ? (?:No\.?\ ?)?"
_COUNCIL: Final = rf"""
    (?: S/RES[/ ] | {_UN} (?: Security\ Council | S\.?C\.? | UNSC )\ {_RES} | (?:UN)?SCR\ ?(?:No\.?\ )? )
"""
_ASSEMBLY: Final = rf"""
    (?: A/RES[/ ] | {_UN} (?: General\ Assembly | G\.?A\.? | UNGA )\ {_RES} | UNGAR\ ?(?:No\.?\ )? )
"""
#: The year of a Council resolution: "(1999)", "(10 June 1999)", "/1999", "of 10 June 1999".
_OF_YEAR: Final = rf"""
    (?: (?: \ ?(?P<open>\()\ ? | / | \ of\  ) {DAY_AND_MONTH}? (?P<year> \d{{4}} ) (?(open)\ ?\)) )?
"""
#: "A", "A-C", "A to C", "A and B". Apart from the number the letter must be upper case, lest "a" be one.
_LETTERS: Final = r"\ ?(?-i: [A-Z] (?: (?:\ ?-\ ?|\ to\ |\ and\ ) [A-Z] )? ) | [A-Z]"
_BRACKETED: Final = r"\[ (?P<library> [A-Z]+ (?:-[A-Z])? ) \]"


def _read_council(groups: Groups) -> Reading:
    number, ending = int(groups["number"]), tail(groups)
    parts: dict[str, Part] = {"organ": "unsc", "kind": "resolution", "number": number, **ending[1]}
    text = f"S/RES/{number}"
    if groups["year"]:
        year = check_year(int(groups["year"]), FIRST_YEAR, "a Security Council resolution")
        check_dated(groups, year, year)
        parts["year"] = year
        text += f" ({year})"
    return Reading(text + ending[0], parts)


def _explain_council(symbol: Symbol) -> str:
    adopted = f", adopted in {symbol.year}" if symbol.year else ""
    return f"Security Council resolution No. {symbol.parts['number']}{adopted}{describe_tail(symbol)}"


def _council_keys(symbol: Symbol) -> tuple[str, str | None]:
    """Resolutions have been numbered through since 1946: the number alone identifies one."""
    number = f"un:s/res/{symbol.parts['number']}"
    ending = "".join(f"/{suffix}".lower() for suffix in symbol.suffixes)
    year = f"({symbol.year})" if symbol.year else ""
    return f"{number}{year}{ending}", f"{number}{ending}"


def _read_assembly(groups: Groups) -> Reading:
    session = read_session(groups["session"])
    if isinstance(regular := session.get("session"), int):
        check_dated(groups, *session_years(regular))
    parts: dict[str, Part] = {
        "organ": "unga",
        "kind": "resolution",
        "number": int(groups["number"]),
        **session,
    }
    letters = _letters(groups)
    if letters:
        parts["letters"] = letters
    return Reading(_assembly_text(groups["session"].upper(), groups["number"], letters), parts)


def _letters(groups: Groups) -> str:
    """Return what tells resolutions under one number apart: ``A``, ``A-C``, ``A and B``."""
    given = [groups[name] for name in ("letters", "letters_after", "library") if groups.get(name)]
    if len(given) > 1:
        raise RefusedError("its letter once, such as A/RES/377 A (V)")
    letters = re.sub(" ?- ?| to ", "-", given[0].strip()) if given else ""
    return letters if " and " in letters else letters.upper()


def _assembly_text(session: str, number: str, letters: str) -> str:
    """Print a symbol: ``A/RES/34/7 B``, ``A/RES/377 A (V)``.

    The UN library writes letters in brackets, ``A/RES/31/5[B]``. What it writes so and the document does not
    print, such as ``[AA]`` for section A of resolution 377 A, stays in brackets.
    """
    printed = bracketed = ""
    if re.fullmatch("[A-Z](?:-[A-Z]| and [A-Z])?", letters):
        printed = f" {letters}"
    elif letters:
        bracketed = f"[{letters}]"
    if session[-1].isdigit():
        return f"A/RES/{session}/{number}{printed}{bracketed}"
    return f"A/RES/{number}{printed}{' ' if printed else ''}({session}){bracketed}"


def _explain_assembly(symbol: Symbol) -> str:
    parts = symbol.parts
    letters = f" {parts['letters']}" if "letters" in parts else ""
    return f"General Assembly resolution No. {parts['number']}{letters}{describe_session(symbol, 'of')}"


FORMS: Final = (
    Form(
        "un",
        "security-council-resolution",
        "a Security Council resolution",
        leads=["S/RES", "SC", "S.C", "UNSC", "SECURITY COUNCIL", "UN S", "U.N. S", "UNITED NATIONS S"],
        patterns=[rf"{_COUNCIL} {NUMBER} {_OF_YEAR} {SUFFIXES} {DATED}"],
        read=_read_council,
        explain=_explain_council,
        examples=["S/RES/1244 (1999)", "S/RES/1244"],
        spellings=[
            "UNSC Res 1244",
            "UNSCR 1244",
            "SC Res. 1244",
            "S.C. Res. 1244",
            "Security Council resolution 1244",
        ],
        cue=r"""
            S/(?:RES|Res)/\d
            | (?:UN\ |U\.N\.\ |United\ Nations\ )? (?:Security\ Council\ [Rr]es|S\.?C\.?\ Res|UNSC\ Res|UNSCR)
        """,
        keys=_council_keys,
    ),
    Form(
        "un",
        "general-assembly-resolution",
        "a General Assembly resolution",
        leads=["A/RES", "GA", "G.A", "UNGA", "GENERAL ASSEMBLY", "UN G", "U.N. G", "UNITED NATIONS G"],
        patterns=[
            rf"""
                {_ASSEMBLY} (?P<session> (?:E?S-)?[1-9]\d{{0,2}} ) / {NUMBER}
                (?: (?P<letters> {_LETTERS} ) | {_BRACKETED} )? {DATED}
            """,
            rf"""
                {_ASSEMBLY} {NUMBER} (?P<letters> {_LETTERS} )? \ ?\(\ ?(?P<session> (?:E?S-)?[IVX]+ )\ ?\)
                (?: (?P<letters_after> {_LETTERS} ) | {_BRACKETED} )? {DATED}
            """,
        ],
        read=_read_assembly,
        explain=_explain_assembly,
        examples=["A/RES/49/37", "A/RES/377(V)", "A/RES/377 A (V)", "A/RES/ES-10/15"],
        spellings=[
            "UNGA Res 49/37",
            "GA Res. 49/37",
            "G.A. Res. 377(V)",
            "General Assembly resolution 49/37",
        ],
        cue=r"""
            A/(?:RES|Res)/(?:\d|E?S-)
            | (?:UN\ |U\.N\.\ |United\ Nations\ )? (?:General\ Assembly\ [Rr]es|G\.?A\.?\ Res|UNGA\ Res|UNGAR)
        """,
    ),
)
