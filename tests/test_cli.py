"""The command line as its user runs it: output, messages, exit status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sample

PKBIB = [sys.executable, "-m", "peacekeeping_bib"]


def run(*args: str | Path, **more) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PKBIB, *map(str, args)], capture_output=True, text=True, encoding="utf-8", **more)


@pytest.fixture
def pkbib(catalogue_file):
    return lambda *args, **more: run(*args, "--catalogue", catalogue_file, **more)


def fails(result, status, *words):
    """One line on standard error, nothing on standard output, no traceback."""
    assert result.returncode == status, result
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr
    assert result.stderr.startswith("pkbib: ")
    for word in words:
        assert word in result.stderr


def test_list_is_one_line_a_record(pkbib):
    result = pkbib("list", "--issuer", "unsc")
    assert result.stdout == "unsc-res-9244-1999\t1999-06-10\tResolution 9244 (1999)\n"
    assert result.returncode == 0
    assert result.stderr == ""


def test_list_as_json_holds_the_record(pkbib):
    found = [json.loads(line) for line in pkbib("list", "--json").stdout.splitlines()]
    assert [one["id"] for one in found][1] == "unsc-res-9244-1999"
    assert {name: value for name, value in found[1].items() if name in sample.RESOLUTION} == sample.RESOLUTION


def test_search_prints_the_best_first(pkbib):
    assert pkbib("search", "oslo", "communique").stdout.startswith("nato-m-nac-1-92-51\t")
    fails(pkbib("search", "giraffe"), 1, "giraffe")


def test_show_names_body_relations_sources_and_level(pkbib):
    text = pkbib("show", "A/55/9305").stdout
    for words in (
        "United Nations  (un)",
        "has-part a-55-9305-summary",
        "library.example",
        "dates: single-source",
    ):
        assert words in text
    assert "established-by unsc-res-9244-1999, 1999-06-10" in pkbib("show", "UNEX").stdout


def test_keys_of_a_manuscript_select_and_others_are_named(pkbib, tmp_path):
    paper = tmp_path / "paper.aux"
    paper.write_text("\\citation{unsc-res-9244-1999,smith2001}\n\\abx@aux@cite{0}{a-55-9305}\n")
    result = pkbib("list", "--keys-from", paper)
    assert [line.split("\t")[0] for line in result.stdout.splitlines()] == ["unsc-res-9244-1999", "a-55-9305"]
    assert "smith2001" in result.stderr


@pytest.mark.parametrize("format_name", ["bibtex", "biblatex", "csl-json", "ris"])
def test_export_writes_every_record_once(pkbib, format_name, tmp_path):
    to_file = tmp_path / "out"
    result = pkbib("export", "--format", format_name)
    assert pkbib("export", "--format", format_name, "-o", to_file).returncode == 0
    assert (
        to_file.read_bytes().decode()
        == subprocess.run(
            [*PKBIB, "export", "--format", format_name, "--catalogue", str(tmp_path / "sample.sqlite")],
            capture_output=True,
        ).stdout.decode()
    )
    for identifier in ("unsc-res-9244-1999", "a-55-9305", "nato-m-nac-1-92-51"):
        assert identifier in result.stdout


def test_cite_and_bibliography_name_the_document(pkbib):
    assert "S/RES/9244 (1999)" in pkbib("cite", "S/RES/9244", "--style", "un").stdout
    assert "5" in pkbib("cite", "S/RES/9244", "--style", "un", "--locator", "para. 5").stdout
    page = pkbib("bibliography", "--style", "apa", "--output", "html").stdout
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("Éxample Operations") == 1


def test_validate_prints_file_pointer_and_message(tree):
    path = sample.put(tree, sample.changed(sample.COMMUNIQUE, place="Oslo"))
    result = run("validate", tree)
    assert result.stdout == f"{path}: /place: no source in provenance states it\n"
    assert result.returncode == 1
    sample.put(tree, sample.COMMUNIQUE)
    result = run("validate", tree)
    assert (result.stdout, result.returncode) == ("", 0)
    assert result.stderr == "pkbib: no problems\n"


def test_validate_fix_writes_the_canonical_form(tree):
    path = tree / "un" / "a-55-9305.json"
    canonical = path.read_bytes()
    path.write_text(json.dumps(sample.REPORT))
    assert run("validate", "--fix", tree).returncode == 0
    assert path.read_bytes() == canonical


def test_compile_makes_a_catalogue_of_ones_own(tree, tmp_path):
    target = tmp_path / "own.sqlite"
    assert run("compile", tree, "-o", target).stderr == f"pkbib: 4 records in {target}\n"
    assert run("list", "--catalogue", target).stdout == run("list", "--catalogue", tree).stdout


def test_coverage_fails_when_a_complete_series_has_a_hole(tree):
    assert run("coverage", "--catalogue", tree).returncode == 0
    sample.put(tree, sample.changed(sample.SERIES, first=9243))
    result = run("coverage", "--catalogue", tree)
    assert "missing: 9243" in result.stdout
    assert result.returncode == 1


def test_styles_and_formats_are_listed():
    assert {"apa", "un"} <= set(run("styles").stdout.split())
    assert {"biblatex", "bibtex", "csl-json", "ris"} <= {
        line.split("\t")[0] for line in run("formats").stdout.splitlines()
    }


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_shell_code(shell):
    assert "_PKBIB_COMPLETE" in run("completion", shell).stdout


def test_completion_knows_the_commands():
    words = {"COMP_WORDS": "pkbib ex", "COMP_CWORD": "1", "_PKBIB_COMPLETE": "bash_complete"}
    assert "export" in run(env={**os.environ, **words}).stdout


def test_help_names_every_command():
    text = run("--help").stdout
    for name in (
        "export",
        "bibliography",
        "cite",
        "list",
        "show",
        "search",
        "validate",
        "compile",
        "coverage",
    ):
        assert f"\n  {name} " in text


# -- bad input


@pytest.mark.parametrize(
    ("args", "status", "words"),
    [
        (["cite", "Brahm Reprt"], 2, ["did you mean a-55-9305?"]),
        (["list", "nobody"], 2, ["nobody"]),
        (["export", "--format", "bibtecks"], 2, ["bibtecks", "bibtex", "ris"]),
        (["bibliography", "--style", "appa"], 2, ["appa", "apa", "un"]),
        (["bibliography", "--output", "smoke"], 2, ["smoke", "html", "text"]),
        (["bibliography", "--locale", "xx-XX"], 2, ["xx-XX"]),
        (["list", "--kind", "poem"], 2, ["poem", "resolution"]),
        (["list", "--since", "soon"], 2, ["soon", "EDTF"]),
        (["list", "--kind", "resolution", "--issuer", "nato"], 1, ["--kind resolution --issuer nato"]),
        (["export", "--format", "bibtex", "--kind", "resolution", "--issuer", "nato"], 1, ["nothing fits"]),
        (["cite", "A/55/9305", "--locator", "somewhere 5"], 2, ["somewhere"]),
        (["list", "--keys-from", "/nowhere/paper.aux"], 2, ["/nowhere/paper.aux"]),
        (["list", "--keys-from", "paper.docx"], 2, ["paper.docx", ".aux"]),
        (["export", "--format", "bibtex", "-o", "/nowhere/x.bib"], 2, ["/nowhere/x.bib"]),
        (["export", "--format", "bibtex", "-o", "/"], 2, ["/: cannot be written"]),
    ],
)
def test_wrong_use_is_one_clear_line(pkbib, args, status, words):
    fails(pkbib(*args), status, *words)


def test_an_unknown_command_is_refused_with_a_suggestion():
    fails(run("exprot"), 2, "exprot", "export")


def test_a_broken_record_is_named_by_every_command_and_leaves_no_file(tree, tmp_path):
    bad = tree / "un" / "bad.json"
    bad.write_text('{"id": "bad",')
    target = tmp_path / "out.bib"
    fails(run("list", "--catalogue", tree), 1, f"{bad}: /: is not JSON")
    fails(run("export", "--format", "bibtex", "--catalogue", tree, "-o", target), 1, str(bad))
    assert list(tmp_path.glob("out.bib*")) == []


def test_a_file_that_is_no_catalogue_is_refused(tmp_path):
    other = tmp_path / "x.sqlite"
    other.write_text("hello")
    fails(run("list", "--catalogue", other), 1, str(other), "pkbib compile")
    fails(run("list", "--catalogue", tmp_path / "none.sqlite"), 1, "none.sqlite")


def many(tree: Path) -> Path:
    """A tree large enough that a command is still writing when it is stopped."""
    for number in range(10_000, 12_000):
        entity = sample.changed(
            sample.RESOLUTION,
            id=f"unsc-res-{number}-1999",
            symbols=[{"scheme": "un", "value": f"S/RES/{number} (1999)"}],
            relations=None,
            provenance=[sample.source("title", "issuers", "symbols", "dates", "event", "languages")],
        )
        sample.put(tree, entity)
    target = tree.parent / "many.sqlite"
    assert run("compile", tree, "-o", target).returncode == 0
    return target


def test_a_closed_pipe_and_an_interrupt_end_quietly(tree, tmp_path):
    catalogue = many(tree)
    command = [*PKBIB, "list", "--json", "--catalogue", str(catalogue)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
    target = tmp_path / "interrupted.bib"
    command = [*PKBIB, "export", "--format", "bibtex", "--catalogue", str(catalogue), "-o", str(target)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        while process.poll() is None and not list(tmp_path.glob("interrupted.bib.*")):
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        message = process.stderr.read().decode()
        status = process.wait()
    assert status == 130, message
    assert message.strip() == "pkbib: interrupted; nothing was left half-written"  # after the terminal's ^C
    assert list(tmp_path.glob("interrupted.bib*")) == []
