"""Dates: what is read, what is refused and why, bounds, order, CSL-JSON."""

from __future__ import annotations

import copy
import datetime
import pickle

import pytest

from peacekeeping_bib import dates
from peacekeeping_bib.errors import DateError, PeacekeepingBibError

# text, start, end, first day, last day
READ = [
    ("1999", (1999, None, None), (1999, None, None), "1999-01-01", "1999-12-31"),
    ("1999-06", (1999, 6, None), (1999, 6, None), "1999-06-01", "1999-06-30"),
    ("1999-06-10", (1999, 6, 10), (1999, 6, 10), "1999-06-10", "1999-06-10"),
    ("1996-02", (1996, 2, None), (1996, 2, None), "1996-02-01", "1996-02-29"),
    ("1900-02", (1900, 2, None), (1900, 2, None), "1900-02-01", "1900-02-28"),
    ("2000-02-29", (2000, 2, 29), (2000, 2, 29), "2000-02-29", "2000-02-29"),
    ("0001", (1, None, None), (1, None, None), "0001-01-01", "0001-12-31"),
    ("1992-07-09/1992-07-10", (1992, 7, 9), (1992, 7, 10), "1992-07-09", "1992-07-10"),
    ("1992/1994-05", (1992, None, None), (1994, 5, None), "1992-01-01", "1994-05-31"),
    ("1999-06-10/1999-06", (1999, 6, 10), (1999, 6, None), "1999-06-10", "1999-06-30"),
    ("1994?", (1994, None, None), (1994, None, None), "1994-01-01", "1994-12-31"),
    ("199X", (1990, None, None), (1999, None, None), "1990-01-01", "1999-12-31"),
    ("19XX", (1900, None, None), (1999, None, None), "1900-01-01", "1999-12-31"),
    ("1999-XX", (1999, None, None), (1999, None, None), "1999-01-01", "1999-12-31"),
    ("1999-06-XX", (1999, 6, None), (1999, 6, None), "1999-06-01", "1999-06-30"),
    ("1999-XX-XX", (1999, None, None), (1999, None, None), "1999-01-01", "1999-12-31"),
    ("1999-21", (1999, 3, None), (1999, 5, None), "1999-03-01", "1999-05-31"),
    ("1999-24", (1999, 12, None), (2000, 2, None), "1999-12-01", "2000-02-29"),
    ("../1999", None, (1999, None, None), "0001-01-01", "1999-12-31"),
    ("1999-06/..", (1999, 6, None), None, "1999-06-01", "9999-12-31"),
    ("1999/", (1999, None, None), None, "1999-01-01", "9999-12-31"),
]


@pytest.mark.parametrize(("text", "start", "end", "first", "last"), READ)
def test_bounds(text: str, start: object, end: object, first: str, last: str) -> None:
    date = dates.parse(text)
    assert (date.text, date.start, date.end) == (text, start, end)
    assert (date.first_day.isoformat(), date.last_day.isoformat()) == (first, last)
    assert date.is_interval == ("/" in text)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("1994", False, False),
        ("1994?", True, False),
        ("1994~", False, True),
        ("1994-05-10%", True, True),
        ("1994?/1995~", True, True),
        ("../1995~", False, True),
    ],
)
def test_qualifiers(text: str, uncertain: bool, approximate: bool) -> None:
    date = dates.parse(text)
    assert (date.uncertain, date.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "YYYY-MM-DD"),
        ("10 June 1999", "YYYY-MM-DD"),
        ("1999-6-10", "YYYY-MM-DD"),
        ("1999–06–10", "plain hyphens"),
        (" 1999", "YYYY"),
        ("١٩٩٩", "YYYY"),
        ("199x", "YYYY"),
        ("19999", "YYYY"),
        ("-1999", "YYYY"),
        ("?1999", "YYYY"),
        ("0000", "from 0001"),
        ("1999-13", "month 01 to 12"),
        ("1999-00", "month 01 to 12"),
        ("1999-25", "month 01 to 12"),
        ("1999-02-30", "1999-02 has 01 to 28"),
        ("2000-02-30", "2000-02 has 01 to 29"),
        ("1999-06-31", "1999-06 has 01 to 30"),
        ("1999-06-00", "1999-06 has 01 to 30"),
        ("1999-21-03", "no day after a season"),
        ("199X-06", "from the right"),
        ("1999-XX-10", "from the right"),
        ("1999-06-10T12:00:00", "without a time"),
        ("1999-06-10T12", "without a time"),
        ("2000/1999", "begins before it ends, such as 1999/2000"),
        ("1999-07/1999-06-30", "begins before it ends"),
        ("../..", "at least one end"),
        ("/", "at least one end"),
        ("1999/2000/2001", "YYYY"),
        ("9999-24", "before 10000"),
    ],
)
def test_refused_with_the_reason(text: str, expected: str) -> None:
    with pytest.raises(DateError) as caught:
        dates.parse(text)
    assert expected in caught.value.expected
    assert caught.value.text == text
    assert isinstance(caught.value, PeacekeepingBibError)


def test_order_is_that_of_the_first_day() -> None:
    texts = ["1999-06-10", "1999", "../2005", "199X", "1999-06", "1998-12-31/2001", "1999-21", "1999-06-09"]
    expected = [
        "../2005",
        "199X",
        "1998-12-31/2001",
        "1999",
        "1999-21",
        "1999-06",
        "1999-06-09",
        "1999-06-10",
    ]
    assert [str(date) for date in sorted(map(dates.parse, texts))] == expected
    assert sorted(texts, key=lambda text: dates.parse(text).sort_key()) == expected


@pytest.mark.parametrize(
    ("outer", "inner", "result"),
    [
        ("1999", "1999-06-10", True),
        ("1999-06", "1999-06-XX", True),
        ("1999-06-10", "1999-06", False),
        ("1992-07-09/1992-07-10", "1992-07-10", True),
        ("1992-07-09/1992-07-10", "1992-07-11", False),
        ("1999/..", "2024-01-01", True),
        ("1999/..", "1998", False),
        ("1999/..", "../2005", False),
        ("../1999", "1945/1946", True),
        ("199X", "1995-21", True),
    ],
)
def test_contains(outer: str, inner: str, result: bool) -> None:
    assert dates.parse(outer).contains(dates.parse(inner)) is result


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("1999", {"date-parts": [[1999]]}),
        ("1999-06", {"date-parts": [[1999, 6]]}),
        ("1999-06-10", {"date-parts": [[1999, 6, 10]]}),
        ("1999-06-XX", {"date-parts": [[1999, 6]]}),
        ("1992-07-09/1992-07-10", {"date-parts": [[1992, 7, 9], [1992, 7, 10]]}),
        ("1999-06/1999-06", {"date-parts": [[1999, 6]]}),
        ("1999~", {"date-parts": [[1999]], "circa": True}),
        ("1999-06?", {"date-parts": [[1999, 6]], "circa": True}),
        ("1999-06-10%", {"date-parts": [[1999, 6, 10]], "circa": True}),
        ("199X", {"date-parts": [[1990], [1999]], "circa": True}),
        ("1999-24", {"date-parts": [[1999]], "season": 4}),
        ("1999/..", {"date-parts": [[1999]]}),
        ("../1999-06", {"date-parts": [[1999, 6]]}),
    ],
)
def test_csl(text: str, item: dict[str, object]) -> None:
    assert dates.csl_date_parts(dates.parse(text)) == item


def test_a_date_is_a_value() -> None:
    date = dates.parse("1999-06-10")
    assert date == dates.parse("1999-06-10")
    assert date != dates.parse("1999-06")
    assert date != "1999-06-10"
    assert len({date, dates.parse("1999-06-10")}) == 1
    assert pickle.loads(pickle.dumps(date)) == copy.deepcopy(date) == date  # noqa: S301
    assert repr(date) == "Date('1999-06-10')"
    with pytest.raises(AttributeError):
        date.text = "2000"
    assert date.first_day == datetime.date(1999, 6, 10)
    with pytest.raises(TypeError):
        assert date < "1999"  # type: ignore[operator]
