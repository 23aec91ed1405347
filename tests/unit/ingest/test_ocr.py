"""Scanned pages: the words that are on them, in order, where they are, however the page lies."""

import pymupdf
import pytest
from PIL import Image, ImageChops, ImageDraw

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedPage
from app.domain.words import Word, unpack_words
from app.ingest.ocr import ocr_pages
from tests.unit.ingest.scans import LINES, letter, scan


def _read(picture: Image.Image, rotation: int = 0) -> ExtractedPage:
    return ocr_pages(scan(picture, rotation=rotation), (1,))[0]


def _words(page: ExtractedPage) -> dict[str, Word]:
    return {page.text[word.start : word.end]: word for word in unpack_words(page.words)}


def _lines(page: ExtractedPage) -> list[str]:
    return [line for line in page.text.split("\n") if line]


def test_text_confidence_and_size() -> None:
    page = _read(letter())
    assert _lines(page) == list(LINES)
    assert page.text.endswith("\n")
    assert page.scan
    assert not page.blank
    assert page.rotation == 0
    assert page.ocr_confidence is not None
    assert page.ocr_confidence > 85
    assert (page.width, page.height) == pytest.approx((480, 400), abs=1)


def test_offsets_and_boxes_sit_on_the_words() -> None:
    page = _read(letter())
    words = unpack_words(page.words)
    assert [page.text[w.start : w.end] for w in words] == page.text.split()
    okafor = _words(page)["Okafor"]
    left = 40 + pymupdf.get_text_length("Mrs ", fontsize=14)
    right = left + pymupdf.get_text_length("Okafor", fontsize=14)
    assert (okafor.x0, okafor.x1) == pytest.approx((left, right), abs=2)
    assert 105 < okafor.y0 < 115
    assert 118 < okafor.y1 < 124
    assert okafor.confidence is not None
    assert okafor.confidence > 80


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_page_that_lies_wrong_is_turned_and_boxes_stay_on_the_page_as_shown(turned: int) -> None:
    page = _read(letter().rotate(-turned, expand=True))
    assert _lines(page) == list(LINES)
    assert page.rotation == (360 - turned) % 360
    word = _words(page)["Okafor"]
    middle = ((word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2)
    upright = (40 + pymupdf.get_text_length("Mrs Oka", fontsize=14), 115)
    where = {
        90: (400 - upright[1], upright[0]),
        180: (480 - upright[0], 400 - upright[1]),
        270: (upright[1], 480 - upright[0]),
    }
    assert middle == pytest.approx(where[turned], abs=6)
    assert (word.x1 - word.x0 > word.y1 - word.y0) == (turned == 180)


def test_rotation_of_the_pdf_page_counts_as_shown() -> None:
    page = _read(letter().rotate(90, expand=True), rotation=90)
    assert _lines(page) == list(LINES)
    assert page.rotation == 0
    assert (page.width, page.height) == pytest.approx((480, 400), abs=1)
    assert _words(page)["Okafor"].x0 == pytest.approx(40 + pymupdf.get_text_length("Mrs ", fontsize=14), abs=2)


def test_slanted_page() -> None:
    page = _read(letter().rotate(7, Image.Resampling.BICUBIC, expand=True, fillcolor=255))
    assert _lines(page) == list(LINES)
    first, last = _words(page)["The"], _words(page)["2022."]
    assert last.y0 < first.y0 - 30
    assert last.y1 - last.y0 < 18


def test_noisy_page_with_a_shadow() -> None:
    picture = letter()
    light = Image.linear_gradient("L").resize(picture.size).point(lambda v: 90 + v * 6 // 10)
    picture = ImageChops.multiply(picture.point(lambda v: 40 + v * 8 // 10), light)
    picture = ImageChops.add(picture, Image.effect_noise(picture.size, 12), 1.0, -128)
    assert _lines(_read(picture)) == list(LINES)


def test_blank_page_has_no_words() -> None:
    paper = ImageChops.add(Image.new("L", (1200, 1600), 235), Image.effect_noise((1200, 1600), 15), 1.0, -128)
    page = _read(paper)
    assert page.blank
    assert (page.text, page.words, page.ocr_confidence) == ("", b"", None)


def test_specks_give_no_words_and_the_text_stays() -> None:
    picture = letter()
    draw = ImageDraw.Draw(picture)
    for number in range(40):
        x, y = 37 + 1200 * number % 1280, 620 + 97 * number % 450
        draw.ellipse((x, y, x + 3 + number % 4, y + 3), fill=60)
    page = _read(picture)
    assert _lines(page) == list(LINES)


def test_single_short_word_is_not_blank() -> None:
    page = _read(letter(("Appendix",)))
    assert page.text == "Appendix\n"
    assert not page.blank


def test_paragraphs_are_separated_by_an_empty_line() -> None:
    page = _read(letter(("First paragraph of it.", "", "", "Second paragraph of it.")))
    assert page.text == "First paragraph of it.\n\nSecond paragraph of it.\n"


def test_small_picture_on_a_huge_page_is_read() -> None:
    page = ocr_pages(scan(letter(), dpi=30), (1,))[0]
    assert _lines(page) == list(LINES)


def test_pages_come_in_the_order_asked() -> None:
    pdf = scan(letter(("First of two pages",)), letter(("Second of two pages",)))
    assert [page.text for page in ocr_pages(pdf, (2, 1))] == ["Second of two pages\n", "First of two pages\n"]


def test_page_that_is_not_there_and_bytes_that_are_no_pdf() -> None:
    with pytest.raises(FileProblem):
        ocr_pages(scan(letter()), (2,))
    with pytest.raises(FileProblem):
        ocr_pages(b"no", (1,))


def test_paper_on_a_dark_table() -> None:
    paper = letter()
    table = Image.new("L", (paper.width + 160, paper.height + 200), 60)
    table.paste(paper.point(lambda v: 20 + v * 7 // 10), (70, 90))
    table = ImageChops.add(table, Image.effect_noise(table.size, 8), 1.0, -128)
    page = _read(table.rotate(2, Image.Resampling.BICUBIC, fillcolor=60))
    assert _lines(page) == list(LINES)
