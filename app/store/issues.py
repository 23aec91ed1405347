"""Inaccuracy records and their proof."""

import json
from typing import Any

from sqlalchemy import Connection, func, select

from app.domain.changes import Row
from app.domain.ids import DocumentId, IssueId, LetterId, MarkId, OrganisationId
from app.domain.issues import Issue, IssueFields, IssueStatus, Proof, Remedy, Wrong
from app.domain.marks import Anchor
from app.store.audit import Audit
from app.store.marks import row_anchor
from app.store.parts import Parts
from app.store.tables import documents, issues, marks, organisations, proofs


def fields_row(fields: IssueFields) -> Row:
    """What a person wrote, as columns."""
    return {
        "title": fields.title, "says": fields.says, "wrong": fields.wrong.value, "wrong_text": fields.wrong_text,
        "right": fields.right, "remedies": json.dumps([r.value for r in fields.remedies]),
        "recipients": fields.recipients, "status": fields.status.value, "answer": fields.answer,
        "answered": fields.answered, "answer_document": fields.answer_document,
    }  # fmt: skip


class Issues:
    """Records with what proves them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_ref(self, organisation: int | None) -> str:
        """The next number of that organisation: its letter and two digits, as L-07."""
        sign = "X"
        if organisation is not None:
            sign = (
                self._connection.execute(
                    select(organisations.c.sign).where(organisations.c.id == organisation)
                ).scalar()
                or "X"
            )
        last = self._connection.execute(select(func.max(issues.c.ref)).where(issues.c.ref.like(f"{sign}-%"))).scalar()
        return f"{sign}-{int(last.split('-')[1]) + 1 if last else 1:02d}"

    def all(self, only: int | None = None) -> tuple[Issue, ...]:
        """Records in the order they were made."""
        query = select(issues, organisations.c.name).outerjoin(
            organisations, organisations.c.id == issues.c.organisation_id
        )
        if only is not None:
            query = query.where(issues.c.id == only)
        anchors, proof = self._anchors(), self._proofs()
        facts = self._document_facts()
        return tuple(
            _issue(row, anchors.get(row["mark_id"]), proof.get(row["id"], ()), facts, Audit(self._connection))
            for row in self._connection.execute(query.order_by(issues.c.id)).mappings()
        )

    def get(self, issue: int) -> Issue:
        """One record; LookupError when there is none."""
        found = self.all(issue)
        if not found:
            raise LookupError("no such record")
        return found[0]

    def _anchors(self) -> dict[int, Anchor]:
        query = select(marks).join(issues, issues.c.mark_id == marks.c.id)
        ranges = Parts(self._connection).map()
        return {row["id"]: row_anchor(row, ranges) for row in self._connection.execute(query).mappings()}

    def _document_facts(self) -> dict[int, tuple[str, str, str]]:
        query = select(documents.c.id, documents.c.title, documents.c.path, documents.c.date, documents.c.authors)
        return {
            i: (title or path.rsplit("/", 1)[-1], date, ", ".join(json.loads(authors or "[]")))
            for i, title, path, date, authors in self._connection.execute(query)
        }

    def _proofs(self) -> dict[int, tuple[Proof, ...]]:
        facts, ranges = self._document_facts(), Parts(self._connection).map()
        found: dict[int, tuple[Proof, ...]] = {}
        for row in self._connection.execute(select(proofs).order_by(proofs.c.id)).mappings():
            anchor = row_anchor(row, ranges)
            title, date, _ = facts.get(anchor.document, ("", "", ""))
            proof = Proof(row["id"], anchor, title, date, row["note"])
            found[row["issue_id"]] = (*found.get(row["issue_id"], ()), proof)
        return found


def _issue(
    row: Any, anchor: Anchor | None, proof: tuple[Proof, ...], facts: dict[int, tuple[str, str, str]], audit: Audit
) -> Issue:
    fields = IssueFields(
        row["title"], row["says"], Wrong(row["wrong"]), row["wrong_text"], row["right"],
        tuple(Remedy(r) for r in json.loads(row["remedies"] or "[]")), row["recipients"], IssueStatus(row["status"]),
        row["answer"], row["answered"], DocumentId(row["answer_document"]) if row["answer_document"] else None,
    )  # fmt: skip
    document = anchor.document if anchor else None
    title, date, author = facts.get(document, ("", "", "")) if document else ("", "", "")
    return Issue(
        IssueId(row["id"]), row["ref"], fields, MarkId(row["mark_id"]) if row["mark_id"] else None, anchor,
        DocumentId(document) if document else None, title, date, author,
        OrganisationId(row["organisation_id"]) if row["organisation_id"] else None, row["name"] or "", proof,
        row["created"], row["sent"], "", LetterId(row["letter_id"]) if row["letter_id"] else None,
        audit.trail("issues", row["id"]),
    )  # fmt: skip
