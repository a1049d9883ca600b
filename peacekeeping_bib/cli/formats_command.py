"""List the export formats: name, suffix and media type, separated by tabs."""

from __future__ import annotations

import click


@click.command("formats", help=__doc__)
def command() -> None:
    from .. import exporters

    for name in exporters.names():
        exporter = exporters.get(name)
        click.echo(f"{name}\t{exporter.suffix}\t{exporter.media_type}")
