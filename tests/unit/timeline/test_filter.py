"""What a filter keeps."""

import pytest

from app.domain.events import EventOrigin, EventStatus, TimelineEntry
from app.domain.ids import EventId, OrganisationId
from app.timeline.entries import TimelineFilter, event_kind_of, main_days


def entry(date: str, organisation: int = 1, status: EventStatus = EventStatus.SUGGESTED) -> TimelineEntry:
    first, last = main_days(date)
    return TimelineEntry(
        EventId(1), date, date, first.isoformat(), last.isoformat(), "Title", "meeting", "Ada was at the meeting", None, "", 0, -1, -1,
        OrganisationId(organisation), "School", EventOrigin.RECORD, status, "day", "", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (TimelineFilter(), ["2021-10-14", "2021-09/2021-12", "../2020"]),
        (TimelineFilter(since="2021-10"), ["2021-10-14", "2021-09/2021-12"]),
        (TimelineFilter(until="2020-12"), ["../2020"]),
        (TimelineFilter(words="MEETING ada"), []),
        (TimelineFilter(words="at the Meeting"), ["2021-10-14", "2021-09/2021-12", "../2020"]),
        (TimelineFilter(organisations=(2,)), []),
    ],
)
def test_filter(chosen: TimelineFilter, kept: list[str]) -> None:
    entries = (
        entry("2021-10-14"),
        entry("2021-09/2021-12"),
        entry("../2020"),
        entry("2021", status=EventStatus.DISMISSED),
    )
    assert [e.date for e in chosen.keep(entries)] == kept


def test_an_open_interval_stands_at_its_known_side() -> None:
    assert main_days("../2020-03")[0].isoformat() == "2020-03-31"
    assert main_days("2020-03/..")[1].isoformat() == "2020-03-01"


def test_kinds() -> None:
    assert event_kind_of("meeting_notes") == "meeting"
    assert event_kind_of("policy") == "other"
