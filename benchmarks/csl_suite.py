"""Pass rate in the test suite of the CSL project: citeproc-py as shipped, and this package over it.

Get the suite first; none of it is part of this project:

    git clone https://github.com/citation-style-language/test-suite
    python benchmarks/csl_suite.py test-suite

"strict" compares the markup, "text" what is left without tags. Links, white space between elements, the
form of entities and the marks ``>>`` and ``..``, which tell what a word processor has to refresh, are not
compared. Fixtures that freeze a peculiarity of citeproc-js are listed in ``PECULIAR`` with the reason; they
count as failures all the same.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import signal
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from peacekeeping_bib.formatting.engine.loading import Style, read_xml
from peacekeeping_bib.formatting.engine.positions import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Cluster
from peacekeeping_bib.formatting.engine.processor import Processor
from peacekeeping_bib.formatting.engine.run import Cite
from peacekeeping_bib.formatting.outputs import html as html_output

POSITIONS = (FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR)
#: Where citeproc-js is the odd one out, and why its result is not followed here.
PECULIAR = {
    "date_DateNoDateNoTest": "prints an error text in the citation; here the title stands in",
    "sort_OmittedBibRefMixedNumericStyle": "prints an error text in the bibliography",
    "sort_OmittedBibRefNonNumericStyle": "an entry that renders empty vanishes; here its title is printed",
    "name_CiteGroupDelimiterWithYearSuffixCollapse2": "CSL 1.0.2 groups the cites of one author",
    "disambiguate_CitationLabelDefault": "invents the variable citation-label from names and year",
    "disambiguate_CitationLabelInData": "the same",
    "disambiguate_Trigraph": "the same",
    "magic_CitationLabelInBibliography": "the same",
    "magic_CitationLabelInCitation": "the same",
    "bugreports_NoCaseEscape": "leaves a space where a repeated author is blanked",
    "page_ExpandWeirdComposite": "a range between unlike prefixes loses its en dash",
    "number_PlainHyphenOrEnDashAlwaysPlural": "the item has a name with a hyphen as its page",
    "label_NoFirstCharCapWithInTextClass": "the item has no id, which CSL-JSON requires",
    "flipflop_ApostropheInsideTag": "the same",
    "flipflop_StartingApostrophe": "the same",
    "group_SuppressValueWithEmptySubgroup": "the same",
}
SECONDS = 10  # no fixture may take longer


class Fixture(NamedTuple):
    """One test: mode, style, items, the citations of both kinds, and what is expected."""

    name: str
    mode: str
    style: bytes
    items: list[dict[str, Any]]
    groups: list[list[dict[str, Any]]] | None
    document: list[Any] | None
    expected: str


def read(path: Path) -> Fixture:
    text = path.read_text(encoding="utf-8")

    def section(name: str) -> str | None:
        found = re.search(rf">>=+ {name} =+>>\n(.*?)\n?<<=+ {name} =+<<", text, re.DOTALL)
        return found[1] if found else None

    groups, document = section("CITATION-ITEMS"), section("CITATIONS")
    return Fixture(
        path.stem,
        (section("MODE") or "").strip(),
        (section("CSL") or "").strip().encode(),
        json.loads(section("INPUT") or "[]"),
        json.loads(groups) if groups else None,
        json.loads(document) if document else None,
        section("RESULT") or "",
    )


def same_markup(text: str) -> str:
    text = re.sub(r"^(?:\.\.|>>)\[\d+\] ", "", text, flags=re.MULTILINE)
    text = re.sub(r"</?a\b[^>]*>", "", text)
    text = re.sub(r'style="([^";]*);"', r'style="\1"', text)
    text = re.sub(r"\n\s*(?=<div|</div)", "", text.strip())
    text = re.sub(r" +(?=</div>)", "", text)
    return html.unescape(text)


# --- this package


def cite(processor: Processor, references: dict[str, Any], data: dict[str, Any]) -> Cite:
    locator = str(data.get("locator") or "")
    near = {"near-note"} if data.get("near-note") else set()
    return Cite(
        references[str(data["id"])],
        (data.get("label") or "page") if locator else "",
        locator,
        POSITIONS[int(data.get("position") or 0)] | near,
        int(data.get("first-reference-note-number") or 0),
        data.get("prefix") or "",
        data.get("suffix") or "",
        bool(data.get("suppress-author")),
        bool(data.get("author-only")),
    )


def ours(fixture: Fixture) -> str:
    processor = Processor(Style(read_xml(fixture.style, fixture.name), fixture.name, None))
    references = processor.references(fixture.items)
    clusters, settled = [], True
    if fixture.document:
        settled = False
        citation, before, after = fixture.document[-1]
        known = {one[0]["citationID"]: one[0] for one in fixture.document}
        places = [*before, [citation["citationID"], citation["properties"].get("noteIndex", 0)], *after]
        for key, note in places:
            cites = [cite(processor, references, data) for data in known[key]["citationItems"]]
            clusters.append(Cluster(cites, int(note)))
        order = [one.reference.id for cluster in clusters for one in cluster.cites]
        references = {key: references[key] for key in dict.fromkeys(order)}
    else:
        groups = fixture.groups or [[{"id": item["id"]} for item in fixture.items]]
        clusters = [Cluster([cite(processor, references, data) for data in group]) for group in groups]
    if fixture.mode.startswith("bibliography"):
        items = [item for item in fixture.items if str(item["id"]) in references]
        items.sort(key=lambda item: list(references).index(str(item["id"])))
        entries = [html_output.inline(entry.nodes) for entry in processor.bibliography(items)]
        body = "".join(f'<div class="csl-entry">{entry}</div>' for entry in entries)
        return f'<div class="csl-bib-body">{body}</div>'
    texts = processor.citations(list(references.values()), clusters, settled=settled)
    return "\n".join(html_output.inline(nodes) for nodes in texts)


# --- citeproc-py as shipped


def shipped(fixture: Fixture) -> str:
    import io

    import citeproc
    from citeproc.source.json import CiteProcJSON

    items = [{"type": "document", **item, "id": str(item["id"])} for item in fixture.items]
    style = citeproc.CitationStylesStyle(io.BytesIO(fixture.style), validate=False)
    bibliography = citeproc.CitationStylesBibliography(style, CiteProcJSON(items), citeproc.formatter.html)
    groups = fixture.groups or [[{"id": item["id"]} for item in items]]
    if fixture.document:
        groups = [one[0]["citationItems"] for one in fixture.document]

    def made(data: dict[str, Any]) -> Any:
        given = {name: data[name] for name in ("prefix", "suffix") if data.get(name)}
        if data.get("locator"):
            given["locator"] = citeproc.Locator(data.get("label") or "page", str(data["locator"]))
        return citeproc.CitationItem(str(data["id"]), **given)

    citations = [citeproc.Citation([made(data) for data in group]) for group in groups]
    for citation in citations:
        bibliography.register(citation)
    if fixture.mode.startswith("bibliography"):
        if not fixture.mode.endswith("nosort"):
            bibliography.sort()
        body = "".join(f'<div class="csl-entry">{entry}</div>' for entry in bibliography.bibliography())
        return f'<div class="csl-bib-body">{body}</div>'
    return "\n".join(str(bibliography.cite(citation, lambda item: None)) for citation in citations)


# --- counting


def attempt(engine: Callable[[Fixture], str], fixture: Fixture) -> str:
    def stop(*_: Any) -> None:
        raise TimeoutError(f"more than {SECONDS} s")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        return engine(fixture)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        signal.alarm(0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("suite", type=Path, help="folder of the test suite")
    parser.add_argument("--failures", type=Path, help="write our failures to this JSON file")
    parser.add_argument("--ours-only", action="store_true")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    fixtures = [read(path) for path in sorted(options.suite.rglob("humans/*.txt"))]
    if not fixtures:
        parser.error(f"{options.suite}: no processor-tests/humans/*.txt there")
    engines = (
        {"peacekeeping_bib": ours}
        if options.ours_only
        else {"citeproc-py": shipped, "peacekeeping_bib": ours}
    )
    for name, engine in engines.items():
        failures, text = [], 0
        for fixture in fixtures:
            got, wanted = same_markup(attempt(engine, fixture)), same_markup(fixture.expected)
            text += re.sub(r"<[^>]+>", "", got) == re.sub(r"<[^>]+>", "", wanted)
            if got != wanted:
                failures.append({"name": fixture.name, "got": got, "wanted": wanted})
        strict = len(fixtures) - len(failures)
        total = len(fixtures)
        print(
            f"{name:<18}{strict:>5} of {total} strict = {strict / total:.1%}"
            f"{text:>7} text = {text / total:.1%}"
        )
        if engine is ours:
            odd = [failure["name"] for failure in failures if failure["name"] in PECULIAR]
            print(f"{'':<18}citeproc-js is the odd one out in {len(odd)} of our {len(failures)} failures")
        if options.failures and engine is ours:
            options.failures.write_text(json.dumps(failures, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
