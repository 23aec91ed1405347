"""Failed redactions: words that a box or picture drawn later hides from the eye but not from a computer.

Such words are somebody else's secret: they are dropped here and never leave the child process. The test is the eye's own:
where something was painted after the text, the page is rendered and a word without any contrast in its place is hidden.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.ingest import mupdf, pdf_unseen
from app.ingest.pdf_words import RawWord

Box = tuple[float, float, float, float]

_TEXT, _IMAGE = 0, 1
_MIN_WIDTH, _MIN_HEIGHT = 6.0, 4.0
_COVERED_SHARE = 0.25
_DARK_RUN_OF_WIDTH, _DARK_RUN_OF_HEIGHT = 0.3, 0.45
"""A dark run this long is a box over part of a word: no stroke of a letter is as wide."""
_PAGE_SHARE = 0.5
_CONTRAST, _FAINT = 40, 24
_DARK = 90
_ZOOM = 1.5
_DENSEST_LETTERS = 0.6


@dataclass(frozen=True, slots=True)
class Paint:
    """What was painted on a page beside words. `covers` are (order, box) of what came after some text; `text_orders` the
    orders of the text blocks, by the block number of their words. `image_share` is the part under pictures, 0 to 1."""

    covers: tuple[tuple[int, Box], ...]
    image_share: float
    images: int
    vectors: int
    text_orders: tuple[int, ...] = ()


def survey(blocks: Sequence[Sequence[Any]], page_area: float) -> Paint:
    """Sort the blocks of a page, as MuPDF lists them in the order of painting: x0, y0, x1, y1, text, number, kind."""
    covers: list[tuple[int, Box]] = []
    texts: list[int] = []
    share, images, vectors = 0.0, 0, 0
    for x0, y0, x1, y1, _, number, kind in blocks:
        if kind == _TEXT:
            texts.append(number)
            continue
        if kind == _IMAGE:
            images += 1
            part = (x1 - x0) * (y1 - y0) / page_area
            share += part
            if part > _PAGE_SHARE:
                continue
        else:
            vectors += 1
        if texts and x1 - x0 >= _MIN_WIDTH and y1 - y0 >= _MIN_HEIGHT:
            covers.append((number, (x0, y0, x1, y1)))
    return Paint(tuple(covers), min(share, 1.0), images, vectors, tuple(texts))


def hidden_words(page: Any, words: Sequence[RawWord], blocks: Sequence[Sequence[Any]], paint: Paint) -> frozenset[int]:
    """Indexes of words that cannot be seen on `page` (a PyMuPDF page without rotation)."""
    if paint.image_share > _PAGE_SHARE:
        return frozenset(_unseen(page, words, range(len(words)), only_dark=True))
    fills = pdf_unseen.grounds(blocks)
    gone = set(pdf_unseen.under_pictures(page, words, blocks)) if paint.images else set()
    suspects = sorted({*_under_covers(words, paint)} - gone)
    faint = {*pdf_unseen.on_dark(words, fills), *pdf_unseen.pale(page, words, fills)} - gone - {*suspects}
    if suspects:
        gone.update(_unseen(page, words, suspects, only_dark=False))
    if faint:
        gone.update(_unseen(page, words, sorted(faint), only_dark=False, contrast=_FAINT))
    return frozenset(gone)


def _under_covers(words: Sequence[RawWord], paint: Paint) -> list[int]:
    if not paint.covers:
        return []
    orders = dict(enumerate(paint.text_orders))
    return [
        index
        for index, word in enumerate(words)
        if any(order > orders.get(word[5], -1) and _covered(word, cover) for order, cover in paint.covers)
    ]


def _unseen(
    page: Any, words: Sequence[RawWord], suspects: Sequence[int], only_dark: bool, contrast: int = _CONTRAST
) -> list[int]:
    picture = mupdf.grey_picture(page, _ZOOM)
    frame = _Frame(memoryview(picture.samples_mv), picture.stride, picture.x, picture.y, picture.width, picture.height)
    found = []
    for index in suspects:
        rows = frame.rows_of(words[index])
        if not rows or not any(c.isalnum() for c in words[index][4]):
            continue
        if contrast < _CONTRAST:
            gone = _is_uniform(rows, contrast)
        else:
            gone = _is_boxed(rows, words[index]) or (
                not only_dark and (_is_uniform(rows, contrast) or _is_mostly_dark(rows))
            )
        if gone:
            found.append(index)
    return found


@dataclass(frozen=True, slots=True)
class _Frame:
    """A grey rendering of part of a page."""

    samples: memoryview
    stride: int
    left: int
    top: int
    width: int
    height: int

    def rows_of(self, word: RawWord) -> list[bytes]:
        """Pixel rows of the inner part of a word's box; none when it is too small to judge."""
        x0, y0, x1, y1 = (edge * _ZOOM for edge in word[:4])
        inset = (y1 - y0) * 0.25
        first, last = max(0, int(x0 + 1) - self.left), min(self.width, int(x1) - self.left)
        rows = range(max(0, int(y0 + inset) - self.top), min(self.height, int(y1 - inset) - self.top + 1))
        if first >= last:
            return []
        return [bytes(self.samples[row * self.stride + first : row * self.stride + last]) for row in rows]


def _is_uniform(rows: Sequence[bytes], contrast: int) -> bool:
    return max(map(max, rows)) - min(map(min, rows)) <= contrast


def _is_mostly_dark(rows: Sequence[bytes]) -> bool:
    """True for a dark box with light letters on it, such as "REDACTED": letters themselves are never as dense."""
    dark = sum(1 for row in rows for tone in row if tone < _DARK)
    return dark > _DENSEST_LETTERS * len(rows) * len(rows[0])


def _is_boxed(rows: Sequence[bytes], word: RawWord) -> bool:
    """True when a run of wholly dark columns is wider than any stroke of a letter could be."""
    longest = run = 0
    for column in zip(*rows, strict=True):
        run = run + 1 if max(column) < _DARK else 0
        longest = max(longest, run)
    height = (word[3] - word[1]) * _ZOOM
    return longest >= max(_DARK_RUN_OF_WIDTH * len(rows[0]), _DARK_RUN_OF_HEIGHT * height)


def _covered(word: RawWord, cover: Box) -> bool:
    wide = min(word[2], cover[2]) - max(word[0], cover[0])
    high = min(word[3], cover[3]) - max(word[1], cover[1])
    return wide > 0 and high > 0 and wide * high >= _COVERED_SHARE * (word[2] - word[0]) * (word[3] - word[1])
