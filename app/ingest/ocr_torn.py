"""Lines that were torn apart, as on pages that slope or fan out: their parts are put together again, in the right order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.ingest.ocr_engine import Seen

_LOW, _HIGH = -1.0, 2.2
"""Line heights between the parts of one line; columns are further apart."""

_LEVEL: Final = 0.45
_FEW, _MOST_SHARE = 3, 0.15
"""Where more lines than this seem torn, they are narrow columns."""


Line = tuple[Seen, ...]


def mended(words: Sequence[Seen]) -> tuple[Seen, ...]:
    """The words with each torn-off part after the part that stands left of it. Parts that follow each other already stay as they are."""
    lines = lines_of(words)
    after = _partners(lines)
    if len(after) > max(_FEW, _MOST_SHARE * len(lines)):
        return tuple(words)
    taken = set(after.values())
    made: list[Seen] = []
    for number in range(len(lines)):
        if number in taken:
            continue
        made += lines[number]
        part = after.get(number)
        while part is not None:
            first, *others = lines[part]
            made += (replace(first, line=False, paragraph=False, block=False), *others)
            part = after.get(part)
    return tuple(made)


def lines_of(words: Sequence[Seen]) -> list[Line]:
    """Words line by line."""
    lines: list[list[Seen]] = []
    for word in words:
        if word.line or word.paragraph or word.block or not lines:
            lines.append([])
        lines[-1].append(word)
    return [tuple(line) for line in lines]


def _partners(lines: Sequence[Line]) -> dict[int, int]:
    """Number of a line to that of the part that belongs after it."""
    after: dict[int, int] = {}
    for right in range(len(lines)):
        near = [(gap, left) for left in range(len(lines)) if (gap := _gap(lines[left], lines[right])) is not None]
        if not near:
            continue
        left = min(near)[1]
        if left not in after and right != left + 1 and not _leads_to(after, right, left):
            after[left] = right
    return after


def _gap(left: Line, right: Line) -> float | None:
    """How far a part begins behind the end of another, in line heights; None when they are not of one line."""
    end, start = left[-1].box, right[0].box
    height = max(end[3] - end[1], start[3] - start[1])
    gap = (start[0] - end[2]) / height
    apart = abs(end[1] + end[3] - start[1] - start[3]) / 2
    good = left is not right and _LOW < gap < _HIGH and apart < _LEVEL * height and start[0] > left[0].box[0]
    return abs(gap) if good else None


def _leads_to(after: dict[int, int], start: int, end: int) -> bool:
    at: int | None = start
    while at is not None:
        if at == end:
            return True
        at = after.get(at)
    return False
