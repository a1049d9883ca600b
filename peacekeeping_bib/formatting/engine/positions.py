"""Where a cite stands among the others: first, subsequent, ibid, near the last note (CSL 1.0.2, "Position").

The rules are those of the reference processor: "ibid" needs the same item in the cite before, within the same
citation or alone in the citation of the same or the preceding note; an earlier locator that is given up makes
it "subsequent" instead. Citations in the text and in notes are counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from peacekeeping_bib.formatting.engine.run import Cite

FIRST = frozenset({"first"})
SUBSEQUENT = frozenset({"subsequent"})
IBID = frozenset({"subsequent", "ibid"})
IBID_WITH_LOCATOR = frozenset({"subsequent", "ibid", "ibid-with-locator"})


class Cluster(NamedTuple):
    """One citation.

    Attributes:
        cites: Its cites, in the order printed.
        note: Number of the note it stands in; 0 for a citation in the text.
    """

    cites: list[Cite]
    note: int = 0


def settle(clusters: Sequence[Cluster], near: int) -> list[Cluster]:
    """Give every cite its position and the note of the first reference to its item.

    Args:
        clusters: All citations of a document, in its order.
        near: ``near-note-distance`` of the style.
    """
    text, notes = _Tracker(near), _Tracker(near)
    return [(notes if cluster.note else text).place(cluster) for cluster in clusters]


class _Tracker:
    """Walks through the citations and remembers what was cited where."""

    def __init__(self, near: int) -> None:
        self.near = near
        self.first: dict[str, int] = {}
        self.last: dict[str, int] = {}
        self.cites_in_note: Counter[int] = Counter()
        self.before: Cluster | None = None

    def place(self, cluster: Cluster) -> Cluster:
        if self.before is not None and cluster.note and self.before.note > cluster.note:
            self.first, self.last, self.cites_in_note = {}, {}, Counter()  # notes count anew: a new chapter
        self.cites_in_note[cluster.note] += len(cluster.cites)
        placed: list[Cite] = []
        for cite in cluster.cites:
            placed.append(self._placed(cite, placed[-1] if placed else None, cluster.note))
        result = Cluster(placed, cluster.note)
        if placed and not placed[0].author_only:
            self.before = result
        return result

    def _placed(self, cite: Cite, neighbour: Cite | None, note: int) -> Cite:
        key = cite.reference.id
        if key not in self.last:
            if cite.author_only:
                return cite._replace(position=FIRST)
            self.first[key] = self.last[key] = note
            return cite._replace(position=FIRST, first_note=0)
        if cite.author_only:
            return cite._replace(position=FIRST)
        position = SUBSEQUENT
        before = self._cite_before(cite, neighbour, note)
        if before is not None and (cite.locator or not before.locator):
            same = (before.locator, before.label) == (cite.locator, cite.label)
            position = IBID if same else IBID_WITH_LOCATOR
        if not note or note - self.last[key] <= self.near:
            position |= {"near-note"}
        if note:
            self.last[key] = note
        first = self.first[key]
        return cite._replace(position=position, first_note=first if first != note else 0)

    def _cite_before(self, cite: Cite, neighbour: Cite | None, note: int) -> Cite | None:
        """Return the cite that an "ibid" would stand for, or None."""
        key = cite.reference.id
        if neighbour is not None:
            return neighbour if neighbour.reference.id == key else None
        before = self.before
        if before is None:
            return None
        if before.note == note:
            return before.cites[0] if before.cites[-1].reference.id == key else None
        alone = before.note == 0 or self.cites_in_note[before.note] == 1
        close = before.note >= note - 1
        return before.cites[0] if alone and close and before.cites[0].reference.id == key else None
