"""Find records by words of title, names, symbols, people and bodies, the best first.

Case and accents do not matter.
"""

from __future__ import annotations

import click

from . import common


@click.command("search", help=__doc__)
@click.argument("words", nargs=-1, required=True, metavar="TEXT")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1), help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@common.catalogue_option
def command(words: tuple[str, ...], limit: int, as_json: bool, catalogue_path: str | None) -> None:
    from ..opening import open_catalogue

    text = " ".join(words)
    found = open_catalogue(catalogue_path).search(text, limit)
    if not found:
        raise common.nothing(f"no record holds the words {text!r}")
    for record in found:
        click.echo(common.as_json(record) if as_json else common.line(record))
