"""Undo and redo: the same change, forwards or backwards."""

from app.domain.changes import Change
from app.services import correcting, splitting
from app.services.case import OpenCase


def apply(case: OpenCase, change: Change) -> Change:
    """Carry out a change (or, given `change.inverse()`, take it back); the change as recorded."""
    with case.store.write() as uow:
        done = uow.audit.apply(change)
        pages = correcting.after_change(uow, change)
    if any(row.table == "boundaries" for row in change.rows):
        splitting.settle(case, change)
    for file, page in pages:
        correcting.settle(case, file, page)
    return done
