"""The second engine: refusals always, rendering where pandoc is installed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from peacekeeping_bib.errors import StyleError, UnknownStyle
from peacekeeping_bib.formatting.pandoc import MOST_ITEMS, PandocError, render_with_pandoc

BOOK: dict[str, Any] = {
    "id": "a",
    "type": "book",
    "title": "Deep Lakes",
    "author": [{"family": "Roe", "given": "Ann"}],
}


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program named pandoc on the path."""
    program = folder / "bin" / "pandoc"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")


def test_too_many_items_are_refused_before_anything_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: pytest.fail("looked for pandoc"))
    items = [{**BOOK, "id": str(number)} for number in range(MOST_ITEMS + 1)]
    with pytest.raises(PandocError, match=f"too long for {MOST_ITEMS + 1} items: give at most {MOST_ITEMS}"):
        render_with_pandoc(items, "un")


def test_missing_pandoc_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(PandocError, match="pandoc is not installed: get it from"):
        render_with_pandoc([BOOK], "un")


def test_style_is_checked_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "exit 0")
    with pytest.raises(UnknownStyle):
        render_with_pandoc([BOOK], "no-such-style-at-all")
    with pytest.raises(StyleError, match="not a language tag"):
        render_with_pandoc([BOOK], "un", locale="d!")


def test_failure_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "echo first >&2; echo 'Unknown output format x' >&2; exit 22")
    with pytest.raises(PandocError, match="failed with status 22: Unknown output format x") as caught:
        render_with_pandoc([BOOK], "un", "x")
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_prints_the_entry() -> None:
    text = render_with_pandoc([BOOK], "apa").decode()
    assert "Roe" in text
    assert "Deep Lakes" in text
    assert b"<i>Deep Lakes</i>" in render_with_pandoc([BOOK], "apa", "html").replace(b"em>", b"i>")
    assert render_with_pandoc([BOOK], "apa", "docx").startswith(b"PK")
