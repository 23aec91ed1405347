"""Whether the text runs on over the turn of the page: sentences, numbered paragraphs, sections, "continued"."""

import itertools
from collections.abc import Iterable, Sequence

from app.understand.lazy import lazy
from app.understand.split.sheets import Line, Sheet
from app.understand.split.signs import Sign

_ENDS = lazy(r"[.!?:;][\"')\]]*$")
_OPEN = lazy(
    r"(?:,|-|\b(?:and|or|the|a|an|of|to|in|for|with|that|which|at|by|from|is|was|were|has|have|be|been|her|his|their|she|he|not|as|on|but|this|these|who|when|will|would))$"
)
_CONTINUED = lazy(r"\bcont(?:inued|'d|d\.?|\.)(?:\b|$)")
_ONWARD = lazy(r"\bp\.?t\.?o\.?\b|\bcontinued (?:on|over)|please turn over|\bover\W*$")
_NUMBERED = lazy(r"^(\d{1,3})(?:((?:\.\d{1,2}){1,3})[.)]?|()[.)])\s+\S")
_SECTION = lazy(r"^(?:section|part|chapter)\s+([a-z]|\d{1,2})\b")
_APPENDIX = lazy(
    r"^(?:appendix|appendices|annex|annexe|glossary|references|bibliography|signatures?|declaration|conclusions?|recommendations?|summary and recommendations|next steps|outcomes?|actions?)\b"
)
_BULLET = lazy(r"^(?:[•▪●·o*]|-)\s")
_MAIL_QUOTE = lazy(r"^>")


def signs(sheets: Sequence[Sheet]) -> Iterable[Sign]:
    """Compares the end of each page with the beginning of the next."""
    paragraph = 0
    for before, sheet in itertools.pairwise(sheets):
        paragraph = _last_number(before) or paragraph
        if not sheet.body:
            continue
        first = sheet.body[0]
        last = before.body[-1] if before.body else None
        yield from _sentence(sheet, last, first)
        yield from _told(sheet, before, first)
        yield from _counted(sheet, first, paragraph)
        paragraph = _last_number(sheet) or 0


def _sentence(sheet: Sheet, last: Line | None, first: Line) -> Iterable[Sign]:
    start = first.text.lstrip("\"'“‘( ")
    small = start[:1].islower() and len(first.low.split()) >= 3
    ended = last is None or bool(_ENDS.search(last.low))
    wide = last is not None and len(last.low) > 45
    if small and not ended:
        yield Sign(sheet.index, -4.0, "A sentence runs on from the page before.")
    elif small:
        yield Sign(sheet.index, -2.2, "It begins in the middle of a sentence.")
    elif last is not None and wide and _OPEN.search(last.low) and last.bottom > 0.75:
        yield Sign(sheet.index, -2.4, "The page before ends in the middle of a sentence.")
    elif last is not None and wide and not ended and last.bottom > 0.8 and last.text[-1:].islower():
        yield Sign(sheet.index, -1.4, "The page before ends without a full stop.")


def _told(sheet: Sheet, before: Sheet, first: Line) -> Iterable[Sign]:
    if any(_CONTINUED.search(line.low) and len(line.low) < 70 for line in sheet.lines[:4]):
        yield Sign(sheet.index, -3.5, "It says “continued”.")
    if any(_ONWARD.search(line.low) and len(line.low) < 50 for line in before.lines[-3:]):
        yield Sign(sheet.index, -3.0, "The page before says that it goes on.")
    if _APPENDIX.search(first.low) and len(first.low) < 70:
        yield Sign(sheet.index, -2.0, f"It begins with “{first.text[:40]}”, as later pages do.")
    if _BULLET.search(first.text) or _MAIL_QUOTE.search(first.text):
        yield Sign(sheet.index, -1.6, "It begins within a list or a quotation.")


def _counted(sheet: Sheet, first: Line, paragraph: int) -> Iterable[Sign]:
    match = _NUMBERED.match(first.low)
    if match:
        number = int(match.group(1))
        if paragraph and 0 <= number - paragraph <= 1:
            yield Sign(sheet.index, -3.2, f"Its numbered paragraphs go on ({match.group(1)}{match.group(2) or ''}).")
        elif number > 1 or match.group(2):
            yield Sign(sheet.index, -1.8, f"It begins with paragraph {match.group(1)}{match.group(2) or ''}.")
        return
    section = _SECTION.match(first.low)
    if section and section.group(1) not in ("a", "1"):
        yield Sign(sheet.index, -2.6, f"It begins with “{first.text[:40]}”.")


def _last_number(sheet: Sheet) -> int:
    """The number of the last numbered paragraph on a page."""
    for line in reversed(sheet.body):
        match = _NUMBERED.match(line.low)
        if match and int(match.group(1)) < 200:
            return int(match.group(1))
    return 0
