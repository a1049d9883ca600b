"""Print the citation of records as it stands in a note or in the text.

KEY is an id, a document symbol, a title or a name such as "Brahimi Report"; KEY@LOCATOR cites a place in the
record, as "S/RES/1244@para. 5". Each record gets a citation of its own on a line of its own, as the first
reference to it; with --cluster all stand in one citation.
"""

from __future__ import annotations

import click

from . import common


@click.command("cite", help=__doc__)
@click.argument("keys", nargs=-1, required=True, metavar="KEY[@LOCATOR]...")
@click.option("--style", "-s", default="un", show_default=True, help="Name (pkbib styles) or CSL file.")
@click.option("--locator", "-l", help='Place cited in a KEY without one, as "para. 5" or "art. 42".')
@click.option("--cluster", is_flag=True, help="Put all records into one citation.")
@click.option("--prefix", default="", metavar="TEXT", help='What stands before, as "see also".')
@click.option("--suffix", default="", metavar="TEXT", help='What stands after, as ", emphasis added".')
@click.option("--suppress-author", is_flag=True, help="Leave the author out, as after a name in the text.")
@click.option("--locale", default="en-US", show_default=True, help="Locale, as fr-FR.")
@common.catalogue_option
def command(
    keys: tuple[str, ...],
    style: str,
    locator: str | None,
    cluster: bool,
    prefix: str,
    suffix: str,
    suppress_author: bool,
    locale: str,
    catalogue_path: str | None,
) -> None:
    from .. import api
    from ..formatting import Cite
    from ..opening import open_catalogue

    catalogue = open_catalogue(catalogue_path)
    parts = [key.rpartition("@") if "@" in key else (key, "", "") for key in keys]
    cites = [
        Cite(catalogue.get(key), place.strip() or locator or "", suppress_author=suppress_author)
        for key, _, place in parts
    ]
    for citation in [cites] if cluster else [[cite] for cite in cites]:
        citation[0] = citation[0]._replace(prefix=prefix)
        citation[-1] = citation[-1]._replace(suffix=suffix)
        click.echo(api.cite(citation, style, locale=locale))
