"""What the file of an organisation mentions or counts and does not hold (papers, attachments, pages), and what was asked for."""

from collections.abc import Iterable, Sequence

from app.domain.dates import show
from app.domain.documents import DocumentRow
from app.domain.findings import Finding, FindingKind, FindingStatus
from app.domain.schedules import ScheduleRow
from app.domain.text import shorten
from app.services import findings, matrix
from app.services.case import OpenCase
from app.services.senders import sent_by

_KINDS = (FindingKind.NOT_SUPPLIED, FindingKind.PAGE_GAP)


def rows(case: OpenCase, organisation: int) -> Iterable[ScheduleRow]:
    """A row for each finding that somebody has not dismissed, in the order of documents."""
    sent = sent_by(case, organisation)
    for kind in _KINDS:
        for found in findings.findings(case, kind.value):
            if found.document in sent and found.status is not FindingStatus.DISMISSED:
                yield _row(found, sent[found.document])
    yield from _asked(case, organisation)


def _asked(case: OpenCase, organisation: int) -> Iterable[ScheduleRow]:
    """Kinds of record that a letter asked for and that are not in what came."""
    for lacking in matrix.missing(case, organisation):
        asked = f"asked for in my request of {show(lacking.asked)}"
        yield ScheduleRow(f"asked:{lacking.label.casefold()}", (lacking.label, "", asked, "", ""))


def _row(found: Finding, row: DocumentRow) -> ScheduleRow:
    title = row.title or row.path.rsplit("/", 1)[-1]
    what = _pages(found, title) if found.kind is FindingKind.PAGE_GAP else str(found.detail.get("what") or "")
    date = str(found.detail.get("date") or "")
    cells = (
        what,
        show(date) if date else "",
        ", ".join(part for part in (title, show(row.date) if row.date else "") if part),
        str(found.page or 1),
        f"“{shorten(found.quote, 160)}”" if found.quote.strip() else found.reason,
    )
    return ScheduleRow(f"{found.kind.value}:{int(found.id)}", cells, found.document, found.page or 1)


def _pages(found: Finding, title: str) -> str:
    missing: Sequence[int] = found.detail.get("missing") or ()
    total = found.detail.get("total")
    noun = "page" if len(missing) == 1 else "pages"
    return f"{noun.capitalize()} {_ranges(missing)} of {total} of “{title}”"


def _ranges(numbers: Sequence[int]) -> str:
    """ "3 to 7, 9" for 3, 4, 5, 6, 7, 9."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
