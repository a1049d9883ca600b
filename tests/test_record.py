"""The record: built from JSON, frozen, and judging its own sources."""

import dataclasses

import pytest
import sample

from peacekeeping_bib.errors import InvalidRecord
from peacekeeping_bib.record import PRINCIPAL_DATES, Record


def test_parts_are_typed_and_frozen():
    record = Record.from_json(sample.REPORT)
    assert [symbol.value for symbol in record.symbols] == ["A/55/9305", "S/2000/9809"]
    assert str(record.contributors[0].name) == "Ana Brahim"
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.kind = "letter"
    with pytest.raises(TypeError):
        record.title["en"] = "Another"


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [({"titel": {"en": "x"}}, "/titel"), ({"title": None}, "/title"), ({"event": "Oslo"}, "/")],
)
def test_a_property_too_many_or_too_few_is_named(changes, pointer):
    with pytest.raises(InvalidRecord) as caught:
        Record.from_json(sample.changed(sample.REPORT, **changes), "x.json")
    assert str(caught.value).startswith(f"x.json: {pointer}: ")


def test_the_date_that_stands_for_a_document_is_adoption_before_publication():
    assert Record.from_json(sample.REPORT).date == "2000-08-21"
    for index, name in enumerate(PRINCIPAL_DATES):
        dates = dict.fromkeys(PRINCIPAL_DATES[index + 1 :], "2000") | {name: "1999"}
        assert Record.from_json(sample.changed(sample.REPORT, dates=dates)).date == "1999"


def test_a_fact_is_confirmed_by_the_document_or_by_two_independent_sources():
    record = Record.from_json(sample.REPORT)
    assert record.level("title") == "confirmed"
    assert record.level("dates.published") == "single-source"
    assert record.level("dates") == record.verification == "single-source"
    assert Record.from_json(sample.RESOLUTION).verification == "confirmed"


def test_sources_of_one_origin_count_once():
    sources = [dict(one, origin="library.example") for one in sample.REPORT["provenance"]]
    assert (
        Record.from_json(sample.changed(sample.REPORT, provenance=sources)).level("title") == "single-source"
    )


def test_a_fact_without_source_is_unsourced():
    record = Record.from_json(sample.changed(sample.REPORT, provenance=[sample.source("dates")]))
    assert record.level("symbols") == record.verification == "unsourced"


def test_text_falls_back_to_the_original_language_then_english():
    record = Record.from_json(sample.changed(sample.REPORT, original_language="ru"))
    assert record.text_in(record.title, "ru-RU") == "Доклад Группы по операциям"
    assert record.text_in(record.title, "fr") == "Доклад Группы по операциям"
    assert Record.from_json(sample.REPORT).text_in(record.title, "fr").startswith("Report of")
