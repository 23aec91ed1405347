"""Stand-ins for what follows an answer: the real steps over invented points, lists in memory."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from app.domain.changes import Change
from app.domain.ids import DocumentId, OrganisationId
from app.domain.issues import IssueStatus
from app.domain.outcomes import Later, NextStep, Place, PutRight
from app.domain.schedules import Schedule, ScheduleRow
from app.requests.deadlines import parse_context, work_out
from app.requests.next_steps import start_of, steps_after
from app.services import schedules as real
from tests.ui import fake_content as content
from tests.ui.fake_writing import TODAY


class Outcomes:
    """`services.outcomes` with the real steps."""

    def next_steps(self, case: Any, issue: int) -> tuple[NextStep, ...]:
        point = case.state.issues[issue]
        found = []
        for step in steps_after(point, frozenset(), TODAY):
            start = start_of(step, point, "")
            working = work_out(step.rule, start, "england", parse_context("")) if start else None
            found.append(NextStep(step.id, step.title, step.why, step.letter, working))
        return tuple(found)

    def check(self, case: Any, issue: int) -> PutRight:
        point = case.state.issues[issue]
        if point.fields.status is not IssueStatus.AGREED:
            return PutRight(Later.NO_LATER_FILE, "Nothing from them has come in since they answered.")
        place = Place(DocumentId(9), 2, point.fields.right, "SEN support review", "2026-11-20")
        return PutRight(Later.SHOWS_IT, f"SEN support review, page 2 now says “{point.fields.right}”.", (place,))

    def answer(self, case: Any, points: Any, status: IssueStatus, **_: Any) -> Change:
        change = Change("Nothing", ())
        for point in points:
            old = case.state.issues[point]
            new = replace(old, fields=replace(old.fields, status=status))
            change = case.change("Answer kept", issues={**case.state.issues, point: new})
        return change


_ROWS = {
    "redactions": (
        ("SEN support review", "14 Oct 2021", "2", "3 places, about 12 per cent of the page", "none stated", "Which rule was used here, and why it covers all of this"),
        ("Safeguarding log", "4 Nov 2021", "19", "the whole page", "third party", "Why this rule covers all of this"),
    ),
    "missing": (
        ("Minutes of the meeting of 3 March 2021", "3 Mar 2021", "E-mail, 5 Mar 2021", "2", "“the minutes of the meeting of 3 March 2021, attached”"),
    ),
    "told": (),
}  # fmt: skip


class Schedules:
    """`services.schedules` over invented rows."""

    def kinds(self) -> Any:
        return real.kinds()

    def schedule(self, case: Any, kind: str, organisation: int) -> Schedule:
        rows = _lists(case)[kind]
        return Schedule(real.kind_of(kind), OrganisationId(organisation), content.NAMES[organisation], tuple(rows))

    def choose(self, case: Any, kind: str, organisation: int, keys: Any, chosen: bool) -> Change:
        rows = _lists(case)[kind]
        rows[:] = [replace(row, chosen=chosen) if row.key in keys else row for row in rows]
        return Change("Row", ())

    def change(self, case: Any, kind: str, organisation: int, key: str, cells: Any) -> Change:
        rows = _lists(case)[kind]
        rows[:] = [replace(row, cells=tuple(cells), changed=True) if row.key == key else row for row in rows]
        return Change("Row", ())

    def add(self, case: Any, kind: str, organisation: int, cells: Any) -> Change:
        rows = _lists(case)[kind]
        blank = len(real.kind_of(kind).columns) - len(cells)
        rows.append(ScheduleRow(f"own:{len(rows)}", (*cells, *[""] * blank), own=True))
        return Change("Row", ())

    def remove(self, case: Any, kind: str, organisation: int, key: str) -> Change:
        rows = _lists(case)[kind]
        rows[:] = [row for row in rows if row.key != key]
        return Change("Row", ())

    def document(self, case: Any, kind: str, organisation: int, form: str) -> bytes:
        return b"list " + form.encode()


def _lists(case: Any) -> dict[str, list[ScheduleRow]]:
    found: dict[str, list[ScheduleRow]] | None = getattr(case, "_lists", None)
    if found is None:
        found = case._lists = {
            kind: [ScheduleRow(str(n), cells, DocumentId(9), 2) for n, cells in enumerate(rows)]
            for kind, rows in _ROWS.items()
        }
    return found


def services() -> dict[str, Any]:
    """What `make_services` adds."""
    return {
        "outcomes": Outcomes(),
        "schedules": Schedules(),
        "findings": SimpleNamespace(ensure=lambda _case: None),
        "trails": SimpleNamespace(document=lambda _case, _issue: b"trail"),
    }
