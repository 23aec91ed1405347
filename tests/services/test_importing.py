"""Bring files in: every file accounted for, nothing twice, nothing lost."""

from pathlib import Path

import pymupdf
import pytest

from app.domain.documents import Status
from app.domain.errors import FileProblem, Interrupted, UsageProblem
from app.jobs.events import JobEvent
from app.services import browsing, importing, searching, timing
from app.services.case import OpenCase
from app.services.control import Control
from tests.services.conftest import pdf


def bring(case: OpenCase, *paths: Path, **more):  # type: ignore[no-untyped-def]
    return importing.start(
        case, list(paths), organisation="Larkhollow Primary School", received="2026-06-12", ocr=False, **more
    )


def test_the_report_reconciles_and_says_why(case: OpenCase, given_folder: Path) -> None:
    report = bring(case, given_folder)
    assert report.reconciles
    assert (report.given, report.imported, report.duplicates, report.junk, report.problems, report.waiting) == (
        9,
        6,
        1,
        1,
        1,
        0,
    )
    rows = {row.path: row for row in browsing.documents(case)}
    assert rows["cut.pdf"].status is Status.DAMAGED
    assert rows["cut.pdf"].problem
    assert rows["cut.pdf"].next_step
    assert rows["letters/review.pdf"].duplicate_of == rows["letters/copy of review.pdf"].id
    assert rows["letters/copy of review.pdf"].places == ("letters/copy of review.pdf", "letters/review.pdf")
    clinic = rows["health.zip/nhs/inner.zip/deep/clinic.txt"]
    assert rows["health.zip/nhs/inner.zip"].id == clinic.parent
    assert all(".." not in path for path in rows)
    assert (
        browsing.original(case, rows["letters/review.pdf"].id) == (given_folder / "letters" / "review.pdf").read_bytes()
    )


def test_the_same_again_changes_nothing(case: OpenCase, given_folder: Path) -> None:
    bring(case, given_folder)
    before = browsing.documents(case)
    entries = timing.entries(case)
    report = bring(case, given_folder)
    assert report.reconciles
    assert browsing.documents(case) == before
    assert timing.entries(case) == entries
    (given_folder / "late.txt").write_text("One more, 2 May 2022.")
    assert bring(case, given_folder).given == report.given + 1


def test_a_second_delivery_of_the_same_files_is_all_duplicates(case: OpenCase, given_folder: Path) -> None:
    bring(case, given_folder)
    report = importing.start(case, [given_folder], organisation="Calderwick Council", received="2026-11-02", ocr=False)
    assert report.reconciles
    assert report.imported == 0
    assert report.duplicates == 5  # two letters, the note, the archive, the cut file
    assert len(searching.search(case, '"declined the offer"').hits) == 1


def test_interrupted_at_any_file_then_continued_is_the_same_case(case: OpenCase, given_folder: Path) -> None:
    interruptions = 0
    while True:
        control = Control()

        def stop(event: JobEvent, control: Control = control) -> None:
            if event.stage == "read" and event.kind in ("progress", "item-failed"):
                control.cancel()

        try:
            report = bring(case, given_folder, on_event=stop, control=control)
        except Interrupted:
            interruptions += 1
            continue
        break
    assert interruptions >= 2
    assert (report.given, report.imported, report.waiting) == (9, 6, 0)
    paths = [row.path for row in browsing.documents(case)]
    assert len(paths) == len(set(paths)) == 9
    entries = [(e.document, e.page, e.date, e.quote) for e in timing.entries(case)]
    assert len(entries) == len(set(entries))


def test_a_locked_file_asks_and_opens_with_its_password(case: OpenCase, tmp_path: Path) -> None:
    document = pymupdf.open(stream=pdf("Secret minutes of 16 December 2021"))
    locked = document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="holly", owner_pw="x")
    (tmp_path / "minutes.pdf").write_bytes(locked)
    report = bring(case, tmp_path / "minutes.pdf")
    assert report.problems == 1
    row = browsing.documents(case)[0]
    assert row.status is Status.PASSWORD
    with pytest.raises(FileProblem) as caught:
        importing.retry(case, row.id, "wrong")
    assert caught.value.code == "password"
    importing.retry(case, row.id, "holly")
    row = browsing.documents(case)[0]
    assert row.status is Status.READY
    assert row.date == "2021-12-16"
    assert browsing.original(case, row.id) == locked
    assert searching.search(case, "minutes").total == 1
    assert browsing.page_image(case, row.id, 1, 0.5).width > 200
    importing.retry(case, row.id, "holly")
    assert searching.search(case, "minutes").total == 1


def test_passwords_given_with_the_import_are_tried(case: OpenCase, tmp_path: Path) -> None:
    document = pymupdf.open(stream=pdf("Minutes"))
    (tmp_path / "m.pdf").write_bytes(document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="holly"))
    assert bring(case, tmp_path / "m.pdf", passwords=("ivy", "holly")).problems == 0


def test_progress_counts_real_things_and_ends(case: OpenCase, given_folder: Path) -> None:
    events: list[JobEvent] = []
    bring(case, given_folder, on_event=events.append)
    assert events[0].kind == "started"
    assert events[-1].kind == "finished"
    read = [e for e in events if e.stage == "read" and e.total]
    assert read[-1].done == read[-1].total
    assert [e.item for e in events if e.kind == "item-failed"] == ["cut.pdf"]


def test_places_that_do_not_exist_and_wrong_dates(case: OpenCase, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem):
        bring(case, tmp_path / "nowhere")
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(UsageProblem):
        importing.start(case, [tmp_path / "a.txt"], received="soon")


def test_scans_are_read_marked_and_found(case: OpenCase, tmp_path: Path) -> None:
    page = pymupdf.open(stream=pdf("Registration certificate\nAttendance 94.7 per cent\n8 July 2022"))[0]
    picture = page.get_pixmap(dpi=150)
    document = pymupdf.open()
    document.new_page().insert_image(pymupdf.Rect(0, 0, 595, 842), pixmap=picture)
    (tmp_path / "scan.pdf").write_bytes(document.tobytes())
    report = bring(case, tmp_path / "scan.pdf")
    assert (report.scanned_pages, report.pages_to_read) == (1, 1)
    row = browsing.documents(case)[0]
    assert row.status is Status.OCR_PENDING
    assert importing.unfinished(case)
    assert importing.read_scans(case) == 1
    assert importing.read_scans(case) == 0
    row = browsing.documents(case)[0]
    assert row.status is Status.READY
    assert row.ocr_confidence is not None
    assert row.date == "2022-07-08"
    assert searching.search(case, "attendance").total == 1
    assert browsing.words(case, row.id, 1)


def test_decisions_are_kept_when_rules_run_again(case: OpenCase, given_folder: Path) -> None:
    bring(case, given_folder)
    row = next(r for r in browsing.documents(case) if r.path == "note.txt")
    browsing.set_facts(case, [row.id], date="2021-10-15~", kind="policy", title="My note")
    entry = next(e for e in timing.entries(case) if e.document is not None and e.document != row.id)
    timing.dismiss(case, [entry.id])
    importing.understand_again(case, row.id)
    importing.understand_again(case, int(entry.document or 0))
    row = next(r for r in browsing.documents(case) if r.path == "note.txt")
    assert (row.date, row.kind, row.title) == ("2021-10-15~", "policy", "My note")
    left = timing.entries(case)
    assert (entry.document, entry.page, entry.quote) not in [
        (e.document, e.page, e.quote) for e in left if e.date == entry.date
    ]
