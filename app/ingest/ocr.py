"""Reads scanned pages, in a child process: the page's picture to text, words with places and how sure it is."""

from dataclasses import dataclass, replace
from typing import Any, Final

import pymupdf

from app.domain import reading_notes
from app.domain.extracted import Box, ExtractedPage
from app.ingest import ocr_mixed, ocr_picture, ocr_second_models, render
from app.ingest.ocr_doubt import is_poor
from app.ingest.ocr_engine import Layout, Reading, Seen, look, orientation, read
from app.ingest.ocr_frame import scaled
from app.ingest.ocr_picture import Picture
from app.ingest.ocr_text import assemble, drop_specks
from app.ingest.ocr_torn import mended
from app.ingest.pdf_pages import extract_page
from app.ingest.redactions_scan import boxes_of_scan
from app.ingest.text_oddity import agreement, is_odd

_SENSE: Final = 60.0
"""Mean confidence below which the page may lie upside down or on its side: such readings have about 40."""
_GOOD: Final = 86.0
"""Mean confidence below which a second look pays."""
_CLOSER: Final = 1.33
_SLANTED: Final = 0.7
"""Degrees. Tesseract follows lines that slope more than this, but tears some apart: then the page reads in the wrong order."""
_SURE_ORIENTATION: Final = 1.0
_FEW_MARKS: Final = 0.003
_SMALL: Final = 14.5
"""Pixels: words that are lower than this have more errors (letters of 8 pt and less at 165 dpi)."""
_ORDINARY: Final = 16.0
_MOST_FINER: Final = 1.8
_SAME_TEXT: Final = 0.7
"""Two readings of a page with this share of words in common are the same text: then the one that came with it stays."""

_LEGIBLE: Final = 70.0


def ocr_pages(pdf: bytes, pages: tuple[int, ...], dpi: int = 0) -> tuple[ExtractedPage, ...]:
    """Read `pages` (from 1) of `pdf`, at `dpi` or, with 0, at what suits each page.

    Text has lines ended by a newline and an empty line between paragraphs; words have boxes in points of the page as shown and a
    confidence. `rotation` is how far the picture was turned clockwise to be upright; `ocr_confidence` 0 to 100, None without
    words. Raises FileProblem (damaged, password) and WorkProblem.
    """
    with render.open_pdf(pdf) as document:
        return tuple(_read_page(document, number, dpi) for number in pages)


def ocr_page(pdf: bytes, number: int, turn: int | None = None) -> ExtractedPage:
    """Read one page again, whatever it holds; `turn`: degrees clockwise that make it upright, when a person said so.

    Raises FileProblem (damaged, password) and WorkProblem.
    """
    with render.open_pdf(pdf) as document:
        return _read_page(document, number, 0, turn)


def _read_page(document: Any, number: int, dpi: int, turn: int | None = None) -> ExtractedPage:
    try:
        page = render.load_page(document, number)
        plain = _digital(page, number)
        picture = ocr_picture.page_picture(page, dpi)
        areas = ocr_mixed.picture_areas(page) if plain.text else ()
        if ocr_picture.is_blank(picture.image):
            return plain if plain.text else replace(plain, scan=True, blank=True)
        pymupdf.TOOLS.store_shrink(100)  # decoded pictures, which nobody asks for again
        best = _read(page, picture, not dpi) if turn is None else _turned(page, picture, turn, adapt=True)
        return _kept(plain, _helped(best) if not dpi else best, areas)
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase) as error:
        raise render.no_page(number) from error


def _digital(page: Any, number: int) -> ExtractedPage:
    """The page as its file gives it; the page itself is left as it was."""
    rotation = page.rotation
    try:
        return extract_page(page, number)[0]
    finally:
        page.set_rotation(rotation)


def _kept(plain: ExtractedPage, best: "_Attempt", areas: tuple[Box, ...]) -> ExtractedPage:
    """What is kept of a reading, beside the text that came with the page if that is good."""
    read = mended(drop_specks(best.reading.words))
    text, words = assemble(read, best.picture.frame)
    boxes = boxes_of_scan(best.picture, best.reading.words)
    page = replace(
        plain,
        text=text,
        words=words,
        scan=True,
        blank=not read and not plain.text and ocr_picture.ink_share(best.picture.image) < _FEW_MARKS,
        rotation=best.turn,
        ocr_confidence=round(Reading(read).sure, 1) if read else None,
        boxes=boxes,
        reading=(*plain.reading, *best.notes),
    )
    if not plain.text:
        return page
    if is_odd(plain.text) and agreement(plain.text, text) < _SAME_TEXT and best.reading.sure > _LEGIBLE:
        return replace(page, reading=(reading_notes.POOR_LAYER, *page.reading))
    return _mixed(plain, page, best, read, areas)


def _mixed(
    plain: ExtractedPage, page: ExtractedPage, best: "_Attempt", read: tuple[Seen, ...], areas: tuple[Box, ...]
) -> ExtractedPage:
    """The page's own words with those of its pictures."""
    digital = ocr_mixed.digital_words(plain)
    more = ocr_mixed.added(digital, ocr_mixed.on_page(read, best.picture.frame), areas)
    if not more:
        return replace(plain, scan=True)
    text, words = assemble(ocr_mixed.woven(digital, more, areas), scaled(1.0, 1.0))
    inside = tuple(box for box in page.boxes if ocr_mixed.is_inside(box, areas))
    sure = round(Reading(more).sure, 1)
    notes = (reading_notes.MIXED, *page.reading)
    return replace(page, text=text, words=words, boxes=inside, ocr_confidence=sure, reading=notes)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A reading with the picture it was made from and how far that was turned clockwise."""

    reading: Reading
    picture: Picture
    turn: int
    notes: tuple[str, ...] = ()


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


def _helped(best: _Attempt) -> _Attempt:
    """With the second reader's words where Tesseract is not sure."""
    if not is_poor(best.reading, best.picture.image):
        return best
    if not ocr_second_models.available():
        return replace(best, notes=(reading_notes.BETTER,))
    from app.ingest.ocr_merge import better

    found = better(best.reading, best.picture.image)
    return replace(best, reading=found, notes=(reading_notes.SECOND,)) if found != best.reading else best


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
