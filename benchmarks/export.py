"""Throughput at size: compile, open, get, search and export of synthetic records, against bibtexparser."""

from __future__ import annotations

import argparse
import io
import itertools
import os
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

from peacekeeping_bib import export, open_catalogue, write
from peacekeeping_bib.compiling import fill
from peacekeeping_bib.reading import RecordFile

FORMATS = ("bibtex", "biblatex", "csl-json", "ris")


def synthetic(count: int) -> Iterator[RecordFile]:
    """Invented resolutions, as large as real ones, under one invented body."""
    url = "https://documents.example/"
    source = {"url": url, "kind": "document", "accessed": "2026-01-02"}
    council = {
        "id": "unsc", "names": {"en": "Security Council"}, "kind": "organ",
        "provenance": [{**source, "fields": ["names"]}],
    }  # fmt: skip
    yield RecordFile("unsc.json", "body", council, b"")
    for number in range(1, count + 1):
        year = 1946 + number * 80 // count
        data = {
            "id": f"unsc-res-{number}-{year}",
            "kind": "resolution",
            "title": {"en": f"Resolution {number} ({year})", "fr": f"Résolution {number} ({year})"},
            "title_kind": "descriptive",
            "aliases": [f"on extension of the mandate of mission {number % 71}"],
            "issuers": ["unsc"],
            "symbols": [{"scheme": "un", "value": f"S/RES/{number} ({year})"}],
            "dates": {"adopted": f"{year}-06-10"},
            "place": "New York",
            "event": {"name": {"en": "Meeting"}, "date": f"{year}-06-10", "meeting_record": f"S/PV.{number}"},
            "scope": "core",
            "links": [{"url": f"{url}{number}", "role": "official"}],
            "provenance": [{**source, "fields": ["title", "issuers", "symbols", "dates", "place", "event"]}],
        }
        yield RecordFile(f"{number}.json", "record", data, b"")


def timed(label: str, work: Callable[[], Any], count: int) -> Any:
    begin = time.perf_counter()
    result = work()
    spent = time.perf_counter() - begin
    print(f"{label:<44}{spent * 1000:>11.1f} ms{count / spent:>13,.0f} /s")
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    count = parser.parse_args().records
    files = list(synthetic(count))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "synthetic.sqlite")
        connection = sqlite3.connect(path)
        timed(f"compile {count} records", lambda: fill(connection, files), count)
        connection.close()
        catalogue = open_catalogue(path)
        middle = f"S/RES/{count // 2}"
        timed("get by symbol, 100 times", lambda: [catalogue.get(middle) for _ in range(100)], 100)
        for words in ("extension mandate mission 17", "mission", f"resolution {count // 2}"):
            timed(
                f"search {words!r}, 100 times",
                lambda words=words: [catalogue.search(words) for _ in range(100)],
                100,
            )
        records = timed("read all", lambda: list(catalogue.records()), count)
        with open(os.devnull, "w", encoding="utf-8") as sink:
            for name in FORMATS:  # what is loaded once, startup.py measures
                write(itertools.islice(catalogue.records(), 1), name, sink)
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            for name in FORMATS:
                timed(f"export {name}", lambda name=name: write(catalogue.records(), name, sink), count)
            after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"peak memory grew by {(after - before) / 1024:.1f} MB over the four exports")
        peer(export(records, "bibtex"), count)


def peer(text: str, count: int) -> None:
    import bibtexparser

    library = timed("bibtexparser reads the same", lambda: bibtexparser.parse_string(text), count)
    sink = io.StringIO()
    timed("bibtexparser writes the same", lambda: sink.write(bibtexparser.write_string(library)), count)


if __name__ == "__main__":
    main()
