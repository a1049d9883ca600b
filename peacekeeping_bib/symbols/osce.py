"""The scheme ``osce``: documents of the OSCE, by issuing body and kind (``PC.DEC/218``, ``MC(7).JOUR/2``).

Forms as in the OSCE Style Manual (itself SEC.DOC/2/00/Rev.1) and the journals of the Permanent Council.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from peacekeeping_bib.symbols.lettering import full_year
from peacekeeping_bib.symbols.model import Form, Groups, Part, Reading, Scheme, Symbol

_FIRST_YEAR: Final = 1973

_BODIES: Final[Mapping[str, str]] = {
    "CIO": "the Chairperson-in-Office",
    "CSO": "the Committee of Senior Officials",
    "EEF": "the Economic and Environmental Forum",
    "FOM": "the Representative on Freedom of the Media",
    "FSC": "the Forum for Security Co-operation",
    "HCNM": "the High Commissioner on National Minorities",
    "MC": "the Ministerial Council",
    "ODIHR": "the Office for Democratic Institutions and Human Rights",
    "PC": "the Permanent Council",
    "RC": "the Review Conference",
    "SC": "the Senior Council",
    "SEC": "the Secretariat",
    "SUM": "the summit meeting",
}
_KINDS: Final[Mapping[str, str]] = {
    "DEC": "decision",
    "DEL": "document of a delegation",
    "DOC": "document",
    "FR": "final report",
    "GAL": "general-distribution document",
    "INF": "information document",
    "JOUR": "journal",
    "STAT": "statement",
}
_SUFFIX: Final = r"/(Add|Corr|Rev)\.? ?(\d+)"


def _read(groups: Groups) -> Reading:
    body, kind, number = groups["body"].upper(), groups["kind"].upper(), int(groups["number"])
    parts: dict[str, Part] = {"organ": "osce", "body": body, "kind": _KINDS[kind], "number": number}
    text = body
    if groups["meeting"]:
        parts["meeting"] = int(groups["meeting"])
        text += f"({parts['meeting']})"
    text += f".{kind}/{number}"
    if groups["year"]:
        parts["year"] = full_year(groups["year"], _FIRST_YEAR)
        text += f"/{groups['year']}"
    suffixes = tuple(
        f"{name.capitalize()}.{mark}" for name, mark in re.findall(_SUFFIX, groups["suffixes"], re.IGNORECASE)
    )
    parts |= {"suffixes": suffixes} if suffixes else {}
    return Reading(text + "".join("/" + suffix for suffix in suffixes), parts)


def _explain(symbol: Symbol) -> str:
    parts = symbol.parts
    kind, body = str(parts["kind"]), _BODIES[str(parts["body"])]
    meeting = f", meeting {parts['meeting']}" if "meeting" in parts else ""
    year = f" of {symbol.year}" if symbol.year else ""
    suffixes = "".join(f", {suffix}" for suffix in symbol.suffixes)
    return f"OSCE {kind} No. {parts['number']}{year} of {body}{meeting}{suffixes}"


def _keys(symbol: Symbol) -> tuple[str, str | None]:
    """Years with two and with four digits are the same."""
    text = symbol.text.replace(" ", "").lower()
    if symbol.year:
        number = symbol.parts["number"]
        text = re.sub(rf"/{number}/\d+", f"/{number}/{symbol.year}", text, count=1)
    return f"osce:{text}", None


SCHEME: Final = Scheme(
    "osce",
    (
        Form(
            "osce",
            "osce-document",
            "an OSCE document",
            leads=_BODIES,
            patterns=[
                rf"""
                    (?P<body> {"|".join(_BODIES)} ) (?: \ ?\(\ ?(?P<meeting> [1-9]\d? )\ ?\) )?
                    \.\ ?(?P<kind> {"|".join(_KINDS)} ) / (?P<number> [1-9]\d{{0,4}} )
                    (?: / (?P<year> (?:19|20)\d\d | \d\d ) )?
                    (?P<suffixes> (?: / (?:Add|Corr|Rev)\.?\ ?[1-9]\d? )* )
                """,
            ],
            read=_read,
            explain=_explain,
            examples=["PC.DEC/218", "MC(7).JOUR/2", "MC.DEC/3/03", "SEC.DOC/2/00/Rev.1"],
            cue=rf"(?: {' | '.join(_BODIES)} ) (?: \(\d+\) )? \. (?: {' | '.join(_KINDS)} ) /\d",
            keys=_keys,
        ),
    ),
    preface=r"(?: OSCE | CSCE )\ (?: Doc (?:ument|\.)? \ )?",
)
