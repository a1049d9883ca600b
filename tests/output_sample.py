"""An invented document with all that an output has to write, and entries of every special character."""

from __future__ import annotations

import random
from typing import Any

from peacekeeping_bib.formatting.engine.markup import KINDS, Span
from peacekeeping_bib.formatting.outputs.document import Document, Entry, Section

LAKES = [
    "Council of Lakes, ",
    Span("italic", ["Rivers ", Span("italic", ["Nilus"]), " & Streams"]),
    ", X/RES/12 (1999), ",
    Span("url", ["https://example.org/a_b?c=1&d=%20"]),
    ".",
]
SPECIALS = [
    "A. Author (1999). ",
    Span("bold", ["<b> & [x]"]),
    " \\ {y} _z_ *w* `v` ^u ~t #s $r %q |p ’o’ 'n' \"m\" -- ... @l :k: ",
    Span("italic", ["(i)"]),
    Span("bold", ["j"]),
    ", 10.1/x_",
]
CYRILLIC = [
    Span("left-margin", ["[3] "]),
    Span(
        "right-inline",
        ["Доклад ", Span("small-caps", ["Группы"]), ", 2ᵉ éd., H", Span("sub", ["2"]), "O, 𐍈. "],
    ),
    "https://doi.org/",
    Span("doi", ["10.1000/x(1)"]),
]
BLOCKS = ["First", Span("block", ["Second\nline"]), Span("indent", [Span("underline", ["third"])])]
DOCUMENT = Document(
    [
        Section([], "A. Rivers & lakes", 1),
        Section(
            [Entry("lakes", "en", LAKES, "- A note: 100 % <true>."), Entry("b c", "", SPECIALS)],
            "A.I. 1_x*",
            2,
        ),
        Section([Entry("ru", "ru", CYRILLIC)], "B. Озёра", 1, "ru"),
        Section([Entry("lakes", "en", LAKES), Entry("blocks", "", BLOCKS)], "C. <Both>", 1),
    ],
    "Sources & “more”",
    "en-GB",
)

_CHARACTERS = "aB1 ()[]{}<>*_`~^:.-+=#|\\/'\"&;!?,@$%«éЯx "
_MARKED = [kind for kind in KINDS if kind not in ("quote", "inner-quote")]


def entries(count: int, seed: int) -> list[list[Any]]:
    """Random entries of characters that mean something to one format or another."""
    source = random.Random(seed)  # noqa: S311
    found = (_nodes(source, 2) for _ in range(count))
    return [nodes for nodes in found if any(not isinstance(node, str) or node.strip() for node in nodes)]


def _nodes(source: random.Random, depth: int) -> list[Any]:
    nodes: list[Any] = []
    for _ in range(source.randint(1, 4)):
        text = "".join(source.choice(_CHARACTERS) for _ in range(source.randint(1, 7)))
        marked = depth and source.random() < 0.4
        nodes.append(Span(source.choice(_MARKED), _nodes(source, depth - 1)) if marked else text)
    return nodes
