"""Sessions of the United Nations General Assembly and how symbols write them.

Until the thirtieth session resolutions carry the session as a Roman numeral, from the thirty-first (1976) on
all symbols carry it in Arabic numerals. Special sessions are Roman until the seventh (``S-VII``) and Arabic
from the eighth (``S-8``), emergency special sessions Roman until the fifth (``ES-V``) and Arabic from the
sixth (``ES-6``). Sources: Dag Hammarskjöld Library, research guide on resolutions; note at the head of the
volumes of resolutions and decisions (Official Records of the General Assembly).
"""

from __future__ import annotations

from typing import Final

from peacekeeping_bib.errors import SymbolError
from peacekeeping_bib.symbols.lettering import ordinal, roman
from peacekeeping_bib.symbols.model import Part, RefusedError, Symbol

FIRST_ARABIC: Final = 31
_LAST_ROMAN: Final = {"": 30, "S-": 7, "ES-": 5}
_LAST: Final = {"": 199, "S-": 99, "ES-": 99}
_NUMBERS: Final = {roman(number): number for number in range(1, 31)}
_NAMES: Final = {"S-": "special session", "ES-": "emergency special session"}


def session_years(session: int) -> tuple[int, int]:
    """Return the years in which a regular session of the General Assembly begins and ends.

    Session s opens in September of the year 1945+s and is closed the day before the next one opens. The first
    session lies in 1946 alone (January to December). The two years say nothing about special and emergency
    special sessions, which have numberings of their own and are held when needed; the emergency ones may be
    resumed years later.

    Raises:
        SymbolError: There is no such session.
    """
    if session < 1:
        raise SymbolError(str(session), "a session of the General Assembly, numbered from 1")
    return 1945 + session, 1946 + session if session > 1 else 1946


def read_session(text: str) -> dict[str, Part]:
    """Read a session as symbols write it: ``49``, ``XXX``, ``S-8``, ``ES-I``.

    Returns:
        ``session`` for a regular session, ``special_session`` for the others.
    """
    text = text.upper()
    prefix = text[: text.find("-") + 1]
    numeral = text[len(prefix) :]
    if numeral.isdigit():
        number, first, last, style = int(numeral), _LAST_ROMAN[prefix] + 1, _LAST[prefix], "Arabic"
    else:
        number, first, last, style = _NUMBERS.get(numeral, 0), 1, _LAST_ROMAN[prefix], "Roman"
    if not first <= number <= last:
        raise RefusedError(_expected(prefix, style))
    return {"special_session": text} if prefix else {"session": number}


def describe_session(symbol: Symbol, before: str) -> str:
    """Return " of the 49th session (1994 to 1995)", `before` being "of"; empty where there is no session."""
    special = symbol.parts.get("special_session")
    if isinstance(special, str):
        prefix, _, numeral = special.rpartition("-")
        number = int(numeral) if numeral.isdigit() else _NUMBERS[numeral]
        return f" {before} the {ordinal(number)} {_NAMES[prefix + '-']}"
    if symbol.session is None:
        return ""
    first, last = session_years(symbol.session)
    years = f"{first} to {last}" if first < last else str(first)
    return f" {before} the {ordinal(symbol.session)} session ({years})"


def _expected(prefix: str, style: str) -> str:
    if prefix:
        last = _LAST_ROMAN[prefix]
        return f"a {_NAMES[prefix]} written {prefix}I to {prefix}{roman(last)}, or from {prefix}{last + 1} on"
    if style == "Roman":
        return "a session in Roman numerals from I to XXX; later sessions come first, as in A/RES/49/37"
    return (
        f"a session of the General Assembly from {FIRST_ARABIC} on; earlier symbols have none, as in A/1689"
    )
