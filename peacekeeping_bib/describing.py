"""Say in lines of plain text all that is known of a record, body, operation or series."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from .catalogue import Catalogue
from .record import Body, Operation, Record, Series, field_names

_WIDTH: Final = 16
_HIDDEN: Final = frozenset({"id", "provenance", "conflicts", "relations", "issuers", "guide"})


def describe(entity: Record | Body | Operation | Series, catalogue: Catalogue) -> Iterator[str]:
    """Yield the lines: the id, then each field that is known, relations, sources and conflicts."""
    yield entity.id
    yield from _fields(entity)
    if isinstance(entity, Record):
        yield from _labelled("issued by", [_name(catalogue, body) for body in entity.issuers])
        yield from _labelled("guide", [f"{one.section}: {one.phrase}" for one in entity.guide])
    if isinstance(entity, Record | Operation):
        yield from _labelled("relations", _relations(entity.id, catalogue))
    if not isinstance(entity, Series):
        yield from _sources(entity)


def _fields(entity: Any) -> Iterator[str]:
    for name in field_names(type(entity)):
        value = getattr(entity, name)
        if name not in _HIDDEN and value not in (None, ()) and value != {}:
            yield from _labelled(name.replace("_", " "), list(_values(value)))


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (f"{text}  [{key}]" for key, text in value.items())
    elif type(value) is tuple:
        yield from (_one(item) for item in value)
    else:
        yield _one(value)


def _one(value: Any) -> str:
    show = _SHOWN.get(type(value).__name__)
    if show:
        return show(value)
    if field_names(type(value)):
        parts = ((name, getattr(value, name)) for name in field_names(type(value)))
        return ", ".join(f"{name.replace('_', ' ')} {_flat(part)}" for name, part in parts if part)
    return str(value)


def _flat(value: Any) -> str:
    if isinstance(value, Mapping):
        return " / ".join(value.values())
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


#: Parts that have a form of their own; the others are shown as "name value, name value".
_SHOWN: Final[Mapping[str, Callable[[Any], str]]] = {
    "DocumentSymbol": lambda one: f"{one.value}  ({one.scheme})",
    "Contributor": lambda one: f"{one.name} ({', '.join(filter(None, (one.role, one.office)))})",
    "Link": lambda one: f"{one.url}  ({', '.join(filter(None, (one.role, one.language)))})",
}


def _relations(identifier: str, catalogue: Catalogue) -> list[str]:
    lines = []
    for relation in catalogue.relations(identifier):
        date = catalogue.get(relation.target).date if relation.target in catalogue else None
        note = f" ({relation.note})" if relation.note else ""
        lines.append(f"{relation.type} {relation.target}{f', {date}' if date else ''}{note}")
    return lines


def _sources(entity: Record | Body | Operation) -> Iterator[str]:
    if isinstance(entity, Record):
        judged = [name for name in Record.JUDGED if getattr(entity, name)]
        yield from _labelled("verified", [f"{name}: {entity.level(name)}" for name in judged])
    yield from _labelled(
        "sources",
        [
            f"{one.url}  ({one.kind}, read {one.accessed}): {', '.join(one.fields)}"
            for one in entity.provenance
        ],
    )
    yield from _labelled(
        "conflicts",
        [f"{one.field}: {one.value!r} in {one.url or one.source}. {one.note}" for one in entity.conflicts],
    )


def _name(catalogue: Catalogue, identifier: str) -> str:
    body = catalogue.bodies.get(identifier)
    return f"{next(iter(body.names.values()))}  ({identifier})" if body else identifier


def _labelled(label: str, values: list[str]) -> Iterator[str]:
    for index, value in enumerate(values):
        yield f"  {label if index == 0 else '':<{_WIDTH}} {value}"
