"""HTML: a whole accessible page or a fragment to paste into one."""

from __future__ import annotations

import re
import unicodedata
from html import escape

from peacekeeping_bib.formatting.engine.markup import Span, text_of
from peacekeeping_bib.formatting.engine.processor import Node, Rendered

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
_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)$", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
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


def page(entries: list[Rendered], *, title: str, locale: str, fragment: bool) -> str:
    """Write a bibliography.

    Args:
        entries: In the order to print.
        title: Title and heading of the page.
        locale: Language tag of the page; an entry in another language carries its own ``lang``.
        fragment: Only the list, to paste into a page.
    """
    lines = [f"<li{_attributes(entry, locale)}>{inline(entry.nodes)}</li>\n" for entry in entries]
    body = f'<ol class="bibliography" role="list">\n{"".join(lines)}</ol>\n'
    if fragment:
        return body
    return _PAGE.format(locale=escape(locale), title=escape(title, quote=False), entries=body)


def _attributes(entry: Rendered, locale: str) -> str:
    """Return id and language of a list item; white space, which an HTML id may not hold, becomes ``_``."""
    attributes = f' id="{escape(re.sub(chr(92) + "s+", "_", entry.id))}"'
    language = entry.language
    if (
        language
        and language.lower() != locale.lower()
        and re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", language)
    ):
        attributes += f' lang="{language}"'
    return attributes


def _write(nodes: list[Node], italic: bool) -> str:
    output: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            output.append(_raise(escape(node, quote=False)))
        elif node.kind in ("url", "doi"):
            _link(node, output)
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
        f"<sup>{letter}</sup>" if (letter := _superscript(character)) else character for character in text
    )


def _superscript(character: str) -> str:
    """Return what a superscript character is the raised form of, or an empty string."""
    form, _, code = unicodedata.decomposition(character).partition(" ")
    return chr(int(code, 16)) if form == "<super>" and " " not in code else ""


def _link(node: Span, output: list[str]) -> None:
    """Write a link; the resolver's address before a DOI becomes part of it."""
    text = text_of(node.children)
    address, shown = text, text
    if node.kind == "doi":
        found = _DOI_PREFIX.search(output[-1]) if output else None
        if found:
            output[-1], shown = output[-1][: found.start()], found[0] + text
        address = text if _WEB.match(text) else f"https://doi.org/{text}"
    elif not _WEB.match(text):
        output.append(escape(text, quote=False))
        return
    output.append(f'<a href="{escape(address)}">{escape(shown, quote=False)}</a>')
