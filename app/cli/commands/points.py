"""Points after they were sent: issue (answer, next, check, trail), schedule (the lists that go with letters)."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from app.cli.output import print_json, print_table, say
from app.cli.state import State
from app.domain.errors import EXIT_DONE, UsageProblem
from app.domain.issues import ISSUE_STATUS_NAMES, IssueStatus
from app.domain.outcomes import LATER_NAMES
from app.services import annotating, browsing, findings, outcomes, schedules, trails
from app.services.case import OpenCase
from app.system.files import write_output

issue = typer.Typer(help="What became of a point.", no_args_is_help=True)
schedule = typer.Typer(help="Lists that go with letters.", no_args_is_help=True)
_JSON = Annotated[bool, typer.Option("--json")]


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    for name, command in (("answer", answer), ("next", next_steps), ("check", check), ("trail", trail)):
        issue.command(name)(command)
    for listed in (show, choose, add, change, export):
        schedule.command(listed.__name__)(listed)
    app.add_typer(issue, name="issue")
    app.add_typer(schedule, name="schedule")


def _known(case: OpenCase, text: str) -> int:
    """The id of a point given as its number or its reference, as 7 or L-07."""
    for point in annotating.issues(case):
        if text.strip().casefold() in (str(int(point.id)), point.ref.casefold()):
            return int(point.id)
    raise UsageProblem("record", f"There is no record “{text}”.", "", "See the list: fairfile issues.")


def answer(
    context: typer.Context,
    points: list[str],
    status: Annotated[str, typer.Option(help="agreed, partly, refused, no-reply or put-right.")],
    words: Annotated[str, typer.Option(help="What they said.")] = "",
    on: Annotated[str, typer.Option(help="The day of their answer.")] = "",
    document: Annotated[int | None, typer.Option(help="The document in which they said it.")] = None,
) -> int:
    """Keep what they answered on one point or several."""
    state: State = context.obj
    try:
        chosen = IssueStatus(status)
    except ValueError as error:
        names = ", ".join(s.value for s in outcomes.ANSWERS)
        raise UsageProblem("answer", f"“{status}” is not an answer.", "", f"Use one of: {names}.") from error
    with state.opened() as case:
        known = [_known(case, text) for text in points]
        outcomes.answer(case, known, chosen, words=words, on=on, document=document)
    say(f"{len(points)} kept as {ISSUE_STATUS_NAMES[chosen].lower()}.")
    return EXIT_DONE


def next_steps(context: typer.Context, point: str, as_json: _JSON = False) -> int:
    """What can be done about a point now, and by when."""
    state: State = context.obj
    with state.opened() as case:
        found = outcomes.next_steps(case, _known(case, point))
    if as_json:
        print_json([{**asdict(step), "due": step.working.due if step.working else ""} for step in found])
        return EXIT_DONE
    rows = ((s.title, s.letter, s.working.due if s.working else "", f"done {s.done}" if s.done else "") for s in found)
    print_table(("step", "letter", "by", ""), rows)
    return EXIT_DONE


def check(context: typer.Context, point: str, as_json: _JSON = False) -> int:
    """Whether a file that came later shows the point put right."""
    state: State = context.obj
    with state.opened() as case:
        found = outcomes.check(case, _known(case, point))
    if as_json:
        print_json(asdict(found))
    else:
        say(f"{LATER_NAMES[found.verdict]}. {found.reason}")
    return EXIT_DONE


def trail(context: typer.Context, point: str, output: Annotated[Path, typer.Option("-o", "--output")]) -> int:
    """One point from the first mark to what became of it, on one page (PDF)."""
    state: State = context.obj
    with state.opened() as case:
        write_output(output, trails.document(case, _known(case, point), output.suffix.lower().lstrip(".")))
    say(f"Saved {output}")
    return EXIT_DONE


_From = Annotated[str, typer.Option("--from", help="The organisation that sent the file.")]


def show(context: typer.Context, kind: str, owner: _From, as_json: _JSON = False) -> int:
    """A list: redactions, missing or told."""
    state: State = context.obj
    with state.opened() as case:
        findings.ensure(case)
        found = schedules.schedule(case, kind, int(browsing.find_organisation(case, owner).id))
    if as_json:
        rows = [{**asdict(row), "number": n} for n, row in enumerate(found.rows, 1)]
        print_json({"kind": kind, "organisation": found.organisation_name, "columns": found.kind.columns, "rows": rows})
        return EXIT_DONE
    if not found.rows:
        say(found.kind.nothing)
        return EXIT_DONE
    rows_ = ((n, "x" if row.chosen else "", *row.cells) for n, row in enumerate(found.rows, 1))
    print_table(("no", "in", *(column.lower() for column in found.kind.columns)), rows_)
    return EXIT_DONE


def choose(
    context: typer.Context,
    kind: str,
    rows: Annotated[list[int], typer.Argument(help="Numbers of rows, as “schedule show” counts them.")],
    owner: _From,
    out: Annotated[bool, typer.Option("--out", help="Leave them out.")] = False,
) -> int:
    """Take rows into a list, or leave them out."""
    state: State = context.obj
    with state.opened() as case:
        known = int(browsing.find_organisation(case, owner).id)
        keys = [_row(case, kind, known, number) for number in rows]
        schedules.choose(case, kind, known, keys, not out)
    say(f"{len(rows)} left out." if out else f"{len(rows)} taken in.")
    return EXIT_DONE


def _row(case: OpenCase, kind: str, owner: int, number: int) -> str:
    rows = schedules.schedule(case, kind, owner).rows
    if not 1 <= number <= len(rows):
        raise UsageProblem("schedule", f"There is no row {number}.", "Nothing was changed.", "See “schedule show”.")
    return rows[number - 1].key


def add(context: typer.Context, kind: str, cells: list[str], owner: _From) -> int:
    """A row of one's own; its parts in the order of the columns."""
    state: State = context.obj
    with state.opened() as case:
        schedules.add(case, kind, int(browsing.find_organisation(case, owner).id), cells)
    say("Added.")
    return EXIT_DONE


def change(context: typer.Context, kind: str, row: int, cells: list[str], owner: _From) -> int:
    """Other words in a row."""
    state: State = context.obj
    with state.opened() as case:
        known = int(browsing.find_organisation(case, owner).id)
        schedules.change(case, kind, known, _row(case, kind, known, row), cells)
    say("Changed.")
    return EXIT_DONE


def export(
    context: typer.Context, kind: str, owner: _From, output: Annotated[Path, typer.Option("-o", "--output")]
) -> int:
    """A list as Word or PDF."""
    state: State = context.obj
    with state.opened() as case:
        findings.ensure(case)
        known = int(browsing.find_organisation(case, owner).id)
        write_output(output, schedules.document(case, kind, known, output.suffix.lower().lstrip(".")))
    say(f"Saved {output}")
    return EXIT_DONE
