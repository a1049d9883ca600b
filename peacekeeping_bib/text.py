"""Folding of text for comparison: case, accents, punctuation; Latin and Cyrillic alike."""

from __future__ import annotations

import unicodedata


def strip_accents(text: str) -> str:
    """Return ``text`` without combining marks (``é`` becomes ``e``, ``й`` becomes ``и``)."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def fold(text: str) -> str:
    """Return the form under which names and aliases are compared: words and digits only."""
    plain = strip_accents(text).casefold()
    return " ".join("".join(char if char.isalnum() else " " for char in plain).split())
