"""The annotated timeline as an accessible PDF: density picture, entries by school year and term, issues and marks."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import Any

from app.domain import dates
from app.domain.events import EVENT_KINDS, EventOrigin, EventStatus, TimelineEntry
from app.domain.ids import DocumentId
from app.domain.issues import ISSUE_STATUS_NAMES, REMEDY_NAMES, WRONG_NAMES, Issue, Proof
from app.domain.marks import MARK_NAMES, Anchor, Mark, MarkKind
from app.domain.parts import cited
from app.domain.people import CaseDetails
from app.export.density import Density, density, described, main_day, school_year_name, year_name
from app.export.table_formats import entry_fields, timeline_csv, timeline_json
from app.export.wording import count, one_line, shown_date
from app.system.typesetting import typeset

__all__ = ["TimelineReport", "entry_fields", "timeline_csv", "timeline_json", "timeline_pdf"]

_LONG = 900
"""Letters of quote and note from which an entry may be split between two pages."""


@dataclass(frozen=True, slots=True)
class TimelineReport:
    """What the document shows. Dismissed entries are left out. `documents` gives the titles of marked documents
    that have no entry; `period` is a plain sentence when the entries were filtered."""

    case: CaseDetails
    entries: tuple[TimelineEntry, ...]
    made: date
    marks: tuple[Mark, ...] = ()
    issues: tuple[Issue, ...] = ()
    documents: Mapping[DocumentId, str] = field(default_factory=dict)
    period: str = ""


def timeline_pdf(report: TimelineReport) -> bytes:
    """The document as PDF/UA, A4 portrait."""
    when = datetime.combine(report.made, time(), UTC)
    return typeset("timeline", _data(report), f"Timeline of {report.case.child}", timestamp=when)


def _data(report: TimelineReport) -> dict[str, Any]:
    entries = sorted(
        (entry for entry in report.entries if entry.status is not EventStatus.DISMISSED),
        key=lambda e: (main_day(e), e.last_day, int(e.id)),
    )
    titles = {e.document: e.document_title for e in entries if e.document is not None} | dict(report.documents)
    return {
        "child": report.case.child,
        "facts": _facts(report, entries),
        "picture": _picture(density(entries, report.case)),
        "years": _years(report, entries),
        "issues": [_issue(issue) for issue in report.issues],
        "marks": [_mark(mark, titles) for mark in sorted(report.marks, key=_mark_order)],
        "signs": [{"kind": kind.value, "name": MARK_NAMES[kind]} for kind in MarkKind],
    }


def _facts(report: TimelineReport, entries: Sequence[TimelineEntry]) -> list[list[str]]:
    case = report.case
    own = sum(e.origin is EventOrigin.PARENT for e in entries)
    sure = sum(e.origin is not EventOrigin.PARENT and e.status is EventStatus.CONFIRMED for e in entries)
    facts = [["Child", case.child + (f", born {shown_date(case.born)}" if case.born else "")]]
    if entries:
        last = max(entries, key=lambda e: e.last_day)
        facts.append(["Period", report.period or f"{shown_date(entries[0].date)} to {shown_date(last.date)}"])
    parts = [f"{sure:,} confirmed", f"{len(entries) - sure - own:,} suggested", f"{own:,} my own"]
    facts.append(["Entries", f"{len(entries):,}: {', '.join(parts)}"])
    organisations = {e.organisation_name for e in entries if e.organisation_name}
    documents = {e.document for e in entries if e.document is not None}
    facts.append(["From", f"{count(len(documents), 'document')} of {count(len(organisations), 'organisation')}"])
    if report.issues or report.marks:
        facts.append(["Marked", f"{count(len(report.issues), 'issue')}, {count(len(report.marks), 'mark')}"])
    made_by = ", ".join(part for part in (case.parent, case.relationship) if part)
    facts.append(["Made", f"{shown_date(report.made.isoformat())}{f' by {made_by}' if made_by else ''}"])
    return facts


def _picture(picture: Density) -> dict[str, Any]:
    return {
        "alt": described(picture),
        "months": 12 * len(picture.years),
        "most": max(picture.most, 1),
        "years": [{"at": at, "years": years, "group": group} for at, years, group in picture.years],
        "terms": [{"at": at, "months": months, "name": name} for at, months, name in picture.terms],
        "lanes": [
            {"name": lane.name, "own": lane.own, "total": lane.total, "bars": [list(m) for m in lane.months]}
            for lane in picture.lanes
        ],
        "outside": picture.outside,
    }


def _years(report: TimelineReport, entries: Sequence[TimelineEntry]) -> list[dict[str, Any]]:
    marks, issues = _by_page(report)
    years = []
    for start, in_year in groupby(entries, key=lambda e: dates.school_year(main_day(e))):
        terms = [
            {"name": dates.show(term), "entries": [_entry(e, marks, issues) for e in in_term]}
            for term, in_term in groupby(in_year, key=lambda e: dates.term_of(main_day(e)))
        ]
        years.append({"name": school_year_name(start), "group": year_name(report.case, start), "terms": terms})
    return years


_Page = tuple[DocumentId, int]


def _by_page(report: TimelineReport) -> tuple[dict[_Page, list[Mark]], dict[_Page, list[Issue]]]:
    marks: dict[_Page, list[Mark]] = defaultdict(list)
    for mark in report.marks:
        marks[mark.anchor.document, mark.anchor.page].append(mark)
    issues: dict[_Page, list[Issue]] = defaultdict(list)
    for issue in report.issues:
        if issue.anchor is not None:
            issues[issue.anchor.document, issue.anchor.page].append(issue)
    return marks, issues


def _entry(
    entry: TimelineEntry, marks: Mapping[_Page, Sequence[Mark]], issues: Mapping[_Page, Sequence[Issue]]
) -> dict[str, Any]:
    here: Sequence[Mark] = ()
    wrong: Sequence[Issue] = ()
    if entry.document is not None:
        page = (entry.document, entry.page)
        here = [mark for mark in marks.get(page, ()) if _same_words(entry, mark.anchor)]
        wrong = [i for i in issues.get(page, ()) if i.anchor is not None and _same_words(entry, i.anchor)]
    own = entry.origin is EventOrigin.PARENT
    return {
        "date": shown_date(entry.date),
        "sign": "own" if own else "confirmed" if entry.status is EventStatus.CONFIRMED else "suggested",
        "title": entry.title,
        "beside": _beside(entry),
        "long": len(entry.quote) + len(entry.note) > _LONG,
        "quote": one_line(entry.quote) if entry.quote != entry.title else "",
        "source": _source(entry.document, entry.page, entry.document_title, entry.organisation_name, entry.file_page),
        "note": entry.note,
        "issues": [{"ref": i.ref, "wrong": _wrong(i), "right": i.fields.right} for i in wrong],
        "marks": [{"kind": m.kind.value, "name": MARK_NAMES[m.kind], "note": m.note} for m in here],
    }


def _beside(entry: TimelineEntry) -> str:
    """What stands after the title: the kind unless the title says it, and the organisation unless the source line does."""
    kind = "" if entry.kind == "other" else EVENT_KINDS.get(entry.kind, "")
    if kind.casefold() in entry.title.casefold():
        kind = ""
    return " · ".join(part for part in (kind, "" if entry.document else entry.organisation_name) if part)


def _same_words(entry: TimelineEntry, anchor: Anchor) -> bool:
    """True when a mark lies on the words of an entry: one quotes the other, or the mark holds the place of the date."""
    quote, exact = one_line(entry.quote), one_line(anchor.exact)
    if exact and quote and (exact in quote or quote in exact):
        return True
    return entry.start >= 0 and anchor.start <= entry.start < anchor.end


def _source(document: DocumentId | None, page: int, title: str, organisation: str = "", file_page: int = 0) -> str:
    if document is None:
        return ""
    place = f"Document {document}" + (f", {cited(page, file_page)}" if page else "")
    named = ", ".join(part for part in (title, organisation) if part)
    return f"{place} — {named}" if named else place


def _wrong(issue: Issue) -> str:
    return issue.fields.wrong_text or WRONG_NAMES[issue.fields.wrong]


def _issue(issue: Issue) -> dict[str, Any]:
    fields, anchor = issue.fields, issue.anchor
    page = anchor.page if anchor else 0
    return {
        "ref": issue.ref,
        "title": fields.title or WRONG_NAMES[fields.wrong],
        "status": ISSUE_STATUS_NAMES[fields.status],
        "says": one_line(fields.says or (anchor.exact if anchor else "")),
        "source": _source(
            issue.document,
            page,
            issue.document_title,
            issue.organisation_name,
            issue.anchor.file_page if issue.anchor else 0,
        ),
        "kind": WRONG_NAMES[fields.wrong],
        "wrong": fields.wrong_text,
        "right": fields.right,
        "proofs": [_proof(proof) for proof in issue.proofs],
        "remedies": [REMEDY_NAMES[remedy] for remedy in fields.remedies],
        "answer": fields.answer,
    }


def _proof(proof: Proof) -> dict[str, str]:
    dated = (
        f"{proof.document_title}, {shown_date(proof.document_date)}" if proof.document_date else proof.document_title
    )
    return {
        "quote": one_line(proof.anchor.exact),
        "source": _source(proof.anchor.document, proof.anchor.page, dated, file_page=proof.anchor.file_page),
        "note": proof.note,
    }


def _mark(mark: Mark, titles: Mapping[DocumentId, str]) -> dict[str, str]:
    anchor = mark.anchor
    return {
        "kind": mark.kind.value,
        "name": MARK_NAMES[mark.kind],
        "words": one_line(anchor.exact) or "An area of the page",
        "quoted": "yes" if anchor.exact else "",
        "note": mark.note,
        "source": _source(anchor.document, anchor.page, titles.get(anchor.document, ""), file_page=anchor.file_page),
    }


def _mark_order(mark: Mark) -> tuple[int, int, int, int]:
    return int(mark.anchor.document), mark.anchor.page, mark.anchor.start, int(mark.id)
