"""What the reader shows and offers, decided without widgets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain import dates, reading_notes
from app.domain.documents import Disclosure, DocumentRow, PageInfo
from app.domain.events import EventOrigin, EventStatus, TimelineEntry
from app.domain.ids import DocumentId
from app.domain.marks import Mark, MarkKind
from app.domain.parts import cited
from app.domain.suggestions import OTHER_DATES, OtherDate
from app.ui.models.document_words import ordinal, share

ISSUE_KINDS = frozenset(MarkKind) - {MarkKind.EVIDENCE, MarkKind.NOTE}


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact under the title. `edits` names what a click changes (date, kind, organisation), or is empty."""

    label: str
    value: str
    tip: str = ""
    edits: str = ""
    sure: bool = True


def facts(
    row: DocumentRow, kinds: dict[str, str], disclosures: Sequence[Disclosure], others: Sequence[OtherDate] = ()
) -> tuple[Fact, ...]:
    """The line of facts: date, kind, from, came in, by, other dates, redacted, scan."""
    came = next((d for d in disclosures if d.id == row.disclosure), None)
    arrived = dates.show(came.received) if came and came.received else ""
    found = [
        Fact("Date", dates.show(row.date) if row.date else "not known", row.date_reason, "date", row.date_decided),
        Fact("Kind", kinds.get(row.kind, row.kind) or "not known", row.kind_reason, "kind", row.kind_decided),
        Fact(
            "From",
            row.organisation_name or "not known",
            row.organisation_reason,
            "organisation",
            row.organisation_decided,
        ),
        Fact(
            "Came in", ", ".join(part for part in (f"{ordinal(row.disclosure_number)} file", arrived) if part), row.path
        ),
    ]
    if row.authors:
        found.append(Fact("By", "; ".join(row.authors), row.author_reason))
    if any(other.page for other in others):
        told = _told(others)
        more = f" and {len(told) - 1} more" if len(told) > 1 else ""
        found.append(Fact("Other dates", told[0] + more, "\n".join(told)))
    if row.redacted_area > 0:
        found.append(Fact("Redacted", share(row.redacted_area), "How much of its pages is blacked out."))
    if row.ocr_confidence is not None:
        found.append(
            Fact(
                "Scan read",
                f"{round(row.ocr_confidence)} % sure",
                "How sure we are of the words that we read from the picture.",
            )
        )
    return tuple(found)


def _told(others: Sequence[OtherDate]) -> list[str]:
    """“typed 18 Mar 2022”, those on the page before those of the file."""
    ordered = sorted(others, key=lambda other: other.page == 0)
    return [f"{OTHER_DATES.get(other.role, other.role)} {dates.show(other.date)}" for other in ordered]


def how_read(info: PageInfo) -> tuple[str, ...]:
    """What to say about how the words of a page came to us; nothing for a page that is text itself."""
    said = list(reading_notes.sentences(info.reading))
    if info.ocr == "pending":
        said.append("This page waits to be read.")
    elif info.ocr == "failed":
        said.append("This page could not be read.")
    elif info.ocr_confidence is not None:
        said.append(f"Read from its picture, {round(info.ocr_confidence)} % sure.")
    return tuple(said)


WHAT_TO_DO = (
    "The part of Fairfile that reads handwriting is not on this computer. Set Fairfile up again with “python3 run.py”, "
    "then choose “Read this page again” under “Scan”."
)


def could_be_better(info: PageInfo) -> bool:
    """Whether the page would gain from the part that reads handwriting, which is not there."""
    return reading_notes.BETTER in info.reading


def short(words: str, most: int = 24) -> str:
    """Words that fit in a menu."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def by_page(marks: Iterable[Mark]) -> tuple[tuple[int, tuple[Mark, ...]], ...]:
    """Marks grouped by page, in the order they stand on it."""
    ordered = sorted(marks, key=lambda mark: (mark.anchor.page, mark.anchor.start, mark.id))
    pages = sorted({mark.anchor.page for mark in ordered})
    return tuple((page, tuple(mark for mark in ordered if mark.anchor.page == page)) for page in pages)


def thumb_label(page: int, marks: int) -> str:
    """What stands under a small page."""
    if not marks:
        return str(page)
    return f"{page} · {marks} mark" + ("s" if marks > 1 else "")


def suggestions(entries: Iterable[TimelineEntry], document: DocumentId) -> tuple[TimelineEntry, ...]:
    """Dates found in this document that wait for a decision, in the order of its pages."""
    waiting = [
        entry
        for entry in entries
        if entry.document == document and entry.status is EventStatus.SUGGESTED and entry.origin is EventOrigin.RECORD
    ]
    return tuple(sorted(waiting, key=lambda entry: (entry.page, entry.start)))


def neighbours(order: Sequence[DocumentId], document: DocumentId) -> tuple[DocumentId | None, DocumentId | None]:
    """The documents before and after this one in a list."""
    if document not in order:
        return None, None
    at = order.index(document)
    return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)


def reading_order(rows: Iterable[DocumentRow]) -> tuple[DocumentId, ...]:
    """All documents, oldest first; those without a date at the end."""
    dated = sorted(rows, key=lambda row: (not row.date, _first_day(row.date), row.id))
    return tuple(row.id for row in dated)


def _first_day(date: str) -> str:
    try:
        return dates.bounds(date)[0].isoformat() if date else ""
    except ValueError:
        return ""


def with_source(quote: str, row: DocumentRow, page: int) -> str:
    """Words and where they stand, for the clipboard."""
    parts = [
        row.title,
        dates.show(row.date) if row.date else "",
        cited(page, row.part_first + page - 1 if row.part_first else 0),
        row.organisation_name,
    ]
    return f"“{quote}” ({', '.join(part for part in parts if part)})"


def found_words(count: int, current: int, query: str) -> str:
    """What the find field says about its result."""
    if not query.strip():
        return ""
    if not count:
        return "Not found"
    return f"{current + 1} of {count}" if current >= 0 else f"{count} found"


def texts(infos: Iterable[PageInfo]) -> tuple[tuple[int, str], ...]:
    """Page numbers with their text, for finding."""
    return tuple((info.number, info.text) for info in infos)


def quoted(words: str, longest: int = 160) -> str:
    """A quote that fits in a card."""
    words = words.strip().removeprefix("“").removesuffix("”")
    shown = words if len(words) <= longest else words[: longest - 1].rsplit(" ", 1)[0] + " …"
    return f"“{shown}”"
