"""Lines of words around boxes, and gaps in them where words were painted out in the colour of the paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from app.domain.extracted import Box

_SURE, _SURELY = 30.0, 70.0
_LONG: Final = 4
_CLOSE: Final = 2.4
_LEAST_TALL, _MOST_TALL = 0.8, 2.1
_ROW: Final = 260.0
_WIDE_GAP, _LEAST_GAP = 2.2, 4.0
_PROSE: Final = 0.6
_PITCHES: Final = 4.6
_ROWS, _COLUMN, _CELLS = 6, 1.2, 2
_FEW: Final = 1


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word and its box in pixels of the picture; `sure` 0 to 100; `line`: the first of a line as OCR gave them."""

    text: str
    box: Box
    sure: float = 100.0


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, from left to right, and the height of the tallest usual ones."""

    words: tuple[SeenWord, ...]
    height: float
    top: float
    bottom: float

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where it goes."""
        return self.words[0].box[0], self.words[-1].box[2]


def lines_of(words: Sequence[SeenWord]) -> list[Line]:
    """Words that can be trusted, put together by their height on the page; from the top down."""
    rows: list[list[SeenWord]] = []
    for word in sorted((w for w in words if _is_word(w)), key=lambda w: w.box[1] + w.box[3]):
        for row in reversed(rows[-4:]):
            if _is_level(row[-1].box, word.box) and _is_level(row[0].box, word.box):
                row.append(word)
                break
        else:
            rows.append([word])
    return [_line(row) for row in rows]


def _is_word(word: SeenWord) -> bool:
    letters = sum(c.isalnum() for c in word.text)
    return (word.sure >= _SURE or letters >= _LONG) and letters * 2 >= len(word.text) and word.box[2] > word.box[0]


def _is_level(one: Box, other: Box) -> bool:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > 0.45 * min(one[3] - one[1], other[3] - other[1])


def _line(row: list[SeenWord]) -> Line:
    row.sort(key=lambda w: w.box[0])
    heights = sorted(w.box[3] - w.box[1] for w in row)
    return Line(
        tuple(row), heights[(3 * len(heights)) // 4], median(w.box[1] for w in row), median(w.box[3] for w in row)
    )


class Beside:
    """What stands beside and on a rectangle."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._usual = median(line.height for line in lines) if lines else 0.0

    def words_on(self, rect: Sequence[float]) -> str:
        """Words whose middle lies on it, as far as they are surely words: bars are read as some letters too."""
        return " ".join(
            w.text
            for line in self._near(rect)
            for w in line.words
            if w.sure >= _SURELY
            and rect[0] < (w.box[0] + w.box[2]) / 2 < rect[2]
            and rect[1] < (w.box[1] + w.box[3]) / 2 < rect[3]
        )

    def is_part_of_word(self, rect: Sequence[float]) -> bool:
        """Whether most of it lies in one word that was read and is larger: a thick letter, a ligature, an underline."""
        size = (rect[2] - rect[0]) * (rect[3] - rect[1])
        return any(
            w.sure >= _SURELY
            and _shared(w.box, rect) > 0.5 * size
            and (w.box[2] - w.box[0] > 1.3 * (rect[2] - rect[0]) or w.box[3] - w.box[1] > 1.6 * (rect[3] - rect[1]))
            for line in self._near(rect)
            for w in line.words
        )

    def sides(self, rect: Sequence[float]) -> int:
        """On how many sides (0 to 2) a word of a like height follows closely."""
        found: set[bool] = set()
        for line in self._near(rect):
            if not _LEAST_TALL * min(line.height, 1.3 * self._usual) <= rect[3] - rect[1] <= _MOST_TALL * line.height:
                continue
            for word in line.words:
                if _is_level(word.box, (rect[0], rect[1], rect[2], rect[3])):
                    found |= _sides(word.box, rect, line.height)
        return len(found)

    def in_row(self, rect: Sequence[float]) -> bool:
        """Whether words of a like height stand further off on its line: cells of one row."""
        return any(
            _is_level(w.box, (rect[0], rect[1], rect[2], rect[3])) and abs(w.box[0] - rect[0]) < _ROW
            for line in self._near(rect)
            if rect[3] - rect[1] <= _MOST_TALL * line.height
            for w in line.words
        )

    def _near(self, rect: Sequence[float]) -> list[Line]:
        return [
            line for line in self._lines if line.bottom > rect[1] - line.height and line.top < rect[3] + line.height
        ]


def _sides(word: Box, rect: Sequence[float], height: float) -> set[bool]:
    """On which sides (False: the left one) of a rectangle a word stands close by, or reaches beyond it if it was read as one."""
    if rect[0] < (word[0] + word[2]) / 2 < rect[2]:
        beyond = ((False, rect[0] - word[0]), (True, word[2] - rect[2]))
        return {side for side, by in beyond if by > 0.5 * height}
    return {word[0] > rect[0]} if max(word[0] - rect[2], rect[0] - word[2]) < _CLOSE * height else set()


def _shared(one: Sequence[float], other: Sequence[float]) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def gaps(lines: Sequence[Line]) -> list[Box]:
    """Places in running text where words are missing: a gap much wider than a space between words of a full line, over
    or under which the lines beside it go on. Columns, tables, forms and numbered lists have none."""
    found = []
    usual = median(line.height for line in lines) if lines else 0.0
    for index, line in enumerate(lines):
        around = [*lines[max(0, index - 2) : index], *lines[index + 1 : index + 3]]
        near = [o for o in around if abs(o.bottom - line.bottom) < _PITCHES * max(usual, line.height)]
        for one, two in zip(line.words, line.words[1:], strict=False):
            if not _is_gap(line, one, two) or not _goes_on(line, one, two) or not _is_crossed(one, two, line, near):
                continue
            beside = [*lines[max(0, index - _ROWS) : index], *lines[index + 1 : index + 1 + _ROWS]]
            if sum(_starts_column(other, two.box[0], max(usual, line.height)) for other in beside) < _CELLS:
                found.append(_place(line, one, two))
    return found


def _is_gap(line: Line, one: SeenWord, two: SeenWord) -> bool:
    wide = two.box[0] - one.box[2]
    return wide > _WIDE_GAP * line.height and wide < 40 * line.height and not one.text.endswith((":", "•", "?"))


def _goes_on(line: Line, one: SeenWord, two: SeenWord) -> bool:
    """All other words of the line stand close together, and there are some."""
    spaces = [b.box[0] - a.box[2] for a, b in zip(line.words, line.words[1:], strict=False)]
    wide = [s for s in spaces if s > _WIDE_GAP * line.height]
    usual = median([s for s in spaces if s not in wide] or spaces)
    return len(spaces) - len(wide) >= _FEW and len(wide) <= 3 and two.box[0] - one.box[2] > _LEAST_GAP * max(usual, 1)


def _is_crossed(one: SeenWord, two: SeenWord, line: Line, near: Sequence[Line]) -> bool:
    """A line close above or below has words in the whole of the gap: it is no space between columns."""
    x0, x1 = one.box[2], two.box[0]
    return _is_prose(line) and any(_covered(o, x0, x1) > _PROSE and _is_prose(o) for o in near)


def _starts_column(line: Line, x: float, height: float) -> bool:
    """A word begins there after a wide space, or the whole line does: cells stand below each other."""
    for before, word in zip((None, *line.words), line.words, strict=False):
        if abs(word.box[0] - x) < 0.5 * height:
            return before is None or word.box[0] - before.box[2] > _COLUMN * height
    return False


def _covered(line: Line, x0: float, x1: float) -> float:
    return sum(max(0.0, min(x1, w.box[2]) - max(x0, w.box[0])) for w in line.words) / max(1.0, x1 - x0)


def _is_prose(line: Line) -> bool:
    small = sum(w.text[:1].islower() for w in line.words)
    return len(line.words) >= 3 and small >= 0.5 * len(line.words)


def _place(line: Line, one: SeenWord, two: SeenWord) -> Box:
    space = 0.28 * line.height
    return one.box[2] + space, line.bottom - 1.12 * line.height, two.box[0] - space, line.bottom + 0.12 * line.height
