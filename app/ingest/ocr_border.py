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

_STEP: Final = 0.15
"""Light changes less than this over three pixels of one sheet; at its edge it changes more."""

_PAD: Final = 4
_ROWS: Final = 256
"""Rows that are evened at a time: the arithmetic takes many times the memory of the picture."""

_DARKER: Final = 0.75
_PAPER: Final = 235
_LEAST_SHARE: Final = 0.004
_MOST_SHARE: Final = 0.75
_MOST_BRIGHT: Final = 0.02
_FULL: Final = bytes((0, *([255] * 255)))
_SWAPPED: Final = bytes((1, *([0] * 255)))


def without_surroundings(image: Image.Image) -> Image.Image:
    """The picture (mode L) with everything around the paper painted like paper; the same picture if the paper fills it."""
    factor = max(1, max(image.size) // _SIDE)
    small = image.reduce(factor)
    padded = Image.new("L", (small.width + 2 * _PAD, small.height + 2 * _PAD))
    padded.paste(small, (_PAD, _PAD))
    smooth = padded.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.MinFilter(5))
    cover = _around(smooth)
    if cover is None or _has_letters(cover, padded):
        return image
    inner = (_PAD, _PAD, _PAD + small.width, _PAD + small.height)
    mask = cover.filter(ImageFilter.MaxFilter(5)).crop(inner)
    return _painted(image, smooth.crop(inner), mask, factor)


def _around(smooth: Image.Image) -> Image.Image | None:
    """White where something else than paper is, or None when there is none worth painting. `smooth` has a black border."""
    width, height = smooth.size
    light = smooth.tobytes()
    ring = [y * width + x for y in (_PAD, height - 1 - _PAD) for x in range(_PAD, width - _PAD)]
    ring += [y * width + x for y in range(_PAD, height - _PAD) for x in (_PAD, width - 1 - _PAD)]
    middle = [
        y * width + x for y in range(height // 3, 2 * height // 3, 3) for x in range(width // 3, 2 * width // 3, 3)
    ]
    typical = median(light[i] for i in middle)
    if all(light[i] > _DARKER * typical for i in ring):
        return None
    paper = _spread((i for i in middle if light[i] > 0.9 * typical), _level_ground(smooth), width)
    around = _spread((0,), bytes(paper.translate(_SWAPPED)), width)
    dark = [light[i] for i, there in enumerate(around) if there and light[i]]
    if not _LEAST_SHARE < len(dark) / len(light) < _MOST_SHARE:
        return None
    sheet = median([light[i] for i, there in enumerate(paper) if there])
    return Image.frombytes("L", smooth.size, bytes(around.translate(_FULL))) if median(dark) < _DARKER * sheet else None


def _has_letters(cover: Image.Image, small: Image.Image) -> bool:
    """Light signs on the dark: a coloured heading that reaches the edge is part of the page."""
    bare = small.filter(ImageFilter.MinFilter(5)).filter(ImageFilter.MaxFilter(5)).tobytes()
    inner = cover.filter(ImageFilter.MinFilter(7)).tobytes()
    pairs = [(there, bare[i]) for i, there in enumerate(small.tobytes()) if inner[i] and bare[i]]
    return sum(there > 1.3 * dark + 10 for there, dark in pairs) > _MOST_BRIGHT * len(pairs)


def _level_ground(smooth: Image.Image) -> bytes:
    """1 where light changes slowly, 0 at edges."""
    most = smooth.filter(ImageFilter.MaxFilter(3)).tobytes()
    least = smooth.filter(ImageFilter.MinFilter(3)).tobytes()
    return bytes(high - low <= _STEP * high + 2 for high, low in zip(most, least, strict=True))


def _spread(start: Iterable[int], open_to: bytes, width: int) -> bytearray:
    """What can be reached from `start` through pixels that are 1 in `open_to`: 1 where reached."""
    reached = bytearray(len(open_to))
    waiting = deque(i for i in start if open_to[i])
    for i in waiting:
        reached[i] = 1
    while waiting:
        i = waiting.popleft()
        x = i % width
        left, right, above, below = x > 0, x < width - 1, i >= width, i + width < len(open_to)
        for n, there in ((i - 1, left), (i + 1, right), (i - width, above), (i + width, below)):
            if there and open_to[n] and not reached[n]:
                reached[n] = 1
                waiting.append(n)
    return reached


def _painted(image: Image.Image, smooth: Image.Image, mask: Image.Image, factor: int) -> Image.Image:
    """Even light, and paper where `mask` is white."""
    full = (smooth.width * factor, smooth.height * factor)
    mask = mask.resize(full, Image.Resampling.NEAREST).crop((0, 0, *image.size))
    light = smooth.filter(ImageFilter.BoxBlur(2)).resize(full, Image.Resampling.BILINEAR).crop((0, 0, *image.size))
    even = Image.new("L", image.size)
    for top in range(0, image.height, _ROWS):
        band = (0, top, image.width, min(image.height, top + _ROWS))
        even.paste(_evened(image.crop(band), light.crop(band)), band)
    even.paste(_PAPER, (0, 0, *even.size), mask)
    return even


def _evened(image: Image.Image, light: Image.Image) -> Image.Image:
    made: Image.Image = ImageMath.lambda_eval(
        lambda a: a["convert"](a["min"](a["image"] * _PAPER / a["max"](a["light"], 1), 255), "L"),
        image=image,
        light=light,
    )
    return made
