"""Run the command line: ``python -m peacekeeping_bib``."""

from .cli import main

main()
