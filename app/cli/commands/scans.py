"""Scanned pages: ocr, correct, corrections."""

from dataclasses import asdict
from typing import Annotated

import typer

from app.cli.output import ProgressLine, print_json, print_table, say
from app.cli.state import State
from app.domain.errors import EXIT_DONE, UsageProblem
from app.domain.ids import DocumentId
from app.services import browsing, correcting, importing


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    for name, command in (("ocr", ocr), ("correct", correct), ("corrections", corrections)):
        app.command(name)(command)


def ocr(
    context: typer.Context,
    document: Annotated[int | None, typer.Option(help="Read a page of this document again.")] = None,
    page: Annotated[int | None, typer.Option(help="Which page; without it every page of the document.")] = None,
    turn: Annotated[int | None, typer.Option(help="Degrees clockwise that make it upright: 0, 90, 180, 270.")] = None,
    jobs: Annotated[int, typer.Option(help="Child processes; 0 for one each core.")] = 0,
) -> int:
    """Read the scanned pages that are still waiting, or pages of one document again."""
    state: State = context.obj
    if document is None and (page is not None or turn is not None):
        raise UsageProblem("document", "Say which document: --document 12 --page 3.", "Nothing was changed.", "")
    line = ProgressLine()
    with state.opened() as case:
        if document is None:
            count = importing.read_scans(case, jobs=jobs, on_event=line)
        else:
            browsing.document(case, document)
            numbers = [page] if page is not None else [p.number for p in browsing.pages(case, document)]
            for number in numbers:
                importing.read_page_again(case, DocumentId(document), number, turn)
            count = len(numbers)
    line.end()
    say(f"{count} pages read." if count != 1 else "1 page read.")
    return EXIT_DONE


def correct(
    context: typer.Context,
    document: int,
    words: Annotated[list[str], typer.Argument(help="OLD=NEW: what was read, and what stands on the page.")],
    page: Annotated[int, typer.Option(help="The page it stands on.")],
    place: Annotated[
        int, typer.Option(help="Which one, where the words stand there several times: 1 is the first.")
    ] = 0,
) -> int:
    """Correct words that were read wrongly. What was read is kept."""
    state: State = context.obj
    pairs = [_pair(given) for given in words]
    with state.opened() as case:
        for old, new in pairs:
            say(correcting.correct_words(case, document, page, old, new, place).words)
    return EXIT_DONE


def _pair(given: str) -> tuple[str, str]:
    old, sign, new = given.partition("=")
    if not sign or not old.strip() or not new.strip():
        raise UsageProblem("correction", f"“{given}” is not OLD=NEW.", "Nothing was changed.", "Write it as Tlie=The.")
    return old.strip(), new.strip()


def corrections(
    context: typer.Context,
    document: int,
    take_back: Annotated[int | None, typer.Option(help="Take this correction back.")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """List the words that were corrected by hand, or take one correction back."""
    state: State = context.obj
    with state.opened() as case:
        browsing.document(case, document)
        if take_back is not None:
            say(correcting.take_back(case, take_back).words)
            return EXIT_DONE
        found = correcting.corrections(case, document)
    if as_json:
        print_json([asdict(correction) for correction in found])
    else:
        print_table(("id", "page", "read", "corrected to", "when"), ((c.id, c.page, c.old, c.new, c.at) for c in found))
    return EXIT_DONE
