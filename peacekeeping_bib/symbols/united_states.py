"""The schemes ``us-crs``, ``us-gao``, ``us-pdd`` and ``us-congress``: papers of the United States."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from peacekeeping_bib.symbols.lettering import ordinal
from peacekeeping_bib.symbols.model import Form, Groups, Part, Reading, Scheme, Symbol

#: Directives on national security by the series of each president.
_DIRECTIVES: Final[Mapping[str, str]] = {
    "NSDD": "National Security Decision Directive",
    "NSD": "National Security Directive",
    "NSPD": "National Security Presidential Directive",
    "PDD": "Presidential Decision Directive",
    "PPD": "Presidential Policy Directive",
    "PRD": "Presidential Review Directive",
}
_CONGRESS: Final[Mapping[str, str]] = {
    "H.R. Doc.": "document of the House of Representatives",
    "H.R. Hrg.": "hearing of the House of Representatives",
    "H.R. Rep.": "report of the House of Representatives",
    "Pub. L.": "public law",
    "S. Doc.": "document of the Senate",
    "S. Hrg.": "hearing of the Senate",
    "S. Rep.": "report of the Senate",
}
_PAPERS: Final = {"DOC": "Doc.", "HRG": "Hrg.", "REP": "Rep.", "REPT": "Rep."}
_FIRST_CONGRESS: Final = 1789

_SERIES: Final = " | ".join(_DIRECTIVES)
_WORDS: Final = " | ".join(name.replace(" ", r"\ ") for name in _DIRECTIVES.values())


def _read_crs(groups: Groups) -> Reading:
    series, number = groups["series"].upper(), groups["number"]
    return Reading(f"{series}{number}", {"kind": "report", "series": series, "number": number})


def _read_old_crs(groups: Groups) -> Reading:
    number, division = groups["number"], groups["division"].upper()
    return Reading(f"{number} {division}", {"kind": "report", "number": number, "division": division})


def _read_gao(groups: Groups) -> Reading:
    """The two digits are the fiscal year, which begins in October of the year before: no `year`."""
    division, kind = (groups["division"] or "").upper(), (groups["suffix"] or "").upper()
    number = f"{groups['fiscal']}-{groups['number']}"
    parts: dict[str, Part] = {"kind": "report", "number": number, "fiscal_year": groups["fiscal"]}
    parts |= {"division": division} if division else {}
    parts |= {"product": kind} if kind else {}
    return Reading(f"GAO{'/' + division if division else ''}-{number}{kind}", parts)


def _read_directive(groups: Groups) -> Reading:
    series, number = (groups.get("series") or "").upper(), int(groups["number"])
    if not series:
        words = groups["words"].casefold()
        series = next(short for short, name in _DIRECTIVES.items() if name.casefold() == words)
    parts: dict[str, Part] = {
        "organ": "us-president",
        "kind": "directive",
        "series": series,
        "number": number,
    }
    return Reading(f"{series}{'/NSC' if groups.get('council') else ''}-{number}", parts)


def _explain_directive(symbol: Symbol) -> str:
    series = _DIRECTIVES[str(symbol.parts["series"])]
    return f"{series} No. {symbol.parts['number']} of the President of the United States"


def _directive_keys(symbol: Symbol) -> tuple[str, str | None]:
    """PDD/NSC-25 and PDD-25 are the same directive."""
    return f"us-pdd:{symbol.parts['series']}-{symbol.parts['number']}".lower(), None


def _read_congress(groups: Groups) -> Reading:
    series = "Pub. L."
    if groups["paper"]:
        chamber = "S." if groups["chamber"].upper().startswith("S") else "H.R."
        series = f"{chamber} {_PAPERS[groups['paper'].upper()]}"
    congress, number = int(groups["congress"]), int(groups["number"])
    parts: dict[str, Part] = {
        "kind": _CONGRESS[series],
        "series": series,
        "congress": congress,
        "number": number,
    }
    return Reading(f"{series} {congress}-{number}", parts)


def _explain_congress(symbol: Symbol) -> str:
    congress = int(str(symbol.parts["congress"]))
    first = _FIRST_CONGRESS + 2 * (congress - 1)
    return (
        f"United States Congress, {symbol.parts['kind']} No. {symbol.parts['number']} "
        f"of the {ordinal(congress)} Congress ({first} to {first + 2})"
    )


_CRS: Final = Scheme(
    "us-crs",
    (
        Form(
            "us-crs",
            "crs-report",
            "a report of the Congressional Research Service",
            leads=["R#", "RL", "RS", "R ", "IB", "IF", "IN"],
            patterns=[r"(?P<series> RL | RS | R | IB | IF | IN )\ ?(?P<number> \d{5} )"],
            read=_read_crs,
            explain=lambda symbol: f"Report {symbol.text} of the Congressional Research Service",
            examples=("RL30729", "IB94040", "R45930"),
            cue=r"(?: RL | RS | IB )\d{5}",
        ),
        Form(
            "us-crs",
            "crs-report-before-2000",
            "a report of the Congressional Research Service before 2000",
            leads=["7", "8", "9"],
            patterns=[r"(?P<number> [7-9]\d-\d{1,4} )\ (?P<division> [A-Z]{1,4} )"],
            read=_read_old_crs,
            explain=lambda symbol: f"Report {symbol.text} of the Congressional Research Service",
            examples=("98-206 F",),
        ),
    ),
    preface=r"CRS\ (?: Report | Issue\ Brief )\ (?:for\ Congress,?\ )? (?:No\.?\ )?",
)

_GAO: Final = Scheme(
    "us-gao",
    (
        Form(
            "us-gao",
            "gao-report",
            "a report of the Government Accountability Office",
            leads=["GAO"],
            patterns=[
                r"""
                    GAO (?: / (?P<division> (?:[A-Z]{1,2}-)?[A-Z]{2,5} (?:/[A-Z]{2,5})? ) )?
                    \ ?-\ ?(?P<fiscal> \d\d )-(?P<number> [1-9]\d{0,5} ) (?P<suffix> [A-Z]{1,2} )?
                """,
            ],
            read=_read_gao,
            explain=lambda symbol: f"Report {symbol.text} of the Government Accountability Office",
            examples=("GAO/NSIAD-97-132", "GAO-09-142"),
            cue=r"GAO (?:/[A-Z/-]+)? -\d\d-\d",
        ),
    ),
)

_PDD: Final = Scheme(
    "us-pdd",
    (
        Form(
            "us-pdd",
            "presidential-directive",
            "a directive of the President of the United States",
            leads=[*_DIRECTIVES, "PRESIDENTIAL", "NATIONAL SECURITY"],
            patterns=[
                rf"(?P<series> {_SERIES} ) (?P<council> /NSC )? \ ?[\ -]\ ? (?P<number> [1-9]\d{{0,2}} )",
                rf"(?P<words> {_WORDS} ) (?: \ |\ ?-\ ? | \ No\.?\  ) (?P<number> [1-9]\d{{0,2}} )",
            ],
            read=_read_directive,
            explain=_explain_directive,
            examples=("PDD/NSC-25", "PDD-25"),
            cue=rf"(?: {_SERIES} ) (?:/NSC)? [\ -]\d | (?: {_WORDS} )\ ",
            keys=_directive_keys,
        ),
    ),
)

_LEGISLATIVE: Final = Scheme(
    "us-congress",
    (
        Form(
            "us-congress",
            "congressional-paper",
            "a paper of the United States Congress",
            leads=["S. ", "S ", "H", "PUB", "P.L", "PL"],
            patterns=[
                r"""
                    (?: (?P<chamber> S\.? | H\.?\ ?(?:R\.?)? )\ (?P<paper> Rept | Rep | Doc | Hrg ) \.?
                      | Pub\.?\ ?L\.? | P\.?L\.? )
                    \ (?:No\.?\ )? (?P<congress> [1-9]\d{0,2} ) \ ?-\ ? (?P<number> [1-9]\d{0,3} )
                """,
            ],
            read=_read_congress,
            explain=_explain_congress,
            examples=("S. Rep. 104-12", "H.R. Rep. 104-563", "Pub. L. 103-160"),
            cue=r"(?: (?:S\.|H\.|H\.R\.)\ (?:Rep|Rept|Doc|Hrg)\. | Pub\.\ L\. )\ (?:No\.\ )?\d",
        ),
    ),
)

SCHEMES: Final = (_CRS, _GAO, _PDD, _LEGISLATIVE)
