"""Changes to rows, with what was there before: one mechanism for undo, history and trails. History is only added to."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from app.domain.changes import Change, Row, RowChange
from app.store.parts import Parts
from app.store.tables import EDITABLE, history

_ON_PAGES = frozenset({"marks", "proofs", "events"})


def now() -> str:
    """This moment, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Audit:
    """Write rows through here whenever a person decided."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, table: str, values: Row) -> RowChange:
        """Insert a row; its new id is in the answer. What stands on a page of a part is kept under the page of its file."""
        values = self._in_file(table, values)
        result = self._connection.execute(insert(EDITABLE[table]).values(values))
        key = result.inserted_primary_key
        new_id = int(key[0]) if key else 0
        return RowChange(table, new_id, None, {**values, "id": new_id})

    def edit(self, table: str, row_id: int, values: Row) -> RowChange | None:
        """Change columns of a row; None when nothing differs. LookupError when the row is not there."""
        target = EDITABLE[table]
        values = self._in_file(table, values)
        columns = [target.c[name] for name in values]
        found = self._connection.execute(select(*columns).where(target.c.id == row_id)).mappings().first()
        if found is None:
            raise LookupError(f"{table} has no row {row_id}")
        before = dict(found)
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not changed:
            return None
        self._connection.execute(update(target).where(target.c.id == row_id).values(changed))
        return RowChange(table, row_id, {name: before[name] for name in changed}, changed)

    def remove(self, table: str, row_id: int) -> RowChange | None:
        """Delete a row; None when it is not there."""
        target = EDITABLE[table]
        found = self._connection.execute(select(target).where(target.c.id == row_id)).mappings().first()
        if found is None:
            return None
        self._connection.execute(delete(target).where(target.c.id == row_id))
        return RowChange(table, row_id, dict(found), None)

    def _in_file(self, table: str, values: Row) -> Row:
        if table not in _ON_PAGES or not values.get("document_id"):
            return values
        document, page = Parts(self._connection).in_file(values["document_id"], values.get("page", 0))
        return {**values, "document_id": document, "page": page}

    def record(self, words: str, rows: Iterable[RowChange | None]) -> Change:
        """Keep the change in the history."""
        real = tuple(row for row in rows if row is not None)
        stored = json.dumps([[r.table, r.id, r.before, r.after] for r in real], default=_plain)
        result = self._connection.execute(insert(history).values(at=now(), words=words, rows=stored))
        key = result.inserted_primary_key
        return Change(words, real, int(key[0]) if key else 0)

    def apply(self, change: Change) -> Change:
        """Carry out a change again or, given an inverse, take it back."""
        for row in change.rows:
            target = EDITABLE[row.table]
            if row.after is None:
                self._connection.execute(delete(target).where(target.c.id == row.id))
            elif row.before is None:
                self._connection.execute(insert(target).values({**row.after, "id": row.id}))
            else:
                self._connection.execute(update(target).where(target.c.id == row.id).values(row.after))
        return self.record(change.words, change.rows)

    def trail(self, table: str, row_id: int) -> tuple[tuple[str, str], ...]:
        """(time, words) of every change that touched a row, oldest first."""
        found = self._connection.execute(
            select(history.c.at, history.c.words, history.c.rows).where(
                history.c.rows.contains(f'"{table}", {row_id},')
            )
        )
        return tuple((at, words) for at, words, _ in found)

    def steps(self, table: str, row_id: int) -> tuple[tuple[str, Row], ...]:
        """(time, columns as they were set) of every change to a row, oldest first; changes that were taken back are in it too."""
        found = self._connection.execute(
            select(history.c.at, history.c.rows).where(history.c.rows.contains(f'"{table}", {row_id},'))
        )
        return tuple(
            (at, after)
            for at, stored in found
            for name, known, _, after in json.loads(stored)
            if name == table and known == row_id and after
        )


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else str(value)
