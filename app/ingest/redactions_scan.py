"""Boxes on a page that OCR has read: found in the very picture that was read, put back to points of the page."""

from collections.abc import Sequence
from typing import Any, Final

from PIL import Image

from app.domain.extracted import Box, ExtractedPage
from app.ingest import mupdf, render
from app.ingest.ocr_engine import Seen
from app.ingest.ocr_frame import Frame, scaled
from app.ingest.ocr_picture import Picture, page_picture, skew
from app.ingest.pdf_pages import extract_page
from app.ingest.redactions_picture import SCALE, SeenWord, boxes_in

_LEVEL: Final = 0.2


def boxes_of_scan(picture: Picture, words: Sequence[Seen]) -> tuple[Box, ...]:
    """Boxes in points of the page as shown. `words` are those read in `picture`."""
    points = (picture.frame.a**2 + picture.frame.d**2) ** 0.5
    size = (max(1, round(picture.image.width * points * SCALE)), max(1, round(picture.image.height * points * SCALE)))
    small = picture.image.resize(size, Image.Resampling.BOX)
    shrunk = scaled(picture.image.width / size[0], picture.image.height / size[1])
    level = Picture(small, picture.dpi, shrunk)
    turn = skew(picture.image)
    if abs(turn) > _LEVEL:
        level = level.straighten(turn)
    back = _inverse(level.frame)
    seen = [SeenWord(word.text, back.box(word.box)) for word in words]
    home = picture.frame.after(level.frame)
    return tuple(home.box(box) for box in boxes_in(level.image, SCALE, seen))


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
