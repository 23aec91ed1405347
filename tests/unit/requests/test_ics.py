"""Calendar files, read back by a parser."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from app.domain.ids import RequestId
from app.domain.requests import Deadline
from app.requests.deadlines import work_out
from app.requests.ics import calendar

NOW = datetime(2026, 11, 23, 18, 30, 5, 7, UTC)


def deadline(rule: str, state: str = "running", title: str = "Request for the file", slot: str = "answer") -> Deadline:
    working = work_out(rule, date(2026, 11, 23), "england", {})
    return Deadline(
        f"1-{slot}", RequestId(1), title, "Larkhollow, Primary; School", rule, working.starts, working.due, "", "", state,
        working, slot, "Complaint to the council ombudsman",
    )  # fmt: skip


def events(*deadlines: Deadline, case: str = "c1", now: datetime = NOW) -> list[object]:
    return Calendar.from_ical(calendar(deadlines, case, now)).walk("VEVENT")


def test_all_day_event_with_alarm_and_stable_uid() -> None:
    data = calendar((deadline("SAR-1M"), deadline("LGSCO-12M", slot="ombudsman")), "c1", NOW)
    assert data == calendar((deadline("SAR-1M"), deadline("LGSCO-12M", slot="ombudsman")), "c1", NOW)
    found = Calendar.from_ical(data).walk("VEVENT")
    assert [event["DTSTART"].dt for event in found] == [date(2026, 12, 23), date(2027, 11, 23)]
    assert [event["DTEND"].dt for event in found] == [date(2026, 12, 24), date(2027, 11, 24)]
    alarms = [alarm["TRIGGER"].dt for event in found for alarm in event.walk("VALARM")]
    assert alarms == [timedelta(days=-2, hours=9), timedelta(days=-14, hours=9)]
    assert found[0]["SUMMARY"] == "Answer due: Larkhollow, Primary; School: Request for the file"
    assert found[1]["SUMMARY"].startswith("Last day for you: Larkhollow, Primary; School: Complaint to the council")
    assert "not legal advice" in found[0]["DESCRIPTION"]


def test_what_calendars_ask_of_a_file() -> None:
    data = calendar((deadline("SAR-1M"),), "c1", NOW)
    text = data.decode("utf-8")
    for line in ("VERSION:2.0", "PRODID:", "METHOD:PUBLISH", "CALSCALE:GREGORIAN", "DTSTAMP:20261123T183005Z",
                 "DTSTART;VALUE=DATE:20261223", "DTEND;VALUE=DATE:20261224", "ACTION:DISPLAY", "TRANSP:TRANSPARENT"):  # fmt: skip
        assert f"\r\n{line}" in text, line
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert not Calendar.from_ical(data).errors
    assert not any(event.errors for event in Calendar.from_ical(data).walk())


def test_an_extension_moves_the_event_and_another_case_has_its_own() -> None:
    before, after = events(deadline("SAR-1M"))[0], events(deadline("SAR-EXT-3M"), now=NOW + timedelta(days=9))[0]
    assert before["UID"] == after["UID"]  # type: ignore[index]
    assert before["SEQUENCE"] < after["SEQUENCE"]  # type: ignore[index]
    assert events(deadline("SAR-1M"), case="c2")[0]["UID"] != before["UID"]  # type: ignore[index]


def test_lines_end_as_the_standard_says_and_stay_short() -> None:
    data = calendar((deadline("FOI-20WD", title="Ö" * 90),), "c1", NOW)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert "Ö" * 90 in Calendar.from_ical(data).walk("VEVENT")[0]["SUMMARY"]


def test_met_deadlines_are_left_out() -> None:
    assert not events(deadline("SAR-1M", "met"))
