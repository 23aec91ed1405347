"""Numbers and times as people say them."""

from datetime import date, datetime

import pytest

from app.ui import wording


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (20, "less than a minute left"),
        (60, "about 1 minute left"),
        (480, "about 8 minutes left"),
        (7200, "about 2 hours left"),
    ],
)
def test_time_left(seconds: float | None, words: str) -> None:
    assert wording.duration_left(seconds) == words


def test_days_until() -> None:
    today = date(2026, 11, 23)
    said = [wording.days_until(date(2026, 11, day), today) for day in (20, 22, 23, 24)]
    assert said == ["3 days late", "1 day late", "Due today", "1 day left"]


def test_when_speaks_of_today_and_yesterday() -> None:
    now = datetime(2026, 11, 23, 22, 0)
    assert wording.when("2026-11-23T21:32:00", now) == "today, 21:32"
    assert wording.when("2026-11-22T23:12:00", now) == "yesterday, 23:12"
    assert wording.when("2026-11-02T08:00:00", now) == "2 Nov 2026"
    assert wording.when("nonsense", now) == ""


def test_initials_and_counts() -> None:
    assert wording.initials("Ada Brennan") == "AB"
    assert wording.initials("Ada") == "A"
    assert wording.count(1, "entry", "entries") == "1 entry"
    assert wording.count(2318, "page") == "2,318 pages"
