"""Dates: localized and explicit forms, ranges, seasons, year suffixes."""

# mypy: disallow-subclassing-any=False
from __future__ import annotations

from typing import Any

from citeproc import model

from peacekeeping_bib.formatting.engine.elements import Element, formats_of
from peacekeeping_bib.formatting.engine.markup import mark
from peacekeeping_bib.formatting.engine.numbers import EN_DASH
from peacekeeping_bib.formatting.engine.prepare import Date as Value
from peacekeeping_bib.formatting.engine.punctuation import append, join
from peacekeeping_bib.formatting.engine.run import Run
from peacekeeping_bib.formatting.engine.textcase import change_case

_PARTS = ("year", "month", "day")
_CHRISTIAN_ERA_BEFORE = 500  # years below are printed with "AD", as the reference processor does


class Date_Part(Element, model.Date_Part):
    """``cs:date-part``; never changed, a style's wishes for one of a locale make a :class:`Part`."""

    def render(self, run: Run) -> str:
        """Return nothing: the date renders its parts."""
        return ""


class Part:
    """How one part of one date is written: the locale's attributes overlaid by the style's."""

    def __init__(self, attributes: dict[str, str]) -> None:
        self.name = attributes["name"]
        self.before, self.after = attributes.get("prefix", ""), attributes.get("suffix", "")
        self.form = attributes.get("form") or ("numeric" if self.name == "day" else "long")
        self.range_delimiter = attributes.get("range-delimiter", EN_DASH)
        self.no_periods = attributes.get("strip-periods") == "true"
        self.case_rule = attributes.get("text-case")
        self.formats = formats_of(attributes)


class Date(Element, model.Date):
    """``cs:date`` in a style; those of a locale only lend their parts."""

    def _init(self) -> None:
        super()._init()
        self.variable = self.get("variable")
        self.form = self.get("form")
        self.shown = self.get("date-parts", "year-month-day").split("-")

    def bind(self, style: Any) -> None:
        """See :meth:`Element.bind`; the parts are settled once."""
        super().bind(style)
        self.date_parts: list[Part] = []
        self.joint = self.between
        if self.variable is None:
            return
        own = {kid.get("name"): kid for kid in self.kids}
        source = self.kids
        if self.form is not None:
            localized = style.locales.date(self.form)
            source = [] if localized is None else list(localized)
            self.joint = self.between or ("" if localized is None else localized.get("delimiter", ""))
        for element in source:
            name = element.get("name")
            if self.form is None or name in self.shown:
                overlay = dict(own[name].attrib) if self.form is not None and name in own else {}
                self.date_parts.append(Part({**element.attrib, **overlay}))
        if self.form is not None and "year" not in self.shown:
            self._drop_suffix_before_year(source)

    def _drop_suffix_before_year(self, source: list[Any]) -> None:
        """Without the year, what would have led to it goes too: ``10 June``, not ``10 June, ``."""
        names = [element.get("name") for element in source]
        if "year" in names and names.index("year"):
            before = names[names.index("year") - 1]
            for part in self.date_parts:
                if part.name == before:
                    part.after = ""

    def render(self, run: Run) -> str:
        """Return the date with affixes."""
        value = run.reference.dates.get(self.variable)
        if not run.call(self.variable, value is not None) or value is None:
            return ""
        text = self._sort_key(value) if run.sorting else self._write(value, run)
        if not text:
            return ""
        run.printed(self.variable)
        return text if run.sorting else self.finish(self.decorate(self.change(text, run)))

    def _sort_key(self, value: Value) -> str:
        return sort_key(value, [part.name for part in self.date_parts])

    def _write(self, value: Value, run: Run) -> str:
        if value.literal:
            years = [part for part in self.date_parts if part.name == "year"]
            return append(append(years[0].before, value.literal), years[0].after) if years else ""
        if value.end is not None:
            return self._write_range(value, run)
        return self._joined([self._part(part, value.start, value, run) for part in self.date_parts], run)

    def _joined(self, pieces: list[str], run: Run) -> str:
        return join(pieces, self.joint, self.style.locales.into_quotes)

    def _write_range(self, value: Value, run: Run) -> str:
        """Write what differs twice and what both ends share once: ``21–25 August 2000``."""
        end = value.end or (None, None, None)
        shown = [part.name for part in self.date_parts]
        both = [name for name in _PARTS if name in shown and end[_PARTS.index(name)] is not None]
        first = next((place for place, name in enumerate(both) if _differs(value, name)), None)
        differing = set() if first is None else set(both[first:])
        pieces: list[str] = []
        start: list[str] = []
        finish: list[str] = []
        done: set[str] = set()
        for part in self.date_parts:
            if not differing or done >= differing:
                pieces.append(self._part(part, value.start, value, run))
                continue
            done.add(part.name)
            ready = done >= differing
            start.append(self._part(part, value.start, value, run, last=ready))
            if part.name in differing:
                finish.append(self._part(part, end, value, run, first=not finish, ended=True))
            if ready:
                pieces += self._two_ends(start, finish, part, run)
        return self._joined(pieces, run)

    def _two_ends(self, start: list[str], finish: list[str], part: Part, run: Run) -> list[str]:
        """Join both ends of a range; a year of nought leaves it open."""
        return [self._joined(start, run) + part.range_delimiter + self._joined(finish, run)]

    def _part(
        self,
        part: Part,
        parts: tuple[int | None, int | None, int | None],
        value: Value,
        run: Run,
        *,
        first: bool = False,
        last: bool = False,
        ended: bool = False,
    ) -> str:
        """Write one part with affixes; ``first`` drops the prefix and ``last`` the suffix, inside ranges."""
        number = parts[_PARTS.index(part.name)]
        if part.name == "month" and number is None and value.season:
            number = 20 + value.season
        if not number:
            return ""
        if part.name == "year":
            run.years.append(number)
            if run.known_years[len(run.years) - 1 : len(run.years)] == [number]:
                return self.style.implicit_suffix(run)
        text = _WRITERS[part.name](self, part, number, parts)
        if part.no_periods:
            text = text.replace(".", "")
        if part.case_rule:
            text = change_case(text, part.case_rule, self.style.locales.language == "en")
        for kind in part.formats:
            text = mark(kind, text)
        text = append("" if first else part.before, text)
        text = text if last else append(text, part.after)
        if part.name == "year" and not ended:
            text += self.style.implicit_suffix(run)
        return text

    def _year(self, part: Part, number: int, parts: Any) -> str:
        text = f"{abs(number) % 100:02}" if part.form == "short" else str(abs(number))
        if number < 0:
            return text + str(self.style.locales.term("bc"))
        return text + str(self.style.locales.term("ad")) if number < _CHRISTIAN_ERA_BEFORE else text

    def _month(self, part: Part, number: int, parts: Any) -> str:
        if number > 12:
            return str(self.style.locales.term(f"season-{(number - 1) % 4 + 1:02}"))
        if part.form.startswith("numeric"):
            return f"{number:02}" if part.form == "numeric-leading-zeros" else str(number)
        return str(self.style.locales.term(f"month-{number:02}", part.form))

    def _day(self, part: Part, number: int, parts: Any) -> str:
        if part.form == "ordinal" and (number == 1 or not self.style.locales.ordinal_day_one):
            gender = self.style.locales.gender(f"month-{parts[1] or 0:02}")
            return f"{number}{self.style.locales.ordinal_suffix(number, gender)}"
        return f"{number:02}" if part.form == "numeric-leading-zeros" else str(number)


def _differs(value: Value, name: str) -> bool:
    place = _PARTS.index(name)
    return value.end is not None and value.start[place] != value.end[place]


_WRITERS = {"year": Date._year, "month": Date._month, "day": Date._day}


def sort_key(value: Value, shown: list[str] | None = None) -> str:
    """Return digits that sort as the date does, both ends of a range; undated literals sort by their text."""
    if value.literal:
        return value.literal
    shown = shown or list(_PARTS)
    ends = [value.start, value.end or (None, None, None)]
    output = []
    for parts in ends:
        year, month, day = (
            number if name in shown else 0 for name, number in zip(_PARTS, parts, strict=True)
        )
        output.append(f"{10000 + (year or 0):05}{month or 0:02}{day or 0:02}")
    return "".join(output)
