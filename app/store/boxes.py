"""The boxes of a page as one column: what the file draws, what was seen on its picture, what was not secure."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.extracted import Box, ExtractedPage

_SAME_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """`drawn` come from the file itself, `seen` from reading its picture; `looked` is False for a page that nobody looked at."""

    drawn: tuple[Box, ...] = ()
    seen: tuple[Box, ...] = ()
    unsafe: tuple[Box, ...] = ()
    looked: bool = True

    @property
    def all(self) -> tuple[Box, ...]:
        """Every box once, in reading order: what was drawn is exact, so it stands for what was seen in its place."""
        more = tuple(box for box in self.seen if not any(_overlap(box, known) > _SAME_SHARE for known in self.drawn))
        return tuple(sorted(self.drawn + more, key=lambda box: (round(box[1]), box[0])))


def packed(boxes: PageBoxes) -> str:
    """The column; a page without boxes that was looked at is `{}`."""
    parts = {"drawn": boxes.drawn, "seen": boxes.seen, "unsafe": boxes.unsafe}
    return json.dumps({name: [[round(v, 2) for v in box] for box in found] for name, found in parts.items() if found})


def unpacked(column: str) -> PageBoxes:
    """The inverse of `packed`; empty text is a page that nobody looked at."""
    if not column:
        return PageBoxes(looked=False)
    parts = json.loads(column)
    drawn, seen, unsafe = (_boxes(parts.get(name, ())) for name in ("drawn", "seen", "unsafe"))
    return PageBoxes(drawn, seen, unsafe)


def of_file(page: ExtractedPage) -> str:
    """The column for a page as its reader gives it."""
    return packed(PageBoxes(drawn=page.boxes, unsafe=page.unsafe))


def with_seen(column: str, page: ExtractedPage) -> str:
    """The column after the picture of the page was read."""
    known = unpacked(column)
    return packed(PageBoxes(known.drawn, page.boxes, known.unsafe))


def _boxes(found: Iterable[Iterable[float]]) -> tuple[Box, ...]:
    return tuple((x0, y0, x1, y1) for x0, y0, x1, y1 in found)


def _overlap(one: Box, other: Box) -> float:
    """Intersection over the smaller of the two."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    if wide <= 0 or high <= 0:
        return 0.0
    return wide * high / max(0.01, min(_area(one), _area(other)))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
