"""Entries of the timeline."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import DocumentId, EventId, OrganisationId


class EventOrigin(StrEnum):
    """record: read from the text; document: the document's own date; parent: written by the family."""

    RECORD = "record"
    DOCUMENT = "document"
    PARENT = "parent"


class EventStatus(StrEnum):
    """A suggestion stays one until a person decides."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


EVENT_KINDS = {
    "meeting": "Meeting",
    "assessment": "Assessment",
    "incident": "Incident",
    "contact": "Contact",
    "decision": "Decision",
    "letter": "Letter",
    "review": "Review",
    "attendance": "Attendance",
    "referral": "Referral",
    "health": "Health",
    "other": "Other",
}


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated thing. `date` EDTF; `date_text` as written in the record; `first_day` and `last_day` ISO dates for ordering;
    `quote` the sentence; `start`/`end` offsets of `date_text` in the page's text (-1 when it has none)."""

    id: EventId
    date: str
    date_text: str
    first_day: str
    last_day: str
    title: str
    kind: str
    quote: str
    document: DocumentId | None
    document_title: str
    page: int
    start: int
    end: int
    organisation: OrganisationId | None
    organisation_name: str
    origin: EventOrigin
    status: EventStatus
    precision: str
    reason: str
    note: str
    marks: tuple[str, ...] = ()
    file_page: int = 0
    """The page of the file when the document is a part of one; 0 otherwise."""


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """What the parent remembers."""

    date: str
    title: str
    note: str = ""
    kind: str = "other"
    organisation: OrganisationId | None = None
