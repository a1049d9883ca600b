"""How one name is written: order, particles, initials."""

from __future__ import annotations

import re
from typing import Any

from peacekeeping_bib.formatting.engine.markup import plain
from peacekeeping_bib.formatting.engine.prepare import Name

# Scripts that set the family name first and without a space.
_NO_SPACE_SCRIPTS = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0002ffff]")
_JOINED_END = ("’", "'", "-", "ʻ")
_UPPER_WORD = re.compile(r"(\w)([^\W\d_]*)(\.?)(.*)", re.DOTALL)


def initials(given: str, ending: str, keep_hyphen: bool = True, shorten: bool = True) -> str:
    """Write given names as initials.

    Args:
        given: Given names, such as ``Kofi A.``.
        ending: ``initialize-with``: what follows each initial, such as ``". "``.
        keep_hyphen: ``initialize-with-hyphen``: ``J.-P.`` rather than ``J.P.``.
        shorten: False for ``initialize="false"``: full names stay, only what is an initial already gets
        ``ending``.
    """
    if not given or given in ("Lord", "Lady") or not given[0].isalpha():
        return given
    if not keep_hyphen:
        given = given.replace("-", " ")
    given = re.sub(r"\s*-\s*", "-", re.sub(r"\s+", " ", given))
    given = re.sub(r"-(?=[^\W\d_])(?=[a-zà-öø-ÿа-я])", "\u2013", given)
    given = re.sub(r"\.(?=[^ -])", ". ", given)
    pieces = re.split(r"([- ]+)", given)
    if len(pieces) == 1 and len(given) == 1 and given.isupper():
        pieces[0] += "."
    text = _shorten(pieces, ending) if shorten else _normalize(pieces, ending)
    text = re.sub(r"[\s\ufeff\u00a0]+$", "", text)
    text = re.sub(r"[ \t\n]+", " ", re.sub(r"\s*-\s*", "-", text))
    return text.replace("\u2013", "-")


def _shorten(pieces: list[str], ending: str) -> str:
    output = []
    for place in range(0, len(pieces), 2):
        word = pieces[place]
        between = pieces[place + 1] if place + 1 < len(pieces) else ""
        found = _UPPER_WORD.match(word)
        if found is None or not found[1].isupper():
            output.append((" " + word + between) if word else between)
            continue
        first, rest, dot = found[1], found[2], found[3]
        if rest and dot:
            first += rest
        else:
            capitals = re.match(r"[A-ZÀ-ÖØ-ÞА-Я]*", rest)
            second = capitals[0] if capitals else ""
            first += second.lower() if len(second) < len(rest) else ""
        output.append(first + ending + ("-" if "-" in between else ""))
    return "".join(output)


def _normalize(pieces: list[str], ending: str) -> str:
    words = pieces[::2]
    short = [(len(word) > 1 and word.endswith(".")) or (len(word) == 1 and word.isupper()) for word in words]
    output = []
    for place, word in enumerate(words):
        last = place == len(words) - 1
        between = "" if last else pieces[2 * place + 1]
        if not short[place]:
            output.append(word + between)
            continue
        hyphen = "-" if "-" in between else ""
        space = "" if last or short[place + 1] else " "
        output.append(word.removesuffix(".") + ending + (hyphen or space))
    return "".join(output)


def joined(parts: list[str], delimiter: str) -> str:
    """Join the parts that are not empty."""
    return delimiter.join(part for part in parts if part)


class Writer:
    """Writes personal names under one set of options.

    Args:
        options: Name options: ``initialize-with``, ``initialize``, ``initialize-with-hyphen``,
        ``sort-separator``,
            ``demote-non-dropping-particle``, ``name-as-sort-order``, ``form``.
        family, given: Functions that format a family and a given name (``cs:name-part``).
        wrap_family, wrap_given: Functions that add the affixes of ``cs:name-part``.
        space: The space between particle and family name; French, Russian and Czech do not break it.
    """

    def __init__(
        self, options: dict[str, Any], parts: tuple[Any, Any] = (None, None), space: str = " "
    ) -> None:
        self.options, self.space = options, space
        self.family_part, self.given_part = parts

    def write(self, name: Name, first: bool, sorting: bool, level: int) -> str:
        """Write one name.

        Args:
            name: The name; a corporate body stays as it is.
            first: Whether it is the first of its list.
            sorting: Whether the text is a sort key.
            level: Least level of the given name: 0 none, 1 initials, 2 full.
        """
        if name.literal:
            return self._styled(self.family_part, name.literal)
        given, shown = self._given(name, level)
        family = self._styled(self.family_part, name.family)
        particle = self._styled(self.family_part, name.particle)
        dropping = self._styled(self.given_part, name.dropping) if shown else ""
        suffix = name.suffix if shown else ""
        if _NO_SPACE_SCRIPTS.search(name.family):
            return particle + family + given
        if name.static:
            return joined([joined([particle, family], self.space), given], " ")
        if sorting:
            return self._sort_key(given, family, particle.replace("’", ""), dropping.replace("’", ""), suffix)
        order = self.options["name-as-sort-order"]
        if order == "all" or (order == "first" and first):
            return self._inverted(name, given, family, particle, dropping, suffix)
        return self._plain(name, given, family, particle, dropping, suffix)

    def _given(self, name: Name, level: int) -> tuple[str, bool]:
        initial = self.options["initialize-with"]
        default = 0 if self.options["form"] == "short" else 2 if initial is None else 1
        level = max(level, default)
        if level == 0:
            return "", False
        given = name.given
        if level == 1 and initial is not None:
            hyphen = self.options["initialize-with-hyphen"] != "false"
            given = initials(given, initial, hyphen, self.options["initialize"] != "false")
        return self._styled(self.given_part, given), True

    def _sort_key(self, given: str, family: str, particle: str, dropping: str, suffix: str) -> str:
        if self.options["demote-non-dropping-particle"] == "never":
            front = joined([joined([particle, family], " "), dropping], " ")
            return joined([front, given, suffix], " ")
        return joined([family, joined([given, dropping, particle], " "), suffix], " ")

    def _inverted(
        self, name: Name, given: str, family: str, particle: str, dropping: str, suffix: str
    ) -> str:
        comma = ", " if name.given in ("Lord", "Lady") else self.options["sort-separator"]
        back = joined([given, dropping], " ")
        if self.options["demote-non-dropping-particle"] == "display-and-sort":
            back = joined([back, particle], " ")
        elif particle:
            family = particle + ("" if plain(particle).endswith(_JOINED_END) else self.space) + family
        return joined(
            [self._wrapped(self.family_part, family), self._wrapped(self.given_part, back), suffix], comma
        )

    def _plain(self, name: Name, given: str, family: str, particle: str, dropping: str, suffix: str) -> str:
        if dropping and not particle and name.dropping.endswith(_JOINED_END) and name.dropping[:-1] != "de":
            dropping, family = "", dropping + family
        if particle:
            family = particle + ("" if plain(particle).endswith(_JOINED_END) else self.space) + family
        family = joined([dropping, family], self.space)
        family = joined([family, suffix], ", " if name.comma_suffix else " ")
        return joined([self._wrapped(self.given_part, given), self._wrapped(self.family_part, family)], " ")

    @staticmethod
    def _styled(part: Any, text: str) -> str:
        return str(part.styled(text)) if part is not None and text else text

    @staticmethod
    def _wrapped(part: Any, text: str) -> str:
        return str(part.finish(text)) if part is not None and text else text
