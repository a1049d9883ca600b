"""Start-up: wall-clock of whole processes over a bare interpreter, medians of interleaved runs."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 25
CASES = {
    "bare interpreter": ["-c", "pass"],
    "import peacekeeping_bib": ["-c", "import peacekeeping_bib"],
    "get one record": ["-c", "import peacekeeping_bib as p; p.get('S/RES/1244')"],
    "pkbib --help": ["-m", "peacekeeping_bib", "--help"],
    "pkbib cite (apa)": ["-m", "peacekeeping_bib", "cite", "S/RES/1244", "--style", "apa"],
    "import pycountry": ["-c", "import pycountry"],
    "pycountry: get one": ["-c", "import pycountry; pycountry.countries.get(alpha_2='FR')"],
    "import bibtexparser": ["-c", "import bibtexparser"],
}


def once(arguments: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - begin) * 1000


def main() -> None:
    for arguments in CASES.values():
        once(arguments)  # byte code and, in a checkout, the compiled catalogue
    times: dict[str, list[float]] = {name: [] for name in CASES}
    for _ in range(RUNS):
        for name, arguments in CASES.items():
            times[name].append(once(arguments))
    bare = statistics.median(times["bare interpreter"])
    peer = statistics.median(times["import pycountry"]) - bare
    print(f"{'case':<26}{'median ms':>10}{'over bare':>11}{'of import pycountry':>21}")
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:<26}{median:>10.1f}{median - bare:>11.1f}{(median - bare) / peer:>20.2f}x")


if __name__ == "__main__":
    main()
