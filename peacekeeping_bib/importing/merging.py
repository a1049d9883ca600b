"""Bring a row into an existing record: add what is new, refuse what differs."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any, Final

#: Lists to which a row may add; in all others a difference is a conflict.
_GROWING: Final = frozenset(
    {"aliases", "languages", "operations", "countries", "subjects", "guide", "relations", "links",
     "provenance", "conflicts", "former_ids", "series"}
)  # fmt: skip
#: What makes two entries of a list the same.
_SAME: Final[Mapping[str, tuple[str, ...]]] = {
    "links": ("url",),
    "provenance": ("url", "fields"),
    "relations": ("type", "target"),
}


def merge(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the old record with what the new one adds, and a line for each conflict."""
    merged = copy.deepcopy(dict(old))
    return merged, list(_into(merged, new, ""))


def _into(merged: dict[str, Any], new: Mapping[str, Any], place: str) -> Iterator[str]:
    for name, value in new.items():
        if name not in merged:
            merged[name] = copy.deepcopy(value)
        elif isinstance(value, dict) and isinstance(merged[name], dict):
            yield from _into(merged[name], value, f"{place}/{name}")
        elif isinstance(value, list) and name in _GROWING:
            _grow(merged[name], value, _SAME.get(name))
        elif merged[name] != value:
            yield f"{place}/{name}: the record says {merged[name]!r}, the table {value!r}"


def _grow(old: list[Any], new: list[Any], same: tuple[str, ...] | None) -> None:
    known = [_key(item, same) for item in old]
    for item in new:
        if _key(item, same) not in known:
            old.append(copy.deepcopy(item))
            known.append(_key(item, same))


def _key(item: Any, same: tuple[str, ...] | None) -> Any:
    return [item.get(name) for name in same] if same and isinstance(item, dict) else item
