"""Bring files in and look at them: import, documents, text, original, copy, report."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.output import ProgressLine, print_json, print_table, say
from app.cli.state import State
from app.domain.dates import show
from app.domain.documents import DocumentRow
from app.domain.errors import EXIT_DONE, EXIT_PROBLEMS, UsageProblem
from app.domain.ids import DisclosureId, RequestId
from app.domain.reports import ImportReport
from app.services import browsing, correcting, findings, importing
from app.system.files import write_output


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    for name, command in (("import", bring_in), ("documents", documents), ("text", text),
                          ("original", original), ("copy", copy), ("report", report)):  # fmt: skip
        app.command(name)(command)


def bring_in(
    context: typer.Context,
    paths: list[Path],
    organisation: Annotated[str, typer.Option("--from", help="Who sent the files.")] = "",
    received: Annotated[str, typer.Option(help="When they came, as 2026-06-12.")] = "",
    request: Annotated[int | None, typer.Option(help="The request they answer.")] = None,
    password_file: Annotated[Path | None, typer.Option(help="Passwords for locked files, one a line.")] = None,
    ocr: Annotated[bool, typer.Option("--ocr/--no-ocr", help="Read scanned pages now.")] = True,
    jobs: Annotated[int, typer.Option(help="Child processes; 0 for one each core.")] = 0,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Import folders, files and archives. The same command again goes on where it stopped."""
    state: State = context.obj
    line = ProgressLine()
    with state.opened() as case:
        found = importing.start(
            case, paths, organisation=organisation, received=received,
            request=RequestId(request) if request else None, passwords=_passwords(password_file), ocr=ocr, find=False, jobs=jobs,
            on_event=line,
        )  # fmt: skip
    line.end()
    _print_report(found, as_json)
    return EXIT_PROBLEMS if found.problems or found.waiting else EXIT_DONE


def _passwords(path: Path | None) -> tuple[str, ...]:
    if path is None:
        return ()
    try:
        return tuple(line for line in path.read_text(encoding="utf-8").splitlines() if line)
    except OSError as error:
        raise UsageProblem("password-file", f"“{path}” cannot be read.", "", "Check the place of the file.") from error


def _print_report(found: ImportReport, as_json: bool) -> None:
    problems = [line for line in found.lines if line.outcome == "problem"]
    if as_json:
        values = {k: v for k, v in asdict(found).items() if k != "lines"}
        print_json({**values, "reconciles": found.reconciles, "files": [asdict(line) for line in found.lines]})
        return
    say(
        f"{found.given} files given = {found.imported} imported + {found.duplicates} already held + {found.junk} system files"
        f" + {found.problems} with a problem" + (f" + {found.waiting} waiting" if found.waiting else "")
    )
    say(f"{found.pages} pages, {found.scanned_pages} of them scans, {found.pages_to_read} still to be read.")
    for line in problems:
        say(f"  {line.path}: {line.reason} {line.next_step}".rstrip())


def documents(context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> int:
    """List every file received."""
    state: State = context.obj
    with state.opened() as case:
        findings.ensure(case)
        rows = browsing.documents(case)
        others = browsing.other_dates(case) if as_json else {}
    if as_json:
        print_json([{**_fields(row), "other_dates": others.get(row.id, [])} for row in rows])
    else:
        print_table(
            ("id", "date", "title", "kind", "organisation", "pages", "status"),
            ((r.id, show(r.date), r.title, r.kind, r.organisation_name, r.pages or "", r.status.value) for r in rows),
        )
    return EXIT_DONE


def _fields(row: DocumentRow) -> dict[str, Any]:
    """The fields of the contract, and more."""
    values = asdict(row)
    values["organisation_id"] = values["organisation"]
    values["organisation"] = values.pop("organisation_name") or None
    values["date"] = values["date"] or None
    values["read_page"] = values.pop("last_page")
    values["first_page"] = values.pop("part_first") or None
    values["last_page"] = values.pop("part_last") or None
    return values


def text(
    context: typer.Context,
    document: int,
    page: Annotated[int | None, typer.Option(help="Only this page.")] = None,
    as_read: Annotated[bool, typer.Option("--as-read", help="Without corrections by hand.")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """The text of a document as read."""
    state: State = context.obj
    with state.opened() as case:
        browsing.document(case, document)
        pages = browsing.pages(case, document)
        if as_read:
            pages = tuple(replace(p, text=correcting.as_read(case, document, p.number)) for p in pages)
    if page is not None:
        pages = tuple(p for p in pages if p.number == page)
        if not pages:
            raise UsageProblem("page", f"There is no page {page} in document {document}.", "", "")
    if as_json:
        fields = ("text", "scan", "rotation", "blank", "ocr_confidence", "reading")
        print_json(
            {"document": document, "pages": [{"page": p.number} | {f: getattr(p, f) for f in fields} for p in pages]}
        )
    else:
        say("\f".join(p.text for p in pages))
    return EXIT_DONE


def original(context: typer.Context, document: int, output: Annotated[Path, typer.Option("-o", "--output")]) -> int:
    """Save the very bytes received."""
    state: State = context.obj
    with state.opened() as case:
        write_output(output, browsing.original(case, document))
    say(f"Saved {output}")
    return EXIT_DONE


def copy(context: typer.Context, document: int, output: Annotated[Path, typer.Option("-o", "--output")]) -> int:
    """Save the reading copy as PDF."""
    state: State = context.obj
    with state.opened() as case:
        write_output(output, browsing.reading_copy(case, document))
    say(f"Saved {output}")
    return EXIT_DONE


def report(
    context: typer.Context,
    disclosure: Annotated[int | None, typer.Argument(help="Which delivery; the last one without it.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Save it as PDF.")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """The import report: what became of every file given."""
    state: State = context.obj
    with state.opened() as case:
        known = importing.reports_of(case)
        if not known:
            raise UsageProblem("report", "Nothing was imported yet.", "", "Import something first.")
        chosen = importing.report(case, DisclosureId(disclosure)) if disclosure else known[-1]
        if output is not None:
            write_output(output, importing.report_pdf(case, chosen.disclosure))
    if output is not None and not as_json:
        say(f"Saved {output}")
    else:
        _print_report(chosen, as_json)
    return EXIT_DONE
