"""Reads scanned pages, in a child process: the page's picture to text, words with places and how sure it is."""

from typing import Any, Final

import pymupdf

from app.domain.extracted import ExtractedPage
from app.ingest import ocr_picture, render
from app.ingest.ocr_engine import Reading, orientation, recognise
from app.ingest.ocr_picture import Picture
from app.ingest.ocr_text import assemble, drop_specks

_GOOD: Final = 75.0
"""Mean confidence above which the first reading is taken; below it the page may lie on its side or be faint."""
_SLANTED: Final = 2.5
"""Tesseract follows lines up to this many degrees by itself."""
_SURE_ORIENTATION: Final = 1.0
_FEW_MARKS: Final = 0.003


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
    try:
        picture = ocr_picture.page_picture(page, dpi)
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase) as error:
        raise render.no_page(number) from error
    width, height = page.rect.width, page.rect.height
    if ocr_picture.is_blank(picture.image):
        return ExtractedPage("", width=width, height=height, scan=True, blank=True)
    picture, reading, rotation = _read(picture)
    words = drop_specks(reading.words)
    text, packed = assemble(words, picture.frame)
    return ExtractedPage(
        text=text,
        words=packed,
        width=width,
        height=height,
        scan=True,
        blank=not words and ocr_picture.ink_share(picture.image) < _FEW_MARKS,
        rotation=rotation,
        ocr_confidence=round(Reading(words).sure, 1) if words else None,
    )


def _read(picture: Picture) -> tuple[Picture, Reading, int]:
    """The picture as it was read best, what was read, and how far it was turned clockwise."""
    first = _level(picture)
    reading = recognise(first.image, first.dpi)
    if reading.sure >= _GOOD and not reading.turn:
        return first, reading, 0
    best = first, reading, 0
    for turn in _other_ways(picture, reading):
        turned = _level(picture.turn(turn))
        again = recognise(turned.image, turned.dpi)
        if again.worth > best[1].worth:
            best = turned, again, turn
    return best


def _other_ways(picture: Picture, reading: Reading) -> tuple[int, ...]:
    """Turns worth trying, most likely first."""
    found, sure = orientation(picture.image)
    if sure >= _SURE_ORIENTATION:
        return (found,) if found else ()
    return (270, 90) if reading.turn else (180, 90, 270)


def _level(picture: Picture) -> Picture:
    degrees = ocr_picture.skew(picture.image)
    return picture.straighten(degrees) if abs(degrees) > _SLANTED else picture
