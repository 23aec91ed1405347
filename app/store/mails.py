"""Messages in documents: their own, and those printed or quoted in them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from app.domain.extracted import MailHeaders
from app.domain.ids import DocumentId
from app.domain.mails import HeldMessage, MailMessage
from app.store.meta import Meta
from app.store.tables import documents, messages

_STALE = "conversations_stale"
_OWN_COLUMNS = ("place", "page", "start", "end_page", "end", "quoted")
_REST = tuple(f.name for f in fields(MailMessage) if f.name not in _OWN_COLUMNS)


class Mails:
    """Rows of messages. What is written here is derived and may be made anew at any time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, document: int, found: Sequence[MailMessage]) -> None:
        """The messages of a document, instead of those known before."""
        gone = self._connection.execute(delete(messages).where(messages.c.document_id == document)).rowcount
        if found:
            self._connection.execute(insert(messages), [_row(document, message) for message in found])
        if (found or gone) and not self.stale():
            self.set_stale(True)

    def stale(self) -> bool:
        """Whether messages changed since conversations were last built."""
        return bool(Meta(self._connection).get(_STALE, False))

    def set_stale(self, stale: bool) -> None:
        """Note that conversations must, or need not, be built anew."""
        Meta(self._connection).set(_STALE, stale)

    def all(self) -> tuple[HeldMessage, ...]:
        """Messages of documents that are kept, by document and place; headers alone for mails read by an older program."""
        query = (
            select(messages, documents.c.thread, documents.c.parent_id)
            .join(documents, documents.c.id == messages.c.document_id)
            .where(documents.c.duplicate_of.is_(None))
            .order_by(messages.c.document_id, messages.c.place)
        )
        found = [_held(row) for row in self._connection.execute(query).mappings()]
        known = {held.document for held in found}
        return (*found, *(held for held in self._headers() if held.document not in known))

    def of(self, document: int) -> tuple[HeldMessage, ...]:
        """The messages in one document, in order."""
        query = (
            select(messages, documents.c.thread, documents.c.parent_id)
            .join(documents, documents.c.id == messages.c.document_id)
            .where(messages.c.document_id == document)
            .order_by(messages.c.place)
        )
        return tuple(_held(row) for row in self._connection.execute(query).mappings())

    def set_held(self, held: Mapping[tuple[int, int], int]) -> None:
        """Fill the document that each quoted message repeats: these, and none for all others."""
        query = select(messages.c.id, messages.c.document_id, messages.c.place, messages.c.held_id)
        for row, document, place, before in self._connection.execute(query).all():
            now = held.get((document, place))
            if now != before:
                self._connection.execute(update(messages).where(messages.c.id == row).values(held_id=now))

    def set_threads(self, threads: Mapping[int, int]) -> None:
        """Fill the conversation of documents: these, and none for all others."""
        for document, before in self._connection.execute(select(documents.c.id, documents.c.thread)).all():
            now = threads.get(document)
            if now != before:
                self._connection.execute(update(documents).where(documents.c.id == document).values(thread=now))

    def quoted(self, *, held: bool | None = None) -> dict[int, list[tuple[int, int, int, int]]]:
        """Where messages are quoted, by document: (page, start, end page, end). `held`: only those whose own document is held, or
        only those where it is not."""
        columns = (messages.c.document_id, messages.c.page, messages.c.start, messages.c.end_page, messages.c.end)
        query = select(*columns).where(messages.c.quoted.is_(True))
        if held is not None:
            query = query.where(messages.c.held_id.is_not(None) if held else messages.c.held_id.is_(None))
        spans: defaultdict[int, list[tuple[int, int, int, int]]] = defaultdict(list)
        for document, *span in self._connection.execute(query):
            spans[document].append((span[0], span[1], span[2], span[3]))
        return spans

    def _headers(self) -> Iterable[HeldMessage]:
        query = select(documents.c.id, documents.c.extra, documents.c.thread, documents.c.parent_id).where(
            documents.c.extra.contains('"mail": {'), documents.c.duplicate_of.is_(None)
        )
        for document, extra, thread, parent in self._connection.execute(query):
            mail = json.loads(extra)["mail"]
            known = {f.name for f in fields(MailHeaders)}
            values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in mail.items() if k in known}
            yield HeldMessage(
                DocumentId(document), MailMessage(0, **values), thread, None, DocumentId(parent) if parent else None
            )


def _row(document: int, message: MailMessage) -> dict[str, Any]:
    values = asdict(message)
    own = {name: values[name] for name in _OWN_COLUMNS}
    rest = {name: values[name] for name in _REST if values[name] not in ("", (), 0, False)}
    return {"document_id": document, **own, "data": json.dumps(rest)}


def _held(row: Any) -> HeldMessage:
    rest: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v for k, v in json.loads(row["data"] or "{}").items()
    }
    message = MailMessage(**{name: row[name] for name in _OWN_COLUMNS}, **rest)
    return HeldMessage(
        DocumentId(row["document_id"]), message, row["thread"], DocumentId(row["held_id"]) if row["held_id"] else None,
        DocumentId(row["parent_id"]) if row["parent_id"] else None,
    )  # fmt: skip
