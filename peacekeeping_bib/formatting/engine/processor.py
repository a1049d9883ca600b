"""From items to marked text: whole bibliographies and single citations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from peacekeeping_bib.formatting.engine.disambiguation import Rules, disambiguate
from peacekeeping_bib.formatting.engine.loading import Style
from peacekeeping_bib.formatting.engine.markup import Span, parse, plain
from peacekeeping_bib.formatting.engine.prepare import Item, Reference
from peacekeeping_bib.formatting.engine.punctuation import append, join
from peacekeeping_bib.formatting.engine.run import NOTHING, Cite, Disambiguation, Run

Node = str | Span


class Rendered(NamedTuple):
    """One rendered entry: the item's id, its language tag and the text as a tree; ``empty`` for a stopgap."""

    id: str
    language: str
    nodes: list[Node]
    empty: bool = False


class Processor:
    """Renders items in one style and locale."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self._rules = Rules(style.root, style.areas["citation"])

    def bibliography(self, items: Sequence[Item]) -> list[Rendered]:
        """Render all items as entries, sorted and numbered as the style says.

        A style without a bibliography prints each item's citation, in the order given.
        """
        references = [self.style.reference(item) for item in items]
        order, results = self._settle(references)
        previous: list[str] = []
        output = []
        for number, place in enumerate(order, start=1):
            run = Run(
                Cite(references[place]),
                "bibliography" if "bibliography" in self.style.areas else "citation",
                number=number,
                disambiguation=results[place],
            )
            run.previous_names = previous
            text = self._entry(run)
            previous = run.first_names
            output.append(self._rendered(references[place], text))
        return output

    def citation(self, items: Sequence[Item], label: str = "", locator: str = "") -> list[Node]:
        """Render one citation of all items, the first reference to each.

        Args:
            items: The items cited together.
            label: CSL label of the locator; it goes with the last item.
            locator: Value of the locator.
        """
        references = [self.style.reference(item) for item in items]
        order, results = self._settle(references)
        numbers = {place: number for number, place in enumerate(order, start=1)}
        cites = [Cite(reference) for reference in references]
        cites[-1] = cites[-1]._replace(label=label, locator=locator)
        runs = [
            Run(cite, "citation", number=numbers[place], disambiguation=results[place])
            for place, cite in enumerate(cites)
        ]
        sorting = self.style.areas["citation"].sorting
        if sorting is not None:
            runs = [runs[place] for place in sorting.order(runs)]
        return self._nodes(self.style.laid_out("citation", self._cluster(runs)))

    def _cluster(self, runs: list[Run]) -> str:
        """Join the cites of a citation; with ``collapse`` cites of the same authors share the names."""
        area = self.style.areas["citation"]
        into = self.style.locales.into_quotes
        texts = [self._cite(run) or self._remnant(run.reference) for run in runs]
        within = area.get("cite-group-delimiter", ", ")
        if not (area.get("collapse", "").startswith("year") or area.get("cite-group-delimiter")):
            return join(texts, area.page.between, into)
        groups: dict[str, list[int]] = {}
        for place, run in enumerate(runs):
            groups.setdefault(run.names_text or str(place), []).append(place)
        joined = [self._group(runs, places, texts, within) for places in groups.values()]
        return join(joined, area.get("after-collapse-delimiter", area.page.between), into)

    def _group(self, runs: list[Run], places: list[int], texts: list[str], within: str) -> str:
        """Join cites of the same authors: names once, and with ``collapse="year-suffix"`` each year once."""
        area = self.style.areas["citation"]
        collapse = area.get("collapse", "")
        between_suffixes = area.get(
            "year-suffix-delimiter", area.get("cite-group-delimiter", area.page.between)
        )
        text = texts[places[0]]
        for before, place in pairwise(places):
            run, delimiter = runs[place], within
            same_year = _year(run.reference) == _year(runs[before].reference)
            if collapse.startswith("year-suffix") and same_year and run.disambiguation.suffix:
                addition, delimiter = run.disambiguation.suffix, between_suffixes
            else:
                addition = self._cite(self._without_names(run)) if collapse else texts[place]
            text = join([text, addition], delimiter, self.style.locales.into_quotes)
        return text

    @staticmethod
    def _without_names(run: Run) -> Run:
        again = Run(run.cite, run.area, number=run.number, disambiguation=run.disambiguation)
        again.names_hidden = True
        return again

    def _settle(self, references: list[Reference]) -> tuple[list[int], list[Disambiguation]]:
        """Return the places in bibliography order and what tells each item apart."""
        order = self._order(references, [NOTHING] * len(references))
        results = disambiguate(references, order, self._rules, self._ambiguous)
        if any(result.suffix or result.extra for result in results):
            order = self._order(references, results)
        return order, results

    def _order(self, references: list[Reference], results: list[Disambiguation]) -> list[int]:
        area = self.style.areas.get("bibliography")
        if area is None or area.sorting is None:
            return list(range(len(references)))
        runs = [
            Run(Cite(reference), "bibliography", number=place + 1, disambiguation=result, sorting=True)
            for place, (reference, result) in enumerate(zip(references, results, strict=True))
        ]
        order: list[int] = area.sorting.order(runs)
        return order

    def _ambiguous(self, reference: Reference, result: Disambiguation) -> tuple[str, Run]:
        """Render the short citation of an item, as compared for disambiguation."""
        cite = Cite(reference, position=frozenset({"subsequent", "near-note"}))
        run = Run(cite, "citation", disambiguation=result._replace(suffix=""))
        run.suppressed.add("accessed")  # the day of a visit does not tell documents apart
        return plain(self._cite(run)), run

    def _cite(self, run: Run) -> str:
        layout = self.style.areas["citation"].page
        return join(layout.parts(run), "", self.style.locales.into_quotes)

    def _entry(self, run: Run) -> str:
        if run.area == "bibliography":
            return self.style.entry(run)
        return self.style.laid_out("citation", self._cite(run))

    def _remnant(self, reference: Reference) -> str:
        """Return what can be said of an item that a style prints nothing of."""
        texts = reference.texts
        return append(texts.get("title") or texts.get("number") or texts.get("URL") or reference.id, ".")

    def _rendered(self, reference: Reference, text: str) -> Rendered:
        empty = not plain(text).strip(" .,;:()[]")
        if empty:
            text = self._remnant(reference)
        return Rendered(reference.id, reference.language, self._nodes(text), empty)

    def _nodes(self, text: str) -> list[Node]:
        return set_quotes(parse(text), self.style.locales.quotation_marks(), 0)


def _year(reference: Reference) -> int | None:
    date = reference.dates.get("issued")
    return date.start[0] if date else None


def set_quotes(nodes: list[Node], marks: dict[str, tuple[str, str]], depth: int) -> list[Node]:
    """Replace quotation spans by the locale's marks, outer and inner by turns.

    Args:
        nodes: A tree.
        marks: Opening and closing marks of ``quote`` and ``inner-quote``.
        depth: 0 outside quotations, 1 inside an outer one, 2 inside an inner one.
    """
    output: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            output.append(node)
        elif node.kind in marks:
            inner = depth == 1 or (depth == 0 and node.kind == "inner-quote")
            opening, closing = marks["inner-quote" if inner else "quote"]
            output += [opening, *set_quotes(node.children, marks, 2 if inner else 1), closing]
        else:
            output.append(Span(node.kind, set_quotes(node.children, marks, depth)))
    return output
