"""What lies around the paper: the table under a telephone picture, the black edge of a photocopy.

Such a frame confuses the search for lines of text, so it is painted over and the light on the paper is made even.
"""

from collections import deque
from collections.abc import Iterable
from statistics import median
from typing import Final

from PIL import Image, ImageFilter, ImageMath

_SIDE: Final = 200
"""Pixels of the longer side of the small picture on which the paper is found: one is about 1.5 mm of A4."""

_STEP: Final = 0.10
"""Light changes less than this between neighbours on one sheet; at its edge it changes more."""

_DARKER: Final = 0.75
_PAPER: Final = 235
_LEAST_SHARE: Final = 0.004
_MOST_SHARE: Final = 0.75
_MOST_BRIGHT: Final = 0.02


def without_surroundings(image: Image.Image) -> Image.Image:
    """The picture (mode L) with everything around the paper painted like paper; the same picture if the paper fills it."""
    factor = max(1, max(image.size) // _SIDE)
    small = image.reduce(factor)
    smooth = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.MinFilter(5))
    outside = _outside(smooth, small)
    if outside is None:
        return image
    return _painted(image, smooth, outside, factor)


def _outside(smooth: Image.Image, small: Image.Image) -> list[int] | None:
    """Indexes of pixels around the paper, or None when there are none worth painting."""
    width, height = smooth.size
    light = smooth.tobytes()
    ring = [*range(width), *range((height - 1) * width, height * width)]
    ring += [y * width + x for y in range(height) for x in (0, width - 1)]
    middle = [
        y * width + x for y in range(height // 3, 2 * height // 3, 3) for x in range(width // 3, 2 * width // 3, 3)
    ]
    typical = median(light[i] for i in middle)
    if all(light[i] > _DARKER * typical for i in ring):
        return None
    paper = _spread((i for i in middle if light[i] > 0.9 * typical), light, width, _STEP)
    around = _spread((i for i in ring if not paper[i]), paper, width, 0)
    found = [i for i, inside in enumerate(around) if inside]
    share = len(found) / len(light)
    if not _LEAST_SHARE < share < _MOST_SHARE:
        return None
    return found if _is_bare(found, light, paper, small.tobytes()) else None


def _is_bare(around: list[int], light: bytes, paper: bytearray, plain: bytes) -> bool:
    """Darker than the paper and without letters: a coloured heading that reaches the edge is part of the page."""
    dark = median(light[i] for i in around)
    bright = sum(plain[i] > 1.6 * dark + 12 for i in around) / len(around)
    sheet = [light[i] for i, inside in enumerate(paper) if inside]
    return dark < _DARKER * median(sheet) and bright < _MOST_BRIGHT + 4 / len(around) ** 0.5


def _spread(start: Iterable[int], light: bytes | bytearray, width: int, step: float) -> bytearray:
    """Everything that can be reached from `start` by small changes of light: 1 where reached."""
    reached = bytearray(len(light))
    waiting = deque(start)
    for i in waiting:
        reached[i] = 1
    while waiting:
        i = waiting.popleft()
        x, here = i % width, light[i]
        most = step * here + (1 if step else 0)
        for n, there in (
            (i - 1, x > 0),
            (i + 1, x < width - 1),
            (i - width, i >= width),
            (i + width, i + width < len(light)),
        ):
            if there and not reached[n] and abs(light[n] - here) <= most:
                reached[n] = 1
                waiting.append(n)
    return reached


def _painted(image: Image.Image, smooth: Image.Image, outside: list[int], factor: int) -> Image.Image:
    """Even light, and paper where `outside` is, a little into the sheet so that its edge goes too."""
    cover = bytearray(smooth.width * smooth.height)
    for i in outside:
        cover[i] = 255
    mask = Image.frombytes("L", smooth.size, bytes(cover)).filter(ImageFilter.MaxFilter(5))
    full = (smooth.width * factor, smooth.height * factor)
    mask = mask.resize(full, Image.Resampling.NEAREST).crop((0, 0, *image.size))
    light = smooth.filter(ImageFilter.BoxBlur(2)).resize(full, Image.Resampling.BILINEAR).crop((0, 0, *image.size))
    even: Image.Image = ImageMath.lambda_eval(
        lambda a: a["convert"](a["min"](a["image"] * _PAPER / a["max"](a["light"], 1), 255), "L"),
        image=image,
        light=light,
    )
    even.paste(_PAPER, (0, 0, *even.size), mask)
    return even
