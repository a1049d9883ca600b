"""Print a formatted bibliography, of all records when neither keys nor filters are given.

For instance:

    pkbib bibliography --style apa --issuer nato --since 1999
    pkbib bibliography --output html --group-by section --annotated -o guide.html
    pkbib bibliography --output docx --sort date --keys-from paper.md -o sources.docx
"""

from __future__ import annotations

import sys
from typing import Any

import click

from . import common

_OUTPUTS = "text, html, markdown, latex, rtf, docx or rst (reStructuredText)."
_GROUPS = "Headings by section (of the guide), kind, year or body; a record of two stands below both."
_ENGINE = "pandoc, where installed: for comparison and for outputs that only it writes, in the style's order."
_SORT = "style (its own rule), date or body."


@click.command("bibliography", help=__doc__.replace("\n    pkbib", "\n\n    pkbib"))
@click.option("--style", "-s", default="un", show_default=True, help="Name (pkbib styles) or CSL file.")
@click.option("--output", "output_name", default="text", show_default=True, metavar="FORM", help=_OUTPUTS)
@click.option("--locale", default="en-US", show_default=True, help="Locale, as fr-FR.")
@click.option("--group-by", default="", metavar="WHAT", help=_GROUPS)
@click.option("--sort", default="style", show_default=True, metavar="BY", help=_SORT)
@click.option("--annotated", is_flag=True, help="Print the note of a record below its entry.")
@click.option("--title", default="", help='Title of the document instead of "Bibliography".')
@click.option("--fragment", is_flag=True, help="Only the entries, to put into a document of your own.")
@click.option("--engine", default="citeproc", type=click.Choice(["citeproc", "pandoc"]), help=_ENGINE)
@click.option("-o", "path", metavar="FILE", help="Write to FILE, whole or not at all.")
@common.selection
def command(
    style: str,
    output_name: str,
    locale: str,
    group_by: str,
    sort: str,
    annotated: bool,
    title: str,
    fragment: bool,
    engine: str,
    path: str | None,
    **chosen_by: Any,
) -> None:
    from .. import api
    from ..formatting import outputs

    if engine == "pandoc":
        if group_by or annotated or title or fragment or sort != "style":
            raise click.UsageError("--engine pandoc takes only --style, --output and --locale")
        common.write(_by_pandoc(style, output_name, locale, chosen_by), path)
        return
    if output_name in outputs.BINARY and path is None and sys.stdout.isatty():
        raise click.UsageError(f"{output_name} is no text for a terminal: name a file with -o FILE")
    chosen = common.choose(**chosen_by)
    content = api.bibliography_bytes(
        chosen.records,
        style,
        output_name,
        locale,
        group_by=group_by,
        sort=sort,
        annotated=annotated,
        title=title,
        fragment=fragment,
    )
    common.write(content, path)


def _by_pandoc(style: str, output_name: str, locale: str, chosen_by: dict[str, Any]) -> bytes:
    from .. import csl
    from ..formatting.pandoc import render_with_pandoc

    records = common.choose(**chosen_by).records
    items = [csl.item(record, locale, style=style) for record in records]
    return render_with_pandoc(items, style, output_name, locale)
