"""The legal styles: valid, complete for every kind of document, and worded as their guides have it.

The notes of `fixtures/legal_notes.json` were worked out by hand from the rule that stands beside them, not
copied from what the styles print. Where the rules are taught is said in the styles.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import exported
import pytest
from citeproc import SCHEMA_PATH
from csl_facts import faults
from lxml import etree

import peacekeeping_bib as pkb
from peacekeeping_bib import csl
from peacekeeping_bib.csl import legal, legal_guides
from peacekeeping_bib.formatting import format_bibliography, format_citation, styles
from peacekeeping_bib.formatting.citations import Cite, format_citations
from peacekeeping_bib.formatting.locators import LABELS
from peacekeeping_bib.record import Contributor, DocumentSymbol, Name, Parliament, Record

FIXTURES: Final = Path(__file__).parent / "fixtures"
STYLES: Final = ("aglc", "bluebook", "mcgill", "oscola")
NAMESPACE: Final = "{http://purl.org/net/xbiblio/csl}"
LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
#: Bluebook, table T12.
SHORT_MONTHS: Final = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip

Item = dict[str, Any]
#: A text that every style prints, or by style; a style that is not named does not print it.
Fact = str | Mapping[str, str]


@pytest.fixture(params=STYLES)
def style(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def root(style: str) -> Any:
    return etree.parse(str(styles.find(style))).getroot()


def entry(record: Record, style: str, locale: str = "en-US") -> str:
    language = "en" if locale == "en-US" else locale
    return format_bibliography([csl.item(record, language, style=style)], style, locale)[0].text


def note(record: Record, style: str, locator: str | None = None, locale: str = "en-US") -> str:
    return format_citation([csl.item(record, "en", style=style)], style, locator, locale)


def sample(identifier: str, **changes: Any) -> Record:
    return dataclasses.replace(exported.record(identifier), **changes)


def symbol(value: str, scheme: str = "un") -> tuple[DocumentSymbol, ...]:
    return (DocumentSymbol(scheme, value),)


def test_valid_csl_1_0_2(style: str) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA_PATH))
    assert schema.validate(root(style)), schema.error_log


def test_information_about_the_style(style: str) -> None:
    info = root(style).find(f"{NAMESPACE}info")
    assert info.findtext(f"{NAMESPACE}id") == f"peacekeeping-bib-{style}"
    assert "creativecommons.org/publicdomain/zero/1.0" in info.find(f"{NAMESPACE}rights").get("license")
    assert root(style).get("class") == "note"
    assert not info.findall(f"{NAMESPACE}link")


def test_every_macro_is_used_and_defined(style: str) -> None:
    elements = [element for element in root(style).iter() if isinstance(element.tag, str)]
    defined = [element.get("name") for element in elements if element.tag == f"{NAMESPACE}macro"]
    assert len(defined) == len(set(defined))
    assert set(defined) == {element.get("macro") for element in elements if element.get("macro")}


def test_words_without_a_term_exist_in_every_language(style: str) -> None:
    """Words that CSL has no terms for are borrowed terms: no language may fall back on what these mean."""
    borrowed = {
        "oscola": ("available at", "on", "original-work-published", "presented at", "compiler"),
        "aglc": ("available at", "on", "original-work-published", "presented at", "compiler"),
        "bluebook": ("original-work-published", "presented at", "compiler"),
        "mcgill": ("available at", "presented at", "compiler"),
    }
    for term in borrowed[style]:
        languages = {
            locale.get(LANG)
            for locale in root(style).iter(f"{NAMESPACE}locale")
            if any(found.get("name") == term for found in locale.iter(f"{NAMESPACE}term"))
        }
        assert languages == {None, "de", "es", "fr", "ru"}


@pytest.mark.parametrize("language", ["en", "fr-FR", "ru"])
@pytest.mark.parametrize("record", exported.records(), ids=lambda record: record.id)
def test_item_stays_valid_csl_json(style: str, record: Record, language: str) -> None:
    assert list(faults(csl.item(record, language, style=style))) == []


class Facts(NamedTuple):
    """What identifies a document.

    Attributes:
        body: Who issued it; a treaty has none.
        title: Its title, where the guides print one.
        number: Document symbol, number or place in a series.
        day: Year, month and day, as far as known and printed.
        more: Place of a meeting, event, session, rapporteur, host.
    """

    body: Fact
    title: Fact
    number: Fact
    day: tuple[int, ...]
    more: tuple[Fact, ...] = ()


def un_doc(symbol: str) -> Fact:
    return {style: f"U.N. Doc. {symbol}" if style == "bluebook" else f"UN Doc {symbol}" for style in STYLES}


def doc(acronym: str, number: str) -> Fact:
    return {style: f"{acronym} Doc{'.' * (style == 'bluebook')} {number}" for style in STYLES}


NATO: Final = "North Atlantic Treaty Organization"
CIS: Final = "Council of Heads of State of the Commonwealth of Independent States"
SECRETARY: Final = {
    "oscola": "UNSG", "bluebook": "U.N. Secretary-General", "aglc": "Secretary-General",
    "mcgill": "UN Secretary-General",
}  # fmt: skip
#: AGLC 9.2.1: no author where it is a principal organ.
COUNCIL: Final = {"oscola": "UNSC", "bluebook": "U.N. Security Council", "mcgill": "UNSC"}
PARTIES: Final = {
    "bluebook": "Kingdom of Exland-Commonwealth of Independent States",
    "aglc": "Kingdom of Exland–Commonwealth of Independent States",
    "mcgill": "Kingdom of Exland and Commonwealth of Independent States",
}
COMMITTEE: Final = {
    "oscola": "Defence Committee",
    "aglc": "Defence Committee, House of Commons",
    "bluebook": "House of Commons, Defence Committee",
    "mcgill": "House of Commons, Defence Committee",
}
#: Every sample record with what its entry must show, after the guides. "" is nothing to show.
KINDS: Final[Mapping[str, Facts]] = {
    "agreement": Facts(PARTIES, "Agreement on the Principles for a Settlement", "", (1992, 6, 24)),
    "article": Facts(
        "Müller-Lüdenscheidt",
        "Empowering the United Nations",
        {"oscola": "71(5)", "aglc": "71(5)", "mcgill": "71:5", "bluebook": "71 Foreign Affairs & Review 89"},
        (1992,),
        ("Éxample", "Foreign Affairs & Review 89"),
    ),
    "book": Facts(
        {
            "oscola": "United Nations",
            "aglc": "United Nations",
            "mcgill": "United Nations",
            "bluebook": "U.N.",
        },
        "The Blue Helmets: A Review of United Nations Peace-keeping",
        {"oscola": "3rd edn", "aglc": "3rd ed", "mcgill": "3rd ed", "bluebook": "3d ed."},
        (1996,),
    ),
    "chapter": Facts(
        "Weiss",
        "The Guns of Exland",
        {"aglc": "191", "mcgill": "191", "bluebook": "191"},  # OSCOLA gives no pages of a chapter
        (1996,),
        ("Donald Dàniel", "Bradd van Hayes", "The New World of UN Peacekeeping"),
    ),
    "charter": Facts("", "Charter of the Organization of Examples", "Chapter VII", (1945, 6, 26)),
    "communique": Facts(
        "North Atlantic Council",
        "Final Communiqué of the Ministerial Meeting",
        "Press Release M-NAC-1(92)951",
        (1992, 6, 4),
        ("Oslo",),
    ),
    "concept": Facts(NATO, "Concept for Éxample Operations", doc("NATO", "MC 9327"), (1993,), ("Dec",)),
    "decision": Facts(
        "Organization for Security and Co-operation in Europe",
        "Decision on the {Exland} Mission",
        doc("OSCE", "PC.DEC/9263"),
        (1998, 10, 25),
    ),
    "decision-eu": Facts(
        "Council",
        "2003/992/CFSP",
        {
            "oscola": "[2003] OJ L934/26",
            "aglc": "[2003] OJ L 934/26",
            "mcgill": "[2003] OJ, L 934/26",
            "bluebook": "2003 O.J. (L 934) 26",
        },
        (2003,),
    ),
    "declaration": Facts(
        "Heads of State and Government",
        "Strategic Concept",
        "Press Release NAC-S(99)965",
        (1999, 4, 24),
        (
            {
                "bluebook": "Washington, D.C.",
                "oscola": "Washington DC",
                "aglc": "Washington DC",
                "mcgill": "Washington DC",
            },
        ),
    ),
    "directive": Facts(
        "Ministry of Defence", "U.S. Policy", "Presidential Decision Directive PDD/NSC-925", (1994, 5, 3)
    ),
    "doctrine": Facts(
        NATO,
        "Peace Support Operations",
        "Allied Joint Publication AJP-93.4.1",
        (2001,),
        ("July", "Edition A"),
    ),
    "doctrine-stanag": Facts(NATO, "NATO Glossary of Examples", "STANAG 93680", (1998,), ("5th",)),
    "final-document": Facts(
        "Organization for Security and Co-operation in Europe",
        "CSCE Example Document 1992: The Challenges of Change",
        "",
        (1992, 7, 10),
        ("Helsinki",),
    ),
    "hearing": Facts(
        "Defence Committee",
        "Evidence on Exland",
        {
            "oscola": "HC 1998–99, 9390-ii",
            "aglc": "House of Commons Paper No 9390-ii",
            "mcgill": "HC 9390-ii",
            "bluebook": "HC 9390-ii",
        },
        (),  # numbered by session
        ("1998–99",),
    ),
    "hearing-us": Facts(
        "Senate Committee on Example Relations",
        "Hearing on Example Operations",
        "S. Hrg. 9103-999",
        (1994, 5, 5),
    ),
    "interview": Facts(
        "Rose", "Interview with the Force Commander", "Peace Review 3", (1994,), ("Seán Ó Éxample",)
    ),
    "letter": Facts(SECRETARY, "Letter dated 5 May 1993", un_doc("A/48/9170-S/95722"), (1993, 5, 5)),
    "meeting-record": Facts(
        {
            "oscola": "UNSC Verbatim Record",
            "bluebook": "U.N. SCOR, 54th Year, 9011th mtg.",
            "aglc": "UN SCOR, 54th year, 9011th mtg",
            "mcgill": "UNSCOR, 54th Year, 9011th Mtg",
        },
        "",
        un_doc("S/PV.9011"),
        (1999,),
    ),
    "memorandum": Facts(CIS, "Memorandum on the Maintenance of Peace", doc("CIS", "CIS/95/1"), (1995, 2, 10)),
    "memorandum-signed": Facts("", "Memorandum of Understanding on KFOR_2", "", (1999, 9, 21)),
    "parliamentary-report": Facts(
        COMMITTEE,
        "Lessons of Exland",
        {
            "oscola": "HC 1999–2000, 9347-I",
            "aglc": "House of Commons Paper No 9347-I",
            "mcgill": "HC 9347-I",
            "bluebook": "HC 9347-I",
        },
        (),  # numbered by session
        ("1999–2000", "Rapporteur Anne O’Neill-Éxample"),
    ),
    "parliamentary-resolution": Facts(
        "House of Commons, Exland", "Resolution on Peace Support", "9283", (1999, 11, 16)
    ),
    "presidential-statement": Facts(
        COUNCIL, "Statement by the President of the Security Council", un_doc("S/PRST/9244"), (1992, 10, 29)
    ),
    "press-conference": Facts(
        "Smith", "Press Conference on IFOR", "Press conference", (1996, 1, 15), ("Spokesman",)
    ),
    "press-release": Facts(
        {name: text for name, text in SECRETARY.items() if name != "aglc"},
        "Secretary-General Appoints",
        "Press Release SG/SM/97311",
        (2000, 3, 7),
    ),
    "report": Facts(
        {
            "oscola": "UNGA and UNSC",
            "bluebook": "U.N. General Assembly & U.N. Security Council",
            "mcgill": "UNGA & UNSC",
        },
        "An Agenda for Exland: Preventive diplomacy",
        un_doc("A/47/9277-S/92111"),
        (1992, 6, 17),
    ),
    "resolution": Facts(
        {
            "oscola": "UNSC Res 9244",
            "bluebook": "S.C. Res. 9244",
            "aglc": "SC Res 9244",
            "mcgill": "SC Res 9244",
        },
        "",
        un_doc("S/RES/9244"),
        (1999, 6, 10),
    ),
    "speech": Facts(
        "van der Stoel",
        "The Future of UN_Peacekeeping",
        un_doc("S/PV.8218"),
        (1992, 10, 21),
        ("Seminar on", "The Hague", {"bluebook": "High Commissioner, OSCE"}),
    ),
    "statement": Facts(CIS, "Statement of the Heads of State", "", (1996, 1, 19)),
    "statement-spoken": Facts(
        "Solana Éxample", "Statement on Exland <draft>", "Press Release (1999) 940", (1999, 3, 23)
    ),
    "study": Facts(
        "de Éxample",
        "and Peace",
        "Chaillot Paper 927",
        (1997,),
        ("May", "Working Group B", "Institute Press"),
    ),
    "thesis": Facts(
        "Примаков", "Russian Peace-keeping, 199X", "Thesis", (1990,), ("University of Examples",)
    ),
    "treaty": Facts(
        "",
        "North Example Treaty",
        {
            "bluebook": "934 U.N.T.S. 243",
            "oscola": "934 UNTS 243",
            "aglc": "934 UNTS 243",
            "mcgill": "934 UNTS 243",
        },
        (1949, 4, 4),
        ({name: "entered into force 24 August 1949" for name in STYLES if name != "bluebook"},),
    ),
    "treaty-annexed": Facts(
        "", "General Framework Agreement for Peace in Exland", un_doc("A/50/9790-S/1995/9999"), (1995, 12, 14)
    ),
    "web-page": Facts(NATO, "What Is PfP? A_Guide", "https://documents.example/pfp/", (2001, 2, 12)),
    "working-paper": Facts("Ivanov", "Peacekeeping in the CIS", "Working paper WP_12", (1996,), ("1997",)),
}


def test_every_kind_has_facts() -> None:
    assert set(KINDS) == {record.id for record in exported.records()}


def expected(identifier: str, style: str) -> Iterator[str]:
    """Yield the texts that an entry must hold."""
    facts = KINDS[identifier]
    for fact in (facts.body, facts.title, facts.number, *facts.more):
        yield fact if isinstance(fact, str) else fact.get(style, "")
    if style == "mcgill" and isinstance(facts.number, Mapping) and facts.number[style].startswith("UN Doc"):
        # McGill: a document with a symbol shows its year; treaties and speeches show the day.
        whole = identifier in ("speech", "treaty-annexed")
    else:
        whole = True
    if facts.day:
        yield day(style, *facts.day) if whole else f"({facts.day[0]})"


def day(style: str, year: int, month: int = 0, day: int = 0) -> str:
    if not month:
        return str(year)
    if style == "bluebook":
        return f"{SHORT_MONTHS[month - 1]} {day}, {year}"
    return f"{day} {MONTHS[month - 1]} {year}"


def assert_well_formed(text: str) -> None:
    """No punctuation doubled, stranded or left by an empty part, no word of CSL or of Python."""
    assert not re.search(r"\.\.(?!\.)|,,|,\.| {2}|\(\)|\[\]|\( | [.,;:)]|\(,|None|\\-", text), text


@pytest.mark.parametrize("kind", KINDS)
def test_entry_shows_what_identifies_the_document(style: str, kind: str) -> None:
    text = entry(exported.record(kind), style)
    missing = [fact for fact in expected(kind, style) if fact not in text]
    assert not missing, text
    assert_well_formed(text)
    assert text.endswith(".") == (style in ("bluebook", "mcgill"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("locator", [None, "para. 5", "p. 12", "art. 42"])
def test_note_shows_the_same(style: str, kind: str, locator: str | None) -> None:
    text = note(exported.record(kind), style, locator)
    missing = [fact for fact in expected(kind, style) if fact not in text]
    assert not missing, text
    assert_well_formed(text)
    assert text.endswith(".")
    assert not locator or re.search(rf"\b{locator.split()[1]}\b", text)


#: Notes worked out by hand, by style: the rule, the record, the locator and the text.
NOTES: Final[dict[str, list[dict[str, str]]]] = json.loads((FIXTURES / "legal_notes.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "row"),
    [(name, row) for name, rows in NOTES.items() for row in rows],
    ids=[f"{name}-{row['record']}" for name, rows in NOTES.items() for row in rows],
)
def test_real_document_as_the_guide_has_it(name: str, row: dict[str, str]) -> None:
    assert pkb.cite(pkb.get(row["record"]), name, row["locator"] or None) == row["note"], row["rule"]


def test_ten_real_documents_or_more_of_each_style() -> None:
    assert set(NOTES) == set(STYLES)
    assert all(len({row["record"] for row in rows}) >= 10 for rows in NOTES.values())


CHAPTERS: Final = {
    # OSCOLA 1.7: surname and initials without a comma between; no full stop.
    "oscola": "Weiss TG, ‘The Guns of Exland’ in Donald Dàniel and Bradd van Hayes (eds), "
    "The New World of UN Peacekeeping (Macmillan Example 1996)",
    # AGLC: surname, given name; no full stop.
    "aglc": "Weiss, Thomas G, ‘The Guns of Exland’ in Donald Dàniel and Bradd van Hayes (eds), "
    "The New World of UN Peacekeeping (Macmillan Example, 1996) 191",
    # Bluebook, rule 15: "in", first page, editors and year in brackets.
    "bluebook": "Weiss, Thomas G., The Guns of Exland, in The New World of UN Peacekeeping 191 "
    "(Donald Dàniel & Bradd van Hayes eds., 1996).",
    # McGill: surname, given name; editors before the book, place and publisher.
    "mcgill": "Weiss, Thomas G, “The Guns of Exland” in Donald Dàniel & Bradd van Hayes, eds, "
    "The New World of UN Peacekeeping (London: Macmillan Example, 1996) 191.",
}


def test_chapter_in_the_bibliography(style: str) -> None:
    assert entry(exported.record("chapter"), style) == CHAPTERS[style]


def test_bibliography_of_real_records(style: str) -> None:
    records = [pkb.get(row["record"]) for row in NOTES[style]]
    lines = pkb.bibliography(records, style).strip().splitlines()
    assert len([line for line in lines if line]) == len(records)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("oscola", ["ibid.", "UNSC Res 9244 (n 1) para 7."]),
        ("aglc", ["Ibid.", "SC Res 9244 (n 1) para 7."]),
        ("bluebook", ["Id.", "S.C. Res. 9244, supra note 1, ¶ 7."]),
        ("mcgill", ["Ibid.", "SC Res 9244, UNSCOR, 54th Year, supra note 1 at para 7."]),
    ],
)
def test_back_references(name: str, short: list[str]) -> None:
    items = [csl.item(exported.record(kind), style=name) for kind in ("resolution", "treaty")]
    clusters = [[Cite("resolution")], [Cite("resolution")], [Cite("treaty")], [Cite("resolution", "para. 7")]]
    found = format_citations(items, clusters, name)
    assert [found[1], found[3]] == short


FROZEN: Final[dict[str, dict[str, dict[str, list[str]]]]] = json.loads(
    (FIXTURES / "citeproc_js_legal" / "expected.json").read_text("utf-8")
)
#: Records with straight quotation marks in a name or an event, which citeproc-js turns into curly ones.
STRAIGHT_QUOTES: Final = ("directive", "speech")


def words(text: str) -> str:
    return re.sub(r"[\"'“”‘’«»„‚.,\s]", "", text)


@pytest.mark.parametrize("locale", ["en-US", "fr-FR", "de-DE", "es-ES", "ru-RU"])
def test_equal_to_citeproc_js(style: str, locale: str) -> None:
    expected = FROZEN[style][locale]
    items = {record.id: csl.item(record, locale, style=style) for record in exported.records()}
    entries = {one.id: one.text for one in format_bibliography(items.values(), style, locale)}
    assert entries.keys() == expected.keys()
    for key, (printed, cited, label, value, located) in expected.items():
        same = words if key in STRAIGHT_QUOTES else str
        assert same(entries[key]) == same(printed)
        assert same(format_citation([items[key]], style, locale=locale)) == same(cited)
        locator = f"{LABELS[label][0]} {value}"
        assert same(format_citation([items[key]], style, locator, locale)) == same(located)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("fr-FR", "signature le 4 avril 1949, entrée en vigueur le 24 août 1949"),
        ("de-DE", "unterzeichnet am 4. April 1949, in Kraft getreten am 24. August 1949"),
        ("es-ES", "firma el 4 de abril de 1949, entrada en vigor el 24 de agosto de 1949"),
        ("it-IT", "signed 4 aprile 1949, entered into force 24 agosto 1949"),
    ],
)
def test_dates_of_a_treaty_in_other_languages(locale: str, text: str) -> None:
    assert text in entry(exported.record("treaty"), "oscola", locale)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("A/RES/49/57", "GA Res 49/57, UNGAOR, 49th Sess"),
        ("A/RES/47/120 A", "GA Res 47/120 A, UNGAOR, 47th Sess"),
        ("A/RES/2053 A (XX)", "GA Res 2053 A (XX), UNGAOR, 20th Sess"),
        ("A/RES/2576(XXIV)", "GA Res 2576 (XXIV), UNGAOR, 24th Sess"),
        ("A/RES/998(ES-I)", "GA Res 998 (ES-I), UNGAOR, 1st Emergency Special Sess"),
        ("A/RES/1874(S-IV)", "GA Res 1874 (S-IV), UNGAOR, 4th Special Sess"),
        ("A/RES/ES-10/14", "GA Res ES-10/14, UNGAOR, 10th Emergency Special Sess"),
        ("S/RES/9244 (1999)", "SC Res 9244, UNSCOR, 54th Year"),
        ("S/RES/9244(1999)", "SC Res 9244, UNSCOR, 54th Year"),
    ],
)
def test_resolution_and_session_come_from_the_symbol(value: str, text: str) -> None:
    item = csl.item(sample("resolution", symbols=symbol(value)), style="mcgill")
    assert item["references"] == text
    assert item["number"] == re.sub(r" ?\(\d{4}\)", "", value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("S/PV.9011", "UN SCOR, 54th year, 9011th mtg"),
        ("S/PV.9011 (Resumption 1)", "UN SCOR, 54th year, 9011th mtg"),
        ("A/56/PV.1", "UN GAOR, 56th sess, 1st plen mtg"),
        ("A/ES-10/PV.3", "UN GAOR, 10th Emergency Special sess, 3rd plen mtg"),
        ("S/AC.3/SR.2", None),
    ],
)
def test_meeting_comes_from_the_symbol(value: str, text: str | None) -> None:
    item = csl.item(sample("meeting-record", symbols=symbol(value)), style="aglc")
    assert item.get("references") == text


def test_resolution_with_an_impossible_session_has_none() -> None:
    item = csl.item(sample("resolution", symbols=symbol("A/RES/12(VIIII)")), style="mcgill")
    assert item["references"] == "GA Res 12 (VIIII)"


@pytest.mark.parametrize(
    ("name", "order"),
    [
        # S.C. Res., U.N. SCOR, U.N. Secretary-General, U.N. Security Council
        ("bluebook", ["resolution", "meeting-record", "letter", "presidential-statement"]),
        # SC Res, Secretary-General, Statement by the President, UN SCOR
        ("aglc", ["resolution", "letter", "presidential-statement", "meeting-record"]),
        # SC Res, UN Secretary-General, UNSC, UNSCOR
        ("mcgill", ["resolution", "letter", "presidential-statement", "meeting-record"]),
        # UNSC, UNSC Res, UNSC Verbatim Record, UNSG
        ("oscola", ["presidential-statement", "resolution", "meeting-record", "letter"]),
    ],
)
def test_bibliography_is_sorted_by_what_is_printed(name: str, order: list[str]) -> None:
    items = [csl.item(exported.record(kind), style=name) for kind in sorted(order)]
    assert [one.id for one in format_bibliography(items, name)] == order


def test_resolutions_of_an_organ_are_sorted_by_date(style: str) -> None:
    """As text, resolution 161 would follow resolution 1244."""
    records = [pkb.get("unsc-res-1244-1999"), pkb.get("unsc-res-161-1961")]
    items = [csl.item(record, style=style) for record in records]
    assert [one.id for one in format_bibliography(items, style)] == [record.id for record in records[::-1]]


def test_publisher_only_where_the_record_states_one(style: str) -> None:
    statement = exported.record("statement")
    assert entry(statement, style).count("Commonwealth of Independent States") == 1
    assert "Lake Press" in entry(dataclasses.replace(statement, publisher="Lake Press"), style)


def test_title_that_names_a_party_makes_parties_needless() -> None:
    agreement = exported.record("agreement")
    assert legal.treaty(legal_guides.AGLC, agreement)["jurisdiction"].startswith("Kingdom of Exland–")
    named = dataclasses.replace(agreement, title={"en": "Agreement with the Kingdom of Exland"})
    assert "jurisdiction" not in legal.treaty(legal_guides.AGLC, named)
    assert "jurisdiction" not in legal.treaty(legal_guides.OSCOLA, agreement)


def test_assembly_of_western_european_union() -> None:
    """A parliament that does not number by session: session and place stand where a meeting's place does."""
    report = sample(
        "parliamentary-report",
        symbols=symbol("Document 1389", "weu"),
        parliament=Parliament(
            name="Assembly of WEU", committee="Political Committee", session="39th Session"
        ),
        contributors=(Contributor(Name("Soell", "Hartmut"), "rapporteur"),),
        place="Paris",
    )
    assert note(report, "oscola") == (
        "Political Committee, ‘Lessons of Exland’ (Rapporteur Hartmut Soell) "
        "(39th Session, Paris, 23 October 2000) Document 1389."
    )


def test_treaty_from_elsewhere_shows_its_date_without_a_word(style: str) -> None:
    """An item of Zotero knows one date and not what it means."""
    item = {"id": "a", "type": "treaty", "title": "Treaty", "issued": {"date-parts": [[1949, 4, 4]]}}
    text = format_bibliography([item], style)[0].text
    assert re.fullmatch(r"Treaty(, (April 4|Apr\. 4|4 April),? 1949| \(4 April 1949\))\.?", text), text


def test_styles_that_are_not_legal_keep_the_plain_item() -> None:
    record = exported.record("resolution")
    assert csl.item(record, style="apa") == csl.item(record)


def test_a_number_of_the_united_nations_that_is_no_symbol_is_no_un_document(style: str) -> None:
    report = sample("report", symbols=symbol("Ref. 2016.24", "other"))
    printed = entry(report, style)
    assert "Ref. 2016.24" in printed
    assert not re.search(r"U\.?N\.? Doc\.? Ref", printed)
