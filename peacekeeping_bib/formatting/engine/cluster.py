"""One citation of several items: order, grouping, collapsing, what stands before and after each cite.

Sources: CSL 1.0.2, "Cite Grouping" and "Cite Collapsing"; delimiters as the reference processor sets them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from peacekeeping_bib.formatting.engine.markup import plain
from peacekeeping_bib.formatting.engine.prepare import read_text
from peacekeeping_bib.formatting.engine.punctuation import append
from peacekeeping_bib.formatting.engine.run import Run

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.loading import Style

_SPACE_AFTER = re.compile(r"[\w\)\],.?!:;]$")
_DATE_ONLY = frozenset({"issued", "locator", "year-suffix"})
_CLOSERS = "\"'\u201d\u2019\u00bb\u202f\u00a0 "


class _Piece(NamedTuple):
    """One cite as printed.

    Attributes:
        run: The pass that printed it.
        text: The text.
        rank: Citation number, or rank of the year suffix it ends with, for ranges; 0 without any.
        cut: Whether it goes on with the names of the cite before.
        same: Whether it has the same names as the cite before.
        bare: Whether nothing but number or year suffix is left of it.
    """

    run: Run
    text: str
    rank: int = 0
    cut: bool = False
    same: bool = False
    bare: bool = False


class ClusterWriter:
    """Writes citations of a style.

    Args:
        style: The style.
        render: Prints the cite of one pass.
    """

    def __init__(self, style: Style, render: Callable[[Run], str]) -> None:
        area = style.areas["citation"]
        self.style, self.render = style, render
        self.into = style.locales.into_quotes
        self.between: str = area.page.between
        self.collapse: str = area.get("collapse", "")
        self.by_year = self.collapse.startswith("year")
        self.within: str | None = area.get("cite-group-delimiter")
        self.grouping = self.within is not None or self.by_year
        self.after: str | None = area.get("after-collapse-delimiter")
        self.after_cut = ", " if style.in_text and self.after is None else self.between
        self.between_suffixes: str = next(
            value
            for value in (self.within, area.get("year-suffix-delimiter"), self.between)
            if value is not None
        )
        self.ranged = self.collapse in ("citation-number", "year-suffix-ranged")
        self.dash: str = style.locales.term("citation-range-delimiter") or "\u2013"

    def write(self, runs: list[Run]) -> str:
        """Return the whole citation, with affixes and formatting of its layout.

        Args:
            runs: One pass for each cite, in order.
        """
        if runs[0].cite.author_only:
            return self._author(runs[0])
        for place, run in enumerate(runs):
            run.led_in = _continues(run.cite.prefix) if run.cite.prefix else place > 0
        pieces = self._pieces(self._grouped(runs))
        text = pieces[0].text if pieces else ""
        for before, piece, delimiter in zip(pieces, pieces[1:], self._delimiters(pieces), strict=False):
            if delimiter is not None:
                text = append(append(text, self._unless_repeated(before, piece, delimiter)), piece.text)
        return self.style.laid_out("citation", text)

    def _author(self, run: Run) -> str:
        text = self.render(run)
        return run.lead or text

    def _grouped(self, runs: list[Run]) -> list[_Piece]:
        """Print every cite; with collapsing or grouping those of one author stand together."""
        pieces = [_Piece(run, self.render(run)) for run in runs]
        if not self.grouping:
            return pieces
        groups: dict[str, list[_Piece]] = {}
        for place, piece in enumerate(pieces):
            groups.setdefault(piece.run.names_text or str(place), []).append(piece)
        return [piece for group in groups.values() for piece in group]

    def _pieces(self, pieces: list[_Piece]) -> list[_Piece]:
        output: list[_Piece] = []
        for piece in pieces:
            before = output[-1].run if output else None
            piece = self._collapsed(piece, before)
            text = self._with_affixes(piece)
            shown = plain(text)
            rank = piece.run.rank(shown) if self.collapse else 0
            bare = bool(rank) and (piece.run.numbered or shown == piece.run.disambiguation.suffix)
            output.append(piece._replace(text=text, rank=rank, bare=bare))
        return [piece for piece in output if piece.text]

    def _collapsed(self, piece: _Piece, before: Run | None) -> _Piece:
        """Leave out the names, and the year if the style wants so, that the cite before has printed."""
        names = piece.run.names_text
        if before is None or not self.grouping or names != before.names_text:
            return piece
        if not names and not (piece.run.rendered <= _DATE_ONLY and before.rendered <= _DATE_ONLY):
            return piece
        if not self.by_year:
            return piece._replace(same=True)
        again = piece.run.again()
        again.names_hidden = True
        if self.collapse != "year" and again.disambiguation.suffix:
            again.known_years = before.years
        text = self.render(again)
        again.names_text = names
        return piece._replace(run=again, text=text, cut=True, same=True)

    def _with_affixes(self, piece: _Piece) -> str:
        cite, marks = piece.run.cite, self.style.locales.quotation_marks()
        text = piece.text
        if cite.suffix:
            space = " " if cite.suffix[0].isalpha() or cite.suffix[0] in "[(" else ""
            text = append(text, read_text(space + cite.suffix, marks), self.into)
        if cite.prefix:
            bare = plain(read_text(cite.prefix, marks)).rstrip(_CLOSERS)
            space = " " if _SPACE_AFTER.search(bare) else ""
            text = append(read_text(re.sub(r"\s+", " ", cite.prefix + space), marks), text)
        return text

    def _delimiters(self, pieces: list[_Piece]) -> list[str | None]:
        """Return what stands before each piece but the first; None leaves it out, inside a range."""
        output: list[str | None] = []
        for place in range(1, len(pieces)):
            before, piece = pieces[place - 1], pieces[place]
            output.append(self._delimiter(before, piece))
            if place > 1 and self._follows(before, piece) and self._follows(pieces[place - 2], before):
                output[-2:] = [None, self.dash]
        return output

    def _follows(self, before: _Piece, piece: _Piece) -> bool:
        return self.ranged and piece.bare and bool(before.rank) and piece.rank == before.rank + 1

    def _delimiter(self, before: _Piece, piece: _Piece) -> str:
        if piece.cut and piece.bare:
            return self.between_suffixes
        if self.after is not None and self.collapse:
            done = before.cut and not piece.cut
            alone = (
                not before.cut and not piece.cut and self.collapse != "year-suffix" and not piece.run.numbered
            )
            if before.run.cite.locator or done or alone:
                return self.after
            return self.between if not piece.same or self.within is None else self.within
        if piece.same and self.within is not None:
            return self.within
        return self.after_cut if piece.cut else self.between

    @staticmethod
    def _unless_repeated(before: _Piece, piece: _Piece, delimiter: str) -> str:
        """Shorten a delimiter after a suffix that ends, or before a prefix that begins, with punctuation."""
        after = before.run.cite.suffix[-1:] in (";", ".", ",") and before.run.cite.suffix
        ahead = not before.run.cite.suffix and piece.run.cite.prefix[:1] in (";", ".", ",")
        if ahead and piece.run.cite.prefix:
            return ""
        if after:
            return delimiter[delimiter.index(" ") :] if " " in delimiter else ""
        return delimiter


def _continues(prefix: str) -> bool:
    """Tell whether a sentence goes on after a prefix: ``See ibid.``, but ``This has been said. Ibid.``."""
    bare = prefix.rstrip(_CLOSERS)
    return not (bare.endswith((".", "?", "!", ":", ";")) and " " in prefix.strip())
