"""List records by date: id, date and title, separated by tabs."""

from __future__ import annotations

from typing import Any

import click

from . import common


@click.command("list", help=__doc__)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@common.selection
def command(as_json: bool, **chosen_by: Any) -> None:
    form = common.as_json if as_json else common.line
    for record in common.choose(**chosen_by).records:
        click.echo(form(record))
