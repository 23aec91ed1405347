"""The parts of OCR that need no recognition: frames, skew, ink, specks, text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.domain.words import unpack_words
from app.ingest import ocr_picture
from app.ingest.ocr_engine import Reading, Seen, data_folder
from app.ingest.ocr_frame import scaled, slanted, turned
from app.ingest.ocr_picture import Picture
from app.ingest.ocr_text import assemble, drop_specks
from tests.unit.ingest.scans import letter


def _seen(
    text: str, x: int = 0, sure: float = 95, line: bool = False, paragraph: bool = False, height: int = 20
) -> Seen:
    return Seen(text, (x, 0, x + 10 * len(text), height), sure, line, paragraph, False)


@given(
    turn=st.sampled_from([0, 90, 180, 270]), degrees=st.floats(-12, 12), x=st.integers(30, 70), y=st.integers(30, 40)
)
def test_a_dot_is_found_where_it_was(turn: int, degrees: float, x: int, y: int) -> None:
    image = Image.new("L", (100, 70), 255)
    image.paste(0, (x, y, x + 2, y + 2))
    picture = Picture(image, 72, scaled(1.0, 1.0)).turn(turn).straighten(degrees)
    moved = min(
        (picture.image.getpixel((u, v)), u, v) for u in range(picture.image.width) for v in range(picture.image.height)
    )
    assert picture.frame.point(moved[1] + 0.5, moved[2] + 0.5) == pytest.approx((x + 1, y + 1), abs=1.6)


def test_box_on_its_side_swaps_width_and_height() -> None:
    box = turned(90, 200, 100).box((10, 20, 50, 30))
    assert (box[2] - box[0], box[3] - box[1]) == (10, 40)


def test_box_on_a_slope_keeps_its_height() -> None:
    box = slanted(5, (1000, 1000), (1083, 1083)).box((100, 500, 900, 520))
    assert box[3] - box[1] == pytest.approx(20)


@pytest.mark.parametrize("degrees", [-9, -3, 0, 4, 12])
def test_skew_is_measured(degrees: int) -> None:
    picture = letter().rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    assert ocr_picture.skew(picture) == pytest.approx(-degrees, abs=0.6)


def test_ink_and_paper() -> None:
    assert ocr_picture.paper_grey(Image.new("L", (400, 400), 201)) == 201
    assert ocr_picture.is_blank(Image.new("L", (1600, 1600), 230))
    assert not ocr_picture.is_blank(letter(("No.",)))


def test_marks_without_meaning_are_dropped_and_line_starts_survive() -> None:
    words = [_seen("|", line=True, paragraph=True), _seen("Name"), _seen("_", sure=20), _seen("Robim", sure=12)]
    words += [_seen("zx", sure=12, line=True), _seen("vvrq", sure=20), _seen("Health", line=True)]
    kept = drop_specks(words)
    assert [word.text for word in kept] == ["Name", "Robim", "Health"]
    assert [word.line for word in kept] == [True, False, True]
    assert [word.paragraph for word in kept] == [True, False, False]


def test_huge_unsure_letter_is_dirt() -> None:
    words = [_seen("plain"), _seen("words"), _seen("here"), _seen("Q1x", sure=50, height=400)]
    assert [word.text for word in drop_specks(words)] == ["plain", "words", "here"]


def test_text_with_cells_lines_and_paragraphs() -> None:
    words = (
        _seen("Date", 0),
        _seen("Event", 200),
        _seen("next", 0, line=True),
        _seen("New", 0, line=True, paragraph=True),
    )
    text, packed = assemble(words, scaled(0.5, 0.5))
    assert text == "Date  Event\nnext\n\nNew\n"
    unpacked = unpack_words(packed)
    assert [text[w.start : w.end] for w in unpacked] == ["Date", "Event", "next", "New"]
    assert (unpacked[1].x0, unpacked[1].y1, unpacked[1].confidence) == (100, 10, 95)


def test_no_words() -> None:
    assert assemble((), scaled(1, 1)) == ("", b"")
    assert Reading(()).sure == 0.0


def test_language_data_is_found() -> None:
    assert (data_folder() / "eng.traineddata").is_file()
    assert (data_folder() / "osd.traineddata").is_file()
