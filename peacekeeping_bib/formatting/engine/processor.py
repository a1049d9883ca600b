"""From items to marked text: whole bibliographies and single citations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from peacekeeping_bib.formatting.engine import positions
from peacekeeping_bib.formatting.engine.cluster import ClusterWriter
from peacekeeping_bib.formatting.engine.disambiguation import Rules, disambiguate
from peacekeeping_bib.formatting.engine.loading import Style
from peacekeeping_bib.formatting.engine.markup import Span, parse, plain
from peacekeeping_bib.formatting.engine.positions import Cluster
from peacekeeping_bib.formatting.engine.prepare import Item, Reference
from peacekeeping_bib.formatting.engine.punctuation import append, join
from peacekeeping_bib.formatting.engine.run import NOTHING, Cite, Disambiguation, Run
from peacekeeping_bib.formatting.engine.sorting import collate

Node = str | Span
_Numbered = dict[str, tuple[int, Disambiguation]]


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
        self._clusters = ClusterWriter(style, lambda run: self._cite(run) or self._remnant(run))

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
            output.append(self._rendered(run, text))
        return output

    def references(self, items: Sequence[Item]) -> dict[str, Reference]:
        """Prepare items for this style, by id."""
        prepared = (self.style.reference(item) for item in items)
        return {reference.id: reference for reference in prepared}

    def citation(self, items: Sequence[Item], label: str = "", locator: str = "") -> list[Node]:
        """Render one citation of all items, the first reference to each.

        Args:
            items: The items cited together.
            label: CSL label of the locator; it goes with the last item.
            locator: Value of the locator.
        """
        references = self.references(items)
        cites = [Cite(reference) for reference in references.values()]
        cites[-1] = cites[-1]._replace(label=label, locator=locator)
        return self.citations(list(references.values()), [Cluster(cites)])[0]

    def citations(
        self, references: list[Reference], clusters: Sequence[Cluster], *, settled: bool = False
    ) -> list[list[Node]]:
        """Render all citations of a document.

        Args:
            references: All items of the document, in the order in which they are numbered.
            clusters: The citations in the order of the document; each cites some of the items.
            settled: The positions given in the cites hold; otherwise they are worked out.
        """
        by_id = self._numbered(references)
        ordered = [self._sorted(cluster, by_id) for cluster in clusters]
        if not settled:
            near = int(self.style.areas["citation"].get("near-note-distance", 5))
            ordered = positions.settle(ordered, near)
        return [
            self._nodes(self._clusters.write([self._run(cite, by_id) for cite in one.cites]))
            for one in ordered
        ]

    def _numbered(self, references: list[Reference]) -> _Numbered:
        """Return the number of each item in the bibliography and what tells it apart, by id."""
        order, results = self._settle(references)
        return {references[place].id: (number, results[place]) for number, place in enumerate(order, start=1)}

    def _sorted(self, cluster: Cluster, by_id: _Numbered) -> Cluster:
        sorting = self.style.areas["citation"].sorting
        if sorting is None or len(cluster.cites) < 2:
            return cluster
        runs = [self._run(cite, by_id) for cite in cluster.cites]
        if self._clusters.grouping:  # cites whose keys are equal then stand in the order of their authors
            language = self.style.locales.language
            runs.sort(key=lambda run: _by_author(self._named(run), language))
        return cluster._replace(cites=[runs[place].cite for place in sorting.order(runs)])

    def _named(self, run: Run) -> str:
        again = run.again()
        self._cite(again)
        return again.names_text

    @staticmethod
    def _run(cite: Cite, by_id: _Numbered) -> Run:
        number, disambiguation = by_id[cite.reference.id]
        return Run(cite, "citation", number=number, disambiguation=disambiguation)

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
        runs = (
            Run(Cite(reference), "bibliography", number=place + 1, disambiguation=result, sorting=True)
            for place, (reference, result) in enumerate(zip(references, results, strict=True))
        )
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

    @staticmethod
    def _remnant(run: Run) -> str:
        """Return what can be said of an item that a style prints nothing of."""
        reference, texts = run.reference, run.reference.texts
        if run.names_hidden:
            return ""
        return append(texts.get("title") or texts.get("number") or texts.get("URL") or reference.id, ".")

    def _rendered(self, run: Run, text: str) -> Rendered:
        reference = run.reference
        empty = not plain(text).strip(" .,;:()[]")
        if empty:
            text = self._remnant(run)
        text = text.rstrip(" ")
        return Rendered(reference.id, reference.language, self._nodes(text), empty)

    def _nodes(self, text: str) -> list[Node]:
        return set_quotes(parse(text), self.style.locales.quotation_marks(), 0)


def _by_author(names: str, language: str) -> tuple[bool, str]:
    return not names, collate(plain(names), language)


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
