"""Entries that were recorded long after what they tell happened, by the two dates that the record itself gives."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from app.domain.findings import CaseView, DocumentView, FindingKind, Found, PageView
from app.findings.days import Day, find_days

KIND = FindingKind.LATE_ENTRY
_LATE, _ABSURD = 14, 20 * 366
_REACH, _ENTRY = 28, 420
_HAPPENED = re.compile(
    r"\b(?:date(?: and time| & time|/time)? of (?:the )?(?:incident|concern|contact|visit|event|observation|call|conversation|occurrence)"
    r"|(?:incident|event|concern|contact|visit|observation|occurrence) date|date occurred|occurred(?: on)?|happened(?: on)?|seen on)\b",
    re.IGNORECASE,
)
_RECORDED = re.compile(
    r"\b(?:(?:date )?(?:added|entered|logged)(?: on| to (?:the )?(?:system|record|log))?"
    r"|(?:date )?recorded(?: on)?|date of (?:entry|recording)"
    r"|entry (?:made|created|added|date)(?: on)?|record created(?: on)?|created on|written up(?: on)?)\b(?! by)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"[\s:|–—-]*(?:at|on|time|\d{1,2}[:.]\d\d|mon|tue|wed|thu|fri|sat|sun|[a-z]*day|[\s,:|–—-])*", re.IGNORECASE
)


def find(view: CaseView) -> Iterable[Found]:
    """A finding for each entry with both dates more than a fortnight apart."""
    for document in view.documents:
        for page in document.pages:
            if _HAPPENED.search(page.text) and _RECORDED.search(page.text):
                yield from _on_page(document, page)


def _on_page(document: DocumentView, page: PageView) -> Iterator[Found]:
    text = page.text
    pairs = list(_labelled(text)) or list(_columns(text))
    for happened, recorded in pairs:
        days = (recorded.day - happened.day).days
        if _LATE < days < _ABSURD:
            yield _found(document, page, happened, recorded, days)


def _labelled(text: str) -> Iterator[tuple[Day, Day]]:
    """Both labels with their dates in one entry: no second "date of incident" between them."""
    starts = [(match.start(), day) for match in _HAPPENED.finditer(text) if (day := _after(text, match.end()))]
    for index, (start, happened) in enumerate(starts):
        stop = min(starts[index + 1][0] if index + 1 < len(starts) else len(text), start + _ENTRY)
        for match in _RECORDED.finditer(text, happened.end, stop):
            if recorded := _after(text, match.end()):
                yield happened, recorded
                break


def _after(text: str, at: int) -> Day | None:
    """The date that a label stands before, with nothing but a colon, a time or a weekday between."""
    found = find_days(text, at, min(len(text), at + _REACH + 24))
    if not found or not _FILLER.fullmatch(text, at, found[0].start):
        return None
    return found[0]


def _columns(text: str) -> Iterator[tuple[Day, Day]]:
    """A table whose head names both columns, and lines with exactly two days below it."""
    at = 0
    order = 0
    for line in text.splitlines(keepends=True):
        happened, recorded = _HAPPENED.search(line), _RECORDED.search(line)
        days = find_days(text, at, at + len(line))
        if happened and recorded and not days:
            order = 1 if happened.start() < recorded.start() else -1
        elif order and len(days) == 2 and find_days(line.lstrip()[:14]):
            yield (days[0], days[1]) if order > 0 else (days[1], days[0])
        at += len(line)


def _found(document: DocumentView, page: PageView, happened: Day, recorded: Day, days: int) -> Found:
    first, last = sorted((happened, recorded), key=lambda d: d.start)
    start = page.text.rfind("\n", 0, first.start) + 1
    end = page.text.find("\n", last.end)
    end = len(page.text) if end < 0 else end
    return Found(
        KIND, document.id, page.number, f"{page.number} {happened.day} {recorded.day} {_nth(page.text, start)}",
        f"The record says that it happened on {_show(happened.day)} and was recorded on {_show(recorded.day)}, {days} days later.",
        " ".join(page.text[start:end].split()), start, end,
        detail={"happened": happened.day.isoformat(), "recorded": recorded.day.isoformat()},
    )  # fmt: skip


def _nth(text: str, start: int) -> str:
    """What tells entries of the same two days apart: the line before."""
    lines = text[:start].rstrip().splitlines()
    return lines[-1].strip()[:40] if lines else ""


def _show(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
