"""What is missing in a series, computed from the numbers of its records."""

import pytest
import sample

from peacekeeping_bib.coverage import coverage
from peacekeeping_bib.opening import open_catalogue


@pytest.mark.parametrize(
    ("symbols", "claim", "missing"),
    [
        (["S/RES/9242 (1998)", "S/RES/9244 (1999)"], {"number": r"^S/RES/(\d+)", "first": 9242}, (9243,)),
        (["S/1999/1"], {"number": r"^S/RES/(\d+)", "first": 9243, "last": 9244}, (9243, 9244)),
        (
            ["S/PRST/1999/1", "S/PRST/1999/4", "S/PRST/2001/2"],
            {"number": r"^S/PRST/(\d+)/(\d+)$", "first": 1},
            ("1999/2", "1999/3", "2001/1"),
        ),
        (["S/PRST/1999/4"], {}, ()),
    ],
)
def test_numbers_that_no_record_has_are_missing(tmp_path, symbols, claim, missing):
    record = {key: value for key, value in sample.RESOLUTION.items() if key not in ("aliases", "relations")}
    for index, symbol in enumerate(symbols):
        borne = [{"scheme": "un", "value": symbol}]
        sample.put(tmp_path, {**record, "id": f"paper-{index}", "symbols": borne})
    for body in (sample.ORGANISATION, sample.COUNCIL):
        sample.put(tmp_path, body)
    series = {
        "id": "papers", "title": {"en": "Papers"}, "coverage": "partial", "criteria": "All.",
        "select": {"kind": [record["kind"]]}, **claim,
    }  # fmt: skip
    sample.put(tmp_path, series)
    catalogue = open_catalogue(tmp_path)
    assert coverage(catalogue, catalogue.series["papers"]).missing == missing
