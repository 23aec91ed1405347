"""The engine beyond the worked examples: what its working says, and what it refuses."""

from datetime import date

import pytest

from app.domain.errors import UsageProblem
from app.requests.deadlines import parse_context, work_out

DAY = date(2026, 11, 23)


def test_working_explains_holidays_and_the_move() -> None:
    steps = " ".join(work_out("SAR-1M", date(2026, 11, 25), "england", {}).steps)
    assert "Christmas Day" in steps
    assert "Tuesday 29 December 2026" in steps


def test_scottish_one_off_holiday_is_known() -> None:
    assert work_out("SAR-1M", date(2026, 5, 15), "scotland", {}).due == "2026-06-16"
    assert work_out("SAR-1M", date(2026, 5, 15), "england", {}).due == "2026-06-15"


def test_own_holidays_count() -> None:
    assert work_out("SAR-1M", DAY, "england", parse_context("bank_holidays=2026-12-23")).due == "2026-12-24"


@pytest.mark.parametrize("name", ["ni", "NI", "northern-ireland", "Northern Ireland"])
def test_names_of_a_nation(name: str) -> None:
    assert work_out("SAR-1M", date(2027, 2, 17), name, {}).nation == "northern-ireland"


def test_a_rule_of_another_nation_says_so_and_keeps_its_own_holidays() -> None:
    working = work_out("EDREC-SCO-15SD", date(2026, 11, 25), "england", {})
    assert working.due == "2026-12-17"
    assert working.steps[0].startswith("This is a rule of Scotland.")


def test_school_days_without_term_dates_say_that_the_date_may_be_later() -> None:
    assert any("may be later" in step for step in work_out("EDREC-15SD", DAY, "england", {}).steps)


def test_clock_that_stands_still_says_so() -> None:
    working = work_out("SAR-CLARIFY", DAY, "england", parse_context("asked=2026-11-30"))
    assert any("stands still" in step for step in working.steps)


def test_tribunal_days_are_left_out_unless_the_case_is_another() -> None:
    assert work_out("UT-PTA-1M", date(2027, 7, 15), "england", {}).due == "2027-09-15"
    assert work_out("UT-PTA-1M", date(2027, 7, 15), "england", {"case": "other"}).due == "2027-08-16"


def test_a_directed_date_wins_for_us() -> None:
    assert work_out("SEND-PTA-28D", DAY, "england", {"due": "2027-01-08"}).due == "2027-01-08"


def test_christmas_and_august_of_the_send_tribunal() -> None:
    assert work_out("SEND-APPEAL", date(2026, 10, 28), "england", {}).due == "2027-01-04"
    assert work_out("SEND-APPEAL", date(2027, 6, 1), "england", {}).due == "2027-09-01"


@pytest.mark.parametrize(
    ("rule", "nation", "context"),
    [
        ("NO-SUCH", "england", ""),
        ("SAR-1M", "france", ""),
        ("SAR-CLARIFY", "england", "asked=2026-11-30; answered=2026-11-25"),
        ("SAR-CLARIFY", "england", "asked=tomorrow"),
        ("SAR-1M", "england", "bank_holidays=Christmas"),
    ],
)
def test_nonsense_is_refused_in_plain_words(rule: str, nation: str, context: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        work_out(rule, DAY, nation, parse_context(context))
    assert caught.value.happened.endswith(".")


def test_context_as_people_write_it() -> None:
    read = parse_context("school_closed=2026-07-22..2026-09-02 (includes INSET 1-2 Sep); month end; inset=2026-11-02")
    assert read == {"school_closed": "2026-07-22..2026-09-02", "inset": "2026-11-02"}
    assert parse_context("mediation_certificate=none (Section I only)") == {}
    assert parse_context("none") == {}
