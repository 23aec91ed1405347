"""Where a request stands on its road, and in which situation the family is: that decides which letter is due next."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.requests import Request, Working

STAGES = {
    "draft": "Not sent yet",
    "sent": "Sent",
    "running": "Waiting for an answer",
    "due-soon": "An answer is due soon",
    "overdue": "The answer is late",
    "answered": "Answered",
}
SITUATIONS = {
    "start": "Nothing has been asked yet",
    "issues-ready": "Points are ready to be put right",
    "access-question": "They asked for proof of identity, or what you are looking for",
    "access-extended": "They say that they need more time",
    "access-overdue": "They have not sent the file",
    "access-answered": "They have sent the file",
    "correction-overdue": "They have not answered about the corrections",
    "correction-answered": "They have answered about the corrections",
    "correction-refused": "They refuse to correct it",
    "dp-complaint-due": "A reminder did not help",
    "regulator-due": "Your data protection complaint did not help",
    "complaint-overdue": "They have not answered the complaint",
    "complaint-answered": "They have answered the complaint",
    "foi-overdue": "They have not answered the freedom of information request",
    "foi-answered": "They have answered the freedom of information request",
}
SOON_OURS, SOON_THEIRS = timedelta(days=14), timedelta(days=3)
REMINDER_PATIENCE = timedelta(days=7)
"""How long a reminder is given before a complaint is offered: a suggestion, not law."""

_ACCESS = frozenset({"access", "educational-record"})
_CORRECTION = frozenset({"correction", "restriction", "erasure"})
_QUESTIONS = frozenset({"identity-asked", "clarify-asked", "asked"})
_REPLIES = frozenset({"identity-sent", "clarified"})


@dataclass(frozen=True, slots=True)
class Stage:
    """`id` is one of STAGES; `days` counts to the due date, negative when it has passed, None without a date."""

    id: str
    label: str
    due: str
    days: int | None


def stage_of(request: Request, working: Working | None, today: date) -> Stage:
    """The stage of a request today. A deadline's last day still counts as in time."""
    days = (date.fromisoformat(working.due) - today).days if working and working.due else None
    found = _stage(request, working, days)
    return Stage(found, STAGES[found], working.due if working else "", days)


def situations(request: Request, working: Working | None, today: date) -> tuple[str, ...]:
    """The situations that a request brings, most pressing first; ids of SITUATIONS."""
    stage = stage_of(request, working, today).id
    if stage == "draft":
        return ("start",)
    words = [what for _, what, _ in request.log]
    if request.kind in _ACCESS:
        return _of_access(request, stage, words, today)
    if request.kind in _CORRECTION:
        return _of_correction(request, stage, words, today)
    if request.kind == "dp-complaint":
        return ("regulator-due",) if stage in ("overdue", "answered") else ()
    if request.kind in ("complaint", "foi"):
        return (f"{request.kind}-{stage}",) if stage in ("overdue", "answered") else ()
    return ()


def _stage(request: Request, working: Working | None, days: int | None) -> str:
    if request.answered:
        return "answered"
    if not request.sent and not request.received:
        return "draft"
    if working is None or days is None:
        return "sent"
    if days < 0:
        return "overdue"
    return "due-soon" if days <= (SOON_OURS if working.binds == "us" else SOON_THEIRS).days else "running"


def _of_access(request: Request, stage: str, words: list[str], today: date) -> tuple[str, ...]:
    if stage == "answered":
        return ("access-answered",)
    found = []
    if stage == "overdue":
        found += ["dp-complaint-due"] if _reminded(request, today) else []
        found.append("access-overdue")
    if _open_question(words):
        found.append("access-question")
    if request.extended:
        found.append("access-extended")
    return tuple(found)


def _of_correction(request: Request, stage: str, words: list[str], today: date) -> tuple[str, ...]:
    if "refused" in words:
        return ("correction-refused", "dp-complaint-due")
    if stage == "answered":
        return ("correction-answered",)
    if stage != "overdue":
        return ()
    return ("dp-complaint-due", "correction-overdue") if _reminded(request, today) else ("correction-overdue",)


def _open_question(words: list[str]) -> bool:
    asked = max((i for i, word in enumerate(words) if word in _QUESTIONS), default=-1)
    replied = max((i for i, word in enumerate(words) if word in _REPLIES), default=-1)
    return asked > replied


def _reminded(request: Request, today: date) -> bool:
    """Whether a reminder went off some days ago and there is still no answer."""
    letters = [day for day, what, _ in request.log if what in ("letter", "reminded") and day]
    return bool(letters) and today - date.fromisoformat(max(letters)) >= REMINDER_PATIENCE
