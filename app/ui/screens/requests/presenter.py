"""What the requests screen shows, decided without widgets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain import dates
from app.domain.documents import Disclosure
from app.domain.people import Organisation
from app.domain.requests import LOG_WORDS, REQUEST_KINDS, Deadline, Request
from app.ui.wording import count, days_until, long_day

COMMON = (
    "received",
    "acknowledged",
    "identity-asked",
    "identity-sent",
    "clarify-asked",
    "clarified",
    "extended",
    "part-answered",
    "answered",
    "refused",
)
LAST = ("letter", "closed", "note")
_STOPPED = {
    "question": "Stands still until their question is answered",
    "identity": "Stands still until you prove who you are",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A request on the strip. Days are dates; `answered` None while waiting."""

    request: Request
    sent: date | None
    due: date | None
    answered: date | None


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """A row of the strip with the words and the tone of how it stands."""

    organisation: int
    name: str
    sign: str
    colour: int
    lines: tuple[Line, ...]
    now: str
    tone: str


def rows(
    requests: Iterable[Request], deadlines: Iterable[Deadline], organisations: Iterable[Organisation], today: date
) -> tuple[OrganisationRow, ...]:
    """One row for each organisation that was asked, the most urgent first."""
    deadlines = tuple(deadlines)
    due = {d.request: date.fromisoformat(d.due) for d in deadlines if d.slot == "answer"}
    running = frozenset(int(d.request) for d in deadlines if d.state in ("due-soon", "overdue", "running"))
    known = {o.id: o for o in organisations}
    by: dict[int, list[Line]] = {}
    for request in requests:
        by.setdefault(request.organisation, []).append(_line(request, due.get(request.id)))
    found = [_row(known.get(o), o, tuple(lines), running, today) for o, lines in by.items()]  # type: ignore[call-overload]
    return tuple(sorted(found, key=lambda row: (_next_due(row.lines) or date.max, row.name)))


def _line(request: Request, due: date | None) -> Line:
    return Line(request, _day(request.received or request.sent), due, _day(request.answered))


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _next_due(lines: Sequence[Line]) -> date | None:
    return min((line.due for line in lines if line.due and not _ended(line)), default=None)


def _ended(line: Line) -> bool:
    words = {what for _, what, _ in line.request.log}
    return line.answered is not None or bool(words & {"closed"})


def _row(
    known: Organisation | None, number: int, lines: tuple[Line, ...], running: frozenset[int], today: date
) -> OrganisationRow:
    words, tone = _now(lines, running, today)
    name = known.name if known else lines[0].request.organisation_name
    return OrganisationRow(number, name, known.sign if known else "?", known.colour if known else 0, lines, words, tone)


def _now(lines: Sequence[Line], running: frozenset[int], today: date) -> tuple[str, str]:
    waited = [line.due for line in lines if line.due and not _ended(line) and int(line.request.id) in running]
    if waited:
        due = min(waited)
        return days_until(due, today), "warn" if due <= today else "neutral"
    waiting = [line for line in lines if not _ended(line)]
    if waiting:
        return ("Not sent yet", "dashed") if any(line.sent is None for line in waiting) else ("Waiting", "neutral")
    last = max(lines, key=lambda line: line.answered or date.min)
    late = (last.answered - last.due).days if last.answered and last.due else 0
    return (f"Answered, {count(late, 'day')} late" if late > 0 else "Answered"), "good"


def span(rows: Iterable[OrganisationRow], today: date) -> tuple[date, date]:
    """The months that the strip shows, whole months, at least six."""
    days = [d for row in rows for line in row.lines for d in (line.sent, line.due, line.answered) if d is not None] + [
        today
    ]
    first, last = min(days).replace(day=1), max(days)
    last = (last.replace(day=28) + timedelta(days=4)).replace(day=1)
    while (last - first).days < 180:
        first = (first - timedelta(days=1)).replace(day=1)
    return first, last


def months(first: date, last: date) -> tuple[date, ...]:
    """The first day of each month from one to the other."""
    found, at = [], first
    while at <= last:
        found.append(at)
        at = (at + timedelta(days=32)).replace(day=1)
    return tuple(found)


def summary(requests: Sequence[Request]) -> str:
    """ "7 asked · 5 answered · 2 waiting"."""
    answered = sum(bool(r.answered) for r in requests)
    waiting = sum(bool(r.sent) and not r.answered for r in requests)
    return f"{len(requests)} asked · {answered} answered · {waiting} waiting"


def request_words(request: Request) -> str:
    """A request in a box: what and when."""
    when = dates.show(request.sent) if request.sent else "not sent yet"
    return f"{request.title or REQUEST_KINDS.get(request.kind, request.kind)}, {when}"


def log_words(request: Request) -> tuple[tuple[int, str, str], ...]:
    """The log as (place, day, words), newest first."""
    found = [
        (place, dates.show(day), " · ".join(part for part in (LOG_WORDS.get(what, what), note) if part))
        for place, (day, what, note) in enumerate(request.log)
    ]
    return tuple(reversed(found))


def happened(special: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """(word, words) that can be written down: what is special to the kind of matter after what is common to all."""
    words = dict.fromkeys((*COMMON, *special, *LAST))
    return tuple((word, LOG_WORDS[word]) for word in words)


def date_words(found: Deadline, today: date) -> str:
    """A date in a box: what it is and when."""
    due = dates.show(found.due)
    if found.state == "met":
        return f"{found.title}: {due}, done"
    if found.working.waits_for:
        return f"{found.title}: not before {due}"
    return f"{found.title}: {due}, {days_until(date.fromisoformat(found.due), today).lower()}"


def state_of(found: Deadline, today: date) -> tuple[str, str]:
    """(words, tone) of how a date stands."""
    if found.state == "met":
        return "Done", "good"
    if found.state == "stopped":
        return "Stands still", "neutral"
    if found.working.waits_for:
        return "Not certain", "neutral"
    return days_until(date.fromisoformat(found.due), today), "warn" if found.state in (
        "due-soon",
        "overdue",
    ) else "neutral"


def due_words(found: Deadline) -> str:
    """The sentence above the working."""
    day = long_day(date.fromisoformat(found.due))
    if found.working.waits_for in _STOPPED:
        return f"{_STOPPED[found.working.waits_for]}. It cannot be before {day}."
    if found.working.waits_for == "term-dates":
        return f"Not before {day}. Nobody can say the day until the school’s term dates are entered."
    if found.working.binds == "us":
        return f"You have until {day}."
    return f"The answer is due by {day}." if found.slot == "answer" else f"They have until {day}."


def organisation_words(found: Organisation, kind: str) -> str:
    """What is known of an organisation in one line."""
    parts = (kind, found.address.replace("\n", ", "), found.contact, found.email)
    return " · ".join(part for part in parts if part)


def delivery_words(found: Disclosure) -> str:
    """A delivery in a box: from whom, when, how much."""
    when = dates.show(found.received) if found.received else "day not known"
    return f"{found.organisation_name or 'Sender not known'}, {when}, {count(found.files, 'file')}"
