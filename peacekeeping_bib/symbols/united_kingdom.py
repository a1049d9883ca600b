"""The schemes ``uk-hc`` and ``uk-hl``: papers and debates of the Houses of the United Kingdom's Parliament.

Papers are numbered anew in each session: ``HC 347-I (1999-2000)``. Volumes have upper-case Roman numerals,
minutes of evidence printed before the report lower-case ones (``HC 28-i``); they are different papers.
"""

from __future__ import annotations

import re
from typing import Final

from peacekeeping_bib.symbols.lettering import full_year
from peacekeeping_bib.symbols.model import Form, Groups, Part, Reading, RefusedError, Scheme, Symbol

_HOUSES: Final = {"HC": "the House of Commons", "HL": "the House of Lords"}
_LONGEST_SESSION: Final = 3

_SESSION: Final = r"(?:Session\ )? (?P<session> (?:19|20)\d\d \ ?[-/]\ ? (?: (?:19|20)\d\d | \d\d ) )"
_NUMBER: Final = r"(?P<number> [1-9]\d{0,3} ) (?: \ ?-\ ? (?P<volume> [IVX]+ ) )?"
_MONTH: Final = "January|February|March|April|May|June|July|August|September|October|November|December"


def _read_paper(groups: Groups) -> Reading:
    house, number, volume = groups["house"].upper(), int(groups["number"]), groups["volume"] or ""
    if volume and volume not in (volume.upper(), volume.lower()):
        raise RefusedError(f"a volume in one case, such as {house} 347-I")
    parts: dict[str, Part] = {"kind": "paper", "house": house, "number": number}
    parts |= {"volume": volume} if volume else {}
    text = f"{house} {number}{'-' + volume if volume else ''}"
    if groups["session"]:
        parts["parliamentary_session"] = _session(groups["session"])
        text += f" ({parts['parliamentary_session']})"
    return Reading(text, parts)


def _session(text: str) -> str:
    begins, ends = re.split("[-/]", text.replace(" ", ""))
    if not int(begins) < full_year(ends, int(begins)) <= int(begins) + _LONGEST_SESSION:
        raise RefusedError(f"a session of successive years, such as 1999-2000, not {begins}-{ends}")
    return f"{begins}-{ends}"


def _explain_paper(symbol: Symbol) -> str:
    parts = symbol.parts
    session = f" of the session {parts['parliamentary_session']}" if "parliamentary_session" in parts else ""
    volume = f", volume {parts['volume']}" if "volume" in parts else ""
    return f"Paper No. {parts['number']}{session} of {_HOUSES[str(parts['house'])]}{volume}"


def _paper_keys(symbol: Symbol) -> tuple[str, str | None]:
    """The number alone does not identify a paper; case tells volumes from minutes of evidence."""
    parts = symbol.parts
    begins, _, ends = str(parts.get("parliamentary_session", "")).partition("-")
    session = f"({begins}-{ends[-2:]})" if begins else ""
    volume = f"-{parts['volume']}" if "volume" in parts else ""
    return f"{symbol.scheme}:{parts['number']}{volume}{session}", None


def _read_debate(groups: Groups) -> Reading:
    house, volume, columns = (
        groups["house"].upper(),
        int(groups["volume"]),
        groups["columns"].replace(" ", ""),
    )
    parts: dict[str, Part] = {"kind": "debate", "house": house, "volume": volume, "columns": columns.upper()}
    day = f" {groups['day']}" if groups["day"] else ""
    if day:
        parts["day"] = groups["day"]
    mark = "cc" if "-" in columns else "c"
    return Reading(f"{house} Deb{day} vol {volume} {mark}{columns.upper()}", parts)


def _explain_debate(symbol: Symbol) -> str:
    parts = symbol.parts
    day = f" of {parts['day']}" if "day" in parts else ""
    columns = f"columns {parts['columns']}" if "-" in str(parts["columns"]) else f"column {parts['columns']}"
    return f"Debate{day} in {_HOUSES[str(parts['house'])]}, Hansard volume {parts['volume']}, {columns}"


def _debate_keys(symbol: Symbol) -> tuple[str, str | None]:
    return f"{symbol.scheme}:deb{symbol.parts['volume']}c{symbol.parts['columns']}".lower(), None


def _scheme(house: str) -> Scheme:
    name, head = f"uk-{house.lower()}", rf"(?P<house> {house} ) (?:\ Paper)? \ ?(?:No\.?\ )?"
    paper = Form(
        name,
        f"{name}-paper",
        f"a paper of {_HOUSES[house]}",
        leads=[house],
        patterns=[
            rf"{head} {_NUMBER} (?: (?: \ ?(?P<open>\() | ,?\  ) {_SESSION} (?(open)\)) )?",
            rf"{head} (?P<open>\()? {_SESSION} (?(open)\)) ,?\  {_NUMBER}",
        ],
        read=_read_paper,
        explain=_explain_paper,
        examples=(f"{house} 28 (1999-2000)", f"{house} 347-I (1999-2000)"),
        cue=rf"{house}\ \d{{1,4}}(?:-[IVXivx]+)?\ \(\d{{4}}-\d | {house}\ \(\d{{4}}-\d{{2,4}}\)\ \d",
        keys=_paper_keys,
    )
    debate = Form(
        name,
        f"{name}-debate",
        f"a debate of {_HOUSES[house]}",
        leads=[house],
        patterns=[
            rf"""
                (?P<house> {house} )\ Deb ,?\  (?: (?P<day> \d{{1,2}}\ (?:{_MONTH})\ \d{{4}} ),?\  )?
                vol\.?\ (?P<volume> [1-9]\d{{0,3}} ),?\  (?: cc? | cols?\.? )\ ?
                (?P<columns> [1-9]\d{{0,4}} (?: \ ?-\ ?\d{{1,5}} )? W? )
            """,
        ],
        read=_read_debate,
        explain=_explain_debate,
        examples=(f"{house} Deb vol 234 cc702-42",),
        cue=rf"{house}\ Deb",
        keys=_debate_keys,
    )
    return Scheme(name, (paper, debate))


SCHEMES: Final = tuple(_scheme(house) for house in _HOUSES)
