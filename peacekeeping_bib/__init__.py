"""Verified bibliographic records of documents on UN and NATO peacekeeping.

>>> import peacekeeping_bib as pkb
>>> pkb.get("S/RES/1244").date
'1999-06-10'
"""

__version__ = "2026.1.0"
TYPE_CHECKING = False  # known to type checkers by its name; importing ``typing`` would cost 9 ms

if TYPE_CHECKING:
    from .api import bibliography, bibliography_bytes, cite, export, get, records, search, write
    from .catalogue import Catalogue
    from .formatting import Cite
    from .opening import open_catalogue
    from .record import Body, Operation, Record, Series

_HOMES = {
    **dict.fromkeys(("bibliography", "bibliography_bytes", "cite", "export"), "api"),
    **dict.fromkeys(("get", "records", "search", "write"), "api"),
    **dict.fromkeys(("Body", "Operation", "Record", "Series"), "record"),
    "Catalogue": "catalogue",
    "Cite": "formatting",
    "open_catalogue": "opening",
}
__all__ = ["Body", "Catalogue", "Cite", "Operation", "Record", "Series", "bibliography", "bibliography_bytes",
           "cite", "export", "get", "open_catalogue", "records", "search", "write"]  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
