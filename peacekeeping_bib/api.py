"""The functions of the public interface, over the package's own catalogue."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from .catalogue import Filter
from .opening import default_catalogue
from .record import Record


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
    records: Iterable[Record], style: str = "un", output: str = "text", locale: str = "en-US"
) -> str:
    """Return a formatted bibliography.

    Args:
        records: The records; the style sorts them where it has a rule, else they keep their order.
        style: Name of a style, or path of a CSL file.
        output: ``text``, ``html`` or another output that ``formatting`` knows.
        locale: Locale of terms, dates and titles, as in CSL (``fr-FR``).

    Raises:
        UnknownStyle: There is no such style.
        StyleError: The style or locale cannot be used.
    """
    from . import csl, formatting

    items = [csl.item(record, locale, style=style) for record in records]
    return formatting.render(items, style, output=output, locale=locale)


def cite(record: Record, style: str = "un", locator: str | None = None, locale: str = "en-US") -> str:
    """Return the citation of one record, as it stands in a note or in the text.

    Args:
        record: The record.
        style: Name of a style, or path of a CSL file.
        locator: The place cited, such as ``para. 5``, ``art. 42`` or ``annex 2``.
        locale: Locale of terms, dates and titles, as in CSL.

    Raises:
        UnknownStyle: There is no such style.
        StyleError: The style, locale or locator cannot be used.
    """
    from . import csl, formatting

    return formatting.format_citation(
        [csl.item(record, locale, style=style)], style, locator=locator, locale=locale
    )
