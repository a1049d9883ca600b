"""List the citation styles."""

from __future__ import annotations

import click


@click.command("styles", help=__doc__)
def command() -> None:
    from ..formatting import styles

    for name in styles.names():
        click.echo(name)
