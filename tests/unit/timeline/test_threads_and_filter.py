"""Threads from headers, and what a filter keeps."""

import pytest

from app.domain.events import EventOrigin, EventStatus, TimelineEntry
from app.domain.ids import EventId, OrganisationId
from app.timeline.entries import TimelineFilter, event_kind_of, main_days
from app.timeline.threads import group


def mail(
    subject: str, own: str = "", reply: str = "", people: tuple[str, ...] = ("a@x.example", "b@x.example")
) -> dict[str, object]:
    return {
        "subject": subject,
        "message_id": own,
        "in_reply_to": reply,
        "references": (),
        "sender": people[0],
        "to": people[1:],
    }


def test_replies_join_by_message_id_even_when_the_first_is_missing() -> None:
    mails = [
        (1, mail("x", "<a>")),
        (2, mail("y", "<b>", "<a>")),
        (3, mail("z", "<c>", "<gone>")),
        (4, mail("w", "<d>", "<gone>")),
    ]
    assert group(mails) == {1: 1, 2: 1, 3: 3, 4: 3}


def test_without_ids_subject_and_people_decide() -> None:
    other = ("c@x.example", "d@x.example")
    mails = [
        (1, mail("Review on Thursday")),
        (2, mail("RE: Review on Thursday")),
        (3, mail("Re: Review on Thursday", people=other)),
    ]
    assert group(mails) == {1: 1, 2: 1}


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
