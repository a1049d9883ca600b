"""Output formats: one module each, registered here by name.

A module offers ``inline(nodes) -> str``, which writes one entry or citation, and ``page(document)``, which
writes a whole bibliography, as text or, for the formats of :data:`BINARY`, as bytes. Adding a format is one
file and one line in :data:`OUTPUTS`; the table of marks and the function that escapes are its own, runs of
text come from ``runs``.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Protocol

from peacekeeping_bib.errors import PeacekeepingBibError, UnknownFormat

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.processor import Node
    from peacekeeping_bib.formatting.outputs.document import Document

OUTPUTS = {
    name: f"peacekeeping_bib.formatting.outputs.{name}"
    for name in ("docx", "html", "latex", "markdown", "rst", "rtf", "text")
}
#: Formats that are no text.
BINARY = frozenset({"docx"})


class Output(Protocol):
    """What a module of this package offers."""

    def inline(self, nodes: list[Node]) -> str:
        """Write one entry or citation."""

    def page(self, document: Document) -> str | bytes:
        """Write a bibliography."""


def output(name: str) -> Output:
    """Return an output by name.

    Raises:
        UnknownFormat: There is none of that name.
    """
    if name not in OUTPUTS:
        raise UnknownFormat(name, sorted(OUTPUTS))
    return importlib.import_module(OUTPUTS[name])


def require_text(name: str) -> None:
    """Check that an output is text.

    Raises:
        PeacekeepingBibError: It is not; the message says what to do.
    """
    if name in BINARY:
        others = ", ".join(sorted(OUTPUTS.keys() - BINARY))
        raise PeacekeepingBibError(
            f"{name} is a whole document and no text: take one of {others}, "
            "or in Python the function for bytes"
        )
