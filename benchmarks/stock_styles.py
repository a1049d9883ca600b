"""Share of entries and citations equal to citeproc-js in widely used styles of the CSL repository.

    python benchmarks/stock_styles.py NODE_MODULES STYLE.csl ...

NODE_MODULES is a folder with the npm package ``citeproc``; the styles come from the CSL repository. The
items, the documents and the comparison are those of ``tests/test_bibliography_oracle.py``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import citeproc

TESTS = Path(__file__).resolve().parent.parent / "tests"
LOCALES = "en-US,fr-FR,de-DE,es-ES,ru-RU"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("node_modules")
    parser.add_argument("styles", nargs="+", type=Path)
    chosen = parser.parse_args()
    sys.path.insert(0, str(TESTS))
    from test_bibliography_oracle import compare

    fixtures = TESTS / "fixtures" / "citeproc_js"
    items = json.loads((fixtures / "items.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "expected.json"
        command = ["node", fixtures / "make.mjs", chosen.node_modules, citeproc.LOCALES_PATH]
        command += [fixtures / "items.json", out, LOCALES, *chosen.styles]
        subprocess.run([str(part) for part in command], check=True)
        oracle = json.loads(out.read_text("utf-8"))
    paths = {path.stem: str(path) for path in chosen.styles}
    sums = [0, 0]
    for name, locales in oracle["results"].items():
        count = failed = 0
        for locale, expected in locales.items():
            compared, failures = compare(paths[name], locale, items, expected, oracle["documents"])
            count, failed = count + compared, failed + len(failures)
        sums = [sums[0] + count, sums[1] + failed]
        print(f"{name:<45}{count - failed:>7} of {count:>6}{1 - failed / count:>8.1%}")
    print(f"{'all':<45}{sums[0] - sums[1]:>7} of {sums[0]:>6}{1 - sums[1] / sums[0]:>8.1%}")


if __name__ == "__main__":
    main()
