"""Calendar files, read back by a parser."""

from datetime import date, timedelta

from icalendar import Calendar

from app.domain.ids import RequestId
from app.domain.requests import Deadline
from app.requests.deadlines import work_out
from app.requests.ics import calendar


def deadline(rule: str, state: str = "running", title: str = "Request for the file") -> Deadline:
    working = work_out(rule, date(2026, 11, 23), "england", {})
    return Deadline(
        "1-a",
        RequestId(1),
        title,
        "Larkhollow, Primary; School",
        rule,
        working.starts,
        working.due,
        "",
        "",
        state,
        working,
    )


def test_all_day_event_with_alarm_and_stable_uid() -> None:
    data = calendar((deadline("SAR-1M"), deadline("LGSCO-12M")))
    assert data == calendar((deadline("SAR-1M"), deadline("LGSCO-12M")))
    events = Calendar.from_ical(data).walk("VEVENT")
    assert [event["DTSTART"].dt for event in events] == [date(2026, 12, 23), date(2027, 11, 23)]
    assert [event["DTEND"].dt for event in events] == [date(2026, 12, 24), date(2027, 11, 24)]
    assert len({event["UID"] for event in events}) == 2
    alarms = [alarm["TRIGGER"].dt for event in events for alarm in event.walk("VALARM")]
    assert alarms == [timedelta(days=-2), timedelta(days=-14)]
    assert events[0]["SUMMARY"] == "Answer due: Larkhollow, Primary; School: Request for the file"


def test_lines_end_as_the_standard_says_and_stay_short() -> None:
    data = calendar((deadline("FOI-20WD", title="Ö" * 90),))
    assert data.count(b"\n") == data.count(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_met_deadlines_are_left_out() -> None:
    assert not Calendar.from_ical(calendar((deadline("SAR-1M", "met"),))).walk("VEVENT")
