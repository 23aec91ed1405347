"""Deadlines as an iCalendar file that Outlook, Apple and Google calendars accept (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.domain.requests import Deadline
from app.requests.calendars import nation_name
from app.requests.phrases import said

_PRODUCT = "-//Fairfile//Deadlines//EN"
_ALARM_US, _ALARM_THEM = timedelta(days=14), timedelta(days=2)
_NINE_IN_THE_MORNING = timedelta(hours=9)
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC).timestamp()
"""Sequence numbers are minutes since then: a later file always has the higher one."""
_NOT_ADVICE = "Information, not legal advice."
_SHOWN = frozenset({"running", "stopped", "due-soon", "overdue"})


def calendar(deadlines: Iterable[Deadline], case: str = "", made_at: datetime | None = None) -> bytes:
    """One all-day event a deadline that is not met, with a reminder 14 days before those the family must keep and 2 days before
    those of an organisation. `case` is an id that no other case has. The same date of the same request always has the same UID,
    also after an extension, so a second import moves it instead of doubling it; `made_at` (now) tells which file is newer."""
    from icalendar import Calendar  # slow to load and rarely needed

    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "Fairfile")
    for deadline in deadlines:
        if deadline.state in _SHOWN:
            made.add_component(_event(deadline, case, made_at or datetime.now(UTC)))
    return bytes(made.to_ical())


def _event(deadline: Deadline, case: str, made_at: datetime) -> Any:
    from icalendar import Alarm, Event

    due = date.fromisoformat(deadline.due)
    ours = deadline.working.binds == "us"
    event = Event()
    event.add("uid", "-".join(part for part in ("deadline", case, deadline.id) if part) + "@fairfile.invalid")
    event.add("dtstamp", made_at.replace(microsecond=0))
    event.add("last-modified", made_at.replace(microsecond=0))
    event.add("sequence", max(0, int(made_at.timestamp() - _EPOCH) // 60))
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", _summary(deadline, ours=ours))
    event.add("description", _description(deadline))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event["summary"])
    alarm.add("trigger", _NINE_IN_THE_MORNING - (_ALARM_US if ours else _ALARM_THEM))
    event.add_component(alarm)
    return event


def _summary(deadline: Deadline, *, ours: bool) -> str:
    what = "Last day for you" if ours else "Answer due"
    if deadline.working.waits_for:
        what += " (not before)"
    subject = deadline.title if deadline.slot != "answer" else deadline.request_title
    return ": ".join(part for part in (what, deadline.organisation_name, subject) if part)


def _description(deadline: Deadline) -> str:
    working = deadline.working
    lines = [*working.steps, f"Source: {working.source} ({nation_name(working.nation)})."]
    if working.checked:
        lines.append(f"Rule checked on {said(date.fromisoformat(working.checked))}.")
    return "\n".join([*lines, _NOT_ADVICE])
