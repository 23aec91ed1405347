"""Who is named in the files: people, and names joined or taken apart by hand."""

from typing import Annotated

import typer

from app.cli.output import print_json, print_table, say
from app.cli.state import State
from app.domain.errors import EXIT_DONE
from app.services import people as service

people = typer.Typer(help="Everybody named in the files.", invoke_without_command=True)


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.add_typer(people, name="people")


@people.callback()
def listed(context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> int:
    """List everybody, with role, organisation and the other ways the name is written."""
    if context.invoked_subcommand:
        return EXIT_DONE
    state: State = context.obj
    with state.opened() as case:
        found = service.people(case)
    if as_json:
        print_json(
            [{"id": p.id, "name": p.name, "aliases": list(p.aliases), "role": p.role, "organisation": p.organisation, "kind": p.kind,
              "emails": list(p.emails), "documents": p.documents, "forms": list(p.forms)} for p in found]
        )  # fmt: skip
    else:
        print_table(
            ("id", "name", "role", "organisation", "also written", "documents"),
            ((p.id, p.name, p.role, p.organisation, "; ".join(p.aliases[:4]), p.documents) for p in found),
        )
    return EXIT_DONE


@people.command("merge")
def merge(context: typer.Context, person: int, other: int) -> int:
    """Two people are one: the names of OTHER belong to PERSON from now on."""
    state: State = context.obj
    with state.opened() as case:
        change = service.merge(case, person, other)
    say(change.words)
    return EXIT_DONE


@people.command("split")
def split(context: typer.Context, form: int) -> int:
    """One of the names of a person is somebody else. FORM is a number under `forms` of the JSON list."""
    state: State = context.obj
    with state.opened() as case:
        change = service.split(case, form)
    say(change.words)
    return EXIT_DONE
