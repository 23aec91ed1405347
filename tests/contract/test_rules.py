"""Every deadline rule: its file, its worked examples, and that a later start never ends earlier."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from app.domain.people import NATIONS
from app.requests.deadlines import parse_context, rules, work_out
from app.requests.rules import Example, Rule, rule

FIRST, LAST = date(2025, 1, 1), date(2028, 12, 31)
RULES = rules()
EXAMPLES = [(found, example) for found in RULES for example in found.examples]


def test_all_rules_and_examples_are_there() -> None:
    assert len(RULES) == 87
    assert len(EXAMPLES) == 63


@pytest.mark.parametrize(("found", "example"), EXAMPLES, ids=[f"{r.id}-{e.start}-{e.nation}" for r, e in EXAMPLES])
def test_worked_example(found: Rule, example: Example) -> None:
    working = work_out(found.id, date.fromisoformat(example.start), example.nation, parse_context(example.context))
    assert working.due == example.due, working.steps
    assert working.steps
    assert working.source == found.source


@pytest.mark.parametrize("found", RULES, ids=[r.id for r in RULES])
def test_file_says_what_people_need(found: Rule) -> None:
    assert found.title[0].isupper()
    assert not found.title.endswith(".")
    assert found.plain.endswith(".")
    assert len(found.plain) < 240
    assert found.trigger
    assert found.source
    assert date.fromisoformat(found.checked) >= date(2026, 1, 1)
    assert (found.length == 0) == (found.method == "fixed_date")


@pytest.mark.parametrize("nation", NATIONS)
def test_later_start_never_ends_earlier(nation: str) -> None:
    for found in RULES:
        before = date.min
        for start in _starts(found):
            due = date.fromisoformat(work_out(found.id, start, nation, {}).due)
            assert due >= before, (found.id, nation, start)
            before = due


def _starts(found: Rule) -> Iterator[date]:
    """Every seventh day, and every day round the ends of months, holidays and of August, where rules could go wrong."""
    day = FIRST
    while day <= LAST:
        edge = day.day <= 3 or day.day >= 27
        if day.toordinal() % 7 == 0 or edge or found.roll.startswith("hesc"):
            yield day
        day += timedelta(days=1)


def test_unsure_rules_say_so() -> None:
    unsure = next(r for r in RULES if r.confidence == "unverified")
    steps = work_out(unsure.id, FIRST, unsure.nations[0], {}).steps
    assert any("check before relying on it" in step for step in steps)


def test_our_own_dates_warn_two_weeks_before() -> None:
    working = work_out("LGSCO-12M", date(2026, 1, 10), "england", {})
    assert (working.binds, working.due, working.warn_from) == ("us", "2027-01-10", "2026-12-27")


def test_rule_ids_do_not_mind_capitals() -> None:
    assert rule("sar-1m").id == "SAR-1M"
