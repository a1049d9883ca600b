"""What happens where two pieces of text meet.

CSL puts punctuation into affixes and delimiters, so the same mark can come from both sides: ``K. A.`` +
``.``. The
rules here work at such seams only and never inside a piece; they are those of the CSL reference processor,
as its
frozen output in the tests shows.
"""

from __future__ import annotations

from collections.abc import Iterable

from peacekeeping_bib.formatting.engine.markup import CLOSERS, HIDDEN, OPENERS, QUOTE_CLOSERS

_PUNCTUATION = frozenset(".,;:!?")
_WATCHED = _PUNCTUATION | {" "} | OPENERS
_LEFT_WINS = frozenset({"!.", "!:", "?.", "?:", ":.", ";:", ";."})
_RIGHT_WINS = frozenset({":!", ":?", ";!", ";?"})
_MOVE_INTO_QUOTES = frozenset(".,!?")


def append(left: str, right: str, into_quotes: bool = False) -> str:
    """Concatenate two pieces of marked text and settle the seam.

    Args:
        left: The text so far.
        right: What follows.
        into_quotes: The locale's ``punctuation-in-quote``: a full stop or comma goes inside a closing
        quotation mark.
    """
    if not left or not right or right[0] not in _WATCHED:
        return left + right
    start = 0
    while start < len(right) and right[start] in OPENERS:
        start += 1
    end = len(left)
    while end and left[end - 1] in CLOSERS:
        end -= 1
    if start == len(right) or not end:
        return left + right
    last, first = left[end - 1], right[start]
    if first not in _PUNCTUATION and first != " ":
        return left + right
    if last == first or last + first in _LEFT_WINS:
        return left + right[:start] + right[start + 1 :]
    if last + first in _RIGHT_WINS:
        return left[: end - 1] + left[end:] + right
    if into_quotes and first in _MOVE_INTO_QUOTES and not start:
        for place in range(end, len(left)):
            if left[place] in QUOTE_CLOSERS:
                return append(left[:place] + first + left[place:], right[1:], into_quotes)
    return left + right


def join(parts: Iterable[str], delimiter: str = "", into_quotes: bool = False) -> str:
    """Join the parts that print something, each seam settled by :func:`append`."""
    text = hidden = ""
    for part in parts:
        if not part or part == HIDDEN:
            hidden = hidden or part
            continue
        if text and delimiter:
            text = append(text, delimiter, into_quotes)
        text = append(text, part, into_quotes)
    return text or hidden
