"""Boxes on a page that OCR has read: found in the very picture that was read, put back to points of the page."""

from collections.abc import Sequence
from typing import Final

from PIL import Image

from app.domain.extracted import Box
from app.ingest.ocr_engine import Seen
from app.ingest.ocr_frame import Frame, scaled
from app.ingest.ocr_picture import Picture, skew
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
