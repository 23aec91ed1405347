"""Findings of a case: found on import, decided by a person, kept when rules run again."""

from collections.abc import Sequence
from pathlib import Path

import pymupdf
import pytest

from app.domain.errors import UsageProblem
from app.domain.findings import FindingKind, FindingStatus
from app.services import browsing, findings, history, importing, searching, understanding
from app.services.case import OpenCase

REVIEW = (
    "Larkhollow Primary School\nSEN support review\n14 October 2021\n\nPresent: Mrs Brennan, Miss Hartley, Mr Okoro\n"
    "{line}\nThe visual timetable stays in place and the word list goes home every Friday.\n"
    "Ada listens best in small groups and finds long instructions hard to follow.\n"
    "Miss Hartley will ask the office for the letter of the hospital about her hearing.\n"
    "The next review of the plan is on 16 December 2021 at a quarter past three.\n"
)
ASKED, DECLINED = (
    "Mother asked for a referral to speech therapy.",
    "Mother declined the offer of a referral to speech therapy.",
)


def a_pdf(text: str, boxes: Sequence[tuple[float, float, float, float]] = (), cover: str = "") -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((56, 72), text, fontsize=11)
    for box in boxes:
        page.draw_rect(pymupdf.Rect(box), color=None, fill=(0, 0, 0))
    for rect in page.search_for(cover) if cover else ():
        page.draw_rect(rect, color=None, fill=(0, 0, 0))
    data: bytes = document.tobytes(no_new_id=True)
    return data


@pytest.fixture
def filled(case: OpenCase, tmp_path: Path) -> OpenCase:
    """Two copies of a review in two deliveries, the second with a box and a failed one; a log with a late entry."""
    for name, data, received in (
        ("first/review.pdf", a_pdf(REVIEW.format(line=ASKED)), "2026-06-12"),
        ("first/log.txt", b"Date of incident: 14/10/2021  Added: 09/02/2022 16:40\nAda was tired.\nPage 1 of 3\n", "2026-06-12"),
        ("second/review.pdf", a_pdf(REVIEW.format(line=DECLINED), [(56, 300, 220, 312)], "Mr Okoro"), "2026-11-02"),
    ):  # fmt: skip
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(data)
        importing.start(case, [target.parent], organisation="Larkhollow Primary School", received=received, ocr=False)
    return case


def test_the_same_record_twice_is_grouped_and_compared(filled: OpenCase) -> None:
    rows = {row.id: row for row in browsing.documents(filled)}
    version = findings.findings(filled, "version")[0]
    assert version.other is not None
    assert rows[version.document].path == rows[version.other.document].path == "review.pdf"
    assert version.document > version.other.document
    groups = {row.version_group for row in rows.values() if row.path == "review.pdf"}
    assert groups == {version.other.document}
    assert all(row.version_group is None for row in rows.values() if row.path == "log.txt")
    texts = [(c["text"], c["other_text"]) for c in version.detail["changes"]]
    assert any("declined the offer of" in text and "asked for" in other for text, other in texts), texts


def test_boxes_have_their_places_and_their_share(filled: OpenCase) -> None:
    found = findings.findings(filled, "redaction")
    assert [round(rect[0]) for f in found for rect in f.rects if rect[1] > 290] == [56]
    row = next(r for r in browsing.documents(filled) if r.id == found[0].document)
    assert row.redacted_area == pytest.approx(sum(f.detail["area"] for f in found), abs=1e-4)
    assert 164 * 12 / (595 * 842) < row.redacted_area < 0.01


def test_what_lies_under_a_failed_box_is_nowhere(filled: OpenCase) -> None:
    unsafe = findings.findings(filled, "insecure-redaction")
    assert len(unsafe) == 1
    assert unsafe[0].quote == ""
    assert unsafe[0].rects
    document = unsafe[0].document
    assert "Okoro" not in "".join(page.text for page in browsing.pages(filled, document))
    assert searching.search(filled, "Okoro", document=document).total == 0
    version = findings.findings(filled, "version")[0]
    assert "Okoro" not in "".join(change["text"] for change in version.detail["changes"])


def test_late_entries_and_missing_pages_lead_to_their_words(filled: OpenCase) -> None:
    late = findings.findings(filled, "late-entry")[0]
    assert late.detail == {"happened": "2021-10-14", "recorded": "2022-02-09"}
    assert late.rects
    gap = findings.findings(filled, "page-gap")[0]
    assert gap.detail == {"total": 3, "missing": [2, 3]}
    assert gap.quote == "Page 1 of 3"


def test_a_decision_stays_can_be_undone_and_ungroups(filled: OpenCase) -> None:
    version = findings.findings(filled, "version")[0]
    change = findings.decide(filled, version.id, FindingStatus.DISMISSED)
    assert all(row.version_group is None for row in browsing.documents(filled))
    report = understanding.understand_all(filled)
    assert (report.findings_added, report.findings_removed) == (0, 0)
    assert report.kept == 1
    again = findings.findings(filled, "version")[0]
    assert (again.id, again.status) == (version.id, FindingStatus.DISMISSED)
    history.apply(filled, change.inverse())
    assert findings.findings(filled, "version")[0].status is FindingStatus.OPEN
    findings.refresh(filled)
    assert len({row.version_group for row in browsing.documents(filled)}) == 2


def test_running_again_changes_nothing_and_counts_what_a_person_changed(filled: OpenCase) -> None:
    before = findings.findings(filled)
    report = understanding.understand_all(filled)
    assert (report.documents, report.documents_changed, report.entries_added, report.entries_removed) == (3, 0, 0, 0)
    assert findings.findings(filled) == before
    assert {f.kind for f in before} == set(FindingKind) - {FindingKind.NOT_SUPPLIED}


def test_pages_of_an_older_program_are_looked_at(filled: OpenCase) -> None:
    before = findings.findings(filled, "redaction")
    with filled.store.write() as uow:
        uow.connection.exec_driver_sql("UPDATE pages SET boxes = ''")
        uow.connection.exec_driver_sql("DELETE FROM findings")
    findings.refresh(filled)
    again = findings.findings(filled, "redaction")
    assert [f.rects for f in again] == [f.rects for f in before]
    assert len(findings.findings(filled, "insecure-redaction")) == 1


def test_unknown_findings_and_kinds_are_refused(case: OpenCase) -> None:
    with pytest.raises(UsageProblem):
        findings.decide(case, 99, FindingStatus.AGREED)
    with pytest.raises(UsageProblem):
        findings.findings(case, "gossip")
