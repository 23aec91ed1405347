"""The index of words by page (FTS5) and the questions put to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from app.domain.parts import PageMap
from app.store.parts import Parts

_OPEN, _CLOSE = "\x02", "\x03"


@dataclass(frozen=True, slots=True)
class PageHit:
    """A page that matches, with the words around the match."""

    document: int
    page: int
    snippet: str


class FullText:
    """Pages are indexed under the row id of their page."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, pages: Sequence[tuple[int, str]]) -> None:
        """Index new pages: (page row id, text)."""
        rows = [{"id": row, "text": words} for row, words in pages if words]
        if rows:
            self._connection.execute(text("INSERT INTO page_index(rowid, text) VALUES (:id, :text)"), rows)

    def replace(self, page: int, old: str, new: str) -> None:
        """A page was read again."""
        if old:
            self._connection.execute(
                text("INSERT INTO page_index(page_index, rowid, text) VALUES ('delete', :id, :text)"),
                {"id": page, "text": old},
            )
        self.add([(page, new)])

    def total(self, match: str, document: int | None = None) -> int:
        """How many pages match an FTS5 expression."""
        query = f"SELECT count(*) FROM page_index {_joined(document)} WHERE page_index MATCH :match{_only(document)}"  # noqa: S608
        return int(self._connection.execute(text(query), {"match": match, **self._pages_of(document)}).scalar() or 0)

    def find(self, match: str, limit: int, document: int | None = None) -> list[PageHit]:
        """The best pages first, or pages in order within one document."""
        order = "pages.number" if document is not None else "page_index.rank, pages.document_id, pages.number"
        query = (
            "SELECT pages.document_id, pages.number, snippet(page_index, 0, :open, :close, '…', 24)"  # noqa: S608
            f" FROM page_index {_joined(0)} WHERE page_index MATCH :match{_only(document)} ORDER BY {order} LIMIT :limit"
        )
        values = {"match": match, "limit": limit, **self._pages_of(document), "open": _OPEN, "close": _CLOSE}
        found = self._connection.execute(text(query), values).all()
        parts = Parts(self._connection)
        ranges = parts.map() if document is None or parts.range_of(document) else PageMap()
        return [PageHit(*ranges.shown(doc, page), words) for doc, page, words in found]

    def _pages_of(self, document: int | None) -> dict[str, int | None]:
        """The file and pages to look at; those of a part are pages of its file."""
        part = Parts(self._connection).range_of(document) if document is not None else None
        if part is None:
            return {"document": document, "first": 1, "last": 1 << 30}
        return {"document": part.whole, "first": part.first, "last": part.last}

    def terms(self, start: str, limit: int = 4000) -> Iterable[str]:
        """Words of the case that begin with `start`."""
        query = "SELECT term FROM page_terms WHERE term >= :start AND term < :stop LIMIT :limit"
        values = {"start": start, "stop": start + "\U0010ffff", "limit": limit}
        return [row[0] for row in self._connection.execute(text(query), values)]

    def sound(self) -> bool:
        """Whether the index agrees with the pages."""
        try:
            self._connection.execute(text("INSERT INTO page_index(page_index, rank) VALUES ('integrity-check', 1)"))
        except Exception:  # noqa: BLE001 - the index reports a mismatch as a database error
            return False
        return True


def _joined(document: int | None) -> str:
    return "" if document is None else "JOIN pages ON pages.id = page_index.rowid"


def _only(document: int | None) -> str:
    if document is None:
        return ""
    return " AND pages.document_id = :document AND pages.number BETWEEN :first AND :last"
