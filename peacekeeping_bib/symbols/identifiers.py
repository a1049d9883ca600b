"""The schemes ``doi``, ``isbn`` and ``issn``: identifiers of published works, with their check digits."""

from __future__ import annotations

from typing import Final

from peacekeeping_bib.symbols.model import Form, Groups, Reading, RefusedError, Scheme, Symbol

#: Brackets in pairs, and no punctuation at the end: that is of the sentence around it.
_SUFFIX: Final = r"""(?: [^\s()] | \( [^\s()]* \) )* (?: [^\s().,;:>"'”’] | \( [^\s()]* \) )"""


def _read_doi(groups: Groups) -> Reading:
    return Reading(groups["doi"], {"kind": "doi", "prefix": groups["prefix"]})


def _doi_key(symbol: Symbol) -> tuple[str, str | None]:
    """DOI names do not mind case (DOI Handbook, 2.4)."""
    return f"doi:{symbol.text.lower()}", None


def _check_digit_10(digits: str) -> str:
    """Return the check digit for nine digits (ISO 2108 before 2007)."""
    rest = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=True)) % 11
    return "0123456789X"[-rest % 11]


def _check_digit_13(digits: str) -> str:
    """Return the check digit for twelve digits (ISO 2108)."""
    return str(-sum((3 if index % 2 else 1) * int(digit) for index, digit in enumerate(digits)) % 10)


def _check_digit_issn(digits: str) -> str:
    """Return the check digit for seven digits (ISO 3297)."""
    rest = sum(weight * int(digit) for weight, digit in zip(range(8, 1, -1), digits, strict=True)) % 11
    return "0123456789X"[-rest % 11]


def _read_isbn(groups: Groups) -> Reading:
    """The groups of an ISBN depend on a table of publishers: hyphens stay where they are printed."""
    text = groups["isbn"].replace(" ", "-").upper()
    digits = text.replace("-", "")
    right = (_check_digit_10 if len(digits) == 10 else _check_digit_13)(digits[:-1])
    if digits[-1] != right:
        raise RefusedError(f"an ISBN; {text} would end in {right}, not {digits[-1]}")
    return Reading(text, {"kind": "isbn", "number": digits})


def _isbn_key(symbol: Symbol) -> tuple[str, str | None]:
    """An ISBN of 10 digits is the one of 13 that begins 978."""
    digits = str(symbol.parts["number"])
    if len(digits) == 10:
        digits = "978" + digits[:-1]
        digits += _check_digit_13(digits)
    return f"isbn:{digits}", None


def _explain_isbn(symbol: Symbol) -> str:
    return f"International Standard Book Number {symbol.text} ({len(str(symbol.parts['number']))} digits)"


def _read_issn(groups: Groups) -> Reading:
    text = f"{groups['first']}-{groups['second'].upper()}"
    digits = text.replace("-", "")
    right = _check_digit_issn(digits[:-1])
    if digits[-1] != right:
        raise RefusedError(f"an ISSN; {text} would end in {right}, not {digits[-1]}")
    return Reading(text, {"kind": "issn", "number": digits})


SCHEMES: Final = (
    Scheme(
        "doi",
        (
            Form(
                "doi",
                "doi",
                "a DOI",
                leads=["10."],
                patterns=[rf"(?P<doi> (?P<prefix> 10\.\d{{4,9}} ) / {_SUFFIX} )"],
                read=_read_doi,
                explain=lambda symbol: f"Digital object identifier {symbol.text}",
                examples=("10.1093/ejil/13.1.1",),
                keys=_doi_key,
            ),
        ),
        preface=r"doi:\ ? | https?://(?:dx\.)?doi\.org/",
    ),
    Scheme(
        "isbn",
        (
            Form(
                "isbn",
                "isbn",
                "an ISBN",
                leads=["#"],
                patterns=[
                    r"(?P<isbn> 97[89] (?:[\ -]?\d){10} )",
                    r"(?P<isbn> \d (?:[\ -]?\d){8} [\ -]?[\dX] )",
                ],
                read=_read_isbn,
                explain=_explain_isbn,
                examples=("0-88936-963-1", "978-0-521-86012-3"),
                keys=_isbn_key,
            ),
        ),
        preface=r"ISBN (?:-1[03])? :? \ ?",
    ),
    Scheme(
        "issn",
        (
            Form(
                "issn",
                "issn",
                "an ISSN",
                leads=["#"],
                patterns=[r"(?P<first> \d{4} ) - (?P<second> \d{3}[\dX] )"],
                read=_read_issn,
                explain=lambda symbol: f"International Standard Serial Number {symbol.text}",
                examples=("0028-0836",),
            ),
        ),
        preface=r"ISSN :? \ ?",
    ),
)
