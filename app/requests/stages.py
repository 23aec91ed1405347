"""Where a request stands on its road, and in which situation the family is: that decides which letter is due next."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.domain.requests import Request, Working
from app.requests.matters import matter
from app.requests.situations import situations as all_situations

STAGES = {
    "draft": "Not sent yet",
    "sent": "Sent",
    "running": "Waiting for an answer",
    "stopped": "The time stands still",
    "due-soon": "An answer is due soon",
    "overdue": "The answer is late",
    "answered": "Answered",
    "closed": "Settled",
}
SITUATIONS = {found.id: found.words for found in all_situations()}
SOON_OURS, SOON_THEIRS = timedelta(days=14), timedelta(days=3)
REMINDER_PATIENCE = timedelta(days=7)
MISSING_PATIENCE = timedelta(days=14)
COMPLAINT_PATIENCE = timedelta(days=28)
OUTCOME_PATIENCE = timedelta(days=90)
"""How long a letter is given before the next step is offered: suggestions of ours where the law names no day."""

STANDS_STILL = frozenset({"question", "identity"})
_PAIRS = {"identity-asked": "identity-sent", "clarify-asked": "clarified"}


@dataclass(frozen=True, slots=True)
class Stage:
    """`id` is one of STAGES; `days` counts to the due date, negative when it has passed, None without a date."""

    id: str
    label: str
    due: str
    days: int | None


@dataclass(frozen=True, slots=True)
class Seen:
    """What else is known of a request: kinds of the matters that follow from it, and whether something asked for was not found."""

    followed: Collection[str] = field(default=())
    missing: bool = False


def stage_of(request: Request, working: Working | None, today: date) -> Stage:
    """The stage of a request today. A deadline's last day still counts as in time."""
    days = (date.fromisoformat(working.due) - today).days if working and working.due else None
    found = _stage(request, working, days)
    return Stage(found, STAGES[found], working.due if working else "", days)


def situations(request: Request, working: Working | None, today: date, seen: Seen | None = None) -> tuple[str, ...]:
    """The situations that a request brings, most pressing first; ids of SITUATIONS."""
    stage, seen = stage_of(request, working, today).id, seen or Seen()
    if stage == "closed":
        return ()
    if stage == "draft":
        return ("start",) if matter(request.kind).begun_by else ()
    found = [
        *_questions(request, stage),
        *_FAMILIES.get(matter(request.kind).family, _none)(request, stage, today, seen),
    ]
    if working is not None and working.waits_for == "term-dates" and stage != "answered":
        found.append("term-dates")
    return tuple(found)


def _stage(request: Request, working: Working | None, days: int | None) -> str:
    words = _words(request)
    if "closed" in words:
        return "closed"
    if request.answered:
        return "answered"
    if not request.sent and not request.received:
        return "draft"
    if working is None or days is None:
        return "sent"
    if working.waits_for in STANDS_STILL:
        return "stopped"
    if working.waits_for:
        return "running"
    if days < 0:
        return "overdue"
    return "due-soon" if days <= (SOON_OURS if working.binds == "us" else SOON_THEIRS).days else "running"


def _words(request: Request) -> list[str]:
    return [what for _, what, _ in request.log]


def _last(request: Request, *wanted: str) -> date | None:
    days = [day for day, what, _ in request.log if what in wanted and day]
    return date.fromisoformat(max(days)) if days else None


def _past(request: Request, word: str, today: date, patience: timedelta) -> bool:
    """Whether the last entry with this word is old enough for the next step."""
    last = _last(request, word)
    return last is not None and today - last >= patience


def _questions(request: Request, stage: str) -> list[str]:
    if stage == "answered":
        return []
    words = _words(request)
    found = [asked for asked, reply in _PAIRS.items() if _open(words, asked, reply)]
    return [{"identity-asked": "identity-question", "clarify-asked": "access-question"}[asked] for asked in found]


def _open(words: list[str], asked: str, reply: str) -> bool:
    when = max((i for i, word in enumerate(words) if word == asked), default=-1)
    return when > max((i for i, word in enumerate(words) if word == reply), default=-1)


def _of_access(request: Request, stage: str, today: date, seen: Seen) -> list[str]:
    words, onward = _words(request), "dp-complaint" in seen.followed
    if stage == "answered":
        if onward:
            return []
        return ["access-refused"] if "refused" in words else _of_answer(request, today, seen)
    found = ["access-incomplete"] if "part-answered" in words else []
    if stage == "overdue" and not onward:
        found += _of_late("access-overdue", request, today)
    elif request.extended and stage != "stopped":
        found.append("access-extended")
    return found


def _of_answer(request: Request, today: date, seen: Seen) -> list[str]:
    """They sent something: complete, or written to about what is missing, or that did not help."""
    wrote, answered = _last(request, "letter"), _last(request, "answered") or date.fromisoformat(request.answered)
    if wrote is not None and wrote >= answered:
        return ["dp-complaint-due"] if today - wrote >= MISSING_PATIENCE else []
    return ["access-incomplete"] if seen.missing else ["access-answered"]


def _of_late(first: str, request: Request, today: date) -> list[str]:
    return ["dp-complaint-due", first] if _past(request, "letter", today, REMINDER_PATIENCE) else [first]


def _of_correction(request: Request, stage: str, today: date, seen: Seen) -> list[str]:
    if "dp-complaint" in seen.followed:
        return []
    if "refused" in _words(request):
        return ["correction-refused", "dp-complaint-due"]
    if stage == "answered":
        return ["correction-answered"]
    return _of_late("correction-overdue", request, today) if stage == "overdue" else []


def _of_dp_complaint(request: Request, stage: str, today: date, seen: Seen) -> list[str]:
    waited = _past(request, "acknowledged", today, OUTCOME_PATIENCE)
    late = stage == "overdue" and "acknowledged" not in _words(request)
    due = late or stage == "answered" or waited
    found = ["regulator-due"] if due and "regulator" not in seen.followed else []
    complained = any(matter(kind).family in ("complaint", "ombudsman") for kind in seen.followed)
    return [*found, "complaint-due"] if due and not complained else found


def _of_regulator(_request: Request, stage: str, _today: date, _seen: Seen) -> list[str]:
    return {"overdue": ["regulator-late"], "answered": ["regulator-answered"]}.get(stage, [])


def _of_complaint(request: Request, stage: str, today: date, seen: Seen) -> list[str]:
    if "ombudsman" in seen.followed:
        return []
    if stage == "answered" or _last(request, "stage-2-answered", "final"):
        return ["complaint-answered"]
    sent = date.fromisoformat(request.received or request.sent)
    slow = (
        stage == "sent"
        and today - max(sent, _last(request, "letter", "stage-2", "stage-3") or sent) >= COMPLAINT_PATIENCE
    )
    return ["complaint-overdue"] if stage == "overdue" or slow else []


def _of_foi(request: Request, stage: str, _today: date, seen: Seen) -> list[str]:
    if stage not in ("overdue", "answered") or {"foi-review", "regulator"} & set(seen.followed):
        return []
    return ["foi-reviewed"] if request.kind == "foi-review" else [f"foi-{stage}"]


def _of_send(request: Request, stage: str, _today: date, seen: Seen) -> list[str]:
    if {"decision-no", "certificate"} & set(_words(request)) and not {"appeal", "mediation"} & set(seen.followed):
        return ["appeal-due"]
    late = stage == "overdue" and request.kind in ("ehc-assessment", "annual-review")
    return ["plan-overdue"] if late else []


def _none(_request: Request, _stage: str, _today: date, _seen: Seen) -> list[str]:
    return []


_FAMILIES = {
    "access": _of_access,
    "correction": _of_correction,
    "dp-complaint": _of_dp_complaint,
    "regulator": _of_regulator,
    "complaint": _of_complaint,
    "foi": _of_foi,
    "send": _of_send,
}
