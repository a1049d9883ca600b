"""The catalogue: find, filter and search records in a compiled file."""

from __future__ import annotations

import functools
import itertools
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from .errors import CatalogueError, PeacekeepingBibError, RecordNotFound, UnknownFilter
from .format import APPLICATION_ID, FORMAT, SCHEMA_VERSION
from .record import CLASSES, INVERSES, Body, Operation, Record, Relation, Series, build
from .text import fold

Filter = str | Iterable[str] | None

#: Facets by which records are filtered, each with the spelling in which its values are stored.
FACETS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "kind": "lower", "issuer": "body", "operation": "operation", "country": "upper",
        "language": "asis", "scope": "lower", "section": "asis", "tier": "lower",
    }
)  # fmt: skip
_LISTED: Final = 30
#: Records built at a time.
_BATCH: Final = 32
_JSON: Final = json.JSONDecoder()


class Found(NamedTuple):
    """An entity that answers to a key, and by what (``id``, ``former id``, ``symbol``, ``name``)."""

    entity: Record | Body | Operation | Series
    what: str


_RANK: Final = ("id", "former id", "symbol", "name")


class Catalogue:
    """A compiled catalogue, read-only.

    Args:
        connection: Open database, as filled by ``compiling.fill``.
        source: What messages call it, usually its path.
    """

    def __init__(self, connection: sqlite3.Connection, source: str) -> None:
        self._connection = connection
        self.source = source
        self._lazy_bodies = _LazyBodies(self)
        self.meta: Mapping[str, str] = MappingProxyType(dict(self._rows("SELECT name, value FROM meta")))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __len__(self) -> int:
        return int(self.meta["records"])

    def __iter__(self) -> Iterator[Record]:
        return self.records()

    def _rows(self, query: str, values: Iterable[Any] = ()) -> Iterator[Any]:
        try:
            yield from self._connection.execute(query, tuple(values))
        except sqlite3.DatabaseError as error:
            message = f"{self.source}: the catalogue is damaged ({error}); compile it again"
            raise CatalogueError(message) from None

    # -- authority records

    @functools.cached_property
    def bodies(self) -> Mapping[str, Body]:
        """All issuing bodies by id."""
        return MappingProxyType({body.id: body for body in self._all("body")})

    @functools.cached_property
    def operations(self) -> Mapping[str, Operation]:
        """All operations by id."""
        return MappingProxyType({operation.id: operation for operation in self._all("operation")})

    @functools.cached_property
    def series(self) -> Mapping[str, Series]:
        """All series by id."""
        return MappingProxyType({series.id: series for series in self._all("series")})

    def _all(self, kind: str) -> Iterator[Any]:
        rows = self._rows("SELECT data FROM entity WHERE type = ? ORDER BY id", (kind,))
        return (self._build(kind, data) for (data,) in rows)

    def _build(self, kind: str, data: str) -> Any:
        content, _ = _JSON.raw_decode(data)
        if kind == "record":
            return Record.from_json(content, self.source, self._lazy_bodies)
        return build(CLASSES[kind], content, self.source)

    # -- one record

    def get(self, key: str) -> Record:
        """Return the record known as ``key``: id, symbol (either half), title, alias or former id.

        Raises:
            RecordNotFound: No record, or several, are known as ``key``.
        """
        found = [hit for hit in self._hits(key) if hit[2] == "record"]
        if not found:
            raise RecordNotFound(key, self._suggestions(key), self._hint(key))
        best = [hit for hit in found if hit[3] == found[0][3]]
        if len(best) > 1:
            best = self._wholes(best)
        if len(best) > 1:
            raise RecordNotFound(key, [hit[1] for hit in best], "several records are known by it")
        record: Record = self._build("record", best[0][4])
        return record

    def find(self, key: str) -> Found:
        """Return what is known as ``key``: a record, or else a body, operation or series.

        Raises:
            RecordNotFound: Nothing is known as ``key``.
        """
        hits = self._hits(key)
        others = [hit for hit in hits if hit[2] != "record"]
        if others and (not hits or hits[0][2] != "record"):
            return Found(self._build(others[0][2], others[0][4]), others[0][3])
        record = self.get(key)
        return Found(record, next(hit[3] for hit in hits if hit[1] == record.id))

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and any(hit[2] == "record" for hit in self._hits(key))

    def _hits(self, key: str) -> list[tuple[int, str, str, str, str]]:
        """Rows (n, id, type, what, data) known as ``key``, best kind of name first.

        The grammar of symbols is loaded only for a key that no id or name is written like.
        """
        return self._known_as(["id:" + key.strip(), "name:" + fold(key)]) or self._by_symbol(key)

    def _by_symbol(self, key: str) -> list[tuple[int, str, str, str, str]]:
        """Rows that bear the symbol; of a double symbol no half may contradict the record's own."""
        from . import symbols

        found: dict[int, tuple[int, str, str, str, str]] = {}
        for symbol in symbols.readings(key):
            halves = {half.text for half in symbol.halves}
            for row in self._known_as(list(symbols.query_keys(symbol))):
                own = json.loads(row[4]).get("symbols", ())
                borne = {item["value"] for item in own if item["scheme"] == symbol.scheme}
                if len(halves) == 1 or len(borne) == 1 or halves <= borne:
                    found[row[0]] = row
        return list(found.values())

    def _known_as(self, keys: list[str]) -> list[tuple[int, str, str, str, str]]:
        marks = ", ".join("?" * len(keys))
        rows = list(
            self._rows(
                "SELECT n, id, type, what, data FROM name JOIN entity USING (n) "  # noqa: S608
                f"WHERE key IN ({marks}) ORDER BY type = 'record' DESC, id",
                keys,
            )
        )
        rows.sort(key=lambda row: _RANK.index(row[3]))
        return list({row[0]: row for row in reversed(rows)}.values())[::-1]

    def _wholes(self, hits: list[tuple[int, str, str, str, str]]) -> list[tuple[int, str, str, str, str]]:
        """Drop the hits that are parts of another hit: a chapter bears the symbol of the whole."""
        ids = {hit[1] for hit in hits}
        parts = {
            source
            for source, target in self._rows("SELECT source, target FROM relation WHERE type = 'part-of'")
            if source in ids and target in ids
        }
        return [hit for hit in hits if hit[1] not in parts] or hits

    def _hint(self, key: str) -> str:
        from . import symbols

        try:
            return f"read as {symbols.parse(key).explain().rstrip('.')}"
        except PeacekeepingBibError:
            return ""

    def _suggestions(self, key: str) -> list[str]:
        import difflib

        folded = fold(key)
        names = {
            fold(name.partition(":")[2]): identifier
            for name, identifier in self._rows(
                "SELECT key, id FROM name JOIN entity USING (n) WHERE type = 'record' LIMIT 50000"
            )
        }
        near = difflib.get_close_matches(folded, names, n=3, cutoff=0.7)
        found = [names[name] for name in near] or [record.id for record in self.search(key, limit=3)]
        return list(dict.fromkeys(found))

    # -- many records

    def records(
        self, *, since: str | None = None, until: str | None = None, **filters: Filter
    ) -> Iterator[Record]:
        """Yield the records that pass all filters, by date and id.

        Args:
            since: EDTF date; records of that day, month or year and later.
            until: EDTF date; records of that day, month or year and earlier.
            **filters: ``kind``, ``issuer`` (with the bodies below it), ``operation``, ``country``,
                ``language``, ``scope``, ``section`` (with those below it), ``tier`` (confirmed,
                single-source, unsourced); a text or several of which one must fit.

        Raises:
            UnknownFilter: A filter does not exist, or no record has its value.
            DateError: ``since`` or ``until`` is no date.
        """
        from . import dates

        conditions, values = ["type = 'record'"], []
        for name, wanted in filters.items():
            if wanted is not None:
                stored = [self._stored(name, value) for value in _as_list(wanted)]
                marks = ", ".join("?" * len(stored))
                conditions.append(f"n IN (SELECT n FROM facet WHERE name = ? AND value IN ({marks}))")  # noqa: S608
                values += [name, *stored]
        if since is not None:
            conditions.append("last >= ?")
            values.append(dates.parse(since).first_day.isoformat())
        if until is not None:
            conditions.append("first <= ? AND first <> ''")
            values.append(dates.parse(until).last_day.isoformat())
        query = f"SELECT data FROM entity WHERE {' AND '.join(conditions)} ORDER BY first, id"  # noqa: S608
        return self._in_batches(self._rows(query, values))

    def _in_batches(self, rows: Iterator[Any]) -> Iterator[Record]:
        """Build some records ahead: exports are some 7 % faster than where building and writing alternate."""
        while batch := [self._build("record", data) for (data,) in itertools.islice(rows, _BATCH)]:
            yield from batch

    def _stored(self, name: str, value: str) -> str:
        """The value as the facet holds it.

        Raises:
            UnknownFilter: The filter does not exist, or no record has the value.
        """
        if name not in FACETS:
            raise UnknownFilter("a filter", name, (*FACETS, "since", "until"))
        spelled = self._spelled(FACETS[name], value)
        known = [row[0] for row in self._rows("SELECT DISTINCT value FROM facet WHERE name = ?", (name,))]
        if spelled not in known:
            more = [f"and {len(known) - _LISTED} more"] if len(known) > _LISTED else []
            raise UnknownFilter(name, value, known[:_LISTED] + more)
        return spelled

    def _spelled(self, spelling: str, value: str) -> str:
        if spelling in ("body", "operation"):
            query = "SELECT id FROM name JOIN entity USING (n) WHERE key = ? AND type = ?"
            rows = self._rows(query, ("name:" + fold(value), spelling))
            return next((str(identifier) for (identifier,) in rows), value.lower())
        return {"lower": value.lower(), "upper": value.upper()}.get(spelling, value)

    def search(self, text: str, limit: int = 20) -> list[Record]:
        """Return the records that hold the words of ``text``, best first.

        Case and accents do not matter. Records with all words come first, then those in which a word
        begins with one of them; where there are none, those with any of them. Words that very many records
        hold are required, but tell little: they neither rank nor stand for a beginning.
        """
        from .searching import numbers

        return [self._numbered(n) for n in numbers(self._rows, text, limit)]

    def _numbered(self, n: int) -> Record:
        record: Record = self._build("record", *next(self._rows("SELECT data FROM entity WHERE n = ?", (n,))))
        return record

    def relations(self, record: str) -> list[Relation]:
        """Return all relations of a record or operation, those of others to it inverted."""
        own = self._rows("SELECT type, target, note FROM relation WHERE source = ?", (record,))
        others = self._rows(
            "SELECT relation.type, source, note FROM relation JOIN entity ON entity.id = source "
            "WHERE target = ? ORDER BY first, id",
            (record,),
        )
        return [
            *(Relation(kind, target, note) for kind, target, note in own),
            *(Relation(INVERSES[kind], source, note) for kind, source, note in others),
        ]


class _LazyBodies(Mapping[str, Body]):
    """The bodies of a catalogue, read when one is first asked for."""

    __slots__ = ("_catalogue",)

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def __getitem__(self, key: str) -> Body:
        return self._catalogue.bodies[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._catalogue.bodies)

    def __len__(self) -> int:
        return len(self._catalogue.bodies)


def _as_list(value: str | Iterable[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def open_file(path: str) -> Catalogue:
    """Open a compiled catalogue.

    Raises:
        CatalogueError: The file is missing, is no catalogue, or is of another schema major.
    """
    if not os.path.isfile(path):
        raise CatalogueError(
            f"{path}: there is no such catalogue file; make one with: pkbib compile DIR -o FILE"
        )
    try:
        connection = sqlite3.connect(f"file:{_quoted(path)}?mode=ro&immutable=1", uri=True)
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise CatalogueError(
            f"{path}: is not a catalogue ({error}); make one with: pkbib compile DIR -o FILE"
        ) from None
    if mark != APPLICATION_ID:
        connection.close()
        raise CatalogueError(
            f"{path}: is not a catalogue of this package; make one with: pkbib compile DIR -o FILE"
        )
    catalogue = Catalogue(connection, path)
    found, ours = catalogue.meta.get("schema", "?"), SCHEMA_VERSION
    if found.split(".")[0] != ours.split(".")[0] or catalogue.meta.get("format") != FORMAT:
        release = catalogue.meta.get("version") or "that made it"
        catalogue.close()
        raise CatalogueError(
            f"{path}: holds schema {found}, this release reads {ours}; "
            f"use release {release} of peacekeeping-bib, or compile the records again"
        )
    return catalogue


def _quoted(path: str) -> str:
    return os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
