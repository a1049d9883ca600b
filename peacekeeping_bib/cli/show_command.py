"""Show all that is known of a record, body, operation or series, with its sources.

KEY is an id, a document symbol, a title or a name such as "Brahimi Report".
"""

from __future__ import annotations

import click

from . import common


@click.command("show", help=__doc__)
@click.argument("keys", nargs=-1, required=True, metavar="KEY...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@common.catalogue_option
def command(keys: tuple[str, ...], as_json: bool, catalogue_path: str | None) -> None:
    from ..describing import describe
    from ..opening import open_catalogue

    catalogue = open_catalogue(catalogue_path)
    for entity in [catalogue.find(key).entity for key in keys]:
        click.echo(common.as_json(entity) if as_json else "\n".join(describe(entity, catalogue)))
