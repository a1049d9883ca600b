r"""Text for BibTeX and BibLaTeX files: escaping, protection of capitals, names, addresses, entries.

Files are UTF-8. Only the characters that TeX itself takes for commands are escaped. A brace in a text
becomes ``\textbraceleft{}``, never ``\{``: BibTeX counts braces without regard to the backslash, and a
single one would swallow the rest of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from ..record import Name

_SPECIALS: Final = str.maketrans(
    {
        "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$",
        "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}", "\\": r"\textbackslash{}",
    }
)  # fmt: skip
_SPECIAL: Final = re.compile(r"[&%#_${}~^\\]")
#: Not allowed in an address, and harmful in a verbatim field (RFC 3986, section 2).
_UNSAFE: Final = str.maketrans({char: f"%{ord(char):02X}" for char in '{}\\^`|<>" '})
_BRACES: Final = str.maketrans({char: f"%{ord(char):02X}" for char in "{}\\"})
#: Line ends, control characters, lone surrogates and noncharacters; single and no-break spaces stay.
_BREAK: Final = r"[^\S \u00a0\u202f]|[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_BLANK: Final = re.compile(rf" *(?:{_BREAK})(?:{_BREAK}| )*| {{2,}}")
_CORE: Final = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)

#: Names of languages in babel and polyglossia.
LANGUAGES: Final[Mapping[str, str]] = {
    "ar": "arabic", "bg": "bulgarian", "bs": "bosnian", "ca": "catalan", "cs": "czech", "da": "danish",
    "de": "german", "el": "greek", "en": "english", "es": "spanish", "et": "estonian", "fi": "finnish",
    "fr": "french", "he": "hebrew", "hr": "croatian", "hu": "hungarian", "hy": "armenian", "it": "italian",
    "ka": "georgian", "lt": "lithuanian", "lv": "latvian", "mk": "macedonian", "nl": "dutch",
    "nb": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sk": "slovak", "sl": "slovenian", "sq": "albanian", "sr": "serbian", "sv": "swedish",
    "tr": "turkish", "uk": "ukrainian",
}  # fmt: skip


def clean(value: str) -> str:
    """Return ``value`` on one line, without control characters and runs of spaces."""
    if not value.isprintable() or "  " in value:
        value = _BLANK.sub(" ", value)
    return value.strip(" ")


def text(value: str) -> str:
    """Return ``value`` as TeX prints it: on one line, specials escaped, braces balanced."""
    return _escaped(clean(value)) if value else ""


def _escaped(value: str) -> str:
    return value.translate(_SPECIALS) if _SPECIAL.search(value) else value


def title(value: str) -> str:
    """Return a title with braces around each word whose capitals a style must keep.

    Styles that print titles in sentence case lower-case everything but the first letter. A word is
    protected when it has a capital after its first letter, or begins with one and is not the first.
    """
    words = clean(value).split() if value else ()
    return " ".join(_protected(word, first=not index) for index, word in enumerate(words))


def _protected(word: str, *, first: bool) -> str:
    if word == word.lower():
        return _escaped(word)
    before, core, after = _split(word)
    rest = core[1:] if first else core
    if rest != rest.lower():
        return f"{_escaped(before)}{{{_escaped(core)}}}{_escaped(after)}"
    return _escaped(word)


def _split(word: str) -> tuple[str, str, str]:
    """Return the punctuation before a word, the word, and the punctuation after it."""
    match = None if word.isalnum() else _CORE.match(word)
    return match.groups() if match else ("", word, "")  # type: ignore[return-value]


def url(value: str) -> str:
    """Return an address for a verbatim field: unescaped; what no address may hold is percent-encoded."""
    return clean(value).translate(_UNSAFE)


def verbatim(value: str) -> str:
    """Return an identifier for a verbatim field: unescaped, only braces and backslashes percent-encoded."""
    return clean(value).translate(_BRACES)


def literal(value: str) -> str:
    """Return a corporate name that no reader takes apart: in braces of its own."""
    return f"{{{text(value)}}}"


def person(name: Name | Mapping[str, str]) -> str:
    """Return a person in the form ``van der Family, Jr., Given``.

    Args:
        name: A name of the record, or a CSL name variable.
    """
    parts = _csl_parts(name) if isinstance(name, Mapping) else name
    if parts.literal or not parts.family:
        return literal(str(parts))
    family = " ".join(filter(None, (_part(parts.particle), _part(parts.family))))
    return ", ".join(filter(None, (family, _part(parts.suffix), _part(parts.given))))


def _csl_parts(name: Mapping[str, str]) -> Name:
    return Name(
        name.get("family"), name.get("given"), name.get("non-dropping-particle"), name.get("suffix"),
        name.get("literal"),
    )  # fmt: skip


def _part(value: str | None) -> str:
    """A part of a name, in braces where ``and`` or a comma in it would end the name."""
    escaped = text(value or "")
    return f"{{{escaped}}}" if re.search(r",|\band\b", escaped, re.IGNORECASE) else escaped


def people(names: Iterable[Mapping[str, str]]) -> str:
    """Return CSL names joined by ``and``."""
    return " and ".join(map(person, names))


def entry(entry_type: str, key: str, fields: Iterable[tuple[str, str | None]]) -> str:
    """Return an entry; fields without value are left out, months stand as macros."""
    lines = [
        f"  {name} = {value},\n" if name == "month" else f"  {name} = {{{value}}},\n"
        for name, value in fields
        if value
    ]
    return f"@{entry_type}{{{key},\n{''.join(lines)}}}\n"


def header(format_name: str, version: str, data_date: str, query: str) -> str:
    """Return the comment that says where the file comes from; an ``@`` in it would begin an entry."""
    lines = [f"{format_name} written by peacekeeping_bib {version}".rstrip()]
    lines += [f"Data of {data_date}"] * bool(data_date)
    lines += [f"Records: {query}"] * bool(query)
    lines += ["Licence of the records: CC0-1.0"]
    return "".join(f"% {clean(line).replace('@', ' at ')}\n" for line in lines) + "\n"
