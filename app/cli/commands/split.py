"""Giant files and the documents in them: split."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from app.cli.output import ProgressLine, print_json, print_table, say
from app.cli.state import State
from app.domain.dates import show
from app.domain.errors import EXIT_DONE, UsageProblem
from app.domain.parts import SplitView
from app.services import splitting
from app.services.case import OpenCase


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("split")(split)


def split(
    context: typer.Context,
    document: Annotated[int | None, typer.Argument(help="A large file, or a part of one.")] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Accept the suggested boundaries.")] = False,
    until: Annotated[int, typer.Option(help="With --apply: only those up to this page.")] = 0,
    cut: Annotated[list[int] | None, typer.Option(help="A document begins on this page of the file.")] = None,
    join: Annotated[list[int] | None, typer.Option(help="No document begins on this page.")] = None,
    move: Annotated[list[str] | None, typer.Option(help="FROM:TO moves a boundary.")] = None,
    whole: Annotated[bool, typer.Option("--whole", help="Keep the file as one document.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Every large file that looks like several documents.")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Show where the documents of a large file begin, and decide. The file itself is never changed."""
    if (document is None) != every:
        raise UsageProblem("split", "Name one document, or use --all.", "Nothing was changed.", "")
    state: State = context.obj
    line = ProgressLine()
    with state.opened() as case:
        chosen = [known for known, _, _ in splitting.offers(case)] if every else [int(document or 0)]
        for known in chosen:
            _decide(case, known, cut or [], join or [], [_pair(text) for text in move or []], line)
            if whole:
                splitting.keep_whole(case, known, line)
            if apply:
                splitting.view(case, known)
                splitting.accept(case, known, until, line)
        views = [splitting.view(case, known) for known in chosen]
    line.end()
    if as_json:
        values = [_fields(view) for view in views]
        print_json(values if every else values[0])
        return EXIT_DONE
    for view in views:
        _print(view)
    if not views:
        say("No large file looks like several documents.")
    return EXIT_DONE


def _decide(
    case: OpenCase, document: int, cuts: list[int], joins: list[int], moves: list[tuple[int, int]], line: ProgressLine
) -> None:
    for page in cuts:
        splitting.cut(case, document, page, line)
    for page in joins:
        splitting.join(case, document, page, line)
    for page, to in moves:
        splitting.move(case, document, page, to, line)


def _pair(text: str) -> tuple[int, int]:
    first, colon, last = text.partition(":")
    if not (colon and first.isdigit() and last.isdigit()):
        raise UsageProblem("split", f"“{text}” does not name two pages.", "Nothing was changed.", "Write it as 14:15.")
    return int(first), int(last)


def _fields(view: SplitView) -> dict[str, Any]:
    """The fields of the contract, and more."""
    parts = [{**asdict(part), "document": part.document or None} for part in view.parts]
    return {
        "document": view.document, "path": view.path, "pages": view.pages, "state": view.state, "parts": parts,
        "possible": [{"page": b.page, "confidence": b.confidence, "reasons": b.reasons} for b in view.possible],
    }  # fmt: skip


def _print(view: SplitView) -> None:
    say(
        f"{view.path}: {view.pages} pages, {len(view.parts)} documents, {view.undecided} of the boundaries not decided yet."
    )
    print_table(
        ("pages", "title", "date", "kind", "organisation", "sure", "decided", "why"),
        (
            (
                f"{p.first}-{p.last}", p.title, show(p.date) if p.date else "", p.kind, p.organisation,
                f"{p.confidence:.0%}", "yes" if p.decided else "", p.reasons[0] if p.reasons else "",
            )
            for p in view.parts
        ),
    )  # fmt: skip
