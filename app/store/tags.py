"""Words that a person puts on documents to find them again."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, select

from app.store.tables import document_tags


class Tags:
    """Rows of tags; written through the audit, since a person decides them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_document(self) -> dict[int, tuple[str, ...]]:
        """Document -> its tags in order of the alphabet."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        query = select(document_tags.c.document_id, document_tags.c.tag).order_by(document_tags.c.tag)
        for document, tag in self._connection.execute(query):
            found[document].append(tag)
        return {document: tuple(tags) for document, tags in found.items()}

    def rows(self, documents: Sequence[int], tag: str) -> dict[int, int]:
        """Document -> the row of its tag, where it has it."""
        query = select(document_tags.c.document_id, document_tags.c.id).where(
            document_tags.c.document_id.in_(documents), document_tags.c.tag == tag
        )
        return {row[0]: row[1] for row in self._connection.execute(query)}
