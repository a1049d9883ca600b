"""In-text citations and notes: clusters of cites with locators, affixes and positions.

A document is a sequence of clusters; what a cite looks like depends on those before it (ibid, short forms,
numbers) and on all items of the document (disambiguation), so a document is formatted as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from peacekeeping_bib.errors import StyleError
from peacekeeping_bib.formatting.locators import parse_locator

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.positions import Cluster
    from peacekeeping_bib.formatting.engine.prepare import Reference

Source = TypeVar("Source")


class Cite(NamedTuple, Generic[Source]):
    """One work cited, with what is said of it there.

    Attributes:
        source: What is cited: an item's id for :func:`format_citations`, a record for ``api.cite``.
        locator: The place cited, such as ``para. 5``, ``art. 42``, ``annex 2`` or ``pp. 3-5``.
        prefix: What stands before it, such as ``see also``.
        suffix: What stands after it, such as ``, emphasis added``.
        suppress_author: Leave the author out, as after a name in the text: ``(1999)``.
        author_only: Print only the author.
    """

    source: Source
    locator: str = ""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False


def format_citations(
    items: Iterable[Mapping[str, Any]],
    clusters: Iterable[Sequence[Cite[str] | str]],
    style: str,
    locale: str = "en-US",
    *,
    output: str = "text",
    notes: Sequence[int] | None = None,
) -> list[str]:
    """Format all citations of a document.

    Args:
        items: CSL-JSON items of the document; those never cited are known for disambiguation only.
        clusters: The citations in the order of the document, each a list of cites or ids.
        style: Name of a style or path of a ``.csl`` file.
        locale: Language tag.
        output: ``text``, ``html`` or another output.
        notes: Number of the note each citation stands in, 0 for the text itself. By default a note style
            has each citation in a note of its own, 1, 2, 3, and an in-text style has none in a note.

    Returns:
        One text for each citation, as it stands when the document is complete.

    Raises:
        UnknownFormat: There is no such output.
        UnknownStyle: No style has that name.
        StyleError: The style, the locale or a locator cannot be used, or a citation cites nothing.
        ValueError: Two items have the same id, a cite names no item, or ``notes`` does not fit.
    """
    from peacekeeping_bib.formatting import outputs, styles, with_ids
    from peacekeeping_bib.formatting.engine.processor import Processor

    writer = outputs.output(output)
    processor = Processor(styles.load(style, locale))
    references = processor.references(with_ids(items))
    cited = [[one if isinstance(one, Cite) else Cite(str(one)) for one in cluster] for cluster in clusters]
    placed = _placed(cited, references, _notes(len(cited), notes, processor.style.in_text))
    order = dict.fromkeys([one.reference.id for cluster in placed for one in cluster.cites])
    known = [references[key] for key in dict.fromkeys([*order, *references])]
    return [writer.inline(nodes) for nodes in processor.citations(known, placed)]


def _notes(count: int, notes: Sequence[int] | None, in_text: bool) -> Sequence[int]:
    if notes is None:
        return [0] * count if in_text else range(1, count + 1)
    if len(notes) != count:
        raise ValueError(f"{len(notes)} note numbers for {count} citations: give one for each")
    return notes


def _placed(
    clusters: list[list[Cite[str]]], references: Mapping[str, Reference], notes: Sequence[int]
) -> list[Cluster]:
    from peacekeeping_bib.formatting.engine.positions import Cluster
    from peacekeeping_bib.formatting.engine.run import Cite as Placed

    output = []
    for number, (cites, note) in enumerate(zip(clusters, notes, strict=True), start=1):
        if not cites:
            raise StyleError(f"citation {number} has nothing to cite: give at least one item")
        made = []
        for cite in cites:
            if str(cite.source) not in references:
                raise ValueError(f"citation {number} cites {cite.source!r}, which is none of the items")
            label, value = parse_locator(cite.locator) if cite.locator else ("", "")
            made.append(
                Placed(
                    references[str(cite.source)],
                    label,
                    value,
                    prefix=cite.prefix,
                    suffix=cite.suffix,
                    suppress_author=cite.suppress_author,
                    author_only=cite.author_only,
                )
            )
        output.append(Cluster(made, note))
    return output
