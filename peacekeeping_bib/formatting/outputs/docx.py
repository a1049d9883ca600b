"""Office Open XML text document (ISO/IEC 29500-1), the format of Word: a package of XML parts, as bytes.

The same document gives the same bytes. Paragraph styles are Word's own by name (Title, Heading 1,
Bibliography), so that a user's template changes the look.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from peacekeeping_bib.formatting import outputs
from peacekeeping_bib.formatting.outputs import package_parts as parts
from peacekeeping_bib.formatting.outputs.document import NOTES_LANGUAGE, foreign
from peacekeeping_bib.formatting.outputs.runs import BREAK, TAB, Run, line, runs

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.processor import Node
    from peacekeeping_bib.formatting.outputs.document import Document

#: In the order in which the schema wants the properties of a run.
_PROPERTIES: Final = {
    "bold": "<w:b/>",
    "italic": "<w:i/>",
    "small-caps": "<w:smallCaps/>",
    "underline": '<w:u w:val="single"/>',
    "sup": '<w:vertAlign w:val="superscript"/>',
    "sub": '<w:vertAlign w:val="subscript"/>',
}
_CONTROLS: Final = {BREAK: "<w:br/>", TAB: "<w:tab/>"}
#: The moment of every part: the earliest that a zip file can hold.
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_DEEPEST: Final = 4


def inline(nodes: list[Node]) -> str:
    """Refuse to write a citation alone: the format knows only whole documents.

    Raises:
        PeacekeepingBibError: Always.
    """
    outputs.require_text("docx")
    return ""


def page(document: Document) -> bytes:
    """Write a bibliography; a fragment, too, is a whole file, without the title."""
    links = _Links()
    body = "".join(_paragraphs(document, links))
    contents = {
        "[Content_Types].xml": parts.CONTENT_TYPES,
        "_rels/.rels": parts.PACKAGE_RELATIONS,
        "docProps/core.xml": parts.CORE.format(title=_text(document.title), language=_text(document.locale)),
        "word/document.xml": parts.DOCUMENT.format(body=body),
        "word/styles.xml": parts.styles(document.locale),
        "word/_rels/document.xml.rels": parts.DOCUMENT_RELATIONS.format(links=links.relations()),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content.encode("utf-8"))
    return stream.getvalue()


class _Links:
    """The addresses of a document, each with the id of its relationship."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def id(self, address: str) -> str:
        """Return the id for an address, the same each time."""
        return self._ids.setdefault(address, f"link{len(self._ids) + 1}")

    def relations(self) -> str:
        """Return the relationships as XML."""
        return "".join(
            parts.LINK.format(id=identifier, address=quoteattr(address))
            for address, identifier in self._ids.items()
        )


def _text(text: str) -> str:
    return escape(line(text).strip())


def _paragraphs(document: Document, links: _Links) -> Iterator[str]:
    notes = foreign(NOTES_LANGUAGE, document.locale)
    if not document.fragment:
        yield _paragraph("Title", [Run(line(document.title))], "", links)
    for section in document.sections:
        if section.heading:
            style = f"Heading{min(section.level, _DEEPEST)}"
            language = foreign(section.language, document.locale)
            yield _paragraph(style, [Run(line(section.heading))], language, links)
        for entry in section.entries:
            language = foreign(entry.language, document.locale)
            yield _paragraph("Bibliography", runs(entry.nodes), language, links)
            if entry.note:
                yield _paragraph("Annotation", [Run(line(entry.note))], notes, links)


def _paragraph(style: str, content: list[Run], language: str, links: _Links) -> str:
    written = "".join(_linked(run, language, links) for run in content)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{written}</w:p>\n'


def _linked(run: Run, language: str, links: _Links) -> str:
    if not run.address:
        return _run(run, language)
    return f'<w:hyperlink r:id="{links.id(run.address)}">{_run(run, language)}</w:hyperlink>'


def _run(run: Run, language: str) -> str:
    properties = ['<w:rStyle w:val="Hyperlink"/>'] if run.address else []
    properties += [xml for kind, xml in _PROPERTIES.items() if kind in run.kinds]
    properties += [f"<w:lang w:val={quoteattr(language)}/>"] if language else []
    around = f"<w:rPr>{''.join(properties)}</w:rPr>" if properties else ""
    return f"<w:r>{around}{''.join(_content(run.text))}</w:r>"


def _content(text: str) -> Iterator[str]:
    """Yield the text of a run, with elements for a line break and a tab."""
    start = 0
    for place, character in enumerate(text):
        if character in _CONTROLS:
            yield _stretch(text[start:place])
            yield _CONTROLS[character]
            start = place + 1
    yield _stretch(text[start:])


def _stretch(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""
