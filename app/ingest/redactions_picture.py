"""Boxes that cover something on the picture of a page: scans, faxes, telephone pictures.

The light is made even, what is too thin for a box is rubbed out (letters, rules, noise), and of what is left each piece must be
a rectangle of one tone. Works on a small grey picture with Pillow alone; some 20 ms a page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from PIL import Image, ImageChops, ImageFilter, ImageMath

from app.domain.extracted import Box
from app.ingest import mupdf
from app.ingest.pdf_words import RawWord
from app.ingest.redactions import is_label, is_plausible, is_stacked, merged, without_charts

SCALE: Final = 1.4
"""Pixels a point: a line of 8 point type is 11 pixels high."""

_THIN: Final = 7
_DARK: Final = 90
_LIGHTEST: Final = 196
_LOWEST_PAPER: Final = 0.55
_NEAR: Final = 60.0
_EDGE: Final = 3
_MOST_LINES: Final = 40
_RUN: Final = re.compile(rb"\xff+")
_FULL: Final = 0.86
_SPREAD: Final = 40
_MOST_SPREAD: Final = 0.05
_BIG: Final = 60.0
_SMALL: Final = 8.0
_MOST_OF_IT: Final = 0.6
_SOLID, _BARE, _CLEAR = 0.55, 0.25, 6
_Rect = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word and its box in pixels of the picture."""

    text: str
    box: Box


def boxes_of_page(page: Any, words: Sequence[RawWord]) -> tuple[Box, ...]:
    """Boxes in the picture of a PyMuPDF page without rotation, in points. Raises what MuPDF raises."""
    drawn = mupdf.grey_picture(page, SCALE)
    image = Image.frombytes("L", (drawn.width, drawn.height), drawn.samples, "raw", "L", drawn.stride, 1)
    known = [SeenWord(w[4], (w[0] * SCALE, w[1] * SCALE, w[2] * SCALE, w[3] * SCALE)) for w in words]
    return tuple((b[0] / SCALE, b[1] / SCALE, b[2] / SCALE, b[3] / SCALE) for b in boxes_in(image, SCALE, known))


def boxes_in(image: Image.Image, scale: float, words: Sequence[SeenWord]) -> tuple[Box, ...]:
    """Boxes in an upright grey picture with `scale` pixels a point, in its pixels. `words` are what was read on it."""
    even = _even_light(image)
    solid = even.point([255 if v < _LIGHTEST else 0 for v in range(256)])
    opened = _opened(solid)
    if opened.getbbox() is None:
        return ()
    sheet = _Sheet(even, solid, scale, words)
    found = [rect for piece in _pieces(opened) for rect in sheet.rects_of(piece)]
    kept = [(r[0] / scale, r[1] / scale, r[2] / scale, r[3] / scale) for r in found if sheet.is_cover(r, found)]
    joined = without_charts(merged(kept))
    return tuple((b[0] * scale, b[1] * scale, b[2] * scale, b[3] * scale) for b in joined)


def _even_light(image: Image.Image) -> Image.Image:
    """Paper as white and everything else in proportion, also where a shadow lies on it."""
    small = image.reduce(8).filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.BoxBlur(3))
    counts = image.histogram()
    paper = max(range(120, 256), key=lambda v: counts[v] * (v + 64))
    light = small.resize(image.size, Image.Resampling.BILINEAR).point(
        [max(v, round(_LOWEST_PAPER * paper), 1) for v in range(256)]
    )
    even: Image.Image = ImageMath.lambda_eval(
        lambda a: a["convert"](a["min"](a["image"] * 255 / a["light"], 255), "L"), image=image, light=light
    )
    return even


def _opened(mask: Image.Image) -> Image.Image:
    """What of a white-on-black mask is at least `_THIN` pixels wide and high."""
    return _stretch(_shrink(mask))


def _shrink(mask: Image.Image) -> Image.Image:
    for step in (1, 2, 3):
        mask = ImageChops.darker(mask, _moved(mask, step, 0))
    for step in (1, 2, 3):
        mask = ImageChops.darker(mask, _moved(mask, 0, step))
    return mask


def _stretch(mask: Image.Image) -> Image.Image:
    for step in (1, 2, 3):
        mask = ImageChops.lighter(mask, _moved(mask, -step, 0))
    for step in (1, 2, 3):
        mask = ImageChops.lighter(mask, _moved(mask, 0, -step))
    return mask


def _moved(mask: Image.Image, x: int, y: int) -> Image.Image:
    """Shifted left by `x` and up by `y`; black comes in from the side."""
    out = Image.new("L", mask.size)
    out.paste(mask, (-x, -y))
    return out


@dataclass(slots=True)
class _Piece:
    """A connected patch as runs (y, x0, x1)."""

    runs: list[tuple[int, int, int]] = field(default_factory=list)


def _pieces(opened: Image.Image) -> list[_Piece]:
    """The connected patches of a mask."""
    width, height = opened.size
    data = opened.tobytes()
    live: list[tuple[int, int, _Piece]] = []
    pieces: list[_Piece] = []
    for y in range(height):
        row: list[tuple[int, int, _Piece]] = []
        for match in _RUN.finditer(data, y * width, (y + 1) * width):
            x0, x1 = match.start() - y * width, match.end() - y * width
            touching = {id(p): p for a, b, p in live if a < x1 and x0 < b}
            piece = _united(list(touching.values()), pieces)
            live = [(a, b, piece if id(p) in touching else p) for a, b, p in live]
            row = [(a, b, piece if id(p) in touching else p) for a, b, p in row]
            piece.runs.append((y, x0, x1))
            row.append((x0, x1, piece))
        live = row
    return [piece for piece in pieces if piece.runs]


def _united(touching: list[_Piece], pieces: list[_Piece]) -> _Piece:
    if not touching:
        pieces.append(_Piece())
        return pieces[-1]
    first, *others = touching
    for other in others:
        first.runs.extend(other.runs)
        other.runs = []
    return first


class _Sheet:
    """A picture with even light, what is solid on it and what was read on it."""

    def __init__(self, even: Image.Image, solid: Image.Image, scale: float, words: Sequence[SeenWord]) -> None:
        self._even = even
        self._solid = solid
        self._scale = scale
        self._words = words

    def rects_of(self, piece: _Piece) -> list[_Rect]:
        """The rectangles that a patch is made of: one, or lines of different length one below the other; none if it is neither."""
        bands = _bands(piece)
        if not bands or len(bands) > _MOST_LINES or _fill(piece, bands) < _FULL:
            return []
        if len(bands) == 1:
            small = min(bands[0][2] - bands[0][0], bands[0][3] - bands[0][1]) < _SMALL * self._scale
            return [] if small and self._lies_in_more(bands[0]) else bands
        kept = [b for b in bands if b[3] - b[1] >= _THIN]
        even = all(_share_an_edge(one, other) for one, other in pairwise(kept))
        return kept if even and _size(kept) >= _MOST_OF_IT * _size(bands) else []

    def _lies_in_more(self, rect: _Rect) -> bool:
        """Right above or below it is solid too: a bare place between the letters of a heading bar."""
        x0, y0, x1, y1 = rect
        return any(
            all(self._share(x0, x1, row - 1, row + 2) > _BARE for row in range(at, at + _CLEAR))
            for at in (y0 - _CLEAR, y1)
        )

    def is_cover(self, rect: _Rect, others: Sequence[_Rect]) -> bool:
        """Whether the rectangle has one tone, a fitting shape, and no other words than a label on it."""
        scale = self._scale
        width, height = self._even.size
        points = (rect[0] / scale, rect[1] / scale, rect[2] / scale, rect[3] / scale)
        edge = _EDGE * scale
        if rect[0] < edge or rect[1] < edge or rect[2] > width - edge or rect[3] > height - edge:
            return False
        if not is_plausible(points, width / scale, height / scale):
            return False
        label = " ".join(w.text for w in self._words if _inside(w.box, rect))
        tone, spread = self._tone(rect)
        if label.strip() and is_label(label):
            return True
        if spread > _MOST_SPREAD or self._goes_on(rect):
            return False
        big = min(points[2] - points[0], points[3] - points[1]) > _BIG
        if tone < _DARK:
            return not big or (tone < 50 and spread < 0.01)
        return not big and self._on_line(rect, others)

    def _tone(self, rect: _Rect) -> tuple[int, float]:
        """Middle tone, and the share of pixels far from it."""
        counts = self._even.crop((rect[0] + 2, rect[1] + 2, rect[2] - 2, rect[3] - 2)).histogram()
        total = max(1, sum(counts))
        middle, seen = 0, 0
        while middle < 255 and (seen := seen + counts[middle]) * 2 < total:
            middle += 1
        return middle, 1 - sum(counts[max(0, middle - _SPREAD) : middle + _SPREAD + 1]) / total

    def _goes_on(self, rect: _Rect) -> bool:
        """Beside it, its height is still mostly solid: it is the bare end of a bar with light letters on it. A clear column
        close by is an edge, also where the next box follows after a space."""
        x0, y0, x1, y1 = rect
        reach = round(1.5 * (y1 - y0))
        for left, right, at in ((x0 - reach, x0 - 3, x0 - _CLEAR), (x1 + 3, x1 + reach, x1)):
            if self._share(left, right, y0, y1) > _SOLID and all(
                self._share(column, column + 1, y0, y1) > _BARE for column in range(at, at + _CLEAR)
            ):
                return True
        return False

    def _share(self, left: int, right: int, y0: int, y1: int) -> float:
        """Solid share of a patch, without its upper and lower edge; 0 outside the picture."""
        box = (max(0, left), y0 + 1, min(self._solid.width, right), y1 - 1)
        if box[2] <= box[0] or box[3] <= box[1]:
            return 0.0
        return self._solid.crop(box).histogram()[255] / ((box[2] - box[0]) * (box[3] - box[1]))

    def _on_line(self, rect: _Rect, others: Sequence[_Rect]) -> bool:
        x0, y0, x1, y1 = rect
        near = _NEAR * self._scale
        if any(
            min(y1, w.box[3]) - max(y0, w.box[1]) > 0.5 * min(y1 - y0, w.box[3] - w.box[1])
            and x0 - near < w.box[2]
            and w.box[0] < x1 + near
            for w in self._words
            if not _inside(w.box, rect)
        ):
            return True
        return any(other != rect and is_stacked(other, rect) for other in others)


def _bands(piece: _Piece) -> list[_Rect]:
    """Rows of about the same reach put together."""
    rows: dict[int, list[int]] = {}
    for y, x0, x1 in piece.runs:
        reach = rows.setdefault(y, [x0, x1])
        reach[0], reach[1] = min(reach[0], x0), max(reach[1], x1)
    bands: list[list[int]] = []
    for y in sorted(rows):
        x0, x1 = rows[y]
        last = bands[-1] if bands else None
        if last and last[3] == y and abs(last[0] - x0) <= _THIN and abs(last[2] - x1) <= _THIN:
            last[3] = y + 1
        else:
            bands.append([x0, y, x1, y + 1])
    return [(b[0], b[1], b[2], b[3]) for b in bands]


def _share_an_edge(one: _Rect, other: _Rect) -> bool:
    """Lines of a block begin or end below each other; the slices of a disc do neither."""
    return abs(one[0] - other[0]) <= _THIN or abs(one[2] - other[2]) <= _THIN


def _fill(piece: _Piece, bands: Sequence[_Rect]) -> float:
    """The share of the rectangles that is solid."""
    return sum(x1 - x0 for _, x0, x1 in piece.runs) / max(1, _size(bands))


def _size(bands: Sequence[_Rect]) -> int:
    return sum((b[2] - b[0]) * (b[3] - b[1]) for b in bands)


def _inside(word: Box, rect: _Rect) -> bool:
    x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    return rect[0] < x < rect[2] and rect[1] < y < rect[3]
