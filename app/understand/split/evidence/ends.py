"""How the page before ends: signed, with room left, or full; and whether this page looks like the end of something."""

import itertools
from collections.abc import Iterable, Sequence

from app.understand.lazy import lazy
from app.understand.split.sheets import PROSE, Sheet
from app.understand.split.signs import Sign

_SIGN_OFF = lazy(
    r"^(?:yours (?:sincerely|faithfully|truly)|(?:kind|kindest|best|warm|with best|with kind) (?:regards|wishes)|regards|many thanks|thanks|thank you|signed?\b.{0,30}$|best$)"
)
_LAST = lazy(
    r"^(?:cc|c\.c\.?|copies? to|enc(?:l|s)?\b|end of (?:report|document|record|export)|date of next meeting|next meeting|total due|payment)"
)
_DEAR = lazy(r"^(?:dear|hi|hello|good (?:morning|afternoon)|to whom|morning|afternoon)\b")


def signs(sheets: Sequence[Sheet]) -> Iterable[Sign]:
    """Compares the end of each page with the beginning of the next."""
    for before, sheet in itertools.pairwise(sheets):
        body = before.body
        if body:
            tail = body[-12:]
            if any(_SIGN_OFF.search(line.low) for line in tail):
                yield Sign(sheet.index, 1.2, "The page before ends with a signature.")
            elif any(_LAST.search(line.low) for line in tail[-5:]):
                yield Sign(sheet.index, 0.9, "The page before ends as documents do.")
            yield from _room(sheet, body[-1].bottom)
        yield from _late(sheet)


def _room(sheet: Sheet, bottom: float) -> Iterable[Sign]:
    if bottom < 0.6:
        yield Sign(sheet.index, 1.0, "The page before is not full.")
    elif bottom < 0.8:
        yield Sign(sheet.index, 0.4, "The page before has some room left.")
    elif bottom > 0.87:
        yield Sign(sheet.index, -0.5, "The page before is full.")


def _late(sheet: Sheet) -> Iterable[Sign]:
    """Running text from the first line, or a signature without a greeting."""
    lines = sheet.body
    if not lines:
        return
    if PROSE.search(lines[0].low) and len(lines[0].low) > 60 and lines[0].size <= 1.15 * (sheet.size or 1):
        yield Sign(sheet.index, -1.4, "Running text from the first line on.")
    signed = next((n for n, line in enumerate(lines) if _SIGN_OFF.search(line.low)), -1)
    if signed >= 0 and not any(_DEAR.search(line.low) for line in lines[:signed]):
        yield Sign(sheet.index, -1.0, "A signature without a greeting on the same page.")
