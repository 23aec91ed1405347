"""Undo and redo: the same change, forwards or backwards."""

from app.domain.changes import Change
from app.services import splitting
from app.services.case import OpenCase


def apply(case: OpenCase, change: Change) -> Change:
    """Carry out a change (or, given `change.inverse()`, take it back); the change as recorded."""
    with case.store.write() as uow:
        done = uow.audit.apply(change)
    if any(row.table == "boundaries" for row in change.rows):
        splitting.settle(case, change)
    return done
