"""The state of one rendering pass: one item (a cite, an entry or a sort key) going through a layout."""

from __future__ import annotations

import re
from typing import NamedTuple

from peacekeeping_bib.formatting.engine.prepare import Name, Reference


class Cite(NamedTuple):
    """One item inside a citation.

    Attributes:
        reference: The item.
        label: CSL locator label such as ``paragraph``; empty without locator.
        locator: The locator's value, such as ``5-7``.
        position: Positions (CSL "position" values) that hold, such as ``first``.
        first_note: Number of the note that first cites the item, where that is another one; else 0.
        prefix, suffix: What the writer puts before and after, such as ``see``.
        suppress_author: Leave out the names that begin the cite.
        author_only: Print only these.
    """

    reference: Reference
    label: str = ""
    locator: str = ""
    position: frozenset[str] = frozenset({"first"})
    first_note: int = 0
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False


class Disambiguation(NamedTuple):
    """What tells an item from others that would be cited alike.

    Attributes:
        names: Number of names to show at least, by position of the name list in the cite.
        givens: Level of the given name (0 none, 1 initials, 2 full) by name list and name.
        extra: Whether ``disambiguate="true"`` conditions hold.
        suffix: Year suffix such as ``a``, or an empty string.
    """

    names: tuple[int, ...] = ()
    givens: tuple[tuple[int, ...], ...] = ()
    extra: bool = False
    suffix: str = ""


_NO_WORD = re.compile(r"\W")
NOTHING = Disambiguation()


class Run:
    """One pass. Elements read the item here and note what they have rendered.

    Attributes:
        area: ``citation`` or ``bibliography``.
        sorting: Whether a sort key is made.
        attempted: A variable was called in the innermost group.
        succeeded: One of them had a value.
        termed: A term or a fixed text was rendered there.
        began: Something has been rendered in the entry.
        suppressed: Variables that stood in for missing names and must not be printed again.
        rendered: Variables printed so far.
        name_lists: For each rendered list of names, the names of the item and the number of them shown.
        first_names: The names of the first list as printed, for ``subsequent-author-substitute``.
        previous_names: Those of the entry before.
        names_text: The first names of a cite as printed; ``names_hidden`` leaves them out of a collapsed
            cite.
        lead: What the first ``cs:names`` printed, its substitute included.
        years: The years printed; ``known_years`` are those of the cite before, left out of a collapsed cite.
        led_in: Something stands before the cite in its citation.
        numbered: The citation number has been printed.
    """

    __slots__ = (
        "area",
        "attempted",
        "began",
        "cite",
        "disambiguation",
        "first_names",
        "known_years",
        "lead",
        "led_in",
        "limits",
        "name_lists",
        "names_hidden",
        "names_text",
        "number",
        "numbered",
        "previous_names",
        "reference",
        "rendered",
        "sorting",
        "substitute_done",
        "succeeded",
        "suffix_done",
        "suppressed",
        "termed",
        "years",
    )  # fmt: skip

    def __init__(
        self,
        cite: Cite,
        area: str,
        *,
        number: int = 0,
        disambiguation: Disambiguation = NOTHING,
        sorting: bool = False,
    ) -> None:
        self.cite, self.reference, self.area, self.number = cite, cite.reference, area, number
        self.disambiguation, self.sorting = disambiguation, sorting
        self.attempted = self.succeeded = self.termed = self.began = False
        self.suffix_done = self.substitute_done = False
        self.names_hidden = cite.suppress_author
        self.numbered = self.led_in = False
        self.names_text = self.lead = ""
        self.years: list[int] = []
        self.known_years: list[int] = []
        self.suppressed: set[str] = set()
        self.rendered: set[str] = set()
        self.name_lists: list[tuple[list[Name], int]] = []
        self.first_names: list[str] = []
        self.previous_names: list[str] = []
        self.limits: dict[str, str] = {}

    def again(self) -> Run:
        """Return a fresh pass of the same cite."""
        again = Run(self.cite, self.area, number=self.number, disambiguation=self.disambiguation)
        again.led_in = self.led_in
        return again

    def rank(self, text: str) -> int:
        """Return the citation number or the rank of the year suffix that a cite consists of or ends with.

        Args:
            text: The cite as printed, without marks.

        Returns:
            1 for ``a``, 2 for ``b``; 0 for a cite that cannot be part of a range.
        """
        if self.cite.locator or self.cite.prefix or self.cite.suffix:
            return 0
        if self.numbered:
            return self.number if _NO_WORD.sub("", text) == str(self.number) else 0
        suffix = self.disambiguation.suffix
        if not suffix or not text.endswith(suffix):
            return 0
        rank = 0
        for letter in suffix:
            rank = rank * 26 + ord(letter) - ord("a") + 1
        return rank

    def call(self, variable: str, found: bool) -> bool:
        """Note that a variable was called; return whether it may be printed."""
        self.attempted = True
        return found and variable not in self.suppressed

    def printed(self, variable: str) -> None:
        """Note that a variable was printed."""
        self.succeeded = self.began = True
        self.rendered.add(variable)
