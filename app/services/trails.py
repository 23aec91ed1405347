"""The trail of one inaccuracy, from the first mark through each letter to what the next file shows, as one page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.dates import show
from app.domain.errors import OutputProblem
from app.domain.issues import ISSUE_STATUS_NAMES, REMEDY_NAMES, WRONG_NAMES, Issue, IssueStatus
from app.domain.letters import LetterDraft
from app.domain.outcomes import LATER_NAMES, NextStep, PutRight, TrailEntry
from app.domain.parts import cited
from app.domain.requests import Request
from app.domain.text import shorten
from app.services import annotating, outcomes, tracking
from app.services.case import OpenCase
from app.system import clock

_LOGGED = {
    "acknowledged": "They said that they had it",
    "identity-asked": "They asked for proof of identity",
    "identity-sent": "Proof of identity sent",
    "clarify-asked": "They asked a question",
    "clarified": "Question answered",
    "extended": "They said that they need more time",
    "answered": "They answered the letter",
    "refused": "They refused",
    "part-answered": "They answered in part",
}
_ANSWERS = {status.value for status in outcomes.ANSWERS}


@dataclass(frozen=True, slots=True)
class Trail:
    """Everything the page shows. `later` is None before the point was sent."""

    issue: Issue
    entries: tuple[TrailEntry, ...]
    later: PutRight | None
    next_steps: tuple[NextStep, ...]


def trail(case: OpenCase, known: int) -> Trail:
    """The trail of a point, oldest first. UsageProblem for an unknown point."""
    point = annotating.issue(case, known)
    letters = outcomes.letters_of(case, point)
    requests = {int(r.id): r for r in tracking.requests(case)}
    entries = [*_beginning(case, point), *_letters(letters, requests), *_answers(case, point)]
    later = outcomes.check(case, known) if point.sent else None
    return Trail(
        point,
        tuple(sorted(entries, key=lambda e: e.on[:10])),
        later,
        outcomes.next_steps(case, known) if point.sent else (),
    )


def _beginning(case: OpenCase, point: Issue) -> Iterable[TrailEntry]:
    if point.mark is not None:
        with case.store.read() as uow:
            marked = uow.marks.get(point.mark)
        yield TrailEntry(marked.created[:10], "Marked on the page", _page(point))
    else:
        yield TrailEntry(point.created[:10], "Noted", "")


def _page(point: Issue) -> str:
    if point.anchor is None:
        return point.document_title
    return f"{point.document_title}, {cited(point.anchor.page, point.anchor.file_page)}"


def _letters(letters: Sequence[LetterDraft], requests: dict[int, Request]) -> Iterable[TrailEntry]:
    seen: set[int] = set()
    for letter in letters:
        how = f", {letter.sent_how}" if letter.sent_how else ""
        yield TrailEntry(letter.sent[:10], f"Sent: {letter.title}", f"To {_owner(letter, requests)}{how}".strip())
        request = requests.get(int(letter.request)) if letter.request is not None else None
        if request is not None and int(request.id) not in seen:
            seen.add(int(request.id))
            for day, what, note in request.log:
                if what in _LOGGED and day:
                    yield TrailEntry(day, _LOGGED[what], note)


def _owner(letter: LetterDraft, requests: dict[int, Request]) -> str:
    request = requests.get(int(letter.request)) if letter.request is not None else None
    return request.organisation_name if request is not None else "them"


def _answers(case: OpenCase, point: Issue) -> Iterable[TrailEntry]:
    """Their answers, each as it was when it was written down; one that was taken back or replaced on the same day counts once."""
    with case.store.read() as uow:
        steps = uow.audit.steps("issues", int(point.id))
        titles = {int(row.id): row.title for row in uow.documents.rows()}
    found: dict[tuple[str, str], TrailEntry] = {}
    for at, after in steps:
        status = str(after.get("status", ""))
        if status in _ANSWERS:
            day = str(
                after.get("answered")
                or (point.fields.answered if status == point.fields.status.value else "")
                or at[:10]
            )
            said = str(after.get("answer") or (point.fields.answer if status == point.fields.status.value else ""))
            named = titles.get(int(after.get("answer_document") or 0), "")
            detail = " · ".join(part for part in (f"“{said}”" if said else "", named) if part)
            found[day[:10], status] = TrailEntry(
                day, f"Their answer: {ISSUE_STATUS_NAMES[IssueStatus(status)].lower()}", detail
            )
    return found.values()


def document(case: OpenCase, known: int, form: str = "pdf") -> bytes:
    """The trail on one A4 page, as PDF (PDF/UA)."""
    if form != "pdf":
        raise OutputProblem("unknown-format", f"A trail cannot be saved as “{form}”.", "", "Use .pdf.")
    found = trail(case, known)
    made: bytes = case.ctx.writers.submit(
        "app.export.trail:trail_pdf", _data(case, found), clock.today(), seconds=120
    ).result()
    return made


def _data(case: OpenCase, found: Trail) -> dict[str, object]:
    point, fields = found.issue, found.issue.fields
    status = outcomes.stands(case, point)
    return {
        "child": case.details().child,
        "ref": point.ref,
        "name": fields.title or shorten(fields.says, 60),
        "organisation": point.organisation_name or "not known",
        "status": ISSUE_STATUS_NAMES[status],
        "source": ", ".join(
            part for part in (_page(point), show(point.document_date) if point.document_date else "", point.document_author) if part
        ),
        "says": fields.says,
        "kind": WRONG_NAMES[fields.wrong],
        "wrong": fields.wrong_text,
        "right": fields.right,
        "proofs": [
            {
                "where": ", ".join(p for p in (proof.document_title, show(proof.document_date) if proof.document_date else "",
                                               cited(proof.anchor.page, proof.anchor.file_page)) if p),
                "words": proof.anchor.exact or proof.note,
            }
            for proof in point.proofs
        ],
        "asks": [REMEDY_NAMES[remedy] for remedy in fields.remedies],
        "recipients": fields.recipients,
        "entries": [{"on": show(e.on), "what": e.what, "detail": e.detail} for e in found.entries],
        "later": {"name": LATER_NAMES[found.later.verdict], "reason": found.later.reason} if found.later else None,
        "steps": [
            {"title": step.title, "due": show(step.working.due) if step.working else ""}
            for step in found.next_steps
            if not step.done
        ],
    }  # fmt: skip
