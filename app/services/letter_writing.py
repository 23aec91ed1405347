"""Letters: choose by situation, fill from the case, edit, save as Word and PDF, send."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from app.domain.changes import Change, RowChange
from app.domain.errors import OutputProblem, UsageProblem
from app.domain.issues import Issue, IssueStatus
from app.domain.letters import Block, LetterDraft, LetterKind
from app.domain.parts import PageMap
from app.letters import answers, catalogue, fitness
from app.letters.blanks import put_in
from app.letters.checks import leftovers
from app.letters.compose import compose, subject_of
from app.letters.facts import LetterFacts
from app.letters.values import in_words
from app.services import prefill, tracking
from app.services.case import OpenCase
from app.store.letters import draft_row
from app.store.unit_of_work import UnitOfWork
from app.system import clock

_WRITERS = {"docx": "app.letters.writers.docx:write", "pdf": "app.letters.writers.pdf:write"}
_SENDABLE = (IssueStatus.READY, IssueStatus.DRAFT)


def kinds() -> tuple[LetterKind, ...]:
    """Every letter that can be written."""
    return catalogue.kinds()


def draft(
    case: OpenCase,
    kind: str,
    organisation: int | None,
    values: Mapping[str, str] | None = None,
    issues: Sequence[int] | None = None,
    request: int | None = None,
) -> LetterDraft:
    """A letter filled from the case. `issues`: which points (all ready ones of the organisation when None)."""
    facts = _facts(case, kind, organisation, values or {}, issues, request)
    facts = replace(facts, values={**prefill.values(case, kind, organisation, facts.issues), **facts.values})
    try:
        made = compose(kind, facts)
    except (LookupError, KeyError) as error:
        raise UsageProblem("letter", f"“{kind}” is not a letter we know.", "", "See “letter list”.") from error
    return replace(
        made, issues=tuple(int(i.id) for i in facts.issues), request=facts.request.id if facts.request else None
    )


def recompose(case: OpenCase, current: LetterDraft, values: Mapping[str, str]) -> LetterDraft:
    """The same letter with other answers; hand-made changes of the text are replaced by what the facts say.

    What a person answered before stays: every value that the case alone would not give.
    """
    chosen = current.issues or None
    given = {
        f.name: f.value for f in draft(case, current.kind, current.organisation, {}, chosen, current.request).fields
    }
    kept = {f.name: f.value for f in current.fields if f.value and f.value != given.get(f.name)}
    fresh = draft(case, current.kind, current.organisation, {**kept, **values}, chosen, current.request)
    return replace(fresh, id=current.id, status=current.status)


def fill(case: OpenCase, current: LetterDraft, values: Mapping[str, str]) -> LetterDraft:
    """Answers to blanks of a letter whose words were changed by hand: they go where the blanks stand, and no other word changes."""
    _must_be_draft(current)
    known = {f.name: f.value for f in current.fields if f.value}
    fresh = draft(case, current.kind, current.organisation, {**known, **values}, current.issues, current.request)
    filled = {f.name: f for f in fresh.fields}
    shown = {f.label: filled[f.name] for f in current.fields if f.name in values and f.name in filled}
    return replace(
        current,
        fields=fresh.fields,
        missing=fresh.missing,
        blocks=put_in(current.blocks, {label: in_words(field) for label, field in shown.items() if field.value}),
        edited=True,
    )


def start_again(case: OpenCase, current: LetterDraft) -> Change:
    """Throw away the words changed by hand and write the letter from the case again; the change can be undone."""
    return save(case, recompose(case, current, {}))[1]


def edit_blocks(case: OpenCase, current: LetterDraft, blocks: Sequence[Block]) -> LetterDraft:
    """The letter with its text changed by hand; it stays changed."""
    _must_be_draft(current)
    return replace(current, blocks=tuple(blocks), edited=True)


def save(case: OpenCase, current: LetterDraft) -> tuple[LetterDraft, Change]:
    """Keep a letter in work."""
    _must_be_draft(current)
    values = {**draft_row(current), "changed": _now(), "status": "draft"}
    with case.store.write() as uow:
        if current.id is None:
            row: RowChange | None = uow.audit.add("letters", {**values, "created": _now()})
            known = row.id if row else 0
        else:
            known = current.id
            row = uow.audit.edit("letters", known, values)
        change = uow.audit.record("Letter saved", [row])
        return uow.letters.get(known), change


def drafts(case: OpenCase) -> tuple[LetterDraft, ...]:
    """Letters in work and sent, oldest first."""
    with case.store.read() as uow:
        return uow.letters.all()


def delete(case: OpenCase, known: int) -> Change:
    """Throw away a letter that was not sent."""
    with case.store.write() as uow:
        _must_be_draft(_get(uow, known))
        return uow.audit.record("Letter removed", [uow.audit.remove("letters", known)])


def write(case: OpenCase, current: LetterDraft, form: str, *, here: bool = False) -> bytes:
    """The letter as "docx" or "pdf". OutputProblem incomplete names what is still missing.

    `here`: in this process, which is sooner done where no window waits; no file is parsed for it.
    """
    if form not in _WRITERS:
        raise OutputProblem("unknown-format", f"A letter cannot be saved as “{form}”.", "", "Use .docx or .pdf.")
    if refused := why_not(case, current):
        raise OutputProblem("not-right-here", "This letter would be wrong here.", "Nothing was saved.", refused)
    _must_be_whole(current)
    runner = case.ctx.here if here else case.ctx.writers
    made: bytes = runner.submit(_WRITERS[form], current.blocks, _meta(case, current), seconds=120).result()
    return made


def why_not(case: OpenCase, current: LetterDraft) -> str:
    """Why a letter would be wrong for its nation, organisation or writer, and what to do instead; empty when it is right."""
    return fitness.why_not(current.kind, _facts_of(case, current))


def cautions(case: OpenCase, current: LetterDraft) -> tuple[str, ...]:
    """What the writer should know before sending a letter."""
    return fitness.cautions(current.kind, _facts_of(case, current))


def _facts_of(case: OpenCase, current: LetterDraft) -> LetterFacts:
    values = {field.name: field.value for field in current.fields if field.value}
    return _facts(case, current.kind, current.organisation, values, current.issues, current.request)


def _must_be_whole(current: LetterDraft) -> None:
    if "issues" in current.missing:
        raise OutputProblem(
            "no-points", "There is no point to put into this letter.", "Nothing was saved.",
            "Mark what is wrong on its page, with what is right, for this organisation. Then write the letter.",
        )  # fmt: skip
    if current.missing:
        hints = answers.hints(current.fields, current.missing)
        raise OutputProblem(
            "incomplete",
            f"This letter still needs: {answers.wanted(current.fields, current.missing)}.",
            "Nothing was saved.",
            f"Fill it in; on the command line with --set NAME=VALUE ({', '.join(current.missing)})."
            + (f" There, {hints}." if hints else ""),
        )
    left = leftovers(current.blocks)
    if left:
        raise OutputProblem("incomplete", f"The text still has: {left[0]}", "Nothing was saved.", "Change those words.")


def _meta(case: OpenCase, current: LetterDraft) -> Any:
    from app.letters.layout import LetterMeta

    details = case.details()
    return LetterMeta(
        title=subject_of(current.blocks) or current.title, author=details.parent or details.child, made=clock.today()
    )


def mark_sent(case: OpenCase, known: int, on: date, how: str) -> Change:
    """Freeze the letter as it was sent, start its clock, and mark its points as sent."""
    with case.store.read() as uow:
        current = _get(uow, known)
    _must_be_draft(current)
    docx, pdf = write(case, current, "docx"), write(case, current, "pdf")
    with case.store.write() as uow:
        rows: list[RowChange | None] = []
        request = tracking.start_for_letter(uow, current, on, how)
        rows += request.rows
        sent = {
            "status": "sent", "sent": on.isoformat(), "sent_how": how, "sent_docx": uow.blobs.put(docx),
            "sent_pdf": uow.blobs.put(pdf), "request_id": request.id, "changed": _now(),
        }  # fmt: skip
        rows.append(uow.audit.edit("letters", known, sent))
        for point in current.issues:
            if _get_issue(uow, point).fields.status in _SENDABLE:
                changed = {"status": IssueStatus.SENT.value, "sent": on.isoformat(), "letter_id": known}
                rows.append(uow.audit.edit("issues", point, changed))
        return uow.audit.record("Letter sent", rows)


def as_sent(case: OpenCase, known: int, form: str) -> bytes:
    """The very copy that was frozen when the letter was sent."""
    with case.store.read() as uow:
        _get(uow, known)
        sha = uow.letters.raw(known)[f"sent_{form}"]
        if not sha:
            raise UsageProblem("letter", "This letter was not sent yet.", "", "")
        return uow.blobs.get(sha)


def _facts(
    case: OpenCase,
    kind: str,
    organisation: int | None,
    values: Mapping[str, str],
    issues: Sequence[int] | None,
    request: int | None,
) -> LetterFacts:
    from app.services.annotating import issues as all_issues

    found = all_issues(case)
    chosen = _points(found, organisation, issues)
    known = {r.id: r for r in tracking.requests(case)}
    earlier = known.get(request) if request is not None else tracking.latest_request(case, kind, organisation)  # type: ignore[call-overload]
    with case.store.read() as uow:
        owner = uow.organisations.get(organisation) if organisation is not None else None
        details = uow.meta.details()
        entries = uow.events.entries()
        parts = uow.parts.map()
    working = tracking.working_of(case, earlier) if earlier is not None else None
    return LetterFacts(
        case=details, organisation=owner, today=clock.today(), issues=chosen, request=earlier, deadline=working,
        values=dict(values), events=entries, regulator=case.ctx.settings.regulator,
        enclosed=_enclosed(case, kind, chosen) if values.get("evidence_sent") == "yes" else {},
        firsts=_firsts(parts, chosen),
    )  # fmt: skip


def _firsts(parts: PageMap, chosen: tuple[Issue, ...]) -> dict[int, int]:
    """Where each document of the points begins in its file, for those that are parts of one."""
    anchors = [
        a for issue in chosen for a in (issue.anchor, *(proof.anchor for proof in issue.proofs)) if a is not None
    ]
    found = {int(anchor.document): parts.part(int(anchor.document)) for anchor in anchors}
    return {document: part.first for document, part in found.items() if part is not None}


def _enclosed(case: OpenCase, kind: str, chosen: tuple[Issue, ...]) -> dict[tuple[int, int], int]:
    """Where each page of evidence stands in the enclosures."""
    from app.services import enclosures

    stand_in = LetterDraft(kind, "", None, (), (), issues=tuple(int(issue.id) for issue in chosen))
    return enclosures.places(case, enclosures.spec_of(case, stand_in))


def _points(found: Sequence[Issue], organisation: int | None, chosen: Sequence[int] | None) -> tuple[Issue, ...]:
    if chosen is not None:
        wanted = set(chosen)
        return tuple(i for i in found if i.id in wanted)
    return tuple(i for i in found if i.organisation == organisation and i.fields.status is IssueStatus.READY)


def _must_be_draft(current: LetterDraft) -> None:
    if current.status != "draft":
        raise UsageProblem(
            "letter", "This letter was sent and is kept as it was.", "", "Write a new one to say something else."
        )


def _get(uow: UnitOfWork, known: int) -> LetterDraft:
    try:
        return uow.letters.get(known)
    except LookupError as error:
        raise UsageProblem("letter", f"There is no letter {known}.", "", "See the list.") from error


def _get_issue(uow: UnitOfWork, known: int) -> Issue:
    return uow.issues.get(known)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
