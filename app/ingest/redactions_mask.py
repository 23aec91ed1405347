"""Solid patches of a grey picture: what is darker than the paper around it and at least a few points thick in both directions.

A picture of one bit a pixel is one whole number here: to move it is to shift it, and a page takes a millisecond.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from PIL import Image, ImageChops, ImageFilter

_MARGIN: Final = 16
_RUN: Final = re.compile(rb"\xff+")
_STRAIGHT, _RAGGED = 0.84, 0.55
_MOST_BANDS: Final = 40
_MOST_OF_IT, _NEARLY_ALL = 0.6, 0.85
_LEAST_LINE: Final = 0.7
_FEW_LINES: Final = 5
Rect = tuple[int, int, int, int]


@dataclass(slots=True)
class Piece:
    """A connected patch as runs (y, x0, x1)."""

    runs: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def box(self) -> Rect:
        """All around it."""
        return (
            min(x0 for _, x0, _ in self.runs), min(y for y, _, _ in self.runs),
            max(x1 for _, _, x1 in self.runs), max(y for y, _, _ in self.runs) + 1,
        )  # fmt: skip

    @property
    def size(self) -> int:
        """Pixels."""
        return sum(x1 - x0 for _, x0, x1 in self.runs)


def paper_light(image: Image.Image) -> Image.Image:
    """The light of the paper at each pixel, as far as it changes slowly: shadows, but no boxes."""
    small = image.reduce(8)
    for _ in range(4):  # together as one filter of nine by nine, and far quicker
        small = small.filter(ImageFilter.MaxFilter(3))
    small = small.filter(ImageFilter.BoxBlur(3))
    counts = image.histogram()
    paper = max(range(110, 256), key=lambda v: counts[v] * (v + 64))
    return small.point([max(v, round(0.55 * paper)) for v in range(256)]).resize(image.size, Image.Resampling.BILINEAR)


def grain(image: Image.Image, light: Image.Image) -> float:
    """How far the paper's pixels lie apart, as a share of white: about 0.01 on a clean scan, 0.1 on a grainy copy."""
    counts = ImageChops.subtract(image, light, 1.0, 128).histogram()
    total, seen = sum(counts), 0
    quarters: list[int] = []
    for value, count in enumerate(counts):
        while len(quarters) < 3 and seen + count >= (len(quarters) + 1) * total / 4:
            quarters.append(value)
        seen += count
    return (quarters[2] - quarters[0]) / 1.35 / 255


class Mask:
    """What has less than the share `below` of the light of the paper."""

    def __init__(self, image: Image.Image, light: Image.Image, below: float) -> None:
        limit = light.point([round(below * v) for v in range(256)])
        mask = ImageChops.subtract(limit, image).point([0] + [255] * 255, "1")
        self._size = mask.size
        self._stride = (mask.width + 7) // 8 * 8
        for box in ((0, 0, _MARGIN, mask.height), (mask.width - _MARGIN, 0, mask.width, mask.height)):
            mask.paste(0, box)
        self._bits = int.from_bytes(mask.tobytes(), "big")

    def pieces(self, wide: int, tall: int, bridged: int = 0) -> list[Piece]:
        """Connected patches that are nowhere narrower or lower than this (pixels), after gaps up to `bridged` were filled."""
        bits = self._bits
        for step in (1, self._stride) if bridged else ():
            bits = _shrunk(_grown(bits, step, bridged), step, bridged)
        for step, thick in ((1, wide), (self._stride, tall)):
            bits = _shrunk(bits, step, thick)
        if not bits:
            return []
        for step, thick in ((1, wide), (self._stride, tall)):
            bits = _grown(bits, step, thick)
        whole = self._stride * self._size[1]
        data = (bits & ((1 << whole) - 1)).to_bytes(whole // 8, "big")
        return _pieces(Image.frombytes("1", self._size, data).convert("L"))


def _shrunk(bits: int, step: int, times: int) -> int:
    done = 1
    while done < times:
        more = min(done, times - done)
        bits &= bits >> (more * step)
        done += more
    return bits


def _grown(bits: int, step: int, times: int) -> int:
    done = 1
    while done < times:
        more = min(done, times - done)
        bits |= bits << (more * step)
        done += more
    return bits


def _pieces(opened: Image.Image) -> list[Piece]:
    """The connected patches of a mask, from its runs: those that touch a run of the row above belong together."""
    width = opened.width
    data = opened.tobytes()
    parents: list[int] = []
    runs: list[tuple[int, int, int]] = []
    above: list[tuple[int, int, int]] = []
    at, last = data.find(b"\xff"), -2
    while at >= 0:
        y = at // width
        row = [(m.start() - y * width, m.end() - y * width) for m in _RUN.finditer(data, y * width, (y + 1) * width)]
        above = _joined(row, above if y == last + 1 else [], parents)
        runs += [(y, x0, x1) for x0, x1 in row]
        last, at = y, data.find(b"\xff", (y + 1) * width)
    found: dict[int, Piece] = {}
    for number, run in enumerate(runs):
        found.setdefault(_root(parents, number), Piece()).runs.append(run)
    return list(found.values())


def _joined(
    row: list[tuple[int, int]], above: list[tuple[int, int, int]], parents: list[int]
) -> list[tuple[int, int, int]]:
    """Number the runs of a row and unite them with those above that they touch; (x0, x1, number) of each."""
    out = []
    first = 0
    for x0, x1 in row:
        number = len(parents)
        parents.append(number)
        while first < len(above) and above[first][1] <= x0:
            first += 1
        place = first
        while place < len(above) and above[place][0] < x1:
            one, other = _root(parents, above[place][2]), _root(parents, number)
            parents[max(one, other)] = min(one, other)
            place += 1
        out.append((x0, x1, number))
    return out


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def rectangles(piece: Piece, thick: int, line: float) -> list[tuple[Rect, bool]]:
    """The rectangles that a patch is made of, and whether their edges are straight: one, lines of different length below each
    other, or the reach of a stroke of a pen that is about a `line` (pixels) high; none if it is nothing of the kind."""
    whole = piece.box
    if whole[2] - whole[0] < _LEAST_LINE * line:
        return []
    bands = _bands(piece, thick)
    if not bands or len(bands) > _MOST_BANDS:
        return []
    if piece.size >= 0.93 * _area(whole):
        return [(whole, True)]
    kept = [b for b in bands if b[3] - b[1] >= thick]
    share = sum(map(_area, kept)) / max(1, sum(map(_area, bands)))
    if piece.size >= _STRAIGHT * sum(map(_area, bands)) and share >= _MOST_OF_IT:
        lines = share > _NEARLY_ALL and all(_is_line(b, line) for b in kept)
        if lines or (len(kept) > 1 and all(_share_an_edge(*two, thick) for two in pairwise(kept))):
            return [(band, True) for band in kept]
    tall, wide = whole[3] - whole[1], whole[2] - whole[0]
    if tall <= 1.9 * line and wide >= 1.6 * tall and piece.size >= _RAGGED * _area(whole):
        return [(whole, False)]
    rough = [b for b in _bands(piece, 3 * thick) if b[3] - b[1] >= thick]
    if (
        1 < len(rough) <= _FEW_LINES
        and all(_is_line(b, line) for b in rough)
        and piece.size >= _RAGGED * sum(map(_area, rough))
    ):
        return [(band, False) for band in rough]
    return []


def _is_line(band: Rect, line: float) -> bool:
    tall = band[3] - band[1]
    return 0.5 * line <= tall <= 1.9 * line and band[2] - band[0] >= 1.3 * tall


def _bands(piece: Piece, thick: int) -> list[Rect]:
    """Rows of about the same reach put together."""
    rows: dict[int, list[int]] = {}
    for y, x0, x1 in piece.runs:
        reach = rows.setdefault(y, [x0, x1])
        reach[0], reach[1] = min(reach[0], x0), max(reach[1], x1)
    bands: list[list[int]] = []
    for y in sorted(rows):
        x0, x1 = rows[y]
        last = bands[-1] if bands else None
        if last and last[3] == y and abs(last[0] - x0) <= thick and abs(last[2] - x1) <= thick:
            last[3] = y + 1
            last[0], last[2] = min(last[0], x0), max(last[2], x1)
        else:
            bands.append([x0, y, x1, y + 1])
    return [(b[0], b[1], b[2], b[3]) for b in bands]


def _share_an_edge(one: Rect, other: Rect, thick: int) -> bool:
    """Lines of a block begin or end below each other; the slices of a disc do neither."""
    return abs(one[0] - other[0]) <= thick or abs(one[2] - other[2]) <= thick


def _area(box: Rect) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])
