"""Pages of documents: text, words with places, and what OCR still has to read."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, Select, bindparam, func, insert, select, update

from app.domain.documents import PageInfo
from app.domain.extracted import ExtractedPage
from app.domain.ids import DocumentId
from app.store import boxes
from app.store.tables import documents, pages

_INFO = (
    pages.c.number, pages.c.width, pages.c.height, pages.c.scan, pages.c.blank, pages.c.rotation, pages.c.ocr,
    pages.c.ocr_confidence, pages.c.text,
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
            }
            for index, page in enumerate(extracted)
        ]
        self._connection.execute(insert(pages), rows)
        return [(first + index, page.text) for index, page in enumerate(extracted)]

    def infos(self, document: int) -> tuple[PageInfo, ...]:
        """All pages in order, without words."""
        found = self._connection.execute(select(*_INFO).where(pages.c.document_id == document).order_by(pages.c.number))
        return tuple(PageInfo(*row) for row in found)

    def text(self, document: int, number: int) -> str:
        """The text of a page; LookupError when there is no such page."""
        found = self._connection.execute(_one(pages.c.text, document, number)).scalar()
        if found is None:
            raise LookupError("no such page")
        return str(found)

    def words(self, document: int, number: int) -> bytes:
        """The packed words of a page; empty when there are none."""
        return self._connection.execute(_one(pages.c.words, document, number)).scalar() or b""

    def all_words(self, document: int, also: frozenset[int] = frozenset()) -> dict[int, tuple[str, bytes, int]]:
        """Text, packed words and rotation of the scanned pages of a document that were read (and of `also`), by page number."""
        found = self._connection.execute(
            select(pages.c.number, pages.c.text, pages.c.words, pages.c.rotation).where(
                pages.c.document_id == document, (pages.c.ocr == "done") | pages.c.number.in_(also)
            )
        )
        return {number: (text, words, rotation) for number, text, words, rotation in found}

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
            query = query.where(pages.c.document_id.in_(only))
        return [(DocumentId(doc), number) for doc, number in self._connection.execute(query)]

    def pending_count(self, only: Sequence[int] | None = None) -> int:
        """How many pages are still to be read."""
        query = select(func.count()).select_from(pages).where(pages.c.ocr == "pending")
        if only is not None:
            query = query.where(pages.c.document_id.in_(only))
        return int(self._connection.execute(query).scalar() or 0)

    def set_ocr(self, document: int, numbers: Sequence[int], state: str) -> None:
        """Mark pages as pending, failed or none."""
        self._connection.execute(
            update(pages).where(pages.c.document_id == document, pages.c.number.in_(numbers)).values(ocr=state)
        )

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
            ),
            {"row_id": row.id},
        )  # fmt: skip
        return row.id, row.text, page.text

    def extracted(self, document: int) -> tuple[ExtractedPage, ...]:
        """The pages as understanding wants them: text without words."""
        found = self._connection.execute(
            select(pages.c.text, pages.c.width, pages.c.height, pages.c.scan, pages.c.blank, pages.c.ocr_confidence)
            .where(pages.c.document_id == document)
            .order_by(pages.c.number)
        )
        return tuple(
            ExtractedPage(text, b"", width, height, scan, blank, 0, sure)
            for text, width, height, scan, blank, sure in found
        )


def _one(column: Column[Any], document: int, number: int) -> Select[Any]:
    return select(column).where(pages.c.document_id == document, pages.c.number == number)
