"""Time to validate and to compile the whole tree of records, and how far it is from its limits."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from peacekeeping_bib.compiling import compile_tree
from peacekeeping_bib.validating import validate

RECORDS = str(Path(__file__).resolve().parent.parent / "records")


def main() -> None:
    begin = time.perf_counter()
    found = list(validate(RECORDS))
    print(f"validate, {len(found)} problems: {time.perf_counter() - begin:.1f} s (wanted: at most 15 s)")
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        count = compile_tree(RECORDS, os.path.join(folder, "catalogue.sqlite"))
        print(f"compile {count} records: {time.perf_counter() - begin:.1f} s (wanted: at most 10 s)")


if __name__ == "__main__":
    main()
