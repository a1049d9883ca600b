"""The functions of the public interface, over the package's own catalogue."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from .catalogue import Filter
from .opening import default_catalogue
from .record import Record

if TYPE_CHECKING:
    from .formatting import Cite


def get(key: str) -> Record:
    """Return the record known as ``key``: id, symbol (either half), title, alias or former id.

    Raises:
        RecordNotFound: No record, or several, are known as ``key``; the error carries suggestions.
    """
    return default_catalogue().get(key)


def records(*, since: str | None = None, until: str | None = None, **filters: Filter) -> Iterator[Record]:
    """Yield the records that pass all filters, by date and id, one after the other.

    Args:
        since: EDTF date; records of that time and later.
        until: EDTF date; records of that time and earlier.
        **filters: ``kind``, ``issuer``, ``operation``, ``country``, ``language``, ``scope``, ``section``,
            ``tier``; each a text, or several of which one must fit.

    Raises:
        UnknownFilter: A filter does not exist, or no record has its value.
        DateError: ``since`` or ``until`` is no EDTF date.
    """
    return default_catalogue().records(since=since, until=until, **filters)


def search(text: str, limit: int = 20) -> list[Record]:
    """Return the records that hold the words of ``text``, best first; case and accents do not matter."""
    return default_catalogue().search(text, limit)


def write(records: Iterable[Record], format: str, stream: TextIO, **options: Any) -> None:
    """Write records to a text stream in a format, one after the other.

    Args:
        records: The records, read once.
        format: Name of an exporter: ``bibtex``, ``biblatex``, ``csl-json``, ``ris`` or one installed.
        stream: Where to write; open files with ``newline=""``.
        **options: Attributes of ``exporters.Options``.

    Raises:
        UnknownFormat: There is no such format.
    """
    from . import exporters

    exporters.get(format).dump(records, stream, _options(exporters, options))


def _options(exporters: Any, options: dict[str, Any]) -> Any:
    from . import __version__

    given = {"version": __version__, "data_date": default_catalogue().meta["data_date"], **options}
    return exporters.Options(**given)


def export(records: Iterable[Record], format: str, **options: Any) -> str:
    """Return records as text in a format; see ``write``.

    Raises:
        UnknownFormat: There is no such format.
    """
    stream = io.StringIO(newline="")
    write(records, format, stream, **options)
    return stream.getvalue()


def bibliography(
    records: Iterable[Record],
    style: str = "un",
    output: str = "text",
    locale: str = "en-US",
    *,
    group_by: str = "",
    sort: str = "style",
    annotated: bool = False,
    title: str = "",
    fragment: bool = False,
) -> str:
    """Return a formatted bibliography as text; see ``bibliography_bytes``.

    Raises:
        PeacekeepingBibError: The output is no text, such as ``docx``.
    """
    from .formatting import outputs

    outputs.require_text(output)
    return bibliography_bytes(
        records, style, output, locale,
        group_by=group_by, sort=sort, annotated=annotated, title=title, fragment=fragment,
    ).decode("utf-8")  # fmt: skip


def bibliography_bytes(
    records: Iterable[Record],
    style: str = "un",
    output: str = "text",
    locale: str = "en-US",
    *,
    group_by: str = "",
    sort: str = "style",
    annotated: bool = False,
    title: str = "",
    fragment: bool = False,
) -> bytes:
    """Return a formatted bibliography as the bytes of a file, in UTF-8 where it is text.

    Args:
        records: The records.
        style: Name of a style, or path of a CSL file.
        output: ``text``, ``html``, ``markdown``, ``latex``, ``rtf``, ``docx`` or ``rst``.
        locale: Locale of terms, dates and titles, as in CSL (``fr-FR``).
        group_by: ``section`` (of the guide), ``kind``, ``year`` or ``body``: headings with the records below;
            a record of two sections or bodies stands below both. Empty: no groups.
        sort: ``style``: by the rule of the style, in the order given if it has none; ``date``; ``body``.
        annotated: Whether the note of a record stands below its entry.
        title: Title, where the output has one; by default "Bibliography" in the language.
        fragment: Whether to leave out what makes the output a document, to paste it into one.

    Raises:
        UnknownFormat: There is no such output.
        UnknownStyle: There is no such style.
        UnknownArrangement: There is no such grouping or order.
        StyleError: The style or locale cannot be used.
    """
    from . import csl, formatting
    from .formatting import grouping

    arrangement = grouping.arrange(records, group_by, sort, locale)
    items = [csl.item(record, locale, style=style) for record in arrangement.records]
    notes: dict[str, str] = {
        record.id: record.note for record in arrangement.records if annotated and record.note
    }
    return formatting.render_bytes(
        items, style, output, locale, title=title, fragment=fragment, arrangement=arrangement, notes=notes
    )


def cite(
    records: Record | Cite[Record] | Iterable[Record | Cite[Record]],
    style: str = "un",
    locator: str | None = None,
    locale: str = "en-US",
) -> str:
    """Return one citation, of one record or of several, as it stands in a note or in the text.

    Args:
        records: A record, or several cited together; a ``formatting.Cite`` carries a locator, a prefix, a
            suffix or a suppressed author with its record.
        style: Name of a style, or path of a CSL file.
        locator: The place cited, such as ``para. 5``, ``art. 42`` or ``annex 2``; it goes with the last
            record.
        locale: Locale of terms, dates and titles, as in CSL.

    Raises:
        UnknownStyle: There is no such style.
        StyleError: The style, locale or locator cannot be used, or there is nothing to cite.
    """
    from . import csl, formatting

    given = [records] if isinstance(records, (Record, formatting.Cite)) else list(records)
    cites = [one if isinstance(one, formatting.Cite) else formatting.Cite(one) for one in given]
    if cites and locator:
        cites[-1] = cites[-1]._replace(locator=locator)
    cited = {one.source.id: one.source for one in cites}
    items = [csl.item(record, locale, style=style) for record in cited.values()]
    cluster = [formatting.Cite(one.source.id, *one[1:]) for one in cites]
    return formatting.format_citations(items, [cluster], style, locale)[0]
