"""Print a formatted bibliography, of all records when neither keys nor filters are given."""

from __future__ import annotations

from typing import Any

import click

from . import common


@click.command("bibliography", help=__doc__)
@click.option("--style", "-s", default="un", show_default=True, help="Name (pkbib styles) or CSL file.")
@click.option("--output", "output_name", default="text", show_default=True, metavar="KIND", help="text or html.")
@click.option("--locale", default="en-US", show_default=True, help="Locale, as fr-FR.")
@click.option("-o", "path", metavar="FILE", help="Write to FILE, whole or not at all.")
@common.selection
def command(style: str, output_name: str, locale: str, path: str | None, **chosen_by: Any) -> None:
    from .. import api

    chosen = common.choose(**chosen_by)
    text = api.bibliography(chosen.records, style, output_name, locale)
    with common.output(path) as stream:
        stream.write(text if text.endswith("\n") else text + "\n")
