"""What all United Nations symbols share: pieces of patterns, suffixes, dates in brackets.

Elements of symbols after Dag Hammarskjöld Library, "UN Document Symbols" (research guide).
"""

from __future__ import annotations

import re
from typing import Final

from peacekeeping_bib.symbols.model import Groups, Part, RefusedError, Symbol

FIRST_YEAR: Final = 1946
LAST_YEAR: Final = 2099

NUMBER: Final = r"(?P<number> [1-9]\d{0,4} )"
YEAR: Final = r"(?P<year> (?:19|20)\d\d )"
SESSION: Final = r"(?P<session> E?S-[1-9]\d? | [1-9]\d{0,2} )"

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
#: "10 June " or "Oct. 31, " in front of a year.
DAY_AND_MONTH: Final = rf"(?: \d{{1,2}}\ {_MONTH}\  | {_MONTH}\ \d{{1,2}},\  )"

SUFFIXES: Final = r"""
    (?P<suffixes> (?: / (?: (?:Add|Amend|Corr|Rev)\.?\ ?[1-9]\d{0,2} | Summary ) )* )
"""
#: The asterisk of a reissue, and the date or year as law styles add it; neither belongs to the symbol.
DATED: Final = rf"""
    \*{{0,3}}
    (?P<dated> \ ?\( {DAY_AND_MONTH}? (?:19|20)\d\d \) | (?:\ of|,)\  {DAY_AND_MONTH} (?:19|20)\d\d )?
"""
#: What may follow the number of a document.
TAIL: Final = rf"""
    {SUFFIXES} (?: \ ?\( (?P<part> (?:Part|Vol|Sect|Supp)\.?\ ? (?: [1-9]\d? | [IVX]+ ) ) \) )? {DATED}
"""

#: What kind of document it is, after the session or year.
KIND: Final = r"(?P<kind> (?: CRP | L | R | WP )(?=\.) | (?: INF | NGO | PET )(?=/) ) [./]\ ?"
KIND_WITH_DOT: Final = r"(?P<kind> CRP | L | R | WP )\.\ ?"

_SUFFIX: Final = r"/(Add|Amend|Corr|Rev|Summary)\.? ?(\d*)"
_SUFFIX_NAMES: Final = {
    "Add": "addendum",
    "Amend": "amendment",
    "Corr": "corrigendum",
    "Rev": "revision",
    "Summary": "summary",
}
_PART_NAMES: Final = {"Part": "part", "Vol.": "volume", "Sect.": "section", "Supp.": "supplement"}


def tail(groups: Groups) -> tuple[str, dict[str, Part]]:
    """Return what follows the number in canonical form, and as parts.

    >>> tail({"suffixes": "/add1/Corr. 2", "part": None})
    ('/Add.1/Corr.2', {'suffixes': ('Add.1', 'Corr.2')})
    """
    if not groups["suffixes"] and not groups.get("part"):
        return "", {}
    found = re.findall(_SUFFIX, groups["suffixes"], re.IGNORECASE)
    suffixes = tuple(name.capitalize() + ("." + number if number else "") for name, number in found)
    text, parts = "".join("/" + suffix for suffix in suffixes), dict[str, Part](suffixes=suffixes)
    if groups.get("part"):
        parts["part"] = document_part(groups["part"])
        text += f" ({parts['part']})"
    return text, parts


def document_part(text: str) -> str:
    """Return ``Part I``, ``Vol. 2`` … in canonical form."""
    words = re.split(r"[. ]+", re.sub(r"(?<=[a-z])(?=\d)", " ", text))
    name, number = words[0].capitalize(), words[1].upper()
    return f"Part {number}" if name == "Part" else f"{name}. {number}"


def describe_tail(symbol: Symbol) -> str:
    """Return ", addendum 1, corrigendum 2, part I", empty where nothing follows the number."""
    words = []
    for suffix in symbol.suffixes:
        name, _, number = suffix.partition(".")
        words.append(f"{_SUFFIX_NAMES[name]} {number}".rstrip())
    part = symbol.parts.get("part")
    if isinstance(part, str):
        name, _, number = part.partition(" ")
        words.append(f"{_PART_NAMES[name]} {number}")
    return "".join(", " + word for word in words)


def check_year(year: int, first: int, what: str) -> int:
    """Return the year if it is one in which the series can have had numbers.

    Raises:
        RefusedError: It is not.
    """
    if not first <= year <= LAST_YEAR:
        raise RefusedError(f"{what} of {first} or later, not of {year}")
    return year


def check_dated(groups: Groups, first: int, last: int) -> None:
    """See that the date behind the symbol, if there is one, agrees with it.

    Raises:
        RefusedError: Its year is not among those that the symbol allows.
    """
    year = (groups["dated"] or "").rstrip(")")[-4:]
    if year and not first <= int(year) <= last:
        years = str(first) if first == last else f"{first} to {last}"
        raise RefusedError(f"a date in {years}, as the symbol says, not in {year}")
