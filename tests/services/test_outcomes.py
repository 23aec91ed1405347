"""From a point that was sent to what became of it: answer, next step, later file, trail, lists."""

import io
from datetime import date
from pathlib import Path

import docx
import pikepdf
import pymupdf
import pytest

from app.domain.errors import OutputProblem, UsageProblem
from app.domain.issues import IssueStatus
from app.domain.marks import MarkKind
from app.domain.outcomes import Later
from app.services import annotating, browsing, history, importing, letter_writing, outcomes, schedules, trails
from app.services.case import OpenCase
from app.system import clock

SCHOOL = "Larkhollow Primary School"
WRONG = "Mother declined the offer of a speech and language referral."
RIGHT = "Mother agreed to the speech and language referral."
REVIEW = f"{SCHOOL}\nSEN support review\n14 October 2021\n\nPresent: Mr Okoro, Mrs Hartley\n\n{{line}}\n"


def bring_in(case: OpenCase, folder: Path, name: str, text: str, received: str) -> int:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text)
    importing.start(case, [folder], organisation=SCHOOL, received=received, ocr=False)
    return max(int(row.id) for row in browsing.documents(case))


@pytest.fixture
def sent(case: OpenCase, tmp_path: Path) -> tuple[OpenCase, int]:
    """A point about a review, sent on 1 September 2026."""
    document = bring_in(case, tmp_path / "first", "review.txt", REVIEW.format(line=WRONG), "2026-06-12")
    anchor = annotating.anchor_for_quote(case, document, 1, WRONG)
    _, made = annotating.mark_with_record(case, anchor, MarkKind.INACCURACY, right=RIGHT, wrong="I agreed.")
    assert made is not None
    draft = letter_writing.draft(case, "correction-request", made.organisation)
    kept, _ = letter_writing.save(case, draft)
    assert kept.id is not None
    letter_writing.mark_sent(case, kept.id, date(2026, 9, 1), "e-mail")
    return case, int(made.id)


def test_an_answer_needs_a_letter_first(case: OpenCase, tmp_path: Path) -> None:
    document = bring_in(case, tmp_path / "first", "review.txt", REVIEW.format(line=WRONG), "2026-06-12")
    anchor = annotating.anchor_for_quote(case, document, 1, WRONG)
    _, made = annotating.mark_with_record(case, anchor, MarkKind.INACCURACY, right=RIGHT)
    assert made is not None
    with pytest.raises(UsageProblem, match="not sent"):
        outcomes.answer(case, [int(made.id)], IssueStatus.AGREED)


def test_a_refusal_opens_steps_with_their_time_limit(sent: tuple[OpenCase, int]) -> None:
    case, point = sent
    change = outcomes.answer(case, [point], IssueStatus.REFUSED, on="2026-09-28")
    steps = {step.id: step for step in outcomes.next_steps(case, point)}
    assert list(steps) == ["reasons", "statement", "complain"]
    working = steps["reasons"].working
    assert working is not None
    assert working.due == "2026-10-01"
    assert working.steps
    history.apply(case, change.inverse())
    assert annotating.issue(case, point).fields.status is IssueStatus.SENT


def test_late_is_no_reply(sent: tuple[OpenCase, int], monkeypatch: pytest.MonkeyPatch) -> None:
    case, point = sent
    monkeypatch.setenv(clock.VARIABLE, "2026-10-01")
    assert outcomes.next_steps(case, point) == ()
    monkeypatch.setenv(clock.VARIABLE, "2026-10-02")
    assert outcomes.stands(case, annotating.issue(case, point)) is IssueStatus.NO_REPLY
    assert next(step.id for step in outcomes.next_steps(case, point)) == "reminder"


@pytest.mark.parametrize(("line", "verdict"), [(WRONG, Later.STILL_THERE), (RIGHT, Later.SHOWS_IT)])
def test_the_next_file_is_looked_at(sent: tuple[OpenCase, int], tmp_path: Path, line: str, verdict: Later) -> None:
    case, point = sent
    assert outcomes.check(case, point).verdict is Later.NO_LATER_FILE
    outcomes.answer(case, [point], IssueStatus.AGREED, on="2026-09-20", words="We have changed it.")
    later = bring_in(
        case, tmp_path / "second", "review again.txt", REVIEW.format(line=line) + "Printed anew.\n", "2026-10-30"
    )
    found = outcomes.check(case, point)
    assert found.verdict is verdict
    assert {int(place.document) for place in found.places} == {later}


def test_the_same_bytes_again_are_still_there(sent: tuple[OpenCase, int], tmp_path: Path) -> None:
    case, point = sent
    bring_in(case, tmp_path / "second", "review.txt", REVIEW.format(line=WRONG), "2026-10-30")
    assert outcomes.check(case, point).verdict is Later.STILL_THERE


def test_the_trail_tells_the_whole_road(sent: tuple[OpenCase, int]) -> None:
    case, point = sent
    outcomes.answer(case, [point], IssueStatus.REFUSED, on="2026-09-28", words="We stand by the entry.")
    outcomes.answer(case, [point], IssueStatus.AGREED, on="2026-11-02", words="We were wrong.")
    whats = [entry.what for entry in trails.trail(case, point).entries]
    assert any(what.startswith("Sent: ") for what in whats)
    assert [w for w in whats if w.startswith("Their answer")] == ["Their answer: refused", "Their answer: agreed"]
    pdf = trails.document(case, point)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1
    text = " ".join(pymupdf.open(stream=pdf)[0].get_text().split())
    for words in (WRONG, RIGHT, "We stand by the entry.", "We were wrong.", "28 Sept 2026", "What can be done next"):
        assert words in text


def test_a_long_trail_is_still_one_page(sent: tuple[OpenCase, int]) -> None:
    case, point = sent
    current = annotating.issue(case, point)
    from dataclasses import replace

    annotating.save_issue(
        case, point, replace(current.fields, right="A long story. " * 400, wrong_text="Because. " * 300)
    )
    for day in range(1, 29):
        outcomes.answer(
            case, [point], IssueStatus.REFUSED, on=f"2026-10-{day:02d}", words="No, for a long reason. " * 30
        )
    with pikepdf.open(io.BytesIO(trails.document(case, point))) as opened:
        assert len(opened.pages) == 1


def test_who_was_told_fills_the_letter(sent: tuple[OpenCase, int]) -> None:
    case, point = sent
    owner = annotating.issue(case, point).organisation
    assert owner is not None
    found = schedules.schedule(case, "told", owner)
    assert [row.cells[0] for row in found.chosen] == ["Mr Okoro", "Mrs Hartley"]
    schedules.choose(case, "told", owner, [found.rows[0].key], False)
    fields = {f.name: f.value for f in letter_writing.draft(case, "recipients-request", owner).fields}
    assert fields["known"] == "Mrs Hartley"


def test_a_list_is_settled_by_a_person_and_can_be_undone(sent: tuple[OpenCase, int]) -> None:
    case, point = sent
    owner = int(annotating.issue(case, point).organisation or 0)
    schedules.add(case, "missing", owner, ["Minutes of the review", "March 2021", "E-mail", "2"])
    change = schedules.change(case, "told", owner, schedules.schedule(case, "told", owner).rows[0].key, ["Mr C. Okoro"])
    assert schedules.schedule(case, "told", owner).rows[0].cells[0] == "Mr C. Okoro"
    history.apply(case, change.inverse())
    assert schedules.schedule(case, "told", owner).rows[0].cells[0] == "Mr Okoro"
    (row,) = schedules.schedule(case, "missing", owner).rows
    assert row.own
    assert schedules.lines(case, "missing", owner) == "Minutes of the review, March 2021, E-mail, 2"
    schedules.remove(case, "missing", owner, row.key)
    assert schedules.schedule(case, "missing", owner).rows == ()


def test_a_list_as_word_and_pdf_says_the_same(sent: tuple[OpenCase, int]) -> None:
    case, point = sent
    owner = int(annotating.issue(case, point).organisation or 0)
    word = docx.Document(io.BytesIO(schedules.document(case, "told", owner, "docx")))
    cells = [cell.text for row in word.tables[0].rows for cell in row.cells]
    text = " ".join(
        "".join(p.get_text() for p in pymupdf.open(stream=schedules.document(case, "told", owner, "pdf"))).split()
    )
    assert "Mr Okoro" in cells
    assert all(" ".join(cell.split()) in text for cell in cells)


def test_an_empty_list_is_not_saved(sent: tuple[OpenCase, int]) -> None:
    case, point = sent
    owner = int(annotating.issue(case, point).organisation or 0)
    with pytest.raises(OutputProblem, match="No row"):
        schedules.document(case, "missing", owner, "pdf")
    with pytest.raises(UsageProblem):
        schedules.schedule(case, "nonsense", owner)


def test_a_statement_begins_with_what_the_point_says(sent: tuple[OpenCase, int]) -> None:
    case, point = sent
    issue = annotating.issue(case, point)
    draft = letter_writing.draft(case, "supplementary-statement", issue.organisation, issues=[point])
    fields = {f.name: f.value for f in draft.fields}
    assert RIGHT in fields["statement"]
    assert fields["entry_words"] == WRONG
    assert "page 1" in fields["entry"]
