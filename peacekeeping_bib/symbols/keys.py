"""Under which keys a symbol is filed, and which keys a query tries.

A symbol may be written with more or with just what is needed to identify the document: ``S/RES/1244 (1999)``
and ``S/RES/1244``, ``M-NAC-1(92)51`` and press release ``(92)51``. A query must find the document in either
form and from either form, while one that says more and is wrong, ``S/RES/1244 (2000)``, must find nothing. So

- a symbol that says all is filed under its full and its short key;
- one that says only what is needed is filed under its short key, and under the same key marked ``*``;
- a full query tries the full key, and the short one marked ``*``, which leads to those filed without more;
- a short query tries the short key.
"""

from __future__ import annotations

from peacekeeping_bib.symbols.model import Symbol


def filing_keys(symbol: Symbol) -> tuple[str, ...]:
    """Return all keys under which a stored symbol is filed; those of both halves of a double symbol.

    >>> from peacekeeping_bib.symbols import parse
    >>> filing_keys(parse("S/RES/1244 (1999)"))
    ('un:s/res/1244(1999)', 'un:s/res/1244')
    """
    found: list[str] = []
    for half in symbol.halves:
        full, short = half.own_keys()
        found += [full] if short is None else [full, short + "*" if short == full else short]
    return tuple(dict.fromkeys(found))


def query_keys(symbol: Symbol) -> tuple[str, ...]:
    """Return the keys to try for a symbol that somebody asks for, the best first.

    For a double symbol they are those of both halves: whoever looks up should see that all that are found
    lead to the same record.

    >>> from peacekeeping_bib.symbols import parse
    >>> query_keys(parse("S/RES/1244 (1999)"))
    ('un:s/res/1244(1999)', 'un:s/res/1244*')
    """
    found: list[str] = []
    for half in symbol.halves:
        full, short = half.own_keys()
        found += [full] if short in (None, full) else [full, f"{short}*"]
    return tuple(dict.fromkeys(found))
