"""Compile a tree of record files into one catalogue file.

The only module that reads record files. The catalogue is an SQLite database:

``meta``      name and value: format, schema version, package version, date of the data
``entity``    every record, body, operation and series: id, type, sort key, JSON as read
``name``      folded names, ids and symbol keys, each pointing to an entity
``facet``     values by which records are filtered
``relation``  source, type, target
``words``     full-text index over the records
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from . import dates, symbols
from .errors import InvalidRecord, PeacekeepingBibError
from .format import APPLICATION_ID, FORMAT, SCHEMA_VERSION
from .reading import RecordFile, read_file, record_paths
from .record import CLASSES, PRINCIPAL_DATES, Record, build
from .text import fold
from .writing import draft_of

_TABLES: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entity (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
                     first TEXT NOT NULL, last TEXT NOT NULL, data TEXT NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, n INTEGER NOT NULL, what TEXT NOT NULL,
                   PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE TABLE facet (name TEXT NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL,
                    PRIMARY KEY (name, value, n)) WITHOUT ROWID;
CREATE TABLE relation (source TEXT NOT NULL, type TEXT NOT NULL, target TEXT NOT NULL, note TEXT,
                       PRIMARY KEY (source, type, target)) WITHOUT ROWID;
CREATE INDEX relation_target ON relation (target);
CREATE INDEX entity_order ON entity (type, first, id);
CREATE VIRTUAL TABLE words USING fts5 (title, names, symbols, people, bodies, about,
                                       content='', tokenize="unicode61 remove_diacritics 2");
"""


def read_tree(root: str) -> list[RecordFile]:
    """Read all files of a tree, each checked against its schema.

    Raises:
        InvalidRecord: The first file that is unreadable, breaks its schema or repeats an id.
    """
    from .schema import problems

    seen: dict[str, str] = {}
    files = []
    for path, kind in record_paths(root):
        file = read_file(path, kind)
        for problem in problems(file):
            raise problem.as_error()
        identifier = file.data["id"]
        if identifier in seen:
            raise InvalidRecord(path, "/id", f"{identifier!r} is taken by {seen[identifier]}")
        seen[identifier] = path
        files.append(file)
    if not files:
        raise InvalidRecord(root, "", "holds no record file (*.json)")
    return files


def compile_tree(root: str, target: str, version: str = "") -> int:
    """Compile the tree under ``root`` into the catalogue file ``target``.

    The file appears whole or not at all; an older one is replaced.

    Args:
        root: Folder of record files.
        target: Path of the catalogue file.
        version: Package version to note in the catalogue.

    Returns:
        Number of records (authority records not counted).

    Raises:
        InvalidRecord: A record file is at fault.
        PeacekeepingBibError: The target cannot be written.
    """
    files = read_tree(root)
    try:
        with draft_of(target) as draft, contextlib.closing(sqlite3.connect(draft)) as connection:
            fill(connection, files, version)
    except sqlite3.Error as error:
        raise PeacekeepingBibError(f"{target}: cannot be written: {error}") from None
    return sum(file.type == "record" for file in files)


def fill(connection: sqlite3.Connection, files: Iterable[RecordFile], version: str = "") -> None:
    """Create the tables of a catalogue in an empty database and fill them."""
    files = list(files)
    known = _Authorities(
        parents={file.data["id"]: file.data.get("parent") for file in files if file.type == "body"},
        names={file.data["id"]: _entity_names(file.data) for file in files if file.type == "body"},
        operations=frozenset(file.data["id"] for file in files if file.type == "operation"),
    )
    connection.executescript(f"PRAGMA journal_mode=OFF; PRAGMA application_id={APPLICATION_ID};" + _TABLES)
    for number, (span, _, file, entity) in enumerate(_in_order(files), start=1):
        _insert(connection, number, file, entity, span, known)
    facts = {
        "format": FORMAT,
        "schema": SCHEMA_VERSION,
        "version": version,
        "data_date": _data_date(files),
        "records": str(sum(file.type == "record" for file in files)),
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", facts.items())
    connection.commit()


def _in_order(files: Iterable[RecordFile]) -> list[tuple[tuple[str, str], str, RecordFile, Any]]:
    """The entities by date and id, as a search gives those that it ranks alike."""
    entities = []
    for file in files:
        entity: Any = build(CLASSES[file.type], file.data, file.path)
        span = _span(entity) if isinstance(entity, Record) else ("", "")
        entities.append((span, file.data["id"], file, entity))
    return sorted(entities)


def _data_date(files: Iterable[RecordFile]) -> str:
    """Last day on which any source was read: how old the data are."""
    days = (source["accessed"] for file in files for source in file.data.get("provenance", ()))
    return max(days, default="")


class _Authorities(NamedTuple):
    """What the rows of a record take from the authority records."""

    parents: Mapping[str, str | None]
    names: Mapping[str, str]
    operations: frozenset[str]


def _insert(
    connection: sqlite3.Connection,
    number: int,
    file: RecordFile,
    entity: Any,
    span: tuple[str, str],
    known: _Authorities,
) -> None:
    data = json.dumps(file.data, ensure_ascii=False, separators=(",", ":"))
    row = (number, entity.id, file.type, *span, data)
    connection.execute("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)", row)
    connection.executemany(
        "INSERT OR IGNORE INTO name VALUES (?, ?, ?)",
        ((key, number, what) for key, what in _keys(file.type, file.data)),
    )
    if isinstance(entity, Record):
        connection.executemany(
            "INSERT OR IGNORE INTO facet VALUES (?, ?, ?)",
            ((name, value, number) for name, value in _facets(entity, known)),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO relation VALUES (?, ?, ?, ?)",
            ((entity.id, relation.type, relation.target, relation.note) for relation in entity.relations),
        )
        columns = _words(entity, known.names)
        connection.execute(
            "INSERT INTO words (rowid, title, names, symbols, people, bodies, about) VALUES (?,?,?,?,?,?,?)",
            (number, *columns),
        )


def _span(record: Record) -> tuple[str, str]:
    """First and last day of the record's principal date, as sortable text."""
    if record.date is None:
        return "", ""
    date = dates.parse(record.date)
    return date.first_day.isoformat(), date.last_day.isoformat()


def _entity_names(data: Mapping[str, Any]) -> str:
    return " ".join((*data["names"].values(), *data.get("acronyms", {}).values(), *data.get("aliases", ())))


def _keys(kind: str, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Folded keys under which an entity is found, with what each is."""
    yield "id:" + data["id"], "id"
    for former in data.get("former_ids", ()):
        yield "id:" + former, "former id"
    texts: list[str] = [*data.get("aliases", ()), *data.get("short_title", {}).values()]
    if kind == "record":
        texts += data["title"].values()
    for group in ("names", "acronyms"):
        texts += data.get(group, {}).values()
    if "acronym" in data:
        texts.append(data["acronym"])
    yield from (("name:" + fold(text), "name") for text in texts)
    for item in data.get("symbols", ()):
        try:
            symbol = symbols.parse(item["value"], item["scheme"])
        except PeacekeepingBibError:
            yield "name:" + fold(item["value"]), "symbol"
            continue
        for key in symbols.filing_keys(symbol):
            yield key, "symbol"
            yield "name:" + fold(key.partition(":")[2]), "symbol"  # found without loading the grammar
    halves = [item["value"] for item in data.get("symbols", ()) if item["scheme"] == "un"]
    if len(halves) > 1:
        yield "name:" + fold("-".join(halves)), "symbol"


def _facets(record: Record, known: _Authorities) -> Iterator[tuple[str, str]]:
    yield "kind", record.kind
    yield "scope", record.scope
    yield "tier", record.verification
    for body in record.issuers:
        ancestor: str | None = body
        while ancestor is not None:
            yield "issuer", ancestor
            ancestor = known.parents.get(ancestor)
    yield from (("operation", operation) for operation in record.operations)
    targets = (relation.target for relation in record.relations)
    yield from (("operation", target) for target in targets if target in known.operations)
    yield from (("country", country) for country in record.countries)
    yield from (("language", language) for language in record.languages)
    for reference in record.guide:
        steps = reference.section.split(".")
        yield from (("section", ".".join(steps[: size + 1])) for size in range(len(steps)))


def _words(record: Record, body_names: Mapping[str, str]) -> tuple[str, ...]:
    event = record.event
    about = [*record.operations, *record.countries, record.place or "", record.note or ""]
    if event:
        about += [*event.name.values(), event.place or "", event.agenda_item or ""]
    about += [series.title for series in record.series] + [record.kind.replace("-", " ")]
    about += [record.dates[name][:4] for name in PRINCIPAL_DATES if name in record.dates]
    return (
        " ".join((*record.title.values(), *record.catalogue_title.values())),
        " ".join((*record.aliases, *record.short_title.values())),
        " ".join(symbol.value for symbol in record.symbols),
        " ".join(f"{person.name} {person.office or ''}" for person in record.contributors),
        " ".join(body_names.get(body, body) for body in record.issuers),
        " ".join(about),
    )
