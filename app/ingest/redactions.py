"""Boxes that cover something on a page whose shapes are known: filled rectangles of a PDF without anything to see on them.

Table heads, form headings, logos and bars of charts are filled too; what tells them apart is that they are coloured, carry
words, repeat as cells or lie under the text that came before them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, Generic, TypeVar

from app.domain.extracted import Box
from app.ingest.pdf_words import RawWord

_TEXT, _VECTOR = 0, 3
_SHAPE = re.compile(r"filled, color: #([0-9a-f]{6}), alpha: (\d+), is-rect: (true|false)")
_LABEL = re.compile(
    r"redact|withheld|removed|exempt|third|party|personal|data|sch(?:edule)?\.?$|para(?:graph)?\.?$|sec(?:tion)?\.?$|art(?:icle)?\.?$"
    r"|dpa|gdpr|foia|^s\.?\d|^s\.$|^\(?\d+[a-z]?(?:\(\w+\))*\.?$|^of$|^the$|^under$|^name$|^information$",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"redact|withheld|removed|exempt|third|personal|dpa|gdpr|foia"
    r"|\bs\.? ?\d\d|\bsec(?:tion)?\.? ?\d\d|\bsch\w*\.? ?\d|\bpara\w*\.? ?\d|\bart\w*\.? ?15",
    re.IGNORECASE,
)
_BLACK, _WHITE = 90, 250
_MOST_COLOUR = 40
_LIGHTEST_GREY, _LIGHTEST_COLOUR = 205, 150
_LEAST_SIDE, _LEAST_TALL = 5.0, 6.5
_LINE_HEIGHT = 25.0
_PAGE_WIDE, _PAGE_TALL = 0.93, 0.9
_NEAR = 60.0
_TOUCH = 2.0
_TICK, _UPRIGHT, _ROUND, _BARS = 14.0, 0.8, 1.6, 3
_ROW, _FAR = 16.0, 3_000.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Fill:
    """A filled shape; `order` is its place in the painting of the page, `tone` 0 black to 255 white."""

    order: int
    box: Box
    tone: int
    colour: int
    rect: bool


def drawn_boxes(
    words: Sequence[RawWord], blocks: Sequence[Sequence[Any]], width: float, height: float
) -> tuple[Box, ...]:
    """Boxes of a page without rotation, `width` by `height` points, from its blocks as MuPDF lists them in the order of painting
    (x0, y0, x1, y1, text, number, kind) and its words as they can be seen or not."""
    fills = [fill for block in blocks if block[6] == _VECTOR and (fill := _fill(block)) is not None]
    bars = _charted(fills)
    shaped = [f for f in fills if (f.rect or _is_round_bar(f)) and f not in bars and _is_shaped(f, width, height)]
    if not shaped:
        return ()
    page = _Page(words, fills, [block[5] for block in blocks if block[6] == _TEXT])
    kept = [f for f in shaped if page.is_cover(f)]
    return without_charts(merged([f.box for f in kept]))


def _fill(block: Sequence[Any]) -> _Fill | None:
    paint = paint_of(block[4])
    return None if paint is None else _Fill(block[5], (block[0], block[1], block[2], block[3]), *paint)


@lru_cache(256)
def paint_of(description: str) -> tuple[int, int, bool] | None:
    """Tone, colour and whether it is a rectangle, from MuPDF's words for a filled shape; None when light shines through."""
    found = _SHAPE.search(description)
    if found is None or int(found[2]) < 200:
        return None
    red, green, blue = (int(found[1][i : i + 2], 16) for i in (0, 2, 4))
    tone = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return tone, max(red, green, blue) - min(red, green, blue), found[3] == "true"


def _is_shaped(fill: _Fill, width: float, height: float) -> bool:
    if _LIGHTEST_GREY < fill.tone < _WHITE or (fill.colour > _MOST_COLOUR and fill.tone > _LIGHTEST_COLOUR):
        return False
    return is_plausible(fill.box, width, height)


def is_plausible(box: Box, width: float, height: float) -> bool:
    """Whether a rectangle has the shape of a redaction: a piece of a line, lines, or a block; not a rule, an edge or a logo."""
    x0, y0, x1, y1 = box
    wide, tall = x1 - x0, y1 - y0
    if wide < _LEAST_SIDE or tall < _LEAST_TALL or wide > _PAGE_WIDE * width or tall > _PAGE_TALL * height:
        return False
    if wide < (1.2 if tall > _LINE_HEIGHT else _UPRIGHT) * tall:
        return False
    return not (tall < 10 and 0.8 < wide / tall < 1.2)


def _is_round_bar(fill: _Fill) -> bool:
    """A black shape as long and low as words are: its corners may be round."""
    wide, tall = fill.box[2] - fill.box[0], fill.box[3] - fill.box[1]
    return fill.tone <= _BLACK and fill.colour <= _MOST_COLOUR and tall < _LINE_HEIGHT and wide > _ROUND * tall


def _charted(fills: Sequence[_Fill]) -> set[_Fill]:
    """Bars of one tone and width that stand on one line, three or more of them."""
    bars: dict[tuple[int, int, int], list[_Fill]] = {}
    for fill in fills:
        x0, _, x1, y1 = fill.box
        bars.setdefault((fill.tone, round(y1), round(x1 - x0)), []).append(fill)
    groups = (g for g in bars.values() if len({round(f.box[3] - f.box[1]) for f in g}) >= _BARS)
    return {fill for group in groups for fill in group}


class _Rows(Generic[T]):
    """Things of a page found by their height on it, in the order in which they were given."""

    def __init__(self, things: Sequence[tuple[T, float, float]]) -> None:
        self._rows: dict[int, list[int]] = {}
        self._things = [thing for thing, _, _ in things]
        for index, (_, top, bottom) in enumerate(things):
            for row in _rows(top, bottom):
                self._rows.setdefault(row, []).append(index)

    def near(self, top: float, bottom: float) -> list[T]:
        """All that reach into `top` to `bottom`, and a few others."""
        rows = [self._rows[row] for row in _rows(top, bottom) if row in self._rows]
        return [self._things[index] for index in (rows[0] if len(rows) == 1 else sorted(set().union(*rows)))]


def _rows(top: float, bottom: float) -> range:
    low, high = max(-_FAR, min(top, bottom, _FAR)), min(_FAR, max(top, bottom, -_FAR))
    return range(int(low // _ROW), int(high // _ROW) + 1)


class _Page:
    """What stands around the filled shapes of one page."""

    def __init__(self, words: Sequence[RawWord], fills: Sequence[_Fill], text_orders: Sequence[int]) -> None:
        self._all_words, self._all_fills = words, fills
        self._orders = text_orders
        middles = [(w[1] + w[3]) / 2 for w in words]
        self._downwards = sorted(range(len(words)), key=middles.__getitem__)
        self._middles = sorted(middles)

    @cached_property
    def _words(self) -> _Rows[RawWord]:
        return _Rows([(w, w[1], w[3]) for w in self._all_words])

    @cached_property
    def _fills(self) -> _Rows[_Fill]:
        return _Rows([(f, f.box[1], f.box[3]) for f in self._all_fills])

    @cached_property
    def _tones(self) -> set[int]:
        return {f.tone for f in self._all_fills if self._is_lettered(f)}

    def is_cover(self, fill: _Fill) -> bool:
        """Whether nothing but a label is to be seen on it, and it is no part of the form."""
        over = self._words_on(fill)
        if over and not is_label(over) and not (fill.tone <= _BLACK and self._is_between(fill)):
            return False
        if self._is_painted_on(fill) or self._is_cell(fill):
            return False
        if _is_square(fill.box) and not self._is_between(fill):
            return False
        if not fill.rect:
            return self._on_line(fill)
        if fill.tone <= _BLACK and fill.colour <= _MOST_COLOUR:
            return bool(over) or fill.box[3] - fill.box[1] >= 8 or self._on_line(fill)
        if over:
            return True
        return fill.tone not in self._tones and self._on_line(fill) and self._after_text(fill)

    def _words_on(self, fill: _Fill) -> str:
        x0, y0, x1, y1 = fill.box
        level = self._downwards[bisect_right(self._middles, y0) : bisect_left(self._middles, y1)]
        if not level:
            return ""
        level.sort()
        words = self._all_words
        return " ".join([words[i][4] for i in level if x0 < (words[i][0] + words[i][2]) / 2 < x1])

    def _is_lettered(self, fill: _Fill) -> bool:
        text = self._words_on(fill) if fill.rect else ""
        return bool(text) and not is_label(text)

    def _order(self, word: RawWord) -> int:
        return self._orders[word[5]] if word[5] < len(self._orders) else -1

    def _is_painted_on(self, fill: _Fill) -> bool:
        """Another tone was painted on a good part of it later: a logo, a cell, a picture of letters."""
        size = _area(fill.box)
        return any(
            f.order > fill.order and abs(f.tone - fill.tone) > 60 and _overlap(f.box, fill.box) > 0.03 * size
            for f in self._fills.near(fill.box[1], fill.box[3])
        )

    def _is_cell(self, fill: _Fill) -> bool:
        """It continues a shape of the same tone that carries words: an empty cell in a head of a table."""
        return any(
            f.tone == fill.tone and f is not fill and _abuts(f.box, fill.box) and self._is_lettered(f)
            for f in self._fills.near(fill.box[1] - _TOUCH, fill.box[3] + _TOUCH)
        )

    def _on_line(self, fill: _Fill) -> bool:
        """Words stand beside it on its line, or another shape like it does right above or below."""
        x0, y0, x1, y1 = fill.box
        if any(
            min(y1, w[3]) - max(y0, w[1]) > 0.5 * min(y1 - y0, w[3] - w[1]) and x0 - _NEAR < w[2] and w[0] < x1 + _NEAR
            for w in self._words.near(y0, y1)
            if not _inside(w, fill.box)
        ):
            return True
        return any(
            f is not fill and f.tone == fill.tone and is_stacked(f.box, fill.box)
            for f in self._fills.near(2 * y0 - y1, 2 * y1 - y0)
        )

    def _is_between(self, fill: _Fill) -> bool:
        """Words stand close on both sides of it, as beside a name and not beside a box to tick."""
        x0, y0, x1, y1 = fill.box
        level = [w for w in self._words.near(y0, y1) if w[1] < (y0 + y1) / 2 < w[3]]
        reach = y1 - y0
        return any(x0 - reach < w[2] <= x0 + 1 for w in level) and any(x1 - 1 <= w[0] < x1 + reach for w in level)

    def _after_text(self, fill: _Fill) -> bool:
        """It was painted after words near it, as cells and shades never are."""
        near = (
            w
            for w in self._words.near(fill.box[1] - 30, fill.box[3] + 30)
            if w[1] < fill.box[3] + 30 and w[3] > fill.box[1] - 30
        )
        orders = [self._order(w) for w in near]
        return bool(orders) and sum(order < fill.order for order in orders) > 0.5 * len(orders)


def is_label(text: str) -> bool:
    """Whether words on a box only say that, or under which rule, something was taken out: "s.40(2)", "Third party data"."""
    parts = text.split()
    if not parts or len(parts) > 14 or not _RULE.search(text):
        return False
    return sum(map(_is_of_label, parts)) >= 0.5 * len(parts)


def _is_square(box: Box) -> bool:
    wide, tall = box[2] - box[0], box[3] - box[1]
    return tall < _TICK and wide < 1.35 * tall


@lru_cache(2048)
def _is_of_label(part: str) -> bool:
    return bool(_LABEL.search(part.strip("[](),;:-")))


def merged(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Pieces of one bar put together; boxes that lie in others dropped; in reading order."""
    left = sorted(boxes, key=lambda b: (b[0], b[1]))
    changed = True
    while changed:
        changed = False
        out: list[Box] = []
        for box in left:
            for index, other in enumerate(out):
                if _is_one(other, box):
                    out[index] = _around(other, box)
                    changed = True
                    break
            else:
                out.append(box)
        left = out
    return tuple(sorted(left, key=lambda b: (round(b[1]), b[0])))


def _is_one(one: Box, other: Box) -> bool:
    if _overlap(one, other) > 0.6 * min(_area(one), _area(other)):
        return True
    level = abs(one[1] - other[1]) < _TOUCH and abs(one[3] - other[3]) < _TOUCH
    return level and max(one[0], other[0]) - min(one[2], other[2]) < _TOUCH


def without_charts(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """Without bars that stand on one line with different heights, three or more of them: a chart."""
    tops: dict[int, list[Box]] = {}
    for box in boxes:
        tops.setdefault(round(box[3] / 2), []).append(box)
    bars = {b for group in tops.values() if _is_chart(group) for b in group}
    return tuple(b for b in boxes if b not in bars)


def _is_chart(group: Sequence[Box]) -> bool:
    heights = sorted({round(b[3] - b[1]) for b in group})
    widths = [b[2] - b[0] for b in group]
    return len(heights) >= 3 and max(widths) - min(widths) < 2 and all(b - a > 1 for a, b in pairwise(heights))


def is_stacked(one: Box, other: Box) -> bool:
    """Whether two boxes are lines of one block."""
    tall = min(one[3] - one[1], other[3] - other[1])
    apart = max(one[1], other[1]) - min(one[3], other[3])
    share = min(one[2], other[2]) - max(one[0], other[0])
    return -0.2 * tall < apart < 0.9 * tall and share > 0.3 * min(one[2] - one[0], other[2] - other[0])


def unsafe_boxes(words: Sequence[RawWord], boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Where words that must not be kept lie: their boxes joined, or the boxes drawn over them."""
    over = {box for box in boxes for w in words if _overlap(box, (w[0], w[1], w[2], w[3])) > 0.3 * _area(w)}
    bare = [(w[0], w[1], w[2], w[3]) for w in words if not any(_overlap(b, (w[0], w[1], w[2], w[3])) for b in over)]
    return merged([*over, *_in_lines(bare)])


def _in_lines(boxes: Sequence[Box]) -> list[Box]:
    """Boxes of words that follow each other on one line as one."""
    lines: list[Box] = []
    for box in sorted(boxes, key=lambda b: (round(b[3]), b[0])):
        last = lines[-1] if lines else None
        if last and abs(last[3] - box[3]) < _TOUCH and -1 < box[0] - last[2] < 0.6 * (box[3] - box[1]):
            lines[-1] = _around(last, box)
        else:
            lines.append(box)
    return lines


def with_unsafe(boxes: tuple[Box, ...], unsafe: Sequence[Box]) -> tuple[Box, ...]:
    """Boxes, and those places of words that could not be seen that no box covers."""
    return (*boxes, *(u for u in unsafe if not any(_overlap(u, b) > 0.3 * _area(u) for b in boxes)))


def _inside(word: RawWord, box: Box) -> bool:
    x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    return box[0] < x < box[2] and box[1] < y < box[3]


def _abuts(one: Box, other: Box) -> bool:
    level = abs(one[1] - other[1]) < _TOUCH and abs(one[3] - other[3]) < _TOUCH
    return level and abs(max(one[0], other[0]) - min(one[2], other[2])) < _TOUCH


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _overlap(one: Sequence[Any], other: Sequence[Any]) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return float(wide * high) if wide > 0 and high > 0 else 0.0


def _area(box: Sequence[Any]) -> float:
    return float((box[2] - box[0]) * (box[3] - box[1]))
