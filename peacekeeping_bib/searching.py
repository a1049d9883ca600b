"""Full-text search: which records answer to some words, and in which order.

bm25 reads all places of every word that it ranks by. A word that very many records hold takes most of that
time and changes least of the order, so it is required, but ranks only by date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from .text import fold

#: Runs a query with values and yields its rows.
Rows = Callable[..., Iterator[Any]]

#: Weights of the columns title, names, symbols, people, bodies, about.
_WEIGHTS: Final = (8.0, 10.0, 10.0, 4.0, 3.0, 1.0)
_BY_RANK: Final = f"ORDER BY bm25(words, {', '.join(map(str, _WEIGHTS))}), rowid"
#: Length of the longest word, with its quotation marks, that is only searched as it stands.
_SHORTEST_BEGINNING: Final = 4
#: A word that this many records hold is common.
_COMMON: Final = 2000


def numbers(rows: Rows, text: str, limit: int) -> list[int]:
    """Return the numbers of the records that hold the words of ``text``, best first."""
    words = [f'"{word}"' for word in dict.fromkeys(fold(text).split())]
    whole = _Query(rows, words)
    found = dict.fromkeys(whole.with_all(limit))
    if len(found) < limit:
        begun = _Query(rows, [_beginning(word) for word in whole.telling] + whole.common)
        found |= dict.fromkeys(begun.with_all(limit) or begun.with_any(limit))
    return list(found)[:limit]


def _beginning(word: str) -> str:
    return word if len(word) <= _SHORTEST_BEGINNING else word + "*"


class _Query:
    """Words and beginnings, told apart by how many records hold them."""

    def __init__(self, rows: Rows, words: list[str]) -> None:
        self._rows = rows
        self.common = [word for word in words if self._is_common(word)]
        self.telling = [word for word in words if word not in self.common]

    def _is_common(self, word: str) -> bool:
        query = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
        return any(count == _COMMON for (count,) in self._rows(query, (word, _COMMON)))

    def with_all(self, limit: int) -> list[int]:
        """Records with all words, ranked by those that tell."""
        if not self.telling:
            return self._matching(" AND ".join(self.common), f"LIMIT {limit}")
        best = self._matching(" AND ".join(self.telling), _BY_RANK)
        if self.common:
            complete = set(self._matching(" AND ".join(self.telling + self.common)))
            best = [n for n in best if n in complete]
        return best[:limit]

    def with_any(self, limit: int) -> list[int]:
        """Records with any word that tells or, where none has one, with any of the common ones."""
        best = self._matching(" OR ".join(self.telling), f"{_BY_RANK} LIMIT {limit}")
        return best or self._matching(" OR ".join(self.common), f"LIMIT {limit}")

    def _matching(self, expression: str, order: str = "") -> list[int]:
        query = f"SELECT rowid FROM words WHERE words MATCH ? {order}"  # noqa: S608
        return [n for (n,) in self._rows(query, (expression,))] if expression else []
