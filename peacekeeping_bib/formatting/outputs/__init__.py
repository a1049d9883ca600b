"""Output formats: one module each, registered here by name.

A module offers ``inline(nodes) -> str``, which writes one entry or citation, and
``page(entries, *, title, locale, fragment) -> str``, which writes a whole bibliography. Adding a format is
one file
and one line in :data:`OUTPUTS`.
"""

from __future__ import annotations

import importlib
from typing import Protocol

from peacekeeping_bib.errors import UnknownFormat
from peacekeeping_bib.formatting.engine.processor import Node, Rendered

OUTPUTS = {
    "html": "peacekeeping_bib.formatting.outputs.html",
    "text": "peacekeeping_bib.formatting.outputs.text",
}


class Output(Protocol):
    """What a module of this package offers."""

    def inline(self, nodes: list[Node]) -> str:
        """Write one entry or citation."""

    def page(self, entries: list[Rendered], *, title: str, locale: str, fragment: bool) -> str:
        """Write a bibliography."""


def output(name: str) -> Output:
    """Return an output by name.

    Raises:
        UnknownFormat: There is none of that name.
    """
    if name not in OUTPUTS:
        raise UnknownFormat(name, sorted(OUTPUTS))
    return importlib.import_module(OUTPUTS[name])
