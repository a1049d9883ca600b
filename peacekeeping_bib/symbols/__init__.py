"""Document symbols: a grammar that reads, normalises and explains them.

>>> symbol = parse("UNSC Res 1244 (10 June 1999)")
>>> symbol.text, symbol.organ, symbol.year
('S/RES/1244 (1999)', 'unsc', 1999)
>>> symbol.explain()
'Security Council resolution No. 1244, adopted in 1999'
>>> parse("A/55/305–S/2000/809").halves
(Symbol('A/55/305', scheme='un'), Symbol('S/2000/809', scheme='un'))

Each scheme (numbering system) is a table of forms in a module of its own; a new form is one more row. A text
that no form fits is refused with `peacekeeping_bib.errors.SymbolError`, which says what was expected; the
numbers of a symbol are never changed. Schemes are those of the schema of records: un, nato, osce, weu, eu,
cis, us-crs, us-gao, us-pdd, us-congress, uk-hc, uk-hl, nato-pa, doi, isbn, issn, other.
"""

from __future__ import annotations

from peacekeeping_bib.symbols.finding import find_in
from peacekeeping_bib.symbols.grammar import normalise, parse, readings
from peacekeeping_bib.symbols.keys import filing_keys, query_keys
from peacekeeping_bib.symbols.model import NormalisedSymbol, Symbol
from peacekeeping_bib.symbols.sessions import session_years

__all__ = [
    "NormalisedSymbol",
    "Symbol",
    "filing_keys",
    "find_in",
    "normalise",
    "parse",
    "query_keys",
    "readings",
    "session_years",
]
