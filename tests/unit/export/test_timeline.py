import io
from collections.abc import Callable
from datetime import date

import pikepdf
import pymupdf

from app.domain.events import EventOrigin, EventStatus, TimelineEntry
from app.domain.ids import DocumentId, IssueId, MarkId
from app.domain.issues import Issue, IssueFields, Proof
from app.domain.marks import Anchor, Mark, MarkKind
from app.domain.people import CaseDetails
from app.export.timeline import TimelineReport, timeline_pdf
from tests.unit.export.readback import assert_accessible, words_of

Make = Callable[..., TimelineEntry]
CASE = CaseDetails("Ada Brennan", "2013-02-03", "england", "Nora Brennan", "mother")
WORDS = Anchor(DocumentId(12), 3, "Mother declined the offer", start=0, end=25)
PROOF = Proof(1, Anchor(DocumentId(17), 1, "Yes please, do go ahead."), "E-mail", "2021-10-15")
FIELDS = IssueFields(
    "The referral", "Mother declined the offer", wrong_text="I asked for it.", right="She agreed to it."
)
ISSUE = Issue(IssueId(1), "L-07", FIELDS, MarkId(1), WORDS, DocumentId(12), "SEN support review", "2021-10-14", "", None,
              "Larkhollow Primary", (PROOF,), "")  # fmt: skip
MARK = Mark(MarkId(1), "urn:uuid:1", MarkKind.QUESTION, WORDS, "Who said this?", "", "")


def report(*entries: TimelineEntry, **more: object) -> bytes:
    return timeline_pdf(TimelineReport(CASE, entries, date(2026, 11, 12), **more))  # type: ignore[arg-type]


def test_an_entry_has_date_words_and_source(entry: Make) -> None:
    pdf = report(entry())
    shown = words_of(pdf)
    assert "14 Oct 2021" in shown
    assert "“Mother declined the offer of a referral.”" in shown
    assert "Document 12, page 3 — SEN support review, Larkhollow Primary" in shown
    assert "School year 2021-22 · Year 4" in shown
    assert "Autumn term 2021" in shown
    assert "not legal advice" in shown
    assert_accessible(pdf, "Timeline of Ada Brennan")


def test_confirmed_suggested_and_own_are_said_in_words(entry: Make) -> None:
    own = entry(
        3,
        document=None,
        page=0,
        quote="",
        title="I phoned the school",
        origin=EventOrigin.PARENT,
        note="Spoke to Mr Okoro",
    )
    shown = words_of(report(entry(1), entry(2, status=EventStatus.CONFIRMED), own))
    assert "3: 1 confirmed, 1 suggested, 1 my own" in shown
    assert "14 Oct 2021 suggested" in shown
    assert "14 Oct 2021 confirmed" in shown
    assert "my own I phoned the school" in shown
    assert "My note Spoke to Mr Okoro" in shown


def test_dismissed_entries_are_left_out(entry: Make) -> None:
    shown = words_of(report(entry(1), entry(2, title="Not this", status=EventStatus.DISMISSED)))
    assert "Not this" not in shown
    assert "1: 0 confirmed, 1 suggested" in shown


def test_order_is_by_day_over_terms_and_years(entry: Make) -> None:
    shown = words_of(
        report(*(entry(n, day, title=f"T{n}x") for n, day in enumerate(("2022-05-01", "2020-11-01", "2022-01-09"))))
    )
    assert shown.index("T1x") < shown.index("T2x") < shown.index("T0x")


def test_issue_and_mark_stand_at_the_words_and_in_full_at_the_end(entry: Make) -> None:
    shown = words_of(report(entry(), issues=(ISSUE,), marks=(MARK,)))
    listed = shown[shown.rindex("Issues: what the record says and what is right") :]
    assert "L-07 I asked for it." in shown
    assert "Right: She agreed to it." in shown
    assert shown.count("Who said this?") == 2
    assert "Document 17, page 1 — E-mail, 15 Oct 2021" in listed
    assert "“Yes please, do go ahead.”" in listed


def test_line_ends_of_the_page_are_not_line_ends_of_a_quote(entry: Make) -> None:
    with pymupdf.open(stream=report(entry(quote="Mother\ndeclined  it.")), filetype="pdf") as document:
        assert "“Mother declined it.”" in document[1].get_text()


def test_marks_elsewhere_on_the_page_do_not_stick_to_the_entry(entry: Make) -> None:
    away = Mark(
        MarkId(2),
        "urn:uuid:2",
        MarkKind.NOTE,
        Anchor(DocumentId(12), 3, "quite other words", start=400, end=417),
        "Away",
        "",
        "",
    )
    assert words_of(report(entry(), marks=(away,))).count("Away") == 1


def test_the_picture_has_words_for_those_who_do_not_see_it(entry: Make) -> None:
    with pikepdf.open(io.BytesIO(report(entry(1), entry(2)))) as opened:
        alternatives = [str(o.Alt) for o in opened.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    assert any("Larkhollow Primary: 2, most in October 2021 (2)" in words for words in alternatives)


def test_header_row_repeats_on_every_page_of_a_long_term(entry: Make) -> None:
    pdf = report(*(entry(n, f"2021-10-{n % 28 + 1:02d}") for n in range(60)))
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        pages = [" ".join(page.get_text().split()) for page in document][1:]
    assert len(pages) > 3
    assert all("Date Entry · Autumn term 2021" in page for page in pages)
    assert all(f"Page {at} of {len(pages) + 1}" in page for at, page in enumerate(pages, start=2))


def test_an_empty_timeline_is_a_document_too() -> None:
    assert "Entries 0: 0 confirmed" in words_of(report())


def test_same_report_same_bytes(entry: Make) -> None:
    assert report(entry()) == report(entry())
