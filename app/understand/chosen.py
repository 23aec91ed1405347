"""The day a document is dated by, and the day in the UK of a moment elsewhere."""

from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812  - `date` is a field of the value below
from datetime import datetime, timedelta

from app.domain.suggestions import Suggestion


@dataclass(slots=True)
class Chosen:
    """The document's date. `anchor` is the day from which "last Tuesday" counts, None without one.
    `sources` are (page, offset) of the pieces that give it."""

    date: str = ""
    reason: str = ""
    confidence: float = 0.0
    anchor: Day | None = None
    sources: set[tuple[int, int]] = field(default_factory=set)

    def suggestion(self) -> Suggestion | None:
        """The suggestion, None without a date."""
        return Suggestion(self.date, self.reason, self.confidence) if self.date else None


def uk_day(sent: str) -> Day | None:
    """The day in the UK of an ISO 8601 time; British Summer Time is worked out (SI 2002/262), no time zone files are needed."""
    try:
        moment = datetime.fromisoformat(sent)
    except ValueError:
        return None
    offset = moment.utcoffset()
    if offset is None:
        return moment.date()
    utc = moment.replace(tzinfo=None) - offset
    if _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10):
        utc += timedelta(hours=1)
    return utc.date()


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1)
    return last - timedelta(days=(last.weekday() + 1) % 7)
