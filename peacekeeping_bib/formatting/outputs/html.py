"""HTML: a whole accessible page or a fragment to paste into one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from peacekeeping_bib.formatting.outputs.document import NOTES_LANGUAGE, foreign
from peacekeeping_bib.formatting.outputs.runs import Link, line, linked, printable, superscript

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.processor import Node
    from peacekeeping_bib.formatting.outputs.document import Document, Entry

_TAGS = {
    "italic": ("<i>", "</i>"),
    "bold": ("<b>", "</b>"),
    "light": ('<span style="font-weight:lighter">', "</span>"),
    "underline": ('<span style="text-decoration:underline">', "</span>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "small-caps": ('<span style="font-variant:small-caps">', "</span>"),
    "block": ('<div class="csl-block">', "</div>"),
    "left-margin": ('<div class="csl-left-margin">', "</div>"),
    "right-inline": ('<div class="csl-right-inline">', "</div>"),
    "indent": ('<div class="csl-indent">', "</div>"),
}
_UPRIGHT = ('<span style="font-style:normal">', "</span>")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_PAGE = """<!DOCTYPE html>
<html lang="{locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; color: #1a1a1a;
background: #fff; }}
ol.bibliography {{ list-style: none; padding: 0; }}
ol.bibliography > li {{ margin: 0 0 0.8rem; padding-left: 2rem; text-indent: -2rem; overflow-wrap: anywhere;
}}
ol.bibliography > li:target {{ background: #fff3bf; }}
p.note {{ margin: 0.3rem 0 0 2rem; text-indent: 0; font-size: 0.9em; }}
.csl-left-margin, .csl-right-inline {{ display: inline; }}
.csl-left-margin {{ margin-right: 0.5rem; }}
.csl-block, .csl-indent {{ text-indent: 0; }}
a {{ color: #00509d; }}
@media print {{ a {{ color: inherit; }} }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{entries}</main>
</body>
</html>
"""


def inline(nodes: list[Node]) -> str:
    """Write one entry or citation; URLs and DOIs become links."""
    return _write(nodes, italic=False)


def page(document: Document) -> str:
    """Write a bibliography: a list for each section, sections below headings.

    An entry in another language than the page carries its own ``lang``. An entry that stands in several
    sections has its id in the first.
    """
    body = "".join(_sections(document))
    if document.fragment:
        return body
    return _PAGE.format(
        locale=escape(document.locale), title=escape(line(document.title), quote=False), entries=body
    )


def _sections(document: Document) -> Iterator[str]:
    """Yield the lists; a section is closed where a heading of its depth or above follows, and at the end."""
    depth = 0
    seen: set[str] = set()
    for section in document.sections:
        if section.heading:
            yield "</section>\n" * (depth - section.level + 1)
            depth = section.level
            rank, language = depth + 1, _lang(foreign(section.language, document.locale), document.locale)
            yield f"<section>\n<h{rank}{language}>{escape(line(section.heading), quote=False)}</h{rank}>\n"
        if section.entries:
            yield '<ol class="bibliography" role="list">\n'
            yield from (_item(entry, document.locale, seen) for entry in section.entries)
            yield "</ol>\n"
    yield "</section>\n" * depth


def _item(entry: Entry, locale: str, seen: set[str]) -> str:
    """Return an entry as a list item; white space, which an id may not hold, becomes ``_``."""
    identifier = ""
    if entry.id not in seen:
        identifier = f' id="{escape(re.sub(chr(92) + "s+", "_", entry.id))}"'
        seen.add(entry.id)
    note = ""
    if entry.note:
        around = entry.language or locale
        language = _lang(foreign(NOTES_LANGUAGE, around), around)
        note = f'\n<p class="note"{language}>{escape(line(entry.note), quote=False)}</p>'
    return f"<li{identifier}{_lang(entry.language, locale)}>{inline(entry.nodes)}{note}</li>\n"


def _lang(language: str, around: str) -> str:
    """Return the attribute for a text in another language than what is around it."""
    known = language.lower() != around.lower() and _LANGUAGE.fullmatch(language)
    return f' lang="{language}"' if known else ""


def _write(nodes: list[Node], italic: bool) -> str:
    output: list[str] = []
    for node in linked(nodes):
        if isinstance(node, str):
            output.append(_raise(escape(printable(node), quote=False)))
        elif isinstance(node, Link):
            shown = escape(printable(node.shown), quote=False)
            output.append(f'<a href="{escape(printable(node.address))}">{shown}</a>')
        elif node.kind == "italic":
            tags = _UPRIGHT if italic else _TAGS["italic"]
            output += [tags[0], _write(node.children, not italic), tags[1]]
        elif node.kind == "upright":
            inner = _write(node.children, False)
            output.append(_UPRIGHT[0] + inner + _UPRIGHT[1] if italic else inner)
        elif node.kind in _TAGS:
            opening, closing = _TAGS[node.kind]
            output += [opening, _write(node.children, italic), closing]
        else:
            output.append(_write(node.children, italic))
    return "".join(output)


def _raise(text: str) -> str:
    """Set superscript letters and digits, as in ``2ᵉ``, as superscript: many fonts lack the characters."""
    if text.isascii():
        return text
    return "".join(
        f"<sup>{letter}</sup>" if (letter := superscript(character)) else character for character in text
    )
