"""Time and words: timeline, event, search."""

from typing import Annotated

import typer

from app.cli.output import print_bytes, print_json, print_table, say
from app.cli.state import State
from app.domain.dates import show
from app.domain.errors import EXIT_DONE
from app.domain.events import OwnEntry
from app.services import browsing, searching, sharing, timing
from app.services.timing import TimelineFilter as TimelineFilter

_MARKS = str.maketrans({"\x02": "", "\x03": ""})
_SHOWN = str.maketrans({"\x02": "«", "\x03": "»"})


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("timeline")(timeline)
    app.command("search")(search)
    events = typer.Typer(help="Add, change or dismiss an entry of the timeline.", no_args_is_help=True)
    events.command("add")(add)
    events.command("edit")(edit)
    events.command("confirm")(confirm)
    events.command("dismiss")(dismiss)
    events.command("remove")(remove)
    app.add_typer(events, name="event")


def timeline(
    context: typer.Context,
    since: Annotated[str, typer.Option(help="From this date on.")] = "",
    until: Annotated[str, typer.Option(help="Up to this date.")] = "",
    organisation: Annotated[str, typer.Option(help="Only this organisation.")] = "",
    dismissed: Annotated[bool, typer.Option("--dismissed", help="Also dismissed entries.")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Everything that has a date, in order of time."""
    state: State = context.obj
    with state.opened() as case:
        owner = (int(browsing.find_organisation(case, organisation).id),) if organisation else ()
        statuses = () if dismissed else TimelineFilter().statuses
        chosen = TimelineFilter(browsing.as_edtf(since), browsing.as_edtf(until), owner, statuses)
        if as_json:
            print_bytes(sharing.timeline_json(case, chosen))
            return EXIT_DONE
        entries = timing.entries(case, chosen)
    print_table(
        ("id", "date", "entry", "organisation", "document", "page", "status"),
        (
            (e.id, show(e.date), e.title, e.organisation_name, e.document or "", e.page or "", e.status.value)
            for e in entries
        ),
    )
    return EXIT_DONE


def search(
    context: typer.Context,
    query: str,
    limit: Annotated[int, typer.Option(help="How many pages to show.")] = 50,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Find words, "phrases", begin*, OR, NOT in everything."""
    state: State = context.obj
    with state.opened() as case:
        found = searching.search(case, query, limit)
    if as_json:
        hits = [
            {"document": h.document, "page": h.page, "snippet": h.snippet.translate(_MARKS), "rank": h.rank,
             "marked": h.snippet.translate(_SHOWN)} for h in found.hits
        ]  # fmt: skip
        print_json({"query": found.query, "total": found.total, "took_ms": found.took_ms, "hits": hits})
        return EXIT_DONE
    say(f"{found.total} pages")
    print_table(
        ("document", "page", "title", "words"),
        ((h.document, h.page, h.document_title, " ".join(h.snippet.translate(_SHOWN).split())) for h in found.hits),
    )
    return EXIT_DONE


def add(
    context: typer.Context,
    date: str,
    title: str,
    note: Annotated[str, typer.Option()] = "",
    kind: Annotated[str, typer.Option()] = "other",
    organisation: Annotated[str, typer.Option()] = "",
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Add what you remember: DATE TITLE."""
    state: State = context.obj
    with state.opened() as case:
        owner = browsing.find_organisation(case, organisation).id if organisation else None
        entry, _ = timing.add_own(case, OwnEntry(date, title, note, kind, owner))
    print_json({"id": entry.id, "date": entry.date}) if as_json else say(f"Entry {entry.id} added.")
    return EXIT_DONE


def edit(
    context: typer.Context,
    event: int,
    date: Annotated[str, typer.Option(help="The right date.")] = "",
    title: Annotated[str | None, typer.Option()] = None,
    note: Annotated[str | None, typer.Option()] = None,
) -> int:
    """Change the date, title or note of an entry."""
    state: State = context.obj
    with state.opened() as case:
        if date:
            timing.change_date(case, event, date, title, note)
        else:
            current = timing.entry(case, event)
            timing.change_note(case, event, current.note if note is None else note, title)
    say(f"Entry {event} changed.")
    return EXIT_DONE


def confirm(context: typer.Context, events: list[int]) -> int:
    """The suggested dates are right."""
    state: State = context.obj
    with state.opened() as case:
        say(timing.confirm(case, events).words)
    return EXIT_DONE


def dismiss(context: typer.Context, events: list[int]) -> int:
    """These are not entries."""
    state: State = context.obj
    with state.opened() as case:
        say(timing.dismiss(case, events).words)
    return EXIT_DONE


def remove(context: typer.Context, event: int) -> int:
    """Remove an entry of your own."""
    state: State = context.obj
    with state.opened() as case:
        say(timing.remove_own(case, event).words)
    return EXIT_DONE
