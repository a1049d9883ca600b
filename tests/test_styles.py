"""The first two styles of this project: valid, usable elsewhere, and complete for every kind of document."""

from __future__ import annotations

import re
from typing import Any

import pytest
from citeproc import SCHEMA_PATH
from lxml import etree

from peacekeeping_bib.formatting import format_bibliography, format_citation, styles

NAMES = ["apa", "un"]
CSL = "{http://purl.org/net/xbiblio/csl}"


def date(*parts: int) -> dict[str, Any]:
    return {"date-parts": [list(parts)]}


#: One invented document of each kind with what every style must show of it: body, title, symbol, date.
KINDS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "resolution": (
        {
            "type": "report",
            "author": [{"literal": "Council of Lakes"}],
            "title": "Resolution 12 (1999)",
            "genre": "UN Doc.",
            "number": "X/RES/12 (1999)",
            "authority": "Council of Lakes",
            "issued": date(1999, 6, 10),
        },
        ("Council of Lakes", "Resolution 12 (1999)", "X/RES/12 (1999)", "1999", "10", "June"),
    ),
    "report with a double symbol": (
        {
            "type": "report",
            "author": [{"literal": "Panel on Lakes"}],
            "title": "Report of the Panel",
            "genre": "UN Doc.",
            "number": "A/55/1-X/2000/2",
            "authority": "Panel on Lakes",
            "issued": date(2000, 8, 21),
        },
        ("Panel on Lakes", "Report of the Panel", "A/55/1-X/2000/2", "2000", "21", "August"),
    ),
    "communiqué": (
        {
            "type": "report",
            "author": [{"literal": "Lake Council"}],
            "title": "Final Communiqué",
            "genre": "Press Release",
            "number": "(2012) 062",
            "event-title": "Ministerial meeting",
            "event-place": "Oslo",
            "issued": date(2012, 5, 20),
        },
        (
            "Lake Council",
            "Final Communiqué",
            "Press Release (2012) 062",
            "Ministerial meeting",
            "Oslo",
            "2012",
            "20",
        ),
    ),
    "parliamentary report": (
        {
            "type": "report",
            "author": [{"literal": "Defence Committee"}],
            "title": "Lessons",
            "genre": "HC",
            "number": "347",
            "authority": "House of Lakes",
            "issued": date(2000, 10, 23),
        },
        ("Defence Committee", "Lessons", "HC 347", "2000", "23"),
    ),
    "treaty": (
        {
            "type": "treaty",
            "title": "Treaty of the Lakes",
            "container-title": "Lake Treaty Series",
            "container-title-short": "LTS",
            "volume": "34",
            "page": "243",
            "issued": date(1949, 4, 4),
        },
        ("Treaty of the Lakes", "34", "243", "1949", "4", "April"),
    ),
    "speech": (
        {
            "type": "speech",
            "author": [{"family": "Roe", "given": "Ann"}],
            "title": "On lakes",
            "event-title": "Lake Forum",
            "event-place": "Tokyo",
            "issued": date(1997, 10, 15),
        },
        ("Roe", "On lakes", "Lake Forum", "Tokyo", "1997", "15", "October"),
    ),
    "article": (
        {
            "type": "article-journal",
            "author": [{"family": "Roe", "given": "Ann"}],
            "title": "Lakes",
            "volume": "92",
            "container-title": "Lake Review",
            "issue": "4",
            "page": "28-31",
            "issued": date(2008, 9),
        },
        ("Roe", "Lakes", "Lake Review", "92", "4", "28–31", "2008"),
    ),
    "book": (
        {
            "type": "book",
            "author": [{"family": "Roe", "given": "Ann"}],
            "title": "Deep Lakes",
            "publisher": "Lake Press",
            "edition": "2",
            "issued": date(2005),
        },
        ("Roe", "Deep Lakes", "2nd ed.", "Lake Press", "2005"),
    ),
    "chapter": (
        {
            "type": "chapter",
            "author": [{"family": "Roe", "given": "Ann"}],
            "editor": [{"family": "Doe", "given": "Ben"}],
            "title": "Shores",
            "container-title": "Deep Lakes",
            "page": "1-9",
            "publisher": "Lake Press",
            "issued": date(2005),
        },
        ("Roe", "Doe", "Shores", "Deep Lakes", "1–9", "Lake Press", "2005"),
    ),
    "web page": (
        {
            "type": "webpage",
            "title": "Lakes today",
            "container-title": "Lake Site",
            "URL": "https://example.org/lakes",
            "accessed": date(2024, 2, 3),
        },
        ("Lakes today", "Lake Site", "https://example.org/lakes", "2024", "n.d."),
    ),
    "act": (
        {
            "type": "legislation",
            "title": "Joint Action 2003/92",
            "container-title": "Official Journal",
            "volume": "L 34",
            "page": "26",
            "issued": date(2003, 1, 27),
        },
        ("Joint Action 2003/92", "Official Journal", "L 34", "26", "2003", "27"),
    ),
    "thesis": (
        {
            "type": "thesis",
            "author": [{"family": "Roe", "given": "Ann"}],
            "title": "Whither lakes",
            "genre": "PhD thesis",
            "publisher": "Lake University",
            "issued": date(1993),
        },
        ("Roe", "Whither lakes", "PhD thesis", "Lake University", "1993"),
    ),
}


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def root(name: str) -> Any:
    return etree.parse(str(styles.find(name))).getroot()


def test_these_are_the_styles() -> None:
    assert set(NAMES) <= set(styles.names())


def test_valid_csl_1_0_2(name: str) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA_PATH))
    assert schema.validate(root(name)), schema.error_log


def test_information_about_the_style(name: str) -> None:
    info = root(name).find(f"{CSL}info")
    assert info.findtext(f"{CSL}id") == f"peacekeeping-bib-{name}"
    assert "creativecommons.org/publicdomain/zero/1.0" in info.find(f"{CSL}rights").get("license")
    assert not info.findall(f"{CSL}link")
    languages = {
        locale.get("{http://www.w3.org/XML/1998/namespace}lang") for locale in root(name).iter(f"{CSL}locale")
    }
    assert {"en", "fr"} <= languages


def test_every_macro_is_used(name: str) -> None:
    defined = {macro.get("name") for macro in root(name).iter(f"{CSL}macro")}
    assert defined == {element.get("macro") for element in root(name).iter() if element.get("macro")}


@pytest.mark.parametrize("kind", KINDS)
def test_entry_shows_what_identifies_the_document(name: str, kind: str) -> None:
    item, facts = KINDS[kind]
    text = format_bibliography([{"id": "a", **item}], name)[0].text
    missing = [fact for fact in facts if not re.search(rf"(?<!\w){re.escape(fact)}(?!\w)", text)]
    assert not missing, text
    assert not re.search(r"\.\.|,,|  |\(\)|\[\]| [.,;:]", text), text


@pytest.mark.parametrize("kind", KINDS)
def test_footnote_shows_the_same(kind: str) -> None:
    item, facts = KINDS[kind]
    text = format_citation([{"id": "a", **item}], "un", "para. 5")
    missing = [
        fact for fact in facts if fact != "n.d." and not re.search(rf"(?<!\w){re.escape(fact)}(?!\w)", text)
    ]
    assert not missing, text
    assert ", para. 5" in text
    assert text.endswith(".")


@pytest.mark.parametrize(("locale", "day"), [("fr-FR", "10 juin"), ("de-DE", "10. Juni")])
def test_dates_in_other_languages(name: str, locale: str, day: str) -> None:
    text = format_bibliography([{"id": "a", **KINDS["resolution"][0]}], name, locale)[0].text
    assert day in text.replace("\u00a0", " ")


def test_united_nations_form() -> None:
    treaty = {"type": "treaty", "title": "Treaty of the Lakes", "issued": date(1968, 7, 1)}
    registered = {"id": "a", **treaty, "volume": "729", "number": "10485"}
    assert format_citation([registered], "un") == (
        "Treaty of the Lakes, 1 July 1968, United Nations, Treaty Series, vol. 729, No. 10485."
    )
    resolution = {"id": "a", **KINDS["resolution"][0]}
    assert format_citation([{**resolution, "division": "descriptive title"}], "un", "para. 5") == (
        "Council of Lakes, Resolution 12 (1999), 10 June 1999 (X/RES/12 (1999)), para. 5."
    )
    assert "“Resolution 12 (1999)”" in format_citation([resolution], "un")


def test_meeting_without_a_place_is_left_out(name: str) -> None:
    item = {"id": "a", **KINDS["resolution"][0], "event-title": "4th meeting"}
    texts = [format_bibliography([item], name)[0].text, format_citation([item], name)]
    assert not any("4th meeting" in text for text in texts)
    assert "4th meeting, Oslo" in format_bibliography([{**item, "event-place": "Oslo"}], name)[0].text


def test_apa_form() -> None:
    resolution = {
        "id": "a",
        **KINDS["resolution"][0],
        "publisher": "Lake League",
        "URL": "https://example.org/r",
    }
    assert format_bibliography([resolution], "apa")[0].text == (
        "Council of Lakes. (1999, June 10). Resolution 12 (1999) (UN Doc. X/RES/12 (1999)). Lake League. "
        "https://example.org/r"
    )
    assert format_citation([resolution], "apa", "para. 5") == "(Council of Lakes, 1999, para. 5)"
    treaty = {"id": "a", **KINDS["treaty"][0], "URL": "https://example.org/t"}
    assert format_bibliography([treaty], "apa")[0].text == (
        "Treaty of the Lakes, April 4, 1949, 34 LTS 243, https://example.org/t."
    )
