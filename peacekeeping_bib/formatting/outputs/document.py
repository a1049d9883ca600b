"""What an output writes: a titled document of sections, each a heading with entries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.processor import Node

#: Language of the notes of the records.
NOTES_LANGUAGE = "en"
#: What a bibliography is called, where no title is given.
TITLES = {
    "de": "Bibliografie",
    "en": "Bibliography",
    "es": "Bibliografía",
    "fr": "Bibliographie",
    "ru": "Библиография",
}


class Entry(NamedTuple):
    """An entry to print.

    Attributes:
        id: The item's id.
        language: The item's language tag, or an empty string.
        nodes: The text as a tree.
        note: What stands under the entry, or an empty string.
    """

    id: str
    language: str
    nodes: list[Node]
    note: str = ""


class Section(NamedTuple):
    """Entries under a heading.

    Attributes:
        entries: The entries in the order to print; none where the section only holds deeper ones.
        heading: The heading, or an empty string for the only section of a plain list.
        level: Depth of the heading: 1 below the title, 2 below that; no depth is left out.
        language: Language tag of the heading, or an empty string where it is that of the document.
    """

    entries: Sequence[Entry]
    heading: str = ""
    level: int = 0
    language: str = ""


class Document(NamedTuple):
    """A whole bibliography.

    Attributes:
        sections: The sections in the order to print.
        title: Title of the document.
        locale: Its language tag.
        fragment: Whether to write only the entries with their headings, to put into another document.
    """

    sections: Sequence[Section]
    title: str = TITLES["en"]
    locale: str = "en-US"
    fragment: bool = False


def foreign(language: str, around: str) -> str:
    """Return a language tag where it is of another language than what is around it, else an empty string."""
    return language if language.split("-")[0].lower() != around.split("-")[0].lower() else ""
