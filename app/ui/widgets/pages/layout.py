"""Where pages stand in the reader's long column. Plain arithmetic, no widgets.

Page sizes are PDF points; the column is device-independent pixels; `scale` is pixels a point.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.marks import Rect

GAP = 16
MARGIN = 24
MIN_SCALE = 0.2
MAX_SCALE = 6.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A page in the column: its number from 1 and its rectangle in pixels."""

    number: int
    x: float
    y: float
    width: float
    height: float


def turned(size: tuple[float, float], rotate: int) -> tuple[float, float]:
    """The size of a page after turning it clockwise by a multiple of 90 degrees."""
    return (size[1], size[0]) if rotate % 180 else size


def turn_point(x: float, y: float, size: tuple[float, float], rotate: int) -> tuple[float, float]:
    """A point of the upright page, in points, as it lies on the page turned clockwise."""
    width, height = size
    return {0: (x, y), 90: (height - y, x), 180: (width - x, height - y), 270: (y, width - x)}[rotate % 360]


def unturn_point(x: float, y: float, size: tuple[float, float], rotate: int) -> tuple[float, float]:
    """The inverse of `turn_point`."""
    width, height = size
    return {0: (x, y), 90: (y, height - x), 180: (width - x, height - y), 270: (width - y, x)}[rotate % 360]


class PageColumn:
    """All pages of a document under each other, centred. Finding a page by its place takes logarithmic time."""

    def __init__(self, sizes: Sequence[tuple[float, float]], scale: float, rotate: int, view_width: float) -> None:
        self.sizes = tuple(sizes)
        self.scale = scale
        self.rotate = rotate % 360
        shown = [turned(size, rotate) for size in self.sizes]
        self._widths = [width * scale for width, _ in shown]
        self._heights = [height * scale for _, height in shown]
        self.width = max([view_width, *(width + 2 * MARGIN for width in self._widths)])
        self._tops: list[float] = []
        top = float(GAP)
        for height in self._heights:
            self._tops.append(top)
            top += height + GAP
        self.height = top

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sizes)

    def page(self, number: int) -> Placed:
        """The place of a page; `number` is clamped to the pages there are. Raises IndexError when there are none."""
        at = max(1, min(number, self.count)) - 1
        width = self._widths[at]
        return Placed(at + 1, (self.width - width) / 2, self._tops[at], width, self._heights[at])

    def at(self, y: float) -> int:
        """The number of the page at height `y`; the gap below a page belongs to it."""
        return max(1, min(bisect_right(self._tops, y), self.count))

    def between(self, top: float, bottom: float) -> range:
        """Numbers of the pages that show between two heights."""
        if not self.count:
            return range(0)
        return range(self.at(top), self.at(bottom) + 1)

    def to_page(self, number: int, x: float, y: float) -> tuple[float, float]:
        """A point of the column as points of that page, upright, kept inside the page."""
        place = self.page(number)
        size = self.sizes[place.number - 1]
        px, py = unturn_point((x - place.x) / self.scale, (y - place.y) / self.scale, size, self.rotate)
        return max(0.0, min(px, size[0])), max(0.0, min(py, size[1]))

    def to_column(self, number: int, rect: Rect) -> tuple[float, float, float, float]:
        """A rectangle of a page, in points, as x, y, width and height in the column."""
        place = self.page(number)
        size = self.sizes[place.number - 1]
        ax, ay = turn_point(rect[0], rect[1], size, self.rotate)
        bx, by = turn_point(rect[2], rect[3], size, self.rotate)
        left, top = min(ax, bx) * self.scale + place.x, min(ay, by) * self.scale + place.y
        return left, top, abs(ax - bx) * self.scale, abs(ay - by) * self.scale


def fit_width(sizes: Sequence[tuple[float, float]], rotate: int, view_width: float, widest: float = 1100) -> float:
    """The scale at which the widest page fills the view, but never wider than `widest` pixels."""
    if not sizes:
        return 1.0
    width = max(turned(size, rotate)[0] for size in sizes)
    return clamp_scale(min(view_width - 2 * MARGIN, widest) / max(width, 1.0))


def fit_page(size: tuple[float, float], rotate: int, view_width: float, view_height: float) -> float:
    """The scale at which one whole page is seen."""
    width, height = turned(size, rotate)
    return clamp_scale(min((view_width - 2 * MARGIN) / max(width, 1), (view_height - 2 * GAP) / max(height, 1)))


def clamp_scale(scale: float) -> float:
    """A scale that is neither unreadable nor too large for memory."""
    return max(MIN_SCALE, min(scale, MAX_SCALE))
