"""The grammar as a whole: all schemes, and how a text is read by them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import takewhile
from typing import Final

from peacekeeping_bib.errors import SymbolError
from peacekeeping_bib.symbols import (
    as_printed,
    eu,
    identifiers,
    nato,
    nato_pa,
    osce,
    un,
    united_kingdom,
    united_states,
    weu,
)
from peacekeeping_bib.symbols.lettering import fold
from peacekeeping_bib.symbols.model import Form, NormalisedSymbol, RefusedError, Scheme, Symbol

#: All schemes in the order of preference for a text that several of them can read.
SCHEMES: Final[tuple[Scheme, ...]] = (
    un.SCHEME,
    nato.SCHEME,
    osce.SCHEME,
    weu.SCHEME,
    eu.SCHEME,
    *united_states.SCHEMES,
    *united_kingdom.SCHEMES,
    nato_pa.SCHEME,
    *identifiers.SCHEMES,
    *as_printed.SCHEMES,
)
_LONGEST: Final = 200
_EXAMPLES_SHOWN: Final = 5


def parse(text: str, scheme: str | None = None) -> Symbol:
    """Read a document symbol.

    Args:
        text: The symbol in any usual spelling: any dash and spacing, with or without "UN Doc.", resolutions
            also in words ("UNSC Res 1244 (10 June 1999)").
        scheme: Numbering system, as in the schema of records. Without it the preferred reading is returned:
            ``A/1689`` is a United Nations document before it is one of the WEU Assembly. With ``other`` or
            ``cis`` any text is taken as printed.

    Raises:
        SymbolError: No form fits; the error says what was expected.
    """
    refusals: list[RefusedError] = []
    for symbol in _read(text, scheme, refusals):
        return symbol
    if scheme in as_printed.NAMES and text.strip():
        return as_printed.read(text.strip(), scheme)
    raise _error(text, scheme, refusals)


def readings(text: str) -> tuple[Symbol, ...]:
    """Return all readings of a text, the preferred one first; none where no form fits.

    The schemes that take any text as printed are not asked.
    """
    return tuple({(symbol.scheme, symbol.text): symbol for symbol in _read(text, None, [])}.values())


def normalise(text: str, scheme: str | None = None) -> NormalisedSymbol:
    """Return the canonical printed form of a symbol: ``parse(text, scheme).text``.

    Raises:
        SymbolError: No form fits; the error says what was expected.
    """
    return NormalisedSymbol(parse(text, scheme).text)


def candidates(text: str, scheme: str | None) -> list[Form]:
    """Return the forms, of one scheme or of all, that can begin as the text does."""
    text = text.upper()
    return [form for leads, form in _by_letter().get((text[:1], scheme), ()) if text.startswith(leads)]


def prefaces(text: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """Yield the schemes of which a preface ("UN Doc.", "ISBN") stands at `start`, with the end of it."""
    for scheme, pattern in _prefaces().items():
        found = pattern.match(text, start)
        if found:
            yield found.end(), scheme


def _read(text: str, scheme: str | None, refusals: list[RefusedError]) -> Iterator[Symbol]:
    """Yield the readings of a text, first as it is, then without preface; collect why forms refuse it."""
    if len(text) > _LONGEST:
        return
    folded = fold(text)
    yield from _matches(folded, candidates(folded, scheme), refusals)
    for end, announced in prefaces(folded):
        if scheme in (None, announced):
            rest = folded[end:]
            yield from _matches(rest, candidates(rest, announced), refusals)


def _matches(text: str, forms: Iterable[Form], refusals: list[RefusedError]) -> Iterator[Symbol]:
    for form in forms:
        try:
            symbol = form.match(text)
        except RefusedError as refusal:
            refusals.append(refusal)
            continue
        if symbol:
            yield symbol


@cache
def _by_letter() -> Mapping[tuple[str, str | None], list[tuple[tuple[str, ...], Form]]]:
    """The forms by the first letter of their leads and by scheme, with the leads that have that letter."""
    index: dict[tuple[str, str | None], list[tuple[tuple[str, ...], Form]]] = {}
    for scheme in SCHEMES:
        for form in scheme.forms:
            for letter in {lead[0] for lead in form.leads}:
                row = tuple(lead for lead in form.leads if lead[0] == letter), form
                index.setdefault((letter, scheme.name), []).append(row)
                index.setdefault((letter, None), []).append(row)
    return index


@cache
def _prefaces() -> Mapping[str, re.Pattern[str]]:
    flags = re.VERBOSE | re.ASCII | re.IGNORECASE
    return {scheme.name: re.compile(scheme.preface, flags) for scheme in SCHEMES if scheme.preface}


def _error(text: str, scheme: str | None, refusals: list[RefusedError]) -> SymbolError:
    names = [known.name for known in SCHEMES]
    if scheme is not None and scheme not in names:
        return SymbolError(text, f"one of the schemes {', '.join(names)}, not {scheme!r}")
    if len(text) > _LONGEST:
        return SymbolError(text[:_LONGEST] + "…", f"at most {_LONGEST} characters")
    if refusals:
        return SymbolError(text, str(refusals[0]))
    return SymbolError(text, _expected(text, scheme))


def _expected(text: str, scheme: str | None) -> str:
    """Say what the forms that begin most like the text look like."""
    forms = [form for known in SCHEMES if scheme in (None, known.name) for form in known.forms]
    folded = fold(text)
    likeness = {
        form: max(_alike(folded, known) for known in (*form.examples, *form.spellings)) for form in forms
    }
    best = max(likeness.values(), default=0)
    near = [form for form in forms if likeness[form] == best]
    if best == 0 and scheme is None:
        return "a symbol such as S/RES/1244 (1999), A/55/305-S/2000/809, M-NAC-1(92)51 or PC.DEC/218"
    if len(near) == 1:
        return f"{near[0].what} such as {_listed(near[0].examples)}"
    examples = [form.examples[0] for form in near]
    return f"a symbol such as {_listed(examples[:_EXAMPLES_SHOWN])}" if examples else "some text"


def _alike(text: str, example: str) -> int:
    """Length of the common beginning; 0 where it is but a few letters or digits, which say nothing."""
    pairs = zip(text.upper(), example.upper(), strict=False)
    length = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return 0 if length < 4 and example[:length].isalnum() else length


def _listed(examples: Iterable[str]) -> str:
    *most, last = examples
    return f"{', '.join(most)} or {last}" if most else last
