"""The entries of a log: where each starts and which day it is about, for "yesterday" in it and for the log's own date."""

from dataclasses import replace
from datetime import date

from app.understand import gates, meaning
from app.understand.found import Found
from app.understand.lazy import lazy
from app.understand.pages import GAP, PageScan, Prepared
from app.understand.resolve import resolve

_LABEL = lazy(
    r"\s*(?:\d{1,3}[.)]\s*)?(?:(?:contact|incident|event|entry|note|visit|occurrence|concern|consultation|record|session|attendance|diary|call)?[ /]?"
    r"(?:date(?: of)?|date ?/ ?time|date and time)(?: (?:of )?(?:the )?(?:incident|contact|event|note|visit|entry|concern|occurrence|call|session))?(?: ?/ ?time| and time)?"
    r"|incident|entry|event|contact|note)\s*[:#.\-]*\s*"
)
_MOST_WORDS = 4
_MOST_LETTERS = 36


def entry_days(prepared: Prepared, at_least: int) -> list[tuple[int, int, date]]:
    """(page, offset, day) of the entries in order; none when there are fewer than `at_least`. A day without a year goes on
    from the entry before it."""
    found: list[tuple[int, int, date]] = []
    for page in prepared.pages:
        for piece in page.pieces:
            if not _may_start(piece) or not starts_entry(page, piece):
                continue
            day = _day(page, piece, prepared, found[-1][2] if found else None)
            if day:
                found.append((page.number, piece.end, day))
    return found if len(found) >= at_least else []


def _may_start(piece: Found) -> bool:
    if piece.shape == "weekday":
        return piece.number > 0
    return piece.shape == "date" and bool(piece.first[2]) and not piece.last and not piece.week and not piece.side


def starts_entry(page: PageScan, piece: Found) -> bool:
    """True when nothing, a label such as "Contact date:" or a few short cells stand before it on its line."""
    line = page.line(piece.prefix)
    before = page.plain[line[0] : piece.prefix].strip(' -*•|"[(')
    if not before:
        return True
    if (
        piece.column == "recorded"
        or len(before) > _MOST_LETTERS + 40
        or meaning.is_recording(before + " ")
        or meaning.is_typing(before + " ")
    ):
        return False
    cells = [cell for cell in GAP.split(before) if cell.strip(" |")]
    own = page.plain[page.cell(piece.prefix, piece.prefix)[0] : piece.prefix].strip(' -*•|"[(')
    label = _LABEL.fullmatch(own if own else cells[-1])
    if label and (len(cells) <= 2 or page.number == 1):
        return True
    return not own and len(before) <= _MOST_LETTERS and len(before.split()) <= _MOST_WORDS and not before.endswith(":")


def _day(page: PageScan, piece: Found, prepared: Prepared, last: date | None) -> date | None:
    if not gates.passes(piece, page.plain, page.text, page.line(piece.prefix)) and piece.shape == "date":
        return None
    context = prepared.context
    if piece.first[0] is None:
        if last is None:
            return None
        context = replace(context, anchor=last)
    resolved = resolve(piece, context)
    if resolved is None or resolved.value.start is None or resolved.value.first_day in prepared.context.births:
        return None
    return resolved.value.first_day
