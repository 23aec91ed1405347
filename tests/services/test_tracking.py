"""When a letter is taken to have arrived, and the clocks that follow from a log."""

from datetime import date

import pytest

from app.domain.people import NewOrganisation
from app.services import browsing, tracking
from app.services.case import OpenCase


@pytest.mark.parametrize(
    ("sent", "how", "arrived"),
    [
        ("2026-11-23", "by e-mail", "2026-11-23"),
        ("2026-11-23", "by post", "2026-11-25"),
        ("2026-11-26", "post", "2026-11-30"),
        ("2026-11-28", "by post", "2026-12-01"),
        ("2026-11-23", "recorded post", "2026-11-25"),
        ("2026-11-23", "by hand", "2026-11-23"),
    ],
)
def test_arrival(sent: str, how: str, arrived: str) -> None:
    assert tracking.arrives(date.fromisoformat(sent), how) == arrived


def test_the_clock_follows_the_log(case: OpenCase) -> None:
    school, _ = browsing.save_organisation(case, NewOrganisation("Larkhollow Primary School", "school"))
    request, _ = tracking.new_request(case, school.id, "access", sent="2026-10-05")

    def due() -> str:
        return tracking.deadlines(case, date(2026, 10, 20))[0].due

    assert due() == "2026-11-05"
    tracking.log(case, request.id, "clarify-asked", "2026-10-12")
    tracking.log(case, request.id, "clarified", "2026-10-19")
    assert due() == "2026-11-13"  # worked example of SAR-CLARIFY
    tracking.log(case, request.id, "extended", "2026-10-30")
    assert due() > "2026-12-31"
    tracking.log(case, request.id, "answered", "2026-11-01")
    assert tracking.deadlines(case, date(2027, 3, 1))[0].state == "met"


def test_deciding_a_documents_date_confirms_its_entry(case: OpenCase, tmp_path) -> None:  # type: ignore[no-untyped-def]
    from app.services import case as cases
    from app.services import importing

    (tmp_path / "note.txt").write_text("Larkhollow Primary School\n14 October 2021\n\nMother declined the referral.\n")
    importing.start(case, [tmp_path / "note.txt"], ocr=False)
    before = cases.counts(case).suggested
    row = browsing.documents(case)[0]
    browsing.set_facts(case, [row.id], date=row.date)
    assert cases.counts(case).suggested == before - 1
