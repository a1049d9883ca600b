"""Programs that read the outputs: pandoc, LuaLaTeX, LibreOffice, python-docx, HTML parsers."""

from __future__ import annotations

import importlib
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import exported
import output_readers
import output_sample
import pytest

import peacekeeping_bib as pkb
from peacekeeping_bib.formatting import outputs
from peacekeeping_bib.formatting.engine.markup import Span
from peacekeeping_bib.formatting.outputs.document import Document, Entry, Section

ENTRIES = output_sample.entries(300, seed=4)


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [program for program in programs if shutil.which(program) is None]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def page(name: str, entries: list[list[Any]], *, fragment: bool = True) -> Any:
    section = Section([Entry(str(place), "", nodes) for place, nodes in enumerate(entries)])
    return outputs.output(name).page(Document([section], fragment=fragment))


def differences(read: list[str], entries: list[list[Any]]) -> list[tuple[str, str]]:
    wanted = [text for nodes in entries if (text := output_readers.expected(nodes))]
    found = [text for one in read if (text := output_readers.squeezed(one))]
    assert len(found) == len(wanted)
    return [(one, other) for one, other in zip(found, wanted, strict=True) if one != other]


# --- pandoc


def words(node: Any) -> str:
    """The text of a part of pandoc's tree."""
    if isinstance(node, list):
        return "".join(map(words, node))
    if not isinstance(node, dict):
        return ""
    kind, content = node["t"], node.get("c", [])
    assert kind not in ("Math", "Code", "Cite", "Note", "Quoted", "Image"), node
    if kind == "RawInline":
        assert output_readers.HTML_IN_MARKDOWN.fullmatch(content[1]), node
        return ""
    if kind == "Str":
        return str(content)
    return words(content[1] if kind in ("Link", "Span") else content)


@needs("pandoc")
@pytest.mark.parametrize("dialect", ["markdown", "commonmark", "gfm"])
def test_pandoc_reads_the_text_of_every_entry(dialect: str) -> None:
    done = subprocess.run(
        ["pandoc", "-f", dialect, "-t", "json"],
        input=page("markdown", ENTRIES).encode(),
        capture_output=True,
        check=True,
    )
    blocks = json.loads(done.stdout)["blocks"]
    assert {block["t"] for block in blocks} == {"Para"}
    assert differences([words(block["c"]) for block in blocks], ENTRIES) == []


@needs("pandoc")
def test_pandoc_sees_emphasis_small_capitals_and_links() -> None:
    nodes = [
        Span("italic", ["a"]), Span("bold", ["b"]), Span("small-caps", ["c"]),
        Span("url", ["https://e.org/?f=1&g"]),
    ]  # fmt: skip
    source = page("markdown", [nodes]).encode()
    done = subprocess.run(
        ["pandoc", "-f", "markdown", "-t", "json"], input=source, capture_output=True, check=True
    )
    inlines = json.loads(done.stdout)["blocks"][0]["c"]
    kinds = [inline["t"] for inline in inlines if inline["t"] != "RawInline"]
    assert kinds == ["Emph", "Strong", "SmallCaps", "Link"]
    assert inlines[-1]["c"][2][0] == "https://e.org/?f=1&g"


# --- TeX


@needs("lualatex", "pdftotext", "kpsewhich")
def test_lualatex_prints_the_text_of_every_entry(tmp_path: Path) -> None:
    if subprocess.run(["kpsewhich", "fontspec.sty"], capture_output=True, check=False).returncode:
        pytest.skip("not installed: fontspec.sty")
    document = page("latex", ENTRIES, fragment=False)
    unbroken = r"\hyphenpenalty=10000\exhyphenpenalty=10000\pagestyle{empty}\raggedright"
    document = document.replace(r"\maketitle", unbroken)
    (tmp_path / "entries.tex").write_text(document, "utf-8")
    command = ["lualatex", "-interaction=nonstopmode", "-halt-on-error", "entries.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout.decode("utf-8", "replace")[-2000:]
    log = (tmp_path / "entries.log").read_text("utf-8", "replace")
    if "Missing character" in log:
        pytest.skip("not installed: a font with Cyrillic letters")
    subprocess.run(["pdftotext", "-raw", "entries.pdf", "entries.txt"], cwd=tmp_path, check=True)
    printed = output_readers.squeezed((tmp_path / "entries.txt").read_text("utf-8"))
    lost = [text for nodes in ENTRIES if (text := output_readers.expected(nodes)) not in printed]
    assert lost == []


# --- word processors


@needs("soffice")
@pytest.mark.parametrize("name", ["docx", "rtf"])
def test_libreoffice_reads_the_text_of_every_entry(name: str, tmp_path: Path) -> None:
    content = page(name, ENTRIES)
    (tmp_path / f"entries.{name}").write_bytes(content if isinstance(content, bytes) else content.encode())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", f"entries.{name}"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=300, check=True)
    read = (tmp_path / "entries.txt").read_text("utf-8-sig")
    wanted = "".join(output_readers.expected(nodes) for nodes in ENTRIES)
    assert output_readers.squeezed(read) == wanted


def test_python_docx_reads_paragraphs_links_and_styles(tmp_path: Path) -> None:
    reader = pytest.importorskip("docx", reason="not installed: python-docx")
    target = tmp_path / "sample.docx"
    target.write_bytes(outputs.output("docx").page(output_sample.DOCUMENT))
    document = reader.Document(str(target))
    assert [paragraph.style.name for paragraph in document.paragraphs[:4]] == [
        "Title", "Heading 1", "Heading 2", "Bibliography",
    ]  # fmt: skip
    assert document.paragraphs[3].hyperlinks[0].address == "https://example.org/a_b?c=1&d=%20"
    assert document.core_properties.title == "Sources & “more”"


# --- browsers


@pytest.mark.parametrize("options", [{}, {"group_by": "body", "annotated": True}])
def test_html_has_no_parse_error(options: dict[str, Any]) -> None:
    html5lib = pytest.importorskip("html5lib", reason="not installed: html5lib")
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(pkb.bibliography(exported.records(), output="html", **options))
    assert parser.errors == []


@needs("tidy")
def test_tidy_has_nothing_to_say() -> None:
    written = outputs.output("html").page(output_sample.DOCUMENT)
    assert isinstance(written, str)
    done = subprocess.run(["tidy", "-q", "-e"], input=written.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_docutils_reads_a_bibliography_without_a_message() -> None:
    core = importlib.import_module("docutils.core")
    written = pkb.bibliography(exported.records(), output="rst", group_by="kind", annotated=True)
    settings = {"report_level": 1, "halt_level": 1, "doctitle_xform": False}
    tree = core.publish_doctree(written, settings_overrides=settings)
    titles = [re.sub(r"\s+", " ", title.astext()) for title in tree.findall() if title.tagname == "title"]
    assert titles[0] == "Bibliography"
    assert "Resolutions" in titles
    assert sum(node.tagname == "paragraph" for node in tree.findall()) >= len(exported.records())
