"""Put it right: organisation, request, deadlines, deadline."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.output import print_json, print_table, say
from app.cli.state import State
from app.domain.dates import show
from app.domain.errors import EXIT_DONE
from app.domain.people import NewOrganisation
from app.services import browsing, tracking
from app.system.files import write_output


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    organisations = typer.Typer(help="Organisations that hold files.", no_args_is_help=True)
    organisations.command("add")(organisation_add)
    organisations.command("list")(organisation_list)
    app.add_typer(organisations, name="organisation")
    requests = typer.Typer(help="Requests to organisations.", no_args_is_help=True)
    for name, command in (("new", request_new), ("list", request_list), ("sent", request_sent),
                          ("extended", request_extended), ("answered", request_answered)):  # fmt: skip
        requests.command(name)(command)
    app.add_typer(requests, name="request")
    app.command("deadlines")(deadlines)
    app.command("deadline")(deadline)


def organisation_add(
    context: typer.Context,
    name: str,
    kind: Annotated[str, typer.Option()] = "",
    nation: Annotated[str, typer.Option()] = "",
    address: Annotated[str, typer.Option(help="Lines separated by commas.")] = "",
    contact: Annotated[str, typer.Option(help="Data protection contact.")] = "",
    email: Annotated[str, typer.Option()] = "",
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Add an organisation, or say more of one that is there."""
    state: State = context.obj
    with state.opened() as case:
        lines = "\n".join(part.strip() for part in address.split(","))
        saved, _ = browsing.save_organisation(
            case, _merged(case, NewOrganisation(name, kind, nation, lines, contact, email))
        )
    print_json(asdict(saved)) if as_json else say(f"Organisation {saved.id}: {saved.name}")
    return EXIT_DONE


def _merged(case: Any, new: NewOrganisation) -> NewOrganisation:
    """What was known before stays where nothing new was said."""
    known: dict[str, Any] = next(
        (asdict(o) for o in browsing.organisations(case) if o.name.lower() == new.name.lower()), {}
    )
    values = {key: value or known.get(key, "") for key, value in asdict(new).items()}
    return NewOrganisation(**values)


def organisation_list(context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> int:
    """List them."""
    state: State = context.obj
    with state.opened() as case:
        found = browsing.organisations(case)
    if as_json:
        print_json([asdict(o) for o in found])
    else:
        print_table(("id", "name", "kind", "documents"), ((o.id, o.name, o.kind, o.documents) for o in found))
    return EXIT_DONE


def request_new(
    context: typer.Context,
    kind: Annotated[str, typer.Option(help="access, correction, …")],
    to: Annotated[str, typer.Option(help="The organisation.")],
    sent: Annotated[str, typer.Option(help="The day it was sent and received.")] = "",
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """A request to an organisation."""
    state: State = context.obj
    with state.opened() as case:
        owner = browsing.find_organisation(case, to)
        made, _ = tracking.new_request(case, owner.id, kind, sent=sent)
    print_json(asdict(made)) if as_json else say(f"Request {made.id}: {made.title}, {made.organisation_name}")
    return EXIT_DONE


def request_list(context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> int:
    """List them."""
    state: State = context.obj
    with state.opened() as case:
        found = tracking.requests(case)
    if as_json:
        print_json([asdict(r) for r in found])
    else:
        print_table(
            ("id", "organisation", "request", "sent", "answered"),
            ((r.id, r.organisation_name, r.title, show(r.sent), show(r.answered)) for r in found),
        )
    return EXIT_DONE


def request_sent(context: typer.Context, request: int, on: str, how: Annotated[str, typer.Option()] = "") -> int:
    """It was sent ON a day."""
    return _log(context, request, "sent", on, how)


def request_extended(context: typer.Context, request: int, on: str, note: Annotated[str, typer.Option()] = "") -> int:
    """They said ON a day that they need longer."""
    return _log(context, request, "extended", on, note)


def request_answered(context: typer.Context, request: int, on: str, note: Annotated[str, typer.Option()] = "") -> int:
    """They answered ON a day."""
    return _log(context, request, "answered", on, note)


def _log(context: typer.Context, request: int, what: str, on: str, note: str) -> int:
    state: State = context.obj
    with state.opened() as case:
        say(tracking.log(case, request, what, on, note).words)
    return EXIT_DONE


def deadlines(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json")] = False,
    ics: Annotated[Path | None, typer.Option(help="Save as a calendar file.")] = None,
) -> int:
    """What is due, from whom, and why."""
    state: State = context.obj
    with state.opened() as case:
        if ics is not None:
            write_output(ics, tracking.calendar(case))
            say(f"Saved {ics}")
            return EXIT_DONE
        found = tracking.deadlines(case)
    if as_json:
        print_json([asdict(d) for d in found])
    else:
        print_table(
            ("due", "organisation", "request", "state", "why"),
            ((show(d.due), d.organisation_name, d.request_title, d.state, d.reason) for d in found),
        )
    return EXIT_DONE


def deadline(
    rule: str,
    day: str,
    nation: Annotated[str, typer.Option()] = "england",
    context: Annotated[str, typer.Option(help='"KEY=VALUE; …"')] = "",
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """What a rule gives for a day, and why."""
    starts = date.fromisoformat(tracking.as_day(day))
    found = tracking.work_text(rule, starts, nation, context)
    if as_json:
        print_json({**asdict(found), "reason": " ".join(found.steps)})
    else:
        say(show(found.due))
        for step in found.steps:
            say(f"  {step}")
        say(f"  Source: {found.source}")
    return EXIT_DONE
