"""Arithmetic of deadlines over any start."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.people import NATIONS
from app.requests.calendars import calendar_for
from app.requests.counting import corresponding, corresponding_minus_one, tribunal_closed, without
from app.requests.deadlines import parse_context, rules, work_out

STARTS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
RULES = st.sampled_from([found.id for found in rules()])


@settings(max_examples=300, deadline=None)
@given(RULES, STARTS, st.integers(0, 40), st.sampled_from(NATIONS))
def test_later_start_never_ends_earlier(rule_id: str, start: date, later: int, nation: str) -> None:
    first = work_out(rule_id, start, nation, {})
    second = work_out(rule_id, start + timedelta(days=later), nation, {})
    assert first.due <= second.due


@settings(max_examples=200, deadline=None)
@given(STARTS, st.sampled_from(NATIONS))
def test_moved_dates_are_working_days(start: date, nation: str) -> None:
    due = date.fromisoformat(work_out("SAR-1M", start, nation, {}).due)
    assert not calendar_for(nation, {}).off(due)
    assert timedelta(0) <= due - corresponding(start, 1) <= timedelta(days=6)


@given(STARTS, st.integers(1, 72))
def test_corresponding_date_keeps_the_day_or_ends_the_month(start: date, months: int) -> None:
    due = corresponding(start, months)
    assert due.day == start.day or (due.day < start.day and (due + timedelta(days=1)).day == 1)
    assert corresponding_minus_one(start, months) in (due, due - timedelta(days=1))


@given(STARTS, st.integers(0, 60))
def test_days_left_out_are_never_counted(start: date, length: int) -> None:
    due, _ = without(start, lambda day: day + timedelta(days=length), tribunal_closed)
    counted = sum(not tribunal_closed(start + timedelta(days=n)) for n in range(1, (due - start).days + 1))
    assert counted == length


@settings(max_examples=100, deadline=None)
@given(STARTS, st.integers(0, 20), st.integers(0, 20))
def test_a_question_moves_the_date_by_its_days(start: date, wait: int, answer: int) -> None:
    asked = start + timedelta(days=wait)
    answered = asked + timedelta(days=answer)
    context = parse_context(f"asked={asked}; answered={answered}")
    plain = work_out("SAR-1M", start, "england", {})
    paused = work_out("SAR-CLARIFY", start, "england", context)
    assert paused.due >= plain.due
    assert date.fromisoformat(paused.due) >= corresponding(start, 1) + timedelta(days=answer + 1)


@given(st.text(max_size=80))
def test_any_context_can_be_read(text: str) -> None:
    assert all(key and value for key, value in parse_context(text).items())
