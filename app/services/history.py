"""Undo and redo: the same change, forwards or backwards."""

from app.domain.changes import Change
from app.services.case import OpenCase


def apply(case: OpenCase, change: Change) -> Change:
    """Carry out a change (or, given `change.inverse()`, take it back); the change as recorded."""
    with case.store.write() as uow:
        return uow.audit.apply(change)
