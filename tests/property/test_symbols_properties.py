"""Document symbols: properties that hold for symbols of every form, and for all other texts."""

from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacekeeping_bib import symbols
from peacekeeping_bib.errors import SymbolError
from peacekeeping_bib.symbols.grammar import SCHEMES
from peacekeeping_bib.symbols.lettering import roman

NUMBERS = st.integers(1, 99999).map(str)
SMALL = st.integers(1, 999).map(str)
YEARS = st.integers(1994, 2099).map(str)
SHORT_YEARS = st.integers(0, 99).map("{:02}".format)
SESSIONS = st.integers(31, 199).map(str)
SPECIAL = st.integers(8, 99).map("S-{}".format) | st.integers(6, 99).map("ES-{}".format)
SUFFIXES = st.sampled_from(["", "", "/Add.1", "/Corr.2", "/Rev.10", "/Add.1/Corr.2", "/Summary"])
TAILS = st.builds(
    lambda suffix, part: suffix + part, SUFFIXES, st.sampled_from(["", "", " (Part I)", " (Vol. 2)"])
)
LETTERS = st.sampled_from(["", " A", " B-D", " A and C"])


def texts(pattern: str, **strategies: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Fill the fields of a format with drawn values."""
    return st.fixed_dictionaries(strategies).map(lambda drawn: pattern.format(**drawn))


def isbn(digits: list[int]) -> str:
    """An ISBN of 13 digits by the definition of its check digit: the weighted sum is a multiple of ten."""
    body = [9, 7, 8, *digits]
    last = next(d for d in range(10) if (sum(body[0::2]) + 3 * sum(body[1::2]) + d) % 10 == 0)
    return "".join(map(str, [*body, last]))


def issn(digits: list[int]) -> str:
    """An ISSN by the definition of its check digit: the sum weighted 8 to 1 is a multiple of eleven."""
    last = next(
        d
        for d in range(11)
        if (sum(w * n for w, n in zip(range(8, 1, -1), digits, strict=True)) + d) % 11 == 0
    )
    text = "".join(map(str, digits)) + ("X" if last == 10 else str(last))
    return f"{text[:4]}-{text[4:]}"


COUNCIL_RESOLUTIONS = texts(
    "S/RES/{n}{y}{s}", n=NUMBERS, y=st.integers(1946, 2099).map(" ({})".format) | st.just(""), s=SUFFIXES
)
ASSEMBLY_DOCUMENTS = st.one_of(
    texts(
        "A/{s}/{k}{n}{t}",
        s=SESSIONS | SPECIAL,
        k=st.sampled_from(["", "L.", "WP.", "INF/"]),
        n=NUMBERS,
        t=TAILS,
    ),
    texts("A/{n}{t}", n=NUMBERS, t=TAILS),
)
COUNCIL_DOCUMENTS = texts("S/{y}{n}{t}", y=YEARS.map("{}/".format) | st.just(""), n=NUMBERS, t=TAILS)
SERIES = st.one_of(
    texts(
        "A/C.{c}/{s}{k}{n}",
        c=st.integers(1, 6).map(str),
        s=SESSIONS.map("{}/".format) | st.just(""),
        k=st.sampled_from(["", "SR.", "PV.", "L."]),
        n=NUMBERS,
    ),
    texts(
        "{o}/{y}/{k}{n}{t}",
        o=st.sampled_from(["A/AC.121", "E", "E/CN.4", "E/CN.4/Sub.2", "ST/SGB", "DP"]),
        y=YEARS,
        k=st.sampled_from(["", "L.", "NGO/"]),
        n=NUMBERS,
        t=TAILS,
    ),
    texts(
        "{o}/{n}{t}",
        o=st.sampled_from(["A/CONF.166", "A/AC.121", "CD", "S/AGENDA", "S/INF"]),
        n=NUMBERS,
        t=TAILS,
    ),
)
PRESS_RELEASES = texts(
    "{s}/{n}{t}", s=st.sampled_from(["GA", "GA/PK", "SG/SM", "SC", "PKO", "DSG/SM"]), n=NUMBERS, t=SUFFIXES
)
PRESS_NUMBERS = texts(
    "({y}){n}",
    y=SHORT_YEARS | st.integers(1949, 2048).map(str),
    n=SMALL | st.integers(1, 999).map("{:03}".format),
)
BODIES = st.sampled_from(["NAC", "NACC", "EAPC", "DPC", "NPG", "DPC/NPG", "NRC"])
MEETINGS = st.integers(1, 9).map(str)
ROMANS = st.integers(1, 39).map(roman)
UK_SESSIONS = st.integers(1900, 2090).map(lambda year: f"{year}-{year + 1}") | st.integers(1900, 2090).map(
    lambda year: f"{year}-{(year + 1) % 100:02}"
)

#: For each form the canonical texts that it reads, made without its patterns.
FORMS: dict[tuple[str, str], st.SearchStrategy[str]] = {
    ("un", "security-council-resolution"): COUNCIL_RESOLUTIONS,
    ("un", "general-assembly-resolution"): st.one_of(
        texts("A/RES/{s}/{n}{l}", s=SESSIONS | SPECIAL, n=NUMBERS, l=LETTERS),
        texts("A/RES/{n}({s})", n=NUMBERS, s=st.integers(1, 30).map(roman)),
        texts("A/RES/{n}{l} ({s})", n=NUMBERS, l=LETTERS.filter(bool), s=st.integers(1, 30).map(roman)),
        texts(
            "A/RES/{n}({s})[{l}]",
            n=NUMBERS,
            s=st.integers(1, 5).map(lambda n: "ES-" + roman(n)),
            l=st.sampled_from(["AA", "AB", "AANNEX"]),
        ),
    ),
    ("un", "security-council-presidential-statement"): texts(
        "S/PRST/{y}/{n}{t}", y=YEARS, n=NUMBERS, t=TAILS
    ),
    ("un", "security-council-document"): COUNCIL_DOCUMENTS,
    ("un", "security-council-meeting-record"): texts(
        "S/PV.{n}{r}{s}",
        n=NUMBERS,
        r=st.sampled_from(["", " (Resumption 1)", " (Resumption)", " (Part II)"]),
        s=SUFFIXES,
    ),
    ("un", "general-assembly-meeting-record"): texts(
        "A/{s}PV.{n}", s=(SESSIONS | SPECIAL).map("{}/".format) | st.just(""), n=NUMBERS
    ),
    ("un", "general-assembly-document"): ASSEMBLY_DOCUMENTS,
    ("un", "un-series-document"): SERIES,
    ("un", "un-press-release"): PRESS_RELEASES,
    ("un", "double-symbol"): st.one_of(
        texts("{a}-{b}", a=ASSEMBLY_DOCUMENTS, b=COUNCIL_DOCUMENTS),
        texts("SG/SM/{n}-SC/{m}", n=NUMBERS, m=NUMBERS),
        texts("{a}-{b}", a=ASSEMBLY_DOCUMENTS, b=texts("E/{y}/{n}", y=YEARS, n=NUMBERS)),
    ),
    ("nato", "nato-meeting-text"): st.one_of(
        texts(
            "{a}M-{b}{d}-{m}{p}",
            a=st.sampled_from(["", "", "Annex to "]),
            b=BODIES,
            d=st.sampled_from(["", "(DM)", "-D"]),
            m=MEETINGS,
            p=PRESS_NUMBERS,
        ),
        texts("{k}-{m}{p}", k=st.sampled_from("MS"), m=MEETINGS, p=PRESS_NUMBERS),
        texts("M-{m}-{b}{p}", m=MEETINGS, b=BODIES, p=PRESS_NUMBERS),
        texts("{b}-S{p}", b=BODIES, p=PRESS_NUMBERS),
    ),
    ("nato", "nato-press-release"): texts("{h}{p}", h=st.sampled_from(["", "PR/CP"]), p=PRESS_NUMBERS),
    ("nato", "nato-council-memorandum"): texts("C-M{p}", p=PRESS_NUMBERS),
    ("nato", "nato-military-committee-document"): texts(
        "MC {n}{r}", n=SMALL, r=MEETINGS.map("/{}".format) | st.just("")
    ),
    ("nato", "nato-publication"): texts(
        "{s}-{n}{e}",
        s=st.sampled_from(["AJP", "AAP", "ATP"]),
        n=st.lists(MEETINGS, min_size=1, max_size=4).map(".".join),
        e=st.sampled_from(["", "(A)", "(2)"]),
    ),
    ("nato", "nato-standardization-agreement"): texts("STANAG {n}", n=st.integers(1000, 9999).map(str)),
    ("osce", "osce-document"): texts(
        "{b}{m}.{k}/{n}{y}{s}",
        b=st.sampled_from(["PC", "MC", "FSC", "SEC", "SUM", "CIO"]),
        m=st.sampled_from(["", "(7)"]),
        k=st.sampled_from(["DEC", "JOUR", "DOC", "GAL"]),
        n=NUMBERS,
        y=SHORT_YEARS.map("/{}".format) | st.just(""),
        s=st.sampled_from(["", "/Rev.1", "/Add.2"]),
    ),
    ("weu", "weu-assembly-document"): texts(
        "Document {s}{n}", s=st.sampled_from(["", "A/", "C/"]), n=st.integers(1, 9999).map(str)
    ),
    ("eu", "eu-act"): texts(
        "{y}/{n}/{b}",
        y=st.integers(1952, 2014).map(str) | st.integers(52, 99).map(str),
        n=SMALL,
        b=st.sampled_from(["CFSP", "EC", "JHA", "Euratom"]),
    ),
    ("eu", "eu-act-2015"): texts(
        "({b}) {y}/{n}", b=st.sampled_from(["CFSP", "EU"]), y=st.integers(2015, 2099).map(str), n=SMALL
    ),
    ("eu", "eu-regulation"): texts("Regulation (EC) No {n}/{y}", n=SMALL, y=YEARS),
    ("eu", "eu-commission-document"): texts(
        "COM({y}) {n}{f}", y=YEARS | SHORT_YEARS, n=SMALL, f=st.sampled_from(["", " final"])
    ),
    ("eu", "eu-session-document"): texts(
        "{s}-{n}/{y}",
        s=st.sampled_from(["A3", "B4"]),
        n=st.sampled_from(["0047", "1067, 1068 and 1071"]),
        y=YEARS | SHORT_YEARS,
    ),
    ("us-crs", "crs-report"): texts(
        "{s}{n}",
        s=st.sampled_from(["RL", "RS", "R", "IB", "IF", "IN"]),
        n=st.integers(0, 99999).map("{:05}".format),
    ),
    ("us-crs", "crs-report-before-2000"): texts(
        "{y}-{n} {d}", y=st.integers(70, 99).map(str), n=SMALL, d=st.sampled_from(["F", "S", "ENR"])
    ),
    ("us-gao", "gao-report"): texts(
        "GAO{d}-{y}-{n}{s}",
        d=st.sampled_from(["", "/NSIAD", "/T-NSIAD"]),
        y=SHORT_YEARS,
        n=SMALL,
        s=st.sampled_from(["", "T", "SP", "R"]),
    ),
    ("us-pdd", "presidential-directive"): texts(
        "{s}{c}-{n}",
        s=st.sampled_from(["PDD", "NSPD", "PRD", "NSDD"]),
        c=st.sampled_from(["", "/NSC"]),
        n=SMALL,
    ),
    ("us-congress", "congressional-paper"): texts(
        "{s} {c}-{n}",
        s=st.sampled_from(["S. Rep.", "H.R. Rep.", "S. Hrg.", "H.R. Doc.", "Pub. L."]),
        c=SMALL,
        n=SMALL,
    ),
    ("uk-hc", "uk-hc-paper"): texts(
        "HC {n}{v}{s}",
        n=SMALL,
        v=st.sampled_from(["", "-I", "-xii"]),
        s=UK_SESSIONS.map(" ({})".format) | st.just(""),
    ),
    ("uk-hl", "uk-hl-paper"): texts(
        "HL {n}{v}{s}",
        n=SMALL,
        v=st.sampled_from(["", "-I", "-xii"]),
        s=UK_SESSIONS.map(" ({})".format) | st.just(""),
    ),
    ("uk-hc", "uk-hc-debate"): texts(
        "HC Deb{d} vol {v} {c}",
        d=st.sampled_from(["", " 24 June 1998"]),
        v=SMALL,
        c=texts("cc{a}-{b}{w}", a=SMALL, b=SMALL, w=st.sampled_from(["", "W"])) | texts("c{a}", a=SMALL),
    ),
    ("uk-hl", "uk-hl-debate"): texts("HL Deb vol {v} cc{a}-{b}", v=SMALL, a=SMALL, b=SMALL),
    ("nato-pa", "nato-pa-document"): texts(
        "{n} {c} {y} {l}{r}",
        n=st.integers(0, 999).map("{:03}".format),
        c=st.sampled_from(["PC", "DSC", "DSCTC", "STC"]),
        y=SHORT_YEARS,
        l=st.sampled_from("EF"),
        r=st.sampled_from(["", " rev. 1"]),
    ),
    ("doi", "doi"): texts(
        "10.{p}/{s}",
        p=st.integers(1000, 999999).map(str),
        s=st.from_regex(r"[a-z0-9._()/-]{0,20}[a-z0-9]", fullmatch=True).filter(
            lambda s: not re.search(r"[()]", s)
        ),
    ),
    ("isbn", "isbn"): st.lists(st.integers(0, 9), min_size=9, max_size=9).map(isbn),
    ("issn", "issn"): st.lists(st.integers(0, 9), min_size=7, max_size=7).map(issn),
    ("other", "uk-command-paper"): texts(
        "{s} {n}{v}",
        s=st.sampled_from(["Cm", "Cmnd", "Cmd", "CP"]),
        n=NUMBERS,
        v=st.sampled_from(["", "-IV"]),
    ),
}
CASES = st.sampled_from(sorted(FORMS)).flatmap(lambda form: st.tuples(st.just(form), FORMS[form]))


def digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def is_within(part: str, whole: str) -> bool:
    """Whether the characters of `part` stand in `whole` in their order."""
    rest = iter(whole)
    return all(char in rest for char in part)


def test_every_form_has_a_strategy() -> None:
    assert {(scheme.name, form.name) for scheme in SCHEMES for form in scheme.forms} == set(FORMS)


@pytest.mark.parametrize("form", sorted(FORMS), ids="-".join)
def test_symbols_of_every_form_round_trip(form: tuple[str, str]) -> None:
    scheme, name = form

    @given(FORMS[form])
    def check(text: str) -> None:
        symbol = symbols.parse(text, scheme)
        assert (symbol.scheme, symbol.form, symbol.text) == (scheme, name, text)
        assert symbols.parse(symbol.text, symbol.scheme) == symbol
        assert symbols.normalise(symbols.normalise(text, scheme), scheme) == text
        assert symbol in symbols.readings(text)
        assert pickle.loads(pickle.dumps(symbol)) == symbol  # noqa: S301
        assert hash(symbol) == hash(symbols.parse(text, scheme))
        sentence = symbol.explain()
        assert sentence[0].isupper()
        assert "\n" not in sentence
        assert not sentence.endswith(".")

    check()


@st.composite
def respelled(draw: st.DrawFn, text: str) -> str:
    """The same symbol with other dashes and spaces, zero-width characters and spaces around it."""
    dashes, spaces = st.sampled_from("-‐‑‒–—−"), st.sampled_from([" ", "\u00a0", "  ", " \t", "\u2009"])
    pieces = []
    for char in text:
        if char == "-":
            pieces.append(draw(dashes))
        elif char == " ":
            pieces.append(draw(spaces))
        elif char == "/" and draw(st.integers(0, 9)) == 0:
            pieces.append(draw(st.sampled_from([" / ", "/ ", "\u2044"])))
        else:
            pieces.append(char + ("\u200b" if draw(st.integers(0, 19)) == 0 else ""))
    return (
        draw(st.sampled_from(["", " ", "\n"])) + "".join(pieces) + draw(st.sampled_from(["", " ", "\ufeff"]))
    )


@given(CASES.flatmap(lambda case: st.tuples(st.just(case), respelled(case[1]))))
def test_dashes_and_spaces_do_not_matter(drawn: tuple[tuple[tuple[str, str], str], str]) -> None:
    ((scheme, _), text), spelling = drawn
    symbol = symbols.parse(spelling, scheme)
    assert symbol == symbols.parse(text, scheme)
    assert digits(symbol.text) == digits(spelling)


@given(CASES)
def test_a_symbol_is_found_under_its_own_keys(case: tuple[tuple[str, str], str]) -> None:
    (scheme, _), text = case
    symbol = symbols.parse(text, scheme)
    filed, tried = symbols.filing_keys(symbol), symbols.query_keys(symbol)
    assert tried[0] in filed
    assert all(key.startswith(f"{scheme}:") and " " not in key for key in (*filed, *tried))
    for half in symbol.halves:
        assert set(symbols.query_keys(half)) & set(filed)


@given(st.integers(1, 9999), st.integers(1946, 2099), st.integers(1946, 2099))
def test_a_wrong_year_finds_nothing(number: int, year: int, other: int) -> None:
    filed = symbols.filing_keys(symbols.parse(f"S/RES/{number} ({year})"))
    tried = symbols.query_keys(symbols.parse(f"S/RES/{number} ({other})"))
    assert bool(set(filed) & set(tried)) == (year == other)


@given(CASES, CASES)
def test_other_united_nations_documents_have_other_keys(
    one: tuple[tuple[str, str], str], two: tuple[tuple[str, str], str]
) -> None:
    first, second = (symbols.parse(text, form[0]) for form, text in (one, two))
    shared = set(symbols.filing_keys(first)) & set(symbols.query_keys(second))
    if first.scheme != second.scheme:
        assert not shared
    elif first.scheme == "un" and shared and "resolution" not in second.form and "double" not in first.form:
        assert first in second.halves


@given(NUMBERS, SHORT_YEARS, BODIES, MEETINGS)
def test_nato_texts_and_press_releases_are_found_from_each_other(
    number: str, year: str, body: str, meeting: str
) -> None:
    number = number[:3]
    text = symbols.parse(f"M-{body}-{meeting}({year}){number}")
    release = symbols.parse(f"Press Release ({text.year}) {number:0>3}")
    assert set(symbols.query_keys(text)) & set(symbols.filing_keys(release))
    assert set(symbols.query_keys(release)) & set(symbols.filing_keys(text))


SCRAPS = (
    *("S/", "A/", "RES/", "E/CN.4", "PV.", "1244", "1999", " ", "(", ")", "-", "–", "/", ".", "M-NAC", "(V)"),
    *(
        "Security Council resolution ",
        "UNSC Res ",
        "HC ",
        "ISBN ",
        "and ",
        "Add.1",
        "[A]",
        " A",
        "0",
        "²",
        "٣",
    ),
)
FRAGMENTS = st.lists(st.sampled_from(SCRAPS), max_size=10).map("".join)
MUTATED = CASES.flatmap(
    lambda case: st.tuples(st.just(case[1]), st.integers(0, len(case[1])), st.characters()).map(
        lambda drawn: drawn[0][: drawn[1]] + drawn[2] + drawn[0][drawn[1] :]
    )
)
ANYTHING = st.text() | FRAGMENTS | MUTATED


@given(ANYTHING, st.none() | st.sampled_from([scheme.name for scheme in SCHEMES]))
def test_any_text_is_read_or_refused_with_a_symbol_error(text: str, scheme: str | None) -> None:
    try:
        symbol = symbols.parse(text, scheme)
    except SymbolError:
        return
    assert symbols.parse(symbol.text, symbol.scheme) == symbol
    assert is_within(digits(symbol.text), digits(text))


@given(ANYTHING)
def test_readings_begin_with_the_preferred_one(text: str) -> None:
    found = symbols.readings(text)
    assert len({(symbol.scheme, symbol.text) for symbol in found}) == len(found)
    assert len({symbol.scheme for symbol in found}) == len(found), "one text, one reading for each scheme"
    if found:
        assert symbols.parse(text) == found[0]


@given(st.text().filter(str.strip), st.sampled_from(["cis", "other"]))
def test_texts_as_printed_stay_as_they_are(text: str, scheme: str) -> None:
    symbol = symbols.parse(text, scheme)
    assert symbol.form != "as-printed" or symbol.text == text.strip()
    assert symbols.filing_keys(symbol) == symbols.query_keys(symbol)


@given(st.lists(ANYTHING, max_size=5).map(" ".join))
def test_what_is_found_in_a_text_can_be_read_alone(text: str) -> None:
    end = 0
    for begin, stop, symbol in symbols.find_in(text):
        assert end <= begin < stop <= len(text)
        end = stop
        assert symbols.parse(text[begin:stop], symbol.scheme) == symbol


@given(st.sampled_from(sorted(form for form in FORMS if form[0] == "un")).flatmap(FORMS.get))
def test_united_nations_symbols_are_found_in_a_sentence(text: str) -> None:
    symbol = symbols.parse(text)
    found = symbols.find_in(f"As was said (see UN Doc. {text}), peace was kept.")
    assert [(hit[2]) for hit in found] == [symbol]
