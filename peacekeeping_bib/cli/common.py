"""Options, selection and output shared by the commands."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TextIO, TypeVar

import click

from ..catalogue import Catalogue
from ..record import Body, Operation, Record, Series, plain

_F = TypeVar("_F", bound=Callable[..., Any])

_FILTERS = {
    "kind": "Kind of document: resolution, speech, ….",
    "issuer": "Issuing body, with the bodies below it: unsc, nato, ….",
    "operation": "Operation: kfor, unmik, ….",
    "country": "Country as ISO 3166 code: BA, GE, ….",
    "language": "Language of the document: en, ru, ….",
    "scope": "core, related or context.",
    "section": "Section of the guide, with those below it: A.II.",
    "tier": "How well it is sourced: confirmed or single-source.",
}


def catalogue_option(function: _F) -> _F:
    """Add ``--catalogue``."""
    text = "Compiled catalogue, or folder of records, to use instead of the package's own."
    return click.option("--catalogue", "catalogue_path", metavar="FILE", help=text)(function)


def selection(function: _F) -> _F:
    """Add keys, ``--keys-from``, filters and ``--catalogue``."""
    function = catalogue_option(function)
    since_until = {
        "until": "Not later than this date (year, month or day).",
        "since": "Not earlier than this date (year, month or day).",
    }
    for name, text in since_until.items():
        function = click.option(f"--{name}", metavar="DATE", help=text)(function)
    for name, text in reversed(_FILTERS.items()):
        function = click.option(f"--{name}", multiple=True, metavar="VALUE", help=text)(function)
    text = "Take the keys that a manuscript cites: .aux, .bcf, .tex, .md, or .txt with one a line."
    function = click.option("--keys-from", metavar="FILE", help=text)(function)
    return click.argument("keys", nargs=-1, metavar="[KEY]...")(function)


class Chosen(NamedTuple):
    """The records that a command line selects.

    Attributes:
        records: The records.
        catalogue: Where they come from.
        query: The selection in words, for the header of a file.
    """

    records: Iterable[Record]
    catalogue: Catalogue
    query: str


def choose(
    keys: tuple[str, ...], keys_from: str | None, catalogue_path: str | None, **filters: Any
) -> Chosen:
    """Return the records that keys and filters select, all without any.

    Raises:
        RecordNotFound: A key is unknown.
        UnknownFilter: A filter value is unknown.
        click.ClickException: Nothing is selected (exit status 1).
    """
    from ..opening import open_catalogue

    catalogue = open_catalogue(catalogue_path)
    given = {name: value for name, value in filters.items() if value}
    query = " ".join(
        [*keys, *([f"--keys-from {os.path.basename(keys_from)}"] if keys_from else []), *_words(given)]
    )
    found: Iterable[Record]
    if keys or keys_from:
        found = {record.id: record for record in _by_keys(catalogue, keys, keys_from)}.values()
        if given:
            allowed = {record.id for record in catalogue.records(**given)}
            found = [record for record in found if record.id in allowed]
    else:
        found = catalogue.records(**given)
    return Chosen(_not_empty(found, query), catalogue, query)


def _words(given: dict[str, Any]) -> Iterator[str]:
    for name, value in given.items():
        for one in [value] if isinstance(value, str) else value:
            yield f"--{name} {one}"


def _by_keys(catalogue: Catalogue, keys: tuple[str, ...], keys_from: str | None) -> Iterator[Record]:
    for key in keys:
        yield catalogue.get(key)
    if keys_from is not None:
        from ..keys import keys_from as read_keys

        cited = read_keys(keys_from)
        others = [key for key in cited if key not in catalogue]
        yield from (catalogue.get(key) for key in cited if key not in others)
        if others:
            message = f"{keys_from}: {len(others)} of {len(cited)} keys are of other works: " + ", ".join(
                others
            )
            click.echo(f"pkbib: {message}", err=True)


def _not_empty(records: Iterable[Record], query: str) -> Iterator[Record]:
    """The records again; looks at the first at once, so that an empty selection leaves no file."""
    iterator = iter(records)
    try:
        first = next(iterator)
    except StopIteration:
        raise nothing(f"nothing fits the selection: {query or 'the catalogue is empty'}") from None

    def again() -> Iterator[Record]:
        yield first
        yield from iterator

    return again()


@contextlib.contextmanager
def output(path: str | None) -> Iterator[TextIO]:
    """Open the output: standard output, or a file that appears whole or not at all.

    Raises:
        PeacekeepingBibError: The file cannot be written.
    """
    if path is None or path == "-":
        yield sys.stdout
        return
    from ..writing import draft_of

    with draft_of(path) as draft, open(draft, "w", encoding="utf-8", newline="") as stream:
        yield stream


def write(content: bytes, path: str | None) -> None:
    """Write a whole output: to standard output, or to a file that appears whole or not at all.

    Raises:
        PeacekeepingBibError: The file cannot be written.
    """
    if path is None or path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    from ..writing import replace_file

    replace_file(path, content)


def line(record: Record) -> str:
    """Return a record as one line: id, date, title."""
    return f"{record.id}\t{record.date or ''}\t{record.text_in(record.title)}"


def as_json(entity: Record | Body | Operation | Series) -> str:
    """Return a record, body, operation or series as one line of JSON."""
    import json

    return json.dumps(plain(entity), ensure_ascii=False)


def nothing(message: str) -> click.ClickException:
    """Return the failure to find anything: exit status 1."""
    failure = click.ClickException(message)
    failure.exit_code = 1  # type: ignore[misc]
    return failure
