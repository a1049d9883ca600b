"""Check record files against the schema and the rules.

Prints one line for each thing that is wrong, as "file: /pointer: message". PATH is a folder of records,
or files and folders of the package's own records in a checkout.
"""

from __future__ import annotations

import os

import click


@click.command("validate", help=__doc__)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--fix", is_flag=True, help="First write every readable file in canonical form.")
@click.option("--root", metavar="DIR", help="Folder of all records that references may lead to.")
def command(paths: tuple[str, ...], fix: bool, root: str | None) -> int:
    from ..validating import rewrite_canonical, validate

    top, only = _scope(paths, root)
    if fix:
        for path in rewrite_canonical(top, only):
            click.echo(f"{path}: written in canonical form", err=True)
    count = 0
    for count, problem in enumerate(validate(top, only), start=1):  # noqa: B007
        click.echo(str(problem))
    click.echo(f"pkbib: {count or 'no'} problem{'' if count == 1 else 's'}", err=True)
    return 1 if count else 0


def _scope(paths: tuple[str, ...], root: str | None) -> tuple[str, tuple[str, ...]]:
    """The folder of all records, and the files and folders to report on."""
    from ..paths import data_folder

    if root is not None:
        return root, paths
    if len(paths) == 1 and os.path.isdir(paths[0]) and not _is_inside_own(paths[0]):
        return paths[0], ()
    if not paths or all(_is_inside_own(path) for path in paths):
        return data_folder("records"), paths
    return os.path.dirname(os.path.abspath(paths[0])), paths


def _is_inside_own(path: str) -> bool:
    from ..errors import CatalogueError
    from ..paths import data_folder

    try:
        own = data_folder("records")
    except CatalogueError:
        return False
    return os.path.abspath(path).startswith(own + os.sep)
