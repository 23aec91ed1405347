"""Tags on documents: tag."""

from typing import Annotated

import typer

from app.cli.output import print_json, print_table, say
from app.cli.state import State
from app.domain.errors import EXIT_DONE
from app.services import tagging

tag = typer.Typer(help="Words of your own on documents.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.add_typer(tag, name="tag")


@tag.command("add")
def add(context: typer.Context, word: Annotated[str, typer.Argument(metavar="TAG")], documents: list[int]) -> int:
    """Put a tag on documents."""
    state: State = context.obj
    with state.opened() as case:
        change = tagging.add(case, documents, word)
    say(f"{change.words}: {len(change.rows)}.")
    return EXIT_DONE


@tag.command("remove")
def remove(context: typer.Context, word: Annotated[str, typer.Argument(metavar="TAG")], documents: list[int]) -> int:
    """Take a tag off documents."""
    state: State = context.obj
    with state.opened() as case:
        change = tagging.remove(case, documents, word)
    say(f"{change.words}: {len(change.rows)}.")
    return EXIT_DONE


@tag.command("list")
def listed(context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> int:
    """List the tags with the number of their documents."""
    state: State = context.obj
    with state.opened() as case:
        found = tagging.tags(case)
    if as_json:
        print_json([{"tag": word, "documents": count} for word, count in found])
    else:
        print_table(("tag", "documents"), found)
    return EXIT_DONE
