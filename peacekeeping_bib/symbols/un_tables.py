"""Organs with document series of their own, and the series of press releases, of the United Nations.

Organs after Dag Hammarskjöld Library, "UN Document Symbols" (research guide), with those that matter for
peacekeeping spelled out. ``#`` stands for a number. A new organ is one more row.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: First elements of a symbol, and the organ whose documents they mark.
ORGANS: Final[Mapping[str, str]] = {
    "A/AC.#": "ad hoc committee {} of the General Assembly",
    "A/AC.121": "the Special Committee on Peacekeeping Operations",
    "A/BUR": "the General Committee of the General Assembly",
    "A/C.1": "the First Committee of the General Assembly",
    "A/C.2": "the Second Committee of the General Assembly",
    "A/C.3": "the Third Committee of the General Assembly",
    "A/C.4": "the Fourth Committee of the General Assembly",
    "A/C.5": "the Fifth Committee of the General Assembly",
    "A/C.6": "the Sixth Committee of the General Assembly",
    "A/CN.#": "commission {} of the General Assembly",
    "A/CN.4": "the International Law Commission",
    "A/CN.10": "the Disarmament Commission",
    "A/CONF.#": "United Nations conference {}",
    "A/DEC": "the General Assembly",
    "A/HRC": "the Human Rights Council",
    "A/INF": "the General Assembly",
    "A/SPC": "the Special Political Committee of the General Assembly",
    "CAT/C": "the Committee against Torture",
    "CCPR/C": "the Human Rights Committee",
    "CD": "the Conference on Disarmament",
    "CEDAW/C": "the Committee on the Elimination of Discrimination against Women",
    "CERD/C": "the Committee on the Elimination of Racial Discrimination",
    "CRC/C": "the Committee on the Rights of the Child",
    "DP": "the United Nations Development Programme",
    "E": "the Economic and Social Council",
    "E/AC.#": "ad hoc committee {} of the Economic and Social Council",
    "E/C.#": "committee {} of the Economic and Social Council",
    "E/CN.#": "commission {} of the Economic and Social Council",
    "E/CN.4": "the Commission on Human Rights",
    "E/CN.6": "the Commission on the Status of Women",
    "E/CONF.#": "United Nations conference {}",
    "E/ECA": "the Economic Commission for Africa",
    "E/ECE": "the Economic Commission for Europe",
    "E/ICEF": "the United Nations Children's Fund",
    "E/INF": "the Economic and Social Council",
    "HRI": "the international human rights instruments",
    "IT": "the International Tribunal for the Former Yugoslavia",
    "PBC": "the Peacebuilding Commission",
    "S/AC.#": "committee {} of the Security Council",
    "S/AGENDA": "the Security Council",
    "S/C.#": "standing committee {} of the Security Council",
    "S/INF": "the Security Council",
    "ST/ADM": "the Secretariat",
    "ST/AI": "the Secretariat",
    "ST/ESA": "the Department of Economic and Social Affairs",
    "ST/IC": "the Secretariat",
    "ST/LEG": "the Office of Legal Affairs",
    "ST/PSCA": "the Department of Political and Security Council Affairs",
    "ST/SG": "the Secretary-General",
    "ST/SGB": "the Secretary-General",
    "T": "the Trusteeship Council",
    "TD": "the United Nations Conference on Trade and Development",
    "UNEP": "the United Nations Environment Programme",
    "UNIDIR": "the United Nations Institute for Disarmament Research",
}
#: What the documents of a series are, where they are of one kind.
SERIES_KINDS: Final[Mapping[str, str]] = {
    "A/DEC": "decision",
    "A/INF": "information document",
    "E/INF": "information document",
    "S/AGENDA": "provisional agenda",
    "S/INF": "information document",
    "ST/AI": "administrative instruction",
    "ST/IC": "information circular",
    "ST/SGB": "bulletin",
}
#: Ids of the bodies, where there is one.
BODIES: Final[Mapping[str, str]] = {
    "A/DEC": "unga",
    "A/INF": "unga",
    "S/AGENDA": "unsc",
    "S/INF": "unsc",
    "ST/SGB": "unsg",
}

#: Organs whose symbols carry the session of the General Assembly.
#: Series whose documents carry a year of two digits after the organ (``UNIDIR/96/7``).
BY_SHORT_YEAR: Final = frozenset({"UNIDIR"})

BY_SESSION: Final = frozenset(
    {"A/BUR", "A/DEC", "A/INF", "A/SPC", *(f"A/C.{number}" for number in range(1, 7))}
)

#: Elements that tell what a document is: what stands between element and number, and the name.
KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "CRP": (".", "conference room paper"),
    "DEC": ("/", "decision"),
    "INF": ("/", "information document"),
    "L": (".", "limited-distribution document (usually a draft)"),
    "NGO": ("/", "statement of a non-governmental organization"),
    "PET": ("/", "petition"),
    "PV": (".", "verbatim record of meeting"),
    "R": (".", "restricted-distribution document"),
    "RES": ("/", "resolution"),
    "SR": (".", "summary record of meeting"),
    "WP": (".", "working paper"),
}

#: Series of press releases, and what they report on.
PRESS_RELEASES: Final[Mapping[str, str]] = {
    "AFR": "Africa",
    "DSG/SM": "statements and messages of the Deputy Secretary-General",
    "ECOSOC": "the Economic and Social Council",
    "GA": "the General Assembly",
    "GA/AB": "the Fifth Committee",
    "GA/COL": "decolonization",
    "GA/DIS": "the First Committee",
    "GA/EF": "the Second Committee",
    "GA/L": "the Sixth Committee",
    "GA/PAL": "the rights of the Palestinian people",
    "GA/PK": "the Special Committee on Peacekeeping Operations",
    "GA/SHC": "the Third Committee",
    "GA/SPD": "the Fourth Committee",
    "HR": "human rights",
    "IHA": "humanitarian affairs",
    "ORG": "the Organization",
    "PBC": "the Peacebuilding Commission",
    "PKO": "peacekeeping operations",
    "SC": "the Security Council",
    "SG": "the Secretary-General",
    "SG/A": "appointments by the Secretary-General",
    "SG/SM": "statements and messages of the Secretary-General",
    "SG/T": "travels of the Secretary-General",
    "UNIS/PK": "peacekeeping, by the Information Service in Vienna",
    "UNIS/SC": "the Security Council, by the Information Service in Vienna",
    "UNIS/SG": "the Secretary-General, by the Information Service in Vienna",
}
