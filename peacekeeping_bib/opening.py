"""Which catalogue is opened: a given file or folder, the one in the wheel, or the checkout's records."""

from __future__ import annotations

import functools
import os
import sqlite3
from collections.abc import Iterator

from .catalogue import Catalogue, open_file
from .errors import CatalogueError, PeacekeepingBibError
from .paths import compiled_catalogue, data_folder


def open_catalogue(path: str | os.PathLike[str] | None = None) -> Catalogue:
    """Open a catalogue: a compiled file, a folder of record files, or the package's own.

    Raises:
        CatalogueError: The file is no catalogue that this release reads.
        InvalidRecord: A record file of the folder is at fault.
    """
    if path is None:
        return default_catalogue()
    path = os.fspath(path)
    return _from_tree(path) if os.path.isdir(path) else open_file(path)


@functools.cache
def default_catalogue() -> Catalogue:
    """Open the package's own catalogue; in a checkout, that of its records as they are now."""
    compiled = compiled_catalogue()
    return open_file(compiled) if compiled else _from_tree(data_folder("records"))


def _from_tree(root: str) -> Catalogue:
    """Open the catalogue of a folder, compiled anew only where a file changed."""
    stored = _cache_file(root)
    if os.path.isfile(stored):
        try:
            return open_file(stored)
        except CatalogueError:  # of another release, or damaged: it is only a cache, made again below
            pass
    from .compiling import compile_tree, fill, read_tree

    try:
        os.makedirs(os.path.dirname(stored), exist_ok=True)
        _forget(stored)
        compile_tree(root, stored)
    except (OSError, PeacekeepingBibError):
        # No place to write, or a record at fault: in memory, where the fault is raised again.
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        fill(connection, read_tree(root))
        return Catalogue(connection, root)
    return open_file(stored)


def _forget(stored: str) -> None:
    """Remove the catalogues of earlier states of the same folder."""
    folder, name = os.path.split(stored)
    prefix = name.split("-")[0] + "-"
    for other in os.listdir(folder):
        if other.startswith(prefix) and other.endswith(".sqlite"):
            os.unlink(os.path.join(folder, other))


def _cache_file(root: str) -> str:
    """Path of the compiled form of the folder's present state, in the user's cache folder."""
    import zlib

    root = os.path.abspath(root)
    package = os.path.dirname(os.path.abspath(__file__))
    lines = [line for folder in (root, data_folder("schemas"), package) for line in sorted(_states(folder))]
    state = zlib.crc32("".join(lines).encode())
    return os.path.join(_cache_folder(), f"{zlib.crc32(root.encode()):08x}-{len(lines)}-{state:08x}.sqlite")


def _states(folder: str) -> Iterator[str]:
    """Yield path, size and time of change of every record, schema and module below ``folder``."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _states(entry.path)
            elif entry.name.endswith((".json", ".py")):
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}\n"


def _cache_folder() -> str:
    base = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_CACHE_HOME")
    return os.path.join(base or os.path.join(os.path.expanduser("~"), ".cache"), "peacekeeping_bib")
