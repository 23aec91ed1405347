"""Where a request stands, and what is due next."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.ids import OrganisationId, RequestId
from app.domain.requests import Request
from app.requests.deadlines import work_out
from app.requests.stages import SITUATIONS, STAGES, Seen, situations, stage_of

SENT = date(2026, 11, 23)
WORKING = work_out("SAR-1M", SENT, "england", {})
DUE = date.fromisoformat(WORKING.due)
REQUEST = Request(RequestId(1), OrganisationId(1), "School", "access", "The file", sent=SENT.isoformat())


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        (SENT, "running"),
        (DUE - timedelta(days=4), "running"),
        (DUE - timedelta(days=3), "due-soon"),
        (DUE, "due-soon"),
        (DUE + timedelta(days=1), "overdue"),
    ],
)
def test_stage_by_day(today: date, stage: str) -> None:
    found = stage_of(REQUEST, WORKING, today)
    assert (found.id, found.label, found.days) == (stage, STAGES[stage], (DUE - today).days)


def test_draft_sent_and_answered() -> None:
    assert stage_of(replace(REQUEST, sent=""), None, SENT).id == "draft"
    assert stage_of(REQUEST, None, SENT).id == "sent"
    assert stage_of(replace(REQUEST, answered="2026-12-01"), WORKING, DUE + timedelta(days=9)).id == "answered"


def test_our_own_dates_are_soon_two_weeks_before() -> None:
    ours = work_out("LGSCO-12M", SENT, "england", {})
    assert stage_of(REQUEST, ours, date.fromisoformat(ours.due) - timedelta(days=14)).id == "due-soon"


def test_road_of_a_request_for_the_file() -> None:
    late = DUE + timedelta(days=1)
    assert situations(REQUEST, WORKING, SENT) == ()
    assert situations(REQUEST, WORKING, late) == ("access-overdue",)
    reminded = replace(REQUEST, log=((late.isoformat(), "letter", "Reminder"),))
    assert situations(reminded, WORKING, late + timedelta(days=6)) == ("access-overdue",)
    assert situations(reminded, WORKING, late + timedelta(days=7)) == ("dp-complaint-due", "access-overdue")
    asked = replace(REQUEST, log=(("2026-11-25", "identity-asked", ""),))
    assert situations(asked, WORKING, SENT) == ("identity-question",)
    replied = replace(asked, log=(*asked.log, ("2026-11-26", "identity-sent", "")))
    assert situations(replied, WORKING, SENT) == ()
    assert situations(replace(REQUEST, extended="2026-12-01"), WORKING, SENT) == ("access-extended",)
    assert situations(replace(REQUEST, answered="2026-12-01"), WORKING, late) == ("access-answered",)


def test_road_of_a_correction() -> None:
    correction = replace(REQUEST, kind="correction")
    assert situations(correction, WORKING, DUE + timedelta(days=1)) == ("correction-overdue",)
    refused = replace(correction, answered="2026-12-01", log=(("2026-12-01", "refused", ""),))
    assert situations(refused, WORKING, DUE)[0] == "correction-refused"
    assert set(situations(refused, WORKING, DUE)) <= set(SITUATIONS)


def test_road_of_an_answer_that_is_not_whole() -> None:
    answered = replace(REQUEST, answered="2026-12-01", log=(("2026-12-01", "answered", ""),))
    assert situations(answered, WORKING, DUE, Seen(missing=True)) == ("access-incomplete",)
    wrote = replace(answered, log=(*answered.log, ("2026-12-05", "letter", "Missing pages")))
    assert situations(wrote, WORKING, date(2026, 12, 18), Seen(missing=True)) == ()
    assert situations(wrote, WORKING, date(2026, 12, 19), Seen(missing=True)) == ("dp-complaint-due",)
    assert situations(wrote, WORKING, date(2026, 12, 19), Seen({"dp-complaint"})) == ()
    closed = replace(answered, log=(*answered.log, ("2026-12-06", "closed", "")))
    assert situations(closed, WORKING, DUE) == ()


def test_road_from_complaint_to_ombudsman() -> None:
    complaint = replace(REQUEST, kind="dp-complaint")
    late = DUE + timedelta(days=1)
    assert situations(complaint, WORKING, DUE) == ()
    assert situations(complaint, WORKING, late) == ("regulator-due", "complaint-due")
    noted = replace(complaint, log=((SENT.isoformat(), "acknowledged", ""),))
    assert situations(noted, WORKING, late) == ()
    assert situations(noted, WORKING, SENT + timedelta(days=90)) == ("regulator-due", "complaint-due")
    assert situations(complaint, WORKING, late, Seen({"regulator"})) == ("complaint-due",)
    assert situations(complaint, WORKING, late, Seen({"regulator", "council-complaint"})) == ()
    council = replace(REQUEST, kind="council-complaint")
    assert situations(council, WORKING, late) == ("complaint-overdue",)
    assert situations(council, WORKING, late, Seen({"ombudsman"})) == ()
    school = replace(REQUEST, kind="school-complaint", received=SENT.isoformat())
    assert situations(school, None, SENT + timedelta(days=27)) == ()
    assert situations(school, None, SENT + timedelta(days=28)) == ("complaint-overdue",)


def test_a_clock_that_stands_still_is_never_late() -> None:
    asked = replace(REQUEST, log=(("2026-11-25", "clarify-asked", ""),))
    open_question = replace(WORKING, waits_for="question")
    assert stage_of(asked, open_question, DUE + timedelta(days=90)).id == "stopped"
    assert situations(asked, open_question, DUE + timedelta(days=90)) == ("access-question",)
    no_terms = replace(WORKING, waits_for="term-dates")
    assert stage_of(REQUEST, no_terms, DUE + timedelta(days=90)).id == "running"
    assert situations(REQUEST, no_terms, DUE + timedelta(days=90)) == ("term-dates",)
