"""CSL-JSON 1.0.2: the lossless format, read by Zotero, pandoc, citeproc and citation-js.

The dialect ``zotero`` adds ``note`` lines with the variables that Zotero's item types have no field for.
JSON has no comments: version and query are not written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from .. import csl
from ..record import Record
from . import Exporter, Options


def dump(records: Iterable[Record], stream: TextIO, options: Options) -> None:
    """Write a JSON array with one item a line."""
    zotero = options.dialect == "zotero"
    before = "[\n"
    for record in records:
        item = csl.item(record, options.language, zotero=zotero)
        stream.write(before + json.dumps(item, ensure_ascii=False))
        before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")


_MEDIA_TYPE = "application/vnd.citationstyles.csl+json"
EXPORTER = Exporter("csl-json", _MEDIA_TYPE, ".json", dump, ("standard", "zotero"))
