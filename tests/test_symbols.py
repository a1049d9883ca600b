"""Document symbols: every form that must be read, what is refused and why, keys, running text."""

from __future__ import annotations

import copy
import doctest
import importlib
import json
import pathlib
import pickle

import pytest

from peacekeeping_bib import symbols
from peacekeeping_bib.errors import PeacekeepingBibError, SymbolError
from peacekeeping_bib.symbols.grammar import SCHEMES

SCHEMA = pathlib.Path(__file__).parents[1] / "schemas" / "record.schema.json"

# scheme, canonical text, other spellings
SPELLINGS = [
    (
        "un",
        "S/RES/1244 (1999)",
        [
            "S/RES/1244(1999)",
            "S/RES/1244 ( 1999 )",
            " s/res/1244  (1999)\n",
            "S / RES / 1244\u00a0(1999)",
            "S/RES/1244/1999",
            "UNSC Res 1244 (10 June 1999)",
            "UNSC Res. 1244 (1999)",
            "UNSCR 1244 (1999)",
            "UNSCR 1244/1999",
            "SCR 1244 (1999)",
            "Security Council resolution 1244 (1999)",
            "UN Security Council Resolution No. 1244 (1999)",
            "United Nations Security Council resolution 1244 of 10 June 1999",
            "UN Security Council Resolution 1244 (1999) of 10 June 1999",
            "S/RES/1244 (1999), 10 June 1999",
            "UN Doc S/RES/1244 (1999)",
            "U.N. Doc. S/RES/1244 (June 10, 1999)",
            "S/RES/1244 (1999)*",
        ],
    ),
    ("un", "S/RES/1244", ["SC Res. 1244", "UNSCR 1244", "S.C. Res. 1244", "UN Doc. S/RES/1244"]),
    ("un", "S/RES/1325 (2000)", ["U.N. Doc. S/RES/1325 (Oct. 31, 2000)", "S.C. Res. 1325 (Oct. 31, 2000)"]),
    ("un", "S/RES/687 (1991)/Corr.1", ["S/RES/687(1991)/corr1"]),
    ("un", "A/RES/377(V)", ["A/RES/377 (V)", "UNGA Res 377 (V)", "General Assembly resolution 377(V)"]),
    ("un", "A/RES/377 A (V)", ["A/RES/377(V)[A]", "A/RES/377A(V)", "A/RES/377(V)A", "GA Res. 377 A (V)"]),
    ("un", "A/RES/377 A-C (V)", ["A/RES/377(V)[A-C]", "A/RES/377 A to C (V)"]),
    ("un", "A/RES/377(V)[AA]", ["A/RES/377 (V)[AA]"]),
    ("un", "A/RES/377(V)[AANNEX]", []),
    ("un", "A/RES/2006(XIX)", ["A/RES/2006 (XIX)"]),
    ("un", "A/RES/3314(XXIX)", ["UNGA Res 3314 (XXIX) (14 December 1974)"]),
    ("un", "A/RES/832(IX)", ["G.A. Res. 832(IX)"]),
    ("un", "A/RES/1874(S-IV)", ["A/RES/1874 (S–IV)"]),
    ("un", "A/RES/1000(ES-I)", ["A/RES/1000 (ES-I)"]),
    ("un", "A/RES/ES-10/15", ["A/RES/ES‑10/15"]),
    ("un", "A/RES/S-8/2", []),
    ("un", "A/RES/49/37", ["General Assembly resolution 49/37", "UNGAR 49/37", "A/RES/49/37 (1994)"]),
    ("un", "A/RES/51/210", ["UNGA Res 51/210 (17 December 1996)"]),
    ("un", "A/RES/34/7 B", ["A/RES/34/7B", "A/RES/34/7[B]", "A/RES/34/7b"]),
    ("un", "A/RES/31/6 A and B", ["General Assembly resolution 31/6 A and B"]),
    ("un", "A/55/305-S/2000/809", ["A/55/305–S/2000/809", "A/55/305—S/2000/809", "A/55/305‑S/2000/809"]),
    (
        "un",
        "A/55/305-S/2000/809",
        ["A/55/305 - S/2000/809", "A/55/305, S/2000/809", "A/55/305 and S/2000/809"],
    ),
    ("un", "A/47/277-S/24111", ["A/47/277–S/24111", "UN Doc A/47/277-S/24111 (17 June 1992)"]),
    ("un", "A/50/60/Add.1-S/1995/1/Add.1", []),
    ("un", "SG/SM/7263-SC/6686", ["SG/SM/7263 SC/6686"]),
    ("un", "S/PV.4011", ["S/PV 4011", "S/PV4011"]),
    ("un", "S/PV.4011 (Resumption 1)", ["S/PV.4011(Resumption1)", "S/PV.4011 (resumption 1)"]),
    ("un", "S/PV.2977 (Part II)", []),
    ("un", "A/50/PV.3", ["A/50/PV. 3"]),
    ("un", "A/PV.1", []),
    ("un", "A/ES-10/PV.25", []),
    ("un", "S/PRST/1999/34", []),
    ("un", "S/24111", ["S/24111 (1992)"]),
    ("un", "S/1999/682", ["S/1999/682*", "S/1999/682 (15 June 1999)"]),
    ("un", "A/50/1", []),
    ("un", "A/55/305", ["UN document A/55/305", "United Nations document A/55/305 (21 August 2000)"]),
    ("un", "A/1689", []),
    ("un", "A/50/60/Add.1/Corr.2", ["A/50/60/ADD.1/CORR.2", "A/50/60/Add1/Corr. 2"]),
    ("un", "A/51/6/Rev.1 (Vol. I)", ["A/51/6/Rev.1 (Vol.I)"]),
    ("un", "A/50/L.12", []),
    ("un", "A/C.4/50/SR.2", []),
    ("un", "A/C.4/SR.100", []),
    ("un", "A/AC.121/2018/L.3", []),
    ("un", "A/AC.121/38", []),
    ("un", "A/CONF.166/9", []),
    ("un", "A/DEC/54/432", []),
    ("un", "A/HRC/RES/16/1", []),
    ("un", "E/CN.4/2000/3", []),
    ("un", "E/CN.4/Sub.2/1999/3", ["E/CN.4/SUB.2/1999/3"]),
    ("un", "E/RES/1999/5", []),
    ("un", "ST/SGB/1999/13", []),
    ("un", "CCPR/C/21/Rev.1/Add.13", []),
    ("un", "GA/PK/142", ["Press Release GA/PK/142", "UN Press Release GA/PK/142"]),
    ("un", "SG/SM/7263", []),
    ("un", "SC/6686", []),
    ("nato", "M-NAC-1(92)51", ["Press Release M-NAC-1(92)51", "M–NAC–1 (92) 51", "m-nac-1(92)51"]),
    ("nato", "M-NAC-1(92)51", ["Press Communiqué M-NAC-1(92)51", "NATO Press Release: M-NAC-1 (92)51"]),
    ("nato", "M-NACC-1(93)40", []),
    ("nato", "M-NAC(DM)-2(96)89", []),
    ("nato", "M-NAC-D-2(97)149", []),
    ("nato", "M-DPC/NPG-2(95)117", ["M-DPC/NPG- 2(95)117"]),
    ("nato", "M-1(94)3", []),
    ("nato", "Annex to M-1(94)2", []),
    ("nato", "S-1(91)86", []),
    ("nato", "NAC-S(99)64", []),
    ("nato", "M-2-EAPC(97)157", []),
    ("nato", "M-EAPC-2(1999)158", []),
    ("nato", "(99)65", ["Press Release (99)65", "Press Release (99) 65"]),
    ("nato", "(1999)097", []),
    ("nato", "(98)018", []),
    ("nato", "(2003)059", ["Press Release (2003) 059"]),
    ("nato", "PR/CP(2003)059", ["PR/CP (2003) 059"]),
    ("nato", "C-M(55)15", []),
    ("nato", "MC 327/1", ["MC-327/1"]),
    ("nato", "AJP-3.4.1(A)", ["AJP 3.4.1 (A)"]),
    ("nato", "STANAG 2181", []),
    ("osce", "MC(7).JOUR/2", ["OSCE MC(7).JOUR/2"]),
    ("osce", "MC.DEC/3/03", []),
    ("osce", "PC.DEC/218", ["OSCE Document PC.DEC/218", "PC.DEC / 218"]),
    ("osce", "SEC.DOC/2/00/Rev.1", []),
    ("weu", "Document 1366", ["WEU Document 1366", "Doc. 1366", "WEU Assembly Doc. 1366"]),
    ("weu", "Document A/1689", ["WEU Document A/1689", "WEU A/1689"]),
    ("weu", "Document C/1720", ["Doc. C/1720", "C/1720"]),
    ("eu", "2003/92/CFSP", ["Council Joint Action 2003/92/CFSP"]),
    ("eu", "93/728/CFSP", ["Council Decision 93/728/CFSP"]),
    ("eu", "(CFSP) 2015/778", ["(CFSP)2015/778"]),
    ("eu", "Regulation (EC) No 975/1999", []),
    ("eu", "COM(2001) 211 final", []),
    ("eu", "A4-0047/1999", ["a4-0047/1999"]),
    ("eu", "B4-1067, 1068, 1069 and 1071/95", ["B4-1067, 1068,  1069 and 1071/95"]),
    ("un", "UNIDIR/96/7", []),
    ("un", "UNIS/SG/2381", []),
    ("uk-hc", "HC 28 (1999-2000)", ["HC 28 (1999–2000)", "HC 28 (Session 1999-2000)"]),
    ("uk-hc", "HC 347-I (1999-2000)", ["HC (1999-2000) 347-I", "HC 1999-2000, 347-I"]),
    ("uk-hc", "HC 988 (1992-93)", ["HC 988, Session 1992-93"]),
    ("uk-hc", "HC Deb vol 234 cc702-42", ["HC Deb, vol. 234, cols 702–42"]),
    ("uk-hc", "HC Deb 24 June 1998 vol 314 cc1083-86", ["HC Deb 24 June 1998, vol 314, cols 1083-86"]),
    ("uk-hl", "HL 76 (1998-99)", ["HL Paper 76 (1998-99)"]),
    ("other", "Cm 4724", ["cm 4724", "Cm. 4724"]),
    ("us-crs", "RL30729", ["CRS Report RL30729", "CRS Report for Congress, RL30729"]),
    ("us-crs", "IB94040", ["CRS Issue Brief IB94040"]),
    ("us-crs", "98-206 F", []),
    ("us-gao", "GAO/NSIAD-97-132", ["GAO/NSIAD–97–132"]),
    ("us-gao", "GAO/T-NSIAD-97-139", []),
    ("us-gao", "GAO-09-142", []),
    ("us-pdd", "PDD/NSC-25", ["PDD/NSC 25"]),
    ("us-pdd", "PDD-25", ["PDD 25", "Presidential Decision Directive 25"]),
    ("us-pdd", "NSPD-44", ["National Security Presidential Directive 44"]),
    ("us-congress", "S. Rep. 104-12", ["S. Rep. No. 104-12", "S. Rept. 104-12"]),
    ("us-congress", "H.R. Rep. 104-563", ["H. Rept. 104-563", "H.R. Rep. No. 104-563"]),
    ("us-congress", "Pub. L. 103-160", ["P.L. 103-160", "Pub. L. No. 103-160"]),
    ("nato-pa", "175 PC 05 E", ["NATO PA 175 PC 05 E"]),
    ("nato-pa", "087 SC 05 E rev. 2", ["087 SC 05 E Rev. 2"]),
    ("doi", "10.1093/ejil/13.1.1", ["doi:10.1093/ejil/13.1.1", "https://doi.org/10.1093/ejil/13.1.1"]),
    ("isbn", "0-88936-963-1", ["ISBN 0-88936-963-1", "ISBN: 0 88936 963 1"]),
    ("isbn", "9780521860123", ["ISBN-13: 9780521860123"]),
    ("isbn", "0-8044-2957-X", ["0-8044-2957-x"]),
    ("issn", "0028-0836", ["ISSN 0028-0836"]),
    ("issn", "2434-561X", ["ISSN: 2434-561x"]),
]


@pytest.mark.parametrize(
    ("scheme", "text", "spelling"),
    [(scheme, text, spelling) for scheme, text, others in SPELLINGS for spelling in (text, *others)],
)
def test_every_spelling_is_read(scheme: str, text: str, spelling: str) -> None:
    symbol = symbols.parse(spelling)
    assert (symbol.scheme, symbol.text) == (scheme, text)
    assert symbols.parse(symbol.text, symbol.scheme) == symbol
    assert symbols.normalise(spelling) == text
    assert symbol in symbols.readings(spelling)


@pytest.mark.parametrize(
    ("text", "scheme", "parts"),
    [
        ("S/RES/1244 (1999)", None, {"organ": "unsc", "kind": "resolution", "number": 1244, "year": 1999}),
        (
            "A/RES/377 A (V)",
            None,
            {"organ": "unga", "kind": "resolution", "number": 377, "session": 5, "letters": "A"},
        ),
        (
            "A/RES/ES-10/15",
            None,
            {"organ": "unga", "kind": "resolution", "number": 15, "special_session": "ES-10"},
        ),
        (
            "A/50/60/Add.1/Corr.2",
            None,
            {
                "organ": "unga",
                "kind": "document",
                "number": 60,
                "session": 50,
                "suffixes": ("Add.1", "Corr.2"),
            },
        ),
        (
            "M-NAC-1(92)51",
            None,
            {
                "organ": "nac",
                "kind": "meeting-text",
                "level": "M",
                "body": "NAC",
                "meeting": 1,
                "year": 1992,
                "number": 51,
            },
        ),
        (
            "HC 347-I (1999-2000)",
            None,
            {
                "kind": "paper",
                "house": "HC",
                "number": 347,
                "volume": "I",
                "parliamentary_session": "1999-2000",
            },
        ),
        (
            "175 PC 05 E",
            None,
            {
                "kind": "document",
                "number": 175,
                "committee": "PC",
                "year": 2005,
                "language": "E",
            },
        ),
    ],
)
def test_parts(text: str, scheme: str | None, parts: dict[str, object]) -> None:
    assert dict(symbols.parse(text, scheme).parts) == parts


@pytest.mark.parametrize(
    ("text", "form", "organ", "year", "session"),
    [
        ("S/RES/1244 (1999)", "security-council-resolution", "unsc", 1999, None),
        ("S/RES/1244", "security-council-resolution", "unsc", None, None),
        ("A/RES/49/37", "general-assembly-resolution", "unga", None, 49),
        ("A/RES/2006(XIX)", "general-assembly-resolution", "unga", None, 19),
        ("A/RES/1000(ES-I)", "general-assembly-resolution", "unga", None, None),
        ("A/55/305", "general-assembly-document", "unga", None, 55),
        ("A/50/PV.3", "general-assembly-meeting-record", "unga", None, 50),
        ("S/PV.4011", "security-council-meeting-record", "unsc", None, None),
        ("S/PRST/1999/34", "security-council-presidential-statement", "unsc", 1999, None),
        ("S/24111", "security-council-document", "unsc", None, None),
        ("A/C.4/50/SR.2", "un-series-document", None, None, 50),
        ("A/HRC/16/2", "un-series-document", None, None, None),
        ("ST/SGB/1999/13", "un-series-document", "unsg", 1999, None),
        ("GA/PK/142", "un-press-release", "un", None, None),
        ("A/55/305-S/2000/809", "double-symbol", None, None, None),
        ("M-NACC-1(93)40", "nato-meeting-text", "nacc", 1993, None),
        ("M-1(94)3", "nato-meeting-text", None, 1994, None),
        ("(2003)059", "nato-press-release", None, 2003, None),
        ("MC.DEC/3/03", "osce-document", "osce", 2003, None),
        ("PC.DEC/218", "osce-document", "osce", None, None),
        ("93/728/CFSP", "eu-act", None, 1993, None),
        ("A3-0041/94", "eu-session-document", None, None, None),
        ("UNIDIR/96/7", "un-series-document", None, 1996, None),
        ("GAO-09-142", "gao-report", None, None, None),
        ("HC 28 (1999-2000)", "uk-hc-paper", None, None, None),
        ("PDD-25", "presidential-directive", "us-president", None, None),
    ],
)
def test_form_organ_year_session(
    text: str, form: str, organ: str | None, year: int | None, session: int | None
) -> None:
    symbol = symbols.parse(text)
    assert (symbol.form, symbol.organ, symbol.year, symbol.session) == (form, organ, year, session)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("S/RES/1244 (1999)", "Security Council resolution No. 1244, adopted in 1999"),
        ("S/RES/1244", "Security Council resolution No. 1244"),
        ("A/RES/49/37", "General Assembly resolution No. 37 of the 49th session (1994 to 1995)"),
        ("A/RES/377 A (V)", "General Assembly resolution No. 377 A of the 5th session (1950 to 1951)"),
        ("A/RES/1(I)", "General Assembly resolution No. 1 of the 1st session (1946)"),
        ("A/RES/1874(S-IV)", "General Assembly resolution No. 1874 of the 4th special session"),
        ("A/RES/ES-10/15", "General Assembly resolution No. 15 of the 10th emergency special session"),
        ("A/1689", "General Assembly document No. 1689, of the numbering used until 1976"),
        (
            "A/50/60/Add.1",
            "General Assembly document No. 60 of the 50th session (1995 to 1996), addendum 1",
        ),
        (
            "S/PV.4011 (Resumption 1)",
            "Verbatim record of meeting No. 4011 of the Security Council, resumption 1",
        ),
        (
            "A/50/PV.3",
            "Verbatim record of plenary meeting No. 3 of the General Assembly "
            "in the 50th session (1995 to 1996)",
        ),
        ("S/PRST/1999/34", "Statement No. 34 of 1999 by the President of the Security Council"),
        (
            "A/AC.121/2018/L.3",
            "Limited-distribution document (usually a draft) No. 3 of 2018 of the Special Committee on "
            "Peacekeeping Operations",
        ),
        ("ST/SGB/1999/13", "Bulletin No. 13 of 1999 of the Secretary-General"),
        (
            "E/CN.4/Sub.2/1999/3",
            "Document No. 3 of 1999 of Sub.2 of the Commission on Human Rights",
        ),
        (
            "GA/PK/142",
            "United Nations press release No. 142 on the Special Committee on Peacekeeping Operations",
        ),
        (
            "A/47/277-S/24111",
            "One document under a double symbol: General Assembly document No. 277 of the 47th session "
            "(1992 to 1993); Security Council document No. 24111, of the numbering used until 1993",
        ),
        (
            "M-NAC-1(92)51",
            "NATO press release No. 51 of 1992, text of meeting No. 1 of the North Atlantic Council",
        ),
        ("(1999)097", "NATO press release No. 97 of 1999"),
        ("MC.DEC/3/03", "OSCE decision No. 3 of 2003 of the Ministerial Council"),
        ("Document A/1689", "Document No. 1689 of the Assembly of Western European Union, series A"),
        ("HC 347-I (1999-2000)", "Paper No. 347 of the session 1999-2000 of the House of Commons, volume I"),
        ("PDD/NSC-25", "Presidential Decision Directive No. 25 of the President of the United States"),
        (
            "S. Rep. 104-12",
            "United States Congress, report of the Senate No. 12 of the 104th Congress (1995 to 1997)",
        ),
    ],
)
def test_explanations(text: str, sentence: str) -> None:
    assert symbols.parse(text).explain() == sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "a symbol such as S/RES/1244 (1999)"),
        ("Brahimi Report", "a symbol such as S/RES/1244 (1999)"),
        ("resolution 1244 (1999)", "a symbol such as"),
        ("S/RES/twelve", "a Security Council resolution such as S/RES/1244 (1999) or S/RES/1244"),
        ("Security Council resolution twelve", "a Security Council resolution"),
        ("S/RES/1244 (99)", "a Security Council resolution"),
        ("S/RES/01244", "a Security Council resolution"),
        ("S/RES/١٢٤٤", "a Security Council resolution"),
        ("S/RES/1244 (1939)", "of 1946 or later, not of 1939"),
        ("S/RES/1244 (1999) (10 June 2000)", "a date in 1999, as the symbol says, not in 2000"),
        ("S/FOO/1", "S/RES/1244 (1999), S/PRST/1999/34"),
        ("S/1993/12", "of 1994 or later"),
        ("S/1999/682 (2001)", "a date in 1999"),
        ("A/RES/49/37 (1999)", "a date in 1994 to 1995"),
        ("A/RES/3314(XXIX) (14 December 1984)", "a date in 1974 to 1975"),
        ("A/RES/30/12", "from 31 on"),
        ("A/RES/377(XXXI)", "Roman numerals from I to XXX"),
        ("A/RES/377(IIX)", "Roman numerals from I to XXX"),
        ("A/RES/12(S-VIII)", "S-I to S-VII, or from S-8 on"),
        ("A/RES/ES-5/1", "ES-I to ES-V, or from ES-6 on"),
        ("A/RES/377 A (V) B", "its letter once"),
        ("A/12/345", "from 31 on"),
        ("A/55/305-A/56/1", "a double symbol of two organs"),
        ("A/55/305-S/twelve", "a"),
        ("S/RES/1244 and A/55/305", "two document symbols"),
        ("M-NAC-1(92)", "the number of a NATO communiqué such as M-NAC-1(92)51"),
        ("M-NAC-1-EAPC(97)5", "one body"),
        ("(92)000", "press release number from 1 on"),
        ("PC.DEC/", "an OSCE document such as PC.DEC/218"),
        ("HC 28 (1999-1998)", "a session of successive years"),
        ("HC 28 (1979-2000)", "a session of successive years"),
        ("0-88936-963-2", "0-88936-963-2 would end in 1, not 2"),
        ("9780521860124", "would end in 3, not 4"),
        ("0028-0837", "0028-0837 would end in 6, not 7"),
        ("2016/778/CFSP", "written (CFSP) 2016/778"),
        ("(CFSP) 2003/92", "written 2003/92/CFSP"),
        ("A/55/305 (1980)", "a date in 1999 to 2002"),
        ("10.1234/" + "a" * 200, "at most 200 characters"),
    ],
)
def test_refused_with_what_was_expected(text: str, expected: str) -> None:
    with pytest.raises(SymbolError) as caught:
        symbols.parse(text)
    assert expected in caught.value.expected
    assert isinstance(caught.value, PeacekeepingBibError)
    assert symbols.readings(text) == ()


def test_a_scheme_given_is_kept_to() -> None:
    with pytest.raises(SymbolError, match="M-NAC-1"):
        symbols.parse("S/RES/1244", "nato")
    with pytest.raises(SymbolError, match="one of the schemes un, nato"):
        symbols.parse("S/RES/1244", "UN")
    with pytest.raises(SymbolError):
        symbols.parse("UN Doc. A/1689", "weu")


def test_schemes_are_those_of_the_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    named = schema["properties"]["symbols"]["items"]["properties"]["scheme"]["enum"]
    assert {scheme.name for scheme in SCHEMES} == set(named)


def test_a_text_with_two_readings() -> None:
    united_nations, weu = symbols.readings("A/1689")
    assert (united_nations.scheme, united_nations.text) == ("un", "A/1689")
    assert (weu.scheme, weu.text) == ("weu", "Document A/1689")
    assert symbols.parse("A/1689") == united_nations
    assert symbols.parse("A/1689", "weu") == weu
    assert [symbol.scheme for symbol in symbols.readings("A/55/305")] == ["un"]


def test_double_symbol_has_two_halves() -> None:
    symbol = symbols.parse("A/55/305–S/2000/809")
    assert symbol.halves == (symbols.parse("A/55/305"), symbols.parse("S/2000/809"))
    single = symbols.parse("A/55/305")
    assert single.halves == (single,)


@pytest.mark.parametrize("scheme", ["other", "cis"])
def test_texts_as_printed(scheme: str) -> None:
    symbol = symbols.parse("  Решение от 20 марта 1992 года – № 7 ", scheme)
    assert symbol.text == "Решение от 20 марта 1992 года – № 7"
    assert (symbol.scheme, symbol.form) == (scheme, "as-printed")
    assert symbols.parse(symbol.text, scheme) == symbol
    assert "as printed" in symbol.explain()
    with pytest.raises(SymbolError):
        symbols.parse("  ", scheme)


def test_the_same_number_spelled_otherwise_has_the_same_key() -> None:
    def keys(text: str, scheme: str | None = None) -> tuple[str, ...]:
        return symbols.filing_keys(symbols.parse(text, scheme))

    assert keys("PDD/NSC-25") == keys("PDD-25")
    assert keys("0-88936-963-1") == keys("978-0-88936-963-4")
    assert keys("10.1093/EJIL/13.1.1") == keys("10.1093/ejil/13.1.1")
    assert keys("HC 28 (1999-2000)") == keys("HC 28 (1999-00)")
    assert keys("HC 28-I (1999-2000)") != keys("HC 28-i (1999-2000)")
    assert keys("SEC.DOC/2/00") == keys("SEC.DOC/2/2000")
    assert keys("Press Release (99)97") == keys("(1999)097") == keys("PR/CP(1999)097")
    assert keys("Prot. № 7 ", "other") == keys("prot.  № 7", "other")


# query, stored symbol, whether the query must find it
FINDS = [
    ("S/RES/1244", "S/RES/1244 (1999)", True),
    ("S/RES/1244 (1999)", "S/RES/1244 (1999)", True),
    ("S/RES/1244 (1999)", "S/RES/1244", True),
    ("S/RES/1244 (2000)", "S/RES/1244 (1999)", False),
    ("S/RES/124", "S/RES/1244 (1999)", False),
    ("UNSCR 1244", "S/RES/1244 (1999)", True),
    ("S/RES/687 (1991)", "S/RES/687 (1991)/Corr.1", False),
    ("S/RES/687/Corr.1", "S/RES/687 (1991)/Corr.1", True),
    ("A/55/305", "A/55/305-S/2000/809", True),
    ("S/2000/809", "A/55/305-S/2000/809", True),
    ("A/55/305-S/2000/809", "S/2000/809", True),
    ("A/55/305/Add.1", "A/55/305", False),
    ("A/RES/377 A (V)", "A/RES/377(V)[A]", True),
    ("A/RES/377 B (V)", "A/RES/377 A (V)", False),
    ("(92)51", "M-NAC-1(92)51", True),
    ("Press Release (1992)051", "M-NAC-1(92)51", True),
    ("M-NAC-1(92)51", "(92)51", True),
    ("M-NAC-1(92)51", "PR/CP(1992)051", True),
    ("M-NAC-1(1992)51", "M-NAC-1(92)51", True),
    ("M-NACC-1(92)51", "M-NAC-1(92)51", False),
    ("M-NAC-1(92)51", "M-NAC-1(93)51", False),
    ("(94)2", "Annex to M-1(94)2", False),
    ("M-1(94)2", "Annex to M-1(94)2", False),
    ("HC 28 (1998-99)", "HC 28 (1999-2000)", False),
    ("MC.DEC/3/2003", "MC.DEC/3/03", True),
    ("MC.DEC/3/04", "MC.DEC/3/03", False),
]


@pytest.mark.parametrize(("query", "stored", "found"), FINDS)
def test_queries_find_what_is_filed(query: str, stored: str, found: bool) -> None:
    tried = symbols.query_keys(symbols.parse(query))
    filed = symbols.filing_keys(symbols.parse(stored))
    assert bool(set(tried) & set(filed)) is found
    assert all(key.startswith(("un:", "nato:", "uk-hc:", "osce:")) for key in (*tried, *filed))


def test_keys_of_the_contract() -> None:
    assert "un:s/res/1244" in symbols.filing_keys(symbols.parse("S/RES/1244 (1999)"))
    double = symbols.filing_keys(symbols.parse("A/55/305-S/2000/809"))
    assert {"un:a/55/305", "un:s/2000/809"} <= set(double)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[begin:end], symbol.text) for begin, end, symbol in symbols.find_in(text)]


def test_symbols_in_running_text() -> None:
    text = (
        "By S/RES/1244\u00a0(1999), cited as S.C. Res. 1244, U.N. Doc. S/RES/1244 (June 10, 1999), "
        "the Council welcomed the panel (A/55/305–S/2000/809), see also A/RES/49/37 and General Assembly\n"
        "resolution 377 A (V). NATO: Press Release (99)65, M-NAC-1(92)51; PC.DEC/218. Cf. HC 28 (1999-2000), "
        "GAO-09-142, ISBN 0-88936-963-1 and https://doi.org/10.1093/ejil/13.1.1."
    )
    assert found(text) == [
        ("S/RES/1244\u00a0(1999)", "S/RES/1244 (1999)"),
        ("S.C. Res. 1244", "S/RES/1244"),
        ("S/RES/1244 (June 10, 1999)", "S/RES/1244 (1999)"),
        ("A/55/305–S/2000/809", "A/55/305-S/2000/809"),
        ("A/RES/49/37", "A/RES/49/37"),
        ("General Assembly\nresolution 377 A (V)", "A/RES/377 A (V)"),
        ("(99)65", "(99)65"),
        ("M-NAC-1(92)51", "M-NAC-1(92)51"),
        ("PC.DEC/218", "PC.DEC/218"),
        ("HC 28 (1999-2000)", "HC 28 (1999-2000)"),
        ("GAO-09-142", "GAO-09-142"),
        ("0-88936-963-1", "0-88936-963-1"),
        ("10.1093/ejil/13.1.1", "10.1093/ejil/13.1.1"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "an A/4 sheet, an S/1 form, the E/10 road",
        "s/24111 in lower case",
        "S/RES/1244-1246 is a range",
        "in (99)65 cases of 0889369631",
        "https://undocs.org/S/RES/1244",
        "the resolution 49/37 of another body",
        "XS/24111 or S/24111x",
        "S/RES/1244 (1939)",
    ],
)
def test_what_only_looks_like_a_symbol_is_left_alone(text: str) -> None:
    assert symbols.find_in(text) == []


def test_the_longest_of_several_readings_is_found() -> None:
    assert found("the panel (A/55/305 – S/2000/809) said") == [
        ("A/55/305 – S/2000/809", "A/55/305-S/2000/809")
    ]


def test_listed_symbols_are_not_a_double_symbol() -> None:
    assert [symbol for _, symbol in found("documents A/55/305, S/2000/809 and A/50/60.")] == [
        "A/55/305",
        "S/2000/809",
        "A/50/60",
    ]


def test_a_letter_after_a_resolution_must_be_upper_case() -> None:
    assert found("In A/RES/49/37 a new session") == [("A/RES/49/37", "A/RES/49/37")]


@pytest.mark.parametrize(("session", "years"), [(1, (1946, 1946)), (2, (1947, 1948)), (49, (1994, 1995))])
def test_session_years(session: int, years: tuple[int, int]) -> None:
    assert symbols.session_years(session) == years


def test_no_session_before_the_first() -> None:
    with pytest.raises(SymbolError):
        symbols.session_years(0)


def test_a_symbol_is_a_value() -> None:
    symbol = symbols.parse("S/RES/1244 (1999)")
    assert symbol == symbols.parse("UNSC Res 1244 (1999)")
    assert symbol != symbols.parse("S/RES/1244")
    assert symbol != "S/RES/1244 (1999)"
    assert len({symbol, symbols.parse("S/RES/1244(1999)")}) == 1
    assert pickle.loads(pickle.dumps(symbol)) == copy.deepcopy(symbol) == symbol  # noqa: S301
    assert str(symbol) == "S/RES/1244 (1999)"
    assert repr(symbol) == "Symbol('S/RES/1244 (1999)', scheme='un')"
    with pytest.raises(AttributeError):
        symbol.text = "S/RES/1245 (1999)"
    with pytest.raises(TypeError):
        symbol.parts["number"] = 1245  # type: ignore[index]


@pytest.mark.parametrize(
    "module", ["dates", "symbols", "symbols.keys", "symbols.un_parts", "symbols.un_series"]
)
def test_examples_in_docstrings(module: str) -> None:
    result = doctest.testmod(importlib.import_module(f"peacekeeping_bib.{module}"))
    assert result.attempted > 0
    assert result.failed == 0


def test_examples_and_spellings_of_every_form_are_read_by_it() -> None:
    for scheme in SCHEMES:
        for form in scheme.forms:
            for example in form.examples:
                symbol = symbols.parse(example, scheme.name)
                assert (symbol.form, symbol.text) == (form.name, example)
            for spelling in form.spellings:
                assert symbols.parse(spelling, scheme.name).form == form.name
