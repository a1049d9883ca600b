"""What a document symbol is, and what a form of the grammar is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple, NewType

NormalisedSymbol = NewType("NormalisedSymbol", str)
"""A symbol in its canonical printed form; made only by `normalise`."""

Part = str | int | tuple[str, ...]
Parts = Mapping[str, Part]
Groups = dict[str, Any]
"""The named groups of a match: str, or None where the group took no part."""

#: What may not follow a symbol in running text: it would be cut out of something longer.
_NOT_CUT: Final = r"(?! \w | [-/]\w | \.\d )"
_FLAGS: Final = re.VERBOSE | re.ASCII | re.IGNORECASE


class RefusedError(Exception):
    """A text has the shape of a form and yet is no symbol; says what was expected."""


class Reading(NamedTuple):
    """What a form reads from a text: the canonical text, its parts, and the halves of a double symbol."""

    text: str
    parts: dict[str, Part]
    halves: tuple[Symbol, ...] = ()


class Symbol:
    """A document symbol that has been read; immutable and hashable.

    Attributes:
        text: The canonical printed form, for example ``S/RES/1244 (1999)``.
        parts: What the symbol is made of. Always ``kind`` (what the document is by its symbol); where they
            apply ``organ`` (id of the body), ``number``, ``year``, ``session`` (of the General Assembly),
            ``special_session``, ``organ_session``, ``letters``, ``suffixes`` and others of the scheme.
    """

    __slots__ = ("_form", "_halves", "parts", "text")

    text: str
    parts: Parts
    _form: Form
    _halves: tuple[Symbol, ...]

    def __init__(self, form: Form, reading: Reading) -> None:
        fill = object.__setattr__
        fill(self, "text", reading.text)
        fill(self, "parts", MappingProxyType(reading.parts))
        fill(self, "_form", form)
        fill(self, "_halves", reading.halves)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Symbol does not change: parse another text instead of setting {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a Symbol does not change: {name!r} cannot be deleted")

    @property
    def scheme(self) -> str:
        """Numbering system, as in the schema of records: ``un``, ``nato``."""
        return self._form.scheme

    @property
    def form(self) -> str:
        """Name of the form of the grammar, for example ``security-council-resolution``."""
        return self._form.name

    @property
    def organ(self) -> str | None:
        """Id of the body that issues documents of that symbol, where the symbol alone tells it."""
        organ = self.parts.get("organ")
        return organ if isinstance(organ, str) else None

    @property
    def year(self) -> int | None:
        """Year that the symbol carries, with its four digits; None where it carries none."""
        year = self.parts.get("year")
        return year if isinstance(year, int) else None

    @property
    def session(self) -> int | None:
        """Regular session of the General Assembly; None for other organs and for special sessions."""
        session = self.parts.get("session")
        return session if isinstance(session, int) else None

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What modifies the original text, in order: ``Add.1``, ``Corr.2``."""
        suffixes = self.parts.get("suffixes")
        return suffixes if isinstance(suffixes, tuple) else ()

    @property
    def halves(self) -> tuple[Symbol, ...]:
        """Both halves of a double symbol in their order; of any other symbol the symbol itself."""
        return self._halves or (self,)

    def explain(self) -> str:
        """Return one plain English sentence, without full stop, on what the symbol says."""
        return self._form.explain(self)

    def own_keys(self) -> tuple[str, str | None]:
        """Return its full key, and the shorter key that identifies the document as well, if there is one."""
        return self._form.keys(self)

    def _identity(self) -> tuple[object, ...]:
        return self.scheme, self.form, self.text, dict(self.parts), self._halves

    def __eq__(self, other: object) -> bool:
        return self._identity() == other._identity() if isinstance(other, Symbol) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.scheme, self.text))

    def __repr__(self) -> str:
        return f"Symbol({self.text!r}, scheme={self.scheme!r})"

    def __str__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[Any, ...]:
        from peacekeeping_bib.symbols.grammar import parse

        return parse, (self.text, self.scheme)


def squeezed_key(symbol: Symbol) -> tuple[str, str | None]:
    """The key of most forms: scheme and text in lower case, without spaces; no shorter one."""
    return f"{symbol.scheme}:{symbol.text.replace(' ', '').lower()}", None


def _digits(lead: str) -> str:
    return "0123456789" if "#" in lead else "0"


class Form:
    """One way of writing symbols: a row of the grammar.

    Args:
        scheme: Numbering system to which it belongs.
        name: Name of the form, in lower case with hyphens.
        what: What it is, with article, for error messages: "a Security Council resolution".
        leads: The beginnings (upper case, ``#`` for a digit) that a text of this form can have. They spare
            trying and compiling the patterns of forms that cannot fit.
        patterns: Regular expressions (verbose, ASCII, ignoring case) for the whole text.
        read: Makes the canonical text and the parts of the groups of a match; may raise `RefusedError`.
        explain: Makes the sentence that explains a symbol.
        examples: Symbols in canonical form, the most usual first.
        spellings: Other usual ways of writing them.
        cue: Regular expression (verbose, minding case) for the beginning of a symbol in running text. Empty
            where the form stands out only after a word such as "Press Release".
        keys: Makes full and shorter key; see `Symbol.own_keys`.
    """

    __slots__ = (
        "_compiled",
        "_in_text",
        "cue",
        "examples",
        "explain",
        "keys",
        "leads",
        "name",
        "patterns",
        "read",
        "scheme",
        "spellings",
        "what",
    )

    def __init__(
        self,
        scheme: str,
        name: str,
        what: str,
        *,
        leads: Iterable[str],
        patterns: Iterable[str],
        read: Callable[[Groups], Reading],
        explain: Callable[[Symbol], str],
        examples: Iterable[str],
        spellings: Iterable[str] = (),
        cue: str = "",
        keys: Callable[[Symbol], tuple[str, str | None]] = squeezed_key,
    ) -> None:
        self.scheme, self.name, self.what = scheme, name, what
        self.leads = tuple(lead.replace("#", digit) for lead in leads for digit in _digits(lead))
        self.patterns, self.examples, self.spellings = tuple(patterns), tuple(examples), tuple(spellings)
        self.read, self.explain, self.cue, self.keys = read, explain, cue, keys
        self._compiled: list[re.Pattern[str]] | None = None
        self._in_text: list[re.Pattern[str]] | None = None

    def match(self, text: str) -> Symbol | None:
        """Read a whole folded text, None where it has not the shape of this form.

        Patterns are compiled when first used: together they take longer than most programs need them.
        """
        if self._compiled is None:
            self._compiled = [re.compile(pattern, _FLAGS) for pattern in self.patterns]
        for pattern in self._compiled:
            found = pattern.fullmatch(text)
            if found:
                return Symbol(self, self.read(found.groupdict()))
        return None

    def match_at(self, text: str, start: int) -> tuple[int, Symbol] | None:
        """Read the longest symbol of this form that begins at `start` in a folded text, with its end."""
        if self._in_text is None:
            self._in_text = [re.compile(f"(?:{pattern}) {_NOT_CUT}", _FLAGS) for pattern in self.patterns]
        hits = [hit for pattern in self._in_text if (hit := pattern.match(text, start))]
        if not hits:
            return None
        longest = max(hits, key=re.Match.end)
        return longest.end(), Symbol(self, self.read(longest.groupdict()))


class Scheme(NamedTuple):
    """A numbering system: its forms, and the words that announce one of its symbols ("UN Doc.")."""

    name: str
    forms: tuple[Form, ...]
    preface: str = ""
