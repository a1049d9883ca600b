r"""Rich Text Format (specification 1.9): plain ASCII, all other characters as UTF-16 codes after ``\u``."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Final

from peacekeeping_bib.formatting.outputs.document import NOTES_LANGUAGE, foreign
from peacekeeping_bib.formatting.outputs.runs import BREAK, TAB, Syntax, line, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peacekeeping_bib.formatting.engine.processor import Node
    from peacekeeping_bib.formatting.outputs.document import Document

_MARKS: Final = {
    "italic": (r"{\i ", "}"),
    "small-caps": (r"{\scaps ", "}"),
    "bold": (r"{\b ", "}"),
    "underline": (r"{\ul ", "}"),
    "sup": (r"{\super ", "}"),
    "sub": (r"{\sub ", "}"),
}
_SPECIALS: Final = {
    "\\": r"\\", "{": r"\{", "}": r"\}", BREAK: r"\line ", TAB: r"\tab ", "\u00a0": r"\~",
}  # fmt: skip
_SPECIAL: Final = re.compile(r"[^ -~]|[\\{}]")
#: Windows language identifiers (MS-LCID), by which a word processor checks spelling; 1024 is none.
_LANGUAGES: Final = {
    "ar": 1025, "bg": 1026, "bs": 5146, "cs": 1029, "da": 1030, "de": 1031, "el": 1032, "en-GB": 2057,
    "en": 1033, "es": 3082, "et": 1061, "fi": 1035, "fr": 1036, "he": 1037, "hr": 1050, "hu": 1038,
    "it": 1040, "ka": 1079, "lt": 1063, "lv": 1062, "mk": 1071, "nb": 1044, "nl": 1043, "no": 1044,
    "pl": 1045, "pt": 2070, "ro": 1048, "ru": 1049, "sk": 1051, "sl": 1060, "sq": 1052, "sr": 10266,
    "sv": 1053, "tr": 1055, "uk": 1058, "zh": 2052,
}  # fmt: skip
_NO_LANGUAGE: Final = 1024
#: A4 with margins of 2.5 cm, in twentieths of a point.
_PAGE: Final = r"\paperw11906\paperh16838\margl1418\margr1418\margt1418\margb1418\fs24"
_TITLE: Final = r"\s1\sb0\sa240\keepn\b\fs36"
_ENTRY: Final = r"\s6\fi-567\li567\sa120"
_NOTE: Final = r"\s7\li1134\sa120\fs20"
_HEADINGS: Final = tuple(
    rf"\s{number + 1}\sb240\sa120\keepn\outlinelevel{number - 1}\b\fs{size}"
    for number, size in enumerate((28, 26, 24, 22), start=1)
)
_STYLES: Final = {
    "Normal": r"\s0",
    "Title": _TITLE,
    **{f"heading {number}": form for number, form in enumerate(_HEADINGS, start=1)},
    "Bibliography": _ENTRY,
    "Annotation": _NOTE,
}


def inline(nodes: list[Node]) -> str:
    """Write one entry or citation as part of a paragraph."""
    return write(nodes, _SYNTAX)


def page(document: Document) -> str:
    """Write a bibliography; a fragment, too, is a whole file, since the format knows no other."""
    styles = "".join(f"{{{form} {name};}}" for name, form in _STYLES.items())
    head = (
        r"{\rtf1\ansi\ansicpg1252\uc1\deff0"
        rf"\deflang{_language(document.locale)}"
        "\n{\\fonttbl{\\f0\\froman Times New Roman;}}\n{\\colortbl;\\red0\\green80\\blue157;}\n"
        f"{{\\stylesheet{styles}}}\n{{\\info{{\\title {_line(document.title)}}}}}\n{_PAGE}\n"
    )
    return head + "".join(_paragraphs(document)) + "}\n"


def escape(text: str) -> str:
    """Escape control characters and all that is not ASCII."""
    return _SPECIAL.sub(lambda found: _SPECIALS.get(found[0]) or _coded(found[0]), text)


def _coded(character: str) -> str:
    """Return a character as signed UTF-16 codes, each with the sign for readers that know none of them."""
    data = character.encode("utf-16-le")
    return "".join(f"\\u{code}?" for (code,) in struct.iter_unpack("<h", data))


def _line(text: str) -> str:
    return escape(line(text).strip())


def _paragraphs(document: Document) -> Iterator[str]:
    own = _language(document.locale)
    notes = _language(foreign(NOTES_LANGUAGE, document.locale) or document.locale)
    if not document.fragment:
        yield _paragraph(_TITLE, own, _line(document.title))
    for section in document.sections:
        if section.heading:
            form = _HEADINGS[min(section.level, len(_HEADINGS)) - 1]
            language = _language(foreign(section.language, document.locale) or document.locale)
            yield _paragraph(form, language, _line(section.heading))
        for entry in section.entries:
            language = _language(foreign(entry.language, document.locale) or document.locale)
            yield _paragraph(_ENTRY, language, inline(entry.nodes))
            if entry.note:
                yield _paragraph(_NOTE, notes, _line(entry.note))


def _paragraph(form: str, language: int, text: str) -> str:
    size = "" if r"\fs" in form else r"\fs24"
    return f"{{\\pard\\plain{form}{size}\\lang{language} {text}\\par}}\n"


def _language(tag: str) -> int:
    return _LANGUAGES.get(tag) or _LANGUAGES.get(tag.split("-")[0].lower(), _NO_LANGUAGE)


def _link(address: str, shown: str) -> str:
    return f'{{\\field{{\\*\\fldinst{{HYPERLINK "{escape(address)}"}}}}{{\\fldrslt{{\\ul\\cf1 {shown}}}}}}}'


_SYNTAX: Final = Syntax(_MARKS, escape, _link)
