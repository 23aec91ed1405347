"""The example family's own pages with words taken out in other ways, and worn in other ways, than `redaction_pages` has them."""

import io
import random
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any

import pymupdf
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from app.demo import family
from app.demo.scans import jpeg
from app.domain.extracted import Box
from benchmarks.redaction_scans import _turned

WAYS = ("bar", "round", "framed", "named", "tape", "felt", "lines", "nothing")
WEAR = ("grey 150", "blurred", "dots", "faint", "dark", "crooked")
_DPI = {"grey 150": 150, "blurred": 120, "dots": 200, "faint": 200, "dark": 150, "crooked": 180}
_LABELS = ("REDACTED", "Third party", "s.40(2)", "WITHHELD", "Personal data", "Sch 2(16)")
_PEN = ("felt", "tape")


@cache
def _papers(seed: int) -> tuple[bytes, ...]:
    found = {}
    for file in family.make(seed):
        if file.path.endswith(".pdf") and not file.truth.scanned:
            with suppress(pymupdf.FileDataError), pymupdf.open(stream=file.data):
                found.setdefault(file.data)
    return tuple(found)


def pages(seed: int, count: int) -> Iterator[tuple[str, str, bytes, list[Box], bytes, list[Box]]]:
    """(way, wear, digital PDF of a page, its true boxes, PDF of its scan, the true boxes of that)."""
    chance = random.Random(seed)
    papers = _papers(seed)
    made = 0
    while made < count:
        with pymupdf.open(stream=chance.choice(papers)) as document:
            if document.needs_pass or not document.page_count:
                continue
            number = chance.randrange(document.page_count)
            with pymupdf.open() as single:
                single.insert_pdf(document, from_page=number, to_page=number)
                way, wear = WAYS[made % len(WAYS)], WEAR[(made + made // len(WAYS)) % len(WEAR)]
                black = any(drawn["fill"] == (0, 0, 0) for drawn in single[0].get_drawings())
                if black or len(single[0].get_text("words")) < 40 or single[0].rotation:
                    continue
                boxes = _cover(single[0], way, chance)
                pdf = single.tobytes(no_new_id=True)
        scan, seen = _scan(pdf, boxes, way, wear, chance)
        made += 1
        yield way, wear, pdf, [] if way in _PEN else boxes, scan, seen


def _cover(page: Any, way: str, chance: random.Random) -> list[Box]:
    lines: dict[tuple[int, int], list[Any]] = {}
    for word in page.get_text("words"):
        lines.setdefault((word[5], word[6]), []).append(word)
    fit = [
        line for line in lines.values() if len(line) >= (7 if way == "tape" else 3) and 6 < line[0][3] - line[0][1] < 20
    ]
    boxes: list[Box] = []
    if way == "nothing" or not fit:
        return boxes
    for line in chance.sample(fit, min(len(fit), chance.randrange(1, 6))):
        at = chance.randrange(1, len(line) - 1)
        last = len(line) - 1 if way == "lines" else min(len(line) - 2, at + chance.randrange(0, 4))
        at = 0 if way == "lines" else at
        tall = line[at][3] - line[at][1]
        box = (line[at][0] - 1, line[at][1] + 0.1 * tall, line[last][2] + 1, line[at][3] - 0.02 * tall)
        if box[2] - box[0] > 22 and not any(
            b[0] < box[2] and box[0] < b[2] and b[1] < box[3] and box[1] < b[3] for b in boxes
        ):
            boxes.append(box)
    for box in boxes:
        middle = (box[1] + box[3]) / 2
        page.add_redact_annot(pymupdf.Rect(box[0] + 1, middle - 1, box[2] - 1, middle + 1), fill=False)
    page.apply_redactions(graphics=0)
    for box in boxes:
        _paint(page, box, way, chance)
    return boxes


def _paint(page: Any, box: Box, way: str, chance: random.Random) -> None:
    rect = pymupdf.Rect(box)
    if way in _PEN:
        return
    if way == "round":
        page.draw_rect(rect, color=None, fill=(0.05, 0.05, 0.05), radius=0.3)
    elif way == "framed":
        page.draw_rect(rect, color=(0, 0, 0), fill=(0.62,) * 3, width=0.8)
    else:
        page.draw_rect(rect, color=None, fill=(0, 0, 0))
    if way == "named" and rect.width > 45:
        label = chance.choice(_LABELS)
        size = min(0.6 * rect.height, 7.0 * rect.width / pymupdf.get_text_length(label, "hebo", 8))
        x = (rect.x0 + rect.x1 - pymupdf.get_text_length(label, "hebo", size)) / 2
        page.insert_text((x, rect.y1 - 0.3 * rect.height), label, fontname="hebo", fontsize=size, color=(1, 1, 1))


def _scan(pdf: bytes, boxes: list[Box], way: str, wear: str, chance: random.Random) -> tuple[bytes, list[Box]]:
    dpi = _DPI[wear]
    with pymupdf.open(stream=pdf) as document:
        pixmap = document[0].get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY, alpha=False)
    image = Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)
    if way == "felt":
        boxes = [_felt(image, box, dpi / 72, chance) for box in boxes]
    turn = chance.uniform(-2.2, 2.2) if wear == "crooked" else chance.uniform(-0.6, 0.6)
    image = _worn(image.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255), wear, chance)
    wide, tall = image.width * 72 / dpi, image.height * 72 / dpi
    with pymupdf.open() as document:
        page: Any = document.new_page(width=wide, height=tall)
        if wear == "dots":
            out = io.BytesIO()
            image.convert("1", dither=Image.Dither.NONE).save(out, "TIFF", compression="group4", dpi=(dpi, dpi))
            page.insert_image(page.rect, stream=out.getvalue())
        else:
            page.insert_image(page.rect, stream=jpeg(image, chance.choice((28, 45, 70)), dpi))
        return document.tobytes(no_new_id=True), [_turned(box, turn, wide, tall) for box in boxes]


def _felt(image: Image.Image, box: Box, scale: float, chance: random.Random) -> Box:
    """Short strokes side by side, leaning, each begun and ended where the hand would: a word blacked out to and fro."""
    layer = Image.new("L", image.size, 0)
    draw = ImageDraw.Draw(layer)
    x0, y0, x1, y1 = (edge * scale for edge in box)
    x, up, points = x0, True, []
    while x < x1:
        points.append((x + chance.uniform(-1, 1) * scale, (y0 if up else y1) + chance.uniform(-0.12, 0.12) * (y1 - y0)))
        x, up = x + chance.uniform(1.0, 2.2) * scale, not up
    draw.line(points, fill=255, width=max(3, round(3.2 * scale)), joint="curve")
    image.paste(chance.randrange(10, 60), (0, 0), layer)
    found = layer.getbbox() or (0, 0, 1, 1)
    return found[0] / scale, found[1] / scale, found[2] / scale, found[3] / scale


def _worn(image: Image.Image, wear: str, chance: random.Random) -> Image.Image:
    grain = Image.effect_noise(image.size, chance.uniform(8, 30))
    if wear == "blurred":
        image = image.filter(ImageFilter.GaussianBlur(1.1))
    if wear == "faint":
        image = image.point([90 + v * 165 // 255 for v in range(256)])
    if wear == "dark":
        shade = Image.radial_gradient("L").resize(image.size).point([235 - v // 3 for v in range(256)])
        image = ImageChops.multiply(image, shade)
    image = ImageChops.add(image, grain, 1.0, -128)
    return image.point([255 if v > 128 else 0 for v in range(256)]) if wear == "dots" else image
