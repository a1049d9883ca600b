"""Output formats and arranged bibliographies."""

from __future__ import annotations

import dataclasses
import io
import os
import pty
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import exported
import output_readers
import output_sample
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import peacekeeping_bib as pkb
from peacekeeping_bib import dates
from peacekeeping_bib.csl import kinds
from peacekeeping_bib.errors import PeacekeepingBibError, UnknownArrangement
from peacekeeping_bib.formatting import grouping, outputs, render, render_bytes
from peacekeeping_bib.formatting.engine.markup import KINDS, Span
from peacekeeping_bib.formatting.outputs import document as model
from peacekeeping_bib.formatting.outputs import docx, latex, markdown, rst, rtf
from peacekeeping_bib.formatting.outputs.runs import BREAK, TAB, Run, line, runs, uri
from peacekeeping_bib.record import GuideReference, Record
from peacekeeping_bib.text import fold

GOLDEN = Path(__file__).parent / "golden" / "outputs"
NAMES = sorted(outputs.OUTPUTS)
TEXT = st.text(
    st.one_of(
        st.sampled_from("aB1 ()[]{}<>*_`~^:.-+=#|\\/'\"&;!?,@$%«é\u00a0\u202fЯ\n\u2028"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=12,
)
MARKED = st.sampled_from([kind for kind in KINDS if kind not in ("quote", "inner-quote")])
TREES: Any = st.recursive(
    st.lists(TEXT, max_size=3),
    lambda inner: st.lists(st.one_of(TEXT, st.builds(Span, MARKED, inner)), max_size=4),
    max_leaves=8,
)

# --- escaping


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_of_the_format_reads_the_text_of_any_entry(name: str) -> None:
    @settings(max_examples=150, deadline=None)
    @given(TREES)
    def check(nodes: list[Any]) -> None:
        assert output_readers.read(name, nodes) == output_readers.expected(nodes)

    check()


@pytest.mark.parametrize("name", NAMES)
def test_any_title_passes_style_and_output(name: str) -> None:
    """From an item: the title is one paragraph of the page, whatever it holds."""

    @settings(max_examples=30, deadline=None)
    @given(st.text(min_size=1))
    def check(title: str) -> None:
        item = {"id": "a", "type": "book", "title": title, "author": [{"literal": "Body"}]}
        page = render_bytes([item], "un", name, fragment=True)
        content = page if name in outputs.BINARY else page.decode()
        read = output_readers.squeezed(output_readers.READERS[name](content))
        assert read == output_readers.squeezed(line(render([item], "un", "text")))

    check()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "text"])
def test_headings_titles_and_notes_are_escaped(name: str) -> None:
    words = "5 % of R&D_x {a} <b> #1 $2 ^ ~ \\"
    document = model.Document([model.Section([model.Entry("a", "", ["x"], words)], words, 1)], words)
    page = outputs.output(name).page(document)
    if isinstance(page, bytes):
        assert output_readers.docx(page).count(words) == 3
        return
    escapes = {
        "html": "5 % of R&amp;D_x {a} &lt;b&gt; #1 $2 ^ ~ \\",
        "latex": r"5 \% of R\&D\_x \{a\} \textless{}b\textgreater{} \#1 \$2 \textasciicircum{} "
        r"\textasciitilde{} \textbackslash{}",
        "markdown": r"5 % of R\&D\_x \{a\} \<b\> \#1 \$2 \^ \~ " + "\\\\",
        "rst": r"5 % of R&D\_x {a} <b> #1 $2 ^ ~ " + "\\\\",
        "rtf": r"5 % of R&D_x \{a\} <b> #1 $2 ^ ~ " + "\\\\",
    }
    assert page.count(escapes[name]) >= 3


# --- golden files


def _golden(name: str) -> str:
    page = outputs.output(name).page(output_sample.DOCUMENT)
    if isinstance(page, str):
        return page
    with zipfile.ZipFile(io.BytesIO(page)) as parts:
        return "".join(f"=== {part}\n{parts.read(part).decode()}\n" for part in parts.namelist())


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str, regenerate: bool) -> None:
    path = GOLDEN / f"sample.{name}"
    written = _golden(name)
    if regenerate:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written.encode())
    assert path.read_bytes().decode() == written


def test_every_output_has_a_golden_file_and_no_other() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"sample.{name}" for name in NAMES}


# --- runs


@pytest.mark.parametrize(
    ("nodes", "wanted"),
    [
        (["a", "b "], [Run("ab")]),
        (
            [Span("italic", ["a", Span("italic", ["b"])])],
            [Run("a", frozenset({"italic"})), Run("b")],
        ),
        (
            [Span("italic", ["a", Span("upright", ["b"])]), "c"],
            [Run("a", frozenset({"italic"})), Run("bc")],
        ),
        (["2ᵉ"], [Run("2"), Run("e", frozenset({"sup"}))]),
        (["a \n b\u2028c"], [Run("a b c")]),
        ([Span("left-margin", ["[1] "]), Span("right-inline", ["T"])], [Run(f"[1]{TAB}T")]),
        ([Span("block", ["a"]), Span("block", ["b"])], [Run(f"a{BREAK}b")]),
        (
            ["a", Span("italic", [" "]), Span("block", ["b"]), "\xa0"],
            [Run(f"a{BREAK}b")],
        ),
        ([Span("nocase", ["x\x00\ufffe\ud800"])], [Run("x")]),
        (["https://doi.org/", Span("doi", ["10.1/a<b"])],
         [Run("https://doi.org/10.1/a<b", address="https://doi.org/10.1/a%3Cb")]),
        ([Span("url", ["not an address"])], [Run("not an address")]),
        ([], []),
    ],
)  # fmt: skip
def test_runs(nodes: list[Any], wanted: list[Run]) -> None:
    assert runs(nodes) == wanted


def test_an_address_becomes_a_uri() -> None:
    assert uri('https://пример.рф/a b?c=%20&d=«">\\{}') == (
        "https://%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.%D1%80%D1%84/a%20b?c=%20&d=%C2%AB%22%3E%5C%7B%7D"
    )


# --- what is particular to a format


@pytest.mark.parametrize(
    ("nodes", "wanted"),
    [
        ([Span("italic", ["Title."]), "In"], "*Title*.In"),
        (["x", Span("italic", ["(y)"])], "x(*y)*"),
        ([Span("italic", [" a "]), "b"], "*a* b"),
        ([Span("italic", ["a"]), Span("bold", ["b"])], "*a*<!-- -->**b**"),
        (["1. x"], "1\\. x"),
        (["- x"], "\\- x"),
        (["A&B &amp; c"], "A\\&B \\&amp; c"),
        (["Look!", Span("url", ["https://e.org/ü"])], "Look\\![https://e.org/ü](<https://e.org/%C3%BC>)"),
        ([Span("url", ["https://e.org/a?b=c_d"])], "<https://e.org/a?b=c_d>"),
    ],
)
def test_markdown(nodes: list[Any], wanted: str) -> None:
    assert markdown.inline(nodes) == wanted


@pytest.mark.parametrize(
    ("nodes", "wanted"),
    [
        ([Span("italic", ["a"]), "b"], "*a*\\ b"),
        (["a", Span("sup", ["2"]), "."], "\\a\\ :sup:`2`."),
        (["No. 5::"], "\\No. 5:\\:"),
        (["Plain words (", Span("bold", ["b"]), ")"], "Plain words (**b**)"),
        (["At ", Span("url", ["https://e.org/a."]), ""], "At `<https://e.org/a.>`__"),
        (["At ", Span("url", ["https://e.org/a"]), "."], "At https://e.org/a."),
    ],
)
def test_rst(nodes: list[Any], wanted: str) -> None:
    assert rst.inline(nodes) == wanted


def test_latex_keeps_hyphens_and_quotation_marks_apart() -> None:
    assert latex.inline(["a--b, ,,c 'd'"]) == (
        "a-\\kern0pt -b, ,\\kern0pt ,c \\textquotesingle{}d\\textquotesingle{}"
    )
    assert latex.inline([Span("url", ["https://e.org/a_b#c%20"])]) == r"\url{https://e.org/a\_b\#c\%20}"


def test_rtf_writes_utf_16_codes() -> None:
    assert rtf.inline(["Я – 𐍈"]) == r"\u1071? \u8211? \u-10240?\u-8376?"


def test_docx_is_a_package_whose_links_and_styles_exist() -> None:
    package = docx.page(output_sample.DOCUMENT)
    assert package == docx.page(output_sample.DOCUMENT)
    word, relations = (
        output_readers.W,
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    )
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        assert parts.namelist()[0] == "[Content_Types].xml"
        trees = {name: ElementTree.fromstring(parts.read(name)) for name in parts.namelist()}  # noqa: S314
    body = trees["word/document.xml"]
    linked = {element.get(f"{relations}id") for element in body.iter(f"{word}hyperlink")}
    known = {one.get("Id"): one for one in trees["word/_rels/document.xml.rels"]}
    assert linked <= set(known)
    assert {known[one].get("Target") for one in linked} == {
        "https://example.org/a_b?c=1&d=%20",
        "https://doi.org/10.1000/x(1)",
    }
    styles = {one.get(f"{word}styleId") for one in trees["word/styles.xml"].iter(f"{word}style")}
    used = [one.get(f"{word}val") for name in ("pStyle", "rStyle") for one in body.iter(word + name)]
    assert set(used) <= styles
    assert {"Title", "Heading1", "Heading2", "Bibliography", "Annotation", "Hyperlink"} == set(used)
    languages = {one.get(f"{word}val") for one in body.iter(f"{word}lang")}
    assert languages == {"ru"}


def test_docx_has_no_citations_and_is_no_text() -> None:
    with pytest.raises(PeacekeepingBibError, match="docx is a whole document and no text: take one of html"):
        docx.inline(["x"])
    with pytest.raises(PeacekeepingBibError, match="no text"):
        pkb.bibliography([exported.records()[0]], output="docx")


def test_html_sections_nest_and_ids_are_unique() -> None:
    page = outputs.output("html").page(output_sample.DOCUMENT)
    root = ElementTree.fromstring(page.partition("<body>")[2].partition("</body>")[0])  # noqa: S314
    headings = [(len(path), title) for path, title in _headings(root, ())]
    assert headings == [(0, "Sources & “more”"), (1, "A. Rivers & lakes"), (2, "A.I. 1_x*"), (1, "B. Озёра"),
                        (1, "C. <Both>")]  # fmt: skip
    ids = re.findall(r' id="([^"]*)"', page)
    assert ids == ["lakes", "b_c", "ru", "blocks"]
    assert page.count("Council of Lakes") == 2
    assert '<h2 lang="ru">' in page


def _headings(element: ElementTree.Element, path: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    found = []
    for child in element:
        if re.fullmatch("h[1-6]", child.tag):
            assert int(child.tag[1]) == len(path) + 1
            found.append((path, "".join(child.itertext())))
        found += _headings(child, (*path, "section") if child.tag == "section" else path)
    return found


# --- arrangement


def by_id() -> dict[str, Record]:
    return {record.id: record for record in exported.records()}


def test_every_kind_of_record_has_a_heading() -> None:
    assert set(grouping.KINDS) == set(kinds.KINDS)


def test_sections_of_the_guide_sort_by_their_numbers() -> None:
    assert list(grouping.GUIDE) == sorted(grouping.GUIDE)


def test_headings_of_the_guide_are_nested_and_a_record_stands_in_each_of_its_sections() -> None:
    first, second, third, fourth = exported.records()[:4]
    cited = [
        _cited(first, "A.IV.4.3.1", "A.I"),
        _cited(second, "A.IV.4.1"),
        _cited(third),
        _cited(fourth, "A.I", "B.IV.4.2", "E.9"),
    ]
    groups = grouping.arrange(cited, "section").groups
    assert [(group.level, group.heading, list(group.ids)) for group in groups] == [
        (1, "A. Official Documents and Declarations", []),
        (2, "A.I. UN Peacekeeping Operations", [first.id, fourth.id]),
        (2, "A.IV. Co-operation between NATO and Russia in Peacekeeping Operations", []),
        (3, "A.IV.4.1. Bosnia-Herzegovina", [second.id]),
        (3, "A.IV.4.3. Points of Disagreement", []),
        (4, "A.IV.4.3.1. NATO-Russia Permanent Joint Council (PJC) Declarations on Peacekeeping", [first.id]),
        (1, "B. Speeches", []),
        (2, "B.IV. Co-operation between NATO and Russia in Peacekeeping Operations", []),
        (3, "B.IV.4.2. Kosovo", [fourth.id]),
        (1, "E.9.", [fourth.id]),
        (1, "Not in the guide", [third.id]),
    ]


def _cited(record: Record, *sections: str) -> Record:
    return dataclasses.replace(record, guide=tuple(GuideReference(section, "phrase") for section in sections))


def headings(group_by: str, language: str = "en") -> dict[str, list[str]]:
    groups = grouping.arrange(exported.records(), group_by, language=language).groups
    return {group.heading: list(group.ids) for group in groups}


def test_groups_by_kind_follow_the_table_and_leave_nothing_out() -> None:
    found = headings("kind")
    assert list(found) == [title for title in grouping.KINDS.values() if title in found]
    assert found["Resolutions"] == [record.id for record in exported.records() if record.kind == "resolution"]
    assert sorted(one for ids in found.values() for one in ids) == sorted(by_id())


def test_groups_by_year_are_in_order_with_the_undated_last() -> None:
    first, second, third = exported.records()[:3]
    dated = [
        dataclasses.replace(first, dates={"issued": "2001-05"}),
        dataclasses.replace(second, dates={"issued": "199X"}),
    ]
    groups = grouping.arrange([dataclasses.replace(third, dates={}), *dated], "year").groups
    assert [(group.heading, list(group.ids)) for group in groups] == [
        ("199X", [second.id]),
        ("2001", [first.id]),
        ("Undated", [third.id]),
    ]


def test_groups_by_body_name_it_in_the_language_and_hold_joint_documents_twice() -> None:
    known = by_id()
    record = next(record for record in known.values() if record.issuers)
    other = next(body for body in record.bodies if body not in record.issuers)
    joint = dataclasses.replace(record, issuers=(record.issuers[0], other))
    author = dataclasses.replace(next(one for one in known.values() if one.id != record.id), issuers=())
    groups = grouping.arrange([author, joint], "body").groups
    names = sorted(record.bodies[body].names["en"] for body in joint.issuers)
    assert [group.heading for group in groups] == [*names, "Without issuing body"]
    assert [list(group.ids) for group in groups] == [[joint.id], [joint.id], [author.id]]
    french = grouping.arrange([joint], "body", language="fr-FR").groups
    assert {group.heading for group in french} == {
        record.bodies[body].names.get("fr", record.bodies[body].names["en"]) for body in joint.issuers
    }


def test_sorting_by_date_and_body() -> None:
    undated = _cited(dataclasses.replace(exported.records()[0], dates={}))
    chosen = [undated, *exported.records()[1:]]
    by_date = grouping.arrange(chosen, sort="date").records
    days = [dates.parse(record.date).first_day for record in by_date[:-1] if record.date]
    assert days == sorted(days)
    assert len(days) == len(chosen) - 1
    assert by_date[-1] == undated
    by_body = grouping.arrange(chosen, sort="body").records
    names = [fold(record.bodies[record.issuers[0]].names["en"]) for record in by_body]
    assert names == sorted(names)
    assert len(set(names)) > 3


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"group_by": "colour"}, "unknown grouping 'colour'; there are: section, kind, year, body"),
        ({"sort": "size"}, "unknown order 'size'; there are: style, date, body"),
    ],
)
def test_an_unknown_arrangement_names_what_there_is(options: dict[str, str], message: str) -> None:
    with pytest.raises(UnknownArrangement, match=re.escape(message)):
        grouping.arrange([], **options)


REPEATED = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography subsequent-author-substitute="---"><sort><key variable="title"/></sort>
<layout><text variable="citation-number" suffix=" "/><names variable="author" suffix=": "><name/></names>
<text variable="title"/></layout></bibliography></style>"""


def arranged(tmp_path: Path, **options: Any) -> list[str]:
    style = tmp_path / "repeated.csl"
    style.write_text(REPEATED, encoding="utf-8")
    known = by_id()
    chosen = [record for record in known.values() if record.kind in ("resolution", "presidential-statement")]
    return pkb.bibliography(chosen, str(style), **options).splitlines()


def test_a_dash_for_repeated_names_stands_only_in_the_order_of_the_style(tmp_path: Path) -> None:
    plain = arranged(tmp_path)
    assert [entry.startswith(f"{number} ---: ") for number, entry in enumerate(plain, start=1)].count(
        True
    ) > 0
    for options in ({"sort": "date"}, {"group_by": "kind"}):
        assert "---" not in "".join(arranged(tmp_path, **options))


@pytest.mark.parametrize("sort", ["style", "date", "body"])
def test_members_of_every_group_are_in_the_order_asked_for(sort: str) -> None:
    chosen = [_cited(record, *(("A.I", "B") if place % 2 else ("B",)))
              for place, record in enumerate(exported.records())]  # fmt: skip
    arrangement = grouping.arrange(chosen, "section", sort)
    flat = grouping.arrange(chosen, "", sort)
    page = pkb.bibliography(chosen, "apa", "html", group_by="section", sort=sort)
    whole = pkb.bibliography(chosen, "apa", "html", sort=sort)
    order = re.findall(r'<li id="([^"]*)"', whole)
    if sort != "style":
        assert order == [record.id for record in flat.records]
    first = re.findall(r'<li id="([^"]*)"', page.partition("<h2>B.")[0])
    assert first == [one for one in order if one in arrangement.groups[1].ids]
    assert page.count("<li") == len(chosen) + len(chosen) // 2


def test_numbers_of_a_numbering_style_count_upwards_in_the_order_printed() -> None:
    page = pkb.bibliography(exported.records(), "ieee", group_by="kind", sort="date")
    numbers = [int(found) for found in re.findall(r"^\[(\d+)\]", page, re.MULTILINE)]
    assert numbers == list(range(1, len(exported.records()) + 1))


def test_annotations_are_the_notes_of_the_records() -> None:
    record = dataclasses.replace(exported.records()[0], note="A note & more.")
    assert pkb.bibliography([record], annotated=True).endswith("\n    A note & more.\n")
    assert "A note" not in pkb.bibliography([record])


@pytest.mark.parametrize("name", NAMES)
def test_a_fragment_is_part_of_the_document(name: str) -> None:
    records = exported.records()[:3]
    whole = pkb.bibliography_bytes(records, output=name, title="The title")
    part = pkb.bibliography_bytes(records, output=name, title="The title", fragment=True)
    if name == "docx":
        assert "The title" in output_readers.docx(whole)
        assert output_readers.docx(part) == output_readers.docx(whole).removeprefix("The title")
    elif name in ("text", "rtf"):
        assert part == whole if name == "text" else len(part) < len(whole)
    else:
        assert b"The title" in whole
        assert b"The title" not in part
        body = part.decode().removeprefix(latex._FRAGMENT)
        assert body in whole.decode()


def test_the_title_is_in_the_language() -> None:
    page = pkb.bibliography([exported.records()[0]], output="markdown", locale="ru-RU")
    assert page.startswith("# Библиография\n")


# --- command line


PKBIB = [sys.executable, "-m", "peacekeeping_bib", "bibliography"]


def run(catalogue: Path, *args: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PKBIB, *args, "--catalogue", str(catalogue)], capture_output=True)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--group-by", "colour"], ["colour", "section, kind, year, body"]),
        (["--sort", "size"], ["size", "style, date, body"]),
        (["--output", "odt"], ["odt", "docx, html, latex, markdown, rst, rtf, text"]),
        (["--output", "docx", "-o", "/nowhere/a.docx"], ["/nowhere/a.docx: cannot be written"]),
    ],
)
def test_wrong_use_is_one_line_with_status_2(catalogue_file: Path, args: list[str], words: list[str]) -> None:
    done = run(catalogue_file, *args)
    assert (done.returncode, done.stdout) == (2, b"")
    message = done.stderr.decode().strip()
    assert len(message.splitlines()) == 1
    for word in words:
        assert word in message


def test_groups_and_notes_on_the_command_line(catalogue_file: Path) -> None:
    done = run(catalogue_file, "--group-by", "section", "--output", "markdown", "--title", "Mine")
    assert done.stdout.decode().startswith(
        "# Mine\n\n## A. Official Documents and Declarations\n\n### A.I. UN Peacekeeping Operations\n\n"
    )
    assert done.returncode == 0


def test_docx_goes_to_a_file_or_a_pipe(catalogue_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    piped = run(catalogue_file, "--output", "docx")
    assert run(catalogue_file, "--output", "docx", "-o", str(target)).returncode == 0
    assert target.read_bytes() == piped.stdout
    assert [path.name for path in tmp_path.iterdir() if path.is_file() and "out" in path.name] == ["out.docx"]
    assert "Report of the Panel" in output_readers.docx(piped.stdout)


def test_docx_is_refused_by_a_terminal(catalogue_file: Path) -> None:
    ours, theirs = pty.openpty()
    command = [*PKBIB, "--output", "docx", "--catalogue", str(catalogue_file)]
    done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert "docx is no text for a terminal: name a file with -o FILE" in done.stderr.decode()
