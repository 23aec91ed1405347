"""What became of a point: their answer, what can be done next and by when, and whether a later file shows it put right."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.annotate.put_right import Copy
from app.annotate.put_right import check as look_for
from app.domain.changes import Change
from app.domain.documents import READABLE_STATUSES, Disclosure, DocumentRow
from app.domain.errors import UsageProblem
from app.domain.ids import DocumentId
from app.domain.issues import ISSUE_STATUS_NAMES, Issue, IssueStatus
from app.domain.letters import LetterDraft
from app.domain.outcomes import NextStep, PutRight
from app.domain.requests import Request, Working
from app.requests.deadlines import work_out
from app.requests.next_steps import StepRule, outcome, start_of, steps_after
from app.services import annotating, letter_writing, tracking
from app.services.browsing import as_edtf
from app.services.case import OpenCase
from app.store.issues import fields_row
from app.store.unit_of_work import UnitOfWork
from app.system import clock

ANSWERS = (
    IssueStatus.AGREED, IssueStatus.PARTLY, IssueStatus.REFUSED, IssueStatus.NO_REPLY, IssueStatus.PUT_RIGHT,
)  # fmt: skip
_OPEN_FOR_ANSWER = frozenset({IssueStatus.SENT, *ANSWERS})


def answer(
    case: OpenCase,
    points: Sequence[int],
    status: IssueStatus,
    *,
    words: str = "",
    on: str = "",
    document: int | None = None,
) -> Change:
    """Keep what they answered on one point or on several at once. `on` is EDTF or as people write dates; `document` is the letter
    in which they said it. Raises UsageProblem for a point that was not sent, or a status that is no answer."""
    if status not in ANSWERS:
        names = ", ".join(status.value for status in ANSWERS)
        raise UsageProblem("answer", f"“{status}” is not an answer.", "Nothing was changed.", f"Use one of: {names}.")
    day = as_edtf(on) if on else ""
    with case.store.write() as uow:
        rows = [
            uow.audit.edit("issues", known, _answered(uow, known, status, words, day, document)) for known in points
        ]
        return uow.audit.record(f"Answer: {ISSUE_STATUS_NAMES[status].lower()}", rows)


def _answered(
    uow: UnitOfWork, known: int, status: IssueStatus, words: str, day: str, document: int | None
) -> dict[str, object]:
    try:
        current = uow.issues.get(known)
    except LookupError as error:
        raise UsageProblem("record", f"There is no record {known}.", "", "See the list.") from error
    if current.fields.status not in _OPEN_FOR_ANSWER:
        raise UsageProblem(
            "answer", f"{current.ref} was not sent yet, so there is no answer to it.", "Nothing was changed.",
            "Send it in a letter first.",
        )  # fmt: skip
    if document is not None:
        _must_exist(uow, document)
    fields = replace(
        current.fields, status=status, answer=words.strip() or current.fields.answer, answered=day or current.fields.answered,
        answer_document=DocumentId(document) if document is not None else current.fields.answer_document,
    )  # fmt: skip
    return fields_row(fields)


def _must_exist(uow: UnitOfWork, document: int) -> None:
    try:
        uow.documents.row(document)
    except LookupError as error:
        raise UsageProblem("document", f"There is no document {document}.", "", "See the list.") from error


def next_steps(case: OpenCase, known: int) -> tuple[NextStep, ...]:
    """What can be done about a point now, those already done at the end. UsageProblem for an unknown point."""
    point, today = annotating.issue(case, known), clock.today()
    sent = letters_of(case, point)
    requests = {int(r.id): r for r in tracking.requests(case)}
    kinds = frozenset(letter.kind for letter in sent)
    found = [_step(case, rule, point, sent, requests) for rule in steps_after(point, kinds, today)]
    return tuple(sorted(found, key=lambda step: bool(step.done)))


def stands(case: OpenCase, point: Issue) -> IssueStatus:
    """How a point stands today: sent and late counts as no reply."""
    return outcome(point, clock.today())


def letters_of(case: OpenCase, point: Issue) -> tuple[LetterDraft, ...]:
    """The letters that went off with a point in them, oldest first."""
    found = [x for x in letter_writing.drafts(case) if x.status == "sent" and int(point.id) in x.issues]
    return tuple(sorted(found, key=lambda letter: letter.sent))


def _step(
    case: OpenCase, rule: StepRule, point: Issue, sent: Sequence[LetterDraft], requests: dict[int, Request]
) -> NextStep:
    since = point.fields.answered or point.sent
    done = [x.sent for x in sent if x.kind == rule.letter and x.sent[:10] >= since[:10]] if rule.letter else []
    carried = next((x for x in sent if int(x.id or 0) == int(point.letter or 0)), None)
    asked = requests.get(int(carried.request)) if carried is not None and carried.request is not None else None
    start = start_of(rule, point, asked.received if asked else "")
    working = _working(case, rule.rule, start, point) if start else None
    return NextStep(rule.id, rule.title, rule.why, rule.letter, working, done[-1] if done else "")


def _working(case: OpenCase, rule: str, start: date, point: Issue) -> Working:
    with case.store.read() as uow:
        nation = uow.organisations.get(point.organisation).nation if point.organisation is not None else ""
    return work_out(rule, start, nation or case.details().nation, {})


def check(case: OpenCase, known: int) -> PutRight:
    """Whether files received after the answer (after the letter, while there is no answer) show the point put right."""
    point = annotating.issue(case, known)
    since = (point.fields.answered or point.sent)[:10]
    if not since:
        raise UsageProblem("record", f"{point.ref} was not sent yet.", "", "Send it in a letter first.")
    with case.store.read() as uow:
        copies = _later_copies(uow, point, since)
    says = point.fields.says or (point.anchor.exact if point.anchor else "")
    return look_for(says, point.fields.right, copies)


def _later_copies(uow: UnitOfWork, point: Issue, since: str) -> list[Copy]:
    deliveries = {d.id: d for d in uow.documents.disclosures()}
    rows = {row.id: row for row in uow.documents.rows()}
    own = rows.get(point.document) if point.document is not None else None
    found = []
    for row in rows.values():
        delivery = deliveries[row.disclosure]
        if not row.is_container and _came_later(delivery, since) and _theirs(row, delivery, point):
            held = rows.get(row.duplicate_of) if row.duplicate_of is not None else row
            if held is not None and held.status in READABLE_STATUSES:
                found.append(_copy(uow, row, held, delivery, own))
    return found


def _came_later(delivery: Disclosure, since: str) -> bool:
    return bool(delivery.received) and delivery.received[:10] > since


def _theirs(row: DocumentRow, delivery: Disclosure, point: Issue) -> bool:
    return point.organisation is None or point.organisation in (row.organisation, delivery.organisation)


def _copy(uow: UnitOfWork, row: DocumentRow, held: DocumentRow, delivery: Disclosure, own: DocumentRow | None) -> Copy:
    pages = tuple((info.number, info.text) for info in uow.pages.infos(held.id))
    return Copy(held.id, held.title or held.path, delivery.received, own is not None and _same_record(held, own), pages)


def _same_record(row: DocumentRow, own: DocumentRow) -> bool:
    """The same bytes, a version of the same record, or the same kind of document with the same date and title."""
    if row.id == own.id or (row.version_group is not None and row.version_group == own.version_group):
        return True
    return bool(own.date) and (row.kind, row.date, row.title) == (own.kind, own.date, own.title)
