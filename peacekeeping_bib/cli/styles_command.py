"""List the citation styles: those of this package, with --all those of the CSL repository too.

The styles of the repository come with the optional part "styles" of this package.
"""

from __future__ import annotations

import click


@click.command("styles", help=__doc__)
@click.option("--all", "everything", is_flag=True, help="List the styles of the CSL repository too.")
def command(everything: bool) -> None:
    from ..formatting import repository, styles

    if everything and repository.folder() is None:
        raise click.ClickException(f"the styles of the CSL repository are not installed: {repository.REMEDY}")
    own = styles.names()
    for name in [*own, *sorted(set(repository.names()) - set(own))] if everything else own:
        click.echo(name)
