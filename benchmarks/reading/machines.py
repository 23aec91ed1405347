"""What scanners, fax machines and telephones make of a page: pictures, and PDFs that hold them."""

import io
import math
import random
from dataclasses import dataclass

import pymupdf
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from benchmarks.reading.sheets import Sheet


def drawn(sheet: Sheet, dpi: int, colour: bool = False) -> Image.Image:
    """The sheet as a perfect picture."""
    with pymupdf.open(stream=sheet.pdf, filetype="pdf") as document:
        space = pymupdf.csRGB if colour else pymupdf.csGRAY
        made = document[0].get_pixmap(dpi=dpi, colorspace=space)
        return Image.frombytes("RGB" if colour else "L", (made.width, made.height), made.samples)


def grain(picture: Image.Image, spread: float, seed: int) -> Image.Image:
    """With the noise of a sensor."""
    dice = random.Random(seed)
    noise = Image.effect_noise((picture.width + 64, picture.height + 64), spread)
    left, top = dice.randrange(64), dice.randrange(64)
    noise = noise.crop((left, top, left + picture.width, top + picture.height)).convert(picture.mode)
    return ImageChops.add(picture, noise, 1.0, -128)


def scanned(sheet: Sheet, dpi: int = 200, skew: float = 0.0, noise: float = 8.0, seed: int = 0) -> Image.Image:
    """A flatbed scan, grey."""
    picture = drawn(sheet, dpi)
    if skew:
        picture = picture.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255, expand=abs(skew) > 3)
    return grain(picture.filter(ImageFilter.GaussianBlur(0.5)), noise, seed)


def faxed(sheet: Sheet, fine: bool = True, seed: int = 0) -> Image.Image:
    """204 by 196 (fine) or 204 by 98 dots an inch, black and white, with speckle: pixels that are not square."""
    dice = random.Random(seed)
    picture = drawn(sheet, 204)
    picture = grain(picture.filter(ImageFilter.GaussianBlur(0.6)), 18, seed)
    picture = picture.resize((1728, round(picture.height * (196 if fine else 98) / 204)), Image.Resampling.BILINEAR)
    picture = picture.point(lambda v: 255 if v > 150 else 0)
    pen = ImageDraw.Draw(picture)
    for _ in range(250):
        x, y = dice.randrange(picture.width), dice.randrange(picture.height)
        pen.point((x, y), fill=0)
    return picture.convert("1")


@dataclass(frozen=True, slots=True)
class Shot:
    """How a telephone was held: degrees of turn, share of the width lost to perspective, blur in pixels, how dark the corner is."""

    turn: float = 2.0
    tilt: float = 0.06
    blur: float = 1.0
    shade: float = 0.5
    table: int = 70
    wide: int = 2200


def photographed(sheet: Sheet, shot: Shot, seed: int = 0) -> Image.Image:
    """The sheet on a table: seen at an angle, in uneven light, blurred, grainy."""
    dice = random.Random(seed)
    page = drawn(sheet, 220).point(lambda v: 25 + v * 205 // 255)
    wide, high = page.size
    cos, sin = math.cos(math.radians(shot.turn)), math.sin(math.radians(shot.turn))
    far = shot.tilt * wide
    square = [
        (far, 0.0),
        (0.0, float(high)),
        (float(wide), float(high)),
        (wide - far * dice.uniform(0.4, 1.0), far * 0.3),
    ]
    turned = [(x * cos - y * sin, x * sin + y * cos) for x, y in square]
    left, top = min(x for x, _ in turned), min(y for _, y in turned)
    edge = 0.06 * wide
    corners = [(x - left + edge, y - top + edge) for x, y in turned]
    size = (round(max(x for x, _ in corners) + edge), round(max(y for _, y in corners) + edge))
    ends = [(0.0, 0.0), (0.0, float(high)), (float(wide), float(high)), (float(wide), 0.0)]
    table = grain(Image.new("L", size, shot.table), 12, seed + 1).filter(ImageFilter.GaussianBlur(1.5))
    way = _perspective(corners, ends)
    paper = page.transform(size, Image.Transform.PERSPECTIVE, way, Image.Resampling.BICUBIC)
    cover = Image.new("L", page.size, 255).transform(size, Image.Transform.PERSPECTIVE, way)
    table.paste(paper, (0, 0), cover)
    table = ImageChops.multiply(table, _light(size, shot.shade, dice.uniform(0, 360)))
    table = table.resize((shot.wide, round(size[1] * shot.wide / size[0])), Image.Resampling.LANCZOS)
    return grain(table.filter(ImageFilter.GaussianBlur(shot.blur)), 9, seed)


def _light(size: tuple[int, int], shade: float, turn: float) -> Image.Image:
    slope = Image.linear_gradient("L").rotate(turn, Image.Resampling.BICUBIC, expand=True)
    middle = (slope.width / 2 - 80, slope.height / 2 - 80, slope.width / 2 + 80, slope.height / 2 + 80)
    slope = slope.crop(tuple(map(round, middle))).resize(size, Image.Resampling.BICUBIC)
    return slope.point(lambda v: round(255 * (1 - shade) + v * shade))


def _perspective(shown: list[tuple[float, float]], source: list[tuple[float, float]]) -> list[float]:
    """Eight numbers for Pillow that lead from the corners as shown to those of the source: a system of eight equations."""
    rows = []
    for (x, y), (u, v) in zip(shown, source, strict=True):
        rows.append([x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u])
        rows.append([0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v])
    for at in range(8):
        best = max(range(at, 8), key=lambda n: abs(rows[n][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(8):
            if other != at:
                share = rows[other][at]
                rows[other] = [a - share * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[8] for row in rows]


def coloured(picture: Image.Image, paper: str = "#f3d98b") -> Image.Image:
    """On yellow paper."""
    return ImageOps.colorize(picture, "#1b1b30", paper)


def pdf_of(
    picture: Image.Image, size: tuple[float, float], codec: str = "jpeg", turn: int = 0, quality: int = 75
) -> bytes:
    """A PDF with one picture as its page. `turn`: the page's own /Rotate. `codec`: jpeg, jpeg2000, png or group4."""
    data = io.BytesIO()
    if codec == "jpeg":
        picture.convert("L" if picture.mode == "1" else picture.mode).save(data, "JPEG", quality=quality)
    elif codec == "jpeg2000":
        picture.save(data, "JPEG2000", quality_mode="dB", quality_layers=[38])
    elif codec == "group4":
        picture.convert("1", dither=Image.Dither.NONE).save(data, "TIFF", compression="group4")
    else:
        picture.save(data, "PNG")
    document = pymupdf.open()
    page = document.new_page(width=size[0], height=size[1])
    page.insert_image(page.rect, stream=data.getvalue(), keep_proportion=False)
    page.set_rotation(turn)
    return bytes(document.tobytes(deflate=True))


def strips_pdf(picture: Image.Image, size: tuple[float, float], strips: int = 12) -> bytes:
    """A page whose picture came in strips, as some scanners send it."""
    document = pymupdf.open()
    page = document.new_page(width=size[0], height=size[1])
    step = -(-picture.height // strips)
    for top in range(0, picture.height, step):
        part = picture.crop((0, top, picture.width, min(top + step, picture.height)))
        data = io.BytesIO()
        part.save(data, "JPEG", quality=80)
        scale = size[1] / picture.height
        page.insert_image(
            (0, top * scale, size[0], (top + part.height) * scale), stream=data.getvalue(), keep_proportion=False
        )
    return bytes(document.tobytes())
