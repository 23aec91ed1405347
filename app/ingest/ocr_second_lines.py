"""Where the lines of writing are, however they slope or bend: from the finder's map to strips that can be cut out straight."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from PIL import Image

from app.ingest import ocr_second_models

_SIDE: Final = 1152
"""Pixels of the longer side of the picture that is searched: letters of 7 pt on A4 are still 10 pixels high."""

_STEP: Final = 32
_BAND, _MARGIN = 192, 64
"""The picture is searched in bands of so many rows, each with a margin above and below: a third of the memory."""

_THERE: Final = 0.3
_SURE: Final = 0.5
_LEAST_WIDTH, _LEAST_HEIGHT = 4, 2
_GROWN: Final = 0.85
"""The map shows the core of a line; the line reaches this many core heights further up and down."""

_PIECE: Final = 6.0
"""Core heights between two points of the line's course."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of writing. `course` are points (x, y) of its middle in pixels of the picture from left to right, `height` is the
    whole line's, `sure` how certain it is that this is writing, 0 to 1."""

    course: tuple[tuple[float, float], ...]
    height: float
    sure: float

    @property
    def box(self) -> tuple[float, float, float, float]:
        """x0, y0, x1, y1 around it."""
        ys = [y for _, y in self.course]
        return self.course[0][0], min(ys) - self.height / 2, self.course[-1][0], max(ys) + self.height / 2

    def part(self, start: float, end: float) -> tuple[float, float, float, float]:
        """The box around the part between two shares (0 to 1) of its width."""
        x0, x1 = self.course[0][0], self.course[-1][0]
        left, right = x0 + start * (x1 - x0), x0 + end * (x1 - x0)
        middle = (self.at(left) + self.at(right)) / 2
        return left, middle - self.height / 2, right, middle + self.height / 2

    def at(self, x: float) -> float:
        """The middle's y at `x`."""
        return float(np.interp(x, [p[0] for p in self.course], [p[1] for p in self.course]))

    def cut(self, image: Image.Image, high: int) -> Image.Image:
        """The line made straight, `high` pixels high."""
        scale = high / self.height
        pieces = []
        at = 0
        for (x0, y0), (x1, y1) in zip(self.course, self.course[1:], strict=False):
            wide = max(1, round((x1 - self.course[0][0]) * scale) - at)
            h = self.height / 2
            quad = (x0, y0 - h, x0, y0 + h, x1, y1 + h, x1, y1 - h)
            pieces.append(((at, 0, at + wide, high), quad))
            at += wide
        return image.transform((at, high), Image.Transform.MESH, pieces, Image.Resampling.BICUBIC, fillcolor=255)


def find_lines(image: Image.Image) -> tuple[Strip, ...]:
    """Lines of writing in a grey picture, from top to bottom. Raises LookupError without the second reader."""
    scale = min(1.5, _SIDE / max(image.size))
    size = tuple(max(_STEP, round(side * scale / _STEP) * _STEP) for side in image.size)
    small = image.resize(size, Image.Resampling.BOX if scale < 0.5 else Image.Resampling.BILINEAR)  # type: ignore[arg-type]
    grey = np.asarray(small, dtype=np.float32) / 127.5 - 1.0
    heat = _map(grey)
    across, down = image.width / size[0], image.height / size[1]
    found = [_strip(runs, heat, across, down, image.width) for runs in _parts(heat > _THERE)]
    return tuple(sorted((strip for strip in found if strip is not None), key=lambda strip: strip.box[1]))


def _map(grey: Any) -> Any:
    """How certain each pixel is part of a line's core, 0 to 1."""
    finder, rows = ocr_second_models.finder(), grey.shape[0]
    bands = []
    for top in range(0, rows, _BAND):
        first, last = max(0, top - _MARGIN), min(rows, top + _BAND + _MARGIN)
        seen = finder.run(None, {"x": np.repeat(grey[None, None, first:last], 3, 1)})[0][0, 0]
        bands.append(seen[top - first : min(top + _BAND, rows) - first])
    return np.concatenate(bands)


def _parts(there: Any) -> list[list[tuple[int, int, int]]]:
    """Connected areas as lists of runs (row, first column, column after the last)."""
    padded = np.zeros((there.shape[0], there.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = there
    edges = np.diff(padded, axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    runs = list(zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True))
    leader = list(range(len(runs)))

    def top(n: int) -> int:
        while leader[n] != n:
            leader[n] = leader[leader[n]]
            n = leader[n]
        return n

    above = 0
    for n, (row, start, end) in enumerate(runs):
        while runs[above][0] < row - 1 or (runs[above][0] == row - 1 and runs[above][2] <= start):
            above += 1
        other = above
        while runs[other][0] == row - 1 and runs[other][1] < end:
            leader[top(n)] = top(other)
            other += 1
    parts: dict[int, list[tuple[int, int, int]]] = {}
    for n, run in enumerate(runs):
        parts.setdefault(top(n), []).append(run)
    return list(parts.values())


def _strip(runs: list[tuple[int, int, int]], heat: Any, across: float, down: float, most: int) -> Strip | None:
    left, right = min(run[1] for run in runs), max(run[2] for run in runs)
    wide = right - left
    count, total, sure = np.zeros(wide), np.zeros(wide), 0.0
    for row, start, end in runs:
        count[start - left : end - left] += 1
        total[start - left : end - left] += row + 0.5
        sure += float(heat[row, start:end].sum())
    sure /= float(count.sum())
    core = float(np.median(count))
    if sure < _SURE or wide < _LEAST_WIDTH or core < _LEAST_HEIGHT:
        return None
    height = core * (1 + 2 * _GROWN) * down
    middle = total / np.maximum(count, 1)
    pieces = max(1, round(wide / (_PIECE * core)))
    marks = np.linspace(0, wide, pieces + 1)
    spread = max(1.0, wide / pieces / 2)
    columns = np.arange(wide) + 0.5
    ys = [float(np.mean(middle[np.abs(columns - mark) <= spread])) for mark in marks]
    xs = [float((left + mark) * across) for mark in marks]
    grown = core * _GROWN * across
    xs[0], xs[-1] = max(0.0, xs[0] - grown), min(float(most), xs[-1] + grown)
    return Strip(tuple(zip(xs, (y * down for y in ys), strict=True)), height, sure)
