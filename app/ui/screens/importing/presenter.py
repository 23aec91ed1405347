"""Decisions of bringing in files, without widgets."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain import dates
from app.domain.people import Organisation
from app.domain.reports import ImportReport, ReportLine
from app.jobs.events import JobEvent
from app.ui.wording import count, duration_left

SOMEBODY_NEW = "new"
MOST_PROBLEMS = 40
READY_SHOWN = 5


@dataclass(frozen=True)
class Stage:
    """A line of progress."""

    id: str
    icon: str
    title: str
    text: str
    unit: str


STAGES = (
    Stage("copy", "bring-in", "Copy in and check each file", "Every original kept exactly as it came", "file"),
    Stage(
        "read",
        "document",
        "Open, read the words, find the dates",
        "Names, dates and kinds are suggestions; you decide",
        "file",
    ),
    Stage("scan", "scan", "Read scanned pages", "What you opened last goes first", "page"),
)


@dataclass(frozen=True)
class Problem:
    """A file with a problem. `needs` is "password" or empty."""

    name: str
    text: str
    next_step: str
    needs: str
    document: int | None
    icon: str


@dataclass(frozen=True)
class Live:
    """What the case says while an import runs."""

    report: ImportReport | None
    ready: tuple[ReportLine, ...]


def live(services: Any, case: Any) -> Live:
    """The newest delivery's report so far (worker thread)."""
    disclosures = services.browsing.disclosures(case)
    if not disclosures:
        return Live(None, ())
    newest = max(disclosures, key=lambda d: d.id)
    report = services.importing.report(case, newest.id)
    ready = [line for line in report.lines if line.outcome == "imported"]
    return Live(report, tuple(reversed(ready[-READY_SHOWN:])))


def problem_of(event: JobEvent) -> Problem:
    """A problem told by the running job."""
    name = event.item.replace("\\", "/").rsplit("/", 1)[-1]
    icon = "key" if event.needs == "password" else "warning"
    return Problem(name, event.message or "It could not be read.", "", event.needs, event.document, icon)


def problems_of(report: ImportReport) -> tuple[Problem, ...]:
    """Problems of a finished report."""
    found = [line for line in report.lines if line.outcome == "problem"]
    return tuple(_problem(line) for line in found[:MOST_PROBLEMS])


def _problem(line: ReportLine) -> Problem:
    locked = "password" in line.reason.lower() or "password" in line.next_step.lower()
    icon = "key" if locked else "warning" if "damaged" in line.reason.lower() else "info"
    name = line.path.replace("\\", "/").rsplit("/", 1)[-1]
    return Problem(name, line.reason, line.next_step, "password" if locked else "", None, icon)


def counts(report: ImportReport) -> tuple[tuple[str, int], ...]:
    """The sum in words: what was given, then its parts."""
    return (
        ("files given", report.given),
        ("brought in", report.imported),
        ("already held", report.duplicates),
        ("system files", report.junk),
        ("with a problem", report.problems),
        ("still to do", report.waiting),
    )


def heading(organisation: str) -> str:
    """The title of the progress page."""
    return f"Bringing in files from {organisation}" if organisation else "Bringing in files"


def time_left(stages: dict[str, JobEvent]) -> str:
    """The headline: the time left of what runs now."""
    for stage in reversed(STAGES):
        event = stages.get(stage.id)
        if event is not None and event.done < event.total:
            words = duration_left(event.seconds_left)
            return words[:1].upper() + words[1:] if words else "Working out how long it takes …"
    return "Nearly done"


def stage_words(stage: Stage, event: JobEvent | None) -> tuple[str, str, int, int]:
    """(second line, number at the right, done, total) of a stage."""
    if event is None or not event.total:
        return stage.text, "", 0, 0
    name = event.item.replace("\\", "/").rsplit("/", 1)[-1]
    doing = f"Now: {name}" if name and event.done < event.total else stage.text
    units = stage.unit if event.total == 1 else f"{stage.unit}s"
    return doing, f"{event.done:,} of {event.total:,} {units}", event.done, event.total


def chosen_words(paths: tuple[str, ...]) -> str:
    """Gives "2 folders and 3 files"."""
    folders = sum(Path(path).is_dir() for path in paths)
    files = len(paths) - folders
    parts = [count(n, word) for n, word in ((folders, "folder"), (files, "file")) if n]
    return " and ".join(parts)


def line_date(line: ReportLine) -> str:
    """The date of a document that is ready."""
    return dates.show(line.date) if line.date else ""


def organisation_choices(organisations: tuple[Organisation, ...]) -> list[tuple[str, str]]:
    """Who can have sent the files."""
    known = [(o.name, o.name) for o in sorted(organisations, key=lambda o: o.name)]
    return [("", "I do not know, or several"), *known, (SOMEBODY_NEW, "Somebody else …")]
