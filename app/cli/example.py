"""The main job without a display: the example family from files to timeline, letter and pack, as files to open."""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.cli.output import ProgressLine, say, warn
from app.domain.errors import EXIT_DONE, AppError
from app.domain.issues import IssueStatus
from app.services import annotating, browsing, bundling, importing, letter_writing, sharing, timing
from app.services import case as cases
from app.services import demo as demos
from app.services.case import OpenCase
from app.services.context import open_context
from app.system.files import write_output
from app.system.offline import refuse_network


def make(folder: Path) -> int:
    """Write the five documents into `folder` and say what to open; the exit status."""
    started = time.monotonic()
    context = open_context()
    line = ProgressLine()
    scratch = Path(tempfile.mkdtemp(prefix="fairfile-example-"))  # holds the encrypted case only
    try:
        with demos.build(context, scratch / "example", on_event=line) as case:
            line.end()
            for name, data in _outputs(case):
                write_output(folder / name, data)
            _summary(case, folder, time.monotonic() - started)
            cases.forget_recent(context, case.path)
    finally:
        context.close()
        shutil.rmtree(scratch, ignore_errors=True)
    return EXIT_DONE


def _outputs(case: OpenCase) -> list[tuple[str, bytes]]:
    owner = _most_points(case)
    letter = letter_writing.draft(case, "correction-request", owner)
    first = browsing.disclosures(case)[0]
    makers: tuple[tuple[str, Callable[[], bytes]], ...] = (
        ("timeline.pdf", lambda: sharing.timeline_pdf(case)),
        ("correction-letter.docx", lambda: letter_writing.write(case, letter, "docx")),
        ("correction-letter.pdf", lambda: letter_writing.write(case, letter, "pdf")),
        ("evidence-pack.pdf", lambda: bundling.build(case, bundling.suggest(case)).pdf),
        ("import-report.pdf", lambda: importing.report_pdf(case, first.id)),
    )
    return [(name, make_one()) for name, make_one in makers]


def _most_points(case: OpenCase) -> int | None:
    """The organisation with the most points that are ready to be sent."""
    ready = [i.organisation for i in annotating.issues(case) if i.fields.status is IssueStatus.READY and i.organisation]
    return max(set(ready), key=lambda o: (ready.count(o), -o)) if ready else None


def _summary(case: OpenCase, folder: Path, seconds: float) -> None:
    counts = cases.counts(case)
    reports = importing.reports_of(case)
    given, problems = sum(r.given for r in reports), sum(r.problems for r in reports)
    say("")
    say(f"The example family: {case.details().child}, invented from first to last.")
    say(
        f"{given} files given in {len(reports)} deliveries, {problems} of them with a problem that the import reports explain."
    )
    say(f"{counts.documents} documents, {counts.pages} pages, {len(timing.entries(case))} entries in the timeline,")
    say(
        f"{len(annotating.marks(case))} marks, {counts.issues_ready} points ready for a letter. It took {seconds:.0f} seconds."
    )
    say("")
    say("Open these:")
    for name, what in (
        ("timeline.pdf", "everything in order of time, with what is wrong marked"),
        ("correction-letter.docx", "the letter that asks for it to be put right (also as PDF)"),
        ("evidence-pack.pdf", "the pages that prove it, numbered, with an index"),
        ("import-report.pdf", "what became of every file"),
    ):
        say(f"  {folder / name}  {what}")
    say("")
    say("With a display, the same command opens the window.")


if __name__ == "__main__":
    refuse_network()
    try:
        sys.exit(make(Path(sys.argv[1] if len(sys.argv) > 1 else "example-output").resolve()))
    except AppError as problem:
        warn(problem.sentence)
        sys.exit(problem.exit_status)
