"""Which CSL type stands for which kind of document, and what its number is called.

Two tables decide everything: `KINDS` (with `VARIANTS` for the few kinds that hold two sorts of document)
and `LABELS`. The types are those that citation styles print with the document symbol: of all CSL types
``report`` keeps it in most styles, ``legislation`` turns it into a United States public law.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, Literal, NamedTuple

from ..record import DocumentSymbol, Record

Authors = Literal["bodies", "people", "none"]

#: Schemes that identify a publication but are not its number.
IDENTIFIERS: Final[Mapping[str, str]] = {"doi": "DOI", "isbn": "ISBN", "issn": "ISSN"}


class Kind(NamedTuple):
    """How documents of one kind are cited.

    Attributes:
        csl: CSL 1.0.2 item type.
        word: What such a document is called.
        authors: Who stands as author: the issuing bodies, people (else the bodies), or nobody.
    """

    csl: str
    word: str
    authors: Authors = "bodies"


KINDS: Final[Mapping[str, Kind]] = {
    "resolution": Kind("report", "Resolution"),
    "presidential-statement": Kind("report", "Presidential statement"),
    "decision": Kind("report", "Decision"),
    "report": Kind("report", "Report"),
    "letter": Kind("report", "Letter"),
    "meeting-record": Kind("report", "Meeting record"),
    "charter": Kind("treaty", "Charter", "none"),
    "treaty": Kind("treaty", "Treaty", "none"),
    "agreement": Kind("treaty", "Agreement", "none"),
    "memorandum": Kind("report", "Memorandum"),
    "declaration": Kind("report", "Declaration"),
    "communique": Kind("report", "Communiqué"),
    "final-document": Kind("report", "Final document"),
    "statement": Kind("report", "Statement"),
    "press-release": Kind("report", "Press Release"),
    "directive": Kind("report", "Directive"),
    "concept": Kind("report", "Concept"),
    "doctrine": Kind("report", "Doctrine"),
    "speech": Kind("speech", "Speech", "people"),
    "press-conference": Kind("speech", "Press conference", "people"),
    "interview": Kind("interview", "Interview", "people"),
    "parliamentary-report": Kind("report", "Parliamentary report"),
    "parliamentary-resolution": Kind("report", "Resolution"),
    "hearing": Kind("report", "Hearing"),
    "study": Kind("report", "Study", "people"),
    "working-paper": Kind("report", "Working paper", "people"),
    "article": Kind("article-journal", "Article", "people"),
    "chapter": Kind("chapter", "Chapter", "people"),
    "book": Kind("book", "Book", "people"),
    "thesis": Kind("thesis", "Thesis", "people"),
    "web-page": Kind("webpage", "Web page", "people"),
}


class Variant(NamedTuple):
    """A second sort of document within a kind, and how to tell it."""

    applies: Callable[[Record], bool]
    kind: Kind


#: EU acts have an Official Journal and no report number; STANAGs are standards; CSL's ``hearing`` is a
#: hearing of the United States Congress; a memorandum that was signed is an agreement; a statement that
#: somebody spoke is a speech.
VARIANTS: Final[Mapping[str, Variant]] = {
    "decision": Variant(lambda record: "eu" in _schemes(record), Kind("legislation", "EU act")),
    "doctrine": Variant(
        lambda record: any(symbol.value.startswith("STANAG") for symbol in record.symbols),
        Kind("standard", "Standardization agreement"),
    ),
    "hearing": Variant(
        lambda record: (
            "us-congress" in _schemes(record)
            or (record.parliament is not None and record.parliament.country == "US")
        ),
        Kind("hearing", "Hearing"),
    ),
    "memorandum": Variant(
        lambda record: "signed" in record.dates, Kind("treaty", "Memorandum of understanding", "none")
    ),
    "statement": Variant(
        lambda record: any(person.role == "speaker" for person in record.contributors),
        Kind("speech", "Statement", "people"),
    ),
}


class Label(NamedTuple):
    """What a numbering system calls its numbers.

    Attributes:
        scheme: Scheme of the symbol; empty for every scheme.
        kinds: Kinds to which it is limited; empty for all.
        pattern: Regular expression that the symbol must match from its beginning; None for all symbols.
        text: The label; None for what the first group of the pattern matched.
    """

    scheme: str
    kinds: frozenset[str]
    pattern: re.Pattern[str] | None
    text: str | None


_ALL: Final[frozenset[str]] = frozenset()
_NATO_PRESS: Final = frozenset(
    {"communique", "declaration", "final-document", "statement", "press-release", "press-conference"}
)

#: Words that begin a number and are its label.
_WORDS: Final = (
    r"STANAG|HC|HL|Cm|Cmd\.?|Cmnd\.?|Press Release|Document|Doc\.|Drucksache|Recommendation|Resolution"
)

#: The first row that fits gives the label.
LABELS: Final = (
    Label("un", frozenset({"meeting-record"}), re.compile(r".*/PV\."), "Verbatim record"),
    Label("un", frozenset({"meeting-record"}), re.compile(r".*/SR\."), "Summary record"),
    Label("un", frozenset({"press-release"}), None, "Press Release"),
    Label("un", _ALL, None, "UN Doc."),
    Label("nato", _ALL, re.compile("(?:A|M)JP"), "Allied Joint Publication"),
    Label("", _ALL, re.compile(rf"({_WORDS}) "), None),
    Label("nato", _NATO_PRESS, None, "Press Release"),
    Label("weu", _ALL, None, "Document"),
    Label("us-crs", _ALL, None, "CRS Report"),
    Label("us-gao", _ALL, None, "GAO Report"),
    Label("us-pdd", _ALL, None, "Presidential Decision Directive"),
)


class Number(NamedTuple):
    """The number under which a document is cited.

    Attributes:
        label: What the numbering system calls it (``UN Doc.``, ``HC``), if that is known.
        value: The number without its label: ``S/RES/1244 (1999)``, ``347-I``.
        printed: The number as printed: ``S/RES/1244 (1999)``, ``HC 347-I``.
    """

    label: str | None
    value: str
    printed: str


def of(record: Record) -> Kind:
    """Return how the record is cited."""
    variant = VARIANTS.get(record.kind)
    return variant.kind if variant and variant.applies(record) else KINDS[record.kind]


def number(record: Record) -> Number | None:
    """Return the number of the record with its label; None where it has none.

    The halves of a double symbol of the United Nations are joined by a plain hyphen, as in the
    Editorial Manual. A number that begins with its own label (``HC 347-I``) loses it.
    """
    symbol = _cited_symbol(record)
    if symbol is None:
        return None
    for label in LABELS:
        if label.scheme in ("", symbol.scheme) and (not label.kinds or record.kind in label.kinds):
            match = label.pattern.match(symbol.value) if label.pattern else None
            if match or not label.pattern:
                text = label.text if label.text is not None else match[1] if match else None
                return Number(text, symbol.value.removeprefix(f"{text} ").lstrip(), symbol.value)
    return Number(None, symbol.value, symbol.value)


def _cited_symbol(record: Record) -> DocumentSymbol | None:
    numbers = [symbol for symbol in record.symbols if symbol.scheme not in IDENTIFIERS]
    if not numbers:
        paper = record.parliament.number if record.parliament else None
        return DocumentSymbol("other", paper) if paper else None
    scheme = numbers[0].scheme
    joiner = "-" if scheme == "un" else ", "
    values = [symbol.value for symbol in numbers if symbol.scheme == scheme]
    return DocumentSymbol(scheme, joiner.join(values))


def _schemes(record: Record) -> set[str]:
    return {symbol.scheme for symbol in record.symbols}
