"""Write suggestions into the case without touching what a person decided."""

import json
from dataclasses import asdict
from typing import Any

from app.domain import dates
from app.domain.events import EventOrigin, EventStatus
from app.domain.extracted import ExtractedDocument
from app.domain.suggestions import BY_DELIVERY, EventSuggestion, Understanding
from app.store.unit_of_work import UnitOfWork
from app.timeline.entries import event_kind_of, main_days

_BY_FORMAT = {"zip": "archive", "tar": "archive", "7z": "archive"}


def apply(
    uow: UnitOfWork,
    document: int,
    found: Understanding,
    doc: ExtractedDocument,
    more: dict[str, Any] | None = None,
) -> None:
    """Facts and events of one document, in the running transaction; `more` are columns written along with them, for a new one."""
    raw = uow.documents.raw(document)
    values = {**(more or {}), **_facts(uow, raw, found, doc)}
    extra = json.loads(values.get("extra") or raw["extra"] or "{}")
    values["extra"] = json.dumps({**extra, "other_dates": [asdict(other) for other in found.other_dates]})
    uow.documents.edit(document, values)
    current = {**raw, **values}
    kept = set() if more is not None else uow.events.forget_suggestions(document)
    rows = [_row(document, current, event) for event in found.events]
    rows = [row for row in rows if (row["page"], row["date_text"], row["quote"]) not in kept]
    own = _document_entry(document, current)
    if own and (own["page"], own["date_text"], own["quote"]) not in kept:
        rows.append(own)
    uow.events.add_many(rows)
    if found.messages or more is None:
        uow.mails.replace(document, found.messages)
    if found.people or more is None:
        owner = current["organisation_id"]
        uow.people.replace(document, found.people, uow.organisations.name(owner) if owner else "")


def _facts(uow: UnitOfWork, raw: dict[str, Any], found: Understanding, doc: ExtractedDocument) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if not raw["kind_decided"]:
        kind = found.kind.value if found.kind else _BY_FORMAT.get(doc.format, "other")
        values |= {"kind": kind, "kind_reason": found.kind.reason if found.kind else ""}
    if not raw["date_decided"]:
        values |= {
            "date": found.date.value if found.date else "",
            "date_reason": found.date.reason if found.date else "",
        }
    if not raw["title_decided"]:
        title = found.title.value if found.title else doc.title
        values |= {"title": title, "title_reason": found.title.reason if found.title else ""}
    if not raw["organisation_decided"]:
        values |= _organisation(uow, raw, found)
    values["authors"] = json.dumps([author.value for author in found.authors])
    values["author_reason"] = found.authors[0].reason if found.authors else ""
    return values


def _organisation(uow: UnitOfWork, raw: dict[str, Any], found: Understanding) -> dict[str, Any]:
    if found.organisation:
        known = uow.organisations.ensure(found.organisation.value, found.organisation_kind)
        return {"organisation_id": known, "organisation_reason": found.organisation.reason}
    owner = uow.documents.disclosure_row(raw["disclosure_id"])["organisation_id"]
    reason = BY_DELIVERY if owner else ""
    return {"organisation_id": owner, "organisation_reason": reason}


def _row(document: int, raw: dict[str, Any], event: EventSuggestion) -> dict[str, Any]:
    first, last = main_days(event.date)
    return {
        "document_id": document, "page": event.page, "start": event.start, "end": event.end, "date": event.date,
        "date_text": event.date_text, "first_day": first.isoformat(), "last_day": last.isoformat(), "title": event.title,
        "kind": event.kind, "quote": event.quote, "organisation_id": raw["organisation_id"],
        "origin": EventOrigin.RECORD.value, "status": EventStatus.SUGGESTED.value, "precision": event.precision,
        "reason": event.reason, "role": event.role, "note": "",
    }  # fmt: skip


def _document_entry(document: int, raw: dict[str, Any]) -> dict[str, Any] | None:
    """The document's own date as an entry of the timeline."""
    if not raw["date"]:
        return None
    first, last = main_days(raw["date"])
    return {
        "document_id": document, "page": 1, "start": -1, "end": -1, "date": raw["date"], "date_text": "",
        "first_day": first.isoformat(), "last_day": last.isoformat(),
        "title": raw["title"] or raw["path"].rsplit("/", 1)[-1], "kind": event_kind_of(raw["kind"]), "quote": "",
        "organisation_id": raw["organisation_id"], "origin": EventOrigin.DOCUMENT.value,
        "status": (EventStatus.CONFIRMED if raw["date_decided"] else EventStatus.SUGGESTED).value,
        "precision": dates.precision(raw["date"]), "reason": raw["date_reason"], "role": "happened", "note": "",
    }  # fmt: skip
