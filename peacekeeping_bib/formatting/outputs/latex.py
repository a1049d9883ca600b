r"""LaTeX: a document for LuaLaTeX or XeLaTeX, or a fragment for any document that loads ``hyperref``.

What TeX takes for a command or joins to another character (``--``, ``''``) is escaped, so that the page
reads as the entry does. Files are UTF-8.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from peacekeeping_bib.formatting.outputs.runs import BREAK, TAB, Syntax, line, write

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.processor import Node
    from peacekeeping_bib.formatting.outputs.document import Document, Section

_MARKS: Final = {
    "italic": (r"\textit{", "}"),
    "small-caps": (r"\textsc{", "}"),
    "bold": (r"\textbf{", "}"),
    "underline": (r"\underline{", "}"),
    "sup": (r"\textsuperscript{", "}"),
    "sub": (r"\textsubscript{", "}"),
}
_APART: Final = "\0"
_SPECIALS: Final = str.maketrans(
    {
        "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "{": r"\{", "}": r"\}",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}",
        "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}",
        '"': r"\textquotedbl{}", "'": r"\textquotesingle{}", "`": r"\textasciigrave{}",
        _APART: r"\kern0pt ", "\u00a0": "~", "\u202f": r"\,", BREAK: "\\newline\n", TAB: r"\quad ",
    }
)  # fmt: skip
#: Between two characters that TeX fonts would join into a dash, a quotation mark or a Spanish mark.
_JOINT: Final = re.compile(r"(?<=([-,<>`']))(?=\1)|(?<=[!?])(?=`)")
_ADDRESS: Final = str.maketrans({"%": r"\%", "#": r"\#", "&": r"\&", "_": r"\_", "$": r"\%24", "~": r"\%7E"})
#: By depth; the last ones run into the text, unless an empty box begins it.
_HEADINGS: Final = (
    "\\section*{%s}", "\\subsection*{%s}", "\\subsubsection*{%s}", "\\paragraph*{%s}\\mbox{}",
)  # fmt: skip
_LIST: Final = r"""\begin{list}{}{\setlength{\leftmargin}{2em}\setlength{\itemindent}{-2em}%
\setlength{\labelwidth}{0pt}\setlength{\labelsep}{0pt}}
"""
_FRAGMENT: Final = "% Bibliography for a document that loads the package hyperref.\n"
#: Fonts with Cyrillic letters; the last one that is installed is taken.
_FONTS: Final = ("DejaVu Serif", "Liberation Serif", "Times New Roman", "FreeSerif", "CMU Serif")
_FONT: Final = "\\IfFontExistsTF{%(font)s}{\\setmainfont{%(font)s}}{}\n"
_DOCUMENT: Final = r"""%% Compile with lualatex or xelatex.
\documentclass{article}
\usepackage{fontspec}
%% The last of these that is installed; the default font has no Cyrillic letters.
%(fonts)s\PassOptionsToPackage{hyphens}{url}
\usepackage[hidelinks]{hyperref}
\urlstyle{same}
\hypersetup{pdftitle={%(title)s}, pdflang={%(locale)s}}
\setlength{\emergencystretch}{3em}
\title{%(title)s}\author{}\date{}
\begin{document}
\maketitle
%(body)s\end{document}
"""


def inline(nodes: list[Node]) -> str:
    """Write one entry or citation."""
    return write(nodes, _SYNTAX)


def page(document: Document) -> str:
    """Write a bibliography: sections without numbers, entries with a hanging indent, notes as quotations."""
    body = "".join(map(_section, document.sections))
    if document.fragment:
        return _FRAGMENT + body
    fonts = "".join(_FONT % {"font": name} for name in _FONTS)
    title = _line(document.title)
    return _DOCUMENT % {"title": title, "locale": document.locale, "fonts": fonts, "body": body}


def escape(text: str) -> str:
    """Escape the characters that TeX does not print as they are."""
    return _JOINT.sub(_APART, text).translate(_SPECIALS)


def _line(text: str) -> str:
    return escape(line(text).strip())


def _section(section: Section) -> str:
    lines = []
    if section.heading:
        lines.append(_HEADINGS[min(section.level, len(_HEADINGS)) - 1] % _line(section.heading) + "\n")
    if section.entries:
        lines.append(_LIST)
        for entry in section.entries:
            lines.append(f"\\item{{}}{inline(entry.nodes)}\n")
            if entry.note:
                lines.append(f"\\begin{{quote}}\n{_line(entry.note)}\n\\end{{quote}}\n")
        lines.append("\\end{list}\n")
    return "".join(lines)


def _link(address: str, shown: str) -> str:
    target = address.translate(_ADDRESS)
    return f"\\url{{{target}}}" if shown == escape(address) else f"\\href{{{target}}}{{{shown}}}"


_SYNTAX: Final = Syntax(_MARKS, escape, _link)
