"""The invented records of `fixtures/records_sample`, one or more of every kind, and what is made of them."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path

from peacekeeping_bib import exporters
from peacekeeping_bib.record import Body, Record, build

FOLDER = Path(__file__).parent / "fixtures" / "records_sample"
#: Formats with the dialects that have golden files.
FORMATS = (
    ("bibtex", "standard"), ("biblatex", "standard"), ("csl-json", "standard"), ("csl-json", "zotero"),
    ("ris", "standard"),
)  # fmt: skip


@cache
def records() -> tuple[Record, ...]:
    """All sample records, by file name."""
    bodies = {path.stem: build(Body, _json(path), path.name) for path in FOLDER.glob("bodies/*.json")}
    return tuple(Record.from_json(_json(path), path.name, bodies) for path in sorted(FOLDER.glob("*.json")))


def record(identifier: str) -> Record:
    return next(record for record in records() if record.id == identifier)


def dump(format_name: str, *chosen: Record, **options: str) -> str:
    """What an exporter writes for the records, by default for all."""
    stream = io.StringIO(newline="")
    exporters.get(format_name).dump(chosen or records(), stream, exporters.Options(**options))
    return stream.getvalue()


def _json(path: Path) -> dict[str, object]:
    content: dict[str, object] = json.loads(path.read_text("utf-8"))
    return content
