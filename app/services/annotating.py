"""Marks on pages, and the inaccuracy records that grow from them."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from app.annotate.anchors import anchor_for_span as make_anchor
from app.annotate.anchors import find_again, find_quote, says_the_same
from app.domain.changes import Change, RowChange
from app.domain.errors import UsageProblem
from app.domain.ids import DocumentId
from app.domain.issues import Issue, IssueFields, IssueStatus, Remedy, Wrong
from app.domain.marks import MARK_NAMES, Anchor, Mark, MarkKind
from app.domain.text import shorten
from app.domain.words import Word, unpack_words
from app.services.case import OpenCase
from app.store.issues import fields_row
from app.store.marks import anchor_row
from app.store.unit_of_work import UnitOfWork

_WRONG_OF = {
    MarkKind.INACCURACY: Wrong.FACT,
    MarkKind.MISSING: Wrong.MISSING,
    MarkKind.OPINION: Wrong.OPINION_AS_FACT,
    MarkKind.LANGUAGE: Wrong.LANGUAGE,
    MarkKind.QUESTION: Wrong.QUESTION,
}
REMEDIES_FOR: dict[Wrong, tuple[Remedy, ...]] = {
    Wrong.FACT: (Remedy.CORRECT, Remedy.NOTIFY),
    Wrong.MISATTRIBUTED: (Remedy.CORRECT, Remedy.NOTIFY),
    Wrong.INCOMPLETE: (Remedy.COMPLETE, Remedy.NOTIFY),
    Wrong.OPINION_AS_FACT: (Remedy.LABEL_OPINION, Remedy.STATEMENT),
    Wrong.OPINION: (Remedy.LABEL_OPINION, Remedy.STATEMENT),
    Wrong.OUT_OF_DATE: (Remedy.CORRECT, Remedy.NOTIFY),
    Wrong.WRONG_PERSON: (Remedy.CORRECT, Remedy.RESTRICT, Remedy.NOTIFY),
    Wrong.MISSING: (Remedy.COMPLETE, Remedy.STATEMENT),
    Wrong.LANGUAGE: (Remedy.STATEMENT,),
    Wrong.QUESTION: (Remedy.EXPLAIN,),
}
"""What is asked by default for each kind of wrong (fact sheet 3.2)."""


def marks(case: OpenCase, document: int | None = None) -> tuple[Mark, ...]:
    """Marks in reading order, of one document or of all."""
    with case.store.read() as uow:
        return uow.marks.all(document)


def anchor_for_quote(case: OpenCase, document: int, page: int, quote: str) -> Anchor:
    """Where quoted words stand on a page; UsageProblem when they are not there."""
    with case.store.read() as uow:
        return _anchor_for_quote(uow, document, page, quote)


def _anchor_for_quote(uow: UnitOfWork, document: int, page: int, quote: str) -> Anchor:
    text, words = _page(uow, document, page)
    span = find_quote(text, quote)
    if span is None or not says_the_same(quote, text[span.start : span.end]):
        raise UsageProblem(
            "quote",
            f"These words are not on page {page} of document {document}: “{shorten(quote, 80)}”.",
            "Nothing was marked.",
            _where_instead(uow, document, quote),
        )
    return make_anchor(DocumentId(document), page, text, words, span.start, span.end)


def _where_instead(uow: UnitOfWork, document: int, quote: str) -> str:
    """What to do about words that are not on the page: the page of the document that has them, if there is one."""
    for info in uow.pages.infos(document):
        text = uow.pages.text(document, info.number)
        span = find_quote(text, quote)
        if span is not None and says_the_same(quote, text[span.start : span.end]):
            return f"They are on page {info.number}."
    return "Copy them from the page as they are read there."


def anchor_for_span(case: OpenCase, document: int, page: int, start: int, end: int) -> Anchor:
    """The anchor of selected words; UsageProblem when there is no word in the selection."""
    with case.store.read() as uow:
        text, words = _page(uow, document, page)
    try:
        return make_anchor(DocumentId(document), page, text, words, start, end)
    except ValueError as error:
        raise UsageProblem("quote", "No words are selected.", "", "Drag over the words to mark.") from error


def _page(uow: UnitOfWork, document: int, page: int) -> tuple[str, tuple[Word, ...]]:
    try:
        return uow.pages.text(document, page), unpack_words(uow.pages.words(document, page))
    except LookupError as error:
        raise UsageProblem("page", f"There is no page {page} in document {document}.", "", "See the list.") from error


def add_mark(case: OpenCase, anchor: Anchor, kind: MarkKind, note: str = "") -> tuple[Mark, Change]:
    """A mark on words or on an area."""
    if not anchor.exact and not anchor.rects:
        raise UsageProblem("mark", "A mark needs words or an area.", "", "Select something on the page.")
    stamp = _now()
    values = {
        **anchor_row(anchor), "uuid": f"urn:uuid:{uuid.uuid4()}", "kind": kind.value, "note": note.strip(),
        "created": stamp, "changed": stamp, "lost": False,
    }  # fmt: skip
    with case.store.write() as uow:
        added = uow.audit.add("marks", values)
        change = uow.audit.record(f"{MARK_NAMES[kind]} marked", [added])
        return _mark(uow, added.id), change


def edit_mark(case: OpenCase, known: int, kind: MarkKind | None = None, note: str | None = None) -> Change:
    """Another kind or note."""
    values: dict[str, object] = {"changed": _now()}
    if kind is not None:
        values["kind"] = kind.value
    if note is not None:
        values["note"] = note.strip()
    with case.store.write() as uow:
        _mark(uow, known)
        return uow.audit.record("Mark changed", [uow.audit.edit("marks", known, values)])


def delete_mark(case: OpenCase, known: int) -> Change:
    """Take a mark away; a record made from it keeps its words."""
    with case.store.write() as uow:
        found = _mark(uow, known)
        rows: list[RowChange | None] = []
        if found.issue is not None:
            rows.append(uow.audit.edit("issues", found.issue, {"mark_id": None}))
        rows.append(uow.audit.remove("marks", known))
        return uow.audit.record("Mark removed", rows)


def find_marks_again(case: OpenCase, document: int) -> None:
    """After a page was read anew: put marks and proofs back on their words, or say that they are lost."""
    with case.store.write() as uow:
        found: list[tuple[str, int, Anchor]] = [("marks", m.id, m.anchor) for m in uow.marks.all(document)]
        found += [
            ("proofs", p.id, p.anchor)
            for i in uow.issues.all()
            for p in i.proofs
            if document in (p.anchor.document, uow.parts.in_file(p.anchor.document, p.anchor.page)[0])
        ]
        for table, known, anchor in found:
            text, words = _page(uow, anchor.document, anchor.page)
            fresh = find_again(anchor, text, words)
            if fresh is not None and fresh != anchor:
                uow.audit.edit(table, known, anchor_row(fresh))
            if table == "marks":
                uow.audit.edit("marks", known, {"lost": fresh is None})


def issues(case: OpenCase) -> tuple[Issue, ...]:
    """All inaccuracy records, in the order they were made; `due` is filled by the tracking service."""
    with case.store.read() as uow:
        found = uow.issues.all()
    return _with_due(case, found)


def issue(case: OpenCase, known: int) -> Issue:
    """One record; UsageProblem when there is none."""
    with case.store.read() as uow:
        found = _issue(uow, known)
    return _with_due(case, (found,))[0]


def _with_due(case: OpenCase, found: tuple[Issue, ...]) -> tuple[Issue, ...]:
    """The date an answer is due, from the letter that carried the point."""
    if not any(item.letter for item in found):
        return found
    from app.services.tracking import due_of_letters

    due = due_of_letters(case)
    return tuple(replace(item, due=due.get(item.letter or 0, "")) for item in found)


def issue_from_mark(case: OpenCase, known: int) -> tuple[Issue, Change]:
    """The record of a mark: the one it has, or a new draft with what the mark and the document already say."""
    with case.store.write() as uow:
        mark = _mark(uow, known)
        if mark.issue is not None:
            return _issue(uow, mark.issue), Change("Nothing changed", ())
        row = uow.documents.row(mark.anchor.document)
        wrong = _WRONG_OF.get(mark.kind, Wrong.FACT)
        fields = IssueFields(
            title=shorten(mark.anchor.exact or mark.note or row.title, 60), says=" ".join(mark.anchor.exact.split()), wrong=wrong,
            wrong_text=mark.note, remedies=REMEDIES_FOR[wrong],
        )  # fmt: skip
        added = _add(uow, fields, row.organisation, known)
        return _issue(uow, added.id), uow.audit.record("Record made", [added])


def add_issue(case: OpenCase, fields: IssueFields, organisation: int | None) -> tuple[Issue, Change]:
    """A record without a mark: something that is missing altogether."""
    with case.store.write() as uow:
        added = _add(uow, fields, organisation, None)
        return _issue(uow, added.id), uow.audit.record("Record made", [added])


def _add(uow: UnitOfWork, fields: IssueFields, organisation: int | None, mark: int | None) -> RowChange:
    ref = uow.issues.next_ref(organisation)
    row = {**fields_row(fields), "ref": ref, "mark_id": mark, "organisation_id": organisation, "created": _now()}
    return uow.audit.add("issues", row)


def save_issue(case: OpenCase, known: int, fields: IssueFields) -> Change:
    """Keep what was written. A draft becomes ready by itself when nothing is missing, and a draft again when something is."""
    with case.store.write() as uow:
        current = _issue(uow, known)
        fields = replace(fields, status=_status(fields, current))
        return uow.audit.record("Record changed", [uow.audit.edit("issues", known, fields_row(fields))])


def what_is_missing(fields: IssueFields) -> tuple[str, ...]:
    """What a record still needs before it can go into a letter, in plain words."""
    needs = [
        (fields.says.strip() or fields.wrong in (Wrong.MISSING, Wrong.INCOMPLETE), "what the record says"),
        (fields.right.strip() or fields.wrong in (Wrong.QUESTION, Wrong.LANGUAGE), "what is right"),
        (bool(fields.remedies), "what you ask for"),
    ]
    return tuple(words for there, words in needs if not there)


def _status(fields: IssueFields, current: Issue) -> IssueStatus:
    if fields.status not in (IssueStatus.DRAFT, IssueStatus.READY):
        return fields.status
    return IssueStatus.DRAFT if what_is_missing(fields) else IssueStatus.READY


def add_proof(case: OpenCase, known: int, anchor: Anchor, note: str = "") -> Change:
    """A passage that proves the point."""
    with case.store.write() as uow:
        _issue(uow, known)
        added = uow.audit.add("proofs", {**anchor_row(anchor), "issue_id": known, "note": note.strip()})
        return uow.audit.record("Proof added", [added])


def remove_proof(case: OpenCase, known: int, proof: int) -> Change:
    """Take a passage out of the proof."""
    with case.store.write() as uow:
        _issue(uow, known)
        return uow.audit.record("Proof removed", [uow.audit.remove("proofs", proof)])


def delete_issue(case: OpenCase, known: int) -> Change:
    """Take a record away; its mark stays on the page."""
    with case.store.write() as uow:
        current = _issue(uow, known)
        rows = [uow.audit.remove("proofs", proof.id) for proof in current.proofs]
        return uow.audit.record("Record removed", [*rows, uow.audit.remove("issues", known)])


def mark_with_record(
    case: OpenCase,
    anchor: Anchor,
    kind: MarkKind,
    *,
    says: str = "",
    wrong: str = "",
    right: str = "",
    remedies: Sequence[Remedy] = (),
    proofs: Sequence[Anchor] = (),
) -> tuple[Mark, Issue | None]:
    """A mark and, when anything is said of it, its record with proof: one call for scripts."""
    mark, _ = add_mark(case, anchor, kind, wrong)
    if not (says or right or remedies or proofs or wrong) or kind not in _WRONG_OF:
        return mark, None
    made, _ = issue_from_mark(case, mark.id)
    fields = replace(
        made.fields, says=says or made.fields.says, wrong_text=wrong, right=right,
        remedies=tuple(remedies) or made.fields.remedies,
    )  # fmt: skip
    save_issue(case, made.id, fields)
    for proof in proofs:
        add_proof(case, made.id, proof)
    with case.store.read() as uow:
        return _mark(uow, mark.id), _issue(uow, made.id)


def _mark(uow: UnitOfWork, known: int) -> Mark:
    try:
        return uow.marks.get(known)
    except LookupError as error:
        raise UsageProblem("mark", f"There is no mark {known}.", "", "See the list.") from error


def _issue(uow: UnitOfWork, known: int) -> Issue:
    try:
        return uow.issues.get(known)
    except LookupError as error:
        raise UsageProblem("record", f"There is no record {known}.", "", "See the list.") from error


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
