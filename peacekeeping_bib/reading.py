"""Read the record files of a tree: JSON with one line of explanation for each thing that is wrong."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from .errors import InvalidRecord

#: Type of the files in each special folder; all other folders hold records.
FOLDERS: Final[Mapping[str, str]] = {"bodies": "body", "operations": "operation", "series": "series"}
#: Endings of the files of a tree that hold no record: what was not identified, and maps for imports.
NOT_RECORDS: Final = ("unidentified.json", ".map.json")


class RecordFile(NamedTuple):
    """One file of a tree, read."""

    path: str
    type: str
    data: dict[str, Any]
    raw: bytes


def record_paths(root: str) -> Iterator[tuple[str, str]]:
    """Yield path and type (``record``, ``body``, ``operation``, ``series``) of every file, in order.

    Raises:
        InvalidRecord: ``root`` is no folder.
    """
    if not os.path.isdir(root):
        raise InvalidRecord(root, "", "there is no such folder")
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        first = os.path.relpath(folder, root).split(os.sep)[0]
        for name in sorted(names):
            if name.endswith(".json") and not name.endswith(NOT_RECORDS) and not name.startswith("."):
                yield os.path.join(folder, name), FOLDERS.get(first, "record")


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"property {next(n for n in names if names.count(n) > 1)!r} stands twice")
    return content


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def read_file(path: str, kind: str) -> RecordFile:
    """Read one file.

    Raises:
        InvalidRecord: The file cannot be read, is not UTF-8, not JSON, or not an object.
    """
    try:
        with open(path, "rb") as stream:
            raw = stream.read()
        text = raw.decode("utf-8")
        data = json.loads(text, object_pairs_hook=_no_duplicates, parse_constant=_no_constant)
    except OSError as error:
        raise InvalidRecord(path, "", f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InvalidRecord(path, "", f"is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise InvalidRecord(path, "", f"is not JSON: {error.msg} ({place})") from None
    except (ValueError, RecursionError) as error:
        raise InvalidRecord(path, "", f"is not a record: {error}") from None
    if not isinstance(data, dict):
        raise InvalidRecord(path, "", f"must hold one object, holds {type(data).__name__}")
    return RecordFile(path, kind, data, raw)
