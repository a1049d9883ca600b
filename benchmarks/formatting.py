"""Time and peak memory of whole bibliographies against citeproc-js under node and citeproc-py as shipped.

Every engine formats the same invented items in the same style, in a process of its own, start included:

    npm install --prefix /tmp/oracle citeproc
    python benchmarks/formatting.py --node-modules /tmp/oracle/node_modules

Without ``--node-modules`` citeproc-js is left out. citeproc-py takes minutes for 10,000 items and is measured
at the smallest size only, unless ``--slow`` is given. ``exponent`` is that of the growth in time between the
two sizes: 1 is linear.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
OURS = """
import json, sys, warnings
warnings.simplefilter("ignore")
from peacekeeping_bib.formatting import format_bibliography
entries = format_bibliography(json.load(open(sys.argv[1], encoding="utf-8")), sys.argv[2])
print(len(entries))
"""
SHIPPED = """
import json, sys, warnings
warnings.simplefilter("ignore")
import citeproc
from citeproc.source.json import CiteProcJSON
items = json.load(open(sys.argv[1], encoding="utf-8"))
style = citeproc.CitationStylesStyle(sys.argv[2], validate=False)
bibliography = citeproc.CitationStylesBibliography(style, CiteProcJSON(items), citeproc.formatter.html)
for item in items:
    bibliography.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
bibliography.sort()
print(len([str(entry) for entry in bibliography.bibliography()]))
"""
JAVASCRIPT = """
const [items, style, modules, locales] = process.argv.slice(2);
const fs = require("fs");
const CSL = require(modules + "/citeproc");
const known = new Map(JSON.parse(fs.readFileSync(items, "utf8")).map((item) => [item.id, item]));
const system = {
  retrieveLocale: (tag) => fs.readFileSync(`${locales}/locales-en-US.xml`, "utf8"),
  retrieveItem: (id) => known.get(id),
};
const engine = new CSL.Engine(system, fs.readFileSync(style, "utf8"), "en-US", true);
engine.updateItems([...known.keys()]);
console.log(engine.makeBibliography()[1].length);
"""
FAMILIES = ["Aalto", "Brandt", "Costa", "Dubois", "Eriksen", "Fischer", "Garcia", "Haddad", "Ito", "Jansen"]
WORDS = ["lakes", "bridges", "observers", "mandates", "harbours", "convoys", "elections", "borders", "radios"]


class Measure(NamedTuple):
    """Seconds of a whole process and its peak memory in MB."""

    seconds: float
    memory: float


def invented(count: int) -> list[dict[str, Any]]:
    """Return items like those of a catalogue: two thirds documents with a symbol, the rest literature."""
    return [_item(number) for number in range(count)]


def _item(number: int) -> dict[str, Any]:
    year = 1946 + number * 7 % 80
    title = f"{WORDS[number % 9].capitalize()} and {WORDS[number // 9 % 9]}: a study of case {number}"
    item: dict[str, Any] = {
        "id": f"item-{number}",
        "title": title,
        "language": "en",
        "issued": {"date-parts": [[year, 1 + number % 12, 1 + number % 28]]},
        "URL": f"https://documents.example/{number}",
    }
    if number % 3:
        body = {"literal": f"Council of {WORDS[number % 9].capitalize()} {number // 40}"}
        symbol = {"genre": "UN Doc.", "number": f"L/RES/{number} ({year})"}
        return {**item, "type": "report", "author": [body], **symbol}
    people = [
        {"family": FAMILIES[(number + place) % 10] + str(number // 30), "given": f"{WORDS[place].title()} A."}
        for place in range(1 + number % 4)
    ]
    article = {"type": "article-journal", "container-title": "Lake Review", "volume": str(number % 40)}
    return {**item, **article, "author": people, "page": f"{number}-{number + 9}"}


def run(command: list[str], count: int) -> Measure:
    """Run a process that prints the number of entries and measure it.

    Raises:
        SystemExit: It failed, or printed another number.
    """
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(command, stdout=output, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        output.seek(0)
        printed = output.read().decode().split()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or printed != [str(count)]:
        raise SystemExit(f"{command[:2]} failed: printed {printed}, expected {count}")
    return Measure(time.perf_counter() - begin, usage.ru_maxrss / 1024)


def commands(style: Path, modules: Path | None, folder: Path) -> dict[str, list[str]]:
    """Return the beginning and end of the command of each engine; the items file comes in between."""
    import citeproc

    script = folder / "bench.cjs"
    script.write_text(JAVASCRIPT, encoding="utf-8")
    engines = {"peacekeeping_bib": [sys.executable, "-c", OURS, "", str(style)]}
    if modules is not None:
        where = [str(modules.resolve()), citeproc.LOCALES_PATH]
        engines["citeproc-js"] = ["node", str(script), "", str(style), *where]
    engines["citeproc-py"] = [sys.executable, "-c", SHIPPED, "", str(style)]
    return engines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--node-modules", type=Path, help="folder that holds the npm package citeproc")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--styles", nargs="+", default=["apa", "chicago-author-date"])
    parser.add_argument("--slow", action="store_true", help="citeproc-py at every size")
    options = parser.parse_args()
    print(f"{'style':<22}{'engine':<18}{'items':>7}{'s':>9}{'items/s':>9}{'MB':>7}{'exponent':>10}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for style in options.styles:
            engines = commands(ROOT / "styles" / f"{style}.csl", options.node_modules, folder)
            for engine, command in engines.items():
                sizes = options.sizes[:1] if engine == "citeproc-py" and not options.slow else options.sizes
                before: tuple[int, Measure] | None = None
                for count in sizes:
                    items = folder / f"items-{count}.json"
                    items.write_text(json.dumps(invented(count)), encoding="utf-8")
                    result = run([part or str(items) for part in command], count)
                    growth = ""
                    if before:
                        ratio = result.seconds / before[1].seconds
                        growth = f"{math.log(ratio) / math.log(count / before[0]):.2f}"
                    print(
                        f"{style:<22}{engine:<18}{count:>7}{result.seconds:>9.2f}"
                        f"{count / result.seconds:>9.0f}{result.memory:>7.0f}{growth:>10}",
                        flush=True,
                    )
                    before = (count, result)


if __name__ == "__main__":
    main()
