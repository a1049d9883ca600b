"""Kind x style: golden files over the invented records, and the page that shows it with real ones.

``python -m pytest tests/test_style_matrix.py --regenerate`` writes both anew; review the difference.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import exported
import pytest

import peacekeeping_bib as pkb
from peacekeeping_bib import csl, formatting
from peacekeeping_bib.formatting import styles

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "golden" / "style"
PAGE = ROOT / "styles" / "README.md"
STYLES = sorted(path.stem for path in (ROOT / "styles").glob("*.csl"))
CSL = {"csl": "http://purl.org/net/xbiblio/csl"}
#: A real record of each kind that has one.
EXAMPLES = (
    "unsc-res-1244-1999", "unga-res-49-57", "unsc-prst-1994-7", "a-47-277", "a-55-305", "s-pv-3988",
    "nato-m-nac-1-96-63", "nacc-1993-12-03-progress-report", "nato-1991-11-08-rome-declaration",
    "csce-1992-07-10-helsinki-document", "csce-1992-07-10-helsinki-decisions-iii", "pjc-1999-10-27-statement",
    "us-pdd-25", "nato-nac-s-99-65", "un-charter", "un-1994-12-09-safety-convention",
    "cis-1992-03-20-kiev-agreement", "a-51-62", "un-2008-01-18-capstone-doctrine",
    "iciss-2001-12-supplementary-volume", "nato-1999-05-18-morning-briefing",
)  # fmt: skip


def golden(style: str) -> str:
    """Entry and citation of every invented record in a style, in the order of their files."""
    lines = []
    for record in exported.records():
        item = csl.item(record, "en-US", style=style)
        entry = formatting.render([item], style, output="text").strip()
        citation = formatting.format_citation([item], style, locator="para. 5")
        lines.append(f"{record.id}\n  {entry}\n  {citation}\n")
    return "\n".join(lines)


@pytest.mark.parametrize("style", STYLES)
def test_kinds_in_a_style(style, regenerate):
    path = GOLDEN / f"{style}.txt"
    if regenerate:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(golden(style), "utf-8")
    assert golden(style) == path.read_text("utf-8")


def rule(style: str) -> str:
    """The guide's rules as the style itself names them: its first comment."""
    text = (ROOT / "styles" / f"{style}.csl").read_text("utf-8")
    comment = re.search(r"<!--(.*?)-->", text, re.DOTALL)
    assert comment, f"{style} names no rule"
    return comment.group(1).strip("\n").rstrip()


def title(style: str) -> str:
    tree = ElementTree.parse(ROOT / "styles" / f"{style}.csl")  # noqa: S314 - our own file
    return tree.findtext("csl:info/csl:title", namespaces=CSL) or style


def page() -> str:
    """The page: for every style its rules, then a citation and an entry for each kind."""
    lines = [
        "# Citation styles",
        "",
        "Written for this field from the rules of the guides; each style names the rule that it follows.",
        "They are CSL 1.0.2 and work in Zotero as they are. `tests/test_style_matrix.py` makes this page:",
        "each record stands as the style cites it, then as it stands in the bibliography.",
        "",
        *(f"- [{style}](#{style}): {title(style)}" for style in STYLES),
    ]
    records = [pkb.get(key) for key in EXAMPLES]
    for style in STYLES:
        lines += ["", f"## {style}", "", "```text", rule(style), "```", ""]
        lines += ["| record | citation | entry |", "| --- | --- | --- |"]
        for record in records:
            cells = (record.id, pkb.cite(record, style), pkb.bibliography([record], style))
            lines.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    plain = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("*", "\\*")
    return " ".join(plain.split())


def test_the_page_shows_the_styles_as_they_are(regenerate):
    if regenerate:
        PAGE.write_text(page(), "utf-8")
    assert page() == PAGE.read_text("utf-8")


def test_every_style_is_shown():
    assert set(STYLES) <= set(styles.names())
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(STYLES)
