"""The scheme ``un``: all forms of United Nations symbols, and double symbols made of two of them."""

from __future__ import annotations

from typing import Final

from peacekeeping_bib.symbols import un_documents, un_resolutions, un_series
from peacekeeping_bib.symbols.model import Form, Groups, Reading, RefusedError, Scheme, Symbol

#: Forms that can be half of a double symbol, press releases only with press releases.
_HALVES: Final = (*un_documents.FORMS, *un_series.FORMS)
_NO_HALF: Final = frozenset({"meeting-record", "resolution"})


def _read_double(groups: Groups) -> Reading:
    first, second = (_half(groups[name]) for name in ("one", "other"))
    pressed = [half.parts["kind"] == "press-release" for half in (first, second)]
    if first.text.partition("/")[0] == second.text.partition("/")[0] or len(set(pressed)) > 1:
        raise RefusedError(
            "a double symbol of two organs, such as A/55/305-S/2000/809, or one symbol at a time"
        )
    return Reading(f"{first.text}-{second.text}", {"kind": "double-symbol"}, (first, second))


def _half(text: str) -> Symbol:
    for form in _HALVES:
        symbol = form.match(text) if text.upper().startswith(form.leads) else None
        if symbol and symbol.parts["kind"] not in _NO_HALF:
            return symbol
    raise RefusedError(f"two document symbols, such as A/55/305-S/2000/809, of which {text!r} is none")


def _explain_double(symbol: Symbol) -> str:
    first, second = (half.explain() for half in symbol.halves)
    return f"One document under a double symbol: {first}; {second}"


#: One half: anything up to the joint, with what may follow in brackets.
_HALF: Final = r"""
    [A-Z]{1,6}/ (?: (?!\ ?-\ ?[A-Z]{1,6}/) [^\s,;] )* \w (?: \ ?\( (?:Part|Vol|Sect|Supp|\d) [^()]* \) )?
"""

_DOUBLE: Final = Form(
    "un",
    "double-symbol",
    "a double symbol",
    leads=sorted({lead[0] for form in _HALVES for lead in form.leads}),
    patterns=[
        rf"(?P<one> {_HALF} ) (?: \ ?[-,;]\ ? | \ and\  | \  ) (?P<other> {_HALF} )",
    ],
    read=_read_double,
    explain=_explain_double,
    examples=["A/55/305-S/2000/809", "A/47/277-S/24111"],
    cue=r"A/ [\w./-]+ \ ?-\ ?[A-Z]{1,4}/\d",
)

SCHEME: Final = Scheme(
    "un",
    (*un_resolutions.FORMS, *un_documents.FORMS, *un_series.FORMS, _DOUBLE),
    preface=r"""
        (?: (?:UN|U\.N\.|United\ Nations)\ Doc (?:ument|s?\.)? | (?: (?:UN|U\.N\.)\ )? Press\ Release )
        \ (?:No\.?\ )?
    """,
)
