"""CSL-JSON items made ready for rendering: typed names, dates and marked text.

An item is a plain ``dict`` valid against CSL-JSON 1.0.2. It is read, never changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from peacekeeping_bib.formatting.engine.markup import CLOSE, OPEN, clean

Item = Mapping[str, Any]

NAME_VARIABLES = frozenset(
    [
        "author",
        "chair",
        "collection-editor",
        "compiler",
        "composer",
        "container-author",
        "contributor",
        "curator",
        "director",
        "editor",
        "editorial-director",
        "editor-translator",
        "executive-producer",
        "guest",
        "host",
        "illustrator",
        "interviewer",
        "narrator",
        "organizer",
        "original-author",
        "performer",
        "producer",
        "recipient",
        "reviewed-author",
        "script-writer",
        "series-creator",
        "translator",
    ]
)
DATE_VARIABLES = frozenset(
    ["accessed", "available-date", "event-date", "issued", "original-date", "submitted"]
)
NUMBER_VARIABLES = frozenset(
    [
        "chapter-number",
        "citation-number",
        "collection-number",
        "edition",
        "first-reference-note-number",
        "issue",
        "locator",
        "number",
        "number-of-pages",
        "number-of-volumes",
        "page",
        "page-first",
        "part-number",
        "printing-number",
        "section",
        "supplement-number",
        "version",
        "volume",
    ]
)
# The data schema and the style language use different names for the same variable (CSL 1.0.2, appendix IV).
_RENAMED = {
    "event": "event-title",
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
    "part": "part-number",
    "printing": "printing-number",
    "supplement": "supplement-number",
}
_VERBATIM = frozenset({"URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID"})
_NOT_PRINTED = frozenset({"id", "type", "custom", "categories", "language", "citation-key", "multi"})

_TAGS = {
    "<i>": ("</i>", "italic"),
    "<b>": ("</b>", "bold"),
    "<sup>": ("</sup>", "sup"),
    "<sub>": ("</sub>", "sub"),
    "<sc>": ("</sc>", "small-caps"),
    '<span style="font-variant:small-caps;">': ("</span>", "small-caps"),
    '<span style="font-variant: small-caps;">': ("</span>", "small-caps"),
    '<span class="nocase">': ("</span>", "nocase"),
}
_TAG = re.compile("(" + "|".join([*_TAGS, "</i>", "</b>", "</sup>", "</sub>", "</sc>", "</span>"]) + ")")
# Before these marks French sets a narrow no-break space (Lexique de l'Imprimerie nationale; citeproc-js
# does so too).
_NARROW_BEFORE = re.compile(" ([:;?!»])")
_DASH_LIKE_PARTICLE_END = ("'", "’", "ʻ", "-")


class Name(NamedTuple):
    """One name of an item; for a corporate body only ``literal`` is filled."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    particle: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    literal: str = ""
    static: bool = False


class Date(NamedTuple):
    """A date or range: parts as (year, month, day) with None for a part that is not given."""

    start: tuple[int | None, int | None, int | None] = (None, None, None)
    end: tuple[int | None, int | None, int | None] | None = None
    season: int | None = None
    literal: str = ""
    circa: bool = False


class Reference:
    """A prepared item.

    Attributes:
        id: The item's id exactly as given, as text.
        type: CSL type, such as ``report``.
        language: The item's language tag, or an empty string.
        texts: Marked text of every text and number variable.
        names: Lists of names by variable.
        dates: Dates by variable.
    """

    __slots__ = ("dates", "id", "language", "names", "texts", "type")

    def __init__(self, item: Item, quotes: Mapping[str, tuple[str, str]]) -> None:
        self.id = str(item["id"])
        self.type = str(item.get("type", "document"))
        self.language = str(item.get("language") or "")
        self.texts: dict[str, str] = {}
        self.names: dict[str, list[Name]] = {}
        self.dates: dict[str, Date] = {}
        for given, value in item.items():
            variable = _RENAMED.get(given, given)
            if (
                given in _NOT_PRINTED
                or value in (None, "", [], {})
                or (variable != given and item.get(variable))
            ):
                continue
            if variable in NAME_VARIABLES:
                self.names[variable] = [read_name(name) for name in value]
            elif variable in DATE_VARIABLES:
                self.dates[variable] = read_date(value)
            elif isinstance(value, (str, int, float)):
                text = clean(str(value)).strip()
                self.texts[variable] = text if variable in _VERBATIM else read_text(text, quotes)

    def has(self, variable: str) -> bool:
        """Tell whether the item has a value for a variable of any sort."""
        if variable == "page-first":
            variable = "page"
        return variable in self.texts or variable in self.names or variable in self.dates


def read_text(text: str, quotes: Mapping[str, tuple[str, str]]) -> str:
    """Turn the rich text of CSL-JSON into marked text.

    Args:
        text: Text with the few tags CSL-JSON knows; any other ``<`` is an ordinary character.
        quotes: Quotation marks of the locale, as :meth:`Locales.quotation_marks` gives them.
    """
    text = _NARROW_BEFORE.sub("\u202f\\1", text).replace("« ", "«\u202f")
    if "<" in text:
        text = _read_tags(text)
    if '"' in text or "'" in text or any(mark and mark in text for pair in quotes.values() for mark in pair):
        text = _read_quotes(text, quotes)
    return text


def _read_tags(text: str) -> str:
    pieces = _TAG.split(text)
    stack: list[int] = []
    for index in range(1, len(pieces), 2):
        if pieces[index] in _TAGS:
            stack.append(index)
        elif stack and _TAGS[pieces[stack[-1]]][0] == pieces[index]:
            kind = _TAGS[pieces[stack[-1]]][1]
            pieces[stack.pop()], pieces[index] = OPEN[kind], CLOSE[kind]
    return "".join(pieces)


def _read_quotes(text: str, quotes: Mapping[str, tuple[str, str]]) -> str:
    pairs = [('"', '"', "quote"), ("'", "'", "inner-quote")]
    pairs += [(opening, closing, kind) for kind, (opening, closing) in quotes.items() if opening.strip("\"'")]
    for opening, closing, kind in pairs:
        if opening in text:
            text = _pair(text, opening, closing, kind)
    return re.sub("[\"']", lambda found: "’" if found[0] == "'" else '"', text)


def _pair(text: str, opening: str, closing: str, kind: str) -> str:
    """Replace quotation marks that pair: one at the start of a word, the other at the end of one."""
    straight = opening == closing
    before = r"(?:^|(?<=[\s(\[\ufdd0-\ufdef]))" if straight else ""
    after = r"(?=$|[\s)\].,;:!?\u2019'\ufdd0-\ufdef-])" if straight or closing == "’" else ""
    inside = rf"((?:(?!{re.escape(opening)}).|(?<=\w){re.escape(closing)}(?=\w))+?)"
    pattern = before + re.escape(opening) + inside + re.escape(closing) + after
    return re.sub(pattern, lambda found: OPEN[kind] + found[1] + CLOSE[kind], text)


def read_name(name: Item) -> Name:
    """Read one CSL-JSON name; particles inside ``family`` and ``given`` are split off."""

    def text(key: str) -> str:
        return re.sub("'", "’", clean(str(name.get(key) or ""))).strip()

    family, given = text("family"), text("given")
    if name.get("literal") or not family or (not given and name.get("isInstitution")):
        literal = text("literal") or " ".join(part for part in (given, family) if part)
        return Name(literal=literal)
    suffix, comma = text("suffix"), bool(name.get("comma-suffix"))
    dropping, particle = text("dropping-particle"), text("non-dropping-particle")
    if family.startswith('"') and family.endswith('"'):
        family = family[1:-1]
    elif given and not particle and not name.get("static-particles"):
        particle, family = _leading_particle(family)
        if not suffix and "," in given:
            given, suffix = (part.strip() for part in given.split(",", 1))
            comma, suffix = suffix.startswith("!"), suffix.lstrip("! ")
        if not dropping:
            given, dropping = _trailing_particle(given)
    return Name(family, given, dropping, particle, suffix, comma, "", bool(name.get("static-ordering")))


def _leading_particle(family: str) -> tuple[str, str]:
    """Split ``van der Lijn`` into ``van der`` and ``Lijn``: lower-case words before the last one."""
    end = 0
    for found in re.finditer(r"[^ ]+?(?:-|ʻ|’| )\s*", family):
        word = found[0].lstrip("-'ʻ’ ")
        if found.start() != end or not word or word[0].upper() == word[0] or found.end() == len(family):
            break
        end = found.end()
    return family[:end].strip() if not family[:end].endswith("’ ") else family[:end].strip() + " ", family[
        end:
    ]


def _trailing_particle(given: str) -> tuple[str, str]:
    words = given.split(" ")
    end = len(words)
    while end > 1 and words[end - 1] and words[end - 1][0].upper() != words[end - 1][0]:
        end -= 1
    return " ".join(words[:end]), " ".join(words[end:])


def read_date(value: Any) -> Date:
    """Read a CSL-JSON date: ``date-parts``, ``season``, ``circa``, ``literal``, ``raw`` or an EDTF text."""
    if isinstance(value, str):
        value = {"raw": value}
    circa = value.get("circa") not in (None, False, 0, "", "0", "false")
    season = int(value["season"]) if str(value.get("season", "")).isdigit() else None
    parts = [_parts(one) for one in value.get("date-parts") or []]
    if not parts and value.get("raw"):
        parts = _raw(str(value["raw"]))
    if not parts:
        return Date(
            literal=clean(str(value.get("literal") or value.get("raw") or "")), season=season, circa=circa
        )
    return Date(parts[0], parts[1] if len(parts) > 1 else None, season, "", circa)


def _parts(one: Any) -> tuple[int | None, int | None, int | None]:
    numbers = [int(part) if re.fullmatch(r"-?\d+", str(part).strip()) else None for part in list(one)[:3]]
    year, month, day = [*numbers, None, None, None][:3]
    return year, month or None, day or None


def _raw(text: str) -> list[tuple[int | None, int | None, int | None]]:
    ends = [re.fullmatch(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?", end.strip()) for end in text.split("/")]
    if not 1 <= len(ends) <= 2 or not all(ends):
        return []
    return [_parts(found.groups()) for found in ends if found]
