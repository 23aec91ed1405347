"""Pages of documents: text, words with places, and what OCR still has to read."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    false,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from app.domain import reading_notes
from app.domain.documents import PageInfo
from app.domain.extracted import ExtractedPage
from app.domain.ids import DocumentId
from app.domain.parts import PageMap, PartRange
from app.store import boxes
from app.store.parts import Parts
from app.store.tables import documents, pages

_INFO = (
    pages.c.number, pages.c.width, pages.c.height, pages.c.scan, pages.c.blank, pages.c.rotation, pages.c.ocr,
    pages.c.ocr_confidence, pages.c.text, pages.c.reading,
)  # fmt: skip


class Pages:
    """Pages count from 1."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, document: int, extracted: Sequence[ExtractedPage]) -> list[tuple[int, str]]:
        """Store the pages of a new document; (page row id, text) of each, for the index."""
        if not extracted:
            return []
        first = (self._connection.execute(select(func.max(pages.c.id))).scalar() or 0) + 1
        rows = [
            {
                "id": first + index,
                "document_id": document,
                "number": index + 1,
                "width": page.width,
                "height": page.height,
                "scan": page.scan,
                "blank": page.blank,
                "rotation": page.rotation,
                "ocr": "pending" if page.scan and not page.blank else "none",
                "ocr_confidence": page.ocr_confidence,
                "text": page.text,
                "words": page.words,
                "boxes": boxes.of_file(page),
                "reading": reading_notes.packed(page.reading),
            }
            for index, page in enumerate(extracted)
        ]
        self._connection.execute(insert(pages), rows)
        return [(first + index, page.text) for index, page in enumerate(extracted)]

    def infos(self, document: int) -> tuple[PageInfo, ...]:
        """All pages in order, without words."""
        part = self._part(document)
        found = self._connection.execute(select(*_INFO).where(_of(document, part)).order_by(pages.c.number))
        less = part.first - 1 if part else 0
        return tuple(PageInfo(row.number - less, *row[1:9], reading_notes.unpacked(row.reading)) for row in found)

    def in_file(self, document: int, number: int) -> tuple[int, int]:
        """Where a page is kept: itself, or for a part the page of its file."""
        return Parts(self._connection).in_file(document, number)

    def text(self, document: int, number: int) -> str:
        """The text of a page; LookupError when there is no such page."""
        found = self._connection.execute(self._one(pages.c.text, document, number)).scalar()
        if found is None:
            raise LookupError("no such page")
        return str(found)

    def words(self, document: int, number: int) -> bytes:
        """The packed words of a page; empty when there are none."""
        return self._connection.execute(self._one(pages.c.words, document, number)).scalar() or b""

    def all_words(self, document: int, also: frozenset[int] = frozenset()) -> dict[int, tuple[str, bytes, int]]:
        """Text, packed words and rotation of the scanned pages of a document that were read (and of `also`), by page number."""
        part = self._part(document)
        less = part.first - 1 if part else 0
        wanted = (pages.c.ocr == "done") | pages.c.number.in_([number + less for number in also])
        columns = (pages.c.number, pages.c.text, pages.c.words, pages.c.rotation)
        found = self._connection.execute(select(*columns).where(_of(document, part), wanted))
        return {number - less: (text, words, rotation) for number, text, words, rotation in found}

    def pending(self, only: Sequence[int] | None = None, limit: int = 64) -> list[tuple[DocumentId, int]]:
        """(document, page) still to be read by OCR, most recently opened document first."""
        query = (
            select(pages.c.document_id, pages.c.number)
            .join(documents, documents.c.id == pages.c.document_id)
            .where(pages.c.ocr == "pending")
            .order_by(documents.c.last_opened.desc(), pages.c.document_id, pages.c.number)
            .limit(limit)
        )
        if only is not None:
            query = query.where(self._any(only))
        return [(DocumentId(doc), number) for doc, number in self._connection.execute(query)]

    def pending_count(self, only: Sequence[int] | None = None) -> int:
        """How many pages are still to be read."""
        query = select(func.count()).select_from(pages).where(pages.c.ocr == "pending")
        if only is not None:
            query = query.where(self._any(only))
        return int(self._connection.execute(query).scalar() or 0)

    def set_ocr(self, document: int, numbers: Sequence[int], state: str) -> None:
        """Mark pages as pending, failed or none."""
        part = self._part(document)
        inside = [number + part.first - 1 for number in numbers] if part else list(numbers)
        mine = _of(document, part) & pages.c.number.in_(inside)
        self._connection.execute(update(pages).where(mine).values(ocr=state))

    def replace(self, document: int, number: int, page: ExtractedPage) -> tuple[int, str, str]:
        """Put what OCR read in place; (page row id, old text, new text) for the index."""
        row = self._connection.execute(
            select(pages.c.id, pages.c.text, pages.c.boxes).where(
                pages.c.document_id == document, pages.c.number == number
            )
        ).one()
        self._connection.execute(
            update(pages)
            .where(pages.c.id == bindparam("row_id"))
            .values(
                text=page.text, words=page.words, blank=page.blank, rotation=page.rotation, ocr="done",
                ocr_confidence=page.ocr_confidence, boxes=boxes.with_seen(row.boxes, page),
                reading=reading_notes.packed(page.reading),
            ),
            {"row_id": row.id},
        )  # fmt: skip
        return row.id, row.text, page.text

    def extracted(self, document: int, *, words: bool = False) -> tuple[ExtractedPage, ...]:
        """The pages as understanding wants them: text without words, or with them."""
        packed = pages.c.words if words else literal(b"")
        columns = (
            pages.c.text,
            packed,
            pages.c.width,
            pages.c.height,
            pages.c.scan,
            pages.c.blank,
            pages.c.ocr_confidence,
        )
        mine = _of(document, self._part(document))
        found = self._connection.execute(select(*columns).where(mine).order_by(pages.c.number))
        return tuple(
            ExtractedPage(text, places or b"", width, height, scan, blank, 0, sure)
            for text, places, width, height, scan, blank, sure in found
        )

    def _any(self, only: Sequence[int]) -> ColumnElement[bool]:
        """Pages of any of these documents: whole ones by their ids, parts by their ranges."""
        ranges = Parts(self._connection).ranges()
        whole = pages.c.document_id.in_([document for document in only if document not in ranges])
        return or_(whole, *(_of(document, ranges[document]) for document in only if document in ranges))

    def _part(self, document: int) -> PartRange | None:
        """The range of a part: its pages are those of its file."""
        return Parts(self._connection).range_of(document)

    def _one(self, column: Column[Any], document: int, number: int) -> Select[Any]:
        part = self._part(document)
        if part is not None and number > part.last - part.first + 1:
            return select(column).where(false())
        known, page = PageMap([part] if part else ()).in_file(document, number)
        return select(column).where(pages.c.document_id == known, pages.c.number == page)


def _of(document: int, part: PartRange | None) -> ColumnElement[bool]:
    """The pages of a document, or of a part of one."""
    if part is None:
        return pages.c.document_id == document
    return (pages.c.document_id == part.whole) & pages.c.number.between(part.first, part.last)
