"""``cs:choose`` and its conditions."""

# mypy: disallow-subclassing-any=False
from __future__ import annotations

from collections.abc import Callable, Iterable

from citeproc import model

from peacekeeping_bib.formatting.engine.elements import Element
from peacekeeping_bib.formatting.engine.numbers import read_numbers, value_of
from peacekeeping_bib.formatting.engine.run import Run


class Choose(Element, model.Choose):
    """``cs:choose``; for delimiter and group rule, what the chosen branch holds belongs to the parent."""

    transparent = True

    def parts(self, run: Run) -> list[str]:
        """Render the first branch whose condition holds."""
        for branch in self.kids:
            if branch.holds(run):
                return branch.parts(run)  # type: ignore[no-any-return]
        return []

    def render(self, run: Run) -> str:
        """Render the chosen branch where nothing joins it, as inside ``cs:substitute``."""
        return "".join(self.parts(run))


class If(Element, model.If):
    """``cs:if``; every value of every attribute is one test, and ``match`` applies to all of them."""

    def _init(self) -> None:
        super()._init()
        self.match = {"any": any, "none": _none}.get(self.get("match"), all)
        self.tests = [(_TESTS[name], value) for name in _TESTS for value in self.get(name, "").split()]

    def holds(self, run: Run) -> bool:
        """Tell whether the condition holds for the item of this pass."""
        return self.match(test(run, value) for test, value in self.tests)


class Else_If(If, model.Else_If):
    """``cs:else-if``."""


class Else(Element, model.Else):
    """``cs:else``."""

    def holds(self, run: Run) -> bool:
        """Return True."""
        return True


def _none(results: Iterable[bool]) -> bool:
    return not any(results)


def _variable(run: Run, value: str) -> bool:
    if value == "locator":
        return bool(run.cite.locator)
    if value == "first-reference-note-number":
        return bool(run.cite.first_note)
    return value == "citation-number" or run.reference.has(value)


def _numeric(run: Run, value: str) -> bool:
    text = value_of(run, value)
    return bool(text) and read_numbers(text).numeric


def _uncertain(run: Run, value: str) -> bool:
    date = run.reference.dates.get(value)
    return date is not None and date.circa


def _locator(run: Run, value: str) -> bool:
    return bool(run.cite.locator) and run.cite.label == value


def _position(run: Run, value: str) -> bool:
    return run.area == "citation" and value in run.cite.position


_TESTS: dict[str, Callable[[Run, str], bool]] = {
    "type": lambda run, value: run.reference.type == value,
    "variable": _variable,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": lambda run, value: run.disambiguation.extra == (value == "true"),
}
