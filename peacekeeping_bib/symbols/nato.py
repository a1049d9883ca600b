"""The scheme ``nato``: press releases and communiqués, documents of NATO bodies, publications.

Press releases have one numbering a year. The texts of ministerial and summit meetings carry it behind the
meeting: ``M-NAC-1(92)51`` is of the first ministerial meeting of the North Atlantic Council in 1992 and is
press release (92)51. Forms as printed on the texts of 1991 to 2009 at nato.int.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from peacekeeping_bib.symbols.lettering import full_year
from peacekeeping_bib.symbols.model import Form, Groups, Part, Reading, RefusedError, Scheme, Symbol

_FOUNDED: Final = 1949

#: Bodies in the numbers of texts: name, and id where there is one.
_BODIES: Final[Mapping[str, tuple[str, str]]] = {
    "DPC": ("the Defence Planning Committee", ""),
    "DPC/NPG": ("the Defence Planning Committee and the Nuclear Planning Group", ""),
    "EAPC": ("the Euro-Atlantic Partnership Council", "eapc"),
    "NAC": ("the North Atlantic Council", "nac"),
    "NACC": ("the North Atlantic Cooperation Council", "nacc"),
    "NPG": ("the Nuclear Planning Group", ""),
    "NRC": ("the NATO-Russia Council", "nrc"),
    "NUC": ("the NATO-Ukraine Commission", ""),
    "PJC": ("the NATO-Russia Permanent Joint Council", "pjc"),
}
_PUBLICATIONS: Final = {
    "AAP": "Allied Administrative Publication",
    "AJP": "Allied Joint Publication",
    "ATP": "Allied Tactical Publication",
}
#: What the letter says of the meeting; M is used of ministers and, in 1994, of heads of state.
_LEVELS: Final = {"M": "", "S": "summit "}

_BODY: Final = " | ".join(sorted(_BODIES, key=len, reverse=True))
_ANNEX: Final = r"(?P<annex> Annex\ to\  )?"
_DASH: Final = r"\ ?-\ ?"
_YEAR: Final = r"\ ?\(\ ?(?P<year> (?:19|20)\d\d | \d\d )\ ?\)\ ?"
_PRESS_NUMBER: Final = rf"{_YEAR} (?P<number> \d{{1,3}} )"


def _squeezed(text: str | None) -> str:
    return (text or "").replace(" ", "").upper()


def _press_number(groups: Groups) -> dict[str, Part]:
    if int(groups["number"]) == 0:
        raise RefusedError("a press release number from 1 on, such as (92)51")
    return {"number": int(groups["number"]), "year": full_year(groups["year"], _FOUNDED)}


def _read_meeting_text(groups: Groups) -> Reading:
    if groups["body"] and groups.get("body_after"):
        raise RefusedError("one body in the number, such as M-NAC-1(92)51 or M-2-EAPC(97)157")
    parts: dict[str, Part] = {
        "kind": "meeting-text",
        "level": groups["level"].upper(),
        **_press_number(groups),
    }
    body = _squeezed(groups["body"] or groups.get("body_after"))
    if body:
        parts["body"] = body
        if _BODIES[body][1]:
            parts["organ"] = _BODIES[body][1]
    if groups.get("meeting"):
        parts["meeting"] = int(groups["meeting"])
    if groups.get("defence"):
        parts["defence"] = "DM"
    if groups["annex"]:
        parts["annex"] = "Annex"
    annex = "Annex to " if groups["annex"] else ""
    return Reading(f"{annex}{_squeezed(groups['head'])}({groups['year']}){groups['number']}", parts)


def _explain_meeting_text(symbol: Symbol) -> str:
    parts = symbol.parts
    level = "defence ministers' " if "defence" in parts else _LEVELS[str(parts["level"])]
    number = f" No. {parts['meeting']}" if "meeting" in parts else ""
    body = f" of {_BODIES[str(parts['body'])][0]}" if "body" in parts else ""
    annex = "Annex to " if "annex" in parts else ""
    release = f"NATO press release No. {parts['number']} of {symbol.year}"
    return f"{annex}{release}, text of {level}meeting{number}{body}"


def _meeting_keys(symbol: Symbol) -> tuple[str, str | None]:
    """The press release number identifies the text; an annex is another document."""
    head = symbol.text[: symbol.text.rindex("(")].replace(" ", "").lower()
    number = f"({symbol.year}){symbol.parts['number']}"
    return f"nato:{head}{number}", None if "annex" in symbol.parts else f"nato:{number}"


def _read_press_release(groups: Groups) -> Reading:
    parts: dict[str, Part] = {"kind": "press-release", **_press_number(groups)}
    return Reading(f"{_squeezed(groups['head'])}({groups['year']}){groups['number']}", parts)


def _explain_press_release(symbol: Symbol) -> str:
    return f"NATO press release No. {symbol.parts['number']} of {symbol.year}"


def _press_release_keys(symbol: Symbol) -> tuple[str, str | None]:
    key = f"nato:({symbol.year}){symbol.parts['number']}"
    return key, key


def _read_memorandum(groups: Groups) -> Reading:
    parts: dict[str, Part] = {"kind": "memorandum", "organ": "nac", **_press_number(groups)}
    return Reading(f"C-M({groups['year']}){groups['number']}", parts)


def _read_committee_document(groups: Groups) -> Reading:
    parts: dict[str, Part] = {"kind": "military-document", "number": int(groups["number"])}
    if groups["revision"]:
        parts["revision"] = int(groups["revision"])
    return Reading(f"MC {groups['number']}" + (f"/{groups['revision']}" if groups["revision"] else ""), parts)


def _explain_committee_document(symbol: Symbol) -> str:
    revision = f", revision {symbol.parts['revision']}" if "revision" in symbol.parts else ""
    return f"Document No. {symbol.parts['number']} of the NATO Military Committee{revision}"


def _read_publication(groups: Groups) -> Reading:
    series, number, edition = groups["series"].upper(), groups["number"], (groups["edition"] or "").upper()
    parts: dict[str, Part] = {"kind": "publication", "series": series, "number": number}
    if edition:
        parts["edition"] = edition
    return Reading(f"{series}-{number}" + (f"({edition})" if edition else ""), parts)


def _explain_publication(symbol: Symbol) -> str:
    edition = f", edition {symbol.parts['edition']}" if "edition" in symbol.parts else ""
    return f"{_PUBLICATIONS[str(symbol.parts['series'])]} {symbol.parts['number']} of NATO{edition}"


def _read_agreement(groups: Groups) -> Reading:
    return Reading(f"STANAG {groups['number']}", {"kind": "agreement", "number": int(groups["number"])})


FORMS: Final = (
    Form(
        "nato",
        "nato-meeting-text",
        "the number of a NATO communiqué",
        leads=["M-", "M ", "S-", "S ", "ANNEX TO", *(body for body in _BODIES if body != "DPC/NPG")],
        patterns=[
            rf"""
                {_ANNEX}
                (?P<head>
                    (?P<level> [MS] )
                    (?: {_DASH} (?P<body> {_BODY} ) (?P<defence> \ ?\(DM\) | {_DASH}D )? )?
                    {_DASH} (?P<meeting> [1-9] )
                    (?: {_DASH} (?P<body_after> {_BODY} ) )?
                )
                {_PRESS_NUMBER}
            """,
            rf"{_ANNEX} (?P<head> (?P<body> {_BODY} ) {_DASH} (?P<level> S ) ) {_PRESS_NUMBER}",
        ],
        read=_read_meeting_text,
        explain=_explain_meeting_text,
        examples=["M-NAC-1(92)51", "M-1(94)3", "S-1(91)86", "NAC-S(99)64", "M-NAC(DM)-2(96)89"],
        cue=rf"(?:Annex\ to\ )? (?: [MS]-(?: [1-9] | {_BODY} ) | (?:{_BODY})-S\ ?\( )",
        keys=_meeting_keys,
    ),
    Form(
        "nato",
        "nato-press-release",
        "the number of a NATO press release",
        leads=["(", "PR"],
        patterns=[rf"(?P<head> (?: PR\ ?/\ ?CP )? ) {_PRESS_NUMBER}"],
        read=_read_press_release,
        explain=_explain_press_release,
        examples=["(1999)097", "PR/CP(2003)059"],
        cue=r"PR/CP\ ?\(",
        keys=_press_release_keys,
    ),
    Form(
        "nato",
        "nato-council-memorandum",
        "a memorandum of the North Atlantic Council",
        leads=["C-", "C "],
        patterns=[rf"C{_DASH}M {_PRESS_NUMBER}"],
        read=_read_memorandum,
        explain=lambda symbol: f"Council memorandum No. {symbol.parts['number']} of {symbol.year} of NATO",
        examples=["C-M(55)15"],
        cue=r"C-M\ ?\(\d",
    ),
    Form(
        "nato",
        "nato-military-committee-document",
        "a document of the NATO Military Committee",
        leads=["MC"],
        patterns=[r"MC[\ -]? (?P<number> [1-9]\d{0,2} ) (?: / (?P<revision> [1-9]\d? ) )?"],
        read=_read_committee_document,
        explain=_explain_committee_document,
        examples=["MC 327", "MC 327/1"],
        cue=r"MC\ \d{2,3}",
    ),
    Form(
        "nato",
        "nato-publication",
        "an Allied publication of NATO",
        leads=_PUBLICATIONS,
        patterns=[
            rf"""
                (?P<series> {"|".join(_PUBLICATIONS)} ) [\ -] (?P<number> [1-9]\d? (?:\.\d{{1,2}}){{0,4}} )
                (?: \ ?\( (?P<edition> [A-Z0-9] ) \) )?
            """,
        ],
        read=_read_publication,
        explain=_explain_publication,
        examples=["AJP-3.4.1", "AJP-3.4.1(A)"],
        cue=r"(?:AJP|AAP|ATP)-\d",
    ),
    Form(
        "nato",
        "nato-standardization-agreement",
        "a Standardization Agreement of NATO",
        leads=["STANAG"],
        patterns=[r"STANAG\ ?(?:No\.?\ )? (?P<number> [1-9]\d{3} )"],
        read=_read_agreement,
        explain=lambda symbol: f"Standardization Agreement No. {symbol.parts['number']} of NATO",
        examples=["STANAG 2181"],
        cue=r"STANAG\ \d",
    ),
)

SCHEME: Final = Scheme(
    "nato",
    FORMS,
    preface=r"(?:NATO\ )? Press\ (?:Release|Communiqu[eé]) s? [:,]?\ (?:No\.?\ )?",
)
