"""The picture of a scanned page as OCR reads it best: grey, letters neither small nor large, upright."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from PIL import Image, ImageFilter, ImageOps

from app.ingest import mupdf, render
from app.ingest.ocr_border import without_surroundings
from app.ingest.ocr_frame import Frame, scaled, slanted, turned

DPI: Final = 165
"""Enough for letters of 9 pt and more: measured, 200 dpi has no fewer errors there and takes a seventh longer."""

_SHORT_SIDE: Final = 1365
"""Pixels of A4's short side at 165 dpi: the least for pages whose size in points says nothing, as with telephone pictures."""
_MOST_PIXELS: Final = 14_000_000
_MOST_ENLARGED: Final = 1.7
_SOFT: Final = 0.9
"""Radius in pixels of the original: halves the errors on faxes of 130 to 200 dpi."""
_LEAST_RAGGED: Final = 0.6
_INK_SIDE: Final = 850
_BLANK_SHARE: Final = 0.00008
_EDGE_SHARE: Final = 0.03
_MOST_SKEW: Final = 14.0
_NEGATIVE_GREY: Final = 90
_NEGATIVE_SHARE: Final = 0.7
_PALE: Final = 0.5
"""Ink that is lighter than this share of the paper is pale."""

_INK_SHARE: Final = 0.01
_LEAST_CONTRAST: Final = 40


@dataclass(frozen=True, slots=True)
class Picture:
    """`image` is mode L. `dpi` is what its pixels are on paper, as far as known. `frame` leads from its pixels to the page."""

    image: Image.Image
    dpi: int
    frame: Frame

    def turn(self, degrees: int) -> "Picture":
        """Turned clockwise by a multiple of 90."""
        if not degrees % 360:
            return self
        how = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
        frame = self.frame.after(turned(degrees, *self.image.size))
        return Picture(self.image.transpose(how[degrees % 360]), self.dpi, frame)

    def straighten(self, degrees: float) -> "Picture":
        """Turned anticlockwise by a few degrees; the corners are filled with the paper's grey."""
        image = self.image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=paper_grey(self.image))
        return Picture(image, self.dpi, self.frame.after(slanted(degrees, self.image.size, image.size)))


def page_picture(page: Any, dpi: int = 0, finer: float = 1.0, soften: bool = False) -> Picture:
    """The picture of a PyMuPDF page at a good size for OCR, `finer` times larger, or at `dpi`.

    What lies around the paper is painted over. With `soften`, as always for pictures of black and white only, the ragged
    edges of letters are smoothed. Raises what MuPDF raises on a damaged page.
    """
    width, height = max(page.rect.width, 1.0), max(page.rect.height, 1.0)
    native, two_tone = _native(page)
    wanted = finer * max(DPI / 72, _SHORT_SIDE / min(width, height))
    if native:
        wanted = min(wanted, native * _MOST_ENLARGED)
    wanted = render.fitting_scale(width, height, dpi / 72 if dpi else wanted, _MOST_PIXELS)
    drawn_scale = min(wanted, native) if native else wanted
    drawn = mupdf.grey_picture(page, drawn_scale)
    image = Image.frombytes("L", (drawn.width, drawn.height), drawn.samples, "raw", "L", drawn.stride, 1)
    if drawn_scale < wanted * 0.98:
        size = (round(width * wanted), round(height * wanted))
        image = image.resize(size, Image.Resampling.BICUBIC)
    image = without_surroundings(strong(_dark_on_light(image)))
    ragged = image.width / width / native if native else 0.0
    if (two_tone or soften) and ragged > _LEAST_RAGGED:
        image = image.filter(ImageFilter.GaussianBlur(_SOFT * ragged))
    return Picture(image, round(72 * wanted), scaled(width / image.width, height / image.height))


def _native(page: Any) -> tuple[float, bool]:
    """Pixels a point of the finest picture that covers a good part of the page (0 without one), and whether it has no greys."""
    area = page.rect.width * page.rect.height
    best, two_tone = 0.0, False
    for info in page.get_image_info():
        x0, y0, x1, y1 = info["bbox"]
        shown = (x1 - x0) * (y1 - y0)
        scale = float((info["width"] * info["height"] / shown) ** 0.5) if shown > 0.2 * area else 0.0
        if scale > best:
            best, two_tone = scale, info["bpc"] == 1
    return best, two_tone


def _dark_on_light(image: Image.Image) -> Image.Image:
    """A negative is turned into a positive."""
    wide, high = image.size
    middle = image.crop((wide // 6, high // 6, wide - wide // 6, high - high // 6)).reduce(4)
    dark = sum(middle.histogram()[:_NEGATIVE_GREY])
    return ImageOps.invert(image) if dark > _NEGATIVE_SHARE * middle.width * middle.height else image


def strong(image: Image.Image) -> Image.Image:
    """Pale print made dark: greys between the palest ink and the paper are spread. Other pictures stay as they are."""
    small = image.reduce(max(1, min(image.size) // _INK_SIDE))
    counts, paper = small.histogram(), paper_grey(small)
    ink = _level_of(counts, _INK_SHARE)
    if ink < _PALE * paper or paper - ink < _LEAST_CONTRAST:
        return image
    return image.point([max(0, min(255, round((grey - ink) * paper / (paper - ink)))) for grey in range(256)])


def _level_of(counts: list[int], share: float) -> int:
    """The grey below which this share of all pixels lies."""
    wanted, at = share * sum(counts), 0
    for grey, count in enumerate(counts):
        at += count
        if at >= wanted:
            return grey
    return 255


def paper_grey(image: Image.Image) -> int:
    """The commonest light grey, 0 to 255."""
    counts = image.reduce(4).histogram()
    return max(range(256), key=lambda value: counts[value] * (value + 64))


def ink_share(image: Image.Image) -> float:
    """Share of pixels clearly darker than the paper, without the scanner's edges; about 0.05 on a full page of text."""
    factor = max(1, min(image.size) // _INK_SIDE)
    small = image.reduce(factor) if factor > 1 else image
    x, y = round(small.width * _EDGE_SHARE), round(small.height * _EDGE_SHARE)
    inner = small.crop((x, y, small.width - x, small.height - y))
    limit = 0.62 * paper_grey(inner)
    counts = inner.histogram()
    return sum(counts[: int(limit)]) / max(1, sum(counts))


def is_blank(image: Image.Image) -> bool:
    """Nothing but paper and a speck or two."""
    return ink_share(image) < _BLANK_SHARE


def skew(image: Image.Image) -> float:
    """Degrees to turn anticlockwise for level lines: the angle whose rows of pixels differ most from each other."""
    small = image.reduce(max(1, min(image.size) // 250))
    grey = paper_grey(small)
    angle, step = 0.0, 2.0
    around = [n * step for n in range(-int(_MOST_SKEW / step), int(_MOST_SKEW / step) + 1)]
    while step >= 0.25:
        angle = max(around, key=lambda turn: _contrast(small, turn, grey))
        step /= 2
        around = [angle - step, angle, angle + step]
    return angle


def _contrast(image: Image.Image, degrees: float, fill: int) -> float:
    rows = image.rotate(degrees, Image.Resampling.BILINEAR, fillcolor=fill).resize(
        (1, image.height), Image.Resampling.BOX
    )
    values = rows.tobytes()
    return sum((a - b) ** 2 for a, b in pairwise(values))
