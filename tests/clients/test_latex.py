"""Every record printed by TeX: BibTeX with plain.bst, and biber with biblatex, both under LuaLaTeX."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import exported
import pytest

import peacekeeping_bib as pkb
from peacekeeping_bib import csl
from peacekeeping_bib.record import Record

#: A font with Cyrillic letters, without further packages.
FONTS = r"""
\DeclareFontFamily{TU}{dejavu}{}
\DeclareFontShape{TU}{dejavu}{m}{n}{<->"file:DejaVuSerif.ttf:+tlig"}{}
\DeclareFontShape{TU}{dejavu}{b}{n}{<->"file:DejaVuSerif-Bold.ttf:+tlig"}{}
\DeclareFontShape{TU}{dejavu}{m}{it}{<->"file:DejaVuSerif.ttf:+tlig"}{}
\DeclareFontFamily{TU}{dejavumono}{}
\DeclareFontShape{TU}{dejavumono}{m}{n}{<->"file:DejaVuSansMono.ttf"}{}
\renewcommand{\rmdefault}{dejavu}
\renewcommand{\ttdefault}{dejavumono}
\usepackage{url}
\setlength{\emergencystretch}{10em}
"""
CLASSIC = r"""\documentclass{article}%(fonts)s
\begin{document}
\nocite{*}
\bibliographystyle{%(style)s}
\bibliography{records}
\end{document}
"""
MODERN = r"""\documentclass{article}%(fonts)s
\usepackage[english]{babel}
\usepackage[backend=biber, style=%(style)s]{biblatex}
\addbibresource{records.bib}
\begin{document}
\nocite{*}
\printbibliography
\end{document}
"""


def needs(*programs: str, files: tuple[str, ...] = ()) -> pytest.MarkDecorator:
    missing = [program for program in programs if shutil.which(program) is None]
    if not missing:
        missing = [name for name in files if not _has(name)]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def _has(name: str) -> bool:
    return subprocess.run(["kpsewhich", name], capture_output=True, check=False).returncode == 0


def run(folder: Path, *command: str) -> str:
    """Run a program; return what it wrote."""
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=300, check=False)
    output = done.stdout.decode("utf-8", "replace")
    assert done.returncode == 0, output[-3000:]
    return output


def typeset(folder: Path, document: str, bibliography: str, processor: str) -> tuple[str, str]:
    """Return the text of the printed pages and what the bibliography program said."""
    (folder / "document.tex").write_text(document, "utf-8")
    (folder / "records.bib").write_text(bibliography, "utf-8")
    latex = ("lualatex", "-interaction=nonstopmode", "-halt-on-error", "document.tex")
    run(folder, *latex)
    said = run(folder, processor, "document")
    run(folder, *latex)
    log = run(folder, *latex)
    assert "LaTeX Warning: Citation" not in log
    assert "Missing character" not in (folder / "document.log").read_text("utf-8", "replace")
    run(folder, "pdftotext", "-raw", "document.pdf", "document.txt")
    return (folder / "document.txt").read_text("utf-8"), said


def letters(text: str) -> str:
    """The letters and digits of a text, so that hyphenation, quotes and ligatures do not matter."""
    return re.sub(r"[\W_]+", "", text).casefold()


def missing_titles(printed: str, records: Iterable[Record] | None = None) -> list[str]:
    page = letters(re.sub(r"\n\d+\n", "\n", printed))
    titles = [csl.item(record, "ru")["title"] for record in records or exported.records()]
    return [title for title in titles if letters(title) not in page]


@needs("lualatex", "bibtex", "pdftotext", files=("url.sty", "DejaVuSerif.ttf"))
def test_bibtex_prints_every_record(tmp_path: Path) -> None:
    document = CLASSIC % {"fonts": FONTS, "style": "plain"}
    printed, said = typeset(tmp_path, document, exported.dump("bibtex", language="ru"), "bibtex")
    assert missing_titles(printed) == []
    assert "error message" not in said
    warnings = [line for line in said.splitlines() if line.startswith("Warning--")]
    assert [line for line in warnings if "to sort, need author or key" not in line] == []


@needs("lualatex", "bibtexu", "pdftotext", files=("natbib.sty", "url.sty", "DejaVuSerif.ttf"))
def test_bibtexu_prints_every_record_in_a_style_that_shortens_names(tmp_path: Path) -> None:
    document = CLASSIC % {"fonts": FONTS + r"\usepackage{natbib}", "style": "abbrvnat"}
    printed, _ = typeset(tmp_path, document, exported.dump("bibtex", language="ru"), "bibtexu")
    assert missing_titles(printed) == []


@needs("lualatex", "biber", "pdftotext", files=("biblatex.sty", "etoolbox.sty", "DejaVuSerif.ttf"))
@pytest.mark.parametrize("style", ["numeric", "authoryear", "verbose"])
def test_biber_prints_every_record(tmp_path: Path, style: str) -> None:
    document = MODERN % {"fonts": FONTS, "style": style}
    printed, said = typeset(tmp_path, document, exported.dump("biblatex", language="ru"), "biber")
    assert missing_titles(printed) == []
    assert [line for line in said.splitlines() if re.match("ERROR|WARN", line)] == []


def of_the_guide() -> list[Record]:
    return list(pkb.records(section="A"))


@needs("lualatex", "bibtex", "pdftotext", files=("url.sty", "DejaVuSerif.ttf"))
def test_bibtex_prints_the_records_of_the_guide(tmp_path: Path) -> None:
    document = CLASSIC % {"fonts": FONTS, "style": "plain"}
    bibliography = pkb.export(of_the_guide(), "bibtex", language="ru")
    printed, said = typeset(tmp_path, document, bibliography, "bibtex")
    assert missing_titles(printed, of_the_guide()) == []
    assert "error message" not in said


@needs("lualatex", "biber", "pdftotext", files=("biblatex.sty", "etoolbox.sty", "DejaVuSerif.ttf"))
def test_biber_prints_the_records_of_the_guide(tmp_path: Path) -> None:
    document = MODERN % {"fonts": FONTS, "style": "authoryear"}
    bibliography = pkb.export(of_the_guide(), "biblatex", language="ru")
    printed, said = typeset(tmp_path, document, bibliography, "biber")
    assert missing_titles(printed, of_the_guide()) == []
    assert [line for line in said.splitlines() if re.match("ERROR|WARN", line)] == []
