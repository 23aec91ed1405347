"""Entries of the timeline."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, insert, select

from app.domain.changes import Row
from app.domain.events import EventOrigin, EventStatus, TimelineEntry
from app.domain.ids import DocumentId, EventId, OrganisationId
from app.domain.parts import PageMap, PartRange
from app.store.mails import Mails
from app.store.parts import Parts
from app.store.tables import documents, events, marks, organisations

_QUOTED = "It stands in an earlier message that is quoted here and was not found by itself."


class Events:
    """Suggested, confirmed and own entries."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_many(self, rows: Sequence[Row]) -> None:
        """New entries of the program; those of a part are kept under the page of its file."""
        if rows:
            ranges = Parts(self._connection).map()
            self._connection.execute(insert(events), [_in_file(row, ranges) for row in rows])

    def forget_suggestions(self, document: int) -> set[tuple[int, str, str]]:
        """Remove undecided entries of a document; what a person decided stays: (page, date text, quote) of those."""
        part = Parts(self._connection).range_of(document)
        mine = _of(document, part)
        undecided = events.c.decided.is_(False) & (events.c.origin != EventOrigin.PARENT.value)
        self._connection.execute(delete(events).where(mine, undecided))
        kept = self._connection.execute(select(events.c.page, events.c.date_text, events.c.quote).where(mine))
        less = part.first - 1 if part else 0
        return {(page - less, text, quote) for page, text, quote in kept}

    def entries(self, *, document: int | None = None, only: Iterable[int] | None = None) -> tuple[TimelineEntry, ...]:
        """All entries in order of time. What a quoted message says belongs to that message where it is held by itself."""
        query = (
            select(events, documents.c.title.label("document_title"), documents.c.path, organisations.c.name)
            .outerjoin(documents, documents.c.id == events.c.document_id)
            .outerjoin(organisations, organisations.c.id == events.c.organisation_id)
            .order_by(events.c.first_day, events.c.last_day, events.c.document_id, events.c.page, events.c.start)
        )
        parts = Parts(self._connection)
        part = parts.range_of(document) if document is not None else None
        if document is not None:
            query = query.where(_of(document, part))
        ranges = parts.map() if document is None or part is not None else PageMap()
        if only is not None:
            query = query.where(events.c.id.in_(list(only)))
        marked = self._marks(ranges)
        repeats, lost = Mails(self._connection).quoted(held=True), Mails(self._connection).quoted(held=False)
        rows = [_shown(row, ranges) for row in self._connection.execute(query).mappings()]
        return tuple(
            TimelineEntry(
                EventId(r["id"]), r["date"], r["date_text"], r["first_day"], r["last_day"], r["title"], r["kind"],
                r["quote"], DocumentId(r["document_id"]) if r["document_id"] else None,
                r["document_title"] or (r["path"] or "").rsplit("/", 1)[-1], r["page"], r["start"], r["end"],
                OrganisationId(r["organisation_id"]) if r["organisation_id"] else None, r["name"] or "",
                EventOrigin(r["origin"]), EventStatus(r["status"]), r["precision"], _reason(r, lost), r["note"],
                tuple(k for k, exact in marked.get((r["document_id"], r["page"]), ()) if _meets(exact, r["quote"])),
                r["part_first"] + r["page"] - 1 if r["part_first"] else 0,
            )
            for r in rows
            if r["decided"] or not _within(r, repeats)
        )  # fmt: skip

    def _marks(self, ranges: PageMap) -> dict[tuple[int, int], list[tuple[str, str]]]:
        found: dict[tuple[int, int], list[tuple[str, str]]] = {}
        for doc, page, kind, exact in self._connection.execute(
            select(marks.c.document_id, marks.c.page, marks.c.kind, marks.c.exact)
        ):
            found.setdefault(ranges.shown(doc, page), []).append((kind, exact))
        return found


def _of(document: int, part: PartRange | None) -> ColumnElement[bool]:
    """Entries of a document, or of a part of one."""
    if part is None:
        return events.c.document_id == document
    return (events.c.document_id == part.whole) & events.c.page.between(part.first, part.last)


def _in_file(row: Row, ranges: PageMap) -> Row:
    if not ranges or not row.get("document_id"):
        return row
    document, page = ranges.in_file(row["document_id"], row["page"])
    return {**row, "document_id": document, "page": page}


def _shown(row: RowMapping, ranges: PageMap) -> Mapping[str, Any]:
    """An entry on the part that shows its page."""
    part = ranges.showing(row["document_id"], row["page"]) if row["document_id"] else None
    if part is None:
        return {**row, "part_first": 0}
    return {
        **row, "document_id": part.document, "page": row["page"] - part.first + 1, "document_title": part.title,
        "path": part.path, "part_first": part.first,
    }  # fmt: skip


def _within(row: Mapping[str, Any], spans: Mapping[int, Sequence[tuple[int, int, int, int]]]) -> bool:
    """Whether an entry stands inside one of the spans (page, offset, end page, end offset) of its document."""
    here = (row["page"], row["start"])
    found = spans.get(row["document_id"], ()) if row["start"] >= 0 else ()
    return any((page, start) <= here < (end_page, end) for page, start, end_page, end in found)


def _reason(row: Mapping[str, Any], lost: Mapping[int, Sequence[tuple[int, int, int, int]]]) -> str:
    return f"{row['reason']} {_QUOTED}".strip() if _within(row, lost) else str(row["reason"])


def _meets(exact: str, quote: str) -> bool:
    """Whether a mark's words and an entry's sentence are about the same words."""
    if not exact or not quote:
        return False
    a, b = " ".join(exact.split()), " ".join(quote.split())
    return a in b or b in a
