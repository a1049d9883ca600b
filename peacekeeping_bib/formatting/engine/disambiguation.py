"""Telling apart items that would be cited alike (CSL 1.0.2, "Disambiguation").

In this order: more given names, more names, ``disambiguate="true"`` conditions, year suffixes. An expansion
that does
not tell any items apart is taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from peacekeeping_bib.formatting.engine.persons import initials
from peacekeeping_bib.formatting.engine.prepare import Name, Reference
from peacekeeping_bib.formatting.engine.run import NOTHING, Disambiguation, Run

CiteRun = Callable[[Reference, Disambiguation], tuple[str, Run]]
_T = TypeVar("_T")
_Lists = list[tuple[list[Name], int]]


class Rules:
    """The disambiguation options of a style."""

    def __init__(self, root: Any, citation: Any) -> None:
        def on(option: str) -> bool:
            return bool(citation.get(option) == "true")

        self.names, self.givens = on("disambiguate-add-names"), on("disambiguate-add-givenname")
        self.suffix = on("disambiguate-add-year-suffix")
        self.rule: str = citation.get("givenname-disambiguation-rule", "by-cite")
        self.extra = bool(root.xpath("//cs:*[@disambiguate]", namespaces=root.nsmap))
        self.active = self.names or self.givens or self.suffix or self.extra


def disambiguate(
    references: list[Reference], order: list[int], rules: Rules, cite: CiteRun
) -> list[Disambiguation]:
    """Work out how each item is told apart from the others.

    Args:
        references: All items of the document.
        order: Their places in bibliography order, by which year suffixes are given out.
        rules: Options of the style.
        cite: Renders the citation of an item under a disambiguation; returns its plain text and the pass.

    Returns:
        One result for each item.
    """
    results = [NOTHING] * len(references)
    if not rules.active or len(references) < 2:
        return results
    first = [_shown(cite(reference, NOTHING)) for reference in references]
    if rules.givens and rules.rule != "by-cite":
        results = _everywhere([lists for _, lists in first], rules.rule)
        first = [
            _shown(cite(reference, result)) for reference, result in zip(references, results, strict=True)
        ]
    rank = {place: number for number, place in enumerate(order)}
    for places in _alike(list(range(len(references))), lambda place: first[place][0]):
        _Group(references, results, rules, cite, rank).settle(places, [first[place][1] for place in places])
    return results


def _shown(rendered: tuple[str, Run]) -> tuple[str, _Lists]:
    """Keep of a pass only what is needed, of ten thousand at a time."""
    return rendered[0], rendered[1].name_lists


def _alike(places: list[int], text: Callable[[int], str]) -> list[list[int]]:
    groups: dict[str, list[int]] = {}
    for place in places:
        groups.setdefault(text(place), []).append(place)
    return [group for group in groups.values() if len(group) > 1]


class _Step(NamedTuple):
    """One expansion: all that is tried, and what is new in it.

    Attributes:
        tried: The whole expansion.
        place: Number of the list of names, from 0.
        nth: Number of the name in it, from 1.
        level: New level of its given name, or None where the name itself is new.
    """

    tried: Disambiguation
    place: int
    nth: int
    level: int | None

    def kept_in(self, kept: Disambiguation) -> Disambiguation:
        """Add what is new in this step to what was kept before."""
        names = _padded(kept.names, self.place, 0)
        names[self.place] = max(names[self.place], self.tried.names[self.place])
        givens = [list(one) for one in _padded(kept.givens, self.place, ())]
        if self.level is not None:
            levels = _padded(givens[self.place], self.nth - 1, 0)
            levels[self.nth - 1] = self.level
            givens[self.place] = levels
        return kept._replace(names=tuple(names), givens=tuple(tuple(one) for one in givens))


def _padded(values: Iterable[_T], index: int, empty: _T) -> list[_T]:
    """Return a list that is long enough to have an ``index``."""
    output = list(values)
    return output + [empty] * (index + 1 - len(output))


def _frozen(names: list[int], givens: list[list[int]]) -> Disambiguation:
    return Disambiguation(tuple(names), tuple(tuple(one) for one in givens))


class _Group:
    """Items that are cited alike, being told apart step by step."""

    def __init__(
        self,
        references: list[Reference],
        results: list[Disambiguation],
        rules: Rules,
        cite: CiteRun,
        rank: dict[int, int],
    ) -> None:
        self.references, self.results, self.rules, self.cite, self.rank = (
            references,
            results,
            rules,
            cite,
            rank,
        )

    def text(self, place: int, result: Disambiguation) -> str:
        return self.cite(self.references[place], result)[0]

    def settle(self, places: list[int], lists: list[_Lists]) -> None:
        """Try every means in turn on the items at ``places``."""
        rest = self._expand(places, lists) if self.rules.names or self.rules.givens else [places]
        for group in rest:
            if self.rules.extra:
                group = self._extra(group)
            if self.rules.suffix and len(group) > 1:
                for number, place in enumerate(sorted(group, key=self.rank.__getitem__)):
                    self.results[place] = self.results[place]._replace(suffix=_letters(number))

    def _expand(self, places: list[int], lists: list[_Lists]) -> list[list[int]]:
        """Show more given names and more names; return the groups that are still alike.

        An expansion is tried on top of all before it, but only the one name that made the difference is kept.
        """
        waiting, rest = [(places, self._steps(lists))], []
        while waiting:
            group, steps = waiting.pop(0)
            for step in steps:
                if len({self.text(place, step.tried) for place in group}) > 1:
                    for place in group:
                        self.results[place] = step.kept_in(self.results[place])
                    alike = _alike(group, lambda place: self.text(place, self.results[place]))
                    remaining = list(steps)
                    waiting += [(members, iter(remaining)) for members in alike]
                    break
            else:
                rest.append(group)
        return rest

    def _steps(self, lists: list[_Lists]) -> Iterator[_Step]:
        """Yield ever larger expansions: for each name its given name (by-cite only), then the next name."""
        by_cite = self.rules.givens and self.rules.rule == "by-cite"
        shape = max(lists, key=lambda one: sum(len(people) for people, _ in one))
        names = [shown for _, shown in shape]
        givens = [[0] * max(len(people), shown) for people, shown in shape]
        for index, (people, shown) in enumerate(shape):
            last = len(people) if self.rules.names else shown
            for count in range(1, last + 1):
                if count > names[index]:
                    names[index] = count
                    yield _Step(_frozen(names, givens), index, count, None)
                for level in (1, 2) if by_cite else ():
                    givens[index][count - 1] = level
                    yield _Step(_frozen(names, givens), index, count, level)

    def _extra(self, group: list[int]) -> list[int]:
        """Let ``disambiguate="true"`` conditions hold; return the items that are still alike."""
        for place in group:
            self.results[place] = self.results[place]._replace(extra=True)
        alike = _alike(group, lambda place: self.text(place, self.results[place]))
        return [place for members in alike for place in members]


def _everywhere(lists: list[_Lists], rule: str) -> list[Disambiguation]:
    """Tell persons of one family name apart wherever they are named (all rules but ``by-cite``)."""
    primary, with_initials = rule.startswith("primary-name"), rule.endswith("-with-initials")
    known: dict[str, dict[str, set[str]]] = {}
    for one in lists:
        for people, shown in one:
            for person in people[: 1 if primary else shown]:
                if not person.literal:
                    short = initials(person.given, "")
                    known.setdefault(_family(person), {}).setdefault(short, set()).add(person.given)

    def level(person: Name) -> int:
        forms = known.get(_family(person), {})
        needed = 1 if len(forms) > 1 else 0
        if not with_initials and len(forms.get(initials(person.given, ""), ())) > 1:
            needed = 2
        return needed if not person.literal else 0

    results = []
    for one in lists:
        givens = [
            tuple(level(person) if not primary or place == 0 else 0 for place, person in enumerate(people))
            for people, _ in one
        ]
        results.append(Disambiguation(givens=tuple(givens)))
    return results


def _family(person: Name) -> str:
    return f"{person.particle} {person.family}".strip()


def _letters(number: int) -> str:
    """Return a, b, … z, aa, ab, … for 0, 1, …."""
    text, number = "", number + 1
    while number:
        number, letter = divmod(number - 1, 26)
        text = chr(ord("a") + letter) + text
    return text
