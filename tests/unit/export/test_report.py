import hashlib
from dataclasses import replace

from app.domain.ids import DisclosureId
from app.domain.reports import ImportReport, ReportLine
from app.export.report import import_report_pdf, shown_size
from tests.unit.export.readback import assert_accessible, words_of


def line(path: str, outcome: str, **more: str) -> ReportLine:
    return ReportLine(path, 12_345, hashlib.sha256(path.encode()).hexdigest(), "pdf", outcome, **more)


LINES = (
    line("School/a_review.pdf", "imported", kind="sen-support-review", date="2021-10-14"),
    line("School/copy of a.pdf", "duplicate", reason="The same as School/a_review.pdf"),
    line("Thumbs.db", "junk", reason="Made by Windows"),
    line("School/locked.pdf", "problem", reason="It is locked with a password.", next_step="Type the password."),
)
REPORT = ImportReport(
    DisclosureId(1), "Larkhollow Primary", "2026-11-02", "2026-11-12T20:14:00+00:00", "2026-11-12T20:19:00+00:00",
    given=4, imported=1, duplicates=1, junk=1, problems=1, waiting=0, pages=3, scanned_pages=1, pages_to_read=1, lines=LINES,
)  # fmt: skip


def test_every_file_with_outcome_reason_and_fingerprint() -> None:
    pdf = import_report_pdf(REPORT, "Ada Brennan")
    shown = words_of(pdf)
    for given in LINES:
        assert given.path in shown
        assert given.reason in shown
        assert given.sha256 in shown.replace(" ", "")
    assert "Type the password." in shown
    assert "sen support review" in shown
    assert "14 Oct 2021" in shown
    assert_accessible(pdf, "Import report: Larkhollow Primary")


def test_kinds_are_shown_by_name() -> None:
    assert "SEN support review" in words_of(
        import_report_pdf(REPORT, "Ada", {"sen-support-review": "SEN support review"})
    )


def test_problems_come_before_what_went_well() -> None:
    shown = words_of(import_report_pdf(REPORT, "Ada"))
    assert shown.index("School/locked.pdf") < shown.index("School/a_review.pdf")


def test_the_sum_is_shown_and_said_to_agree() -> None:
    shown = words_of(import_report_pdf(REPORT, "Ada"))
    assert "4 given = 1 imported + 1 duplicates + 1 junk + 1 problems" in shown
    assert "The numbers agree" in shown


def test_waiting_files_are_part_of_the_sum() -> None:
    more = replace(REPORT, given=5, waiting=1, finished="", lines=(*LINES, line("late.pdf", "waiting")))
    shown = words_of(import_report_pdf(more, "Ada"))
    assert "1 waiting" in shown
    assert "late.pdf" in shown
    assert "not yet" in shown


def test_numbers_that_do_not_agree_are_admitted() -> None:
    shown = words_of(import_report_pdf(replace(REPORT, given=9), "Ada"))
    assert "The numbers do not agree" in shown
    assert "The numbers agree:" not in shown


def test_an_empty_delivery_makes_a_report_too() -> None:
    empty = replace(REPORT, given=0, imported=0, duplicates=0, junk=0, problems=0, lines=())
    assert "0 given" in words_of(import_report_pdf(empty, "Ada"))


def test_sizes() -> None:
    assert [shown_size(n) for n in (1, 999, 12_345, 3_400_000)] == ["1 byte", "999 bytes", "12 KB", "3.4 MB"]
