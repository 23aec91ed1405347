"""Pages of a giant file prepared once for all evidence: lines from top to bottom, with what repeats told apart."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from app.domain.extracted import ExtractedPage
from app.domain.words import line_boxes
from app.understand.lazy import lazy
from app.understand.plain import simplify

EDGE = 0.105
"""Share of the page's height at head and foot where running lines stand."""
_CELLS = lazy(r"\s{2,}|\t|\s*\|\s*")
_NUMBER = lazy(r"\d+")
_NOT_WORD = lazy(r"[^a-z# ]+")


@dataclass(slots=True)
class Line:
    """A line: `low` is simplified, places are shares of the page's height and width, `size` points of height."""

    text: str
    low: str
    top: float
    bottom: float
    left: float
    size: float
    running: bool = False
    """The page before or after has it too, at the same place."""

    @property
    def cells(self) -> list[str]:
        """What stands side by side on the line, simplified."""
        return [cell for cell in _CELLS.split(self.low) if cell]

    @property
    def skeleton(self) -> str:
        """The line without numbers and signs, for comparing."""
        return skeleton(self.low)


@dataclass(slots=True)
class Sheet:
    """One page. `index` counts from 0. `lines` from top to bottom, without what the sender stamped on."""

    index: int
    width: float
    height: float
    scan: bool
    lines: list[Line]
    empty: bool
    """Nothing on it but perhaps a stamp."""
    unread: bool
    """A picture whose words nobody has read yet."""
    size: float = 0.0
    """Usual height of a line, points."""
    blanks: int = 0
    """How many empty sheets lie before it."""

    def edge(self, foot: bool) -> list[Line]:
        """Lines at the head or at the foot."""
        return [line for line in self.lines if (line.bottom > 1 - EDGE if foot else line.top < EDGE)]

    @property
    def body(self) -> list[Line]:
        """Lines that do not run through from page to page."""
        return [line for line in self.lines if not line.running]

    def top(self, most: int = 30, share: float = 0.62) -> list[Line]:
        """The first lines of the body."""
        return [line for line in self.body[:most] if line.top < share]


def skeleton(low: str) -> str:
    """Letters only; numbers as one sign."""
    return " ".join(_NOT_WORD.sub(" ", _NUMBER.sub("#", low)).split())


def prepare(pages: Sequence[ExtractedPage]) -> list[Sheet]:
    """A sheet for each page."""
    return [_sheet(index, page) for index, page in enumerate(pages)]


def written(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets that are not empty; each knows how many empty ones lie before it."""
    found: list[Sheet] = []
    blanks = 0
    for sheet in sheets:
        if sheet.empty:
            blanks += 1
        else:
            sheet.blanks, blanks = blanks, 0
            found.append(sheet)
    return found


def _sheet(index: int, page: ExtractedPage) -> Sheet:
    lines = _lines(page)
    size = median([line.size for line in lines]) if lines else 0.0
    unread = page.scan and not lines and not page.blank
    return Sheet(index, page.width, page.height, page.scan, lines, not lines and not unread, unread, size)


def _lines(page: ExtractedPage) -> list[Line]:
    rows = page.text.split("\n")
    boxes = line_boxes(page.text, page.words)
    simple = simplify(page.text).split("\n")
    tall, wide = page.height or 1.0, page.width or 1.0
    step = 0.9 / len(rows)
    found = []
    for number, (row, low) in enumerate(zip(rows, simple, strict=True)):
        if not (low := low.strip()):
            continue
        box = boxes[number] if number < len(boxes) else None
        if box is None:
            at = 0.05 + number * step
            found.append(Line(row.strip(), low, at, at + step, 0.1, 11.0))
        else:
            x0, y0, _, y1 = box
            found.append(Line(row.strip(), low, y0 / tall, y1 / tall, x0 / wide, y1 - y0))
    found.sort(key=lambda line: (round(line.top, 2), line.left))
    return found


def mark_running(sheets: Sequence[Sheet]) -> None:
    """Lines at the head or foot that the page before or after has at the same place; numbers may differ."""
    for one, other in itertools.pairwise(sheets):
        for foot in (False, True):
            for line in one.edge(foot):
                for twin in other.edge(foot):
                    if abs(line.top - twin.top) < 0.02 and _may_run(line) and alike(line.skeleton, twin.skeleton):
                        line.running = twin.running = True


_OF_MAIL = ("from:", "sent:", "date:", "to:", "cc:", "subject:", "dear ")


def _may_run(line: Line) -> bool:
    """Two e-mails of the same people have the same head, which is no running line."""
    return not line.low.startswith(_OF_MAIL)


def alike(one: str, other: str) -> bool:
    """The same words, with a letter misread or a word lost here and there."""
    if one == other:
        return True
    if not one or not other:
        return False
    a, b = one.split(), other.split()
    same = len(set(a) & set(b))
    return same >= 0.6 * max(len(a), len(b)) or _close(one, other)


def _close(one: str, other: str) -> bool:
    """At most one letter in eight differs."""
    if len(one) != len(other) or len(one) < 8:
        return False
    return sum(x != y for x, y in zip(one, other, strict=True)) * 8 <= len(one)


PROSE = re.compile(r"[a-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,}")
"""Five words in a row: running text."""
