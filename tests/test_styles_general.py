"""The styles for general use: Chicago, MLA, Harvard, IEEE, Vancouver and NATO.

The entries in `fixtures/styles_general.json` were worked out by hand from the rule that stands beside them,
not copied from what the styles print.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import exported
import pytest
from citeproc import SCHEMA_PATH
from lxml import etree

import peacekeeping_bib as pkb
from peacekeeping_bib import csl
from peacekeeping_bib.formatting import Cite, format_bibliography, format_citation, format_citations, styles

STYLES = ("chicago-author-date", "chicago-notes", "harvard", "ieee", "mla", "nato", "vancouver")
NOTES = ("chicago-notes", "nato")
NUMERIC = ("ieee", "vancouver")
LANGUAGES = ("en", "fr", "de", "es", "ru")
CSL = "{http://purl.org/net/xbiblio/csl}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
KINDS = tuple(record.id for record in exported.records())
FIXTURES = Path(__file__).parent / "fixtures"
FROZEN = FIXTURES / "citeproc_js_general" / "expected.json"
WORKED_OUT = FIXTURES / "styles_general.json"
#: Records whose names and events hold straight quotation marks: only their words are compared.
STRAIGHT_QUOTES = ("directive", "speech")

Item = dict[str, Any]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
#: Months as MLA and IEEE shorten them; Citing Medicine cuts each to three letters.
SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
#: Types of which the guides print the year alone, or month or season and year.
YEAR_ONLY = ("article-journal", "book", "chapter", "interview", "standard", "thesis")


@pytest.fixture(params=STYLES)
def style(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def root(style: str) -> Any:
    return etree.parse(str(styles.find(style))).getroot()


def sample(identifier: str, style: str, language: str = "en") -> Item:
    return csl.item(exported.record(identifier), language, style=style)


def entry(item: Item, style: str, locale: str = "en-US") -> str:
    return format_bibliography([item], style, locale)[0].text


def plain(text: str) -> str:
    """Leave out quotation marks, which styles set in their own way, and make dashes and spaces alike."""
    text = re.sub(r"[\"'“”‘’«»„‚]", "", text)
    return re.sub(r"\s+", " ", re.sub("[–\u2011]", "-", text))


def words(text: str) -> str:
    return re.sub(r"\W+", " ", text)


def day_and_month(style: str, year: int, month: int, day: int) -> str:
    if style == "vancouver":
        return f"{year} {MONTHS[month - 1][:3]} {day}"
    if style in ("chicago-author-date", "chicago-notes"):
        return f"{MONTHS[month - 1]} {day}"
    if style == "ieee":
        return f"{SHORT[month - 1]} {day}"
    return f"{day} {(SHORT if style == 'mla' else MONTHS)[month - 1]}"


#: Variables that every style prints of whatever has them.
NAMED_BY = ("number", "chapter-number", "collection-title", "collection-number", "DOI")


def parts(item: Item, style: str) -> Iterator[str]:
    """Yield what the entry of an item must show."""
    yield item["title"]
    yield from (name.get("literal") or name["family"] for name in item.get("author", ()))
    others = ("compiler", "interviewer", *(["editor"] if item["type"] == "chapter" else []))
    yield from (name["family"] for role in others for name in item.get(role, ()))
    yield from (item[name] for name in NAMED_BY if name in item)
    if "chapter-number" in item:
        yield "rapporteur" if "compiler" in item else "ession"
    if item["type"] == "report" and "number" in item:
        yield f"{item['genre']} {item['number']}"
    yield from dates(item, style)
    yield from found_in(item, style)
    if item.get("event-place"):
        yield item["event-place"]
        yield item.get("event-title", "") if item["type"] != "treaty" else ""


def dates(item: Item, style: str) -> Iterator[str]:
    first, *last = item["issued"]["date-parts"]
    yield str(first[0])
    if len(first) == 3 and item["type"] not in YEAR_ONLY:
        days = day_and_month(style, *first)
        if last and days[0].isdigit():
            days = days.replace(f"{first[2]} ", f"{first[2]}-{last[0][2]} ", 1)
        yield days


def found_in(item: Item, style: str) -> Iterator[str]:
    """Yield series, journal, book or gazette with volume and pages, and the publisher of a book."""
    if item["type"] == "treaty" and "volume" in item:
        short = f"{item['volume']} {item['container-title-short']} {item['page']}"
        yield (
            f"{item['container-title']}, vol. {item['volume']}, p. {item['page']}"
            if style == "mla"
            else short
        )
    elif "container-title" in item:
        yield item["container-title"]
        yield from (item[name] for name in ("volume", "issue", "section") if name in item)
        yield item["page"].split("-")[0] if "page" in item else ""
    if item["type"] in ("book", "chapter", "thesis") and "publisher" in item:
        yield item["publisher"]
    if item["type"] == "thesis" or (item["type"] == "speech" and style not in NUMERIC):
        yield item["genre"]


def missing(text: str, expected: Iterator[str]) -> list[str]:
    return [part for part in expected if plain(part) not in plain(text)]


def test_valid_csl_1_0_2(style: str) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA_PATH))
    assert schema.validate(root(style)), schema.error_log


def test_information_about_the_style(style: str) -> None:
    info = root(style).find(f"{CSL}info")
    assert info.findtext(f"{CSL}id") == f"peacekeeping-bib-{style}"
    assert "creativecommons.org/publicdomain/zero/1.0" in info.find(f"{CSL}rights").get("license")
    assert not info.findall(f"{CSL}link")


def test_rules_are_named_with_their_sources(style: str) -> None:
    comment = styles.find(style).read_text("utf-8").split("-->")[0]
    assert re.search(r"[a-z]+\.[a-z]+/[a-z]+", comment)
    assert "Where no rule was found" in comment or "no rule for citing its documents was found" in comment


def test_every_macro_is_used_and_defined(style: str) -> None:
    defined = [macro.get("name") for macro in root(style).iter(f"{CSL}macro")]
    assert len(defined) == len(set(defined))
    assert set(defined) == {element.get("macro") for element in root(style).iter() if element.get("macro")}


def test_words_of_its_own_in_five_languages(style: str) -> None:
    for term in ("chapter-number", "compiler"):
        languages = {
            locale.get(LANG)
            for locale in root(style).iter(f"{CSL}locale")
            if any(found.get("name") == term for found in locale.iter(f"{CSL}term"))
        }
        assert languages == set(LANGUAGES)


def test_entry_shows_what_identifies_the_document(style: str, kind: str) -> None:
    item = sample(kind, style)
    text = entry(item, style)
    assert not missing(text, parts(item, style)), text
    assert not re.search(r"\.\.(?!\.)|,,|(?<!\]) {2}|\(\)|\[\]| [.,;:]", text), text


@pytest.mark.parametrize("note_style", NOTES)
def test_first_note_shows_the_same(note_style: str, kind: str) -> None:
    item = sample(kind, note_style)
    text = format_citation([item], note_style, "para. 5")
    expected = [part for part in parts(item, note_style) if part not in ("ession",)]
    assert not missing(text, iter(expected)), text
    assert ", para. 5" in text
    assert text.endswith(".")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("rapporteur", "ession 1999-2000")),
        ("fr", ("rapporteur", "ession 1999-2000")),
        ("de", ("Berichterstatter", "Sitzungsperiode 1999-2000")),
        ("es", ("relator", "eríodo de sesiones 1999-2000")),
        ("ru", ("докладчик", "ессия 1999-2000")),
    ],
)
def test_rapporteur_and_session(style: str, language: str, expected: tuple[str, str]) -> None:
    text = entry(sample("parliamentary-report", style, language), style, language)
    assert not missing(text, iter(expected)), text


def test_session_that_says_so_itself_gets_no_word(style: str) -> None:
    item = sample("parliamentary-report", style) | {"chapter-number": "Thirty-ninth Ordinary Session"}
    text = entry(item, style)
    assert "Thirty-ninth Ordinary Session" in text
    assert text.lower().count("session") == 1


@pytest.mark.parametrize(
    ("language", "months"),
    [("fr", "juin"), ("de", "Juni|Jun."), ("es", "(de )?jun(io)?"), ("ru", "июня|июн[.]?(?=[ ,;])")],
)
def test_day_and_month_in_other_languages(style: str, language: str, months: str) -> None:
    text = plain(entry(sample("resolution", style, language), style, language))
    pattern = rf"(1999 ({months})\.? 10)" if style == "vancouver" else rf"10\.? ({months})"
    assert re.search(pattern, text), text


def test_session_of_the_council_does_not_identify_a_resolution(style: str) -> None:
    """A meeting without a place, as that at which a resolution was adopted, is left out."""
    item = {name: value for name, value in sample("resolution", style).items() if name != "event-place"}
    assert "9011th meeting" not in entry(item, style)


@pytest.mark.parametrize("numeric", NUMERIC)
def test_numbers_follow_the_order_of_citation(numeric: str) -> None:
    """IEEE: "[1]" (studylib.net/doc/7519446); Vancouver: "(1)" (www.cite.auckland.ac.nz/2_6_3.html)."""
    items = [sample(kind, numeric) for kind in ("speech", "article", "resolution")]
    entries = format_bibliography(items, numeric)
    assert [one.id for one in entries] == ["speech", "article", "resolution"]
    marks = ("[{}] ", "[{}]") if numeric == "ieee" else ("{}. ", "({})")
    for place, (one, item) in enumerate(zip(entries, items, strict=True), start=1):
        assert one.text.startswith(marks[0].format(place))
        assert format_citation([item], numeric) == marks[1].format(1)


#: By style and real record: the rule, and the entry worked out from it; only the first keeps its address.
DOCUMENTS: dict[str, dict[str, dict[str, str]]] = json.loads(WORKED_OUT.read_text("utf-8"))
RECORDS = tuple(DOCUMENTS["nato"])


@cache
def real(identifier: str, style: str) -> Item:
    """A real record as an item, without an address unless it is the first one."""
    item = csl.item(pkb.get(identifier), "en", style=style)
    return item if identifier == RECORDS[0] else {name: item[name] for name in item if name != "URL"}


def test_ten_documents_for_each_style() -> None:
    assert set(DOCUMENTS) == set(STYLES)
    assert {tuple(rows) for rows in DOCUMENTS.values()} == {RECORDS}
    assert len(RECORDS) == 10


@pytest.mark.parametrize("identifier", RECORDS)
def test_real_documents(style: str, identifier: str) -> None:
    worked_out = DOCUMENTS[style][identifier]
    assert entry(real(identifier, style), style) == worked_out["entry"], worked_out["rule"]


#: What stands in the text or in a note, with a place cited.
CITATIONS = {
    "chicago-author-date": "(United Nations Security Council 1999, para. 5)",
    "chicago-notes": "United Nations Security Council, Resolution 1244 (1999), UN Doc. S/RES/1244 (1999), "
    "June 10, 1999, para. 5, https://undocs.org/S/RES/1244(1999).",
    "mla": "(United Nations Security Council, para. 5)",
    "harvard": "(United Nations Security Council, 1999, para. 5)",
    "ieee": "[1, para. 5]",
    "vancouver": "(1, para. 5)",
    "nato": "United Nations Security Council, Resolution 1244 (1999), 10 June 1999, UN Doc. S/RES/1244 "
    "(1999), para. 5, https://undocs.org/S/RES/1244(1999).",
}


def test_citation_of_a_paragraph(style: str) -> None:
    assert format_citation([real(RECORDS[0], style)], style, "para. 5") == CITATIONS[style]


def test_mla_tells_documents_of_one_body_apart_by_their_titles() -> None:
    items = [real("unsc-res-1244-1999", "mla"), real("unsc-prst-1994-2", "mla")]
    assert format_citation(items, "mla") == (
        "(United Nations Security Council, Resolution 1244 (1999); United Nations Security Council, "
        "Statement by the President of the Security Council)"
    )


def test_chicago_prints_a_page_once_and_bare() -> None:
    """CMOS: a page stands without "p.", in place of the pages of the article or chapter."""
    note = format_citation([sample("chapter", "chicago-notes")], "chicago-notes", "p. 195")
    assert "1996), 195" in note
    assert "191" not in note
    resolution = format_citation([real(RECORDS[0], "chicago-author-date")], "chicago-author-date", "p. 2")
    assert resolution == "(United Nations Security Council 1999, 2)"


@cache
def frozen() -> dict[str, Any]:
    return dict(json.loads(FROZEN.read_text("utf-8")))


@pytest.mark.parametrize("locale", ["en-US", "fr-FR", "de-DE", "es-ES", "ru-RU"])
def test_equal_to_citeproc_js(style: str, locale: str) -> None:
    expected = frozen()[style][locale]
    items = [sample(kind, style, locale) for kind in KINDS]
    entries = {one.id: one.text for one in format_bibliography(items, style, locale)}
    assert entries.keys() == expected["entries"].keys() == expected["citations"].keys()
    for item in items:
        same = words if item["id"] in STRAIGHT_QUOTES else str
        assert same(entries[item["id"]]) == same(expected["entries"][item["id"]])
        citation = format_citation([item], style, locale=locale)
        assert same(citation) == same(expected["citations"][item["id"]])


def test_short_form_and_the_note_before_in_chicago() -> None:
    """Later notes have author and short title, the note right after author and place (CMOS 14.30-34)."""
    items = [real("unsc-res-1244-1999", "chicago-notes"), real("nato-m-nac-2-92-106", "chicago-notes")]
    resolution, communique = (item["id"] for item in items)
    cites = [
        [Cite(resolution)],
        [Cite(resolution, "para. 9")],
        [Cite(communique)],
        [Cite(resolution, "para. 5")],
    ]
    notes = format_citations(items, cites, "chicago-notes")
    assert notes[0].startswith("United Nations Security Council, Resolution 1244 (1999), UN Doc.")
    assert notes[1] == "United Nations Security Council, para. 9."
    assert notes[3] == "United Nations Security Council, Resolution 1244 (1999), para. 5."


def test_short_form_and_ibid_in_nato() -> None:
    items = [real("unsc-res-1244-1999", "nato"), real("nato-m-nac-2-92-106", "nato")]
    resolution, communique = (item["id"] for item in items)
    cites = [
        [Cite(communique)],
        [Cite(communique, "para. 9")],
        [Cite(communique, "para. 9")],
        [Cite(resolution)],
        [Cite(communique, "para. 5")],
    ]
    notes = format_citations(items, cites, "nato")
    assert notes[1:3] == ["Ibid., para. 9.", "Ibid."]
    assert notes[4] == (
        "North Atlantic Council, “Final Communiqué of the Ministerial Meeting of the North Atlantic "
        "Council”, para. 5."
    )


def test_agreement_annexed_to_a_document(style: str) -> None:
    """The document is named once, with the annex; the symbol that stands as container is not repeated."""
    item = sample("treaty-annexed", style)
    annexed = item | {"container-title": item["number"], "section": "Annex II"}
    text = entry(annexed, style)
    assert f"UN Doc. {item['number']}, Annex II" in text
    assert text.count(item["number"]) == 1


def test_mla_sorts_by_what_stands_first() -> None:
    """Entries that begin with the title, the author being the publisher, are sorted by it."""
    items = [sample(kind, "mla") for kind in ("speech", "decision", "resolution")]
    first = [one.text[:12] for one in format_bibliography(items, "mla")]
    assert first == ["“Decision on", "United Natio", "van der Stoe"]
