from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from typing import TextIO

import bibtexparser
import exported
import pytest
from csl_facts import faults

import peacekeeping_bib as pkb
from peacekeeping_bib import exporters
from peacekeeping_bib.csl import kinds
from peacekeeping_bib.errors import UnknownFormat
from peacekeeping_bib.exporters import biblatex, bibtex, facts, ris
from peacekeeping_bib.record import Record

GOLDEN = exported.FOLDER.parent.parent / "golden" / "export"
GOLDEN_CASES = [
    pytest.param(name, dialect, record, id=f"{name}-{dialect}-{record.id}")
    for name, dialect in exported.FORMATS
    for record in exported.records()
]


# -- golden files


@pytest.mark.parametrize(("name", "dialect", "record"), GOLDEN_CASES)
def test_golden(name: str, dialect: str, record: Record, regenerate: bool) -> None:
    folder = name if dialect == "standard" else f"{name}-{dialect}"
    path = GOLDEN / folder / f"{record.id}{exporters.get(name).suffix}"
    written = exported.dump(name, record, dialect=dialect)
    if name == "csl-json":
        written = json.dumps(json.loads(written), ensure_ascii=False, indent=1) + "\n"
    if regenerate:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written.encode())
    assert path.read_bytes().decode() == written


def test_no_golden_file_is_left_over() -> None:
    suffixes = {name: exporters.get(name).suffix for name in exporters.names()}
    wanted = {
        f"{name if dialect == 'standard' else f'{name}-{dialect}'}/{record.id}{suffixes[name]}"
        for name, dialect in exported.FORMATS
        for record in exported.records()
    }
    assert {str(path.relative_to(GOLDEN)) for path in GOLDEN.glob("*/*")} == wanted


# -- registry


def test_formats_are_found_by_name() -> None:
    assert {"bibtex", "biblatex", "csl-json", "ris"} <= set(exporters.names())
    for name in ("bibtex", "biblatex", "csl-json", "ris"):
        exporter = exporters.get(name)
        assert exporter.name == name
        assert exporter.suffix.startswith(".")
        assert "/" in exporter.media_type


def test_unknown_format_lists_those_there_are() -> None:
    with pytest.raises(
        UnknownFormat, match=r"unknown format 'bibtxt'; there are: biblatex, bibtex, csl-json, ris"
    ):
        exporters.get("bibtxt")


def test_unknown_dialect_lists_those_there_are() -> None:
    with pytest.raises(
        UnknownFormat, match=r"csl-json in the dialect standard, csl-json in the dialect zotero"
    ):
        exported.dump("csl-json", dialect="klingon")


def _ids(records: Iterator[Record], stream: TextIO, options: exporters.Options) -> None:
    stream.writelines(f"{record.id}\n" for record in records)


IDS = exporters.Exporter("ids", "text/plain", ".txt", _ids)  # type: ignore[arg-type]


def test_other_packages_add_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("ids", f"{__name__}:IDS", exporters.GROUP)
    monkeypatch.setattr(exporters, "_entry_points", lambda: [point])
    assert "ids" in exporters.names()
    assert exported.dump("ids", exported.record("treaty")) == "treaty\n"


def test_built_in_formats_do_not_look_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise AssertionError("looked up the entry points")

    monkeypatch.setattr(exporters, "_entry_points", fail)
    assert exporters.get("bibtex").name == "bibtex"


# -- every format


@pytest.mark.parametrize("table", [bibtex.TYPES, biblatex.TYPES, ris.TYPES])
def test_every_csl_type_in_use_has_a_row(table: dict[str, object]) -> None:
    used = {kind.csl for kind in kinds.KINDS.values()} | {row.kind.csl for row in kinds.VARIANTS.values()}
    assert set(table) == used


@pytest.mark.parametrize(
    ("name", "mark"), [("bibtex", "\n@"), ("biblatex", "\n@"), ("csl-json", ""), ("ris", "TY  - ")]
)
def test_as_many_entries_as_records(name: str, mark: str) -> None:
    text = exported.dump(name)
    counted = len(json.loads(text)) if name == "csl-json" else text.count(mark)
    assert counted == len(exported.records())


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "csl-json", "ris"])
def test_empty_selection_is_an_empty_file_of_the_format(name: str) -> None:
    stream = io.StringIO()
    exporters.get(name).dump(iter(()), stream)
    text = stream.getvalue()
    assert json.loads(text) == [] if name == "csl-json" else "@" not in text and "TY" not in text


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "csl-json", "ris"])
def test_each_record_is_written_before_the_next_is_read(name: str) -> None:
    stream = io.StringIO()
    written: list[int] = []

    def one_by_one() -> Iterator[Record]:
        for record in exported.records():
            written.append(stream.tell())
            yield record

    exporters.get(name).dump(one_by_one(), stream)
    assert written == sorted(set(written))


# -- BibTeX and BibLaTeX


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_header_names_version_data_licence_and_query(name: str) -> None:
    text = exported.dump(name, version="2026.1.0", data_date="2026-11-23", query="--issuer unsc @misc{")
    header = text[: text.index("\n\n")].splitlines()
    assert header[0].endswith("written by peacekeeping_bib 2026.1.0")
    assert header[1:] == [
        "% Data of 2026-11-23",
        "% Records: --issuer unsc  at misc{",
        "% Licence of the records: CC0-1.0",
    ]
    assert len(bibtexparser.parse_string(text).failed_blocks) == 0


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_bibtexparser_reads_the_same_entries_and_fields(name: str) -> None:
    text = exported.dump(name)
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [record.id for record in exported.records()]
    written = re.findall(r"^  (\w+) = \{?(.*?)\}?,$", text, re.MULTILINE)
    read = [(field.key, field.value) for entry in library.entries for field in entry.fields]
    assert read == written


def test_bibtex_entry_types() -> None:
    found = dict(re.findall(r"^@(\w+)\{([\w-]+),", exported.dump("bibtex"), re.MULTILINE))
    assert set(found) == {"techreport", "misc", "article", "incollection", "book", "phdthesis"}
    assert "@misc{treaty," in exported.dump("bibtex")
    assert "@techreport{resolution," in exported.dump("bibtex")


def test_biblatex_never_uses_types_without_a_driver() -> None:
    found = set(re.findall(r"^@(\w+)\{", exported.dump("biblatex"), re.MULTILINE))
    assert found == {"report", "unpublished", "article", "incollection", "book", "thesis", "online"}


def field(name: str, identifier: str, key: str) -> str | None:
    match = re.search(rf"^  {key} = (.*),$", exported.dump(name, exported.record(identifier)), re.MULTILINE)
    return match[1] if match else None


@pytest.mark.parametrize(
    ("identifier", "key", "value"),
    [
        ("treaty", "key", "{North Example Treaty}"),
        ("resolution", "key", None),
        ("resolution", "author", "{{United Nations Security Council}}"),
        ("resolution", "number", "{S/RES/9244 (1999)}"),
        ("resolution", "month", "jun"),
        ("resolution", "day", "{10}"),
        ("resolution", "url", "{https://documents.example/undocs/S/RES/9244%20(1999)?a=1&b_c=~x#top}"),
        ("report", "author", "{{United Nations General Assembly} and {United Nations Security Council}}"),
        ("parliamentary-report", "author", "{{House of Commons, Defence Committee}}"),
        ("speech", "author", "{van der Stoel, Jr., Max}"),
        (
            "speech",
            "howpublished",
            r"{Speech S/PV.8218, Seminar on 'Peace' \& War, The Hague, 21-22 October 1992}",
        ),
        (
            "treaty",
            "howpublished",
            "{934 UNTS 243, registration No. 9541; entered into force 24 August 1949}",
        ),
        ("treaty-annexed", "howpublished", "{UN Doc. A/50/9790-S/1995/9999}"),
        ("article", "doi", "{10.9999/example_1<2>;3}"),
        ("directive", "title", "{{U.S}. {Policy} on {Reforming} {Example} {Operations}}"),
    ],
)
def test_bibtex_fields(identifier: str, key: str, value: str | None) -> None:
    assert field("bibtex", identifier, key) == value


@pytest.mark.parametrize(
    ("identifier", "key", "value"),
    [
        ("resolution", "type", "{UN Doc.}"),
        ("resolution", "shortauthor", "{{UNSC}}"),
        ("resolution", "entrysubtype", "{undoc}"),
        ("communique", "eventtitle", "{Ministerial Meeting of the North Atlantic Council}"),
        ("communique", "venue", "{Oslo}"),
        ("declaration", "eventdate", "{1999-04-23/1999-04-24}"),
        ("concept", "date", "{1993-08/1993-12}"),
        ("treaty", "type", "{Treaty}"),
        ("treaty", "number", "{934 UNTS 243, registration No. 9541}"),
        ("decision-eu", "number", "{2003/992/CFSP}"),
        ("resolution", "langid", "{english}"),
    ],
)
def test_biblatex_fields(identifier: str, key: str, value: str) -> None:
    assert field("biblatex", identifier, key) == value


def test_language_is_that_of_the_title() -> None:
    text = exported.dump("biblatex", exported.record("agreement"), language="ru")
    assert "langid = {russian}" in text
    assert "Соглашение" in re.search(r"title = (.*)", text)[1]  # type: ignore[index]


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "ris"])
@pytest.mark.parametrize("record", exported.records(), ids=lambda record: record.id)
def test_no_date_number_person_or_event_is_lost(name: str, record: Record) -> None:
    text = re.sub(r"[\\{}]", "", exported.dump(name, record).replace(r"\textasciitilde{}", "~"))
    wanted = [symbol.value.split()[-1] for symbol in record.symbols]
    wanted += [
        value
        if name == "biblatex" and value == record.date
        else facts.spelled(value)
        if len(value) > 7
        else value[:4]
        for value in record.dates.values()
    ]
    wanted += [person.name.family or str(person.name) for person in record.contributors]
    wanted += [person.office for person in record.contributors if person.office]
    wanted += [entry.page or entry.number or entry.title for entry in record.series]
    wanted += [value for value in (record.place, record.note, record.edition, record.publisher) if value]
    if record.event:
        facts_of_event = (record.event.place, record.event.number, record.event.meeting_record)
        wanted += [value for value in facts_of_event if value]
    flat = text.replace(". ", ", ") + text
    assert [part for part in wanted if part not in flat] == []


# -- CSL-JSON


@pytest.mark.parametrize("dialect", ["standard", "zotero"])
def test_csl_json_is_valid(dialect: str) -> None:
    items = json.loads(exported.dump("csl-json", dialect=dialect))
    assert [fault for item in items for fault in faults(item)] == []
    assert [item["id"] for item in items] == [record.id for record in exported.records()]


# -- RIS


def lines(identifier: str, tag: str) -> list[str]:
    text = exported.dump("ris", exported.record(identifier))
    return [line[6:] for line in text.split("\r\n") if line.startswith(f"{tag}  - ")]


def test_ris_lines_are_tags_ended_by_carriage_return_and_line_feed() -> None:
    text = exported.dump("ris")
    assert "\n" not in text.replace("\r\n", "")
    for line in filter(None, text.split("\r\n")):
        assert re.match(r"[A-Z][A-Z0-9]  - ", line), line
    for reference in text.split("\r\n\r\n"):
        assert reference.startswith("TY  - ")
        assert reference.rstrip("\r\n").endswith("ER  - ")


def test_ris_bodies_end_in_one_comma_and_hold_none() -> None:
    assert lines("parliamentary-report", "AU") == ["House of Commons. Defence Committee,"]
    assert lines("report", "AU") == ["United Nations General Assembly,", "United Nations Security Council,"]


@pytest.mark.parametrize(
    ("identifier", "tag", "values"),
    [
        ("resolution", "TY", ["RPRT"]),
        ("resolution", "SN", ["S/RES/9244 (1999)"]),
        ("resolution", "M3", ["UN Doc."]),
        ("resolution", "DA", ["1999/06/10/"]),
        ("resolution", "PY", ["1999"]),
        ("resolution", "LA", ["en"]),
        ("resolution", "KW", ["resolution", "core", "unex", "BA", "guide A.IV.4.2"]),
        ("treaty", "TY", ["RPRT"]),
        ("hearing-us", "TY", ["RPRT"]),
        ("hearing-us", "SN", ["S. Hrg. 9103-999"]),
        ("treaty", "M3", ["Treaty"]),
        ("treaty", "SN", ["934 UNTS 243, registration No. 9541"]),
        ("speech", "TY", ["SLIDE"]),
        ("speech", "AU", ["van der Stoel, Max, Jr."]),
        ("speech", "T2", ["Seminar on 'Peace' & War"]),
        ("speech", "CY", ["The Hague"]),
        ("doctrine", "DA", ["2001/07//"]),
        ("article", "SP", ["89"]),
        ("article", "EP", ["102"]),
        ("book", "SN", ["92-1-999991-9"]),
    ],
)
def test_ris_values(identifier: str, tag: str, values: list[str]) -> None:
    assert lines(identifier, tag) == values


# -- dates in words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1999-06-10", "10 June 1999"),
        ("1994-05", "May 1994"),
        ("1994", "1994"),
        ("1992-07-09/1992-07-10", "9-10 July 1992"),
        ("1992-06-30/1992-07-02", "30 June-2 July 1992"),
        ("1992-12-30/1993-01-02", "30 December 1992-2 January 1993"),
        ("1993-08/1993-12", "August-December 1993"),
        ("1996/1997", "1996-1997"),
        ("1994?", "1994?"),
        ("199X", "199X"),
        ("1999-06/..", "1999-06/.."),
        ("1992-22", "1992-22"),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    assert facts.spelled(edtf) == words


def test_no_address_is_lost_whichever_is_the_best() -> None:
    for record in pkb.records(section="A.I"):
        for format_name in ("bibtex", "biblatex", "ris"):
            text = re.sub(r"\\(?=[%&_#~])", "", pkb.export([record], format_name)).replace(
                "\\textasciitilde{}", "~"
            )
            for link in record.links:
                assert link.url in text, (record.id, format_name)
