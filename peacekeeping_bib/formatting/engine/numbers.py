"""Numbers, page ranges and the labels before them."""

# mypy: disallow-subclassing-any=False
from __future__ import annotations

import re
from typing import NamedTuple

from citeproc import model

from peacekeeping_bib.formatting.engine.elements import Element
from peacekeeping_bib.formatting.engine.run import Run

EN_DASH = "\u2013"
# A list or range: values and what stands between them, as in "12-15, 20 & 22".
_JOINER = re.compile(r"(\s*&\s*|,\s+and\s+|\s+and\s+|;\s+|,\s+|\s*\\?[-\u2013]+\s*)")
_PREFIXED = re.compile(r"(?:\d*[A-Za-z]+0*)?(\d+(?:[A-Za-z]*|[-,A-Za-z]+))")
_NUMERIC = re.compile(r"(?:\d+|[ixv]+)(?:[-,:A-Za-z]*|-[-\d]+)")
_COUNTABLE = re.compile(r"\d|[ivxlcmIVXLCM]+$")
_RANGE = re.compile(r"(\d*[A-Za-z]+0*)?(\d+[a-z]*)\s*[-\u2013]\s*(\d*[A-Za-z]+0*)?(\d+[a-z]*)")
_ESCAPED = "\\-"
_KEPT = "\x00"  # stands for an escaped hyphen while ranges are set; input holds no control characters


class Numbers(NamedTuple):
    """A number variable taken apart: values at even places, joiners at odd ones."""

    pieces: list[str]
    numeric: bool
    plural: bool


def read_numbers(text: str) -> Numbers:
    """Take a number variable apart and tell whether it is numeric and whether it names several.

    A document symbol such as ``S/RES/1244 (1999)`` or ``A/55/305-S/2000/809`` is one thing, not numeric,
    and takes
    a singular label: several are only counted where the first value begins like a number.
    """
    pieces = _JOINER.split(text)
    found = _PREFIXED.fullmatch(pieces[0])
    first = found[1] if found else pieces[0]
    plural = len(pieces) > 1 and bool(_COUNTABLE.match(first)) and _ESCAPED not in pieces
    return Numbers(pieces, _NUMERIC.fullmatch(first) is not None, plural)


class Number(Element, model.Number):
    """``cs:number``: a number variable in numeric, ordinal or roman form."""

    def _init(self) -> None:
        super()._init()
        self.variable = self.get("variable")
        self.form = self.get("form", "numeric")

    def render(self, run: Run) -> str:
        """Return the number, affixes included."""
        text = value_of(run, self.variable)
        if not run.call(self.variable, bool(text)):
            return ""
        run.printed(self.variable)
        if self.variable in ("page", "page-first"):
            text = self.style.page_range(text, "page") if self.variable == "page" else first_page(text)
        else:
            text = self._in_form(read_numbers(text), text)
        return self.finish(self.decorate(self.change(text, run)))

    def _in_form(self, numbers: Numbers, text: str) -> str:
        if not numbers.numeric:
            return written(text, self.style.page_delimiter)
        return "".join(
            joiner(piece, self.style.page_delimiter) if place % 2 else self._one(piece)
            for place, piece in enumerate(numbers.pieces)
        )

    def _one(self, value: str) -> str:
        if not value.isdigit():
            return value
        return format_number(
            int(value), self.form, self.style.locales, self.style.locales.gender(self.variable)
        )


def format_number(number: int, form: str, locales: object, gender: str) -> str:
    """Write a number in a ``form`` of ``cs:number``; numbers no form exists for stay as they are."""
    if form == "roman":
        return str(model.romanize(number)).lower() if 0 < number < 6000 else str(number)
    if form == "long-ordinal" and 1 <= number <= 10:
        word = locales.term(f"long-ordinal-{number:02}", gender=gender)  # type: ignore[attr-defined]
        if word:
            return str(word)
    if form in ("ordinal", "long-ordinal"):
        return f"{number}{locales.ordinal_suffix(number, gender)}"  # type: ignore[attr-defined]
    return str(number)


def joiner(text: str, dash: str) -> str:
    """Write what joins two numbers: a hyphen becomes the locale's dash, an escaped one stays a hyphen."""
    bare = text.strip()
    if bare == _ESCAPED:
        return "-"
    if bare and not bare.strip("-\u2013"):
        return dash
    return " & " if bare == "&" else text


def written(text: str, dash: str) -> str:
    """Write a number variable as it is; a dash joins its values where the first one begins like a number.

    So ``1-2`` gets a dash, and the document symbol ``A/55/305-S/2000/809`` keeps its hyphen.
    """
    numbers = read_numbers(text)
    if len(numbers.pieces) == 1:
        return text
    if not (numbers.plural and numbers.numeric):
        return text.replace(_ESCAPED, "-")
    return "".join(joiner(piece, dash) if place % 2 else piece for place, piece in enumerate(numbers.pieces))


def value_of(run: Run, variable: str) -> str:
    """Return the value of a number variable in this pass, locator and citation number included."""
    if variable == "locator":
        return run.cite.locator
    if variable == "citation-number":
        return str(run.number or "")
    if variable == "first-reference-note-number":
        return str(run.cite.first_note or "")
    return run.reference.texts.get("page" if variable == "page-first" else variable, "")


def first_page(text: str) -> str:
    """Return the first page of a page range."""
    return re.split(r"\s*[-\u2013,;&]", text, maxsplit=1)[0]


def dashed(text: str, dash: str) -> str:
    """Set the locale's dash in a locator; an escaped hyphen stays a hyphen."""
    return re.sub(r"\s*(?<!\\)[-\u2013]+\s*", dash, text).replace(_ESCAPED, "-")


def page_range(text: str, form: str | None, delimiter: str) -> str:
    """Format all ranges in a page variable.

    Args:
        text: Such as ``101-4, 110``.
        form: A ``page-range-format`` value or None for none.
        delimiter: The locale's ``page-range-delimiter``.
    """

    def one(found: re.Match[str]) -> str:
        prefix, first, again, last = found[1] or "", found[2], found[3] or "", found[4]
        if again and again != prefix:
            return f"{prefix}{first}{delimiter}{again}{last}"
        if form and len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        if not (first.isdigit() and last.isdigit()) or int(first) >= int(last):
            return f"{prefix}{first}{delimiter}{again}{found[4]}"
        shortened = _shorten(first, last, form)
        return f"{prefix}{first}{delimiter}{prefix if shortened == last else ''}{shortened}"

    marked = text.replace(_ESCAPED, _KEPT)
    marked = re.sub(rf"\s*[-\u2013{delimiter}]\s*", "-", marked)
    return _RANGE.sub(one, marked).replace("-", delimiter).replace(_KEPT, "-")


def _shorten(first: str, last: str, form: str | None) -> str:
    if form in ("minimal", "minimal-two"):
        keep = 2 if form == "minimal-two" else 1
        index = 0
        while len(first) == len(last) and index < len(last) - keep and first[index] == last[index]:
            index += 1
        return last[index:]
    start, end = int(first), int(last)
    if form in ("chicago", "chicago-15"):
        if start > 100 and start % 100 and start // 100 == end // 100:
            return str(end % 100)
        return str(end % 1000) if start >= 10000 and start // 1000 == end // 1000 else last
    if form == "chicago-16" and start > 100 and start % 100:
        for power in range(2, len(last)):
            if start // 10**power == end // 10**power:
                return str(end % 10**power)
    return last


class Label(Element, model.Label):
    """``cs:label``: the term that goes with a number variable or with names."""

    def _init(self) -> None:
        super()._init()
        self.variable = self.get("variable")
        self.form = self.get("form", "long")
        self.plural = self.get("plural", "contextual")

    def render(self, run: Run) -> str:
        """Return the label of a number variable, or nothing when the item lacks the variable."""
        text = value_of(run, self.variable)
        if not text or self.variable in run.suppressed:
            return ""
        term = run.cite.label or "page" if self.variable == "locator" else self.variable
        many = read_numbers(text).plural
        if self.variable.startswith("number-of-"):
            many = text.isdigit() and int(text) > 1
        run.termed = True
        return self.render_term("page" if term == "page-first" else term, many, run)

    def render_term(self, term: str, many: bool, run: Run) -> str:
        """Return the label for a term, singular or plural as ``plural`` asks."""
        if self.plural != "contextual":
            many = self.plural == "always"
        text = self.style.locales.term(term, self.form, many)
        if not text:
            return ""
        run.began = True
        return self.finish(self.decorate(self.change(text, run, label=True)))
