"""Where a pixel of the picture that OCR reads is on the page as shown."""

import math
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1; origin top left."""


@dataclass(frozen=True, slots=True)
class Frame:
    """An affine map: `x = a*u + b*v + c`, `y = d*u + e*v + f`, from pixels of the picture to points of the page."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, u: float, v: float) -> tuple[float, float]:
        """Pixel to point."""
        return self.a * u + self.b * v + self.c, self.d * u + self.e * v + self.f

    def box(self, box: Box) -> Box:
        """Where a word's box lies on the page. A box on a slope keeps its size, so that marks do not reach into other lines."""
        x, y = self.point((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        width = (box[2] - box[0]) * math.hypot(self.a, self.d)
        height = (box[3] - box[1]) * math.hypot(self.b, self.e)
        if abs(self.a) < abs(self.b):
            width, height = height, width
        return x - width / 2, y - height / 2, x + width / 2, y + height / 2

    def after(self, inner: "Frame") -> "Frame":
        """First `inner`, then this one."""
        x, y = self.point(inner.c, inner.f)
        return Frame(
            self.a * inner.a + self.b * inner.d,
            self.a * inner.b + self.b * inner.e,
            x,
            self.d * inner.a + self.e * inner.d,
            self.d * inner.b + self.e * inner.e,
            y,
        )


def scaled(x: float, y: float) -> Frame:
    """`x` and `y` points a pixel."""
    return Frame(x, 0.0, 0.0, 0.0, y, 0.0)


def turned(degrees: int, width: float, height: float) -> Frame:
    """Back from a picture that was turned `degrees` clockwise to the one before, which was `width` by `height`."""
    match degrees % 360:
        case 90:
            return Frame(0.0, 1.0, 0.0, -1.0, 0.0, height)
        case 180:
            return Frame(-1.0, 0.0, width, 0.0, -1.0, height)
        case 270:
            return Frame(0.0, -1.0, width, 1.0, 0.0, 0.0)
        case _:
            return scaled(1.0, 1.0)


def slanted(degrees: float, before: tuple[int, int], now: tuple[int, int]) -> Frame:
    """Back from a picture of size `now` that was turned anticlockwise about its middle to the one of size `before`."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    u, v = now[0] / 2, now[1] / 2
    return Frame(cos, -sin, before[0] / 2 - cos * u + sin * v, sin, cos, before[1] / 2 - sin * u - cos * v)
