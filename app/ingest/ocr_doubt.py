"""Whether a page is worth a second reader: unsure words, or dark shapes where no word was read."""

from typing import Final

from PIL import Image, ImageDraw

from app.ingest.ocr_engine import Reading

_POOR_PAGE: Final = 88.0
_POOR_WORD: Final = 62.0
_POOR_SHARE: Final = 0.06
_UNREAD_INK: Final = 0.22
_NARROW: Final = 8
_DARK: Final = 0.62


def is_poor(reading: Reading, image: Image.Image) -> bool:
    """Whether the second reader might do better: unsure words, or dark shapes where no word was read."""
    letters = sum(len(word.text) for word in reading.words)
    unsure = sum(len(word.text) for word in reading.words if word.sure < _POOR_WORD)
    if reading.sure < _POOR_PAGE or unsure > _POOR_SHARE * letters:
        return True
    return _unread_ink(reading, image) > _UNREAD_INK


def _unread_ink(reading: Reading, image: Image.Image) -> float:
    """Share of the dark places that lie outside words. Long thin rules do not count."""
    small = image.reduce(_NARROW)
    counts = small.histogram()
    paper = max(range(256), key=lambda value: counts[value] * (value + 64))
    dark = small.point(lambda value: 255 if value < _DARK * paper else 0)
    total = dark.histogram()[255]
    pen = ImageDraw.Draw(dark)
    for word in reading.words:
        x0, y0, x1, y1 = (edge / _NARROW for edge in word.box)
        pen.rectangle((x0 - 1, y0 - 1, x1 + 1, y1 + 1), fill=0)
    return dark.histogram()[255] / total if total else 0.0
