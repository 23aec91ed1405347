"""Requests and other matters, what is next, and the dates: request, next, deadlines, deadline."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.output import print_json, print_table, say
from app.cli.state import State
from app.domain.dates import show
from app.domain.errors import EXIT_DONE
from app.domain.requests import LOG_WORDS, REQUEST_KINDS
from app.services import browsing, organisations, road, tracking
from app.system.files import write_output

Json = Annotated[bool, typer.Option("--json")]
_LOGGED = {
    "received": "received",
    "acknowledged": "acknowledged",
    "identity-asked": "identity-asked",
    "identity-given": "identity-sent",
    "clarification-asked": "clarify-asked",
    "clarified": "clarified",
    "extended": "extended",
    "part-answered": "part-answered",
    "answered": "answered",
    "refused": "refused",
    "settled": "closed",
}
"""Command -> word of the log."""


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    group = typer.Typer(help="Requests, complaints, appeals.", no_args_is_help=True)
    named = (
        ("new", new),
        ("list", list_all),
        ("show", show_one),
        ("sent", sent),
        ("log", log),
        ("change", change),
        ("link", link),
    )
    for name, command in named:
        group.command(name)(command)
    for name, word in _LOGGED.items():
        group.command(name, help=f"Write down: {LOG_WORDS[word].lower()}.")(_logs(word))
    app.add_typer(group, name="request")
    app.command("next")(next_steps)
    app.command("deadlines")(deadlines)
    app.command("deadline")(deadline)


def new(
    context: typer.Context,
    kind: Annotated[str, typer.Option(help=", ".join(REQUEST_KINDS))],
    to: Annotated[str, typer.Option(help="The organisation.")],
    sent: Annotated[str, typer.Option(help="The day it was sent.")] = "",
    how: Annotated[str, typer.Option(help="email, post, recorded, hand or portal.")] = "",
    proof: Annotated[str, typer.Option(help="How you can show that it was sent.")] = "",
    title: Annotated[str, typer.Option()] = "",
    about: Annotated[int, typer.Option(help="The earlier request that it follows from.")] = 0,
    as_json: Json = False,
) -> int:
    """Begin a request, complaint or appeal."""
    state: State = context.obj
    with state.opened() as case:
        owner = browsing.find_organisation(case, to)
        made, _ = tracking.new_request(
            case, owner.id, kind, title=title, sent=sent, how=how, proof=proof, about=about or None
        )
    print_json(asdict(made)) if as_json else say(f"Request {made.id}: {made.title}, {made.organisation_name}")
    return EXIT_DONE


def list_all(context: typer.Context, as_json: Json = False) -> int:
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


def show_one(context: typer.Context, request: int, as_json: Json = False) -> int:
    """One of them: what happened, its dates, what belongs to it, what is next."""
    state: State = context.obj
    with state.opened() as case:
        found, belongs = tracking.one(case, request), tracking.belonging(case, request)
        dates = [d for d in tracking.deadlines(case) if d.request == request]
        steps = [s for s in road.steps(case) if s.request.id == request]
    if as_json:
        print_json(
            {
                **asdict(found),
                "belongs": asdict(belongs),
                "deadlines": [asdict(d) for d in dates],
                "next": [_step(s) for s in steps],
            }
        )
        return EXIT_DONE
    say(f"{found.title}, {found.organisation_name}")
    for day, what, note in found.log:
        say(f"  {show(day)}  {LOG_WORDS.get(what, what)}{f' ({note})' if note else ''}")
    for due in dates:
        say(f"  {due.title}: {show(due.due)} ({due.state})")
    for step in steps:
        say(f"  Next: {step.situation.words}")
    return EXIT_DONE


def sent(
    context: typer.Context,
    request: int,
    on: str,
    how: Annotated[str, typer.Option(help="email, post, recorded, hand or portal.")] = "",
    proof: Annotated[str, typer.Option(help="How you can show that it was sent.")] = "",
) -> int:
    """It was sent ON a day."""
    state: State = context.obj
    with state.opened() as case:
        say(tracking.log(case, request, "sent", on, how).words)
        values = {key: value for key, value in (("sent_how", how), ("proof", proof)) if value}
        if values:
            tracking.change_request(case, request, **values)
    return EXIT_DONE


def log(
    context: typer.Context,
    request: int,
    what: Annotated[str, typer.Argument(help=", ".join(LOG_WORDS))],
    on: str,
    note: Annotated[str, typer.Option()] = "",
) -> int:
    """Anything else that happened ON a day."""
    return _log(context, request, what, on, note)


def _logs(word: str) -> Callable[..., int]:
    def happened(
        context: typer.Context,
        request: int,
        on: str,
        note: Annotated[str, typer.Option(help="Why, or who said so.")] = "",
    ) -> int:
        return _log(context, request, word, on, note)

    return happened


def _log(context: typer.Context, request: int, what: str, on: str, note: str) -> int:
    state: State = context.obj
    with state.opened() as case:
        say(tracking.log(case, request, what, on, note).words)
    return EXIT_DONE


def change(
    context: typer.Context,
    request: int,
    title: Annotated[str, typer.Option()] = "",
    note: Annotated[str, typer.Option()] = "",
    proof: Annotated[str, typer.Option(help="How you can show that it was sent.")] = "",
    right_of: Annotated[str, typer.Option(help="Who uses the right: parent, child or advocate.")] = "",
    facts: Annotated[str, typer.Option(help='What a rule asks for, as "KEY=VALUE; …".')] = "",
) -> int:
    """Change what is known of a request."""
    given = {"title": title, "note": note, "proof": proof, "right_of": right_of, "facts": facts}
    state: State = context.obj
    with state.opened() as case:
        say(tracking.change_request(case, request, **{key: value for key, value in given.items() if value}).words)
    return EXIT_DONE


def link(
    context: typer.Context,
    request: int,
    document: Annotated[list[int] | None, typer.Option(help="A document that belongs to it.")] = None,
    delivery: Annotated[int, typer.Option(help="A delivery of files that came for it.")] = 0,
    away: Annotated[bool, typer.Option("--away", help="Take the documents away from it.")] = False,
) -> int:
    """Put documents or a delivery to a request."""
    state: State = context.obj
    with state.opened() as case:
        for known in document or ():
            say(tracking.link_document(case, request, known, on=not away).words)
        if delivery:
            say(tracking.link_delivery(case, request, delivery).words)
    return EXIT_DONE


def next_steps(context: typer.Context, as_json: Json = False) -> int:
    """What can be done now, the most pressing first."""
    state: State = context.obj
    with state.opened() as case:
        found = road.steps(case)
    if as_json:
        print_json([_step(step) for step in found])
    else:
        print_table(
            ("organisation", "what", "letter", "since or until"),
            (
                (
                    s.request.organisation_name,
                    s.situation.words,
                    s.letters[0][0] if s.letters else "",
                    show(s.due) if s.due else "",
                )
                for s in found
            ),
        )
    return EXIT_DONE


def _step(step: road.Step) -> dict[str, Any]:
    return {
        "request": step.request.id, "organisation": step.request.organisation_name, "situation": step.situation.id,
        "words": step.situation.words, "text": step.situation.text, "opens": step.opens,
        "letters": [letter for letter, _ in step.letters], "due": step.due, "whom_to_ask": [h.name for h in step.whom],
    }  # fmt: skip


def deadlines(
    context: typer.Context,
    as_json: Json = False,
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
        _, advice = organisations.who_asks(case)
    if as_json:
        print_json([asdict(d) for d in found])
        return EXIT_DONE
    print_table(
        ("due", "organisation", "what", "state", "why"),
        ((_due(d), d.organisation_name, d.title, d.state, d.reason) for d in found),
    )
    say(advice.line)
    return EXIT_DONE


def _due(found: Any) -> str:
    return f"not before {show(found.due)}" if found.working.waits_for else show(found.due)


def deadline(
    rule: str,
    day: str,
    nation: Annotated[str, typer.Option()] = "england",
    context: Annotated[str, typer.Option(help='"KEY=VALUE; …"')] = "",
    as_json: Json = False,
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
        say("  Information, not legal advice.")
    return EXIT_DONE
