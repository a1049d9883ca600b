"""Make or complete records from the rows of a table, by a map.

The map says which column becomes which property; see CONTRIBUTING. A row that makes no sound record, or
differs from an existing one, is refused with its line and reason; the other rows go on.
"""

from __future__ import annotations

from collections import Counter

import click


@click.command("import", help=__doc__)
@click.argument("table", metavar="TABLE.csv")
@click.option("--map", "map_path", required=True, metavar="MAP.json", help="How columns become properties.")
@click.option("--root", metavar="DIR", help="Folder of the records; the checkout's own without it.")
@click.option("--dry-run", is_flag=True, help="Only tell what would be done.")
def command(table: str, map_path: str, root: str | None, dry_run: bool) -> int:
    from ..importing import import_table
    from ..paths import data_folder

    count: Counter[str] = Counter()
    for outcome in import_table(table, map_path, root or data_folder("records"), write=not dry_run):
        count[outcome.done] += 1
        for reason in outcome.reasons:
            click.echo(f"{table}:{outcome.line}: {outcome.id or 'row'}: {reason}")
    done = ", ".join(f"{count[word]} {word}" for word in ("added", "changed", "same", "refused"))
    click.echo(f"pkbib: {done}{' (dry run)' if dry_run else ''}", err=True)
    return 1 if count["refused"] else 0
