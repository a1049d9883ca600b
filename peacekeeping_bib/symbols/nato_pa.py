"""The scheme ``nato-pa``: documents of the NATO Parliamentary Assembly, ``175 PC 05 E``.

Serial number of the year, committee, year, language (E or F), and ``rev.`` with a number for revisions.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from peacekeeping_bib.symbols.lettering import full_year
from peacekeeping_bib.symbols.model import Form, Groups, Part, Reading, Scheme, Symbol

_FIRST_YEAR: Final = 1955
_COMMITTEES: Final[Mapping[str, str]] = {
    "CDS": "Committee on the Civil Dimension of Security",
    "DSC": "Defence and Security Committee",
    "ESC": "Economics and Security Committee",
    "GSM": "Mediterranean and Middle East Special Group",
    "PC": "Political Committee",
    "SC": "Standing Committee",
    "SESP": "Session",
    "STC": "Science and Technology Committee",
}
_LANGUAGES: Final = {"E": "English", "F": "French"}


def _read(groups: Groups) -> Reading:
    committee, language = groups["committee"].upper(), groups["language"].upper()
    parts: dict[str, Part] = {
        "kind": "document",
        "number": int(groups["number"]),
        "committee": committee,
        "year": full_year(groups["year"], _FIRST_YEAR),
        "language": language,
    }
    text = f"{groups['number']} {committee} {groups['year']} {language}"
    if groups["revision"]:
        parts["revision"] = int(groups["revision"])
        text += f" rev. {parts['revision']}"
    return Reading(text, parts)


def _explain(symbol: Symbol) -> str:
    parts = symbol.parts
    known = next((row for row in _COMMITTEES if str(parts["committee"]).startswith(row)), "")
    within = "" if parts["committee"] == known else f" (subcommittee {parts['committee']})"
    revision = f", revision {parts['revision']}" if "revision" in parts else ""
    return (
        f"Document No. {parts['number']} of {symbol.year} of the NATO Parliamentary Assembly, "
        f"{_COMMITTEES[known]}{within}, in {_LANGUAGES[str(parts['language'])]}{revision}"
    )


SCHEME: Final = Scheme(
    "nato-pa",
    (
        Form(
            "nato-pa",
            "nato-pa-document",
            "a document of the NATO Parliamentary Assembly",
            leads=["#"],
            patterns=[
                rf"""
                    (?P<number> \d{{3}} )\ (?P<committee> (?: {"|".join(_COMMITTEES)} ) [A-Z]{{0,4}} )
                    \ (?P<year> \d\d )\ (?P<language> [EF] ) (?: \ rev\.?\ ?(?P<revision> [1-9] ) )?
                """,
            ],
            read=_read,
            explain=_explain,
            examples=["175 PC 05 E", "087 SC 05 E rev. 2"],
            cue=rf"\d{{3}}\ (?:{'|'.join(_COMMITTEES)})[A-Z]{{0,4}}\ \d\d\ [EF]\b",
        ),
    ),
    preface=r"NATO\ (?:PA|Parliamentary\ Assembly) ,?\ (?: Doc (?:ument|\.)?\ )?",
)
