"""Rendering for entries that are not printed in the order of the style."""

from __future__ import annotations

from peacekeeping_bib.formatting.engine.processor import Processor
from peacekeeping_bib.formatting.engine.run import Run


class ArrangedProcessor(Processor):
    """A processor that writes the names of every entry in full.

    A dash for repeated names (``subsequent-author-substitute``) refers to the entry before in the order of
    the style, which is not the entry before in a group.
    """

    def _entry(self, run: Run) -> str:
        run.previous_names = []
        return super()._entry(run)
