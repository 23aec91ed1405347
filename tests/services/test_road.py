"""Requests from asking to the ombudsman: log, dates, what is next, what came; every change can be taken back."""

from datetime import date

import pytest

from app.domain.errors import UsageProblem
from app.domain.ids import RequestId
from app.domain.people import NewOrganisation
from app.domain.requests import Asked, Request
from app.services import asked, browsing, history, letter_writing, matrix, road, term_dates, tracking
from app.services.case import OpenCase


@pytest.fixture
def school(case: OpenCase) -> int:
    return int(browsing.save_organisation(case, NewOrganisation("Larkhollow Primary School", "school"))[0].id)


@pytest.fixture
def council(case: OpenCase) -> int:
    return int(browsing.save_organisation(case, NewOrganisation("Calderwick Council", "council-send"))[0].id)


def next_up(case: OpenCase, day: str) -> list[tuple[str, str]]:
    return [(s.situation.id, s.letters[0][0] if s.letters else "") for s in road.steps(case, date.fromisoformat(day))]


def send(case: OpenCase, kind: str, to: int, day: str, about: int | None = None) -> Request:
    """Write the letter, fill its blanks and send it by e-mail on a day."""
    draft = letter_writing.draft(case, kind, to, {}, None, about)
    fills = {
        f.name: (day if f.kind == "date" else f.choices[0][0] if f.choices else "Words")
        for f in draft.fields
        if f.name in draft.missing
    }
    draft = letter_writing.recompose(case, draft, fills)
    kept, _ = letter_writing.save(case, draft)
    letter_writing.mark_sent(case, int(kept.id or 0), date.fromisoformat(day), "email")
    sent = next(d for d in letter_writing.drafts(case) if d.id == kept.id)
    return tracking.one(case, int(sent.request or 0))


def test_from_asking_to_the_regulator(case: OpenCase, council: int) -> None:
    request = send(case, "access-request", council, "2026-10-05")
    assert request.kind == "access"
    assert {a.kind for a in request.asked} >= {"sen-file", "emails", "panel", "parent"}
    assert next_up(case, "2026-11-05") == []
    assert next_up(case, "2026-11-06") == [("access-overdue", "access-overdue")]
    assert send(case, "access-overdue", council, "2026-11-06", int(request.id)).id == request.id
    assert next_up(case, "2026-11-13")[0] == ("dp-complaint-due", "data-protection-complaint")
    complaint = send(case, "data-protection-complaint", council, "2026-11-13", int(request.id))
    assert (complaint.kind, complaint.about) == ("dp-complaint", request.id)
    assert next_up(case, "2026-12-14") == []
    assert next_up(case, "2026-12-15") == [
        ("regulator-due", "regulator-complaint"),
        ("complaint-due", "council-complaint"),
    ]
    regulator = send(case, "regulator-complaint", council, "2026-12-15", int(complaint.id))
    assert (regulator.kind, regulator.about) == ("regulator", complaint.id)
    assert next_up(case, "2026-12-16") == [("complaint-due", "council-complaint")]
    complained = send(case, "council-complaint", council, "2026-12-16", int(complaint.id))
    assert complained.kind == "council-complaint"
    assert ("complaint-overdue", "council-ombudsman") not in next_up(case, "2027-03-10")
    assert ("complaint-overdue", "council-ombudsman") in next_up(case, "2027-03-11")
    send(case, "council-ombudsman", council, "2027-03-11", int(complained.id))
    assert [found for found, _ in next_up(case, "2027-03-12")] == []
    states = {d.id: d.state for d in tracking.deadlines(case, date(2027, 3, 12))}
    assert states[f"{complained.id}-ombudsman"] == "met"


def test_corrections_refused(case: OpenCase, council: int) -> None:
    request, _ = tracking.new_request(case, council, "correction", sent="2026-10-05")
    tracking.log(case, int(request.id), "refused", "2026-10-20", "they say it is right")
    assert [found for found, _ in next_up(case, "2026-10-21")] == ["dp-complaint-due", "correction-refused"]


def test_every_entry_can_be_taken_back(case: OpenCase, school: int) -> None:
    request, added = tracking.new_request(case, school, "access", sent="2026-10-05", how="post", proof="receipt 12")
    assert (request.received, request.proof) == ("2026-10-07", "receipt 12")
    before = tracking.one(case, int(request.id))
    for word, day in (
        ("acknowledged", "2026-10-08"),
        ("extended", "2026-10-20"),
        ("part-answered", "2026-11-01"),
        ("answered", "2026-11-02"),
    ):
        change = tracking.log(case, int(request.id), word, day)
        history.apply(case, change.inverse())
        assert tracking.one(case, int(request.id)) == before
    tracking.log(case, int(request.id), "answered", "2026-11-02")
    tracking.unlog(case, int(request.id), 1)
    assert tracking.one(case, int(request.id)) == before
    for wrong in (lambda: tracking.log(case, int(request.id), "exploded", "2026-11-01"),
                  lambda: tracking.log(case, 99, "note", "2026-11-01"),
                  lambda: tracking.unlog(case, int(request.id), 7),
                  lambda: tracking.change_request(case, int(request.id), right_of="uncle"),
                  lambda: tracking.new_request(case, school, "spell")):  # fmt: skip
        with pytest.raises(UsageProblem):
            wrong()
    removed = tracking.remove_request(case, int(request.id))
    assert tracking.requests(case) == ()
    history.apply(case, removed.inverse())
    assert tracking.one(case, int(request.id)) == before
    history.apply(case, added.inverse())
    assert tracking.requests(case) == ()


def test_a_question_stops_the_clock_and_an_extension_counts_from_the_start(case: OpenCase, school: int) -> None:
    request, _ = tracking.new_request(case, school, "access", sent="2026-09-01")
    known = int(request.id)

    def found(day: str) -> tuple[str, str, str]:
        only = tracking.deadlines(case, date.fromisoformat(day))[0]
        return only.rule, only.due, only.state

    tracking.log(case, known, "clarify-asked", "2026-09-08")
    assert found("2026-12-01") == ("SAR-CLARIFY", "2026-10-01", "stopped")
    tracking.log(case, known, "clarified", "2026-09-14")
    assert found("2026-09-20") == ("SAR-CLARIFY", "2026-10-08", "running")
    tracking.log(case, known, "extended", "2026-09-20")
    assert found("2026-09-20") == ("SAR-EXT-3M", "2026-12-08", "running")
    tracking.log(case, known, "clarify-asked", "2026-09-22")
    tracking.log(case, known, "clarified", "2026-09-23")
    assert found("2026-09-24")[1] == "2026-12-10"


def test_school_days_wait_for_term_dates(case: OpenCase, school: int) -> None:
    request, _ = tracking.new_request(case, school, "educational-record", sent="2026-10-16")
    late = tracking.deadlines(case, date(2026, 12, 1))[0]
    assert (late.state, late.working.waits_for) == ("running", "term-dates")
    assert next_up(case, "2026-12-01") == [("term-dates", "")]
    term_dates.set_term_dates(case, school, "2026-09-03..2026-10-23, 2026-11-02..2026-12-18", "2026-11-02")
    counted = tracking.deadlines(case, date(2026, 12, 1))[0]
    assert (counted.due, counted.state, counted.working.waits_for) == ("2026-11-16", "overdue", "")
    assert next_up(case, "2026-12-01") == [("access-overdue", "access-overdue")]
    assert request.id == counted.request


def test_extra_holidays_of_a_nation(case: OpenCase, school: int) -> None:
    tracking.new_request(case, school, "access", sent="2026-11-23")
    case.ctx.settings.working_days_extra = ["scotland:2026-12-23"]
    assert tracking.deadlines(case)[0].due == "2026-12-23"
    case.ctx.settings.working_days_extra = ["scotland:2026-12-23", "2026-12-23", "england:2026-12-24"]
    assert tracking.deadlines(case)[0].due == "2026-12-29"


def test_asked_and_received(case: OpenCase, school: int) -> None:
    request, _ = tracking.new_request(case, school, "access", sent="2026-10-05")
    known = int(request.id)
    items = [Asked("safeguarding", "Safeguarding log and file"), Asked("", "CCTV of 3 June 2026")]
    asked.set_asked(case, known, items)
    assert {row.label: row.cells[school].state for row in matrix.table(case).rows} == {
        "Safeguarding log and file": "waiting", "CCTV of 3 June 2026": "waiting"}  # fmt: skip
    assert matrix.missing(case, school) == ()
    tracking.log(case, known, "answered", "2026-11-01")
    assert [m.label for m in matrix.missing(case, school)] == [item.label for item in items]
    assert next_up(case, "2026-11-02") == [("access-incomplete", "missing-documents")]
    draft = letter_writing.draft(case, "missing-documents", school, {}, None, known)
    assert "CCTV of 3 June 2026" in next(f.value for f in draft.fields if f.name == "missing_items")
    asked.set_state(case, known, "CCTV of 3 June 2026", "not-held")
    change = asked.set_state(case, known, "Safeguarding log and file", "came")
    assert matrix.missing(case, school) == ()
    assert next_up(case, "2026-11-02") == [("access-answered", "missing-documents")]
    history.apply(case, change.inverse())
    assert [m.label for m in matrix.missing(case, school)] == ["Safeguarding log and file"]
    words = [cell.words for row in matrix.table(case).rows for cell in row.cells.values()]
    assert words == ["asked 5 Oct 2026, not found in what we hold", "asked 5 Oct 2026, they say they do not hold it"]
    assert matrix.document(case, "docx")[:2] == b"PK"
    assert matrix.document(case, "pdf")[:4] == b"%PDF"
    with pytest.raises(UsageProblem):
        asked.set_state(case, known, "A moon", "came")


def test_what_belongs_to_a_request(case: OpenCase, school: int, given_folder: object) -> None:
    from app.services import importing

    request, _ = tracking.new_request(case, school, "access", sent="2026-10-05")
    known = int(request.id)
    importing.start(case, [given_folder], organisation="Larkhollow Primary School", request=RequestId(known), ocr=False)  # type: ignore[list-item]
    document = int(browsing.documents(case)[0].id)
    change = tracking.link_document(case, known, document)
    found = tracking.belonging(case, known)
    assert (len(found.deliveries), [d for d, _ in found.documents]) == (1, [document])
    history.apply(case, change.inverse())
    assert tracking.belonging(case, known).documents == ()
    tracking.link_document(case, known, document)
    assert tracking.link_document(case, known, document).rows == ()
    tracking.link_document(case, known, document, on=False)
    assert tracking.belonging(case, known).documents == ()


def test_stages_of_a_school_follow_each_other(case: OpenCase, school: int) -> None:
    first = send(case, "school-complaint", school, "2026-10-05")
    assert next_up(case, "2026-11-02") == [("complaint-overdue", "school-complaint-formal")]
    assert send(case, "school-complaint-formal", school, "2026-11-02", int(first.id)).id == first.id
    assert [what for _, what, _ in tracking.one(case, int(first.id)).log] == ["sent", "stage-2"]
    assert next_up(case, "2026-11-30") == [("complaint-overdue", "panel-request")]
    assert send(case, "panel-request", school, "2026-11-30", int(first.id)).id == first.id
    tracking.log(case, int(first.id), "answered", "2026-12-10")
    assert next_up(case, "2026-12-11") == [("complaint-answered", "education-department-complaint")]
