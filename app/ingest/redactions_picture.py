"""Boxes that cover something on the picture of a page: scans, faxes, telephone pictures.

What is too thin for a box is rubbed out (letters, rules, noise); of what is left each piece must be a rectangle or a stroke of a
pen of one tone. What stands beside it decides how strict to be: a box in a line of words is a redaction, a bar alone may be a
heading. White boxes show as gaps in a line. Works on a small grey picture with Pillow alone; some 10 ms a page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PIL import Image, ImageFilter

from app.domain.extracted import Box
from app.ingest import mupdf
from app.ingest.pdf_words import RawWord
from app.ingest.redactions import is_label, is_stacked, merged, without_charts
from app.ingest.redactions_lines import Beside, Line, SeenWord, gaps, lines_of
from app.ingest.redactions_mask import Mask, Rect, grain, paper_light, rectangles

SCALE: Final = 1.15
"""Pixels a point: a line of 8 point type is 9 pixels high."""

_LONG, _THICK = 9.0, 5.2
_EDGE: Final = 5.0
_LEAST_WIDE, _LEAST_TALL = 8.0, 7.2
_TICK: Final = 14.0
_LINE: Final = 25.0
_PAGE_WIDE, _PAGE_TALL = 0.93, 0.9
_DARK, _BLACK, _GREY, _LIGHTEST = 0.55, 0.4, 0.84, 0.82
_BIG: Final = 60.0
_FLAT, _FLAT_ALONE = 0.11, 0.06
_SAYS_SO: Final = re.compile(r"redact|withheld|removed|exempt|third.?party", re.IGNORECASE)
_GRAINY: Final = 0.035
_PLAIN, _LETTER = 0.05, 0.25
_NO_LETTERS, _FEW_LETTERS = 0.004, 0.03
_MOSTLY_LETTERS, _STREAKS = 0.5, 0.1
_LOW: Final = 9.0
_SOME_PAPER, _LITTLE_PAPER = 0.72, 0.9
_HALF_DARK, _NEARLY = 0.5, 0.85
_DEEP: Final = 0.13
_RULE: Final = 0.9
_HALFWAY: Final = 0.45
_CROWDED: Final = 0.42
_BRIDGE: Final = 2.6
_PICTURE: Final = 0.032


def boxes_of_page(page: Any, words: Sequence[RawWord]) -> tuple[Box, ...]:
    """Boxes in the picture of a PyMuPDF page without rotation, in points. Raises what MuPDF raises."""
    drawn = mupdf.grey_picture(page, SCALE)
    image = Image.frombytes("L", (drawn.width, drawn.height), drawn.samples, "raw", "L", drawn.stride, 1)
    known = [SeenWord(w[4], (w[0] * SCALE, w[1] * SCALE, w[2] * SCALE, w[3] * SCALE)) for w in words]
    return tuple((b[0] / SCALE, b[1] / SCALE, b[2] / SCALE, b[3] / SCALE) for b in boxes_in(image, SCALE, known))


def boxes_in(image: Image.Image, scale: float, words: Sequence[SeenWord]) -> tuple[Box, ...]:
    """Boxes in an upright grey picture with `scale` pixels a point, in its pixels. `words` are what was read on it."""
    lines = lines_of(words)
    sheet = _Sheet(image, scale, lines)
    dark, headings = sheet.dark_covers()
    grey = sheet.covers(_GREY, [*dark, *headings])
    covers = without_charts(merged([_points(rect, scale) for rect in (*dark, *grey)]))
    white = [
        _points(gap, scale)
        for gap in gaps(lines)
        if sheet.is_bare(gap) and not any(_meet(gap, c) for c in (*dark, *grey))
    ]
    return tuple((b[0] * scale, b[1] * scale, b[2] * scale, b[3] * scale) for b in (*covers, *white))


def _points(rect: Sequence[float], scale: float) -> Box:
    return rect[0] / scale, rect[1] / scale, rect[2] / scale, rect[3] / scale


@dataclass(frozen=True, slots=True)
class _Candidate:
    rect: Rect
    straight: bool


class _Sheet:
    """A picture, the light of its paper and the lines that were read on it."""

    def __init__(self, image: Image.Image, scale: float, lines: Sequence[Line]) -> None:
        self._image, self._scale = image, scale
        self._light = paper_light(image)
        self._grain = grain(image, self._light)
        self._soft = image.filter(ImageFilter.BoxBlur(1)) if self._grain > _GRAINY else image
        self._lines = lines
        self._beside = Beside(lines)

    def dark_covers(self) -> tuple[list[Rect], list[Rect]]:
        """Dark rectangles that cover something, and dark bars that carry letters and are none."""
        mask = Mask(self._soft, self._light, _DARK)
        lettered = self._candidates(mask, _LONG, round(_BRIDGE * self._scale))
        plain = self._candidates(mask, _THICK)
        wide = (*self._spanned(plain), *(c.rect for c in lettered))
        bars = [rect for rect in wide if self._is_lettered(rect) and not any(_fills(c.rect, rect) for c in plain)]
        labelled = [bar for bar in bars if self._is_labelled(bar)]
        rest = [c for c in plain if not any(_meet(c.rect, bar) for bar in bars)]
        return labelled + [c.rect for c in rest if self.is_cover(c, rest)], bars

    def _spanned(self, parts: Sequence[_Candidate]) -> list[Rect]:
        """Bars of which a part is hidden by the letters on them: pieces whose upper and lower edges go on."""
        wider = {self._extended(c.rect): c.rect for c in parts if self._is_long(c.rect)}
        return [rect for rect, piece in wider.items() if rect[2] - rect[0] > 1.15 * (piece[2] - piece[0])]

    def _is_long(self, rect: Rect) -> bool:
        return 7 * self._scale <= rect[3] - rect[1] <= _LINE * self._scale

    def _extended(self, rect: Rect) -> Rect:
        """As far to both sides as both its upper and its lower edge stay dark."""
        limit = int(_DARK * 1.15 * _mean(self._light, rect))
        left, right = 0, self._image.width
        for y in (rect[1] + 1, rect[3] - 2):
            row = self._soft.crop((0, y, self._image.width, y + 1)).tobytes()
            x0, x1 = rect[0] + 3, rect[2] - 3
            while x0 > 0 and min(row[max(0, x0 - 2) : x0]) < limit:
                x0 -= 1
            while x1 < len(row) - 1 and min(row[x1 : x1 + 2]) < limit:
                x1 += 1
            left, right = max(left, x0), min(right, x1)
        added = ((left, rect[1], rect[0], rect[3]), (rect[2], rect[1], right, rect[3]))
        dark = [a[2] > a[0] and _below(self._soft, a, limit) > _HALF_DARK * _size(a) for a in added]
        return left if dark[0] else rect[0], rect[1], right if dark[1] else rect[2], rect[3]

    def covers(self, below: float, known: Sequence[Rect]) -> list[Rect]:
        """Rectangles darker than this share of the light that cover something, away from those that are known."""
        found = [
            c
            for c in self._candidates(Mask(self._soft, self._light, below), _LONG)
            if not any(_meet(c.rect, other) for other in known)
        ]
        return [c.rect for c in found if self.is_cover(c, found)]

    def _candidates(self, mask: Mask, wide: float, bridged: int = 0) -> list[_Candidate]:
        thick = max(3, round(_THICK * self._scale))
        return [
            _Candidate(rect, straight)
            for piece in mask.pieces(round(wide * self._scale), thick, bridged)
            for rect, straight in rectangles(piece, thick, 12 * self._scale)
        ]

    def _is_lettered(self, rect: Rect) -> bool:
        """A bar, dark at its upper and lower edge, with light letters on it."""
        if rect[2] - rect[0] < 18 * self._scale or rect[3] - rect[1] < 7 * self._scale:
            return False
        if not _NO_LETTERS < self._bright(rect, self._core(rect)) < _MOSTLY_LETTERS:
            return False
        limit = int(_DARK * 1.15 * _mean(self._light, rect))
        x0, y0, x1, y1 = rect
        edges = ((x0 + 1, y0 + 1, x1 - 1, y0 + 2), (x0 + 1, y1 - 2, x1 - 1, y1 - 1))
        return all(_below(self._soft, edge, limit) > 0.85 * _size(edge) for edge in edges)

    def _is_labelled(self, rect: Rect) -> bool:
        """A bar with the reason on it: it stands in a line of words, or says so itself."""
        wide, tall = (rect[2] - rect[0]) / self._scale, (rect[3] - rect[1]) / self._scale
        if self._is_at_edge(rect) or not self._is_shaped(wide, tall):
            return False
        text = self._beside.words_on(rect)
        if self._beside.sides(rect):
            return not text or is_label(text)
        return bool(_SAYS_SO.search(text)) and is_label(text)

    def is_cover(self, found: _Candidate, others: Sequence[_Candidate]) -> bool:
        """Whether the rectangle has one tone, a fitting shape, and no other words than a label on it."""
        rect = found.rect
        wide, tall = (rect[2] - rect[0]) / self._scale, (rect[3] - rect[1]) / self._scale
        if self._is_at_edge(rect) or not self._is_shaped(wide, tall):
            return False
        tone = self._tone(rect)
        uneven, bright = self._unevenness(rect), self._bright(rect, tone)
        plain = uneven < _PLAIN and bright < _NO_LETTERS
        if not plain and self._beside.is_part_of_word(rect):
            return False
        text = "" if plain else self._beside.words_on(rect)
        if text:
            return is_label(text) and self._bright(rect, 0.2) < _MOSTLY_LETTERS
        sides = self._beside.sides(rect)
        if tone >= _DARK:
            return (
                found.straight
                and bool(sides)
                and self._has_edges(rect, tone)
                and min(wide, tall) < _BIG
                and uneven < _FLAT
                and bright < _FEW_LETTERS
            )
        if sides or (wide >= 2 * tall and self._beside.in_row(rect)):
            most = _FLAT if tall < _LOW else 1.3 * _FLAT
            return wide >= 1.3 * tall and uneven < most and bright < _STREAKS
        alone = found.straight and tone < _BLACK and bright < _NO_LETTERS and uneven < _FLAT_ALONE
        return alone and self._may_stand_alone(rect, wide, tall, others)

    def _is_at_edge(self, rect: Rect) -> bool:
        edge = max(17, _EDGE * self._scale)
        width, height = self._image.size
        return rect[0] < edge or rect[1] < edge or rect[2] > width - edge or rect[3] > height - edge

    def _is_shaped(self, wide: float, tall: float) -> bool:
        if wide < _LEAST_WIDE or tall < _LEAST_TALL or wide > _PAGE_WIDE * self._image.width / self._scale:
            return False
        if tall < _TICK and 0.75 < wide / tall < 1.35:
            return False
        return wide >= 1.2 * tall

    def _may_stand_alone(self, rect: Rect, wide: float, tall: float, others: Sequence[_Candidate]) -> bool:
        """Nothing beside it: a whole line or block, or a name in a cell; not a bar of a chart, a logo, a code or a heading."""
        long = wide >= 2.5 * tall or tall > _LINE
        if not long and not self._beside.in_row(rect):
            return False
        stacked = any(other.rect != rect and _is_like(other.rect, rect) for other in others)
        if tall > _LINE and self._spread(rect) > max(_PICTURE, 1.3 * self._grain):
            return False
        if tall > _LINE and wide < 4 * tall and not stacked and self._tone(rect) > _DEEP:
            return False
        block = tall > _LINE and wide >= 4 * tall
        return stacked or block or self._surroundings(rect) < _CROWDED

    def _tone(self, rect: Rect) -> float:
        """Mean tone as a share of the light of the paper there."""
        return _mean(self._image, _inner(rect)) / max(1.0, _mean(self._light, _inner(rect)))

    def _core(self, rect: Rect) -> float:
        """The tone that most of its darker half has, as a share of the light."""
        inner = _inner(rect)
        counts, seen, tone = self._soft.crop(inner).histogram(), 0, 0
        while tone < 255 and (seen := seen + counts[tone]) < 0.35 * _size(inner):
            tone += 1
        return tone / max(1.0, _mean(self._light, inner))

    def _bright(self, rect: Rect, tone: float) -> float:
        """The share of it that is far lighter than the rest: letters."""
        inner = _inner(rect)
        limit = int((tone + _LETTER) * _mean(self._light, inner))
        return 1 - _below(self._soft, inner, limit) / _size(inner)

    def _spread(self, rect: Rect) -> float:
        """How far its pixels lie apart, as a share of white."""
        return _deviation(self._image.crop(_inner(rect)).tobytes()) / 255

    def _unevenness(self, rect: Rect) -> float:
        """How far rows and columns of it differ from each other: noise is even, letters, stripes and pictures are not."""
        inner = _inner(rect)
        crop = self._image.crop(inner)
        light = max(1.0, _mean(self._light, inner))
        profiles = (
            crop.resize((crop.width, 1), Image.Resampling.BOX).tobytes(),
            crop.resize((1, crop.height), Image.Resampling.BOX).tobytes(),
        )
        return max(_deviation(profile) for profile in profiles) / light

    def _has_edges(self, rect: Rect, tone: float) -> bool:
        """Paper shows above and below it: it is no part of a larger shade."""
        x0, y0, x1, y1 = rect
        near, far = 2, max(4, round(4 * self._scale))
        limit = int((tone + _HALFWAY * (1 - tone)) * _mean(self._light, rect))
        level = ((x0, y0 - far, x1, y0 - near), (x0, y1 + near, x1, y1 + far))
        upright = ((x0 - far, y0 + 2, x0 - near, y1 - 2), (x1 + near, y0 + 2, x1 + far, y1 - 2))
        beside = sorted(_below(self._soft, strip, limit) / _size(strip) for strip in upright)
        clear = beside[0] < _SOME_PAPER and beside[1] < _LITTLE_PAPER
        return clear and all(_below(self._soft, strip, limit) < 0.8 * _size(strip) for strip in level)

    def _surroundings(self, rect: Rect) -> float:
        """The dark share of the narrow strip along the one of its four sides where that is largest."""
        far, near = round(5 * self._scale), 2
        x0, y0, x1, y1 = rect
        strips = (
            (x0, y0 - far, x1, y0 - near), (x0, y1 + near, x1, y1 + far),
            (x0 - far, y0, x0 - near, y1), (x1 + near, y0, x1 + far, y1),
        )  # fmt: skip
        limit = int(0.7 * _mean(self._light, rect))
        return max(_below(self._image, strip, limit) / _size(strip) for strip in strips)

    def is_bare(self, rect: Box) -> bool:
        """Whether nothing but paper is there."""
        inner = (int(rect[0]) + 2, int(rect[1]) + 1, int(rect[2]) - 2, int(rect[3]) - 1)
        if inner[2] <= inner[0] or inner[3] <= inner[1]:
            return False
        limit = int(0.72 * _mean(self._light, inner))
        if _below(self._image, inner, limit) > 0.012 * _size(inner):
            return False
        columns = self._image.resize((inner[2] - inner[0], 1), Image.Resampling.BOX, box=inner).tobytes()
        return min(columns) > _RULE * sorted(columns)[len(columns) // 2]


def _is_like(one: Rect, other: Rect) -> bool:
    """Whether two are lines of one block: long, of one height, one below the other."""
    talls = sorted((one[3] - one[1], other[3] - other[1]))
    wides = min(one[2] - one[0], other[2] - other[0])
    return is_stacked(one, other) and talls[1] < 1.4 * talls[0] and wides > 2.5 * talls[1]


def _fills(part: Rect, whole: Rect) -> bool:
    """Whether hardly anything of the whole lies beside the part."""
    return _meet(part, whole) and _size(part) > _NEARLY * _size(whole)


def _meet(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inner(rect: Rect) -> Rect:
    x, y = min(3, (rect[2] - rect[0]) // 4), min(3, (rect[3] - rect[1]) // 4)
    return rect[0] + x, rect[1] + y, rect[2] - x, rect[3] - y


def _mean(image: Image.Image, box: Rect) -> float:
    return float(image.resize((1, 1), Image.Resampling.BOX, box=box).tobytes()[0])


def _below(image: Image.Image, box: Rect, limit: int) -> int:
    return sum(image.crop(box).histogram()[:limit])


def _size(box: Rect) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def _deviation(values: bytes) -> float:
    middle = sum(values) / len(values)
    return float((sum((v - middle) ** 2 for v in values) / len(values)) ** 0.5)
