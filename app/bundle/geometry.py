"""Fitting a page of any size, rotation and unit onto an upright A4 sheet with a strip for the page number. Pure arithmetic.

PDF units: points, origin bottom left, unless said otherwise.
"""

from dataclasses import dataclass

A4_SHORT, A4_LONG = 595.276, 841.89
STRIP = 22.0
"""Height of the strip at the foot that belongs to the page number alone."""
NUMBER_SIZE = 12.0
NUMBER_RIGHT, NUMBER_UP = 26.0, 8.0
"""Where the number ends, from the right edge, and its baseline, from the bottom."""

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f as in PDF: x' = a x + c y + e, y' = b x + d y + f."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a page lies on its sheet. `matrix` brings the page's own coordinates to the sheet; `shown` brings places on the
    page as a reader shows it (its rotation applied, origin top left, y down) to the sheet."""

    width: float
    height: float
    matrix: Matrix
    shown: Matrix


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, then `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point moved by a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def turned(width: float, height: float, degrees: int) -> Matrix:
    """Turns a box with its corner at the origin clockwise by 0, 90, 180 or 270 degrees, so that its new corner is there."""
    return {
        0: (1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
        90: (0.0, -1.0, 1.0, 0.0, 0.0, width),
        180: (-1.0, 0.0, 0.0, -1.0, width, height),
        270: (0.0, 1.0, -1.0, 0.0, height, 0.0),
    }[degrees % 360]


def fit(box: Box, rotate: int = 0, unit: float = 1.0, upright: int = 0) -> Fit:
    """Fit what `box` of a page shows onto A4, portrait or landscape as the page is, never enlarged, centred above the strip.

    `rotate` is the page's own /Rotate; `upright` how far clockwise the shown page is turned further so that it reads.
    """
    x0, y0, x1, y1 = box
    width, height = (x1 - x0) * unit, (y1 - y0) * unit
    own = multiply((unit, 0.0, 0.0, unit, -x0 * unit, -y0 * unit), turned(width, height, rotate))
    shown_width, shown_height = (height, width) if rotate % 180 else (width, height)
    further = turned(shown_width, shown_height, upright)
    wide, high = (shown_height, shown_width) if upright % 180 else (shown_width, shown_height)
    sheet_width, sheet_height = (A4_SHORT, A4_LONG) if high >= wide else (A4_LONG, A4_SHORT)
    scale = min(1.0, sheet_width / wide, (sheet_height - STRIP) / high)
    x = (sheet_width - wide * scale) / 2
    y = STRIP + (sheet_height - STRIP - high * scale) / 2
    placed = multiply(further, (scale, 0.0, 0.0, scale, x, y))
    from_top = multiply((1.0, 0.0, 0.0, -1.0, 0.0, shown_height), placed)
    return Fit(sheet_width, sheet_height, multiply(own, placed), from_top)


def numbers(matrix: Matrix) -> str:
    """A matrix as operands of `cm` or `Tm`."""
    return " ".join(number(n) for n in matrix)


def number(value: float) -> str:
    """A number as PDF writes it: no exponent, no needless digits."""
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text
