"""Print the citation of records as it stands in a note or in the text.

KEY is an id, a document symbol, a title or a name such as "Brahimi Report".
"""

from __future__ import annotations

import click

from . import common


@click.command("cite", help=__doc__)
@click.argument("keys", nargs=-1, required=True, metavar="KEY...")
@click.option("--style", "-s", default="un", show_default=True, help="Name (pkbib styles) or CSL file.")
@click.option("--locator", "-l", help='Place cited, as "para. 5" or "art. 42".')
@click.option("--locale", default="en-US", show_default=True, help="Locale, as fr-FR.")
@common.catalogue_option
def command(
    keys: tuple[str, ...], style: str, locator: str | None, locale: str, catalogue_path: str | None
) -> None:
    from .. import api
    from ..opening import open_catalogue

    catalogue = open_catalogue(catalogue_path)
    for record in [catalogue.get(key) for key in keys]:
        click.echo(api.cite(record, style, locator, locale))
