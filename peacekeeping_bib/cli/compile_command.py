"""Compile a folder of record files into one catalogue file, for --catalogue and open_catalogue."""

from __future__ import annotations

import click


@click.command("compile", help=__doc__)
@click.argument("folder", metavar="DIR")
@click.option("-o", "--output", "path", required=True, metavar="FILE", help="The catalogue file.")
def command(folder: str, path: str) -> None:
    from .. import __version__
    from ..compiling import compile_tree

    count = compile_tree(folder, path, __version__)
    click.echo(f"pkbib: {count} records in {path}", err=True)
