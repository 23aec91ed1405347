"""Deadlines as an iCalendar file that Outlook, Apple and Google calendars accept (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.domain.requests import Deadline
from app.requests.calendars import nation_name
from app.requests.phrases import said

_PRODUCT = "-//Fairfile//Deadlines//EN"
_ALARM_US, _ALARM_THEM = timedelta(days=14), timedelta(days=2)
_SHOWN = frozenset({"running", "stopped", "due-soon", "overdue"})


def calendar(deadlines: Iterable[Deadline]) -> bytes:
    """One all-day event a deadline that is not met, with a reminder 14 days before those the family must keep and 2 days before
    those of an organisation. The same deadline always has the same UID, so a second import moves it instead of doubling it."""
    from icalendar import Calendar  # slow to load and rarely needed

    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "Fairfile")
    for deadline in deadlines:
        if deadline.state in _SHOWN:
            made.add_component(_event(deadline))
    return bytes(made.to_ical())


def _event(deadline: Deadline) -> Any:
    from icalendar import Alarm, Event

    due = date.fromisoformat(deadline.due)
    ours = deadline.working.binds == "us"
    event = Event()
    event.add("uid", f"deadline-{deadline.id}-{deadline.rule.lower()}@fairfile.invalid")
    event.add("dtstamp", datetime.combine(date.fromisoformat(deadline.starts), datetime.min.time(), UTC))
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", _summary(deadline, ours=ours))
    event.add("description", _description(deadline))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event["summary"])
    alarm.add("trigger", -(_ALARM_US if ours else _ALARM_THEM))
    event.add_component(alarm)
    return event


def _summary(deadline: Deadline, *, ours: bool) -> str:
    what = "Last day" if ours else "Answer due"
    return ": ".join(part for part in (what, deadline.organisation_name, deadline.request_title) if part)


def _description(deadline: Deadline) -> str:
    working = deadline.working
    lines = [*working.steps, f"Source: {working.source} ({nation_name(working.nation)})."]
    if working.checked:
        lines.append(f"Rule checked on {said(date.fromisoformat(working.checked))}.")
    return "\n".join(lines)
