"""Bibliographies and citations from invented CSL-JSON items."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacekeeping_bib.errors import StyleError, UnknownFormat, UnknownStyle
from peacekeeping_bib.formatting import (
    EmptyEntryWarning,
    format_bibliography,
    format_citation,
    render,
    styles,
)
from peacekeeping_bib.formatting.engine import markup
from peacekeeping_bib.formatting.engine.numbers import page_range, read_numbers
from peacekeeping_bib.formatting.engine.persons import initials
from peacekeeping_bib.formatting.engine.prepare import read_date, read_name
from peacekeeping_bib.formatting.engine.punctuation import append, join
from peacekeeping_bib.formatting.engine.sorting import collate
from peacekeeping_bib.formatting.engine.textcase import change_case
from peacekeeping_bib.formatting.locators import LABELS, parse_locator

HEAD = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>t</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info>"""
RESOLUTION = {
    "id": "res",
    "type": "report",
    "author": [{"literal": "Council of Lakes"}],
    "title": "Resolution 12 (1999)",
    "genre": "UN Doc.",
    "number": "X/RES/12 (1999)",
    "issued": {"date-parts": [[1999, 6, 10]]},
    "URL": "https://example.org/a?b=1&c=2",
    "language": "en",
}


def style_file(folder: Path, layout: str, extra: str = "", attributes: str = "") -> str:
    """Write a style with one layout for citations and entries."""
    path = folder / "test.csl"
    path.write_text(
        f"{HEAD}{extra}<citation><layout>{layout}</layout></citation>"
        f"<bibliography {attributes}><layout>{layout}</layout></bibliography></style>",
        encoding="utf-8",
    )
    return str(path)


def entry(folder: Path, layout: str, item: dict[str, Any], extra: str = "", locale: str = "en-US") -> Any:
    full = {"id": "a", "type": "report", **item}
    return format_bibliography([full], style_file(folder, layout, extra), locale)[0]


# --- finding and refusing styles


def test_names_and_paths() -> None:
    assert {"apa", "un"} <= set(styles.names())
    assert styles.find("UN").name == "un.csl"
    with pytest.raises(UnknownStyle, match=r"unknown style 'nan'; there are: .*apa, .*un"):
        styles.find("nan")
    with pytest.raises(StyleError, match=r"none\.csl: no such file"):
        styles.find("none.csl")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("no xml", "not well-formed XML"),
        ("<html/>", "not a CSL style: its root element is <html>"),
        ('<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/passwd">]><style>&x;</style>', "document type"),
        ('<!DOCTYPE s [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><s>&b;</s>', "document type"),
        (f"{HEAD}<citation/></style>", "not valid CSL 1.0.2: line"),
        (f'{HEAD}<citation><layout><text macro="m"/></layout></citation></style>', "macro 'm' is called"),
    ],
)
def test_refused_styles(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "bad.csl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(StyleError, match=reason) as caught:
        styles.load(str(path))
    assert "\n" not in str(caught.value)


def test_entity_bomb_in_utf16_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.csl"
    path.write_bytes(
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE s [<!ENTITY a "x">]><s>&a;</s>'.encode("utf-16")
    )
    with pytest.raises(StyleError, match="document type"):
        styles.load(str(path))


@pytest.mark.parametrize(("parent", "known"), [("apa", True), ("vancouver-superscript", False)])
def test_dependent_style(tmp_path: Path, parent: str, known: bool) -> None:
    path = tmp_path / "dependent.csl"
    path.write_text(
        HEAD.replace(' class="note"', "").replace(
            "</info>", f'<link href="http://www.zotero.org/styles/{parent}" rel="independent-parent"/></info>'
        )
        + "</style>",
        encoding="utf-8",
    )
    if known:
        assert format_citation([RESOLUTION], str(path)) == format_citation([RESOLUTION], "apa")
    else:
        with pytest.raises(StyleError, match=f"only points to '{parent}'"):
            styles.load(str(path))


def test_other_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "0.12.0")
    with pytest.raises(
        StyleError, match=r"citeproc-py 0\.12\.0 is installed, bibliographies need >=0\.11\.1,<0\.12"
    ):
        styles.load("un")


def test_bad_locale() -> None:
    with pytest.raises(StyleError, match="'d!' is not a language tag"):
        format_bibliography([RESOLUTION], "un", "d!")


@pytest.mark.parametrize("locale", ["xx-XX", "tlh"])
def test_unknown_locale_is_an_error(locale: str) -> None:
    with pytest.raises(StyleError, match=f"locale '{locale}' does not exist: give one such as en-GB"):
        format_citation([RESOLUTION], "un", locale=locale)


@pytest.mark.parametrize(
    ("locale", "month"), [("fr-BE", "juin"), ("de", "Juni"), ("en-IE", "June"), ("ru", "июн")]
)
def test_unknown_dialect_falls_back_to_its_language(locale: str, month: str) -> None:
    assert month in format_citation([RESOLUTION], "un", locale=locale)


def test_a_style_may_bring_a_language_of_its_own(tmp_path: Path) -> None:
    terms = '<locale xml:lang="tlh"><terms><term name="page">navHom</term></terms></locale>'
    path = style_file(tmp_path, '<text term="page"/>', terms)
    assert format_citation([RESOLUTION], path, locale="tlh") == "navHom"


def test_other_users_of_citeproc_are_untouched() -> None:
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
        model,
    )
    from citeproc.source.json import CiteProcJSON

    before = {name: cls.__dict__.copy() for name, cls in vars(model).items() if isinstance(cls, type)}
    format_bibliography([RESOLUTION], "un")
    after = {name: cls.__dict__.copy() for name, cls in vars(model).items() if isinstance(cls, type)}
    assert before == after
    shipped = CitationStylesBibliography(
        CitationStylesStyle("harvard-cite-them-right", validate=False),
        CiteProcJSON([{"id": "a", "type": "book", "title": "T"}]),
        formatter.plain,
    )
    shipped.register(Citation([CitationItem("a")]))
    assert type(shipped.style.root) is model.Style
    assert "T" in str(shipped.bibliography()[0])


# --- results


def test_ids_and_order() -> None:
    items = [
        {**RESOLUTION, "id": key, "author": [{"literal": name}]}
        for key, name in (("A", "Z"), ("a", "A"), ("b", "É"))
    ]
    assert [one.id for one in format_bibliography(items, "un")] == ["a", "b", "A"]


def test_same_id_twice_is_an_error() -> None:
    with pytest.raises(ValueError, match="two items have the id 'res'"):
        format_bibliography([RESOLUTION, RESOLUTION], "un")


def test_item_without_id_is_an_error() -> None:
    with pytest.raises(ValueError, match="item 0 has no id"):
        format_citation([{"type": "book"}], "un")


def test_nothing_to_cite() -> None:
    with pytest.raises(StyleError, match="nothing to cite"):
        format_citation([], "un")


def test_empty_entry_leaves_a_remnant(tmp_path: Path) -> None:
    with pytest.warns(EmptyEntryWarning, match="prints nothing of item 'a'"):
        one = entry(tmp_path, '<text variable="archive"/>', {"title": "Minutes"})
    assert (one.id, one.text) == ("a", "Minutes.")


def test_items_are_not_changed() -> None:
    item = {**RESOLUTION, "custom": {"symbols": ["X"]}}
    copy = {**item}
    format_bibliography([item], "apa")
    assert item == copy


# --- defects of citeproc-py that are cured, one test each


def test_substituted_title_is_printed_once(tmp_path: Path) -> None:
    macro = '<macro name="t"><text variable="title"/></macro>'
    layout = (
        '<group delimiter=". "><names variable="author"><substitute><text macro="t"/>'
        '</substitute></names><text macro="t"/></group>'
    )
    assert entry(tmp_path, layout, {"title": "Treaty"}, macro).text == "Treaty"


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([[1999, 11, 18], [1999, 11, 19]], "November 18–19, 1999"),
        ([[1999, 11, 30], [1999, 12, 1]], "November 30–December 1, 1999"),
        ([[1999, 12, 31], [2000, 1, 1]], "December 31, 1999–January 1, 2000"),
        ([[1999, 11], [1999, 12]], "November–December 1999"),
        ([[1999], [2000]], "1999–2000"),
    ],
)
def test_date_ranges(tmp_path: Path, parts: list[list[int]], text: str) -> None:
    layout = '<date variable="issued" form="text"/>'
    assert entry(tmp_path, layout, {"issued": {"date-parts": parts}}).text == text


def test_style_does_not_overwrite_the_locale(tmp_path: Path) -> None:
    layout = (
        '<group delimiter=" / "><date variable="issued" form="text">'
        '<date-part name="month" form="short"/></date>'
        '<date variable="issued" form="text"/></group>'
    )
    assert (
        entry(tmp_path, layout, {"issued": {"date-parts": [[1999, 9, 1]]}}).text
        == "Sept. 1, 1999 / September 1, 1999"
    )


def test_punctuation_in_quotes_follows_the_locale(tmp_path: Path) -> None:
    layout = '<group delimiter=", "><text variable="title" quotes="true"/><text variable="genre"/></group>'
    item = {"title": "A", "genre": "g"}
    assert entry(tmp_path, layout, item).text == "“A,” g"
    assert entry(tmp_path, layout, item, locale="en-GB").text == "‘A’, g"
    assert entry(tmp_path, layout, item, locale="fr-FR").text == "«\u00a0A\u00a0», g"


def test_full_names_stay_full(tmp_path: Path) -> None:
    layout = '<names variable="author"><name initialize="false" initialize-with=". "/></names>'
    assert (
        entry(tmp_path, layout, {"author": [{"family": "Annan", "given": "Kofi A"}]}).text == "Kofi A. Annan"
    )


def test_affixes_and_fields_are_escaped(tmp_path: Path) -> None:
    one = entry(
        tmp_path, '<text variable="URL" prefix="&lt;" suffix="&gt;"/>', {"URL": 'https://e.org/?a=1&b="'}
    )
    assert one.text == '<https://e.org/?a=1&b=">'
    assert one.html == '&lt;<a href="https://e.org/?a=1&amp;b=&quot;">https://e.org/?a=1&amp;b="</a>&gt;'


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", " JavaScript:x"])
def test_only_web_addresses_become_links(tmp_path: Path, address: str) -> None:
    assert "<a" not in entry(tmp_path, '<text variable="URL"/>', {"URL": address}).html


def test_doi_link_takes_the_resolver_in(tmp_path: Path) -> None:
    one = entry(tmp_path, '<text variable="DOI" prefix="https://doi.org/"/>', {"DOI": "10.1/a<b"})
    assert one.html == '<a href="https://doi.org/10.1/a&lt;b">https://doi.org/10.1/a&lt;b</a>'


def test_doubled_full_stops(tmp_path: Path) -> None:
    layout = (
        '<names variable="author" suffix="."><name initialize-with=". " name-as-sort-order="all"/></names>'
    )
    assert entry(tmp_path, layout, {"author": [{"family": "Leonov", "given": "A A"}]}).text == "Leonov, A. A."


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("S/RES/1244 (1999)", "no. "),
        ("A/55/305-S/2000/809", "no. "),
        ("S/2016/14", "no. "),
        ("12-14", "nos. "),
    ],
)
def test_symbols_take_a_singular_label(tmp_path: Path, number: str, text: str) -> None:
    layout = '<label variable="number" form="short" suffix=" "/><text variable="number"/>'
    assert entry(tmp_path, layout, {"number": number}).text.lower().startswith(text)


def test_double_symbol_keeps_its_hyphen() -> None:
    assert "(A/55/305-S/2000/809)" in format_citation([{**RESOLUTION, "number": "A/55/305-S/2000/809"}], "un")


def test_year_suffixes_follow_the_order() -> None:
    items = [{**RESOLUTION, "id": key, "title": title} for key, title in (("x", "Zeta"), ("y", "Alpha"))]
    texts = {one.id: one.text for one in format_bibliography(items, "apa")}
    assert "(1999a)" in texts["y"]
    assert "(1999b)" in texts["x"]
    assert "1999a" not in format_bibliography(items[:1], "apa")[0].text


def test_disambiguate_condition_is_not_always_true(tmp_path: Path) -> None:
    layout = (
        '<names variable="author"/><choose><if disambiguate="true">'
        '<text variable="title" prefix=", "/></if></choose>'
    )
    style = style_file(tmp_path, layout)
    other = {**RESOLUTION, "id": "b", "title": "Other"}
    assert format_citation([RESOLUTION], style) == "Council of Lakes"
    assert [one.text for one in format_bibliography([RESOLUTION, other], style)] == [
        "Council of Lakes, Resolution 12 (1999)",
        "Council of Lakes, Other",
    ]


def test_given_names_and_more_names_disambiguate(tmp_path: Path) -> None:
    def person(family: str, given: str) -> dict[str, str]:
        return {"family": family, "given": given}

    style = tmp_path / "s.csl"
    style.write_text(
        HEAD + '<citation et-al-min="2" et-al-use-first="1" disambiguate-add-names="true" '
        'disambiguate-add-givenname="true" givenname-disambiguation-rule="primary-name"><layout>'
        '<names variable="author">'
        '<name form="short"/></names></layout></citation></style>',
        encoding="utf-8",
    )
    items = [
        {"id": "1", "type": "book", "author": [person("Roe", "Ann"), person("Dee", "B"), person("Fox", "C")]},
        {"id": "2", "type": "book", "author": [person("Roe", "Ann"), person("Elk", "B"), person("Fox", "C")]},
        {"id": "3", "type": "book", "author": [person("Roe", "Bea")]},
    ]
    texts = [one.text for one in format_bibliography(items, str(style))]
    assert texts == ["Ann Roe, Dee, et al.", "Ann Roe, Elk, et al.", "Bea Roe"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("complete-all", "——"),
        ("complete-each", "——, ——"),
        ("partial-each", "——, ——"),
        ("partial-first", "——, B"),
    ],
)
def test_subsequent_author_substitute(tmp_path: Path, rule: str, expected: str) -> None:
    attributes = f'subsequent-author-substitute="——" subsequent-author-substitute-rule="{rule}"'
    style = style_file(
        tmp_path, '<names variable="author"/><text variable="title" prefix=": "/>', "", attributes
    )
    authors = [{"literal": "A"}, {"literal": "B"}]
    items = [{"id": key, "type": "book", "author": authors, "title": key} for key in ("1", "2")]
    assert [one.text for one in format_bibliography(items, style)] == ["A, B: 1", f"{expected}: 2"]


def test_group_is_suppressed_through_choose(tmp_path: Path) -> None:
    layout = (
        '<group><text value="["/><choose><if type="report"><text variable="medium"/></if>'
        '</choose><text value="]"/></group>'
        '<text variable="title"/>'
    )
    assert entry(tmp_path, layout, {"title": "T"}).text == "T"
    assert entry(tmp_path, layout, {"title": "T", "medium": "m"}).text == "[m]T"


def test_choose_passes_the_delimiter_of_its_group(tmp_path: Path) -> None:
    layout = (
        '<group delimiter=" | "><choose><if type="report"><text variable="genre"/>'
        '<text variable="title"/></if></choose>'
        '<text variable="number"/></group>'
    )
    assert entry(tmp_path, layout, {"title": "T", "genre": "G", "number": "N"}).text == "G | T | N"


def test_names_of_bodies_and_particles(tmp_path: Path) -> None:
    layout = '<names variable="author"><name name-as-sort-order="all" delimiter="; "/></names>'
    authors = [{"family": "van der Lijn", "given": "Jaïr"}, {"literal": "Office of Peace, The"}]
    extra = ""
    assert (
        entry(tmp_path, layout, {"author": authors}, extra).text == "Lijn, Jaïr van der; Office of Peace, The"
    )


def test_collapsed_citation() -> None:
    items = [{**RESOLUTION, "id": str(year), "issued": {"date-parts": [[year]]}} for year in (1999, 2000)]
    assert format_citation(items, "apa") == "(Council of Lakes, 1999, 2000)"


def test_number_in_the_margin(tmp_path: Path) -> None:
    layout = '<text variable="citation-number" prefix="[" suffix="]"/><text variable="title"/>'
    style = style_file(tmp_path, layout, "", 'second-field-align="flush"')
    one = format_bibliography([{"id": "a", "type": "book", "title": "T"}], style)[0]
    assert one.text == "[1] T"
    assert one.html == '<div class="csl-left-margin">[1]</div><div class="csl-right-inline">T</div>'


# --- locators


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("para. 5", ("paragraph", "5")),
        ("paras. 5-7", ("paragraph", "5-7")),
        ("Art. 42", ("article-locator", "42")),
        ("p. 3", ("page", "3")),
        ("pp. 3–5", ("page", "3–5")),
        ("17", ("page", "17")),
        ("xii", ("page", "xii")),
        ("annex 2", ("appendix", "2")),
        ("ch. VII", ("chapter", "VII")),
        ("¶ 8", ("paragraph", "8")),
        ("§4", ("section", "4")),
        ("sub verbo peace", ("sub-verbo", "peace")),
    ],
)
def test_locators(text: str, expected: tuple[str, str]) -> None:
    assert parse_locator(text) == expected


@pytest.mark.parametrize("text", ["zz. 5", "para.", "", "Resolution 1244 bis"])
def test_bad_locators_name_the_labels(text: str) -> None:
    with pytest.raises(StyleError, match=r"the labels are appendix.*paragraph"):
        parse_locator(text)


@given(
    st.sampled_from([word for words in LABELS.values() for word in words]), st.integers(1, 999), st.booleans()
)
def test_every_label_is_read(word: str, number: int, stop: bool) -> None:
    label, value = parse_locator(f"{word}{'.' if stop else ''} {number}")
    assert word in LABELS[label]
    assert value == str(number)


def test_locator_in_citation() -> None:
    assert ", paras. 5–7." in format_citation([RESOLUTION], "un", "paras. 5-7")
    assert "par. 5" in format_citation([RESOLUTION], "un", "para. 5", "fr-FR")


# --- outputs


class Checker(HTMLParser):
    """Counts elements and checks that each is closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def checked(document: str) -> Checker:
    checker = Checker()
    checker.feed(document)
    checker.close()
    assert not checker.open
    return checker


def test_html_page() -> None:
    items = [RESOLUTION, {**RESOLUTION, "id": 'x "y"', "language": "fr", "title": "L'eau & <le feu>"}]
    page = render(items, "un", "html", "en-US", title="Docs & <more>")
    assert page.startswith("<!DOCTYPE html>")
    seen = checked(page).seen
    tags = [tag for tag, _ in seen]
    assert ("html", {"lang": "en-US"}) in seen
    assert ("meta", {"charset": "utf-8"}) in seen
    assert tags.count("title") == tags.count("h1") == tags.count("main") == 1
    assert [attributes for tag, attributes in seen if tag == "li"] == [
        {"id": 'x_"y"', "lang": "fr"},
        {"id": "res", "lang": "en"},
    ]
    assert ("a", {"href": "https://example.org/a?b=1&c=2"}) in seen
    assert "<title>Docs &amp; &lt;more&gt;</title>" in page


def test_html_fragment_is_only_the_list() -> None:
    fragment = render([RESOLUTION], "un", "html", fragment=True)
    assert fragment.startswith('<ol class="bibliography" role="list">\n<li id="res"')
    assert fragment.endswith("</ol>\n")


def test_text_has_one_entry_a_line() -> None:
    assert render([RESOLUTION], "un").splitlines() == [format_bibliography([RESOLUTION], "un")[0].text]


def test_unknown_output() -> None:
    with pytest.raises(UnknownFormat, match="unknown format 'pdf'; there are: docx, html, latex, markdown"):
        render([RESOLUTION], "un", "pdf")


@given(st.text(min_size=1), st.text())
def test_any_text_is_escaped(title: str, genre: str) -> None:
    item = {"id": "a", "type": "book", "title": title, "publisher": genre, "author": [{"literal": "Body"}]}
    one = format_bibliography([item], "un")[0]
    assert normalize("NFKC", checked(one.html).text) == normalize("NFKC", one.text)
    assert not set(one.text) & markup.MARKS


def test_superscript_letters_and_upright_in_italics(tmp_path: Path) -> None:
    one = entry(tmp_path, '<text variable="title" font-style="italic"/>', {"title": "The <i>Exodus</i>, 2ᵉ"})
    assert one.html == '<i>The <span style="font-style:normal">Exodus</span>, 2<sup>e</sup></i>'


# --- parts of the engine


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [
        ("A.", ".", "A."),
        ("A. ", " B", "A. B"),
        ("why?", ". B", "why? B"),
        ("A!", ", B", "A!, B"),
        ("A,", ", B", "A, B"),
        ("etc.", ", B", "etc., B"),
        ("A;", "? B", "A? B"),
        ("", ". B", ". B"),
    ],
)
def test_seams(left: str, right: str, result: str) -> None:
    assert append(left, right) == result


def test_seams_look_through_formatting() -> None:
    assert markup.plain(append(markup.mark("italic", "A."), ". B")) == "A. B"
    assert append(markup.mark("quote", "A"), ", B", True) == markup.mark("quote", "A,") + " B"
    assert join(["a", "", markup.HIDDEN, "b"], ", ") == "a, b"


@given(st.text("ab.,;:!? ", max_size=6), st.text("ab.,;:!? ", max_size=6))
def test_seams_never_lose_letters(left: str, right: str) -> None:
    result = append(left, right, True)
    assert [c for c in result if c.isalpha()] == [c for c in left + right if c.isalpha()]
    assert len(left + right) - 1 <= len(result) <= len(left + right)


@given(st.lists(st.sampled_from(markup.KINDS), max_size=4), st.text(max_size=8).map(markup.clean))
def test_marks_round_trip(kinds: list[str], text: str) -> None:
    marked = text
    for kind in kinds:
        marked = markup.mark(kind, marked)
    assert markup.plain(marked) == text
    tree = markup.parse(marked)
    for kind in reversed(kinds if text else []):
        assert isinstance(tree[0], markup.Span)
        assert tree[0].kind == kind
        tree = tree[0].children
    assert tree == ([text] if text else [])


def test_unpaired_marks_are_harmless() -> None:
    assert markup.text_of(markup.parse(markup.OPEN["bold"] + "a" + markup.CLOSE["italic"])) == "a"


@pytest.mark.parametrize(
    ("given_names", "result"),
    [
        ("Virginia Page", "V. P."),
        ("Jean-Paul", "J.-P."),
        ("K.A.", "K. A."),
        ("Philippe-Jean", "P.-J."),
        ("Евгений М.", "Е. М."),
    ],
)
def test_initials(given_names: str, result: str) -> None:
    assert initials(given_names, ". ") == result


def test_initials_without_hyphen() -> None:
    assert initials("Jean-Paul", ".", keep_hyphen=False) == "J.P."


@pytest.mark.parametrize(
    ("text", "form", "result"),
    [
        ("101-104", "chicago-16", "101–4"),
        ("1103-1104", "chicago-16", "1103–4"),
        ("100-104", "chicago-16", "100–104"),
        ("321-328", "minimal", "321–8"),
        ("321-328", "minimal-two", "321–28"),
        ("321-8", "expanded", "321–328"),
        ("451-64, 470", None, "451–64, 470"),
        ("A\\-12", None, "A-12"),
    ],
)
def test_page_ranges(text: str, form: str | None, result: str) -> None:
    assert page_range(text, form, "–") == result


def test_numbers() -> None:
    assert read_numbers("12").numeric
    assert not read_numbers("S/RES/1244 (1999)").numeric
    assert read_numbers("2, 3 & 5").plural


@pytest.mark.parametrize(
    ("text", "case", "result"),
    [
        ("prosecutor v. Tadić", "title", "Prosecutor v. Tadić"),
        ("the war: a first-in-line study", "title", "The War: A First-in-Line Study"),
        ("UN peacekeeping in", "title", "UN Peacekeeping In"),
        ("a title", "capitalize-first", "A title"),
        ("a title", "uppercase", "A TITLE"),
        ("A TITLE", "sentence", "A title"),
        ("a title", "capitalize-all", "A Title"),
    ],
)
def test_text_case(text: str, case: str, result: str) -> None:
    assert change_case(text, case, True) == result


def test_title_case_is_for_english_only() -> None:
    assert change_case("le maintien de la paix", "title", False) == "le maintien de la paix"


@given(
    st.sampled_from(["lowercase", "uppercase", "capitalize-first", "capitalize-all", "sentence", "title"]),
    st.text(),
)
def test_nocase_spans_keep_their_case(case: str, text: str) -> None:
    kept = markup.mark("nocase", "iPhone uN")
    assert kept in change_case(f"{markup.clean(text)} {kept}", case, True)


def test_collation() -> None:
    words = ["Zeta", "école", "Ecole 10", "Ecole 9", "Ёлка", "Енот", "Юг", "da Silva", "dale"]
    expected = ["da Silva", "dale", "école", "Ecole 9", "Ecole 10", "Zeta", "Ёлка", "Енот", "Юг"]
    assert sorted(words, key=collate) == expected
    assert collate("Юг", "ru") < collate("Zeta", "ru")


def test_reading_dates_and_names() -> None:
    assert read_date({"raw": "2000-08-21/2000-08-25"}).end == (2000, 8, 25)
    assert read_date("1999").start == (1999, None, None)
    assert read_date({"literal": "spring 1999"}).literal == "spring 1999"
    assert read_date({"date-parts": [["1999", "6"]], "circa": True}) == read_date(
        {"date-parts": [[1999, 6]], "circa": 1}
    )
    assert read_name({"family": "de Coning", "given": "Cedric"}).particle == "de"
    assert read_name({"family": "King", "given": "Martin, Jr."}).suffix == "Jr."
    assert read_name({"family": "NATO", "isInstitution": True}).literal == "NATO"


# --- cost


def test_importing_is_light() -> None:
    code = "import sys, peacekeeping_bib.formatting; print(sorted({'lxml', 'citeproc'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_public_names_have_docstrings() -> None:
    module = sys.modules["peacekeeping_bib.formatting"]
    assert all(getattr(module, name).__doc__ for name in module.__all__)
