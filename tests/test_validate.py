"""Schema and rules: the invented tree is sound, and every rule finds its own fault."""

import json

import pytest
import sample

from peacekeeping_bib import rules
from peacekeeping_bib.errors import InvalidRecord
from peacekeeping_bib.validating import rewrite_canonical, validate

RES, REP, COM, SUM = sample.RESOLUTION, sample.REPORT, sample.COMMUNIQUE, sample.SUMMARY


def findings(tree):
    return [str(problem).removeprefix(str(tree) + "/") for problem in validate(str(tree))]


def test_the_invented_tree_is_sound(tree):
    assert findings(tree) == []


def with_source(entity, **changes):
    fields = [name for name in changes if name not in ("kind", "id")]
    return sample.changed(entity, provenance=[*entity["provenance"], sample.source(*fields)], **changes)


FAULTS = {
    "id_is_the_name_of_the_file": None,
    "file_is_canonical": None,
    "dates_are_real": (sample.changed(COM, dates={"issued": "1992-02-30"}), "/dates/issued"),
    "sources_were_not_read_in_the_future": (
        sample.changed(COM, provenance=[{**COM["provenance"][0], "accessed": "2999-01-01"}]),
        "/provenance/0/accessed",
    ),
    "symbols_fit_the_grammar": (
        sample.changed(RES, symbols=[{"scheme": "un", "value": "S/RSE/9244"}]),
        "/symbols/0/value",
    ),
    "year_in_symbol_is_that_of_a_date": (
        sample.changed(COM, symbols=[{"scheme": "nato", "value": "M-NAC-1(93)51"}]),
        "/symbols/0/value",
    ),
    "session_in_symbol_fits_the_dates": (
        sample.changed(SUM, symbols=[{"scheme": "un", "value": "A/45/9305"}]),
        "/symbols/0/value",
    ),
    "issuer_fits_the_symbol": (sample.changed(RES, issuers=["un"]), "/symbols/0/value"),
    "year_in_id_is_that_of_a_date": (
        sample.changed(RES, id="unsc-res-9244-2001"),
        "/id",
    ),
    "adoption_falls_into_the_meeting": (
        sample.changed(RES, dates={"adopted": "1999-06-11"}),
        "/dates/adopted",
    ),
    "dates_follow_each_other": (
        sample.changed(COM, dates={"signed": "1992-06-04", "in_force": "1992-06-03"}),
        "/dates/in_force",
    ),
    "bodies_were_alive": (
        sample.changed(COM, id="nato-old", dates={"issued": "1948-01-01"}, symbols=None, event=None,
                       provenance=[sample.source("title", "issuers", "dates")]),
        "/issuers/0",
    ),
    "references_lead_somewhere": (sample.changed(COM, issuers=["nobody"]), "/issuers/0"),
    "relations_agree": (
        with_source(REP, relations=[{"type": "part-of", "target": "a-55-9305-summary"}]),
        "/relations/0",
    ),
    "parts_and_followers_come_in_time": (
        with_source(COM, relations=[{"type": "supplements", "target": "a-55-9305"}]),
        "/relations/0",
    ),
    "every_fact_has_a_source": (sample.changed(COM, place="Oslo"), "/place"),
    "sources_state_facts_that_are_there": (
        sample.changed(COM, provenance=[*COM["provenance"], sample.source("pages")]),
        "/provenance/1/fields/0",
    ),
    "conflicts_differ_from_the_record": (
        sample.changed(
            COM, conflicts=[{"field": "dates.issued", "value": "1992-06-04", "source": "A page", "note": "x"}]
        ),
        "/conflicts/0/value",
    ),
    "ids_are_unique_with_former_ones": (sample.changed(COM, former_ids=["a-55-9305"]), "/former_ids/0"),
    "patterns_of_series_are_sound": (sample.changed(sample.SERIES, number="S/RES/\\d+"), "/number"),
}  # fmt: skip


def test_every_rule_has_a_fault_that_it_finds():
    assert set(FAULTS) == {function.__name__ for function in rules.RULES}


@pytest.mark.parametrize("name", [name for name, fault in FAULTS.items() if fault])
def test_a_rule_finds_its_fault_and_no_other_rule_is_needed(tree, name, monkeypatch):
    entity, pointer = FAULTS[name]
    path = sample.put(tree, entity)
    only = [function for function in rules.RULES if function.__name__ == name]
    monkeypatch.setattr(rules, "RULES", only)
    found = findings(tree)
    assert any(line.startswith(f"{path.relative_to(tree)}: {pointer}: ") for line in found), found
    monkeypatch.setattr(rules, "RULES", [])
    assert findings(tree) == []


def test_the_name_of_a_file_must_be_its_id(tree):
    (tree / "un" / "a-55-9305.json").rename(tree / "un" / "other.json")
    assert [line for line in findings(tree) if "/id:" in line] == [
        "un/other.json: /id: is 'a-55-9305' while the file is called 'other'; make them the same"
    ]


def test_fix_writes_the_canonical_form_and_nothing_else(tree):
    path = tree / "un" / "a-55-9305.json"
    data = json.loads(path.read_text())
    path.write_text(json.dumps(dict(reversed(data.items()))))
    assert findings(tree) == ["un/a-55-9305.json: /: is not in canonical form; run: pkbib validate --fix"]
    assert rewrite_canonical(str(tree)) == [str(path)]
    assert findings(tree) == []
    assert json.loads(path.read_text()) == data
    assert rewrite_canonical(str(tree)) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "is not JSON: Expecting property name enclosed in double quotes (line 1, column 2)"),
        (b'{"id": "x", "id": "y"}', "property 'id' stands twice"),
        (b'{"id": "caf\xe9"}', "is not UTF-8 (byte 11)"),
        (b"[]", "must hold one object, holds list"),
        (b'{"id": NaN}', "NaN is not JSON"),
        (b"", "is not JSON"),
        (b"[" * 100_000, "is not a record"),
    ],
)
def test_an_unreadable_file_is_named_and_left_alone(tree, content, message):
    path = tree / "un" / "bad.json"
    path.write_bytes(content)
    found = findings(tree)
    assert len(found) == 1
    assert found[0].startswith("un/bad.json: /: ")
    assert message in found[0]
    assert rewrite_canonical(str(tree)) == []
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kind": "poem"}, "/kind: 'poem' is unknown; expected one of: resolution, "),
        ({"title": "Report"}, "/title: 'Report' is not of type 'object'"),
        ({"colour": "blue"}, "/: Additional properties are not allowed ('colour' was unexpected)"),
        ({"scope": None}, "/: 'scope' is required here and missing"),
        ({"issuers": None}, "/: 'issuers' is required here and missing"),
        ({"contributors": None, "kind": "book"}, "/: 'contributors' is required here and missing"),
        ({"id": "A_55"}, "/id: 'A_55' does not fit the pattern"),
        ({"title": {"en": " Report"}}, "/title/en: ' Report' does not fit the pattern"),
        ({"links": [{"url": "www.un.org", "role": "official"}]}, "/links/0/url: 'www.un.org' does not fit"),
    ],
)
def test_the_schema_says_what_is_wrong_and_where(tree, changes, expected):
    entity = sample.changed(sample.REPORT, **changes)
    (tree / "un" / "a-55-9305.json").write_text(json.dumps(entity))
    assert any(line.startswith("un/a-55-9305.json: " + expected) for line in findings(tree)), findings(tree)


def test_only_what_is_asked_for_is_reported(tree):
    (tree / "un" / "bad.json").write_text("{")
    assert list(validate(str(tree), [str(tree / "bodies")])) == []
    with pytest.raises(InvalidRecord, match="no such file"):
        list(validate(str(tree), [str(tree / "nowhere")]))
