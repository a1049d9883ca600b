"""How near a document is to peacekeeping, by a stated rule over its title, agenda item and date.

``core``     it names an operation, or its title or agenda item speaks of peacekeeping (see ``CORE``)
``related``  it names a country or region in which an operation was at work, from two years before its
             mandate to two years after its end, or speaks of other forces and missions (see ``RELATED``)
``context``  anything else

The two years catch what prepared an operation (resolution 788 on Liberia, 1203 on Kosovo) and what
wound it up. The rule looks at the library's titles, so that it can be applied to all documents alike;
where a reader knows better, the map of the import says so by number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from .. import dates
from ..text import strip_accents

CORE: Final = re.compile(
    r"""peace-?\ ?keep|peacekeeper|peace\ operation|\btruce\b
    |(?:armistice|military|truce)\ observ|observer\ (?:mission|group|force|team)
    |\b(?:interim|emergency|protection|disengagement\ observer|stabili[sz]ation)\ force
    |\b(?:United\ Nations|UN)\ (?:(?!Assistance)[A-Z][\w-]+\ )*(?:Mission|Force|Operation|Observer)
    |\b(?:IFOR|SFOR|KFOR)\b""",
    re.VERBOSE,
)
RELATED: Final = re.compile(
    r"""multinational|\b(?:ISAF|EUFOR|AMISOM|ATMIS|AUSSOM|ECOMOG|INTERFET)\b
    |security\ assistance\ (?:force|mission)|integrated\ (?:office|mission|peacebuilding)|\bUN\ Office
    |political\ mission|assistance\ mission|verification\ mission|African\ Union\ (?:\w+\ )*mission
    |peace-?\ ?building|civilians\ in\ armed\ conflict|regional\ (?:organi[sz]ation|arrangement)""",
    re.VERBOSE | re.IGNORECASE,
)

#: Names by which titles and agenda items call countries, by ISO 3166 code; longer names win.
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "AF": ("Afghanistan",),
    "AL": ("Albania",),
    "AO": ("Angola", "UNITA"),
    "BA": ("Bosnia",),
    "BI": ("Burundi",),
    "CD": ("Congo", "Zaire"),
    "CF": ("Central African Republic",),
    "CI": ("Cote d'Ivoire", "Ivory Coast"),
    "CR": ("Costa Rica",),
    "CY": ("Cyprus",),
    "DO": ("Dominican Republic",),
    "EG": ("Egypt", "Suez"),
    "EH": ("Western Sahara",),
    "ER": ("Eritrea",),
    "ET": ("Ethiopia",),
    "GE": ("Georgia", "Abkhazia"),
    "GN": ("Guinea",),
    "GQ": ("Equatorial Guinea",),
    "GT": ("Guatemala",),
    "GW": ("Guinea-Bissau",),
    "HN": ("Honduras",),
    "HR": ("Croatia", "Prevlaka", "Eastern Slavonia"),
    "HT": ("Haiti",),
    "ID": ("Indonesia", "Indonesian", "West Irian", "West New Guinea"),
    "IL": ("Israel",),
    "IN": ("India", "Jammu and Kashmir"),
    "IQ": ("Iraq",),
    "IR": ("Iran",),
    "JO": ("Jordan",),
    "KH": ("Cambodia", "Kampuchea"),
    "KW": ("Kuwait",),
    "LB": ("Lebanon",),
    "LR": ("Liberia",),
    "LY": ("Libya", "Libyan Arab Jamahiriya", "Aouzou"),
    "MK": ("Macedonia",),
    "ML": ("Mali",),
    "MZ": ("Mozambique",),
    "NA": ("Namibia", "South West Africa"),
    "NI": ("Nicaragua",),
    "PK": ("Pakistan",),
    "RW": ("Rwanda",),
    "SD": ("Sudan", "Darfur", "Abyei"),
    "SL": ("Sierra Leone",),
    "SO": ("Somalia",),
    "SS": ("South Sudan", "Southern Sudan"),
    "SV": ("El Salvador",),
    "SY": ("Syria", "Syrian Arab Republic", "Golan"),
    "TD": ("Chad",),
    "TJ": ("Tajikistan",),
    "TL": ("Timor-Leste", "East Timor", "Timor"),
    "UG": ("Uganda",),
    "XC": ("Central America",),
    "XM": ("Middle East", "Palestine", "Palestinian", "occupied Arab territories", "Jerusalem"),
    "YE": ("Yemen",),
    "YUCS": ("Yugoslavia", "Kosovo", "Serbia and Montenegro"),
}
#: Regions among the names, with the countries whose operations they speak of. Not ISO codes, never stored.
REGIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "XC": ("CR", "SV", "GT", "HN", "NI"),
    "XM": ("EG", "IL", "JO", "LB", "SY"),
    "YUCS": ("YUCS", "HR", "BA", "MK"),
}
_CODE: Final = {strip_accents(name).lower(): code for code, names in NAMES.items() for name in names}
_LONGEST_FIRST: Final = sorted(_CODE, key=len, reverse=True)
_NAME: Final = re.compile(r"\b(?:" + "|".join(map(re.escape, _LONGEST_FIRST)) + r")\b", re.IGNORECASE)
_YEARS: Final = 2


class Presence(NamedTuple):
    """An operation's countries and the years in which they concern peacekeeping."""

    countries: frozenset[str]
    first: int
    last: int


def presences(operations: Iterable[Mapping[str, Any]]) -> list[Presence]:
    """Return where and when operations were at work, from the content of their files."""
    found = []
    for operation in operations:
        moments = [dates.parse(text) for text in operation.get("dates", {}).values()]
        if not moments:
            continue
        countries = {*operation.get("countries", ()), *named(operation.get("area", ""))}
        ended = "ended" in operation["dates"]
        last = max(moment.last_day.year for moment in moments) + _YEARS if ended else 9999
        found.append(
            Presence(frozenset(countries), min(moment.first_day.year for moment in moments) - _YEARS, last)
        )
    return found


def named(text: str) -> list[str]:
    """Return the codes of the countries and regions that a text names, in its order."""
    codes = (_CODE[name.lower()] for name in _NAME.findall(strip_accents(text).replace("’", "'")))
    return list(dict.fromkeys(codes))


def countries(text: str) -> list[str]:
    """Return the ISO codes of the countries that a text names."""
    return [code for code in named(text) if code not in ("XC", "XM")]


def scope(text: str, date: str, operations: bool, where: Iterable[Presence]) -> str:
    """Return ``core``, ``related`` or ``context``.

    Args:
        text: Title and agenda item.
        date: EDTF date.
        operations: Whether the document is known to concern an operation.
        where: Operations at work, from ``presences``.
    """
    if operations or CORE.search(text):
        return "core"
    codes = {country for code in named(text) for country in REGIONS.get(code, (code,))}
    year = dates.parse(date).first_day.year
    at_work = any(codes & one.countries and one.first <= year <= one.last for one in where)
    return "related" if at_work or RELATED.search(text) else "context"
