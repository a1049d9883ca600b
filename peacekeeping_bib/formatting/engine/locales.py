"""Terms, dates and options of the locales that apply to one style, merged once into tables.

The order of precedence is that of CSL 1.0.2, "Locale files" and "Locale": in-style dialect, in-style
language,
in-style without language, then the locale files of dialect, language and en-US. The files are those that
ship with
citeproc-py.
"""

from __future__ import annotations

import os
import re
from typing import Any

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FALL_BACK = {"verb-short": "verb", "verb": "long", "symbol": "short", "short": "long", "long": None}
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")


def known_locale(tag: str, dialects: dict[str, str]) -> tuple[str, list[str]]:
    """Normalise a language tag and name the locale files that serve it, best first.

    Args:
        tag: A BCP 47 tag such as ``fr``, ``fr-FR`` or ``fr_fr``.
        dialects: The main dialect of each language, as citeproc-py's ``PRIMARY_DIALECTS``.

    Raises:
        ValueError: ``tag`` is not a language tag.
    """
    if not _LANGUAGE_TAG.fullmatch(tag):
        raise ValueError(tag)
    language, *rest = re.split("[-_]", tag)
    language = language.lower()
    parts = [part.title() if len(part) == 4 else part.upper() for part in rest]
    full = "-".join([language, *parts])
    candidates = [full, dialects.get(language, language), "en-US"]
    return full, list(dict.fromkeys(candidates))


class Locales:
    """Look-ups over all locales of a style.

    Attributes:
        tag: The locale asked for, in the form ``fr-FR``.
        language: Its language, ``fr``.
        into_quotes: Value of the option ``punctuation-in-quote``.
        ordinal_day_one: Value of the option ``limit-day-ordinals-to-day-1``.
    """

    def __init__(self, tag: str, elements: list[Any]) -> None:
        self.tag = tag
        self.language = tag.split("-")[0]
        self._terms: dict[tuple[str, str, str], tuple[str, str]] = {}
        self._ordinals: dict[tuple[str, str], tuple[str, str]] = {}
        self._genders: dict[str, str] = {}
        self._dates: dict[str, Any] = {}
        options: dict[str, str] = {}
        for element in reversed(elements):
            self._take_terms(element)
            for child in element.findall("cs:date", element.nsmap):
                self._dates[child.get("form")] = child
            for child in element.findall("cs:style-options", element.nsmap):
                options.update(child.attrib)
        self.into_quotes = options.get("punctuation-in-quote") == "true"
        self.ordinal_day_one = options.get("limit-day-ordinals-to-day-1") == "true"

    def _take_terms(self, element: Any) -> None:
        terms = element.find("cs:terms", element.nsmap)
        if terms is None:
            return
        found = terms.findall("cs:term", element.nsmap)
        if any(term.get("name").startswith("ordinal") for term in found):
            # Ordinals are one system and are replaced as a whole (CSL 1.0.2, "Ordinal suffixes").
            self._ordinals.clear()
        for term in found:
            name, form = term.get("name"), term.get("form", "long")
            single, multiple = term.find("cs:single", term.nsmap), term.find("cs:multiple", term.nsmap)
            one = ((term.text if single is None else single.text) or "").replace("'", "’")
            many = one if multiple is None else (multiple.text or "").replace("'", "’")
            if re.fullmatch(r"ordinal(-\d\d)?", name):
                self._ordinals[name, term.get("gender-form", "")] = (one, term.get("match", ""))
                continue
            self._terms[name, form, term.get("gender-form", "")] = (one, many)
            if term.get("gender"):
                self._genders[name] = term.get("gender")

    def term(self, name: str, form: str = "long", plural: bool = False, gender: str = "") -> str:
        """Return a term, falling back along CSL's chain of forms; empty when no locale has it."""
        wanted: str | None = form or "long"
        while wanted:
            found = self._terms.get((name, wanted, gender)) or self._terms.get((name, wanted, ""))
            if found is not None:
                return found[plural]
            wanted = _FALL_BACK.get(wanted)
        return ""

    def has_term(self, name: str) -> bool:
        """Tell whether any locale defines the term in any form."""
        return any(key[0] == name for key in self._terms)

    def gender(self, name: str) -> str:
        """Return the grammatical gender of a noun or month, or an empty string."""
        return self._genders.get(name, "")

    def date(self, form: str) -> Any:
        """Return the ``cs:date`` element of a localized form (text or numeric), or None."""
        return self._dates.get(form)

    def ordinal_suffix(self, number: int, gender: str = "") -> str:
        """Return the ordinal suffix of a number: most specific term first, then the general one."""
        for wanted in dict.fromkeys((gender, "")):
            for digits, match in ((number % 100, "two"), (number % 10, "one")):
                found = self._ordinals.get((f"ordinal-{digits:02}", wanted))
                if found and self._applies(found[1], number, digits, match):
                    return found[0]
            found = self._ordinals.get(("ordinal", wanted))
            if found:
                return found[0]
        return ""

    @staticmethod
    def _applies(rule: str, number: int, digits: int, match: str) -> bool:
        """Apply the ``match`` attribute; by default 0-9 match the last digit, 10-99 the last two."""
        rule = rule or ("last-digit" if digits < 10 else "last-two-digits")
        if rule == "whole-number":
            return number == digits
        return match == ("one" if rule == "last-digit" else "two")

    def quotation_marks(self) -> dict[str, tuple[str, str]]:
        """Return opening and closing marks of outer and inner quotations."""
        return {
            "quote": (self.term("open-quote"), self.term("close-quote")),
            "inner-quote": (self.term("open-inner-quote"), self.term("close-inner-quote")),
        }


def in_style(root: Any, tag: str, general: bool = True) -> list[Any]:
    """Return the ``cs:locale`` elements of a style that apply to ``tag``, best first.

    Args:
        root: The ``cs:style`` element.
        tag: A language tag.
        general: Whether those without a language count.
    """
    found = root.findall("cs:locale", root.nsmap)
    wanted = list(dict.fromkeys((tag, tag.split("-")[0], *([None] if general else []))))
    return [element for language in wanted for element in found if element.get(_XML_LANG) == language]


def locale_file(folder: str, tag: str) -> str | None:
    """Return the path of a locale file, or None."""
    path = os.path.join(folder, f"locales-{tag}.xml")
    return path if os.path.exists(path) else None
