"""What BibTeX, BibLaTeX and RIS write is read back as it was, whatever a record's texts hold."""

from __future__ import annotations

import dataclasses
import re

import bibtexparser
import exported
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from peacekeeping_bib.exporters import latex
from peacekeeping_bib.record import Name

#: Text as records may hold it: anything but lone surrogates, often with what TeX takes for commands.
TEXTS = st.text(
    st.one_of(st.sampled_from("\\{}&%#_$~^@\"',= \n\t/-ПрéN"), st.characters(exclude_categories=["Cs"]))
)
NAMES = st.from_regex(r"[A-ZÀ-ÖА-Я][\w{}&%,\\ ]{0,12}", fullmatch=True)

_COMMANDS = {
    "textbraceleft": "{", "textbraceright": "}", "textbackslash": "\\", "textasciitilde": "~",
    "textasciicircum": "^",
}  # fmt: skip


def unescape(value: str) -> str:
    """The text that TeX prints: commands and escaped characters as such, braces of protection gone."""
    tokens = re.compile(r"\\(text\w+)\{\}|\\([&%#_$])|([{}])|(.)", re.DOTALL)
    return "".join(
        _COMMANDS[match[1]] if match[1] else match[2] or match[4] or "" for match in tokens.finditer(value)
    )


def is_balanced(value: str) -> bool:
    """Whether braces are balanced as BibTeX counts them, which knows no escapes."""
    depth = 0
    for char in value:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


def read_back(value: str) -> str:
    """The value of a field as bibtexparser reads it."""
    library = bibtexparser.parse_string(latex.entry("misc", "key", [("title", value), ("note", "last")]))
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert [field.key for field in entry.fields] == ["title", "note"]
    return str(entry.fields_dict["title"].value)


@given(TEXTS)
@example("}{")
@example("\\")
@example("a \\{ b")
@example("@book{key,\n title = {x}}")
def test_text_is_balanced_and_comes_back(text: str) -> None:
    escaped = latex.text(text)
    assert is_balanced(escaped)
    assert unescape(escaped) == latex.clean(text)
    if escaped:
        assert read_back(escaped) == escaped


@given(TEXTS)
def test_title_is_balanced_and_comes_back(text: str) -> None:
    escaped = latex.title(text)
    assert is_balanced(escaped)
    assert unescape(escaped).split() == latex.clean(text).split()


@given(st.text(st.sampled_from("ab Aé&%#_$")))
def test_an_independent_reader_of_latex_sees_the_same_text(text: str) -> None:
    assert LatexNodes2Text(keep_braced_groups=False).latex_to_text(latex.text(text)).split() == text.split()


@given(TEXTS)
@example("U.S. Policy")
@example("L'Éxample McDonald")
def test_capitals_within_a_title_are_protected(text: str) -> None:
    """Outside braces only the first letter of a title may be a capital."""
    bare = re.sub(r"\{[^{}]*\}", "", re.sub(r"\\text\w+\{\}", "", latex.title(text)))
    words = latex.clean(text).split()
    first = re.sub(r"^\W*", "", words[0]) if words else ""
    assert not [char for char in bare.replace(first[:1], "", 1) if char.isupper()]


@pytest.mark.parametrize(
    ("title", "protected"),
    [
        ("Resolution 1244 (1999)", "Resolution 1244 (1999)"),
        ("An agenda for NATO", "An agenda for {NATO}"),
        ("NATO's role", "{NATO's} role"),
        ("Peace-keeping in Bosnia: lessons", "Peace-keeping in {Bosnia}: lessons"),
        ("Заявление глав СНГ", "Заявление глав {СНГ}"),
        ('"Peace" & war', r'"Peace" \& war'),
    ],
)
def test_title_protects_proper_names_only(title: str, protected: str) -> None:
    assert latex.title(title) == protected


@given(
    st.builds(
        Name, family=NAMES, given=NAMES, particle=st.none(), suffix=st.none() | NAMES, literal=st.none()
    )
)
@example(Name(family="Sand and Stone, Ltd", given="Ann"))
def test_person_is_never_torn(name: Name) -> None:
    written = latex.person(name)
    assert is_balanced(written)
    parts = (name.family, name.suffix, name.given)
    outside = re.sub(r"\{[^{}]*\}", "", re.sub(r"\\text\w+\{\}", "", written))
    assert outside.count(",") == len([part for part in parts if part]) - 1
    assert not re.search(r"\band\b", outside, re.IGNORECASE)


@given(TEXTS.filter(lambda text: latex.clean(text)))
@example("House of Commons, Defence Committee")
@example("Heads of State and Government")
def test_corporate_name_is_one_braced_group(text: str) -> None:
    written = latex.literal(text)
    assert is_balanced(written)
    assert written[0] == "{"
    assert is_balanced(written[1:-1])
    assert written[-1] == "}"


@given(TEXTS)
def test_address_is_balanced_and_free_of_what_no_address_may_hold(text: str) -> None:
    address = latex.url(text)
    assert not set(address) & set('{}\\^`|<>" ')


def test_address_keeps_what_it_may_hold() -> None:
    address = "https://documents.example/S/RES/1%20(1999)?a_b=~c&d=$e#f"
    assert latex.url(address) == address


@given(TEXTS, TEXTS, TEXTS)
def test_whole_records_come_back_with_their_keys(title: str, note: str, place: str) -> None:
    resolution = exported.record("resolution")
    record = dataclasses.replace(resolution, title={"en": f"T {title}"}, note=f"N {note}", place=f"P {place}")
    for name in ("bibtex", "biblatex"):
        library = bibtexparser.parse_string(
            exported.dump(name, record, exported.record("treaty"), query=note)
        )
        assert library.failed_blocks == []
        assert [entry.key for entry in library.entries] == ["resolution", "treaty"]
        assert (
            unescape(library.entries[0].fields_dict["title"].value).split()
            == latex.clean(f"T {title}").split()
        )


@given(TEXTS, TEXTS)
def test_ris_has_one_line_for_each_value(title: str, note: str) -> None:
    record = dataclasses.replace(exported.record("resolution"), title={"en": f"T {title}"}, note=f"N {note}")
    lines = exported.dump("ris", record).split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line)
    assert f"TI  - {latex.clean(f'T {title}')}" in lines
    assert lines[-2:] == ["ER  - ", ""]
    assert len(" ".join(lines).splitlines()) == 1
