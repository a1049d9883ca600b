"""Make records from the rows of a table, by a map that says which column becomes which property.

The map is a JSON object:

``folder``     where new records are put, relative to the records
``ascending``  column whose number must grow from row to row (may be left out)
``tables``     named tables of values, for ``$table``
``record``     the record, written as a template (see ``template``)

A row is refused when the record that it makes breaks the schema or a rule, or says of an existing
record something else than it does; the other rows go on. Importing a table twice changes nothing.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from .. import rules
from ..errors import InvalidRecord, PeacekeepingBibError
from ..reading import RecordFile, read_file, record_paths
from ..schema import canonical, problems
from ..writing import replace_file
from .merging import merge
from .scope import presences
from .template import Known, fill


class Outcome(NamedTuple):
    """What became of a row.

    Attributes:
        line: Line of the table.
        id: Id of the record; empty where it could not be made.
        done: ``added``, ``changed``, ``same`` or ``refused``.
        reasons: Why it was refused.
    """

    line: int
    id: str
    done: str
    reasons: tuple[str, ...] = ()


class Map(NamedTuple):
    """A map, read."""

    folder: str
    record: Any
    ascending: str | None
    tables: dict[str, dict[str, Any]]


def read_map(path: str) -> Map:
    """Read a map.

    Raises:
        InvalidRecord: The file is unreadable, or ``folder`` or ``record`` is missing.
    """
    data = read_file(path, "map").data
    for name in ("folder", "record"):
        if name not in data:
            raise InvalidRecord(path, f"/{name}", "is required in a map")
    unknown = set(data) - {"folder", "record", "ascending", "tables", "$comment"}
    if unknown:
        raise InvalidRecord(path, f"/{min(unknown)}", "a map has no such property")
    return Map(data["folder"], data["record"], data.get("ascending"), data.get("tables", {}))


def read_table(path: str) -> list[tuple[int, dict[str, str]]]:
    """Read a comma-separated table with one header row: line number and row for each.

    Raises:
        InvalidRecord: The file is unreadable, not UTF-8, or a row has more cells than the header.
    """
    try:
        with open(path, "rb") as stream:
            text = stream.read().decode("utf-8-sig")
    except OSError as error:
        raise InvalidRecord(path, "", f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InvalidRecord(path, "", f"is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    rows = []
    try:
        for row in reader:
            if "" in row or None in row.values():
                raise InvalidRecord(
                    f"{path}:{reader.line_num}", "", "the row has not as many cells as the header"
                )
            rows.append((reader.line_num, {name: cell.strip() for name, cell in row.items()}))
    except csv.Error as error:
        raise InvalidRecord(f"{path}:{reader.line_num}", "", f"is not comma-separated: {error}") from None
    return rows


def import_table(table: str, map_path: str, root: str, write: bool = True) -> Iterator[Outcome]:
    """Import the rows of a table into a tree of records, yielding what became of each.

    Args:
        table: Comma-separated file with a header row.
        map_path: The map.
        root: Folder of the records.
        write: Whether to write; False only tells what would be done.

    Raises:
        InvalidRecord: Table, map or an existing record cannot be read.
        PeacekeepingBibError: A record cannot be written.
    """
    plan = read_map(map_path)
    rows = read_table(table)
    files = {file.data.get("id", ""): file for file in (read_file(*one) for one in record_paths(root))}
    work = _Import(plan, root, files, write)
    for line, row in rows:
        yield work.row(line, row)


class _Import:
    """State of one import: the tree as it grows, what templates may look up, the last running number."""

    def __init__(self, plan: Map, root: str, files: dict[str, RecordFile], write: bool) -> None:
        self.plan, self.root, self.files, self.write = plan, root, files, write
        operations = (file.data for file in files.values() if file.type == "operation")
        self.known = Known(plan.tables, presences(operations))
        self.last: int | None = None

    def row(self, line: int, row: dict[str, str]) -> Outcome:
        made = ""
        try:
            self._check_order(row)
            data = fill(self.plan.record, row, self.known)
            made = str(data.get("id", "")) if isinstance(data, dict) else ""
            return self._store(line, made, data)
        except PeacekeepingBibError as error:
            return Outcome(line, made, "refused", (str(error),))

    def _check_order(self, row: dict[str, str]) -> None:
        column = self.plan.ascending
        if column is None:
            return
        cell = row.get(column, "")
        if not cell.isdecimal():
            raise PeacekeepingBibError(f"{column} is {cell!r}, expected a number")
        if self.last is not None and int(cell) <= self.last:
            raise PeacekeepingBibError(f"{column} {cell} is out of order: it follows {self.last}")
        self.last = int(cell)

    def _store(self, line: int, identifier: str, data: dict[str, Any]) -> Outcome:
        old = self.files.get(identifier)
        if old is not None:
            merged, conflicts = merge(old.data, data)
            if conflicts:
                return Outcome(line, identifier, "refused", tuple(conflicts))
        else:
            merged = data
        path = old.path if old else os.path.join(self.root, self.plan.folder, f"{identifier}.json")
        form = canonical("record", merged)
        if old is not None and old.raw == form:
            return Outcome(line, identifier, "same")
        file = RecordFile(path, "record", json.loads(form), form)
        found = [f"{one.pointer or '/'}: {one.message}" for one in self._problems(file)]
        if found:
            return Outcome(line, identifier, "refused", tuple(found))
        if self.write:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            replace_file(path, form)
        self.files[identifier] = file
        return Outcome(line, identifier, "changed" if old else "added")

    def _problems(self, file: RecordFile) -> Iterator[Any]:
        found = list(problems(file))
        yield from found
        if not found:
            yield from rules.check(file, rules.Tree({**self.files, file.data["id"]: file}))
