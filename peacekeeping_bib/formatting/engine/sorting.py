"""Sorting: keys of items and their collation.

The order is that of the reference processor: case, accents and punctuation make no difference, runs of digits
compare as numbers, a space comes before any letter, an item without a key comes last in either direction,
and items
that compare equal keep the order in which they were given.
"""

# mypy: disallow-subclassing-any=False
from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cmp_to_key
from itertools import groupby
from typing import Any

from citeproc import model

from peacekeeping_bib.formatting.engine.dates import sort_key
from peacekeeping_bib.formatting.engine.elements import Element
from peacekeeping_bib.formatting.engine.markup import plain
from peacekeeping_bib.formatting.engine.names import name_options
from peacekeeping_bib.formatting.engine.persons import Writer
from peacekeeping_bib.formatting.engine.prepare import DATE_VARIABLES, NAME_VARIABLES
from peacekeeping_bib.formatting.engine.run import Run

# Letters that are letters of their own although they decompose, and letters that sort as others without
# decomposing.
_WHOLE = frozenset("йЙўЎїЇѓЃќЌ")
_SORT_AS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ð": "d"})
_AFTER = {"й": "и", "ў": "у", "ї": "і", "ѓ": "г", "ќ": "к"}
# Languages that sort another script before Latin, with the beginning of the Unicode names of its letters.
_FIRST_SCRIPT = dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "uk"), "CYRILLIC") | {
    "el": "GREEK"
}

# How names are written when a key is a name variable: in full, family name first.
_WHOLE_NAMES = name_options(None, None, None) | {"name-as-sort-order": "all", "sort-separator": " "}

_SPACE, _DIGITS, _FOREIGN, _LAST = "\x01", "\x02", "\U0010fffe", "\U0010ffff"


def collate(text: str, language: str = "en") -> str:
    """Return a key that compares as the texts are sorted.

    A run of digits is preceded by its length, so that it compares as a number; a letter of another script
    than that of the language is preceded by a character beyond all letters.

    Args:
        text: Plain text.
        language: Language of the bibliography: its own script comes first.
    """
    own = _FIRST_SCRIPT.get(language, "")
    output: list[str] = []
    folded = "".join(_base(letter) for letter in text.lower().translate(_SORT_AS))
    for digits, group in groupby(folded, str.isdecimal):
        if digits:
            number = "".join(str(unicodedata.decimal(digit)) for digit in group).lstrip("0")
            output.append(_DIGITS + chr(len(number)) + number)
            continue
        for letter in group:
            if letter.isspace():
                output.append(_SPACE)
            elif letter.isalpha():
                foreign = _FOREIGN if own and not unicodedata.name(letter, "").startswith(own) else ""
                output.append(foreign + (_AFTER[letter] + _LAST if letter in _AFTER else letter))
    return "".join(output)


def _base(letter: str) -> str:
    if letter in _WHOLE:
        return letter
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


class Sort(Element, model.Sort):
    """``cs:sort``."""

    def order(self, runs: Iterable[Run]) -> list[int]:
        """Return the places of the given passes in sorted order; ``runs`` are passes made for sorting.

        Args:
            runs: One pass for each item, in registered order.
        """
        keys = [[key.collated(run) for key in self.kids] for run in runs]
        directions = [-1 if key.get("sort") == "descending" else 1 for key in self.kids]

        def compare(left: int, right: int) -> int:
            for one, other, direction in zip(keys[left], keys[right], directions, strict=True):
                if one != other:
                    if not one or not other:
                        return 1 if not one else -1
                    return direction if one > other else -direction
            return left - right

        return sorted(range(len(keys)), key=cmp_to_key(compare))


class Key(Element, model.Key):
    """``cs:key``: a variable or macro to sort by."""

    def _init(self) -> None:
        super()._init()
        self.variable, self.macro_name = self.get("variable"), self.get("macro")
        pairs = (
            ("names-min", "et-al-min"),
            ("names-use-first", "et-al-use-first"),
            ("names-use-last", "et-al-use-last"),
        )
        self.limits = {option: self.get(own) for own, option in pairs if self.get(own) is not None}

    def bind(self, style: Any) -> None:
        """See :meth:`Element.bind`."""
        super().bind(style)
        self.called = style.macro(self.macro_name) if self.macro_name else None

    def collated(self, run: Run) -> str:
        """Return the collation key of one item."""
        return collate(plain(self._text(run)), self.style.locales.language)

    def _text(self, run: Run) -> str:
        if self.called is not None:
            fresh = Run(
                run.cite, run.area, number=run.number, disambiguation=run.disambiguation, sorting=True
            )
            fresh.limits = {**self.limits, "name-as-sort-order": "all"}
            return "".join(self.called.parts(fresh))
        reference, variable = run.reference, self.variable
        if variable in NAME_VARIABLES:
            demote = self.style.root.get("demote-non-dropping-particle")
            writer = Writer({**_WHOLE_NAMES, **({"demote-non-dropping-particle": demote} if demote else {})})
            return " ".join(writer.write(name, True, True, 0) for name in reference.names.get(variable, []))
        if variable in DATE_VARIABLES:
            return sort_key(reference.dates[variable]) if variable in reference.dates else ""
        if variable == "citation-number":
            return str(run.number)
        return reference.texts.get(variable, "")
