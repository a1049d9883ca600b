"""The ``text-case`` attribute, on marked text.

Text in ``nocase`` spans, superscript, subscript and small capitals keeps its case (CSL 1.0.2, "Text-case").
"""

from __future__ import annotations

import re
from collections.abc import Callable

from peacekeeping_bib.formatting.engine.markup import CLOSE, MARKS, OPEN, pieces, plain

_KEPT = ("nocase", "small-caps", "sub", "sup")
_KEPT_OPEN = frozenset(OPEN[kind] for kind in _KEPT)
_KEPT_CLOSE = frozenset(CLOSE[kind] for kind in _KEPT)
# Words that English titles keep in lower case: articles, conjunctions and prepositions.
STOP_WORDS = frozenset(
    [
        "a",
        "about",
        "above",
        "across",
        "afore",
        "after",
        "against",
        "al",
        "along",
        "alongside",
        "amid",
        "amidst",
        "among",
        "amongst",
        "an",
        "and",
        "anenst",
        "apropos",
        "apud",
        "around",
        "as",
        "aside",
        "astride",
        "at",
        "athwart",
        "atop",
        "barring",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "besides",
        "between",
        "beyond",
        "but",
        "by",
        "c",
        "ca",
        "circa",
        "d'",
        "d’",
        "de",
        "despite",
        "down",
        "during",
        "et",
        "except",
        "for",
        "forenenst",
        "from",
        "given",
        "in",
        "inside",
        "into",
        "lest",
        "like",
        "modulo",
        "near",
        "next",
        "nor",
        "notwithstanding",
        "of",
        "off",
        "on",
        "onto",
        "or",
        "out",
        "over",
        "per",
        "plus",
        "pro",
        "qua",
        "sans",
        "since",
        "so",
        "such",
        "than",
        "the",
        "through",
        "throughout",
        "thruout",
        "till",
        "to",
        "toward",
        "towards",
        "under",
        "underneath",
        "until",
        "unto",
        "up",
        "upon",
        "v",
        "v.",
        "van",
        "versus",
        "via",
        "vis-à-vis",
        "von",
        "vs",
        "vs.",
        "with",
        "within",
        "without",
        "yet",
    ]
) - {"such"}
_SEPARATOR = re.compile('(‘|’|“|”|"|[-–—/.,;?!:\\[\\]()]|[' + "".join(sorted(MARKS)) + "])")
_WORD = re.compile("([ \u00a0\u2000-\u200b\u202f\u205f\u3000]+)")


def change_case(text: str, case: str, english: bool) -> str:
    """Apply a ``text-case`` value.

    Args:
        text: Marked text.
        case: lowercase, uppercase, capitalize-first, capitalize-all, sentence or title.
        english: Whether the item is in English; title case is for English only.
    """
    change = _CASES.get(case)
    if change is None or not text:
        return text
    return text if case == "title" and not english else change(text)


def capitalize_first(text: str) -> str:
    """Capitalise the first word when it is all in lower case."""
    for index, piece in enumerate(parts := pieces(text)):
        if piece in _KEPT_OPEN:
            break
        if piece not in MARKS and piece.strip():
            parts[index] = re.sub(r"[^\s]+", lambda found: _capital(found[0]), piece, count=1)
            break
    return "".join(parts)


def _capital(word: str) -> str:
    if word != word.lower() or (len(word) == 1 and "\u0370" <= word <= "\u03ff"):
        return word  # it has capitals already, or is a Greek letter as used in the sciences
    return word[:1].upper() + word[1:]


def _outside_kept(text: str, change: Callable[[str], str]) -> str:
    """Apply ``change`` to the stretches whose case may be changed."""
    depth, output = 0, []
    for piece in pieces(text):
        depth += (piece in _KEPT_OPEN) - (piece in _KEPT_CLOSE)
        output.append(piece if depth or piece in MARKS else change(piece))
    return "".join(output)


def _capitalize_all(text: str) -> str:
    return _outside_kept(text, lambda piece: re.sub(r"[^\s]+", lambda found: _capital(found[0]), piece))


def _sentence(text: str) -> str:
    if plain(text).isupper():
        text = _outside_kept(text, str.lower)
    return capitalize_first(text)


def _title(text: str) -> str:
    """Title case: every word but the stop words, and these at the start, at the end and after a colon."""
    depth, first, after_mark = 0, True, False
    output = [piece for piece in _SEPARATOR.split(text) if piece]
    last: tuple[int, int] | None = None
    words_at: dict[int, list[str]] = {}
    for index, piece in enumerate(output):
        if piece in MARKS or _SEPARATOR.fullmatch(piece):
            depth += (piece in _KEPT_OPEN) - (piece in _KEPT_CLOSE)
            after_mark = after_mark or piece in "!?:"
            continue
        if depth:
            if piece.strip():
                last, first, after_mark = None, False, False
            continue
        words = words_at[index] = _WORD.split(piece)
        for place in range(0, len(words), 2):
            word = words[place]
            if not word:
                continue
            major = (len(word) > 1 and word not in STOP_WORDS) or first or after_mark
            if major:
                words[place] = _capital(word)
            first = after_mark = False
            last = (index, place)
    if last:
        words = words_at[last[0]]
        if len(words[last[1]]) > 1:
            words[last[1]] = _capital(words[last[1]])
    for index, words in words_at.items():
        output[index] = "".join(words)
    return "".join(output)


_CASES: dict[str, Callable[[str], str]] = {
    "lowercase": lambda text: _outside_kept(text, str.lower),
    "uppercase": lambda text: _outside_kept(text, str.upper),
    "capitalize-first": capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}
