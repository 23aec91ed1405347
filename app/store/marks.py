"""Marks on pages."""

import json
from typing import Any

from sqlalchemy import Connection, select

from app.domain.changes import Row
from app.domain.ids import DocumentId, IssueId, MarkId
from app.domain.marks import Anchor, Mark, MarkKind
from app.domain.parts import PageMap
from app.store.parts import Parts
from app.store.tables import issues, marks


def anchor_row(anchor: Anchor) -> Row:
    """An anchor as columns; marks and proofs share them."""
    return {
        "document_id": int(anchor.document), "page": anchor.page, "exact": anchor.exact, "prefix": anchor.prefix,
        "suffix": anchor.suffix, "start": anchor.start, "end": anchor.end,
        "rects": json.dumps([[round(v, 2) for v in rect] for rect in anchor.rects]),
    }  # fmt: skip


def row_anchor(row: Any, ranges: PageMap) -> Anchor:
    """The inverse of `anchor_row`, on the part that shows the page."""
    document, page = ranges.shown(row["document_id"], row["page"])
    rects = tuple((r[0], r[1], r[2], r[3]) for r in json.loads(row["rects"] or "[]"))
    return Anchor(
        DocumentId(document), page, row["exact"], row["prefix"], row["suffix"], row["start"], row["end"],
        rects, ranges.file_page(document, page),
    )  # fmt: skip


class Marks:
    """Marks by document, page and place."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, document: int | None = None) -> tuple[Mark, ...]:
        """Marks in reading order."""
        query = (
            select(marks, issues.c.id.label("issue_id"))
            .outerjoin(issues, issues.c.mark_id == marks.c.id)
            .order_by(marks.c.document_id, marks.c.page, marks.c.start, marks.c.id)
        )
        parts = Parts(self._connection)
        part = parts.range_of(document) if document is not None else None
        if part is not None:
            query = query.where(marks.c.document_id == part.whole, marks.c.page.between(part.first, part.last))
        elif document is not None:
            query = query.where(marks.c.document_id == document)
        ranges = parts.map() if document is None or part is not None else PageMap()
        return tuple(_mark(row, ranges) for row in self._connection.execute(query).mappings())

    def get(self, mark: int) -> Mark:
        """One mark; LookupError when there is none."""
        for found in self.all():
            if found.id == mark:
                return found
        raise LookupError("no such mark")


def _mark(row: Any, ranges: PageMap) -> Mark:
    return Mark(
        MarkId(row["id"]), row["uuid"], MarkKind(row["kind"]), row_anchor(row, ranges), row["note"], row["created"], row["changed"],
        IssueId(row["issue_id"]) if row["issue_id"] else None, row["lost"],
    )  # fmt: skip
