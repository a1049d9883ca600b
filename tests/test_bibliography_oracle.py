"""Our rendering against the frozen output of citeproc-js (see fixtures/citeproc_js/README.md)."""

from __future__ import annotations

import html
import json
import re
import warnings
from pathlib import Path
from typing import Any

import pytest

from peacekeeping_bib.formatting import Cite, EmptyEntryWarning, format_bibliography, format_citations, styles
from peacekeeping_bib.formatting.engine.processor import Processor
from peacekeeping_bib.formatting.outputs import html as html_output
from peacekeeping_bib.formatting.outputs import text as text_output

FOLDER = Path(__file__).parent / "fixtures" / "citeproc_js"
#: The least share of the held-out set that must agree; raise it when the share rises, never lower it.
HELD_OUT = 0.985

#: Citations in which citeproc-js is the odd one out. Without a sort of the cites it does not bring those of
#: one author together, as CSL 1.0.2 asks ("Cite Grouping"); with one, it takes all cites without an author
#: for cites of one author and moves them together, against the order that the style asks for.
_TOGETHER = frozenset(f"document {number} citation {place}" for number in (0, 6) for place in (11, 12))
PECULIAR = {
    "apa": frozenset({"document 1 citation 11", "document 4 citation 11"}),
    "chicago-author-date": _TOGETHER,
    "harvard": _TOGETHER,
}

Mismatch = tuple[str, str, str]


def load(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


TUNED_SET, HELD_SET = load("expected.json"), load("expected_heldout.json")
TUNED, HELD = TUNED_SET["results"], HELD_SET["results"]
CASES = [(style, locale) for style, locales in sorted(TUNED.items()) for locale in locales]


def same_html(text: str) -> str:
    """Reduce HTML to what must agree: no links, no enclosing elements, one form of entities and styles."""
    text = re.sub(r"</?(?:a|div)\b[^>]*>", "", text)
    text = re.sub(r'(style="[^";]*);"', r'\1"', text)
    return re.sub(r"\n\s*", "", html.unescape(text)).strip()


def compare(
    style: str,
    locale: str,
    items: list[dict[str, Any]],
    expected: dict[str, Any],
    documents: list[list[list[dict[str, Any]]]],
) -> tuple[int, list[Mismatch]]:
    """Return the number of comparisons and the ones that fail, as (what, ours, theirs)."""
    by_id = {str(item["id"]): item for item in items}
    processor = Processor(styles.load(style, locale))
    pairs: list[Mismatch] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", EmptyEntryWarning)
        entries = {entry.id: entry for entry in format_bibliography(items, style, locale)}
    for key, text, *marked in expected["entries"] or []:
        pairs.append((f"entry {key}", entries[key].text, text))
        pairs.append((f"html {key}", same_html(entries[key].html), same_html("".join(marked) or text)))
    printed = [one[0] for one in expected["entries"] or []]
    pairs.append(("order", " ".join(key for key in entries if key in printed), " ".join(printed)))
    for key, text, *marked in expected["citations"]:
        nodes = processor.citation([by_id[key]])
        pairs.append((f"citation {key}", text_output.inline(nodes), text))
        pairs.append(
            (f"citation html {key}", same_html(html_output.inline(nodes)), same_html("".join(marked) or text))
        )
    for key, label, value, text in expected["located"]:
        nodes = processor.citation([by_id[key]], label, value)
        pairs.append((f"located {key}", text_output.inline(nodes), text))
    for keys, text in expected["clusters"]:
        nodes = processor.citation([by_id[key] for key in keys])
        pairs.append((f"cluster {' '.join(keys)}", text_output.inline(nodes), text))
    for number, (clusters, texts) in enumerate(zip(documents, expected["documents"], strict=True)):
        cited = [[cite(one) for one in cluster] for cluster in clusters]
        keys = dict.fromkeys(one["id"] for cluster in clusters for one in cluster)
        written = format_citations([by_id[key] for key in keys], cited, style, locale)
        for place, (ours, theirs) in enumerate(zip(written, texts, strict=True), start=1):
            pairs.append((f"document {number} citation {place}", ours, theirs))
    return len(pairs), [pair for pair in pairs if pair[1] != pair[2]]


def cite(data: dict[str, Any]) -> Cite[str]:
    """Read a cite of make.mjs."""
    locator = f"{data['label']} {data['locator']}" if "locator" in data else ""
    return Cite(
        data["id"],
        locator,
        data.get("prefix", ""),
        data.get("suffix", ""),
        data.get("suppress-author", False),
    )


def test_fixtures_cover_every_style_and_item() -> None:
    assert sorted(TUNED) == sorted(HELD) == styles.names()
    ids = {str(item["id"]) for item in load("items.json")}
    for locales in TUNED.values():
        for expected in locales.values():
            assert {one[0] for one in expected["citations"]} == ids
            assert expected["entries"] is None or {one[0] for one in expected["entries"]} == ids


@pytest.mark.parametrize(("style", "locale"), CASES)
def test_equal_to_citeproc_js(style: str, locale: str) -> None:
    expected, documents = TUNED[style][locale], TUNED_SET["documents"]
    count, failures = compare(style, locale, load("items.json"), expected, documents)
    assert count > 250
    assert {what for what, _, _ in failures} >= PECULIAR.get(style, frozenset()), "no peculiarity any more"
    rest = [one for one in failures if one[0] not in PECULIAR.get(style, ())]
    assert not rest, "\n".join(f"{what}\n  ours   {ours}\n  theirs {theirs}" for what, ours, theirs in rest)


def test_the_share_without_any_allowance() -> None:
    total = failed = 0
    for style, locale in CASES:
        expected, documents = TUNED[style][locale], TUNED_SET["documents"]
        count, failures = compare(style, locale, load("items.json"), expected, documents)
        total, failed = total + count, failed + len(failures)
    print(f"all styles: {total - failed} of {total} equal = {1 - failed / total:.1%}")
    assert 1 - failed / total >= 0.99


def test_share_of_the_held_out_set() -> None:
    total = failed = 0
    for style, locales in HELD.items():
        for locale, expected in locales.items():
            count, failures = compare(
                style, locale, load("items_heldout.json"), expected, HELD_SET["documents"]
            )
            total, failed = total + count, failed + len(failures)
    share = 1 - failed / total
    print(f"held-out set: {total - failed} of {total} equal = {share:.1%}")
    assert total > 1000
    assert share >= HELD_OUT
