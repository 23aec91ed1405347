"""Failed redactions: words that a box or picture drawn later hides from the eye but not from a computer.

Such words are somebody else's secret: they are dropped here and never leave the child process. The test is the eye's own:
where something was painted after the text, the page is rendered and a word without any contrast in its place is hidden.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.ingest import mupdf
from app.ingest.pdf_words import RawWord

Box = tuple[float, float, float, float]

_TEXT, _IMAGE = 0, 1
_MIN_WIDTH, _MIN_HEIGHT = 6.0, 4.0
_COVERED_SHARE = 0.6
_PAGE_SHARE = 0.5
_CONTRAST = 40
_DARK = 90
_ZOOM = 1.5


@dataclass(frozen=True, slots=True)
class Paint:
    """What was painted on a page beside words. `covers` are (order, box) of what came after some text; an order is
    comparable with the block number of a word. `image_share` is the part of the page under pictures, 0 to 1."""

    covers: tuple[tuple[int, Box], ...]
    image_share: float
    images: int
    vectors: int


def survey(blocks: Sequence[Sequence[Any]], page_area: float) -> Paint:
    """Sort the blocks of a page, as MuPDF lists them in the order of painting: x0, y0, x1, y1, text, number, kind."""
    covers: list[tuple[int, Box]] = []
    share, images, vectors, seen_text = 0.0, 0, 0, False
    for x0, y0, x1, y1, _, number, kind in blocks:
        if kind == _TEXT:
            seen_text = True
            continue
        if kind == _IMAGE:
            images += 1
            part = (x1 - x0) * (y1 - y0) / page_area
            share += part
            if part > _PAGE_SHARE:
                continue
        else:
            vectors += 1
        if seen_text and x1 - x0 >= _MIN_WIDTH and y1 - y0 >= _MIN_HEIGHT:
            covers.append((number, (x0, y0, x1, y1)))
    return Paint(tuple(covers), min(share, 1.0), images, vectors)


def hidden_words(page: Any, words: Sequence[RawWord], paint: Paint) -> frozenset[int]:
    """Indexes of words that cannot be seen on `page` (a PyMuPDF page without rotation)."""
    layered = paint.image_share > _PAGE_SHARE
    suspects = range(len(words)) if layered else _under_covers(words, paint.covers)
    if not suspects:
        return frozenset()
    return frozenset(_unseen(page, words, suspects, only_dark=layered))


def _under_covers(words: Sequence[RawWord], covers: Sequence[tuple[int, Box]]) -> list[int]:
    return [
        index
        for index, word in enumerate(words)
        if any(order > word[5] and _covered(word, cover) for order, cover in covers)
    ]


def _unseen(page: Any, words: Sequence[RawWord], suspects: Sequence[int], only_dark: bool) -> list[int]:
    pymupdf = mupdf.load()
    clip = pymupdf.Rect(
        min(words[i][0] for i in suspects) - 2,
        min(words[i][1] for i in suspects) - 2,
        max(words[i][2] for i in suspects) + 2,
        max(words[i][3] for i in suspects) + 2,
    )
    picture = page.get_pixmap(matrix=pymupdf.Matrix(_ZOOM, _ZOOM), clip=clip, colorspace=pymupdf.csGRAY, alpha=False)
    samples = memoryview(picture.samples_mv)
    frame = (picture.x, picture.y, picture.width, picture.height)
    found = []
    for index in suspects:
        tones = _tones(samples, picture.stride, frame, words[index])
        if tones is None:
            continue
        darkest, lightest = tones
        if lightest - darkest <= _CONTRAST and (lightest < _DARK or not only_dark):
            found.append(index)
    return found


def _tones(samples: memoryview, stride: int, frame: tuple[int, int, int, int], word: RawWord) -> tuple[int, int] | None:
    """Darkest and lightest pixel of the inner part of a word's box."""
    left, top, width, height = frame
    x0, y0, x1, y1 = (edge * _ZOOM for edge in word[:4])
    inset = (y1 - y0) * 0.2
    columns = range(max(0, int(x0 + 1) - left), min(width, int(x1 - 1) - left + 1))
    rows = range(max(0, int(y0 + inset) - top), min(height, int(y1 - inset) - top + 1))
    if not columns or not rows:
        return None
    darkest, lightest = 255, 0
    for row in rows:
        line = bytes(samples[row * stride + columns.start : row * stride + columns.stop])
        darkest, lightest = min(darkest, min(line)), max(lightest, max(line))
    return darkest, lightest


def _covered(word: RawWord, cover: Box) -> bool:
    wide = min(word[2], cover[2]) - max(word[0], cover[0])
    high = min(word[3], cover[3]) - max(word[1], cover[1])
    return wide > 0 and high > 0 and wide * high >= _COVERED_SHARE * (word[2] - word[0]) * (word[3] - word[1])
