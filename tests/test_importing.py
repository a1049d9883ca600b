"""Import from a table: canonical records with provenance, no conflict, no second effect."""

from __future__ import annotations

import json

import pytest
import sample
from test_cli import fails, run

from peacekeeping_bib.errors import InvalidRecord
from peacekeeping_bib.importing import import_table
from peacekeeping_bib.importing.scope import countries, presences, scope
from peacekeeping_bib.validating import validate

HEADER = "number,symbol,year,date,subject,topic,vote_for,operations,page\n"
ROWS = [
    "9245,S/RES/9245 (1999),1999,1999-07-01,on example matters,Kosovo,15,UNEX,https://library.example/9245\n",
    "9246,S/RES/9246 (1999),1999,1999-07-02,,,,,https://library.example/9246\n",
]
MAP = {
    "folder": "un/resolutions",
    "ascending": "number",
    "tables": {"countries": {"Kosovo": ["XK"]}},
    "record": {
        "id": "unsc-res-{number}-{year}",
        "kind": "resolution",
        "title": {"en": "Resolution {number} ({year})"},
        "title_kind": "descriptive",
        "catalogue_title": {"en": "{subject}"},
        "issuers": ["unsc"],
        "symbols": [{"scheme": "un", "value": "{symbol}"}],
        "dates": {"adopted": "{date}"},
        "event": {"agenda_item": "{topic}"},
        "vote": {"in_favour": "{vote_for|int}"},
        "operations": [{"$each": "operations", "as": "{item|lower}"}],
        "scope": {"$when": {"operations": [""]}, "then": "context", "else": "core"},
        "links": [{"url": "{page}", "role": "about"}],
        "provenance": [
            {
                "fields": [
                    "title", "issuers", "symbols", "dates",
                    {"$when": {"subject": [""]}, "else": "catalogue_title"},
                    {"$when": {"topic": [""]}, "else": "event.agenda_item"},
                    {"$when": {"vote_for": [""]}, "else": "vote"},
                ],
                "url": "{page}", "kind": "catalogue", "accessed": "2026-01-02",
            }
        ],
    },
}  # fmt: skip


@pytest.fixture
def bring(tree, tmp_path):
    map_path = tmp_path / "x.map.json"
    table = tmp_path / "x.csv"

    def bring(*rows, header=HEADER, plan=MAP, **more):
        map_path.write_text(json.dumps(plan))
        table.write_text(header + "".join(rows), encoding="utf-8")
        return list(import_table(str(table), str(map_path), str(tree), **more))

    return bring


def test_rows_become_sound_records_with_provenance(bring, tree):
    assert [(one.line, one.id, one.done) for one in bring(*ROWS)] == [
        (2, "unsc-res-9245-1999", "added"),
        (3, "unsc-res-9246-1999", "added"),
    ]
    assert list(validate(str(tree))) == []
    first = json.loads((tree / "un/resolutions/unsc-res-9245-1999.json").read_text())
    assert (first["vote"], first["operations"], first["scope"]) == ({"in_favour": 15}, ["unex"], "core")
    second = json.loads((tree / "un/resolutions/unsc-res-9246-1999.json").read_text())
    assert "vote" not in second
    assert "event" not in second
    assert second["provenance"][0]["fields"] == ["title", "issuers", "symbols", "dates"]


def test_a_second_import_changes_nothing(bring, tree):
    bring(*ROWS)
    before = {path: path.read_bytes() for path in tree.rglob("*.json")}
    assert {one.done for one in bring(*ROWS)} == {"same"}
    assert before == {path: path.read_bytes() for path in tree.rglob("*.json")}


def test_a_row_completes_an_existing_record_and_keeps_what_it_has(bring, tree):
    row = "9244,S/RES/9244 (1999),1999,1999-06-10,on example,,14,,https://library.example/9244\n"
    plan = {**MAP, "record": {**MAP["record"], "scope": "core"}}
    assert [one.done for one in bring(row, plan=plan)] == ["changed"]
    record = json.loads((tree / "un/unsc-res-9244-1999.json").read_text())
    assert record["title"]["fr"] == "Résolution 9244 (1999)"
    assert record["catalogue_title"] == {"en": "on example"}
    assert len(record["provenance"]) == 2
    assert list(validate(str(tree))) == []


def test_a_conflict_is_refused_field_by_field_and_nothing_is_written(bring, tree):
    path = sample.path_of(tree, sample.RESOLUTION)
    before = path.read_bytes()
    (outcome,) = bring("9244,S/RES/9244 (1999),1999,1999-06-11,,,,,https://library.example/9244\n")
    assert outcome.done == "refused"
    assert "/dates/adopted: the record says '1999-06-10', the table '1999-06-11'" in outcome.reasons
    assert "/scope: the record says 'core', the table 'context'" in outcome.reasons
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("9245,S/RES/9245 (1999),1999,1999-02-30,,,,,https://l.example/1\n", "1999-02-30"),
        ("9245,S/RSE/9245,1999,1999-07-01,,,,,https://l.example/1\n", "S/RSE/9245"),
        (
            "9245,S/RES/9245 (1999),1999,1999-07-01,,,,UNKNOWN,https://l.example/1\n",
            "'unknown' is no operation",
        ),
        ("9245,S/RES/9245 (1999),1999,1999-07-01,,,many,,https://l.example/1\n", "'many' is not a number"),
        ("9245,S/RES/9245 (1999),,1999-07-01,,,,,https://l.example/1\n", "column year is empty"),
        ("nine,S/RES/9245 (1999),1999,1999-07-01,,,,,https://l.example/1\n", "expected a number"),
        ("9243,S/RES/9243 (1999),1999,1999-07-01,,,,,https://l.example/1\n", "out of order"),
        ("9245,S/RES/9245 (1999),1999,1999-07-01,,,,,not an address\n", "not an address"),
    ],
)
def test_a_bad_row_is_refused_and_the_others_go_on(bring, tree, row, reason):
    good = "9244,S/RES/9244 (1999),1999,1999-06-10,,,,UNEX,https://library.example/9244\n"
    found = bring(good, row, ROWS[1])
    assert [one.done for one in found] == ["changed", "refused", "added"], found
    assert any(reason in text for text in found[1].reasons), found[1]
    assert found[1].line == 3
    assert list(validate(str(tree))) == []


def test_a_dry_run_writes_nothing(bring, tree):
    assert [one.done for one in bring(*ROWS, write=False)] == ["added", "added"]
    assert not (tree / "un/resolutions").exists()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"title": {"en": "{nothing}"}}, "no column 'nothing'"),
        ({"title": {"en": "{number|shout}"}}, "no filter 'shout'"),
        ({"countries": {"$table": "countries", "of": "{subject}"}}, "does not know 'on example matters'"),
        ({"countries": {"$table": "none", "of": "{subject}"}}, "no table 'none'"),
    ],
)
def test_a_wrong_map_is_explained(bring, change, reason):
    (outcome,) = bring(ROWS[0], plan={**MAP, "record": {**MAP["record"], **change}})
    assert reason in outcome.reasons[0]


def test_a_table_of_the_map_gives_values(bring, tree):
    plan = {**MAP, "record": {**MAP["record"], "countries": {"$table": "countries", "of": "{topic}"}}}
    assert [one.done for one in bring(*ROWS, plan=plan)] == ["added", "added"]
    assert json.loads((tree / "un/resolutions/unsc-res-9245-1999.json").read_text())["countries"] == ["XK"]


def test_an_unreadable_map_or_table_is_one_error(tree, tmp_path, bring):
    with pytest.raises(InvalidRecord, match="required in a map"):
        bring(ROWS[0], plan={"folder": "x"})
    with pytest.raises(InvalidRecord, match="no such property"):
        bring(ROWS[0], plan={**MAP, "colour": 1})
    with pytest.raises(InvalidRecord, match="not as many cells"):
        bring("9245,S/RES/9245 (1999)\n")


def test_the_command_says_what_was_done_and_exits_with_it(tree, tmp_path):
    (tmp_path / "m.json").write_text(json.dumps(MAP))
    table = tmp_path / "t.csv"
    table.write_text(HEADER + ROWS[0])
    result = run("import", table, "--map", tmp_path / "m.json", "--root", tree)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "pkbib: 1 added, 0 changed, 0 same, 0 refused\n"
    table.write_text(HEADER + ROWS[0].replace("1999-07-01", "1999-07-32"))
    result = run("import", table, "--map", tmp_path / "m.json", "--root", tree)
    assert result.returncode == 1
    assert result.stdout.startswith(f"{table}:2: unsc-res-9245-1999: /dates/adopted: ")
    fails(run("import", tmp_path / "none.csv", "--map", tmp_path / "m.json", "--root", tree), 1, "none.csv")


# -- the rule of scope

LIBERIA = presences([{"countries": ["LR"], "dates": {"mandated": "1993-09-22", "ended": "1997-09"}}])
KOSOVO = presences([{"area": "Kosovo", "dates": {"mandated": "1999-06-10"}}])


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("on extension of the mandate of UNOMIL. Liberia", "1995-01-13", "related"),
        ("on establishment of the UN Observer Mission in Liberia. Liberia", "1993-09-22", "core"),
        ("on a general and complete embargo. The situation in Liberia", "1992-11-19", "related"),
        ("on a general and complete embargo. The situation in Liberia", "1990-11-19", "context"),
        ("on the situation in Liberia", "2003-08-01", "context"),
        ("on verification of compliance. Kosovo (Federal Republic of Yugoslavia)", "1998-10-24", "related"),
        ("on admission of the Republic of Palau", "1994-11-29", "context"),
        ("on peace-keeping operations", "1994-11-29", "core"),
        (
            "on the implementation of the report of the Panel on United Nations peace operations",
            "2000",
            "core",
        ),
        (
            "on extension of the mandate of the UN Assistance Mission in Afghanistan (UNAMA)",
            "2003",
            "related",
        ),
        ("on complaint by Guinea. Guinea-Bissau", "1998", "context"),
    ],
)
def test_scope_by_title_agenda_and_date(text, date, expected):
    assert scope(text, date, False, LIBERIA + KOSOVO) == expected


def test_an_operation_makes_it_core():
    assert scope("on the situation in Liberia", "1990", True, []) == "core"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Reports of the Secretary-General on the Sudan and South Sudan", ["SD", "SS"]),
        ("The situation in Côte d’Ivoire", ["CI"]),
        ("The India-Pakistan question", ["IN", "PK"]),
        ("The situation in Guinea-Bissau", ["GW"]),
        ("Middle East — Lebanon", ["LB"]),
        ("Somalian Chadian Malian", []),
    ],
)
def test_countries_named_in_a_text(text, codes):
    assert countries(text) == codes
