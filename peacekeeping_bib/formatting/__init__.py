"""Formatted bibliographies and citations: CSL styles over citeproc-py.

Items are CSL-JSON as plain dictionaries; results always carry the item's id.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from peacekeeping_bib.errors import StyleError
from peacekeeping_bib.formatting.citations import Cite, format_citations

if TYPE_CHECKING:
    from peacekeeping_bib.formatting.engine.processor import Rendered
    from peacekeeping_bib.formatting.grouping import Arrangement

__all__ = [
    "Cite",
    "EmptyEntryWarning",
    "Entry",
    "format_bibliography",
    "format_citation",
    "format_citations",
    "render",
    "render_bytes",
]


class EmptyEntryWarning(UserWarning):
    """A style prints nothing of an item; its title, number or id is printed instead."""


class Entry(NamedTuple):
    """One formatted entry.

    Attributes:
        id: The item's id, exactly as given.
        text: The entry as plain text.
        html: The entry as HTML without an enclosing element.
        language: The item's language tag, or an empty string.
    """

    id: str
    text: str
    html: str
    language: str = ""


def format_bibliography(items: Iterable[Mapping[str, Any]], style: str, locale: str = "en-US") -> list[Entry]:
    """Format items as bibliography entries.

    Args:
        items: CSL-JSON items.
        style: Name of a style or path of a ``.csl`` file.
        locale: Language tag of the bibliography.

    Returns:
        One entry for each item, in the order of the style, or in the order given if it has none.

    Raises:
        UnknownStyle: No style has that name.
        StyleError: The style or locale cannot be used.
        ValueError: Two items have the same id.
    """
    from peacekeeping_bib.formatting.outputs import html, text

    rendered = _bibliography(items, style, locale)
    return [Entry(one.id, text.inline(one.nodes), html.inline(one.nodes), one.language) for one in rendered]


def render(
    items: Iterable[Mapping[str, Any]],
    style: str,
    output: str = "text",
    locale: str = "en-US",
    **options: Any,
) -> str:
    """Format items as a whole bibliography in an output format that is text; see :func:`render_bytes`.

    Raises:
        PeacekeepingBibError: The output is no text.
    """
    from peacekeeping_bib.formatting import outputs

    outputs.require_text(output)
    return render_bytes(items, style, output, locale, **options).decode("utf-8")


def render_bytes(
    items: Iterable[Mapping[str, Any]],
    style: str,
    output: str = "text",
    locale: str = "en-US",
    *,
    title: str = "",
    fragment: bool = False,
    arrangement: Arrangement | None = None,
    notes: Mapping[str, str] | None = None,
) -> bytes:
    """Format items as a whole bibliography in any output format; text is in UTF-8.

    Args:
        items: CSL-JSON items.
        style: Name of a style or path of a ``.csl`` file.
        output: One of ``outputs.OUTPUTS``.
        locale: Language tag.
        title: Title of a page, where the format has one; by default "Bibliography" in the language.
        fragment: Leave out what surrounds the entries, where the format has that.
        arrangement: Groups and order, of the same items; by default a list in the order of the style.
        notes: What stands under an entry, by id.

    Raises:
        UnknownFormat: There is no such output.
        UnknownStyle: No style has that name.
        StyleError: The style or locale cannot be used.
        ValueError: Two items have the same id.
    """
    from peacekeeping_bib.formatting import grouping, outputs
    from peacekeeping_bib.formatting.outputs.document import TITLES, Document

    writer = outputs.output(output)
    arranged = arrangement is not None and not arrangement.plain
    rendered = _bibliography(items, style, locale, arranged=arranged)
    sections = grouping.sections(rendered, arrangement if arranged else None, notes)
    named = title or TITLES.get(locale.split("-")[0].lower(), TITLES["en"])
    content = writer.page(Document(sections, named, locale, fragment))
    return content if isinstance(content, bytes) else content.encode("utf-8")


def format_citation(
    items: Iterable[Mapping[str, Any]],
    style: str,
    locator: str | None = None,
    locale: str = "en-US",
    *,
    output: str = "text",
) -> str:
    """Format one citation of one or more items.

    Args:
        items: CSL-JSON items cited together.
        style: Name of a style or path of a ``.csl`` file.
        locator: Such as ``para. 5``; it goes with the last item.
        locale: Language tag.
        output: ``text`` or ``html``.

    Raises:
        UnknownFormat: There is no such output.
        UnknownStyle: No style has that name.
        StyleError: The style, locale or locator cannot be used, or there is nothing to cite.
        ValueError: Two items have the same id.
    """
    known = with_ids(items)
    if not known:
        raise StyleError("nothing to cite: give at least one item")
    cites = [Cite(str(item["id"])) for item in known]
    cites[-1] = cites[-1]._replace(locator=locator or "")
    return format_citations(known, [cites], style, locale, output=output)[0]


def _bibliography(
    items: Iterable[Mapping[str, Any]], style: str, locale: str, *, arranged: bool = False
) -> list[Rendered]:
    from peacekeeping_bib.formatting import styles
    from peacekeeping_bib.formatting.arranged import ArrangedProcessor
    from peacekeeping_bib.formatting.engine.processor import Processor

    processor = ArrangedProcessor if arranged else Processor
    rendered = processor(styles.load(style, locale)).bibliography(with_ids(items))
    for one in rendered:
        if one.empty:
            message = f"style {style!r} prints nothing of item {one.id!r}: its title or number stands instead"
            warnings.warn(message, EmptyEntryWarning, stacklevel=3)
    return rendered


def with_ids(items: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the items as a list in which each has an id of its own.

    Raises:
        ValueError: An item has no id, or two have the same.
    """
    known = list(items)
    seen: set[str] = set()
    for place, item in enumerate(known):
        if "id" not in item:
            raise ValueError(f"item {place} has no id: CSL-JSON requires one")
        if str(item["id"]) in seen:
            raise ValueError(f"two items have the id {item['id']!r}: give each its own")
        seen.add(str(item["id"]))
    return known
