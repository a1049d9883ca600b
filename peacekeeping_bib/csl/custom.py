"""What a record holds beyond CSL: the content of the ``custom`` object of a CSL-JSON item."""

from __future__ import annotations

from typing import Any, Final

from ..record import Body, Record, plain
from .names import issuers

#: Attributes given whole, under their own names.
_ATTRIBUTES: Final = (
    "kind", "title", "title_kind", "short_title", "catalogue_title", "aliases", "contributors", "symbols",
    "dates", "place", "event", "vote", "series", "host", "parliament", "pages", "languages",
    "original_language", "operations", "countries", "subjects", "scope", "guide", "relations", "links",
    "former_ids",
)  # fmt: skip
#: Parts of the first series that have one, lifted to where a template finds them easily.
_FROM_SERIES: Final = ("registration_number", "session", "supplement")


def custom(record: Record) -> dict[str, Any]:
    """Return every fact of the record that no CSL variable holds whole, with its level of verification."""
    facts = {name: value for name in _ATTRIBUTES if (value := plain(getattr(record, name)))}
    if record.issuers:
        facts["issuers"] = [_body(which) for which in issuers(record)]
    for name in _FROM_SERIES:
        values = (getattr(entry, name) for entry in record.series)
        if found := next((value for value in values if value), None):
            facts[name] = found
    facts["verification"] = record.verification
    return facts


def _body(which: Body) -> dict[str, Any]:
    facts = {"id": which.id, "names": dict(which.names), "acronyms": dict(which.acronyms)}
    return {name: value for name, value in facts.items() if value}
