"""Templates: JSON in which cells of a row take the place of ``{column}``.

``"Resolution {number} ({year})"``                     text with cells in it
``"{number|int}"``                                     a number; other filters: lower, upper, slug
``{"$each": "operations", "split": ";", "as": "{item|lower}"}``   a list, from one cell
``{"$table": "agenda", "of": "{topic}"}``               the value that a table of the map has for a text
``{"$when": {"status": ["agree"]}, "then": X, "else": Y}``        one of two, by the value of cells
``{"$countries": ["{subject}", "{topic}"]}``            codes of the countries that texts name (see ``scope``)
``{"$scope": ["{subject}"], "date": "{date}", "operations": "{operations}"}``   core, related or context

What needs an empty cell is left out, and so is what is then empty itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from ..errors import PeacekeepingBibError
from ..text import fold
from .scope import Presence, countries, scope

Row = Mapping[str, str]


class Known(NamedTuple):
    """What templates may look up besides the row: the map's tables, and where operations were at work."""

    tables: Mapping[str, Mapping[str, Any]]
    presences: Sequence[Presence] = ()


_PLACE: Final = re.compile(r"\{(\w+)(?:\|(\w+))?\}")


class _Empty(Exception):
    """A cell that is needed is empty."""


def _integer(text: str) -> int:
    if not re.fullmatch(r"-?\d+", text):
        raise PeacekeepingBibError(f"{text!r} is not a number")
    return int(text)


FILTERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "int": _integer,
    "lower": str.lower,
    "upper": str.upper,
    "slug": lambda text: fold(text).replace(" ", "-"),
}


def fill(template: Any, row: Row, known: Known) -> Any:
    """Return the template with the cells of a row in it.

    Raises:
        PeacekeepingBibError: A column, filter or table does not exist, or a table lacks a value.
    """
    try:
        return _fill(template, row, known)
    except _Empty as error:
        raise PeacekeepingBibError(f"the column {error} is empty, and the record needs it") from None


def _fill(template: Any, row: Row, known: Known) -> Any:
    if isinstance(template, str):
        return _text(template, row)
    if isinstance(template, list):
        return _kept(template, row, known)
    if not isinstance(template, dict):
        return template
    for name, form in _FORMS.items():
        if name in template:
            return form(template, row, known)
    return _object(template, row, known)


def _text(template: str, row: Row) -> Any:
    whole = _PLACE.fullmatch(template)
    if whole:
        return _cell(whole, row)
    return _PLACE.sub(lambda place: str(_cell(place, row)), template)


def _cell(place: re.Match[str], row: Row) -> Any:
    column, name = place.groups()
    if column not in row:
        raise PeacekeepingBibError(f"the table has no column {column!r}; it has: {', '.join(row)}")
    if row[column] == "":
        raise _Empty(column)
    if name is None:
        return row[column]
    if name not in FILTERS:
        raise PeacekeepingBibError(f"there is no filter {name!r}; there are: {', '.join(FILTERS)}")
    return FILTERS[name](row[column])


def _object(template: Mapping[str, Any], row: Row, known: Known) -> dict[str, Any]:
    filled = {}
    for name, part in template.items():
        try:
            value = _fill(part, row, known)
        except _Empty:
            if name in ("id", "kind"):
                raise
            continue
        if value not in ({}, [], None):
            filled[name] = value
    return filled


def _kept(template: list[Any], row: Row, known: Known) -> list[Any]:
    filled: list[Any] = []
    for part in template:
        try:
            value = _fill(part, row, known)
        except _Empty:
            continue
        several = isinstance(part, dict) and not {"$each", "$countries"}.isdisjoint(part)
        filled += value if several else [value] if value not in ({}, [], None) else []
    return list({repr(value): value for value in filled}.values())


def _each(template: Mapping[str, Any], row: Row, known: Known) -> list[Any]:
    cell = row.get(template["$each"], "")
    items = [item.strip() for item in cell.split(template.get("split", ";"))]
    return [_fill(template["as"], {**row, "item": item}, known) for item in items if item]


def _table(template: Mapping[str, Any], row: Row, known: Known) -> Any:
    name, value = template["$table"], str(_text(template["of"], row))
    if name not in known.tables:
        raise PeacekeepingBibError(f"the map has no table {name!r}")
    if value not in known.tables[name]:
        raise PeacekeepingBibError(f"the table {name!r} of the map does not know {value!r}")
    return known.tables[name][value]


def _when(template: Mapping[str, Any], row: Row, known: Known) -> Any:
    fits = all(row.get(column, "") in values for column, values in template["$when"].items())
    return _fill(template.get("then" if fits else "else"), row, known)


def _texts(templates: list[str], row: Row) -> str:
    """The texts of which the cells are filled, joined."""
    found = []
    for template in templates:
        try:
            found.append(str(_text(template, row)))
        except _Empty:
            continue
    return ". ".join(found)


def _countries(template: Mapping[str, Any], row: Row, known: Known) -> list[str]:
    return countries(_texts(template["$countries"], row))


def _scope(template: Mapping[str, Any], row: Row, known: Known) -> str:
    operations = bool(_texts([template["operations"]], row))
    text = _texts(template["$scope"], row)
    return scope(text, str(_text(template["date"], row)), operations, known.presences)


_FORMS: Final[Mapping[str, Callable[[Mapping[str, Any], Row, Known], Any]]] = {
    "$countries": _countries,
    "$scope": _scope,
    "$each": _each,
    "$table": _table,
    "$when": _when,
}
