"""Every record file of the project: one test each, and what holds for all of them together."""

from __future__ import annotations

import functools
import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from peacekeeping_bib.coverage import all_coverage
from peacekeeping_bib.opening import open_catalogue
from peacekeeping_bib.reading import record_paths
from peacekeeping_bib.validating import validate

ROOT = Path(__file__).resolve().parent.parent / "records"
FILES = [str(Path(path).relative_to(ROOT)) for path, _ in record_paths(str(ROOT))]
RELEASED = Path(__file__).with_name("released_ids.txt").read_text().split()


@functools.cache
def problems() -> dict[str, list[str]]:
    found = defaultdict(list)
    for problem in validate(str(ROOT)):
        found[str(Path(problem.file).relative_to(ROOT))].append(
            f"{problem.pointer or '/'}: {problem.message}"
        )
    return found


@pytest.fixture(scope="module")
def everything():
    return open_catalogue(ROOT)


@pytest.mark.parametrize("file", FILES)
def test_record_file(file):
    assert problems().get(file, []) == []


def test_titles_dates_and_symbols_are_confirmed_in_nine_of_ten_and_sourced_in_all(everything):
    levels = [record.level(fact) for record in everything for fact in record.JUDGED if getattr(record, fact)]
    assert "unsourced" not in levels
    assert levels.count("confirmed") / len(levels) >= 0.9


def test_every_section_of_the_guide_has_records(everything):
    sections = {reference.section for record in everything for reference in record.guide}
    assert {
        "A.I", "A.II.1", "A.II.2", "A.II.2.1", "A.II.2.2", "A.III",
        "A.IV", "A.IV.4.1", "A.IV.4.2", "A.IV.4.3.1", "A.IV.4.3.2",
    } <= sections  # fmt: skip


def test_a_series_called_complete_has_no_hole(everything):
    for state in all_coverage(everything):
        assert state.size > 0, state.series.id
        assert state.holds, (state.series.id, state.missing)


def test_every_id_ever_released_still_works(everything):
    assert len(RELEASED) > 50
    assert [identifier for identifier in RELEASED if identifier not in everything] == []


def test_every_symbol_leads_to_its_record(everything):
    """Several records may bear one symbol (a chapter that of the whole); the others are found by theirs."""
    borne = [(symbol, record.id) for record in everything for symbol in record.symbols]
    bearers = Counter(symbol for symbol, _ in borne)
    alone = [(symbol.value, identifier) for symbol, identifier in borne if bearers[symbol] == 1]
    assert len(alone) > 2500
    assert [pair for pair in alone if everything.get(pair[0]).id != pair[1]] == []


def test_what_was_not_identified_says_what_was_tried():
    entries = json.loads((ROOT / "unidentified.json").read_text(encoding="utf-8"))
    assert len(entries) >= 10
    for entry in entries:
        assert set(entry) == {"section", "phrase", "sought", "tried", "found"}
        assert entry["tried"], entry["phrase"]
