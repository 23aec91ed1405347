"""What deserves a second look: findings, understand."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Any

import typer

from app.cli.output import ProgressLine, print_json, print_table, say
from app.cli.state import State
from app.domain.dates import show
from app.domain.errors import EXIT_DONE
from app.domain.findings import FINDING_NAMES, Finding
from app.domain.reruns import RunReport
from app.services import findings as service
from app.services.understanding import understand_all


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("findings")(findings)
    app.command("understand")(understand)


def findings(
    context: typer.Context,
    kind: Annotated[str | None, typer.Option(help="Only this kind, such as version or redaction.")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """List what the rules found: redactions, versions, pages not found, late entries. They suggest; you decide."""
    state: State = context.obj
    with state.opened() as case:
        service.ensure(case)
        found = service.findings(case, kind)
    if as_json:
        print_json([_fields(one) for one in found])
    else:
        print_table(
            ("id", "kind", "document", "page", "words", "reason", "status"),
            ((f.id, FINDING_NAMES[f.kind], f.document, f.page, f.quote[:60], f.reason, f.status.value) for f in found),
        )
    return EXIT_DONE


def _fields(found: Finding) -> dict[str, Any]:
    """The fields of the contract."""
    return asdict(found)


def understand(
    context: typer.Context,
    jobs: Annotated[int, typer.Option(help="Child processes.")] = 1,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Read the stored text again with today's rules. Everything that a person decided stays as it is."""
    state: State = context.obj
    line = ProgressLine()
    with state.opened() as case:
        report = understand_all(case, jobs=jobs, on_event=line)
    line.end()
    if as_json:
        print_json(asdict(report))
        return EXIT_DONE
    print_table(("document", "what", "before", "now"), _changes(report))
    say(f"{report.documents} documents read again; the facts of {report.documents_changed} changed.")
    say(f"Timeline: {report.entries_added} suggestions new, {report.entries_removed} gone.")
    say(f"Findings: {report.findings_added} new, {report.findings_removed} gone.")
    say(f"Decisions kept: {report.kept}.")
    return EXIT_DONE


def _changes(report: RunReport) -> Iterator[tuple[str, str, str, str]]:
    """A row for each fact that is another now and each suggestion that came or went."""
    for change in report.changes:
        for fact in change.facts:
            yield change.path, fact.name, fact.before, fact.after
        for entry in change.removed:
            yield change.path, f"page {entry.page}", f"{show(entry.date)}: {entry.title}", ""
        for entry in change.added:
            yield change.path, f"page {entry.page}", "", f"{show(entry.date)}: {entry.title}"
