"""Words corrected by hand, and what was read before anybody corrected a page."""

from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from app.domain.changes import Row
from app.domain.corrections import Correction, Place
from app.domain.ids import DocumentId
from app.store.tables import corrections, pages, readings


def row(document: int, page: int, place: Place, old: str, new: str, at: str) -> Row:
    """A correction as columns."""
    x0, y0, x1, y1 = (round(edge, 2) for edge in place)
    return {
        "document_id": document,
        "page": page,
        "x0": x0,
        "y0": y0,
        "x1": x1,
        "y1": y1,
        "old": old,
        "new": new,
        "at": at,
    }


class Corrections:
    """Corrections by page, oldest first; the readings under them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, document: int, page: int | None = None) -> tuple[Correction, ...]:
        """Those of a document or one page of it."""
        query = select(corrections).where(corrections.c.document_id == document).order_by(corrections.c.id)
        if page is not None:
            query = query.where(corrections.c.page == page)
        return tuple(_value(found) for found in self._connection.execute(query).mappings())

    def get(self, known: int) -> Correction:
        """One correction; LookupError when there is none."""
        found = self._connection.execute(select(corrections).where(corrections.c.id == known)).mappings().first()
        if found is None:
            raise LookupError("no such correction")
        return _value(found)

    def reading(self, document: int, page: int) -> tuple[str, bytes]:
        """Text and packed words of a page as read, without corrections. LookupError when there is no such page."""
        where = (readings.c.document_id == document, readings.c.page == page)
        found = self._connection.execute(select(readings.c.text, readings.c.words).where(*where)).first()
        if found is None:
            query = select(pages.c.text, pages.c.words).where(pages.c.document_id == document, pages.c.number == page)
            found = self._connection.execute(query).first()
        if found is None:
            raise LookupError("no such page")
        return found.text, found.words

    def keep_reading(self, document: int, page: int, text: str, words: bytes) -> None:
        """Keep what was read under the corrections of a page."""
        values = {"document_id": document, "page": page, "text": text, "words": words}
        query = insert(readings).values(values)
        self._connection.execute(
            query.on_conflict_do_update(index_elements=["document_id", "page"], set_={"text": text, "words": words})
        )

    def show(self, document: int, page: int, text: str, words: bytes) -> tuple[int, str]:
        """Make this the text of a page, as search and events see it; (page row id, text before) for the index."""
        where = (pages.c.document_id == document, pages.c.number == page)
        found = self._connection.execute(select(pages.c.id, pages.c.text).where(*where)).one()
        self._connection.execute(update(pages).where(*where).values(text=text, words=words))
        return found.id, found.text


def _value(found: Any) -> Correction:
    place = (found["x0"], found["y0"], found["x1"], found["y1"])
    document = DocumentId(found["document_id"])
    return Correction(found["id"], document, found["page"], place, found["old"], found["new"], found["at"])
