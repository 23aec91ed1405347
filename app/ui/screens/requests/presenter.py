"""What the requests screen shows, decided without widgets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain import dates
from app.domain.people import Organisation
from app.domain.requests import REQUEST_KINDS, Deadline, Request
from app.ui.wording import count, days_until

HAPPENED = (
    ("received", "They got it"),
    ("acknowledged", "They said that they got it"),
    ("identity-asked", "They asked who I am"),
    ("clarified", "I answered their question"),
    ("extended", "They said they need more time"),
    ("answered", "They answered"),
    ("refused", "They refused"),
    ("note", "Something else: a call, a letter"),
)
_SAID = {**dict(HAPPENED), "sent": "I sent it", "letter": "I wrote again"}


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
    due = {d.request: date.fromisoformat(d.due) for d in deadlines}
    known = {o.id: o for o in organisations}
    by: dict[int, list[Line]] = {}
    for request in requests:
        by.setdefault(request.organisation, []).append(_line(request, due.get(request.id)))
    found = [_row(known.get(o), o, tuple(lines), today) for o, lines in by.items()]  # type: ignore[call-overload]
    return tuple(sorted(found, key=lambda row: (_next_due(row.lines) or date.max, row.name)))


def _line(request: Request, due: date | None) -> Line:
    return Line(request, _day(request.received or request.sent), due, _day(request.answered))


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _next_due(lines: Sequence[Line]) -> date | None:
    return min((line.due for line in lines if line.due and not line.answered), default=None)


def _row(known: Organisation | None, number: int, lines: tuple[Line, ...], today: date) -> OrganisationRow:
    words, tone = _now(lines, today)
    name = known.name if known else lines[0].request.organisation_name
    return OrganisationRow(number, name, known.sign if known else "?", known.colour if known else 0, lines, words, tone)


def _now(lines: Sequence[Line], today: date) -> tuple[str, str]:
    due = _next_due(lines)
    if due is not None:
        return days_until(due, today), "warn" if due <= today else "neutral"
    waiting = [line for line in lines if not line.answered]
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


def log_words(request: Request) -> tuple[tuple[str, str], ...]:
    """The log as (day, words), newest first."""
    return tuple(
        (dates.show(day), " · ".join(part for part in (_SAID.get(what, what), note) if part))
        for day, what, note in reversed(request.log)
    )


def state_words(request: Request, documents: int) -> tuple[str, str]:
    """(words, icon) for one kind of request in the table of what was asked and what came."""
    if request.answered:
        return ("answered", "check") if documents else ("answered, nothing came", "suggested")
    return ("waiting", "clock") if request.sent else ("not sent yet", "minus")
