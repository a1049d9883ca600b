"""The scheme ``weu``: documents of the Assembly of Western European Union.

They are numbered through: ``Document 1366``. From 1999 on the number follows a letter, A for reports and
``C`` for other texts: ``Document A/1689``. Bare ``A/1689`` is accepted, and is first of all a United Nations
document (see `readings`).
"""

from __future__ import annotations

from typing import Final

from peacekeeping_bib.symbols.model import Form, Groups, Part, Reading, Scheme, Symbol


def _read(groups: Groups) -> Reading:
    series, number = (groups["series"] or "").upper(), int(groups["number"])
    parts: dict[str, Part] = {"kind": "document", "number": number}
    if series:
        parts["series"] = series
    return Reading(f"Document {series}{'/' if series else ''}{number}", parts)


def _explain(symbol: Symbol) -> str:
    series = f", series {symbol.parts['series']}" if "series" in symbol.parts else ""
    return f"Document No. {symbol.parts['number']} of the Assembly of Western European Union{series}"


def _keys(symbol: Symbol) -> tuple[str, str | None]:
    return "weu:" + symbol.text.removeprefix("Document ").lower(), None


SCHEME: Final = Scheme(
    "weu",
    (
        Form(
            "weu",
            "weu-assembly-document",
            "a document of the WEU Assembly",
            leads=["DOC", "A/", "C/"],
            patterns=[
                r"Doc (?:ument|\.)? \ ? (?:No\.?\ )? (?: (?P<series> [AC] ) / )? (?P<number> [1-9]\d{0,3} )",
                r"(?P<series> [AC] ) / (?P<number> 1[6-9]\d\d | 20\d\d )",
            ],
            read=_read,
            explain=_explain,
            examples=["Document 1366", "Document A/1689", "Document C/1720"],
            keys=_keys,
        ),
    ),
    preface=r"(?: WEU | Assembly\ of\ (?:WEU|Western\ European\ Union) ) ,?\ (?: Assembly,?\ )?",
)
