"""What a reader of each output format makes of an entry: its text, without any white space."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from typing import Any
from unicodedata import normalize
from xml.etree import ElementTree

from docutils.core import publish_doctree
from markdown_it import MarkdownIt

from peacekeeping_bib.formatting import outputs
from peacekeeping_bib.formatting.outputs.document import Document, Entry, Section
from peacekeeping_bib.formatting.outputs.runs import runs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Inline HTML that the Markdown output may hold.
HTML_IN_MARKDOWN = re.compile(r"</?(?:span|sup|sub|u)\b[^>]*>|<!-- -->")


def squeezed(text: str) -> str:
    """Text without white space, and with superscript characters as plain ones."""
    return re.sub(r"\s+", "", normalize("NFKC", text))


def expected(nodes: list[Any]) -> str:
    return squeezed("".join(run.text for run in runs(nodes)))


def document(nodes: list[Any]) -> Document:
    return Document([Section([Entry("a", "", nodes)])], fragment=True)


def written(name: str, nodes: list[Any]) -> Any:
    return outputs.output(name).page(document(nodes))


def html(page: str) -> str:
    texts: list[str] = []
    parser = HTMLParser(convert_charrefs=True)
    parser.handle_data = texts.append  # type: ignore[method-assign]
    parser.feed(page)
    parser.close()
    return "".join(texts)


def markdown(page: str) -> str:
    """Text as markdown-it-py reads it: one paragraph of nothing but text, emphasis and links."""
    reader = MarkdownIt("commonmark")
    texts = []
    for token in reader.parse(page):
        assert token.type in ("paragraph_open", "paragraph_close", "inline"), token.type
        for part in token.children or []:
            assert part.type not in ("code_inline", "image"), part
            if part.type == "html_inline":
                assert HTML_IN_MARKDOWN.fullmatch(part.content)
            elif part.type == "text":
                texts.append(part.content)
    return "".join(texts)


def rst(page: str) -> str:
    """Text as docutils reads it: one paragraph, without any message."""
    said = io.StringIO()
    settings = {"warning_stream": said, "report_level": 1, "doctitle_xform": False}
    tree = publish_doctree(page, settings_overrides=settings)
    assert said.getvalue() == ""
    assert [node.tagname for node in tree.children if node.tagname != "target"] in (["paragraph"], [])
    return str(tree.astext())


_TEX = {
    r"\textasciitilde": "~", r"\textasciicircum": "^", r"\textbackslash": "\\", r"\textless": "<",
    r"\textgreater": ">", r"\textbar": "|", r"\textquotedbl": '"', r"\textquotesingle": "'",
    r"\textasciigrave": "`",
}  # fmt: skip
_TEX_TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|[{}]|[^\\{}]", re.DOTALL)


def latex(page: str) -> str:
    """Text as TeX would print it; a character that TeX takes for a command and that is not escaped fails."""
    body = page.partition("\\item{}")[2].partition("\\end{list}")[0]
    body = re.sub(r"\\href\{[^{}]*\}", "", body).replace(r"\%7E", "~").replace(r"\%24", "$")
    texts, depth = [], 0
    for found in _TEX_TOKEN.findall(body.replace("\\kern0pt ", "")):
        depth += {"{": 1, "}": -1}.get(found, 0)
        assert depth >= 0
        if found in _TEX:
            texts.append(_TEX[found])
        elif len(found) == 2 and found[0] == "\\" and not found[1].isalpha():
            texts.append("" if found[1] == "," else found[1])
        elif found[0] != "\\" and found not in "{}":
            assert found not in "%#&_$^\\"
            texts.append(" " if found == "~" else found)
    assert depth == 0
    return "".join(texts)


_RTF_TOKEN = re.compile(r"\\u(-?\d+)\?|\\([a-z]+)(-?\d+)? ?|\\(.)|([{}])|([^\\{}])", re.DOTALL)


def rtf(page: str) -> str:
    """Text of the paragraphs; destinations and instructions of fields are none."""
    assert page.isascii()
    body = re.sub(r"\{\\\*\\fldinst\{[^{}]*\}\}", "", page.partition("\\fs24\n")[2])
    units: list[str] = []
    depth = 1
    for code, _word, _number, symbol, brace, character in _RTF_TOKEN.findall(body):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if code:
            units.append(chr(int(code) % 0x10000))
        units.append({"~": " "}.get(symbol, symbol) + character)
    assert depth == 0
    return "".join(units).encode("utf-16", "surrogatepass").decode("utf-16")


def docx(package: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        assert parts.testzip() is None
        root = ElementTree.fromstring(parts.read("word/document.xml"))  # noqa: S314
    return "".join(element.text or "" for element in root.iter(f"{W}t"))


def text(page: str) -> str:
    return page


READERS = {
    "docx": docx,
    "html": html,
    "latex": latex,
    "markdown": markdown,
    "rst": rst,
    "rtf": rtf,
    "text": text,
}


def read(name: str, nodes: list[Any]) -> str:
    """Write an entry and read it."""
    return squeezed(READERS[name](written(name, nodes)))
