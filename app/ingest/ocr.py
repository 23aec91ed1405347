"""Reads scanned pages, in a child process: the page's picture to text, words with places and how sure it is."""

from dataclasses import dataclass
from typing import Any, Final

import pymupdf

from app.domain.extracted import ExtractedPage
from app.ingest import ocr_picture, render
from app.ingest.ocr_engine import Layout, Reading, look, orientation, read
from app.ingest.ocr_picture import Picture
from app.ingest.ocr_text import assemble, drop_specks
from app.ingest.redactions_scan import boxes_of_scan

_SENSE: Final = 60.0
"""Mean confidence below which the page may lie upside down or on its side: such readings have about 40."""
_GOOD: Final = 86.0
"""Mean confidence below which a second look pays."""
_CLOSER: Final = 1.33
_SLANTED: Final = 1.2
"""Tesseract follows lines up to this many degrees by itself; beyond it, it splits some."""
_SURE_ORIENTATION: Final = 1.0
_FEW_MARKS: Final = 0.003
_SMALL: Final = 14.5
"""Pixels: words that are lower than this have more errors (letters of 8 pt and less at 165 dpi)."""
_ORDINARY: Final = 16.0
_MOST_FINER: Final = 1.8


def ocr_pages(pdf: bytes, pages: tuple[int, ...], dpi: int = 0) -> tuple[ExtractedPage, ...]:
    """Read `pages` (from 1) of `pdf`, at `dpi` or, with 0, at what suits each page.

    Text has lines ended by a newline and an empty line between paragraphs; words have boxes in points of the page as shown and a
    confidence. `rotation` is how far the picture was turned clockwise to be upright; `ocr_confidence` 0 to 100, None without
    words. Raises FileProblem (damaged, password) and WorkProblem.
    """
    with render.open_pdf(pdf) as document:
        return tuple(_read_page(document, number, dpi) for number in pages)


def _read_page(document: Any, number: int, dpi: int) -> ExtractedPage:
    page = render.load_page(document, number)
    width, height = page.rect.width, page.rect.height
    try:
        picture = ocr_picture.page_picture(page, dpi)
        if ocr_picture.is_blank(picture.image):
            return ExtractedPage("", width=width, height=height, scan=True, blank=True)
        best = _read(page, picture, adapt=not dpi)
        boxes = boxes_of_scan(best.picture, best.reading.words)
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase) as error:
        raise render.no_page(number) from error
    words = drop_specks(best.reading.words)
    text, packed = assemble(words, best.picture.frame)
    return ExtractedPage(
        text=text,
        words=packed,
        width=width,
        height=height,
        scan=True,
        blank=not words and ocr_picture.ink_share(picture.image) < _FEW_MARKS,
        rotation=best.turn,
        ocr_confidence=round(Reading(words).sure, 1) if words else None,
        boxes=boxes,
    )


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A reading with the picture it was made from and how far that was turned clockwise."""

    reading: Reading
    picture: Picture
    turn: int


def _read(page: Any, picture: Picture, adapt: bool) -> _Attempt:
    """The best reading of the page: as it lies, or turned when that makes little sense."""
    upright = _level(picture)
    layout = look(upright.image, upright.dpi)
    if not layout.turn:
        first = _go_on(page, upright, layout, 0, adapt)
        if first.reading.sure >= _SENSE:
            return _again(page, first) if adapt else first
        attempts = [first, *(_turned(page, picture, turn, adapt) for turn in _other_ways(picture))]
    else:
        first = _turned(page, picture, layout.turn, adapt)
        if first.reading.sure >= _SENSE:
            return first
        attempts = [first, _turned(page, picture, layout.turn - 180, adapt)]
    return max(attempts, key=lambda attempt: attempt.reading.worth)


def _again(page: Any, first: _Attempt) -> _Attempt:
    """A second look at a page of poor quality, larger and softer; the better of both."""
    if first.reading.sure >= _GOOD:
        return first
    picture = _level(ocr_picture.page_picture(page, finer=_CLOSER, soften=True))
    look(picture.image, picture.dpi)
    second = _Attempt(read(), picture, 0)
    return second if second.reading.worth > first.reading.worth else first


def _turned(page: Any, picture: Picture, turn: int, adapt: bool) -> _Attempt:
    upright = _level(picture.turn(turn))
    return _go_on(page, upright, look(upright.image, upright.dpi), turn, adapt)


def _go_on(page: Any, picture: Picture, layout: Layout, turn: int, adapt: bool) -> _Attempt:
    """Read what was looked at; small letters are first looked at again in a finer picture."""
    if adapt and 0 < layout.height < _SMALL:
        finer = ocr_picture.page_picture(page, finer=min(_MOST_FINER, _ORDINARY / layout.height))
        if finer.dpi > 1.1 * picture.dpi:
            picture = _level(finer.turn(turn))
            look(picture.image, picture.dpi)
    return _Attempt(read(), picture, turn % 360)


def _other_ways(picture: Picture) -> tuple[int, ...]:
    """Turns worth trying, most likely first."""
    found, sure = orientation(picture.image)
    if sure >= _SURE_ORIENTATION:
        return (found,) if found else ()
    return (180, 90, 270)


def _level(picture: Picture) -> Picture:
    degrees = ocr_picture.skew(picture.image)
    return picture.straighten(degrees) if abs(degrees) > _SLANTED else picture
