"""Which kind of entry a kind of document is, and which entries a filter keeps."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.domain import dates
from app.domain.events import EventStatus, TimelineEntry
from app.domain.text import plain

_KINDS = {
    "meeting": ("meeting_notes", "panel_minutes"),
    "assessment": ("ep_report", "salt_report", "assessment_protocol", "early_help_assessment", "s17_assessment"),
    "incident": ("behaviour_log", "chronology_export", "police_report", "exclusion_letter", "risk_assessment"),
    "contact": ("email", "email_thread", "text_message_export", "case_notes", "handwritten_note"),
    "decision": ("decision_letter", "ehcp_final", "ehcp_draft"),
    "letter": ("letter", "cover_letter"),
    "review": ("annual_review", "sen_support_review", "iep", "provision_map", "school_report"),
    "attendance": ("attendance_certificate",),
    "referral": ("referral_form", "mash_referral", "ehc_needs_request"),
    "health": ("nhs_letter", "camhs_letter", "nhs_record_export"),
}
_OF = {document: kind for kind, documents in _KINDS.items() for document in documents}


def event_kind_of(document_kind: str) -> str:
    """The kind of the entry that a document's own date makes."""
    return _OF.get(document_kind, "other")


@lru_cache(maxsize=4096)
def main_days(edtf: str) -> tuple[date, date]:
    """First and last day for putting an entry in order: an interval that is open on one side stands at its known side."""
    first, last = dates.bounds(edtf)
    return (last if first == date.min else first), (first if last == date.max else last)


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """What to keep; empty means all. `since` and `until` are EDTF; an entry is kept when it may lie between them."""

    since: str = ""
    until: str = ""
    organisations: tuple[int, ...] = ()
    statuses: tuple[str, ...] = (EventStatus.SUGGESTED.value, EventStatus.CONFIRMED.value)
    origins: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    words: str = ""
    document: int | None = None

    def keep(self, entries: tuple[TimelineEntry, ...]) -> tuple[TimelineEntry, ...]:
        """The entries that pass, in the order given."""
        since = dates.bounds(self.since)[0].isoformat() if self.since else ""
        until = dates.bounds(self.until)[1].isoformat() if self.until else "9999"
        words = plain(self.words)
        return tuple(e for e in entries if e.last_day >= since and e.first_day <= until and self._passes(e, words))

    def _passes(self, entry: TimelineEntry, words: str) -> bool:
        return (
            (not self.organisations or entry.organisation in self.organisations)
            and (not self.statuses or entry.status.value in self.statuses)
            and (not self.origins or entry.origin.value in self.origins)
            and (not self.kinds or entry.kind in self.kinds)
            and (not words or words in plain(f"{entry.title} {entry.quote} {entry.note}"))
        )
