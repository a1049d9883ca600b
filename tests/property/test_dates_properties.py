"""Dates: properties that hold for all of them, and for all texts that are none."""

from __future__ import annotations

import calendar
import datetime

from hypothesis import given
from hypothesis import strategies as st

from peacekeeping_bib import dates
from peacekeeping_bib.errors import DateError

DAYS = st.dates(min_value=datetime.date(1, 1, 1), max_value=datetime.date(9999, 11, 30))
QUALIFIERS = st.sampled_from(["", "?", "~", "%"])


@st.composite
def points(draw: st.DrawFn) -> str:
    """A date without slash, of any precision."""
    day = draw(DAYS)
    text = day.isoformat()
    year, season = text[:4], f"{text[:4]}-{draw(st.integers(21, 24))}"
    shapes = [
        text,
        text[:7],
        year,
        f"{year[:3]}X",
        f"{year[:2]}XX",
        f"{year}-XX",
        f"{text[:7]}-XX",
        f"{year}-XX-XX",
    ]
    shape = draw(st.sampled_from([*shapes, season] if day.year < 9999 else shapes))
    return shape + draw(QUALIFIERS)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Any date of level 0 or 1."""
    one = draw(points())
    shape = draw(st.sampled_from(["point", "interval", "from", "until"]))
    if shape == "interval":
        other = draw(points())
        first, last = sorted((one, other), key=lambda text: dates.parse(text).first_day)
        return f"{first}/{last}"
    return {"point": one, "from": f"{one}/..", "until": f"../{one}"}[shape]


@given(texts())
def test_the_text_stays_and_bounds_agree(text: str) -> None:
    date = dates.parse(text)
    assert date.text == text
    assert dates.parse(date.text) == date
    assert date.first_day <= date.last_day
    assert date.contains(date)
    assert date.uncertain == ("?" in text or "%" in text)
    assert date.approximate == ("~" in text or "%" in text)


@given(DAYS)
def test_a_day_agrees_with_the_calendar(day: datetime.date) -> None:
    date = dates.parse(day.isoformat())
    assert date.first_day == date.last_day == day
    month = dates.parse(day.isoformat()[:7])
    assert month.last_day.day == calendar.monthrange(day.year, day.month)[1]
    assert month.contains(date)
    assert dates.csl_date_parts(date) == {"date-parts": [[day.year, day.month, day.day]]}


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_is_read_exactly_if_it_exists(year: int, month: int, day: int) -> None:
    try:
        datetime.date(year, month, day)
    except ValueError:
        exists = False
    else:
        exists = True
    try:
        dates.parse(f"{year:04}-{month:02}-{day:02}")
    except DateError:
        assert not exists
    else:
        assert exists


@given(texts(), texts())
def test_order_agrees_with_first_days_and_sort_keys(one: str, other: str) -> None:
    first, second = dates.parse(one), dates.parse(other)
    if first.first_day < second.first_day:
        assert first < second
    assert (first < second) == (first.sort_key() < second.sort_key())
    assert (first == second) == (one == other)


@given(texts(), texts(), texts())
def test_containing_is_transitive(one: str, two: str, three: str) -> None:
    a, b, c = map(dates.parse, (one, two, three))
    if a.contains(b) and b.contains(c):
        assert a.contains(c)


@given(st.text() | st.text(alphabet="0123456789X-/?~%.T", max_size=24))
def test_any_other_text_is_refused_with_a_date_error(text: str) -> None:
    try:
        date = dates.parse(text)
    except DateError:
        return
    assert date.text == text
    assert text.isascii()
    assert dates.csl_date_parts(date)["date-parts"]
