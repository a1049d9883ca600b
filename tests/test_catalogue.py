"""The catalogue: get, find, filter, search, relations; files that are no catalogue."""

import shutil
import sqlite3

import pytest
import sample

from peacekeeping_bib.compiling import compile_tree
from peacekeeping_bib.errors import (
    CatalogueError,
    InvalidRecord,
    PeacekeepingBibError,
    RecordNotFound,
    UnknownFilter,
)
from peacekeeping_bib.opening import open_catalogue


@pytest.mark.parametrize(
    "key",
    [
        "a-55-9305", "A/55/9305", "S/2000/9809", "A/55/9305-S/2000/9809", "A/55/9305–S/2000/9809",
        "brahim report",
        "Report of the Panel on Example Operations", "Доклад группы по операциям", "brahim-2000",
    ],
)  # fmt: skip
def test_a_record_is_found_by_id_symbol_alias_title_and_former_id(catalogue, key):
    assert catalogue.get(key).id == "a-55-9305"
    assert key in catalogue


@pytest.mark.parametrize(
    "key",
    [
        "S/RES/9244",
        "S/RES/9244 (1999)",
        "S/RES/9244(1999)",
        "UNSC Res 9244",
        "Security Council resolution 9244 (1999)",
    ],
)
def test_a_resolution_is_found_in_every_usual_form(catalogue, key):
    assert catalogue.get(key).id == "unsc-res-9244-1999"


@pytest.mark.parametrize("key", ["M-NAC-1(92)51", "Press Release M-NAC-1(92)51", "Press Release (92)51"])
def test_a_nato_text_is_found_by_its_press_release_number(catalogue, key):
    assert catalogue.get(key).id == "nato-m-nac-1-92-51"


def test_a_wrong_year_is_not_accepted_silently(catalogue):
    with pytest.raises(RecordNotFound) as caught:
        catalogue.get("S/RES/9244 (2000)")
    assert "unsc-res-9244-1999" in caught.value.suggestions


def test_a_wrong_half_of_a_double_symbol_is_not_accepted_silently(catalogue):
    with pytest.raises(RecordNotFound):
        catalogue.get("A/55/9305-S/2000/9999")


def test_a_misspelt_key_brings_suggestions(catalogue):
    with pytest.raises(RecordNotFound) as caught:
        catalogue.get("Brahm Reprt")
    assert caught.value.suggestions == ("a-55-9305",)
    assert "did you mean a-55-9305?" in str(caught.value)


def test_a_name_of_several_records_is_not_guessed(tree):
    sample.put(tree, sample.changed(sample.COMMUNIQUE, id="nato-1992-06-04-other", symbols=None))
    with pytest.raises(RecordNotFound, match="several records"):
        open_catalogue(tree).get("Final Communiqué")


def test_find_reaches_bodies_operations_and_series(catalogue):
    assert catalogue.find("UNEX").entity.id == "unex"
    assert catalogue.find("Conseil de securite des nations unies").entity.id == "unsc"
    assert catalogue.find("example-resolutions").entity.id == "example-resolutions"
    assert catalogue.find("S/RES/9244").what == "symbol"


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, ["nato-m-nac-1-92-51", "unsc-res-9244-1999", "a-55-9305", "a-55-9305-summary"]),
        ({"issuer": "UN"}, ["unsc-res-9244-1999", "a-55-9305", "a-55-9305-summary"]),
        ({"issuer": ["unsc", "NATO"]}, ["nato-m-nac-1-92-51", "unsc-res-9244-1999"]),
        ({"kind": "report", "scope": "core"}, ["a-55-9305"]),
        ({"since": "1999", "until": "1999"}, ["unsc-res-9244-1999"]),
        ({"since": "2000-08"}, ["a-55-9305", "a-55-9305-summary"]),
        ({"until": "1999-06-09"}, ["nato-m-nac-1-92-51"]),
        ({"section": "A"}, ["unsc-res-9244-1999", "a-55-9305"]),
        ({"section": "A.IV"}, ["unsc-res-9244-1999"]),
        ({"operation": "UNEX"}, ["unsc-res-9244-1999"]),
        ({"country": "ba", "language": "fr"}, ["unsc-res-9244-1999"]),
        ({"tier": "single-source"}, ["a-55-9305"]),
    ],
)
def test_filters(catalogue, filters, ids):
    assert [record.id for record in catalogue.records(**filters)] == ids


def test_an_unknown_filter_or_value_lists_what_there_is(catalogue):
    with pytest.raises(UnknownFilter, match="known: communique, report, resolution"):
        list(catalogue.records(kind="poem"))
    with pytest.raises(UnknownFilter, match="kind, issuer"):
        list(catalogue.records(colour="blue"))


def test_search_folds_case_and_accents_in_both_alphabets(catalogue):
    assert [record.id for record in catalogue.search("EXAMPLE operations")] == ["a-55-9305"]
    assert [record.id for record in catalogue.search("ГРУППЫ доклад")] == ["a-55-9305"]
    assert catalogue.search("securite")[0].id == "unsc-res-9244-1999"
    assert catalogue.search("oslo")[0].id == "nato-m-nac-1-92-51"


def test_search_falls_back_to_any_of_the_words_and_survives_syntax(catalogue):
    assert catalogue.search("Oslo giraffe")[0].id == "nato-m-nac-1-92-51"
    for text in ['"', "AND OR NOT", "a* (b", "", "S/RES/9244 (1999)"]:
        catalogue.search(text)


@pytest.mark.parametrize(
    "text", ["example", "example operations", "security council", "Oslo giraffe", "exam"]
)
def test_common_words_are_required_and_those_alike_come_by_date(catalogue, monkeypatch, text):
    ranked = {record.id for record in catalogue.search(text)}
    assert ranked
    monkeypatch.setattr("peacekeeping_bib.searching._COMMON", 1)
    found = catalogue.search(text)
    assert {record.id for record in found} == ranked
    dates = [min(record.dates.values(), default="") for record in found]
    assert dates == sorted(dates)


def test_a_common_word_narrows_a_search_for_a_telling_one(catalogue, monkeypatch):
    monkeypatch.setattr("peacekeeping_bib.searching._COMMON", 2)
    assert len(catalogue.search("example")) == 2
    assert [record.id for record in catalogue.search("panel example")] == ["a-55-9305"]
    assert [record.id for record in catalogue.search("oslo example")] == ["nato-m-nac-1-92-51"]


def test_relations_are_seen_from_both_ends(catalogue):
    assert [(one.type, one.target) for one in catalogue.relations("unex")] == [
        ("established-by", "unsc-res-9244-1999")
    ]
    assert ("has-part", "a-55-9305-summary") in [
        (one.type, one.target) for one in catalogue.relations("a-55-9305")
    ]


def test_a_record_knows_the_names_of_its_bodies(catalogue):
    record = catalogue.get("S/RES/9244")
    assert record.bodies["unsc"].names["fr"] == "Conseil de sécurité des Nations Unies"
    assert record.bodies["unsc"].parent == "un"


def test_an_edited_record_is_seen_at_once(tree):
    assert open_catalogue(tree).get("A/55/9305").place == "New York"
    sample.put(tree, sample.changed(sample.REPORT, place="Geneva"))
    assert open_catalogue(tree).get("A/55/9305").place == "Geneva"


def test_a_folder_and_its_compiled_file_are_the_same(tree, catalogue):
    assert list(open_catalogue(tree)) == list(catalogue)
    assert len(catalogue) == 4


def test_a_catalogue_opens_where_no_cache_can_be_written(tree, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/nowhere")
    assert open_catalogue(tree).get("A/55/9305").id == "a-55-9305"


def test_a_missing_foreign_or_damaged_file_is_refused(tmp_path, catalogue_file):
    text = tmp_path / "text.sqlite"
    text.write_text("not a database, but long enough to be looked at twice" * 50)
    foreign = tmp_path / "foreign.sqlite"
    sqlite3.connect(foreign).execute("CREATE TABLE t (x)").connection.close()
    for path in (tmp_path / "none.sqlite", text, foreign):
        with pytest.raises(CatalogueError, match="pkbib compile"):
            open_catalogue(path)
    damaged = tmp_path / "damaged.sqlite"
    content = bytearray(catalogue_file.read_bytes())
    content[8192:] = b"\x00" * (len(content) - 8192)
    damaged.write_bytes(content)
    with pytest.raises(CatalogueError, match=r"damaged\.sqlite"):
        list(open_catalogue(damaged).search("example"))


def test_a_catalogue_of_another_schema_major_names_the_release_that_reads_it(tmp_path, catalogue_file):
    other = tmp_path / "other.sqlite"
    shutil.copy(catalogue_file, other)
    connection = sqlite3.connect(other)
    connection.execute("UPDATE meta SET value = '2.0.0' WHERE name = 'schema'")
    connection.execute("UPDATE meta SET value = '2031.1.0' WHERE name = 'version'")
    connection.commit()
    connection.close()
    with pytest.raises(CatalogueError, match=r"schema 2\.0\.0.*2031\.1\.0"):
        open_catalogue(other)


def test_compile_refuses_a_repeated_id_and_leaves_no_file(tree, tmp_path):
    double = tree / "nato" / "a-55-9305.json"
    double.parent.mkdir()
    double.write_bytes((tree / "un" / "a-55-9305.json").read_bytes())
    with pytest.raises(InvalidRecord, match="is taken by"):
        compile_tree(str(tree), str(tmp_path / "x.sqlite"))
    assert not list(tmp_path.glob("x.sqlite*"))


def test_compile_says_where_it_cannot_write_and_keeps_the_old_file(tree, catalogue_file):
    with pytest.raises(PeacekeepingBibError, match="cannot be written"):
        compile_tree(str(tree), str(tree / "no" / "folder.sqlite"))
    before = catalogue_file.read_bytes()
    (tree / "un" / "broken.json").write_text("{")
    with pytest.raises(InvalidRecord):
        compile_tree(str(tree), str(catalogue_file))
    assert catalogue_file.read_bytes() == before
