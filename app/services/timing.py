"""The timeline: look, add what is remembered, decide about suggestions."""

from collections.abc import Sequence

from app.domain import dates
from app.domain.changes import Change, RowChange
from app.domain.errors import UsageProblem
from app.domain.events import EVENT_KINDS, EventOrigin, EventStatus, OwnEntry, TimelineEntry
from app.services.browsing import as_edtf
from app.services.case import OpenCase
from app.store.unit_of_work import UnitOfWork
from app.timeline.entries import TimelineFilter as TimelineFilter
from app.timeline.entries import main_days


def entries(case: OpenCase, chosen: TimelineFilter | None = None) -> tuple[TimelineEntry, ...]:
    """Entries in order of time that pass the filter (all but dismissed ones without one)."""
    chosen = chosen or TimelineFilter()
    with case.store.read() as uow:
        return chosen.keep(uow.events.entries(document=chosen.document))


def entry(case: OpenCase, known: int) -> TimelineEntry:
    """One entry; UsageProblem when there is none."""
    with case.store.read() as uow:
        return _get(uow, known)


def add_own(case: OpenCase, new: OwnEntry) -> tuple[TimelineEntry, Change]:
    """What the parent remembers, beside the record's entries."""
    edtf = as_edtf(new.date)
    if not edtf:
        raise UsageProblem("date", "An entry needs a date.", "", "“about 2019” or “Autumn 2021” will do.")
    if not new.title.strip():
        raise UsageProblem("title", "An entry needs a few words.", "", "Say what happened.")
    values = {
        **_when(edtf), "title": new.title.strip(), "kind": new.kind if new.kind in EVENT_KINDS else "other",
        "organisation_id": new.organisation, "origin": EventOrigin.PARENT.value, "status": EventStatus.CONFIRMED.value,
        "note": new.note.strip(), "decided": True, "reason": "You wrote it.", "role": "happened",
    }  # fmt: skip
    with case.store.write() as uow:
        added = uow.audit.add("events", values)
        change = uow.audit.record("Entry added", [added])
        return _get(uow, added.id), change


def confirm(case: OpenCase, ids: Sequence[int]) -> Change:
    """The suggestion is right."""
    return _decide(case, ids, EventStatus.CONFIRMED, "Date confirmed")


def dismiss(case: OpenCase, ids: Sequence[int]) -> Change:
    """The suggestion is not an entry; it stays dismissed when rules run again."""
    return _decide(case, ids, EventStatus.DISMISSED, "Entry dismissed")


def change_date(case: OpenCase, known: int, edtf: str, title: str | None = None, note: str | None = None) -> Change:
    """Another date (and title, note) for an entry; it counts as confirmed."""
    values: dict[str, object] = {**_when(as_edtf(edtf)), "status": EventStatus.CONFIRMED.value, "decided": True}
    if title is not None:
        values["title"] = title.strip()
    if note is not None:
        values["note"] = note.strip()
    return _edit(case, known, values, "Date changed")


def change_note(case: OpenCase, known: int, note: str, title: str | None = None) -> Change:
    """The parent's own words on an entry."""
    values: dict[str, object] = {"note": note.strip(), "decided": True}
    if title is not None:
        values["title"] = title.strip()
    return _edit(case, known, values, "Note changed")


def remove_own(case: OpenCase, known: int) -> Change:
    """Take away an entry that the parent wrote; UsageProblem for any other."""
    with case.store.write() as uow:
        if _get(uow, known).origin is not EventOrigin.PARENT:
            raise UsageProblem("entry", "Only your own entries can be removed.", "", "Dismiss the suggestion instead.")
        return uow.audit.record("Entry removed", [uow.audit.remove("events", known)])


def _decide(case: OpenCase, ids: Sequence[int], status: EventStatus, words: str) -> Change:
    with case.store.write() as uow:
        rows: list[RowChange | None] = []
        for known in ids:
            _get(uow, known)
            rows.append(uow.audit.edit("events", known, {"status": status.value, "decided": True}))
        return uow.audit.record(words if len(ids) == 1 else f"{len(ids)} entries: {words.lower()}", rows)


def _edit(case: OpenCase, known: int, values: dict[str, object], words: str) -> Change:
    with case.store.write() as uow:
        _get(uow, known)
        return uow.audit.record(words, [uow.audit.edit("events", known, values)])


def _when(edtf: str) -> dict[str, object]:
    first, last = main_days(edtf)
    return {
        "date": edtf, "first_day": first.isoformat(), "last_day": last.isoformat(), "precision": dates.precision(edtf),
    }  # fmt: skip


def _get(uow: UnitOfWork, known: int) -> TimelineEntry:
    found = uow.events.entries(only=[known])
    if not found:
        raise UsageProblem("entry", f"There is no entry {known} in the timeline.", "", "See the list.")
    return found[0]
