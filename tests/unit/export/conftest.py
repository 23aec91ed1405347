from collections.abc import Callable

import pytest

from app.domain.events import EventOrigin, EventStatus, TimelineEntry
from app.domain.ids import DocumentId, EventId, OrganisationId


@pytest.fixture
def entry() -> Callable[..., TimelineEntry]:
    """Makes an entry of the record; any field can be given."""

    def make(number: int = 1, day: str = "2021-10-14", **fields: object) -> TimelineEntry:
        values: dict[str, object] = {
            "id": EventId(number),
            "date": day,
            "date_text": day,
            "first_day": day,
            "last_day": day,
            "title": "SEN support review",
            "kind": "review",
            "quote": "Mother declined the offer of a referral.",
            "document": DocumentId(12),
            "document_title": "SEN support review",
            "page": 3,
            "start": 0,
            "end": 10,
            "organisation": OrganisationId(1),
            "organisation_name": "Larkhollow Primary",
            "origin": EventOrigin.RECORD,
            "status": EventStatus.SUGGESTED,
            "precision": "day",
            "reason": "a date in the text",
            "note": "",
        }
        return TimelineEntry(**{**values, **fields})  # type: ignore[arg-type]

    return make
