"""Where the data folders lie: inside the package in a wheel, beside it in a checkout."""

from __future__ import annotations

import os

from .errors import CatalogueError

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def data_folder(name: str) -> str:
    """Return the absolute path of a data folder (``records``, ``schemas`` or ``styles``).

    Raises:
        CatalogueError: The installation holds no such folder.
    """
    for base in (_PACKAGE, os.path.dirname(_PACKAGE)):
        folder = os.path.join(base, name)
        if os.path.isdir(folder):
            return folder
    raise CatalogueError(f"{_PACKAGE}: the folder {name!r} is missing; install peacekeeping-bib again")


def compiled_catalogue() -> str | None:
    """Return the path of the catalogue that a wheel carries, or None in a checkout."""
    path = os.path.join(_PACKAGE, "records.sqlite")
    return path if os.path.isfile(path) else None
