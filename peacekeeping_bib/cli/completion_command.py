"""Print the shell code that completes commands and options.

For bash, add to ~/.bashrc: eval "$(pkbib completion bash)"
"""

from __future__ import annotations

import click


@click.command("completion", help=__doc__)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"there is no completion for {shell}")
    click.echo(kind(ctx.find_root().command, {}, "pkbib", "_PKBIB_COMPLETE").source())
