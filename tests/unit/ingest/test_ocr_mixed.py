"""Pages with text of their own and pictures with words: both are read, nothing comes twice."""

import io

import pymupdf
import pytest

from app.domain import reading_notes
from app.domain.extracted import ExtractedPage
from app.domain.words import unpack_words
from app.ingest.ocr import ocr_pages
from app.ingest.reader import ReadOptions
from app.ingest.registry import read
from tests.unit.ingest.scans import LINES, letter

_REPORT = ("This report was written by the school in March.", "A letter of the clinic is copied below.")


def _png() -> bytes:
    data = io.BytesIO()
    letter().save(data, "PNG")
    return data.getvalue()


def _page(pdf: bytes) -> ExtractedPage:
    first = read(pdf, "page.pdf", ReadOptions()).pages[0]
    return ocr_pages(pdf, (1,))[0] if first.scan else first


def _report(turn: int = 0) -> bytes:
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        for number, line in enumerate(_REPORT):
            page.insert_text((60, 80 + 20 * number), line)
        page.insert_image((60, 200, 540, 600), stream=_png())
        page.insert_text((60, 700), "The report goes on after it.")
        page.set_rotation(turn)
        return bytes(document.tobytes())


@pytest.mark.parametrize("turn", [0, 90])
def test_a_scanned_letter_in_a_report_is_read_in_its_place(turn: int) -> None:
    page = _page(_report(turn))
    lines = [line for line in page.text.splitlines() if line]
    wanted = [*_REPORT, *LINES, "The report goes on after it."]
    assert sorted(page.text.split()) == sorted(" ".join(wanted).split())
    assert turn or lines == wanted
    assert reading_notes.MIXED in page.reading


def test_words_of_the_file_stay_exact_and_words_of_the_picture_have_a_confidence() -> None:
    page = _page(_report())
    sure = {page.text[word.start : word.end]: word.confidence for word in unpack_words(page.words)}
    assert sure["report"] is None
    assert sure["Okafor"] is not None


def _layered(words: str) -> bytes:
    with pymupdf.open() as document:
        page = document.new_page(width=480, height=400)
        page.insert_image(page.rect, stream=_png())
        for number in range(6):
            page.insert_text((40, 80 + 40 * number), words, fontsize=9, render_mode=3)
        return bytes(document.tobytes())


def test_a_misread_layer_is_read_again_and_the_reason_kept() -> None:
    page = _page(_layered("Tl1e cl4ss t3ach|er wr0te tl1at l1e l1ad sett!ed we|l"))
    assert [line for line in page.text.splitlines() if line] == list(LINES)
    assert page.reading[0] == reading_notes.POOR_LAYER


def test_a_sound_layer_stays_as_it_came() -> None:
    words = "Every word of this layer was read well by the machine that made it"
    page = _page(_layered(words))
    assert page.text.splitlines() == [words] * 6
    assert page.reading == ()


def test_a_stamp_on_a_scan_is_kept_and_the_scan_is_read() -> None:
    with pymupdf.open() as document:
        page = document.new_page(width=480, height=420)
        page.insert_image((0, 0, 480, 400), stream=_png())
        page.insert_text((300, 414), "Scanned by PaperSnap", fontsize=8)
        pdf = bytes(document.tobytes())
    found = _page(pdf)
    assert [line for line in found.text.splitlines() if line] == [*LINES, "Scanned by PaperSnap"]
