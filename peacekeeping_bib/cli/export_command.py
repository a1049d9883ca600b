"""Write records in a bibliographic format, all of them when neither keys nor filters are given.

For instance:

    pkbib export --format bibtex > pk.bib
    pkbib export --format csl-json "S/RES/1244" "Brahimi Report"
    pkbib export --format ris --issuer nato --since 1994 -o nato.ris
    pkbib export --format biblatex --keys-from paper.bcf -o paper.bib
"""

from __future__ import annotations

from typing import Any

import click

from . import common


@click.command("export", help=__doc__.replace("\n    pkbib", "\n\n    pkbib"))
@click.option("--format", "-f", "format_name", required=True, metavar="FORMAT", help="See: pkbib formats.")
@click.option("-o", "--output", "path", metavar="FILE", help="Write to FILE, whole or not at all.")
@click.option("--locale", default="en", show_default=True, help="Language of titles and names.")
@click.option("--dialect", default="standard", show_default=True, help="Dialect of the format.")
@common.selection
def command(format_name: str, path: str | None, locale: str, dialect: str, **chosen_by: Any) -> None:
    from .. import __version__, exporters

    exporter = exporters.get(format_name)
    chosen = common.choose(**chosen_by)
    options = exporters.Options(
        language=locale,
        dialect=dialect,
        version=__version__,
        data_date=chosen.catalogue.meta["data_date"],
        query=chosen.query,
    )
    with common.output(path) as stream:
        exporter.dump(chosen.records, stream, options)
