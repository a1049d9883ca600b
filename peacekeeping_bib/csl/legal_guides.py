"""How the four legal guides word what CSL has no words for. The sources of the rules stand in the styles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Guide(NamedTuple):
    """How a guide words what CSL has no words for.

    Attributes:
        un_document: Label of a United Nations document symbol.
        authors: Short name by body; an empty one where the guide omits the body as author.
        resolution: What stands before a resolution's number, by the first part of its symbol.
        meeting: Official Records by the first part of the symbol, with ``{session}`` and ``{meeting}``.
        records: What follows the number of a resolution, likewise; empty for nothing.
        committee: A committee of a parliament, from ``{committee}`` and ``{chamber}``.
        papers: What the papers of a chamber are called, by label; the label itself where none is given.
        parties: What joins the parties of a treaty; empty where they are not named.
        most_parties: The greatest number of parties named.
        charter: Name of the Charter of the United Nations where it is cited by name alone.
        dotted: Whether abbreviations take full stops.
        journal: Volume of the Official Journal, from ``{series}`` and ``{number}``.
    """

    un_document: str
    authors: Mapping[str, str]
    resolution: Mapping[str, str]
    meeting: Mapping[str, str]
    records: Mapping[str, str]
    committee: str
    papers: Mapping[str, str]
    parties: str = ""
    most_parties: int = 0
    charter: str = ""
    dotted: bool = False
    journal: str = "{series}{number}"


OSCOLA: Final = Guide(
    un_document="UN Doc",
    authors={"unsc": "UNSC", "unga": "UNGA", "unsg": "UNSG"},
    resolution={"S": "UNSC Res", "A": "UNGA Res", "E": "ECOSOC Res"},
    meeting={"S": "UNSC Verbatim Record", "A": "UNGA Verbatim Record"},
    records={},
    committee="{committee}",
    papers={},
)
BLUEBOOK: Final = Guide(
    un_document="U.N. Doc.",
    authors={
        "unsc": "U.N. Security Council",
        "unga": "U.N. General Assembly",
        "unsg": "U.N. Secretary-General",
        "un": "U.N.",
    },
    resolution={"S": "S.C. Res.", "A": "G.A. Res.", "E": "E.S.C. Res."},
    meeting={
        "S": "U.N. SCOR, {session} Year, {meeting} mtg.",
        "A": "U.N. GAOR, {session} Sess., {meeting} plen. mtg.",
    },
    records={},
    committee="{chamber}, {committee}",
    papers={},
    parties="-",
    most_parties=2,
    charter="U.N. Charter",
    dotted=True,
    journal="{series} {number}",
)
AGLC: Final = Guide(
    un_document="UN Doc",
    authors={"unsc": "", "unga": "", "unsg": "Secretary-General"},
    resolution={"S": "SC Res", "A": "GA Res", "E": "ESC Res"},
    meeting={
        "S": "UN SCOR, {session} year, {meeting} mtg",
        "A": "UN GAOR, {session} sess, {meeting} plen mtg",
    },
    records={},
    committee="{committee}, {chamber}",
    papers={"HC": "House of Commons Paper No", "HL": "House of Lords Paper No"},
    parties="\u2013",
    most_parties=3,
    charter="Charter of the United Nations",
    journal="{series} {number}",
)
MCGILL: Final = Guide(
    un_document="UN Doc",
    authors={"unsc": "UNSC", "unga": "UNGA", "unsg": "UN Secretary-General"},
    resolution={"S": "SC Res", "A": "GA Res", "E": "ESC Res"},
    meeting={"S": "UNSCOR, {session} Year, {meeting} Mtg", "A": "UNGAOR, {session} Sess, {meeting} Plen Mtg"},
    records={"S": "UNSCOR, {session} Year", "A": "UNGAOR, {session} Sess"},
    committee="{chamber}, {committee}",
    papers={},
    parties=" and ",
    most_parties=2,
    journal="{series} {number}",
)
