"""In-text citations and notes: clusters, affixes, positions, collapsing (CSL 1.0.2)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from peacekeeping_bib import api
from peacekeeping_bib.catalogue import Catalogue
from peacekeeping_bib.cli.cite_command import command as cite_command
from peacekeeping_bib.errors import StyleError
from peacekeeping_bib.formatting import Cite, format_citation, format_citations
from peacekeeping_bib.formatting.engine.positions import Cluster, settle
from peacekeeping_bib.formatting.engine.prepare import Reference
from peacekeeping_bib.formatting.engine.run import Cite as Placed

INFO = "<info><title>t</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info>"
POSITIONS = """<choose>
<if position="ibid-with-locator"><text value="IBID+"/></if>
<else-if position="ibid"><text value="IBID"/></else-if>
<else-if position="subsequent"><group><choose><if position="near-note"><text value="near "/></if></choose>
<text variable="title"/><text variable="first-reference-note-number" prefix=" n "/></group></else-if>
<else><text variable="title" prefix="FIRST "/></else></choose>
<text variable="locator" prefix=", "/>"""
AUTHOR_YEAR = (
    '<group delimiter=" "><names variable="author"><name form="short"/></names>'
    '<group><date variable="issued"><date-part name="year"/></date>'
    '<text variable="year-suffix"/></group></group>'
    '<text variable="locator" prefix=", "/>'
)
NUMBER = (
    '<group prefix="[" suffix="]"><text variable="citation-number"/></group>'
    '<text variable="locator" prefix=" "/>'
)


def style(folder: Path, layout: str, attributes: str = "", kind: str = "note", around: str = "") -> str:
    path = folder / "test.csl"
    path.write_text(
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="{kind}" version="1.0">{INFO}'
        f"<citation {attributes}><layout {around}>{layout}</layout></citation></style>",
        encoding="utf-8",
    )
    return str(path)


def item(key: str, family: str = "Roe", year: int = 2000) -> dict[str, Any]:
    issued = {"date-parts": [[year]]}
    return {"id": key, "type": "book", "title": key, "author": [{"family": family}], "issued": issued}


ITEMS = [item("A"), item("B", "Dee", 2001), item("C", "Elk", 2002), item("D", "Fox", 2003)]


# --- positions


def texts(folder: Path, clusters: list[list[Cite[str] | str]], **options: Any) -> list[str]:
    return format_citations(
        ITEMS,
        clusters,
        style(folder, POSITIONS, 'near-note-distance="2"', around='delimiter="; "'),
        **options,
    )


def test_ibid_follows_the_cite_before(tmp_path: Path) -> None:
    clusters: list[list[Cite[str] | str]] = [
        ["A"], ["A"], [Cite("A", "p. 5")], [Cite("A", "p. 5")], [Cite("A", "p. 6")], ["A"], ["B"], ["A"],
    ]  # fmt: skip
    assert texts(tmp_path, clusters) == [
        "FIRST A",
        "IBID",
        "IBID+, 5",
        "IBID, 5",
        "IBID+, 6",
        "near A n 1",  # a locator that is given up is no ibid
        "FIRST B",
        "near A n 1",
    ]


def test_far_notes_and_notes_with_several_cites(tmp_path: Path) -> None:
    clusters: list[list[Cite[str] | str]] = [["A"], ["B"], ["C"], ["D"], ["A"], ["B", "C"], ["C"], ["C", "C"]]
    assert texts(tmp_path, clusters) == [
        "FIRST A",
        "FIRST B",
        "FIRST C",
        "FIRST D",
        "A n 1",
        "B n 2; C n 3",
        "near C n 3",  # the note before cites another work too
        "IBID; IBID",
    ]


def test_notes_may_be_numbered_by_the_writer(tmp_path: Path) -> None:
    assert texts(tmp_path, [["A"], ["A"], ["A"]], notes=[4, 7, 9]) == ["FIRST A", "A n 4", "near A n 4"]
    assert texts(tmp_path, [["A"], ["A"]], notes=[4, 4]) == ["FIRST A", "IBID"]


def test_notes_that_begin_anew_cite_anew(tmp_path: Path) -> None:
    assert texts(tmp_path, [["A"], ["B"], ["A"]], notes=[1, 2, 1]) == ["FIRST A", "FIRST B", "FIRST A"]


@given(st.lists(st.lists(st.sampled_from("ABC"), min_size=1, max_size=3), min_size=1, max_size=8))
def test_first_is_said_once_of_each(keys: list[list[str]]) -> None:
    references = {key: Reference({"id": key, "type": "book"}, {}) for key in "ABC"}
    clusters = [
        Cluster([Placed(references[key]) for key in cluster], note) for note, cluster in enumerate(keys, 1)
    ]
    seen: set[str] = set()
    for cluster in settle(clusters, 5):
        for cite in cluster.cites:
            assert ("first" in cite.position) == (cite.reference.id not in seen)
            assert "first" in cite.position or "subsequent" in cite.position
            assert cite.first_note < cluster.note or not cite.first_note
            seen.add(cite.reference.id)


def test_et_al_subsequent(tmp_path: Path) -> None:
    authors = [{"family": name} for name in ("Roe", "Dee", "Elk")]
    path = style(
        tmp_path,
        '<names variable="author"/>',
        'et-al-min="4" et-al-use-first="3" et-al-subsequent-min="2" et-al-subsequent-use-first="1"',
    )
    book = {"id": "A", "type": "book", "author": authors}
    assert format_citations([book], [["A"], ["A"]], path) == ["Roe, Dee, Elk", "Roe et al."]


# --- what stands around a cite


def test_affixes_and_locators(tmp_path: Path) -> None:
    path = style(tmp_path, AUTHOR_YEAR, around='prefix="(" suffix=")" delimiter="; "')
    cluster = [
        Cite("A", "p. 5", "see", ", emphasis added"),
        Cite("B", prefix="but compare ", suffix="in part"),
    ]
    assert format_citations(ITEMS, [cluster], path) == [
        "(see Roe 2000, 5, emphasis added; but compare Dee 2001 in part)"
    ]


def test_affixes_are_text(tmp_path: Path) -> None:
    path = style(tmp_path, AUTHOR_YEAR)
    one = format_citations(ITEMS, [[Cite("A", prefix="a < b & <i>c</i>")]], path, output="html")
    assert one == ["a &lt; b &amp; <i>c</i> Roe 2000"]


def test_suppressed_author_and_author_only(tmp_path: Path) -> None:
    path = style(tmp_path, AUTHOR_YEAR, around='prefix="(" suffix=")"')
    assert format_citations(ITEMS, [[Cite("A", suppress_author=True)]], path) == ["(2000)"]
    assert format_citations(ITEMS, [[Cite("A", author_only=True)]], path) == ["Roe"]


def test_suppressed_author_takes_its_substitute_along() -> None:
    treaty = {"id": "t", "type": "treaty", "title": "Treaty of the Lakes", "issued": {"date-parts": [[1949]]}}
    assert format_citations([treaty], [[Cite("t", suppress_author=True)]], "apa") == ["(1949)"]


@pytest.mark.parametrize(("prefix", "term"), [("", "Ibid."), ("see", "ibid."), ("So it was said.", "Ibid.")])
def test_terms_are_capitalised_where_a_sentence_begins(tmp_path: Path, prefix: str, term: str) -> None:
    path = style(
        tmp_path,
        '<choose><if position="ibid"><text term="ibid"/></if><else><text variable="title"/></else></choose>',
    )
    assert format_citations(ITEMS, [["A"], [Cite("A", prefix=prefix)]], path)[1] == f"{prefix} {term}".strip()


# --- collapsing


def test_ranges_of_numbers(tmp_path: Path) -> None:
    path = style(tmp_path, NUMBER, 'collapse="citation-number"', "in-text", 'delimiter=", "')
    clusters: list[list[Cite[str] | str]] = [["A"], ["B"], ["C"], ["D"]]
    done = format_citations(
        ITEMS,
        [*clusters, ["A", "B", "C", "D"], ["A", "B", "D"], ["A", "B", Cite("C", "p. 5"), "D"]],
        path,
    )
    assert done[4:] == ["[1]–[4]", "[1], [2], [4]", "[1], [2], [3] 5, [4]"]


def test_numbers_follow_the_first_citation(tmp_path: Path) -> None:
    path = style(tmp_path, NUMBER, "", "in-text")
    assert format_citations(ITEMS, [["C"], ["A"], ["C"]], path) == ["[1]", "[2]", "[1]"]


def test_years_of_one_author_collapse(tmp_path: Path) -> None:
    items = [item("A", year=1999), item("B", "Dee"), item("C", year=2002)]
    path = style(tmp_path, AUTHOR_YEAR, 'collapse="year"', "in-text", 'delimiter="; "')
    assert format_citations(items, [["A", "B", "C"]], path) == ["Roe 1999, 2002; Dee 2000"]


@pytest.mark.parametrize(
    ("collapse", "expected"),
    [
        ("year", "Roe 2000a, 2000b, 2000c, 2001"),
        ("year-suffix", "Roe 2000a,b,c, 2001"),
        ("year-suffix-ranged", "Roe 2000a–c, 2001"),
    ],
)
def test_year_suffixes_collapse(tmp_path: Path, collapse: str, expected: str) -> None:
    items = [item("A"), item("B"), item("C"), item("D", year=2001)]
    options = f'collapse="{collapse}" disambiguate-add-year-suffix="true" year-suffix-delimiter=","'
    path = style(tmp_path, AUTHOR_YEAR, options, "in-text", 'delimiter="; "')
    assert format_citations(items, [["A", "B", "C", "D"]], path) == [expected]


def test_after_collapse_delimiter(tmp_path: Path) -> None:
    items = [item("A"), item("B", year=2001), item("C", "Dee")]
    options = 'collapse="year" cite-group-delimiter="," after-collapse-delimiter=" | "'
    path = style(tmp_path, AUTHOR_YEAR, options, "in-text", 'delimiter="; "')
    assert format_citations(items, [["A", "B", "C"]], path) == ["Roe 2000,2001 | Dee 2000"]


def test_cites_are_sorted_by_the_style() -> None:
    assert format_citations(ITEMS, [["D", "B"]], "apa") == ["(Dee, 2001; Fox, 2003)"]


# --- wrong use


def test_items_never_cited_still_tell_others_apart(tmp_path: Path) -> None:
    path = style(tmp_path, AUTHOR_YEAR, 'disambiguate-add-year-suffix="true"')
    assert format_citations([item("A"), item("B")], [["A"]], path) == ["Roe 2000a"]


def test_bad_clusters_are_named() -> None:
    with pytest.raises(ValueError, match="citation 2 cites 'Z', which is none of the items"):
        format_citations(ITEMS, [["A"], ["Z"]], "un")
    with pytest.raises(StyleError, match="citation 1 has nothing to cite"):
        format_citations(ITEMS, [[]], "un")
    with pytest.raises(ValueError, match="2 note numbers for 1 citations"):
        format_citations(ITEMS, [["A"]], "un", notes=[1, 2])
    with pytest.raises(StyleError, match="locator 'zz 5' has no known label"):
        format_citations(ITEMS, [[Cite("A", "zz 5")]], "un")


def test_no_citations_is_no_text() -> None:
    assert format_citations(ITEMS, [], "un") == []


def test_one_citation_is_a_document_of_one() -> None:
    assert format_citations(ITEMS, [[Cite("A", "p. 5")]], "un") == [format_citation(ITEMS[:1], "un", "p. 5")]


# --- records, through the interface and the command line


def invoke(catalogue_file: Path, *args: str) -> Any:
    return CliRunner().invoke(cite_command, [*args, "--catalogue", str(catalogue_file)])


def test_each_record_has_a_citation_on_a_line_of_its_own(catalogue_file: Path) -> None:
    lines = invoke(catalogue_file, "S/RES/9244", "A/55/9305@para. 5", "-s", "apa").output.splitlines()
    assert len(lines) == 2
    assert "para. 5" not in lines[0]
    assert "para. 5" in lines[1]


def test_a_cluster_is_one_citation(catalogue_file: Path) -> None:
    args = ["S/RES/9244@para. 5", "A/55/9305", "--cluster", "-s", "apa", "-l", "p. 7", "--prefix", "see"]
    (line,) = invoke(catalogue_file, *args, "--suffix", ", in part").output.splitlines()
    assert line.startswith("(")
    assert "para. 5" in line
    assert "p. 7" in line
    assert "see " in line
    assert ", in part" in line
    assert "; " in line


def test_suppressed_author_on_the_command_line(catalogue_file: Path) -> None:
    assert invoke(catalogue_file, "S/RES/9244", "-s", "apa", "--suppress-author").output == "(1999)\n"


def test_bad_locator_after_the_key(catalogue_file: Path) -> None:
    result = invoke(catalogue_file, "S/RES/9244@somewhere 5")
    assert isinstance(result.exception, StyleError)
    assert "somewhere" in str(result.exception)


def test_records_cited_together(catalogue: Catalogue) -> None:
    resolution, report = catalogue.get("S/RES/9244"), catalogue.get("A/55/9305")
    alone = api.cite(resolution, "apa", "para. 5")
    assert alone == api.cite(Cite(resolution, "para. 5"), "apa") == api.cite([resolution], "apa", "para. 5")
    both = api.cite([Cite(resolution, suppress_author=True), report], "apa", "p. 7")
    assert "1999" in both
    assert both.count("p. 7") == 1
    with pytest.raises(StyleError, match="nothing to cite"):
        api.cite([], "apa")
