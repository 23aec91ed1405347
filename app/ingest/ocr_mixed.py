"""Pages that are partly digital: words of the file stay as they are, words of its pictures are added, none comes twice."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from app.domain.extracted import Box, ExtractedPage
from app.domain.words import unpack_words
from app.ingest import mupdf
from app.ingest.ocr_engine import DIGITAL, Seen
from app.ingest.ocr_frame import Frame

_GROWN: Final = 1.5
_REACH: Final = 3.0

Line = tuple[Seen, ...]


def digital_words(page: ExtractedPage) -> tuple[Seen, ...]:
    """The words that came with the file, in points of the page as shown."""
    words: list[Seen] = []
    end = 0
    for word in unpack_words(page.words):
        box = (word.x0, word.y0, word.x1, word.y1)
        fresh = not words or "\n" in page.text[end : word.start]
        words.append(Seen(page.text[word.start : word.end], box, DIGITAL, fresh, False, False))
        end = word.end
    return tuple(words)


def picture_areas(page: Any) -> tuple[Box, ...]:
    """Where pictures lie, in points of the page as shown."""
    areas: list[Box] = []
    for info in page.get_image_info():  # these are places on the page before it is turned
        area = mupdf.load().Rect(info["bbox"]) * page.rotation_matrix
        area.normalize()
        areas.append((area.x0, area.y0, area.x1, area.y1))
    return tuple(areas)


def on_page(words: Sequence[Seen], frame: Frame) -> tuple[Seen, ...]:
    """Words that were read, their boxes in points of the page."""
    return tuple(replace(word, box=frame.box(word.box)) for word in words)


def added(digital: Sequence[Seen], read: Sequence[Seen], areas: Sequence[Box]) -> tuple[Seen, ...]:
    """Those read words that lie in a picture and are not there as text."""
    kept = [word for word in read if _in_any(word, areas, _REACH) and not _doubled(word, digital)]
    return _with_line_starts(kept, read)


def is_inside(box: Box, areas: Sequence[Box]) -> bool:
    """Whether the middle of a box lies in a picture."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(a[0] <= x <= a[2] and a[1] <= y <= a[3] for a in areas)


def woven(digital: Sequence[Seen], read: Sequence[Seen], areas: Sequence[Box]) -> tuple[Seen, ...]:
    """All words in reading order: the greater part keeps its order, the smaller goes where it stands on the page."""
    if len(digital) >= len(read):
        base, blocks = _lines(digital), _by_area(_lines(read), areas)
    else:
        base, blocks = _lines(read), [[line] for line in _lines(digital)]
    placed: dict[int, list[Line]] = defaultdict(list)
    for block in blocks:
        placed[_place(base, block)] += block
    lines = list(placed[-1])
    for number, line in enumerate(base):
        lines += [line, *placed[number]]
    return tuple(word for line in lines for word in line)


def _lines(words: Sequence[Seen]) -> list[Line]:
    lines: list[list[Seen]] = []
    for word in words:
        if word.line or not lines:
            lines.append([])
        lines[-1].append(word)
    return [tuple(line) for line in lines]


def _by_area(lines: Sequence[Line], areas: Sequence[Box]) -> list[list[Line]]:
    """Lines of one picture together, pictures from top to bottom."""
    blocks: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        at = next((n for n, area in enumerate(areas) if _in_any(line[0], (area,), _REACH)), -1)
        blocks[at].append(line)
    return sorted(blocks.values(), key=lambda block: block[0][0].box[1])


def _place(base: Sequence[Line], block: Sequence[Line]) -> int:
    """Number of the line after which the block comes; -1 for before all."""
    first = block[0]
    left, right = min(line[0].box[0] for line in block), max(line[-1].box[2] for line in block)
    middle = (first[0].box[1] + first[0].box[3]) / 2
    above = [
        number
        for number, line in enumerate(base)
        if line[0].box[0] < right and line[-1].box[2] > left and (line[0].box[1] + line[0].box[3]) / 2 < middle
    ]
    return above[-1] if above else -1


def _in_any(word: Seen, areas: Sequence[Box], reach: float) -> bool:
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    return any(a[0] - reach <= x <= a[2] + reach and a[1] - reach <= y <= a[3] + reach for a in areas)


def _doubled(word: Seen, digital: Sequence[Seen]) -> bool:
    """Whether a digital word stands in the same place."""
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    for other in digital:
        x0, y0, x1, y1 = other.box
        if x0 - _GROWN <= x <= x1 + _GROWN and y0 - _GROWN <= y <= y1 + _GROWN:
            return True
        if word.box[0] <= (x0 + x1) / 2 <= word.box[2] and word.box[1] <= (y0 + y1) / 2 <= word.box[3]:
            return True
    return False


def _with_line_starts(kept: Sequence[Seen], every: Sequence[Seen]) -> tuple[Seen, ...]:
    """The first word that is left of each line starts it."""
    number_of: dict[int, int] = {}
    line = 0
    for word in every:
        line += word.line
        number_of[id(word)] = line
    made: list[Seen] = []
    last = -1
    for word in kept:
        made.append(replace(word, line=number_of[id(word)] != last))
        last = number_of[id(word)]
    return tuple(made)
