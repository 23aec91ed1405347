"""Chooses the document's own date among letterhead, labels, headers, headings and, last, the file itself.

The order depends on the kind: minutes are dated by their meeting, letters by the day they were written (typed, else dictated, else the
clinic, as domain/uk-records-law.md 8.3 keeps these apart), logs by their last entry. What is not chosen stays an event with its role.
"""

from datetime import date

from app.domain import dates
from app.system import clock
from app.understand import date_fallbacks, quoting
from app.understand.chosen import Chosen, uk_day
from app.understand.dated_lines import Candidate, candidates, policy_dates
from app.understand.pages import Prepared

_ORDERS = {
    "letter": (
        "standalone",
        "date",
        "report",
        "sent",
        "typed",
        "dictated",
        "heading",
        "clinic",
        "signed",
        "meeting",
        "assessment",
        "incident",
        "period",
    ),
    "meeting": (
        "meeting",
        "heading",
        "date",
        "standalone",
        "report",
        "clinic",
        "signed",
        "sent",
        "assessment",
        "period",
    ),
    "report": (
        "report",
        "date",
        "standalone",
        "typed",
        "heading",
        "signed",
        "dictated",
        "meeting",
        "received",
        "period",
        "start",
        "agreed",
        "assessment",
        "clinic",
        "incident",
        "sent",
        "period",
    ),
    "form": (
        "report",
        "signed",
        "date",
        "standalone",
        "heading",
        "typed",
        "received",
        "agreed",
        "meeting",
        "assessment",
        "clinic",
        "incident",
        "period",
    ),
    "log": ("report", "signed", "date", "heading", "standalone", "incident", "meeting", "received", "start", "period"),
    "email": ("sent", "date", "standalone", "heading"),
}
_MEETINGS = {"meeting_notes", "panel_minutes", "annual_review", "sen_support_review"}
_LETTERS = {
    "letter",
    "nhs_letter",
    "camhs_letter",
    "decision_letter",
    "exclusion_letter",
    "cover_letter",
    "index_schedule",
    "ehc_needs_request",
}
LOGS = {
    "case_notes",
    "chronology_export",
    "behaviour_log",
    "nhs_record_export",
    "attendance_certificate",
    "text_message_export",
}
_FORMS = {"referral_form", "mash_referral"}
_EMAILS = {"email", "email_thread"}
_NEVER = {"agreed", "start", "clinic", "incident"}
_WEAK = {"agreed", "start"}
_EQUAL = {"standalone", "date"}
_SURE = {
    "standalone": 0.9,
    "date": 0.9,
    "report": 0.92,
    "meeting": 0.95,
    "sent": 0.97,
    "typed": 0.9,
    "dictated": 0.85,
    "heading": 0.8,
    "clinic": 0.75,
}
_WHY = {
    "standalone": "the date at the head of the page",
    "typed": "the day it was typed; a clinic or dictation date stays in the timeline",
    "dictated": "the day it was dictated",
    "clinic": "the day of the clinic, the only date it has",
    "heading": "the date in its heading",
    "signed": "the day it was signed",
}


def choose(prepared: Prepared, kind: str) -> Chosen:
    """The document's own date for a document of a kind."""
    mail = prepared.doc.mail
    if mail and (sent := uk_day(mail.sent)):
        text = f"From the e-mail's Sent header, {dates.show(sent.isoformat())} in UK time."
        return _finished(Chosen(sent.isoformat(), text, 0.99, sent), prepared)
    if _group(kind) == "log" and (last := date_fallbacks.period_end(prepared) or date_fallbacks.last_entry(prepared)):
        return last
    found = candidates(prepared) if kind != "policy" else policy_dates(prepared)
    now = _now(prepared)
    for past in (True, False):
        fitting = _first_fitting([c for c in found if (dates.parse(c.value).first_day <= now) is past], kind)
        if fitting:
            told = date_fallbacks.told_elsewhere(prepared)
            same = next((c for c in found if c.value in told and c.label not in _NEVER), None)
            if fitting.label in _WEAK and not same and (saved := date_fallbacks.metadata(prepared)):
                return _finished(saved, prepared)
            return _finished(_from_candidate(same or fitting, found), prepared)
    return _finished(date_fallbacks.last_resorts(prepared, kind), prepared)


def _now(prepared: Prepared) -> date:
    """No record is dated after the day it was received, or after today; a clock may be wrong, so this only ranks."""
    received = prepared.facts.received[:10]
    try:
        return max(clock.today(), date.fromisoformat(received)) if received else clock.today()
    except ValueError:
        return clock.today()


def _first_fitting(found: list[Candidate], kind: str) -> Candidate | None:
    for label in _ORDERS[_group(kind)]:
        if label == "heading" and kind == "index_schedule":
            continue
        fitting = [c for c in found if label in (c.label, _same_as(c.label, kind)) or {c.label, label} <= _EQUAL]
        if fitting:
            fitting.sort(key=lambda c: not c.piece.first[2])
            return _best(label, fitting)
    return None


def _same_as(label: str, kind: str) -> str:
    """“Date of assessment” on a risk assessment is the day it was made, not that of a test it tells of."""
    return "report" if label == "assessment" and kind == "risk_assessment" else label


def _group(kind: str) -> str:
    if kind in _MEETINGS:
        return "meeting"
    if kind in _LETTERS:
        return "letter"
    if kind in LOGS:
        return "log"
    if kind in _FORMS:
        return "form"
    return "email" if kind in _EMAILS else "report"


def _best(label: str, fitting: list[Candidate]) -> Candidate:
    """The first; of several assessment days the last."""
    return fitting[-1] if label == "assessment" else fitting[0]


def _from_candidate(candidate: Candidate, found: list[Candidate]) -> Chosen:
    value = dates.parse(candidate.value)
    why = _WHY.get(candidate.label, "")
    reason = f"From “{candidate.words}” on page {candidate.page.number}" + (f": {why}." if why else ".")
    anchor = value.first_day if value.start and value.start.day else min(value.last_day, clock.today())
    if candidate.label in ("typed", "dictated") or any(c.label in ("typed", "dictated") for c in found):
        anchor = next((dates.parse(c.value).first_day for c in found if c.label == "clinic"), anchor)
    chosen = Chosen(candidate.value, reason, _SURE.get(candidate.label, 0.7), anchor)
    chosen.sources.add((candidate.page.number, candidate.piece.start))
    return chosen


def _finished(chosen: Chosen, prepared: Prepared) -> Chosen:
    """Its own header line, as a reader shows it above the text, gives the same date and is no event."""
    for page in prepared.pages[:1]:
        for piece in page.pieces:
            line = page.line(piece.prefix)
            before = page.plain[line[0] : piece.prefix]
            if quoting.is_mail_head(page, piece.prefix, piece.end, before) and prepared.doc.mail and piece.start < 600:
                chosen.sources.add((page.number, piece.start))
    return chosen
