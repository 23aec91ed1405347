"""Pages put through scanners, fax machines and copiers of several qualities, with pens and correction fluid used on the paper."""

import io
import math
import random
from collections.abc import Sequence
from typing import Any

import pymupdf
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from app.demo.scans import jpeg
from app.domain.extracted import Box
from benchmarks.redaction_pages import Paper

STYLES = ("office", "skewed", "low", "fax", "copy", "shadow")
_DPI = {"office": 200, "skewed": 200, "low": 110, "fax": 204, "copy": 150, "shadow": 150}


def scanned(paper: Paper, style: str, chance: random.Random) -> tuple[bytes, list[Box]]:
    """A PDF of the page's picture, and the boxes that are to be seen on it, in points of that page."""
    dpi = _DPI[style]
    with pymupdf.open(stream=paper.pdf) as document:
        pixmap = document[0].get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY, alpha=False)
        image = Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)
    boxes = [*paper.boxes, *(_marked(image, box, dpi / 72, chance) for box in paper.pens), *paper.whites]
    turn = {"office": 0.3, "skewed": 2.6, "low": 0.8, "fax": 0.9, "copy": 1.2, "shadow": 1.5}[style] * chance.uniform(
        -1, 1
    )
    if style == "copy":
        image = _edges(image, chance)
    image = image.rotate(turn, Image.Resampling.BICUBIC, fillcolor=252)
    image = _worn(image, style, chance)
    wide, tall = image.width * 72 / dpi, image.height * 72 / dpi
    return _as_pdf(image, style, dpi), [_turned(box, turn, wide, tall) for box in boxes]


def _marked(image: Image.Image, box: Box, scale: float, chance: random.Random) -> Box:
    """A marker drawn to and fro over a box; the box of what is black."""
    layer = Image.new("L", image.size, 0)
    draw = ImageDraw.Draw(layer)
    x0, y0, x1, y1 = (edge * scale for edge in box)
    thick = (y1 - y0) * chance.uniform(0.5, 0.75)
    slope = chance.uniform(-0.015, 0.015) * (x1 - x0)
    for _ in range(chance.randrange(2, 5)):
        level = chance.uniform(y0 + 0.35 * (y1 - y0), y0 + 0.65 * (y1 - y0))
        start, end = x0 + chance.uniform(-4, 4) * scale / 2, x1 + chance.uniform(-4, 4) * scale / 2
        steps = max(3, int((end - start) / (6 * scale)))
        points = [
            (start + (end - start) * n / steps, level + slope * (n / steps - 0.5) + chance.uniform(-0.8, 0.8) * scale)
            for n in range(steps + 1)
        ]
        draw.line(points, fill=255, width=max(2, round(thick)), joint="curve")
        for x, y in (points[0], points[-1]):
            reach = thick * chance.uniform(0.3, 0.5)
            draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=255)
    streaks = ImageDraw.Draw(layer)
    for _ in range(chance.randrange(0, 3)):
        y = chance.uniform(y0, y1)
        streaks.line((x0 + chance.random() * (x1 - x0), y, x1, y + slope), fill=0, width=1)
    image.paste(chance.randrange(5, 45), (0, 0), layer)
    found = layer.getbbox() or (0, 0, 1, 1)
    return found[0] / scale, found[1] / scale, found[2] / scale, found[3] / scale


def _edges(image: Image.Image, chance: random.Random) -> Image.Image:
    """Dark edges and holes of a copy with the lid open."""
    draw = ImageDraw.Draw(image)
    wide, tall = image.size
    for side in chance.sample(range(4), 2):
        reach = chance.randrange(8, 40)
        box = ((0, 0, reach, tall), (0, 0, wide, reach), (wide - reach, 0, wide, tall), (0, tall - reach, wide, tall))[
            side
        ]
        draw.rectangle(box, fill=chance.randrange(0, 60))
    for share in (0.36, 0.64):
        y, reach = tall * share, wide * 0.012
        draw.ellipse((30, y - reach, 30 + 2 * reach, y + reach), fill=20)
    return image


def _worn(image: Image.Image, style: str, chance: random.Random) -> Image.Image:
    """Blur, grain, shadow or black and white, as the style has it."""
    if style in ("low", "copy", "shadow", "skewed"):
        image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 0.8)))
    if style in ("copy", "shadow", "fax"):
        grain = Image.effect_noise(image.size, chance.uniform(18, 50))
        image = ImageChops.add(image, grain, 1.0, -128)
    if style == "shadow":
        shade = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270))).resize(image.size)
        image = ImageChops.multiply(image, shade.point([130 + v * 120 // 255 for v in range(256)]))
    if style == "copy":
        image = image.point([min(255, max(0, int((v - 128) * 1.5 + 140))) for v in range(256)])
    if style == "fax":
        fine = image.resize((image.width, image.height // 2)).point([255 if v > 140 else 0 for v in range(256)])
        image = fine.resize(image.size, Image.Resampling.NEAREST)
    return image


def _as_pdf(image: Image.Image, style: str, dpi: int) -> bytes:
    with pymupdf.open() as document:
        page: Any = document.new_page(width=image.width * 72 / dpi, height=image.height * 72 / dpi)
        if style == "fax":
            out = io.BytesIO()
            image.convert("1").save(out, "TIFF", compression="group4", dpi=(dpi, dpi))
            page.insert_image(page.rect, stream=out.getvalue())
        else:
            page.insert_image(page.rect, stream=jpeg(image, {"low": 38, "copy": 50}.get(style, 65), dpi))
        made: bytes = document.tobytes(no_new_id=True)
        return made


def _turned(box: Box, degrees: float, width: float, height: float) -> Box:
    """A box after its page was turned about the middle; it keeps its size."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = (box[0] + box[2] - width) / 2, (box[1] + box[3] - height) / 2
    u, v = x * cos + y * sin + width / 2, -x * sin + y * cos + height / 2
    wide, high = (box[2] - box[0]) / 2, (box[3] - box[1]) / 2
    return u - wide, v - high, u + wide, v + high


KINDS: Sequence[str] = ("boxes", "white", "grey", "coloured", "labelled", "pen", "fluid", "block", "none", "none")
