"""Find symbols in running text."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from peacekeeping_bib.symbols.grammar import SCHEMES, candidates, prefaces
from peacekeeping_bib.symbols.lettering import fold_in_place
from peacekeeping_bib.symbols.model import RefusedError, Symbol

_LONGEST_LEAD: Final = 40


def find_in(text: str) -> list[tuple[int, int, Symbol]]:
    """Find the symbols that stand in a text.

    Conservative: found is only what cannot well be anything else. Upper and lower case must be as printed;
    numbers that say nothing by themselves, such as ``(99)65`` or an ISBN, need the word before them ("Press
    Release", "ISBN"; it is not part of the span). Of readings that begin together the longest counts, then
    the preferred one. What would be cut out of something longer (``S/RES/1244-1246``) is left alone.

    Returns:
        Begin and end of the span in `text`, and the symbol; in order, without overlap.
    """
    folded, origins = fold_in_place(text)
    found: list[tuple[int, int, Symbol]] = []
    done = 0
    for hint in _trigger().finditer(folded):
        if hint.start() < done:
            continue
        hits = [_longest(folded, hint.start(), None)]
        hits += [_longest(folded, end, scheme) for end, scheme in prefaces(folded, hint.start())]
        best = max((hit for hit in hits if hit), key=lambda hit: hit[1], default=None)
        if best:
            start, done, symbol = best
            found.append((origins[start], origins[done - 1] + 1, symbol))
    return found


def _longest(text: str, start: int, announced: str | None) -> tuple[int, int, Symbol] | None:
    """Return the longest symbol at `start`, of the announced scheme or of a form that stands out."""
    best: tuple[int, int, Symbol] | None = None
    for form in candidates(text[start : start + _LONGEST_LEAD], announced):
        if announced is None and not (form.cue and _compiled(form.cue).match(text, start)):
            continue
        try:
            hit = form.match_at(text, start)
        except RefusedError:
            continue
        if hit and (best is None or hit[0] > best[1]):
            best = start, *hit
    return best


@cache
def _compiled(cue: str) -> re.Pattern[str]:
    return re.compile(cue, re.VERBOSE | re.ASCII)


@cache
def _trigger() -> re.Pattern[str]:
    """Where a symbol may begin: a cue or preface that is not inside a word, a symbol or an address."""
    cues = [form.cue for scheme in SCHEMES for form in scheme.forms if form.cue]
    cues += [scheme.preface for scheme in SCHEMES if scheme.preface]
    return _compiled(rf"(?<! [\w/.-] ) (?: {' | '.join(cues)} )")
