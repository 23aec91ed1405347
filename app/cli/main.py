"""The command line contract: options before the command, exit codes, one plain sentence for trouble."""

import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer
from typer._click.exceptions import ClickException  # typer names no public base of its usage errors

from app import __version__
from app.cli.output import warn
from app.domain.errors import EXIT_DONE, EXIT_INTERRUPTED, EXIT_USAGE, AppError
from app.services.context import open_context

app = typer.Typer(
    name="fairfile", help="Read your child's files, and put the record straight.", no_args_is_help=True,
    add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip
_MODULES = {
    "case": ("new", "verify", "backup", "restore", "passphrase", "demo"),
    "files": ("import", "documents", "text", "original", "copy", "report"),
    "scans": ("ocr", "correct", "corrections"),
    "mail": ("threads",),
    "people": ("people",),
    "tags": ("tag",),
    "times": ("timeline", "search", "event"),
    "marks": ("mark", "marks", "issues"),
    "points": ("issue", "schedule"),
    "findings": ("findings", "understand"),
    "requests": ("request", "next", "deadlines", "deadline"),
    "organisations": ("organisation",),
    "split": ("split",),
    "letter": ("letter",),
    "outputs": ("bundle", "export"),
}
_INTERRUPTED = 130  # what typer makes of Ctrl+C
_WITH_VALUE = ("--case", "--passphrase-file")


@app.callback()
def options(
    context: typer.Context,
    case_path: Annotated[Path | None, typer.Option("--case", help="The case folder (NAME.fairfile).")] = None,
    passphrase_file: Annotated[Path | None, typer.Option(help="A file whose first line is the passphrase.")] = None,
) -> None:
    """Every command below works without a display. Fairfile never goes online."""
    from app.cli.state import State

    context.obj = State(case_path, passphrase_file, context.obj)


def _add_commands(arguments: Sequence[str]) -> None:
    """Load the one module that holds the command: a script should not wait for the others. All of them for help."""
    command = _command_of(arguments)
    wanted = [name for name, commands in _MODULES.items() if command in commands] or list(_MODULES)
    for name in wanted:
        import_module(f"app.cli.commands.{name}").add_to(app)


def _command_of(arguments: Sequence[str]) -> str:
    skip = False
    for argument in arguments:
        if skip or argument.startswith("-"):
            skip = not skip and argument in _WITH_VALUE
        else:
            return argument
    return ""


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit status: 0 done, 1 done with problems, 2 usage, 3 case, 4 interrupted."""
    signal.signal(signal.SIGTERM, _interrupted)
    if list(arguments) == ["--version"]:
        sys.stdout.write(f"Fairfile {__version__}\n")
        return EXIT_DONE
    services = open_context()
    if _command_of(arguments) == "import":
        services.warm_up()
    try:
        _add_commands(arguments)
        command = typer.main.get_command(app)
        status = command.main(list(arguments), prog_name="fairfile", standalone_mode=False, obj=services)
    except AppError as problem:
        warn(problem.sentence)
        return problem.exit_status
    except ClickException as problem:
        warn(problem.format_message())
        return EXIT_USAGE
    except (typer.Abort, KeyboardInterrupt):
        status = _INTERRUPTED
    finally:
        services.close()
    if status == _INTERRUPTED:
        warn("Stopped. Everything that was finished is kept. Run the same command to go on.")
        return EXIT_INTERRUPTED
    return status if isinstance(status, int) else EXIT_DONE


def _interrupted(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
