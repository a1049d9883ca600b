"""The command line ``pkbib``: one module per command, imported only when it is called."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from typing import Final, NoReturn

import click

from .. import __version__
from ..errors import CatalogueError, InvalidRecord, PeacekeepingBibError

#: Every command with its line in ``pkbib --help``. A new command is a module here and a line there.
COMMANDS: Final = {
    "export": "Write records in a bibliographic format.",
    "bibliography": "Print a formatted bibliography.",
    "cite": "Print the citation of a record.",
    "list": "List records.",
    "show": "Show all that is known of a record, body or operation.",
    "search": "Find records by words.",
    "validate": "Check record files.",
    "import": "Make records from a table.",
    "compile": "Compile record files into a catalogue file.",
    "coverage": "Tell how far each series reaches.",
    "styles": "List the citation styles.",
    "formats": "List the export formats.",
    "completion": "Print the shell code for completion.",
}


class _Commands(click.Group):
    """A group that imports the module of a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f".{cmd_name}_command", __name__)
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            import difflib

            near = difflib.get_close_matches(name, COMMANDS, n=1)
            hint = f"; did you mean {near[0]}?" if near else "; there are: " + ", ".join(COMMANDS)
            raise click.UsageError(f"no such command {name!r}{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pkbib", message="%(prog)s %(version)s")
def cli() -> None:
    """Verified bibliographic records on UN and NATO peacekeeping.

    Records go to standard output, messages to standard error. Exit status: 0 done, 1 the data are
    at fault, 2 the command was used wrongly.
    """


def main() -> NoReturn:
    """Run the command line and exit; every error is one line on standard error."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    sys.exit(_run())


def _run() -> int:
    try:
        status = cli.main(prog_name="pkbib", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        return _complain(error.format_message(), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _complain("interrupted; nothing was left half-written", 130)
    except (BrokenPipeError, SystemExit):
        # Whoever read the output has gone (click ends so, and only so, by SystemExit): nothing is wrong.
        # Keep the interpreter from complaining when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (InvalidRecord, CatalogueError) as error:
        return _complain(str(error), 1)
    except PeacekeepingBibError as error:
        return _complain(str(error), 2)
    except OSError as error:
        return _complain(f"{error.filename or 'output'}: {error.strerror}", 2)


def _complain(message: str, status: int) -> int:
    with contextlib.suppress(OSError):
        print(f"pkbib: {message}", file=sys.stderr)
    return status
