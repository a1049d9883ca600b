"""Dates in the Extended Date/Time Format: EDTF, ISO 8601-2:2019, levels 0 and 1.

>>> parse("1999-06-10").start
(1999, 6, 10)
>>> parse("1999-06-10/..").end is None
True
>>> parse("199X").last_day
datetime.date(1999, 12, 31)

Read are

- ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` and intervals ``a/b`` (level 0);
- a qualifier at the end of a date, ``?`` uncertain, ``~`` approximate, ``%`` both;
- unspecified digits from the right: ``199X``, ``19XX``, ``1999-XX``, ``1999-06-XX``, ``1999-XX-XX``;
- intervals with an open end (``../1999``, ``1999/..``) or an unknown one (``/1999``, ``1999/``);
- seasons ``YYYY-21`` (spring) to ``YYYY-24`` (winter).

Refused, with the reason, are times of day (a bibliographic date has none), years outside 0001 to 9999,
days that do not exist, and intervals that end before they begin.

A season has no fixed days. Its bounds are an approximation for sorting and filtering: the meteorological
seasons of the northern hemisphere, as issues of periodicals are named, so that the winter of 1999 runs from
December 1999 to February 2000.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache, total_ordering
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from peacekeeping_bib.errors import DateError

if TYPE_CHECKING:
    import datetime

__all__ = ["Bound", "Date", "csl_date_parts", "parse"]

Bound = tuple[int, int | None, int | None]
"""Year, month and day; a part that the text does not give is None."""

_POINT = re.compile(
    r"""
    (?P<year>  [0-9]{4} | [0-9]{3}X | [0-9]{2}XX )
    (?: - (?P<month> [0-9]{2} | XX )
        (?: - (?P<day> [0-9]{2} | XX ) )? )?
    (?P<qualifier> [?~%] )?
    """,
    re.VERBOSE,
)
_TIMED: Final = re.compile(r"[0-9X-]+T")
_FORMS: Final = "YYYY, YYYY-MM or YYYY-MM-DD with plain hyphens, or an interval of two of them 'a/b'"
_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: Name and first month by code.
_SEASONS: Final[Mapping[int, tuple[str, int]]] = {
    21: ("spring", 3),
    22: ("summer", 6),
    23: ("autumn", 9),
    24: ("winter", 12),
}


class _Point(NamedTuple):
    """One date, or one end of an interval."""

    start: Bound
    end: Bound
    qualifier: str
    season: int | None


@total_ordering
class Date:
    """An EDTF date; immutable, hashable, ordered by its first day (made by `parse`).

    Attributes:
        text: The date as EDTF, as it is stored.
        start: Year, month and day of the beginning as far as given; None where it is open or unknown.
        end: The same of the end; equals `start` but for intervals, seasons and years such as 199X.
        is_interval: Whether the text is an interval ``a/b``.
        uncertain: Whether a ``?`` or ``%`` stands in the text.
        approximate: Whether a ``~`` or ``%`` stands in the text.
        season: 21 to 24 for a season, else None.
    """

    __slots__ = ("approximate", "end", "is_interval", "season", "start", "text", "uncertain")

    text: str
    start: Bound | None
    end: Bound | None
    is_interval: bool
    uncertain: bool
    approximate: bool
    season: int | None

    def __init__(self, text: str, first: _Point | None, last: _Point | None, is_interval: bool) -> None:
        marks = {point.qualifier for point in (first, last) if point}
        for name, value in (
            ("text", text),
            ("start", first.start if first else None),
            ("end", last.end if last else None),
            ("is_interval", is_interval),
            ("uncertain", bool(marks & {"?", "%"})),
            ("approximate", bool(marks & {"~", "%"})),
            ("season", first.season if first and not is_interval else None),
        ):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Date does not change: parse another text instead of setting {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a Date does not change: {name!r} cannot be deleted")

    @property
    def first_day(self) -> datetime.date:
        """The first day on which it can lie; ``date.min`` where the beginning is open or unknown."""
        from datetime import date

        return date(*_first(self.start)) if self.start else date.min

    @property
    def last_day(self) -> datetime.date:
        """The last day on which it can lie; ``date.max`` where the end is open or unknown."""
        from datetime import date

        return date(*_last(self.end)) if self.end else date.max

    def sort_key(self) -> str:
        """Return a string that sorts as the dates do: by first day, the less precise before the more precise.

        An open beginning sorts before everything else.
        """
        year, month, day = self.start or (0, None, None)
        return f"{year:04}-{month or 0:02}-{day or 0:02} {self.text}"

    def contains(self, other: Date) -> bool:
        """Tell whether every day on which `other` can lie is a day of this date."""
        begins = self.start is None or (other.start is not None and _first(self.start) <= _first(other.start))
        ends = self.end is None or (other.end is not None and _last(other.end) <= _last(self.end))
        return begins and ends

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Date) else NotImplemented

    def __lt__(self, other: object) -> bool:
        return self.sort_key() < other.sort_key() if isinstance(other, Date) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Date({self.text!r})"

    def __str__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[Any, ...]:
        return parse, (self.text,)


@lru_cache(maxsize=4096)
def parse(text: str) -> Date:
    """Read a date.

    Args:
        text: EDTF of level 0 or 1, for example ``1999-06-10``, ``1992-07-09/1992-07-10``, ``1994?``.

    Raises:
        DateError: The text is none; the error says what was expected.
    """
    if _TIMED.match(text):
        raise DateError(text, "a day without a time of day, such as 1999-06-10")
    if "/" not in text:
        point = _point(text, text)
        return Date(text, point, point, is_interval=False)
    left, _, right = text.partition("/")
    first, last = (None if end in ("..", "") else _point(end, text) for end in (left, right))
    if first is None and last is None:
        raise DateError(text, "an interval of which at least one end is a date, such as 1999/..")
    if first and last and _last(last.end) < _first(first.start):
        raise DateError(text, f"an interval that begins before it ends, such as {right}/{left}")
    return Date(text, first, last, is_interval=True)


def csl_date_parts(date: Date) -> dict[str, Any]:
    """Return the date as a CSL-JSON date variable.

    ``{"date-parts": [[y, m, d]]}``, each list as long as the date is precise, and two lists for an interval
    or for a year with unspecified digits (``199X``: 1990 and 1999). ``"circa": True`` is added where the date
    is uncertain, approximate or has such digits, ``"season": 1`` to ``4`` for a season (CSL 1.0.2).

    CSL-JSON cannot say that an interval is open: its known end alone is given.
    """
    ends = [bound for bound in (date.start, date.end) if bound]
    if date.season is not None:
        ends = [(ends[0][0], None, None)]
    vague_year = not date.is_interval and date.season is None and date.start != date.end
    if ends[0] == ends[-1]:
        del ends[1:]
    item: dict[str, Any] = {"date-parts": [[part for part in bound if part is not None] for bound in ends]}
    if date.season is not None:
        item["season"] = date.season - 20
    if date.uncertain or date.approximate or vague_year:
        item["circa"] = True
    return item


def _point(text: str, whole: str) -> _Point:
    """Read one date without a slash; `whole` is named in errors."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise DateError(whole, _FORMS)
    year, month, day, qualifier = match.groups()
    if year == "0000":
        raise DateError(whole, "a year from 0001 to 9999")
    if (month and "X" in year) or (month == "XX" and day not in (None, "XX")):
        raise DateError(whole, "unspecified digits X from the right only: 199X, 1999-XX or 1999-06-XX")
    if "X" in year:
        low, high = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
        return _Point((low, None, None), (high, None, None), qualifier or "", None)
    number = int(month) if month and month != "XX" else None
    if number is not None and number in _SEASONS:
        return _season(int(year), number, day, qualifier, whole)
    bound = (int(year), number, int(day) if day and day != "XX" else None)
    _check(bound, whole)
    return _Point(bound, bound, qualifier or "", None)


def _season(year: int, code: int, day: str | None, qualifier: str | None, whole: str) -> _Point:
    name, month = _SEASONS[code]
    if day is not None:
        raise DateError(whole, f"no day after a season ({code} is {name}), or a month 01 to 12")
    end = (year, month + 2, None) if month < 12 else (year + 1, 2, None)
    if end[0] > 9999:
        raise DateError(whole, "a season that ends in a year before 10000")
    return _Point((year, month, None), end, qualifier or "", code)


def _check(bound: Bound, whole: str) -> None:
    year, month, day = bound
    if month is not None and not 1 <= month <= 12:
        raise DateError(whole, f"a month 01 to 12, or a season 21 to 24, not {month:02}")
    if day is not None and month is not None and not 1 <= day <= _days(year, month):
        raise DateError(whole, f"a day that exists: {year:04}-{month:02} has 01 to {_days(year, month)}")


def _days(year: int, month: int) -> int:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap else _DAYS[month - 1]


def _first(bound: Bound) -> tuple[int, int, int]:
    year, month, day = bound
    return year, month or 1, day or 1


def _last(bound: Bound) -> tuple[int, int, int]:
    year, month, day = bound
    month = month or 12
    return year, month, day or _days(year, month)
