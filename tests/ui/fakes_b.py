"""Stand-ins for the services that the reading and writing screens use. Values are invented; every change can be undone."""

import itertools
from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from app.domain.changes import Change, RowChange
from app.domain.corrections import Correction
from app.domain.documents import DocumentDetail, DocumentRow, PageImage, PageInfo
from app.domain.errors import FileProblem
from app.domain.events import EventOrigin, EventStatus, TimelineEntry
from app.domain.ids import DocumentId, EventId, IssueId, MarkId
from app.domain.issues import Issue, IssueFields, IssueStatus, Proof, Remedy, Wrong
from app.domain.marks import Anchor, Mark, MarkKind
from app.domain.reports import ImportReport
from app.domain.search import Hit, SearchResult
from app.domain.suggestions import OtherDate
from app.domain.words import Word, rects_for_span
from tests.ui import fake_content as content
from tests.ui import fake_rereading
from tests.ui.fake_pages import HEIGHT, WIDTH, SetPage, draw_page, set_page

_GENERIC = (
    "# Note for the file",
    "The meeting began at 9.15. Ada was present for the last ten minutes and showed her drawing of the sea.",
    "It was agreed to look at this again at the end of term.",
)


@dataclass
class State:
    """Everything that can change."""

    rows: dict[int, DocumentRow]
    marks: dict[int, Mark]
    entries: dict[int, TimelineEntry]
    issues: dict[int, Issue]


class FakeCase:
    """An open case in memory."""

    def __init__(self, rows: tuple[DocumentRow, ...] | None = None) -> None:
        self.name = "Ada Brennan"
        self.numbers = itertools.count(100)
        self.history: list[State] = []
        self.calls: list[tuple[str, Any]] = []
        self.corrections: list[Correction] = []
        self.state = State({r.id: r for r in rows or content.rows()}, {}, {}, {})
        for kind, quote, note in (
            (
                MarkKind.INACCURACY,
                "Mother declined the offer of a speech and language referral",
                "I said yes by e-mail the next day. See 15 Oct 2021.",
            ),
            (MarkKind.OPINION, "Mother is in denial about Ada’s needs", "Whose opinion is this, and from what?"),
        ):
            self._mark(kind, 2, quote, note)
        self._mark(MarkKind.EVIDENCE, 4, "Mrs Brennan attended and signed.", "")
        self._issues()
        for number, (page, text, edtf) in enumerate(
            ((2, "16 December 2021", "2021-12-16"), (3, "4 October 2021", "2021-10-04")), 1
        ):
            self.state.entries[number] = self._entry(number, page, text, edtf)

    def page(self, document: int, page: int) -> SetPage:
        lines = content.PAGES.get(document)
        scanned = self.state.rows[document].scanned_pages > 0
        return set_page(lines[page - 1] if lines else (*_GENERIC, f"Page {page}."), scanned)

    def anchor(self, document: int, page: int, start: int, end: int) -> Anchor:
        made = self.page(document, page)
        quote = " ".join(made.text[start:end].split())
        return Anchor(
            DocumentId(document), page, quote, start=start, end=end, rects=rects_for_span(made.words, start, end)
        )

    def find(self, document: int, page: int, quote: str) -> tuple[int, int]:
        flat = self.page(document, page).text.replace("\n", " ")
        start = flat.index(quote)
        return start, start + len(quote)

    def _mark(self, kind: MarkKind, page: int, quote: str, note: str) -> Mark:
        number = len(self.state.marks) + 1
        anchor = self.anchor(content.REVIEW, page, *self.find(content.REVIEW, page, quote))
        made = Mark(
            MarkId(number),
            f"urn:uuid:{number}",
            kind,
            anchor,
            note,
            "2026-11-02T20:00:00Z",
            "2026-11-02T20:00:00Z",
            IssueId(7) if number == 1 else None,
        )
        self.state.marks[number] = made
        return made

    def _entry(self, number: int, page: int, text: str, edtf: str) -> TimelineEntry:
        start, end = self.find(content.REVIEW, page, text)
        return TimelineEntry(
            EventId(number), edtf, text, edtf, edtf, "Review planned" if number == 1 else "Left the room", "review", f"To be reviewed on {text}.",
            content.REVIEW, "SEN support review", page, start, end, content.LARK, "Larkhollow Primary", EventOrigin.RECORD,
            EventStatus.SUGGESTED, "day", "A full date after “on”.", "",
        )  # fmt: skip

    def _issues(self) -> None:
        proof = Proof(
            1,
            Anchor(DocumentId(7), 1, "Yes please, do go ahead with the speech referral."),
            "E-mail to J. Hartley",
            "2021-10-15",
        )
        other = Proof(2, Anchor(DocumentId(15), 2, "Parent agrees: Yes, 15/10/21"), "NHS referral form", "2021-11-19")
        specs = (
            (7, "L-07", "Says the referral was declined", Wrong.FACT, IssueStatus.SENT, content.LARK, 1),
            (8, "L-08", "“In denial about Ada’s needs”", Wrong.OPINION_AS_FACT, IssueStatus.SENT, content.LARK, 2),
            (11, "L-11", "“May have been” / “was”", Wrong.FACT, IssueStatus.READY, content.LARK, None),
            (12, "L-12", "My account is missing", Wrong.MISSING, IssueStatus.READY, content.LARK, None),
            (3, "L-03", "Wrong date of birth", Wrong.FACT, IssueStatus.PUT_RIGHT, content.LARK, None),
            (13, "L-13", "“Difficult to engage”", Wrong.LANGUAGE, IssueStatus.DRAFT, content.LARK, None),
            (21, "C-01", "Wrong school named", Wrong.FACT, IssueStatus.REFUSED, content.CALD, None),
            (22, "C-02", "Who wrote this contact?", Wrong.QUESTION, IssueStatus.SENT, content.CALD, None),
            (31, "N-01", "Clinic date differs by a year", Wrong.FACT, IssueStatus.SENT, content.BRACK, None),
        )
        for number, ref, title, wrong, status, organisation, mark in specs:
            anchor = self.state.marks[mark].anchor if mark else None
            fields = IssueFields(
                title, anchor.exact if anchor else "", wrong, "", "", (Remedy.CORRECT, Remedy.NOTIFY), status=status
            )
            sent = "2026-11-09" if status not in (IssueStatus.DRAFT, IssueStatus.READY) else ""
            self.state.issues[number] = Issue(
                IssueId(number), ref, fields, MarkId(mark) if mark else None, anchor, content.REVIEW if anchor else None,
                "SEN support review" if anchor else "", "2021-10-14" if anchor else "", "J. Hartley" if anchor else "", organisation,
                content.NAMES[organisation], (proof, other) if number == 7 else (), "2026-11-02T20:00:00Z", sent, "2026-12-09" if sent else "",
                trail=(("2026-11-02T20:00:00Z", "Marked"), ("2026-11-08T20:00:00Z", "Ready"), ("2026-11-09T20:00:00Z", "Sent, item 3")),
            )  # fmt: skip
        right = "I did not decline. I asked for the referral by phone on 7 October and agreed to it in writing on 15 October 2021. The referral was made on 19 November 2021."
        first = self.state.issues[7]
        self.state.issues[7] = replace(
            first, fields=replace(first.fields, right=right, wrong_text="It can be checked: my e-mail says yes.")
        )

    def change(self, words: str, **parts: Any) -> Change:
        """Put new parts in place; the change restores the old ones."""
        before = self.state
        self.state = replace(before, **parts)
        self.history += [before, self.state]
        number = len(self.history)
        return Change(words, (RowChange("fake", number, {"state": number - 2}, {"state": number - 1}),))


def _with(table: dict[int, Any], key: int, value: Any) -> dict[int, Any]:
    return {k: v for k, v in {**table, key: value}.items() if v is not None}


class Browsing:
    """`services.browsing` over a `FakeCase`."""

    def documents(self, case: FakeCase) -> tuple[DocumentRow, ...]:
        counts = {r: sum(m.anchor.document == r for m in case.state.marks.values()) for r in case.state.rows}
        return tuple(replace(r, marks=counts[r.id]) for r in case.state.rows.values())

    def document(self, case: FakeCase, document: int) -> DocumentDetail:
        others = (
            OtherDate("2021-10-18", "typed", "Date typed: 18/10/2021", 1),
            OtherDate("2021-10-12", "clinic", "Clinic date: 12/10/2021", 1),
            OtherDate("2021-10-20", "file-made", "", 0),
        )
        return DocumentDetail(case.state.rows[document], {"Author": "J. Hartley"}, (), None, (), "", others)

    def pages(self, case: FakeCase, document: int) -> tuple[PageInfo, ...]:
        row = case.state.rows[document]
        scan = row.scanned_pages > 0
        return tuple(
            PageInfo(
                n,
                WIDTH,
                HEIGHT,
                scan,
                False,
                0,
                "done" if scan else "none",
                row.ocr_confidence,
                case.page(document, n).text,
            )
            for n in range(1, row.pages + 1)
        )

    def words(self, case: FakeCase, document: int, page: int) -> tuple[Word, ...]:
        return case.page(document, page).words

    def page_image(self, case: FakeCase, document: int, page: int, scale: float, rotate: int = 0) -> PageImage:
        case.calls.append(("page_image", (document, page, scale)))
        return draw_page(case.page(document, page), scale, rotate)

    def set_facts(
        self,
        case: FakeCase,
        ids: Any,
        *,
        date: Any = None,
        kind: Any = None,
        organisation: Any = None,
        title: Any = None,
    ) -> Change:
        rows, given = dict(case.state.rows), {"date": date, "kind": kind, "title": title, "organisation": organisation}
        case.calls.append(("set_facts", (tuple(ids), {k: v for k, v in given.items() if v is not None})))
        for i in ids:
            if date is not None:
                rows[i] = replace(rows[i], date=date, date_decided=True)
            if kind is not None:
                rows[i] = replace(rows[i], kind=kind, kind_decided=True)
            if organisation is not None:
                rows[i] = replace(rows[i], organisation=organisation, organisation_name=content.NAMES[organisation])
            if title is not None:
                rows[i] = replace(rows[i], title=title, title_decided=True)
        return case.change("Date changed" if date is not None else "Facts changed", rows=rows)

    def set_read(self, case: FakeCase, ids: Any, state: Any) -> Change:
        rows = {k: replace(r, read=state) if k in ids else r for k, r in case.state.rows.items()}
        return case.change(f"Marked as {state}", rows=rows)

    def remember_place(self, case: FakeCase, document: int, page: int) -> None:
        case.calls.append(("remember_place", (document, page)))

    def organisations(self, case: FakeCase) -> Any:
        return content.ORGANISATIONS

    def disclosures(self, case: FakeCase) -> Any:
        return content.DISCLOSURES

    def kinds(self) -> Any:
        return content.KINDS

    def original(self, case: FakeCase, document: int) -> bytes:
        return b"%PDF-1.7 invented"


class Annotating:
    """`services.annotating` over a `FakeCase`."""

    def marks(self, case: FakeCase, document: int | None = None) -> tuple[Mark, ...]:
        return tuple(m for m in case.state.marks.values() if document in (None, m.anchor.document))

    def anchor_for_span(self, case: FakeCase, document: int, page: int, start: int, end: int) -> Anchor:
        return case.anchor(document, page, start, end)

    def add_mark(self, case: FakeCase, anchor: Anchor, kind: MarkKind, note: str = "") -> tuple[Mark, Change]:
        number = next(case.numbers)
        mark = Mark(
            MarkId(number), f"urn:uuid:{number}", kind, anchor, note, "2026-11-23T20:00:00Z", "2026-11-23T20:00:00Z"
        )
        return mark, case.change("Mark added", marks=_with(case.state.marks, number, mark))

    def edit_mark(self, case: FakeCase, mark: int, kind: Any = None, note: Any = None) -> Change:
        old = case.state.marks[mark]
        new = replace(old, kind=kind or old.kind, note=old.note if note is None else note)
        return case.change("Mark changed", marks=_with(case.state.marks, mark, new))

    def delete_mark(self, case: FakeCase, mark: int) -> Change:
        return case.change("Mark removed", marks=_with(case.state.marks, mark, None))

    def issues(self, case: FakeCase) -> tuple[Issue, ...]:
        return tuple(case.state.issues.values())

    def issue(self, case: FakeCase, issue: int) -> Issue:
        return case.state.issues[issue]

    def issue_from_mark(self, case: FakeCase, mark_id: int) -> tuple[Issue, Change]:
        number, mark = next(case.numbers), case.state.marks[mark_id]
        issue = replace(
            case.state.issues[13], id=IssueId(number), ref=f"L-{number}", anchor=mark.anchor, mark=mark.id, document=mark.anchor.document,
            fields=IssueFields("New issue", mark.anchor.exact),
        )  # fmt: skip
        marks = _with(case.state.marks, mark_id, replace(mark, issue=IssueId(number)))
        return issue, case.change("Issue made", marks=marks, issues=_with(case.state.issues, number, issue))

    def save_issue(self, case: FakeCase, issue: int, fields: IssueFields) -> Change:
        return case.change(
            "Issue changed", issues=_with(case.state.issues, issue, replace(case.state.issues[issue], fields=fields))
        )

    def add_issue(self, case: FakeCase, fields: IssueFields, organisation: Any) -> tuple[Issue, Change]:
        number = next(case.numbers)
        issue = replace(
            case.state.issues[13], id=IssueId(number), ref=f"L-{number}", fields=fields, organisation=organisation,
            organisation_name=content.NAMES.get(organisation, ""),
        )  # fmt: skip
        return issue, case.change("Issue added", issues=_with(case.state.issues, number, issue))

    def add_proof(self, case: FakeCase, issue: int, anchor: Anchor, note: str = "") -> Change:
        old = case.state.issues[issue]
        row = case.state.rows[anchor.document]
        proof = Proof(next(case.numbers), anchor, row.title, row.date, note)
        return case.change(
            "Proof added", issues=_with(case.state.issues, issue, replace(old, proofs=(*old.proofs, proof)))
        )

    def remove_proof(self, case: FakeCase, issue: int, proof: int) -> Change:
        old = case.state.issues[issue]
        kept = tuple(p for p in old.proofs if p.id != proof)
        return case.change("Proof removed", issues=_with(case.state.issues, issue, replace(old, proofs=kept)))

    def delete_issue(self, case: FakeCase, issue: int) -> Change:
        return case.change("Issue removed", issues=_with(case.state.issues, issue, None))


@dataclass(frozen=True)
class TimelineFilter:
    """As in the real service; the fake gives everything."""

    words: str = ""
    document: int | None = None


class Timing:
    """`services.timing` over a `FakeCase`."""

    TimelineFilter = TimelineFilter

    def entries(self, case: FakeCase, wanted: Any = None) -> tuple[TimelineEntry, ...]:
        return tuple(case.state.entries.values())

    def _set(self, case: FakeCase, ids: Any, status: EventStatus, words: str) -> Change:
        entries = {k: replace(e, status=status) if k in ids else e for k, e in case.state.entries.items()}
        return case.change(words, entries=entries)

    def confirm(self, case: FakeCase, ids: Any) -> Change:
        return self._set(case, ids, EventStatus.CONFIRMED, "Date confirmed")

    def dismiss(self, case: FakeCase, ids: Any) -> Change:
        return self._set(case, ids, EventStatus.DISMISSED, "Date dismissed")


class Importing:
    """`services.importing`: one locked file opens with "sesame"."""

    def retry(self, case: FakeCase, document: int, password: str) -> Any:
        if password != "sesame":
            raise FileProblem(
                "password", "That password does not open the file.", "The file is kept.", "Check it and try again."
            )
        row = replace(case.state.rows[document], status="ready", problem="", next_step="", pages=3)
        return case.change("File opened", rows=_with(case.state.rows, document, row))

    def reports(self, case: FakeCase) -> tuple[ImportReport, ...]:
        return tuple(
            ImportReport(
                d.id,
                d.organisation_name,
                d.received,
                d.started,
                d.finished,
                d.files,
                d.files - 9,
                4,
                3,
                2,
                0,
                d.files * 5,
                97,
                0,
                (),
            )
            for d in content.DISCLOSURES
        )

    def read_page_again(self, case: FakeCase, document: int, number: int, turn: int | None = None) -> str:
        return fake_rereading.read_page_again(case, document, number, turn)

    def report_pdf(self, case: FakeCase, disclosure: int) -> bytes:
        return b"%PDF-1.7 report"


class Searching:
    """`services.searching`: the two passages that prove the first issue."""

    def search(self, case: FakeCase, query: str, limit: int = 50, document: int | None = None) -> SearchResult:
        hit = Hit(
            content.REVIEW,
            4,
            "\x02Mrs Brennan\x03 attended and signed.",
            1,
            "SEN support review",
            "2021-10-14",
            "Larkhollow Primary",
            ("Brennan",),
        )
        return SearchResult(query, 1, 3.0, (hit,) if query else ())


class History:
    """`services.history`: puts a former state back."""

    def apply(self, case: FakeCase, change: Change) -> Change:
        after = change.rows[-1].after
        assert after is not None
        case.state = case.history[after["state"]]
        return change


def services() -> dict[str, Any]:
    """The fakes by the name of their service."""
    from tests.ui import fake_points as points
    from tests.ui import fake_road as road
    from tests.ui import fake_split
    from tests.ui import fake_writing as writing

    return {
        **points.services(),
        "browsing": Browsing(),
        "splitting": fake_split.Splitting(),
        "annotating": Annotating(),
        "timing": Timing(),
        "importing": Importing(),
        "correcting": fake_rereading.Correcting(),
        "searching": Searching(),
        "history": History(),
        "letter_writing": writing.LetterWriting(),
        "letter_desk": writing.LetterDesk(),
        "tracking": road.TrackingMore(),
        "road": road.Road(),
        "matrix": road.Matrix(),
        "organisations": road.Organisations(),
        "asked": road.AskedFake(),
        "term_dates": road.TermDatesFake(),
        "bundling": writing.Bundling(),
    }


TODAY = date(2026, 11, 23)
Namespace = SimpleNamespace
