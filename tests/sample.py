"""An invented tree of records: small, sound, and independent of the real ones."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from peacekeeping_bib.schema import canonical

URL = "https://documents.example/"
Entity = dict[str, Any]


def source(*fields: str, kind: str = "document", site: str = URL) -> Entity:
    return {"fields": list(fields), "url": site + "source", "kind": kind, "accessed": "2026-01-02"}


ORGANISATION: Entity = {
    "id": "un",
    "names": {"en": "United Nations", "fr": "Nations Unies"},
    "acronyms": {"en": "UN", "fr": "ONU"},
    "kind": "organisation",
    "founded": "1945-10-24",
    "provenance": [source("names", "acronyms", "founded")],
}
COUNCIL: Entity = {
    "id": "unsc",
    "names": {"en": "United Nations Security Council", "fr": "Conseil de sécurité des Nations Unies"},
    "acronyms": {"en": "UNSC"},
    "kind": "organ",
    "parent": "un",
    "provenance": [source("names", "acronyms", "parent")],
}
ALLIANCE: Entity = {
    "id": "nato",
    "names": {"en": "North Atlantic Treaty Organization"},
    "acronyms": {"en": "NATO"},
    "kind": "organisation",
    "founded": "1949-04-04",
    "provenance": [source("names", "acronyms", "founded")],
}
OPERATION: Entity = {
    "id": "unex",
    "acronym": "UNEX",
    "names": {"en": "United Nations Example Mission"},
    "led_by": ["un"],
    "dates": {"mandated": "1999-06-10"},
    "provenance": [source("acronym", "names", "led_by", "dates")],
}
RESOLUTION: Entity = {
    "id": "unsc-res-9244-1999",
    "kind": "resolution",
    "title": {"en": "Resolution 9244 (1999)", "fr": "Résolution 9244 (1999)"},
    "title_kind": "descriptive",
    "aliases": ["Example Resolution"],
    "issuers": ["unsc"],
    "symbols": [{"scheme": "un", "value": "S/RES/9244 (1999)"}],
    "dates": {"adopted": "1999-06-10"},
    "event": {
        "name": {"en": "4011th meeting"}, "place": "New York", "date": "1999-06-10",
        "meeting_record": "S/PV.4011",
    },
    "languages": ["en", "fr"],
    "operations": ["unex"],
    "countries": ["BA"],
    "scope": "core",
    "guide": [{"section": "A.IV.4.2", "phrase": "Resolution 9244"}],
    "relations": [{"type": "establishes", "target": "unex"}],
    "links": [{"url": URL + "9244", "role": "official", "language": "en"}],
    "provenance": [
        source("title", "issuers", "symbols", "dates", "event", "languages", "relations"),
    ],
}  # fmt: skip
REPORT: Entity = {
    "id": "a-55-9305",
    "kind": "report",
    "title": {"en": "Report of the Panel on Éxample Operations", "ru": "Доклад Группы по операциям"},
    "title_kind": "exact",
    "aliases": ["Brahim Report"],
    "issuers": ["un"],
    "contributors": [
        {"name": {"family": "Brahim", "given": "Ana"}, "role": "chair", "office": "Chair of the Panel"}
    ],
    "symbols": [{"scheme": "un", "value": "A/55/9305"}, {"scheme": "un", "value": "S/2000/9809"}],
    "dates": {"issued": "2000-08-21", "published": "2000-08-17"},
    "place": "New York",
    "scope": "core",
    "guide": [{"section": "A.I", "phrase": "Brahim Report"}],
    "former_ids": ["brahim-2000"],
    "provenance": [
        source("title", "issuers", "symbols", "dates", "place", "contributors", kind="secondary"),
        source("title", "dates.issued", "symbols", kind="catalogue", site="https://library.example/"),
    ],
}
SUMMARY: Entity = {
    "id": "a-55-9305-summary",
    "kind": "report",
    "title": {"en": "Executive summary"},
    "title_kind": "exact",
    "issuers": ["un"],
    "symbols": [{"scheme": "un", "value": "A/55/9305"}, {"scheme": "un", "value": "S/2000/9809"}],
    "dates": {"issued": "2000-08-21"},
    "scope": "related",
    "relations": [{"type": "part-of", "target": "a-55-9305"}],
    "provenance": [source("title", "issuers", "symbols", "dates", "relations")],
}
COMMUNIQUE: Entity = {
    "id": "nato-m-nac-1-92-51",
    "kind": "communique",
    "title": {"en": "Final Communiqué"},
    "title_kind": "exact",
    "issuers": ["nato"],
    "symbols": [{"scheme": "nato", "value": "M-NAC-1(92)51"}],
    "dates": {"issued": "1992-06-04"},
    "event": {"name": {"en": "Ministerial Meeting"}, "place": "Oslo", "date": "1992-06-04"},
    "scope": "core",
    "provenance": [source("title", "issuers", "symbols", "dates", "event")],
}
SERIES: Entity = {
    "id": "example-resolutions",
    "title": {"en": "Example resolutions"},
    "coverage": "complete",
    "criteria": "All resolutions of the Council in the sample.",
    "select": {"kind": ["resolution"], "issuer": ["unsc"]},
    "number": "^S/RES/(\\d+)",
    "first": 9244,
    "last": 9244,
}
FOLDERS = {"names": "bodies", "led_by": "operations", "coverage": "series"}
ALL = (ORGANISATION, COUNCIL, ALLIANCE, OPERATION, RESOLUTION, REPORT, SUMMARY, COMMUNIQUE, SERIES)


def kind_of(entity: Entity) -> str:
    if "kind" in entity and "title" in entity:
        return "record"
    return "series" if "coverage" in entity else "operation" if "led_by" in entity else "body"


def path_of(root: Path, entity: Entity) -> Path:
    folder = {"body": "bodies", "operation": "operations", "series": "series"}.get(kind_of(entity), "un")
    return root / folder / f"{entity['id']}.json"


def put(root: Path, entity: Entity) -> Path:
    path = path_of(root, entity)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(canonical(kind_of(entity), entity))
    return path


def changed(entity: Entity, **changes: Any) -> Entity:
    """A deep copy with some properties replaced; None removes one."""
    new = {**copy.deepcopy(entity), **changes}
    return {name: value for name, value in new.items() if value is not None}
