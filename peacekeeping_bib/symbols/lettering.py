"""How symbols are written: dashes, spaces, zero-width characters, Roman numerals, short years."""

from __future__ import annotations

import re
from typing import Final

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_SLASHES: Final = "\u2044\u2215\uff0f"
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SPELLINGS: Final[dict[int, str | None]] = {
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, _SLASHES), "/"),
    **dict.fromkeys(map(ord, _UNSEEN), None),
}
_RUN: Final = rf"(?P<space>\s+)|(?P<unseen>[{_UNSEEN}]+)|(?P<text>[^\s{_UNSEEN}]+)"
_ROMAN: Final = ((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def plain(text: str) -> str:
    """Return the text with plain hyphens and slashes, single spaces and no zero-width characters."""
    if not text.isascii():
        text = text.translate(_SPELLINGS)
    return " ".join(text.split())


def fold(text: str) -> str:
    """Return `plain` text without the spaces around slashes, as all forms expect it."""
    text = plain(text)
    return re.sub(" ?/ ?", "/", text) if " /" in text or "/ " in text else text


def fold_in_place(text: str) -> tuple[str, list[int]]:
    """Return `plain` text of a longer passage, and for each of its characters the index in the original.

    The list has one more entry, for the end.
    """
    pieces: list[str] = []
    origins: list[int] = []
    for run in re.finditer(_RUN, text):
        if run.lastgroup == "text":
            pieces.append(run.group().translate(_SPELLINGS))
            origins.extend(range(run.start(), run.end()))
        elif run.lastgroup == "space":
            pieces.append(" ")
            origins.append(run.start())
    origins.append(len(text))
    return "".join(pieces), origins


def roman(number: int) -> str:
    """Return a number from 1 to 49 as a Roman numeral."""
    digits = ""
    for value, sign in _ROMAN:
        while number >= value:
            digits, number = digits + sign, number - value
    return digits


def ordinal(number: int) -> str:
    """Return a number as ``1st``, ``2nd``, ``11th``."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def full_year(digits: str, first: int) -> int:
    """Return the year that two or four digits mean, for a series that began in the year `first`."""
    if len(digits) == 4:
        return int(digits)
    year = first - first % 100 + int(digits)
    return year if year >= first else year + 100
