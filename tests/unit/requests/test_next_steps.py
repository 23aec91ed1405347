"""What can be done about a point after their answer."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.ids import IssueId
from app.domain.issues import Issue, IssueFields, IssueStatus
from app.letters import catalogue
from app.requests import next_steps
from app.requests.next_steps import outcome, start_of, steps_after

TODAY = date(2026, 11, 23)
POINT = Issue(
    IssueId(1), "L-01", IssueFields(), None, None, None, "", "", "", None, "", (), "2026-09-01", sent="2026-09-02"
)


def point(status: IssueStatus, answer: str = "", due: str = "") -> Issue:
    return replace(POINT, fields=replace(POINT.fields, status=status, answer=answer, answered="2026-10-30"), due=due)


def ids(status: IssueStatus, answer: str = "", sent: frozenset[str] = frozenset()) -> list[str]:
    return [step.id for step in steps_after(point(status, answer), sent, TODAY)]


def test_a_refusal_without_reasons_opens_reasons_first() -> None:
    assert ids(IssueStatus.REFUSED) == ["reasons", "statement", "complain"]


def test_reasons_are_not_asked_again() -> None:
    assert "reasons" not in ids(IssueStatus.REFUSED, "We stand by it.")


def test_the_regulator_comes_after_a_complaint_to_them() -> None:
    assert "regulator" in ids(IssueStatus.REFUSED, sent=frozenset({"data-protection-complaint"}))


def test_a_yes_is_looked_at_in_the_next_file() -> None:
    assert ids(IssueStatus.AGREED)[0] == "look"
    assert "complain" not in ids(IssueStatus.AGREED)


def test_nothing_before_it_was_sent() -> None:
    assert ids(IssueStatus.DRAFT) == ids(IssueStatus.READY) == ids(IssueStatus.SENT) == []


@pytest.mark.parametrize(("due", "wanted"), [("2026-11-22", IssueStatus.NO_REPLY), ("2026-11-23", IssueStatus.SENT), ("", IssueStatus.SENT)])  # fmt: skip
def test_late_counts_as_no_reply(due: str, wanted: IssueStatus) -> None:
    assert outcome(point(IssueStatus.SENT, due=due), TODAY) is wanted


def test_every_step_leads_to_a_letter_that_exists() -> None:
    known = {kind.id for kind in catalogue.kinds()}
    assert all(step.letter in known for step in next_steps._all() if step.letter)
    assert all(step.after_letter in known for step in next_steps._all() if step.after_letter)


def test_reasons_count_from_the_day_they_got_the_request() -> None:
    step = next(s for s in next_steps._all() if s.id == "reasons")
    assert start_of(step, point(IssueStatus.REFUSED), "2026-09-04") == date(2026, 9, 4)
    assert start_of(step, point(IssueStatus.REFUSED), "") == date(2026, 9, 2)
