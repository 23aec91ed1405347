"""Boxes on a page that OCR has read: found in the very picture that was read, put back to points of the page."""

import math
from collections.abc import Sequence
from statistics import median
from typing import Any, Final

from PIL import Image

from app.domain.extracted import Box, ExtractedPage
from app.ingest import mupdf, render
from app.ingest.ocr_engine import Seen
from app.ingest.ocr_frame import Frame, scaled, slanted
from app.ingest.ocr_picture import Picture, page_picture, paper_grey, skew
from app.ingest.pdf_pages import extract_page
from app.ingest.redactions_lines import SeenWord
from app.ingest.redactions_picture import SCALE, boxes_in

_LEVEL: Final = 0.15
_FEW_WORDS: Final = 20
_LONG_LINE: Final = 5


def boxes_of_scan(picture: Picture, words: Sequence[Seen]) -> tuple[Box, ...]:
    """Boxes in points of the page as shown. `words` are those read in `picture`."""
    points = (picture.frame.a**2 + picture.frame.d**2) ** 0.5
    factor = max(1, round(1 / (points * SCALE)))
    small = picture.image.reduce(factor)
    level = Picture(small, picture.dpi, scaled(factor, factor))
    turn = _slope(words) if len(words) >= _FEW_WORDS else skew(picture.image)
    if abs(turn) > _LEVEL:
        level = Picture(
            small.rotate(turn, Image.Resampling.NEAREST, expand=True, fillcolor=paper_grey(small)),
            picture.dpi,
            level.frame,
        )
        level = Picture(
            level.image, picture.dpi, scaled(factor, factor).after(slanted(turn, small.size, level.image.size))
        )
    back = _inverse(level.frame)
    seen = [SeenWord(word.text, back.box(word.box), word.sure) for word in words]
    home = picture.frame.after(level.frame)
    return tuple(home.box(box) for box in boxes_in(level.image, 1 / (points * factor), seen))


def _slope(words: Sequence[Seen]) -> float:
    """Degrees to turn anticlockwise for level lines, from how much lower each line ends than it begins."""
    slopes: list[tuple[float, float]] = []
    line: list[Seen] = []
    for word in (*words, None):
        if word is None or word.line:
            if len(line) >= _LONG_LINE:
                wide = (line[-1].box[2] + line[-1].box[0] - line[0].box[2] - line[0].box[0]) / 2
                half = len(line) // 2
                fall = median(w.box[3] for w in line[-half:]) - median(w.box[3] for w in line[:half])
                if wide > 0:
                    slopes.append((fall / (wide * (1 - half / len(line))), wide))
            line = []
        if word is not None and len(word.text) > 1:
            line.append(word)
    if not slopes:
        return 0.0
    return math.degrees(math.atan(median(slope for slope, _ in slopes)))


def _inverse(frame: Frame) -> Frame:
    size = frame.a * frame.e - frame.b * frame.d
    a, b, d, e = frame.e / size, -frame.b / size, -frame.d / size, frame.a / size
    return Frame(a, b, -(a * frame.c + b * frame.f), d, e, -(d * frame.c + e * frame.f))


def look_again(pdf: bytes, pages: tuple[tuple[int, bool, int], ...]) -> tuple[ExtractedPage, ...]:
    """Boxes of pages that were read before anybody looked for boxes: (number from 1, whether it was read from its picture,
    degrees that the picture was turned by). Only `boxes` and `unsafe` of the answer count. Raises FileProblem."""
    with render.open_pdf(pdf) as document:
        return tuple(_look(render.load_page(document, number), number, scan, turn) for number, scan, turn in pages)


def _look(page: Any, number: int, scan: bool, turn: int) -> ExtractedPage:
    try:
        if scan:
            return ExtractedPage("", boxes=boxes_of_scan(page_picture(page).turn(turn), ()))
        found, _ = extract_page(page, number)
    except mupdf.errors():
        return ExtractedPage("")
    return ExtractedPage("", boxes=found.boxes, unsafe=found.unsafe)
