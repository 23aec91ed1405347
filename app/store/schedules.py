"""What a person decided about the rows of schedules: suggestions that were never touched are not kept."""

import json

from sqlalchemy import Connection, select

from app.domain.changes import Row
from app.domain.ids import DocumentId
from app.domain.schedules import ScheduleRow
from app.store.tables import schedule_rows


def schedule_row(kind: str, organisation: int, row: ScheduleRow) -> Row:
    """A row as columns."""
    return {
        "kind": kind, "organisation_id": organisation, "key": row.key, "cells": json.dumps(list(row.cells)),
        "document_id": row.document, "page": row.page, "chosen": row.chosen, "own": row.own, "changed": row.changed,
    }  # fmt: skip


class Schedules:
    """Decided rows by list."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def decided(self, kind: str, organisation: int) -> tuple[ScheduleRow, ...]:
        """Rows that a person wrote, changed or left out, in the order in which that happened."""
        query = (
            select(schedule_rows)
            .where(schedule_rows.c.kind == kind, schedule_rows.c.organisation_id == organisation)
            .order_by(schedule_rows.c.id)
        )
        return tuple(
            ScheduleRow(
                row["key"], tuple(json.loads(row["cells"])), DocumentId(row["document_id"]) if row["document_id"] else None,
                row["page"], row["chosen"], row["own"], row["changed"], row["id"],
            )
            for row in self._connection.execute(query).mappings()
        )  # fmt: skip
