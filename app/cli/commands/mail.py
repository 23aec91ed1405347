"""Conversations by e-mail: threads."""

from typing import Annotated

import typer

from app.cli.output import print_json, print_table
from app.cli.state import State
from app.domain.errors import EXIT_DONE
from app.domain.uk_time import shown
from app.services import conversations


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("threads")(threads)


def threads(context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> int:
    """E-mail conversations: their documents in the order sent, and how many quoted messages are not found by themselves."""
    state: State = context.obj
    with state.opened() as case:
        found = conversations.conversations(case)
    if as_json:
        print_json(
            [
                {"id": c.id, "documents": list(c.documents), "subject": c.subject, "first": c.first, "last": c.last,
                 "people": list(c.people), "not_found": [_gap(gap.message.sender, gap.message.sent) for gap in c.gaps]}
                for c in found
            ]
        )  # fmt: skip
    else:
        print_table(
            ("thread", "first", "subject", "documents", "quoted, not found"),
            ((c.id, shown(c.first), c.subject, ", ".join(map(str, c.documents)), len(c.gaps) or "") for c in found),
        )
    return EXIT_DONE


def _gap(sender: str, sent: str) -> dict[str, str]:
    return {"sender": sender, "sent": sent}
