"""What goes with a letter: earlier letters as sent, answers, the pages named as evidence, each found again by its page number."""

import io
import re
from datetime import date
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from app.domain.errors import OutputProblem
from app.domain.letters import LetterDraft, Paragraph
from app.domain.marks import MarkKind
from app.letters.checks import texts
from app.services import annotating, browsing, enclosures, importing, letter_writing, tracking
from app.services.case import OpenCase
from tests.services.conftest import pdf

SCHOOL = "Larkhollow Primary School"
WRONG = "Ada was left alone in the evening."
PROOF = "Collected by grandmother at 4pm."


@pytest.fixture
def marked(case: OpenCase, tmp_path: Path) -> tuple[OpenCase, int]:
    """A wrong line in a log, and its proof on page 2 of a sheet of three pages; also cited page 3."""
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "log.pdf").write_bytes(pdf(f"{SCHOOL}\n{WRONG}"))
    (folder / "sheet.pdf").write_bytes(
        pdf("Signing-out sheet", f"4 November 2021\n{PROOF}", "Mrs Brennan senior came again.")
    )
    importing.start(case, [folder], organisation=SCHOOL, received="2026-06-12", ocr=False)
    known = {row.path: int(row.id) for row in browsing.documents(case)}
    log = next(number for path, number in known.items() if path.endswith("log.pdf"))
    sheet = next(number for path, number in known.items() if path.endswith("sheet.pdf"))
    _, made = annotating.mark_with_record(
        case,
        annotating.anchor_for_quote(case, log, 1, WRONG),
        MarkKind.INACCURACY,
        right="She was with her grandmother.",
    )
    assert made is not None
    for page, words in ((3, "Mrs Brennan senior came again."), (2, PROOF)):
        annotating.add_proof(case, int(made.id), annotating.anchor_for_quote(case, sheet, page, words))
    assert made.organisation is not None
    return case, int(made.organisation)


def enclosed_line(draft: LetterDraft) -> str:
    return next(b.text for b in draft.blocks if isinstance(b, Paragraph) and b.style == "enclosures")


def test_pages_named_as_evidence_stand_where_the_letter_says(marked: tuple[OpenCase, int]) -> None:
    case, school = marked
    draft = letter_writing.draft(case, "correction-request", school, {"evidence_sent": "yes"})
    result = enclosures.build(case, draft)
    said = [int(n) for text in texts(draft.blocks) for n in re.findall(r"enclosures page (\d+)", text)]
    with pymupdf.open(stream=result.pdf, filetype="pdf") as made:
        for number, words in zip(said, ("Mrs Brennan senior came again.", PROOF), strict=True):
            assert words in made[number - 1].get_text()
        assert result.plan.total == len(made) == result.plan.front_pages + 2
        assert "Sheet" in made[1].get_text()
        assert not any("Signing-out sheet" in page.get_text() for page in list(made)[2:])
    with pikepdf.open(io.BytesIO(result.pdf)) as made:
        assert made.open_outline().root
    assert "the pages named as evidence (two pages), with an index" in enclosed_line(draft)


def test_without_enclosures_the_letter_does_not_claim_any(marked: tuple[OpenCase, int]) -> None:
    case, school = marked
    draft = letter_writing.draft(case, "correction-request", school)
    assert enclosed_line(draft) == "Enclosed: schedule (one point)"
    assert not any("enclosures page" in text for text in texts(draft.blocks))


def test_an_earlier_letter_goes_along_as_it_was_sent(case: OpenCase, tmp_path: Path) -> None:
    from app.domain.people import NewOrganisation

    school, _ = browsing.save_organisation(case, NewOrganisation(SCHOOL, "school"))
    kept, _ = letter_writing.save(case, letter_writing.draft(case, "access-request", school.id))
    assert kept.id is not None
    letter_writing.mark_sent(case, kept.id, date(2026, 9, 1), "email")
    late = letter_writing.draft(case, "access-overdue", school.id)
    result = enclosures.build(case, late)
    assert result.plan.placed[0].item.title == "Request for the file"
    with (
        pymupdf.open(stream=result.pdf, filetype="pdf") as made,
        pymupdf.open(stream=letter_writing.as_sent(case, int(kept.id), "pdf"), filetype="pdf") as sent,
    ):
        assert len(made) == result.plan.front_pages + len(sent)
        assert "This is a subject access request" in made[result.plan.front_pages].get_text()
    with pytest.raises(OutputProblem, match="no evidence"):
        enclosures.build(case, late, leave_out=[-int(kept.id)])


def test_proof_of_identity_goes_on_with_the_request(case: OpenCase) -> None:
    from app.domain.people import NewOrganisation

    school, _ = browsing.save_organisation(case, NewOrganisation(SCHOOL, "school"))
    request, _ = tracking.new_request(case, int(school.id), "access", sent="2026-09-01")
    tracking.log(case, int(request.id), "identity-asked", "2026-09-04")
    values = {"asked_on": "2026-09-04", "proof": "copy of my passport"}
    kept, _ = letter_writing.save(case, letter_writing.draft(case, "identity-reply", school.id, values))
    assert kept.id is not None
    letter_writing.mark_sent(case, kept.id, date(2026, 9, 7), "email")
    (only,) = tracking.requests(case)
    assert ("2026-09-07", "identity-sent", "Proof of identity") in only.log
    working = tracking.working_of(case, only)
    assert working is not None
    assert working.due == "2026-10-07"
