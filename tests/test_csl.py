from __future__ import annotations

import dataclasses
import json
from typing import Any

import exported
import pytest
from csl_facts import faults

from peacekeeping_bib import csl
from peacekeeping_bib.csl import kinds
from peacekeeping_bib.errors import InvalidRecord
from peacekeeping_bib.paths import data_folder
from peacekeeping_bib.record import DocumentSymbol, Link, Record


def item(identifier: str, language: str = "en", **options: bool) -> dict[str, Any]:
    return csl.item(exported.record(identifier), language, **options)


def with_symbols(identifier: str, *symbols: tuple[str, str]) -> Record:
    changed = tuple(DocumentSymbol(scheme, value) for scheme, value in symbols)
    return dataclasses.replace(exported.record(identifier), symbols=changed)


def test_every_kind_of_the_schema_has_a_row_and_a_sample() -> None:
    with open(f"{data_folder('schemas')}/record.schema.json", encoding="utf-8") as file:
        in_schema = set(json.load(file)["properties"]["kind"]["enum"])
    assert set(kinds.KINDS) == in_schema == {record.kind for record in exported.records()}
    assert set(kinds.VARIANTS) <= in_schema


@pytest.mark.parametrize("language", ["en", "fr-FR", "ru"])
@pytest.mark.parametrize("zotero", [False, True])
@pytest.mark.parametrize("record", exported.records(), ids=lambda record: record.id)
def test_item_is_valid_csl_json(record: Record, language: str, zotero: bool) -> None:
    found = csl.item(record, language, zotero=zotero)
    assert list(faults(found)) == []
    assert found == json.loads(json.dumps(found))


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("resolution", ("report", "UN Doc.", "S/RES/9244 (1999)")),
        ("report", ("report", "UN Doc.", "A/47/9277-S/92111")),
        ("meeting-record", ("report", "Verbatim record", "S/PV.9011")),
        ("press-release", ("report", "Press Release", "SG/SM/97311")),
        ("communique", ("report", "Press Release", "M-NAC-1(92)951")),
        ("final-document", ("report", "Final document", None)),
        ("decision", ("report", "Decision", "PC.DEC/9263")),
        ("decision-eu", ("legislation", None, None)),
        ("directive", ("report", "Presidential Decision Directive", "PDD/NSC-925")),
        ("doctrine", ("report", "Allied Joint Publication", "AJP-93.4.1")),
        ("doctrine-stanag", ("standard", "STANAG", "93680")),
        ("parliamentary-report", ("report", "HC", "9347-I")),
        ("parliamentary-resolution", ("report", "Resolution", "9283")),
        ("hearing", ("report", "HC", "9390-ii")),
        ("hearing-us", ("hearing", "Hearing", "S. Hrg. 9103-999")),
        ("treaty", ("treaty", None, None)),
        ("treaty-annexed", ("treaty", "UN Doc.", "A/50/9790-S/1995/9999")),
        ("memorandum", ("report", "Memorandum", "CIS/95/1")),
        ("memorandum-signed", ("treaty", None, None)),
        ("speech", ("speech", "Speech", "S/PV.8218")),
        ("statement", ("report", "Statement", None)),
        ("statement-spoken", ("speech", "Statement", "Press Release (1999) 940")),
        ("study", ("report", "Chaillot Paper", "927")),
        ("article", ("article-journal", None, None)),
        ("book", ("book", None, None)),
        ("web-page", ("webpage", None, None)),
    ],
)
def test_type_genre_and_number(identifier: str, expected: tuple[str, str | None, str | None]) -> None:
    found = item(identifier)
    assert (found["type"], found.get("genre"), found.get("number")) == expected


def test_double_symbol_is_joined_by_a_plain_hyphen_and_other_schemes_stay_out() -> None:
    record = with_symbols(
        "report", ("un", "A/1/2"), ("un", "S/3"), ("nato", "M-1"), ("isbn", "92-1-999999-4")
    )
    found = csl.item(record)
    assert (found["number"], found["ISBN"]) == ("A/1/2-S/3", "92-1-999999-4")
    assert found["custom"]["symbols"][2] == {"scheme": "nato", "value": "M-1"}


def test_numbers_of_another_system_are_listed() -> None:
    assert (
        csl.item(with_symbols("hearing", ("uk-hc", "HC 1-i"), ("uk-hc", "HC 1-ii")))["number"]
        == "1-i, HC 1-ii"
    )


def test_bodies_are_authors_and_their_organization_publishes() -> None:
    found = item("resolution", "fr-FR")
    assert found["author"] == [{"literal": "Conseil de sécurité des Nations Unies"}]
    assert found["authority"] == "Conseil de sécurité des Nations Unies"
    assert found["publisher"] == "Organisation des Nations Unies"
    assert found["title"] == "Résolution 9244 (1999)"
    assert found["language"] == "fr"


def test_publisher_is_not_the_author_again() -> None:
    assert "publisher" not in item("concept")


def test_a_state_publishes_nothing() -> None:
    assert item("parliamentary-report")["publisher"] == "House of Commons, Exland"


def test_people_are_authors_of_speeches_and_studies() -> None:
    speech = item("speech")
    assert speech["author"] == [
        {"family": "Stoel", "given": "Max", "non-dropping-particle": "van der", "suffix": "Jr."}
    ]
    assert speech["publisher"] == "North Atlantic Treaty Organization"
    study = item("study")
    assert study["author"][1] == {"literal": "Working Group B, Inner & Outer"}
    assert study["publisher"] == "Institute Press & Co."


def test_people_of_official_reports_are_contributors() -> None:
    report = item("parliamentary-report")
    assert report["author"] == [{"literal": "House of Commons, Defence Committee"}]
    assert report["contributor"] == [{"family": "O'Neill-Éxample", "given": "Anne"}]
    assert report["authority"] == "House of Commons"


def test_edited_book_without_authors_has_editors_only() -> None:
    chapter = exported.record("study")
    editors = tuple(person for person in chapter.contributors if person.role == "editor")
    found = csl.item(dataclasses.replace(chapter, contributors=editors))
    assert "author" not in found
    assert found["editor"] == [{"family": "Sand", "given": "Guido"}]


def test_treaty_has_no_author_and_stands_in_its_series() -> None:
    found = item("treaty")
    assert "author" not in found
    wanted = {
        "container-title": "United Nations Treaty Series",
        "container-title-short": "UNTS",
        "volume": "934",
        "page": "243",
        "issued": {"date-parts": [[1949, 4, 4]]},
    }
    assert {name: found[name] for name in wanted} == wanted
    assert found["custom"]["registration_number"] == "9541"
    assert found["custom"]["dates"]["in_force"] == "1949-08-24"


def test_treaty_was_signed_at_its_place_where_no_event_is_known() -> None:
    assert item("treaty")["event-place"] == "Washington, D.C."
    record = exported.record("treaty-annexed")
    nowhere = record.event._replace(place=None) if record.event else None
    assert csl.item(dataclasses.replace(record, event=nowhere))["event-place"] == "Paris"


def test_act_of_the_european_union_has_its_number_in_the_title_only() -> None:
    found = item("decision-eu")
    assert found["title"].endswith(", 2003/992/CFSP")
    assert (found["volume"], found["page"]) == ("L934", "26")


def test_act_whose_title_holds_the_number_keeps_it() -> None:
    record = dataclasses.replace(exported.record("decision-eu"), title={"en": "Joint Action 2003/992/CFSP"})
    assert csl.item(record)["title"] == "Joint Action 2003/992/CFSP"


def test_interval_has_both_ends() -> None:
    assert item("meeting-record")["issued"] == {"date-parts": [[1999, 6, 10], [1999, 6, 11]]}
    assert item("declaration")["event-date"] == {"date-parts": [[1999, 4, 23], [1999, 4, 24]]}


def test_original_title_stands_beside_the_translated() -> None:
    assert item("agreement")["original-title"].startswith("Соглашение")
    assert "original-title" not in item("agreement", "ru")


def test_custom_holds_what_csl_cannot() -> None:
    found = item("resolution")["custom"]
    record = exported.record("resolution")
    assert found["title"] == dict(record.title)
    assert found["event"]["meeting_record"] == "S/PV.9011"
    assert found["guide"] == [{"section": "A.IV.4.2", "phrase": "Resolution 9244"}]
    assert found["issuers"][0]["acronyms"] == {"en": "UNSC"}
    assert found["verification"] == "confirmed"
    assert "provenance" not in found


@pytest.mark.parametrize("record", exported.records(), ids=lambda record: record.id)
def test_no_text_of_the_record_is_lost(record: Record) -> None:
    """Every text of the record file, sources apart, stands somewhere in the item."""
    content = json.loads((exported.FOLDER / f"{record.id}.json").read_text("utf-8"))
    content.pop("provenance")
    written = set(_texts(csl.item(record)))
    missing = [text for text in _texts(content) if text not in written]
    assert missing == []


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


def test_zotero_lines_say_what_zotero_drops() -> None:
    assert "note" not in item("treaty")
    assert item("treaty", zotero=True)["note"].splitlines() == [
        "type: treaty",
        "authority: North Atlantic Treaty Organization",
        "container-title: United Nations Treaty Series",
        "container-title-short: UNTS",
        "volume: 934",
        "page: 243",
        "event-place: Washington, D.C.",
    ]
    assert "event-date: 1999-04-23/1999-04-24" in item("declaration", zotero=True)["note"]
    assert "note" not in item("letter", zotero=True)


def test_missing_body_is_an_error_with_its_place() -> None:
    record = dataclasses.replace(exported.record("concept"), issuers=("nato", "nowhere"))
    with pytest.raises(
        InvalidRecord, match=r"concept: /issuers/1: there is no authority record .* 'nowhere'"
    ):
        csl.item(record)


def test_language_is_the_asked_one_where_two_titles_are_alike() -> None:
    record = dataclasses.replace(
        exported.record("decision"), title={"fr": "Communication", "en": "Communication"}
    )
    assert csl.item(record, "en-US")["language"] == "en"
    assert csl.item(record, "fr")["language"] == "fr"


def test_the_address_is_of_the_document_in_the_language_and_official_before_a_copy():
    record = exported.record("report")

    def address(*links: Link, language: str = "en") -> str | None:
        url: str | None = csl.item(dataclasses.replace(record, links=links), language).get("URL")
        return url

    about, copy = Link("https://a.example/", "about", "en"), Link("https://b.example/", "copy", "en")
    official, french = (
        Link("https://c.example/", "official", "en"),
        Link("https://d.example/", "official", "fr"),
    )
    assert address(about, french, copy, official) == official.url
    assert address(french, copy) == copy.url
    assert address(copy, french, language="fr-FR") == french.url
    assert address(about) is None


def test_a_recommendation_of_an_assembly_keeps_the_word_that_its_number_begins_with():
    symbol = DocumentSymbol("other", "Recommendation 9376 (1998)")
    text = dataclasses.replace(exported.record("parliamentary-resolution"), symbols=(symbol,), event=None)
    assert csl.variables(text)["genre"] == "Recommendation"
    assert csl.variables(text)["number"] == "9376 (1998)"
    assert csl.item(text, style="un")["number"] == "Recommendation 9376 (1998)"
