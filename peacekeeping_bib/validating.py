"""Validate a tree of record files: readable, valid against the schema, sound by the rules."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from . import rules
from .errors import InvalidRecord
from .reading import RecordFile, read_file, record_paths
from .schema import Problem, canonical, problems
from .writing import replace_file


def validate(root: str, only: Iterable[str] = ()) -> Iterator[Problem]:
    """Yield everything that is wrong in a tree.

    Args:
        root: Folder of record files; references are looked up in all of it.
        only: Files or folders to report on; all when empty.

    Raises:
        InvalidRecord: ``root`` or one of ``only`` does not exist.
    """
    wanted = [os.path.abspath(path) for path in only]
    for path in wanted:
        if not os.path.exists(path):
            raise InvalidRecord(path, "", "there is no such file or folder")
    sound: dict[str, RecordFile] = {}
    for path, kind in record_paths(root):
        asked = _within(path, wanted)
        try:
            file = read_file(path, kind)
        except InvalidRecord as error:
            if asked:
                yield Problem(error.file, error.pointer, error.message)
            continue
        found = list(problems(file))
        if asked:
            yield from found
        if found:
            continue
        identifier = file.data["id"]
        if identifier in sound:
            if asked:
                yield Problem(path, "/id", f"{identifier!r} is taken by {sound[identifier].path}")
            continue
        sound[identifier] = file
    tree = rules.Tree(sound)
    for file in sound.values():
        if _within(file.path, wanted):
            yield from rules.check(file, tree)


def _within(path: str, wanted: list[str]) -> bool:
    path = os.path.abspath(path)
    return not wanted or any(path == one or path.startswith(one + os.sep) for one in wanted)


def rewrite_canonical(root: str, only: Iterable[str] = ()) -> list[str]:
    """Write every readable file in canonical form, changing nothing else; return the files changed.

    Raises:
        PeacekeepingBibError: A file cannot be written; it is left as it was.
    """
    wanted = [os.path.abspath(path) for path in only]
    changed = []
    for path, kind in record_paths(root):
        if not _within(path, wanted):
            continue
        try:
            file = read_file(path, kind)
        except InvalidRecord:
            continue  # reported by ``validate``; a file that cannot be read is left alone
        form = canonical(file.type, file.data)
        if form != file.raw:
            replace_file(path, form)
            changed.append(path)
    return changed
