"""The ``note`` lines by which Zotero keeps CSL variables that its item types have no field for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

#: Variables that Zotero drops on import, by CSL type (schema version 41; treaties become plain documents).
DROPPED: Final[Mapping[str, tuple[str, ...]]] = {
    "report": ("authority", "event-title", "event-place", "event-date", "edition", "container-title",
               "volume", "issue", "section", "number-of-pages", "original-title"),
    "treaty": ("number", "authority", "container-title", "container-title-short", "volume", "issue", "page",
               "section", "event-title", "event-place", "event-date", "collection-title", "collection-number",
               "edition", "number-of-pages", "original-title"),
    "speech": ("number", "publisher", "authority", "event-place", "event-date", "volume", "issue", "page",
               "collection-number", "original-title"),
    "legislation": ("genre", "authority", "publisher", "publisher-place", "issue", "container-title-short",
                    "event-title", "event-place", "event-date", "original-title"),
    "hearing": ("genre", "event-title", "event-place", "event-date", "collection-title", "collection-number",
                "original-title"),
    "interview": ("genre", "number", "authority", "container-title", "volume", "issue", "page", "event-title",
                  "event-place", "event-date", "collection-title", "collection-number", "original-title"),
    "standard": ("event-title", "event-place", "event-date", "collection-title", "collection-number",
                 "original-title"),
    "article-journal": ("number", "authority", "event-title", "event-place", "event-date", "original-title"),
    "chapter": ("number", "authority", "issue", "section", "original-title"),
    "book": ("number", "authority", "container-title", "event-title", "event-place", "event-date",
             "original-title"),
    "thesis": ("number", "authority", "edition", "original-title"),
    "webpage": ("number", "authority", "collection-title", "collection-number", "original-title"),
}  # fmt: skip
#: Types that Zotero does not have: the type itself must be said.
_FOREIGN_TYPES: Final = frozenset({"treaty"})
#: Zotero's hearing has no authors: as contributors of it they are kept.
_WITHOUT_AUTHORS: Final = frozenset({"hearing"})


def note(item: Mapping[str, Any]) -> dict[str, str]:
    """Return the variable ``note`` for an item, empty where nothing would be lost.

    One variable a line, ``name: value``, dates in ISO 8601 with ``/`` between the ends.
    """
    lines = [f"type: {item['type']}"] if item["type"] in _FOREIGN_TYPES else []
    if item["type"] in _WITHOUT_AUTHORS:
        lines += [f"author: {name['literal']}" for name in item.get("author", ()) if "literal" in name]
    said = {item.get("publisher"), *(name.get("literal") for name in item.get("author", ()))}
    kept = {"authority"} if item.get("authority") in said else set()
    lines += [
        f"{name}: {_text(item[name])}" for name in DROPPED[item["type"]] if name in item and name not in kept
    ]
    return {"note": "\n".join(lines)} if lines else {}


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return "/".join("-".join(f"{part:02}" for part in date) for date in value["date-parts"])
