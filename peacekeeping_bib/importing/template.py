"""Templates: JSON in which cells of a row take the place of ``{column}``.

``"Resolution {number} ({year})"``                     text with cells in it
``"{number|int}"``                                     a number; other filters: lower, upper, slug
``{"$each": "operations", "split": ";", "as": "{item|lower}"}``   a list, from one cell
``{"$table": "agenda", "of": "{topic}"}``               the value that a table of the map has for a text
``{"$when": {"status": ["agree"]}, "then": X, "else": Y}``        one of two, by the value of cells

What needs an empty cell is left out, and so is what is then empty itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from ..errors import PeacekeepingBibError
from ..text import fold

Row = Mapping[str, str]
Tables = Mapping[str, Mapping[str, Any]]
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


def fill(template: Any, row: Row, tables: Tables) -> Any:
    """Return the template with the cells of a row in it.

    Raises:
        PeacekeepingBibError: A column, filter or table does not exist, or a table lacks a value.
    """
    try:
        return _fill(template, row, tables)
    except _Empty as error:
        raise PeacekeepingBibError(f"the column {error} is empty, and the record needs it") from None


def _fill(template: Any, row: Row, tables: Tables) -> Any:
    if isinstance(template, str):
        return _text(template, row)
    if isinstance(template, list):
        return _kept(template, row, tables)
    if not isinstance(template, dict):
        return template
    for name, form in _FORMS.items():
        if name in template:
            return form(template, row, tables)
    return _object(template, row, tables)


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


def _object(template: Mapping[str, Any], row: Row, tables: Tables) -> dict[str, Any]:
    filled = {}
    for name, part in template.items():
        try:
            value = _fill(part, row, tables)
        except _Empty:
            if name in ("id", "kind"):
                raise
            continue
        if value not in ({}, [], None):
            filled[name] = value
    return filled


def _kept(template: list[Any], row: Row, tables: Tables) -> list[Any]:
    filled: list[Any] = []
    for part in template:
        try:
            value = _fill(part, row, tables)
        except _Empty:
            continue
        several = isinstance(part, dict) and "$each" in part
        filled += value if several else [value] if value not in ({}, [], None) else []
    return list({repr(value): value for value in filled}.values())


def _each(template: Mapping[str, Any], row: Row, tables: Tables) -> list[Any]:
    cell = row.get(template["$each"], "")
    items = [item.strip() for item in cell.split(template.get("split", ";"))]
    return [_fill(template["as"], {**row, "item": item}, tables) for item in items if item]


def _table(template: Mapping[str, Any], row: Row, tables: Tables) -> Any:
    name, value = template["$table"], str(_text(template["of"], row))
    if name not in tables:
        raise PeacekeepingBibError(f"the map has no table {name!r}")
    if value not in tables[name]:
        raise PeacekeepingBibError(f"the table {name!r} of the map does not know {value!r}")
    return tables[name][value]


def _when(template: Mapping[str, Any], row: Row, tables: Tables) -> Any:
    fits = all(row.get(column, "") in values for column, values in template["$when"].items())
    return _fill(template.get("then" if fits else "else"), row, tables)


_FORMS: Final[Mapping[str, Callable[[Mapping[str, Any], Row, Tables], Any]]] = {
    "$each": _each,
    "$table": _table,
    "$when": _when,
}
