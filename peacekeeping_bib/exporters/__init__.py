"""The export formats: one module each, found by name.

A format is a module with one function ``dump(records, stream, options)``, registered in it as ``EXPORTER``.
Other packages add formats under the entry-point group ``peacekeeping_bib.exporters``; an entry point names
an `Exporter`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

from ..errors import UnknownFormat
from ..record import Record

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["Exporter", "Options", "get", "names"]

GROUP: Final = "peacekeeping_bib.exporters"
#: Built-in formats and their modules.
_MODULES: Final = {"biblatex": "biblatex", "bibtex": "bibtex", "csl-json": "csl_json", "ris": "ris"}


class Options(NamedTuple):
    """What an exporter may be told.

    Attributes:
        language: BCP 47 tag of titles and names, where they exist in it.
        dialect: Variant of the format, one of `Exporter.dialects`.
        version: Version of the package, for the header.
        data_date: Day of the newest record, for the header.
        query: What selected the records, for the header.
    """

    language: str = "en"
    dialect: str = "standard"
    version: str = ""
    data_date: str = ""
    query: str = ""


class Exporter(NamedTuple):
    """A format.

    Attributes:
        name: Name by which it is asked for.
        media_type: IANA media type, or the one in use.
        suffix: Suffix of its files, with the dot.
        function: Writes records to a text stream, one after the other.
        dialects: Names of its variants, the default first.
    """

    name: str
    media_type: str
    suffix: str
    function: Callable[[Iterable[Record], TextIO, Options], None]
    dialects: tuple[str, ...] = ("standard",)

    def dump(self, records: Iterable[Record], stream: TextIO, options: Options | None = None) -> None:
        """Write records to a text stream opened with ``newline=""``; memory does not grow with their number.

        Raises:
            UnknownFormat: The format has no such dialect.
            InvalidRecord: A record names a body that the catalogue does not hold.
        """
        options = options or Options()
        if options.dialect not in self.dialects:
            known = (f"{self.name} in the dialect {dialect}" for dialect in self.dialects)
            raise UnknownFormat(f"{self.name} in the dialect {options.dialect}", known)
        self.function(records, stream, options)


def names() -> list[str]:
    """Return the names of all formats, built in and installed."""
    return sorted({*_MODULES, *(point.name for point in _entry_points())})


def get(name: str) -> Exporter:
    """Return the format called ``name``.

    Raises:
        UnknownFormat: There is none; the error lists those that there are.
    """
    if name in _MODULES:
        exporter: Exporter = importlib.import_module(f".{_MODULES[name]}", __name__).EXPORTER
        return exporter
    for point in _entry_points():
        if point.name == name:
            exporter = point.load()
            return exporter
    raise UnknownFormat(name, names())


def _entry_points() -> Iterable[EntryPoint]:
    from importlib.metadata import entry_points

    return entry_points(group=GROUP)
