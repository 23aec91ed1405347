"""More worked dates, each counted by hand from the words of the law with a wall calendar, apart from those in the rule files."""

from datetime import date

import pytest

from app.requests.deadlines import parse_context, work_out

WORKED = [
    # one month, month ends, leap years
    ("SAR-1M", "2024-01-31", "england", "", "2024-02-29", "no 31 Feb; 29 Feb 2024 is a Thursday"),
    ("SAR-1M", "2024-01-30", "wales", "", "2024-02-29", "no 30 Feb"),
    ("SAR-1M", "2024-01-29", "england", "", "2024-02-29", "the 29th is there in a leap year"),
    ("SAR-1M", "2027-01-29", "england", "", "2027-03-01", "28 Feb 2027 is a Sunday"),
    ("SAR-1M", "2024-02-29", "scotland", "", "2024-04-01", "Good Friday; Easter Monday counts in Scotland"),
    ("SAR-1M", "2025-05-31", "england", "", "2025-06-30", "June has 30 days; a Monday"),
    ("SAR-1M", "2027-05-31", "england", "", "2027-06-30", "received on the spring bank holiday"),
    # bank holidays of each nation
    ("SAR-1M", "2026-12-02", "england", "", "2027-01-04", "2 Jan 2027 is a Saturday"),
    ("SAR-1M", "2026-12-02", "scotland", "", "2027-01-05", "Monday 4 Jan stands for 2 January"),
    ("SAR-1M", "2025-12-02", "scotland", "", "2026-01-05", "Friday 2 January 2026"),
    ("SAR-1M", "2025-12-02", "england", "", "2026-01-02", "a working day in England"),
    ("SAR-1M", "2025-06-12", "northern-ireland", "", "2025-07-15", "12 July is a Saturday, Monday 14 July its substitute"),
    ("SAR-1M", "2025-06-12", "england", "", "2025-07-14", "only the weekend"),
    ("SAR-1M", "2024-02-18", "northern-ireland", "", "2024-03-19", "Monday 18 March stands for St Patrick's Day"),
    ("SAR-1M", "2025-03-21", "england", "", "2025-04-22", "Easter Monday"),
    ("SAR-1M", "2025-03-21", "scotland", "", "2025-04-21", "Easter Monday is not one in Scotland"),
    ("SAR-1M", "2025-10-30", "scotland", "", "2025-12-02", "30 Nov 2025 is a Sunday, Monday 1 Dec its substitute"),
    ("SAR-1M", "2027-11-25", "england", "", "2027-12-29", "25 and 26 at the weekend, 27 and 28 their substitutes"),
    ("SAR-1M", "2026-05-15", "wales", "bank_holidays=2026-06-15", "2026-06-16", "a day added by hand"),
    # extensions, identity, questions
    ("SAR-EXT-3M", "2025-11-30", "england", "", "2026-03-02", "no 30 Feb; 28 Feb 2026 is a Saturday"),
    ("SAR-EXT-3M", "2026-11-30", "scotland", "", "2027-03-01", "28 Feb 2027 is a Sunday"),
    ("RECT-EXT-3M", "2026-08-31", "england", "", "2026-11-30", "no 31 Nov"),
    ("RECT-EXT-3M", "2026-08-31", "scotland", "", "2026-12-01", "St Andrew's Day"),
    ("SAR-ID", "2026-01-05", "england", "id_requested=2026-01-06; id_received=2026-01-31", "2026-03-02", "from 31 Jan"),
    ("SAR-ID", "2026-01-05", "england", "fee_paid=2026-01-20", "2026-02-20", "from the fee"),
    ("SAR-CLARIFY", "2026-03-02", "england", "asked=2026-03-09; answered=2026-03-09", "2026-04-07", "2 Apr + 1 day is Good Friday, then Easter"),
    ("SAR-CLARIFY", "2026-10-05", "england", "asked=2026-11-06; answered=2026-11-09", "2026-11-05", "asked too late"),
    ("SAR-EXT-3M", "2026-09-01", "england", "asked=2026-09-08; answered=2026-09-14", "2026-12-08", "1 Dec + 7 days"),
    ("SAR-EXAM-5M", "2026-06-01", "england", "results=2026-08-20", "2026-09-29", "40 days after results"),
    ("SAR-EXAM-5M", "2026-06-01", "england", "results=2026-12-20", "2026-11-01", "five months are earlier"),
    ("DPC-ACK-30D", "2026-12-02", "england", "", "2027-01-04", "day 30 is New Year's Day, a Friday"),
    ("DPC-ACK-30D", "2026-12-02", "scotland", "", "2027-01-05", "2 January is moved to Monday 4"),
    # working days
    ("FOI-20WD", "2026-03-16", "england", "", "2026-04-16", "St Patrick's Day, Good Friday and Easter Monday drop out"),
    ("FOI-20WD", "2026-07-10", "wales", "", "2026-08-11", "13 July and 3 August drop out for everybody"),
    ("FOI-20WD", "2026-11-13", "england", "", "2026-12-14", "30 November drops out"),
    ("FOI-SCO-20WD", "2026-12-18", "scotland", "", "2027-01-21", "25 and 28 Dec, 1 and 4 Jan drop out"),
    ("NHS-ACK-3WD", "2027-12-24", "england", "", "2027-12-31", "27 and 28 are substitutes"),
    ("CA89-S1-10WD", "2026-03-27", "england", "", "2026-04-14", "Good Friday and Easter Monday"),
    ("MED-CERT-3WD", "2026-08-27", "england", "", "2026-09-02", "31 August is a bank holiday"),
    ("SCO-MCHP-S1-5WD", "2026-12-22", "scotland", "", "2026-12-31", "25 and 28 December"),
    # calendar days and weeks
    ("EHC-6W", "2024-01-18", "england", "", "2024-02-29", "42 days"),
    ("EHC-20W", "2025-10-13", "england", "", "2026-03-02", "140 days"),
    ("EHC-DRAFT-15D", "2026-02-20", "england", "", "2026-03-06", "day 15 counts the first"),
    ("AR-8W", "2026-12-30", "england", "", "2027-02-24", "56 days"),
    # the tribunal: August, Christmas, 5pm
    ("SEND-APPEAL", "2026-05-31", "england", "", "2026-07-31", "a Friday, before August"),
    ("SEND-APPEAL", "2026-06-01", "england", "", "2026-09-01", "1 August"),
    ("SEND-APPEAL", "2025-06-30", "england", "", "2025-09-01", "30 August 2025; 1 September is a Monday"),
    ("SEND-APPEAL", "2026-10-25", "england", "", "2027-01-04", "25 Dec; 1 January 2027 is a Friday, then a weekend"),
    ("SEND-APPEAL", "2025-11-01", "england", "", "2026-01-02", "1 January 2026; the day after is a Friday"),
    ("SEND-APPEAL", "2026-10-24", "england", "", "2026-12-24", "a Thursday"),
    ("SEND-APPEAL", "2026-05-01", "england", "mediation_certificate=2026-06-20", "2026-07-20", "certificate + 1 month"),
    ("SEND-APPEAL", "2026-05-01", "england", "mediation_certificate=2026-07-10", "2026-09-01", "10 August"),
    ("SEND-APPEAL-CERT-1M", "2026-01-31", "england", "", "2026-03-02", "28 Feb 2026 is a Saturday"),
    ("EQA-SCHOOL-6M", "2026-08-31", "england", "", "2027-02-28", "no 31 Feb, so the end of February"),
    ("EQA-SCHOOL-6M", "2026-03-01", "england", "", "2026-08-31", "six months starting with 1 March"),
    ("UT-PTA-1M", "2026-07-20", "england", "", "2026-09-21", "12 days of July, 19 of September; 19 Sept is a Saturday"),
    ("SEND-PTA-28D", "2026-12-11", "england", "", "2027-01-18", "8 days left out; 16 Jan 2027 is a Saturday"),
    # the other nations
    ("ETW-8W", "2026-07-06", "wales", "", "2026-09-01", "ends Sunday 30 Aug; Monday is a bank holiday"),
    ("ETW-DR-16W", "2026-11-23", "wales", "", "2027-03-15", "ends Sunday 14 March"),
    ("SENDIST-NI-2M", "2026-05-10", "northern-ireland", "", "2026-07-14", "10 July, a Friday; Monday 13 July is a holiday"),
    ("ASN-REF-2M", "2026-12-31", "scotland", "", "2027-02-28", "no 31 Feb; nothing moves it"),
    ("NIPSO-6M", "2026-02-28", "northern-ireland", "", "2026-08-28", "the same day number, not the month's end"),
    ("LGSCO-12M", "2024-02-29", "england", "", "2025-02-28", "no 29 Feb"),
    # school days
    ("EDREC-15SD", "2026-12-11", "england", "school_closed=2026-12-19..2027-01-04; inset=2027-01-05", "2027-01-19", "5 in December"),
    ("EDREC-WAL-15SD", "2026-10-16", "wales", "terms=2026-09-02..2026-10-23,2026-11-02..2026-12-18", "2026-11-13", "half-term"),
    ("EDREC-SCO-15SD", "2026-10-02", "scotland", "terms=2026-08-17..2026-10-09,2026-10-19..2026-12-22", "2026-10-30", "October week"),
    ("FOI-SCHOOL-ENG", "2027-07-20", "england", "school_closed=2027-07-22..2027-09-02", "2027-09-29", "1 in July"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "start", "nation", "context", "due", "why"), WORKED, ids=[f"{w[0]}-{w[1]}-{w[2]}" for w in WORKED]
)
def test_worked_by_hand(rule: str, start: str, nation: str, context: str, due: str, why: str) -> None:
    found = work_out(rule, date.fromisoformat(start), nation, parse_context(context))
    assert found.due == due, (why, found.steps)
    assert all(first <= second for first, second in zip(found.skipped, found.skipped[1:], strict=False))


def test_every_day_left_out_is_named_with_its_reason() -> None:
    found = work_out("FOI-20WD", date(2026, 12, 15), "england", {})
    reasons = dict(found.skipped)
    assert reasons["2027-01-04"].startswith("New Year Holiday") or "Scotland" in reasons["2027-01-04"]
    assert reasons["2026-12-19"] == "weekend"
    moved = work_out("SAR-1M", date(2026, 11, 25), "england", {})
    assert [day for day, _ in moved.skipped] == ["2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28"]


def test_a_later_start_never_ends_earlier_whatever_else_is_known() -> None:
    """Contexts with fixed days, over starts on every side of them."""
    from datetime import timedelta

    contexts = {
        "SAR-CLARIFY": "asked=2026-01-28; answered=2026-02-10", "SAR-1M": "asked=2026-01-28; answered=2026-02-10",
        "SAR-ID": "id_requested=2026-01-20; id_received=2026-02-03", "SAR-EXAM-5M": "results=2026-02-01",
        "SEND-APPEAL": "mediation_certificate=2026-02-01", "EDREC-15SD": "terms=2026-01-05..2026-02-13,2026-02-23..2026-04-02",
        "FOI-SCHOOL-ENG": "school_closed=2026-02-14..2026-02-22,2026-04-03..2026-04-19",
    }  # fmt: skip
    for rule, context in contexts.items():
        known, before = parse_context(context), ""
        for day in range(150):
            due = work_out(rule, date(2025, 12, 1) + timedelta(days=day), "england", known).due
            assert due >= before, (rule, day)
            before = due
