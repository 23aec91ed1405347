"""The second reader: lines found however they slope, words with places, the surer of two readings."""

import importlib.util

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from app.ingest import ocr, ocr_merge, ocr_second, ocr_second_models
from app.ingest.ocr_doubt import is_poor
from app.ingest.ocr_engine import Reading, Seen
from app.ingest.ocr_merge import better
from app.ingest.ocr_second import LineWord, read_line
from app.ingest.ocr_second_lines import Strip, find_lines
from app.system.fonts import font_folder
from tests.unit.ingest.scans import letter, scan

needed = pytest.mark.skipif(not ocr_second_models.available(), reason="set up without the second reader")
_LINES = ("Rowan was tired today", "and read two pages aloud")


def _note(slope: float = 0.0) -> Image.Image:
    paper = Image.new("L", (900, 600), 250)
    pen = ImageDraw.Draw(paper)
    font = ImageFont.truetype(str(next(font_folder().glob("*It.ttf"))), 44)
    for number, line in enumerate(_LINES):
        pen.text((80, 200 + 110 * number), line, fill=40, font=font)
    return paper.rotate(slope, Image.Resampling.BICUBIC, fillcolor=250)


@needed
@pytest.mark.parametrize("slope", [0.0, 5.0, -5.0])
def test_lines_are_found_and_read_however_they_slope(slope: float) -> None:
    image = _note(slope)
    strips = find_lines(image)
    assert [" ".join(word.text for word in read_line(image, strip)) for strip in strips] == list(_LINES)


@needed
def test_words_stand_where_they_are_written() -> None:
    image = _note()
    strip = find_lines(image)[0]
    font = ImageFont.truetype(str(next(font_folder().glob("*It.ttf"))), 44)
    words = read_line(image, strip)
    left = 80 + font.getlength("Rowan was ")
    box = strip.part(words[2].start, words[2].end)
    assert box[0] == pytest.approx(left, abs=14)
    assert box[2] == pytest.approx(left + font.getlength("tired"), abs=14)
    assert box[1] < 225 < box[3]


def test_a_bent_strip_is_cut_out_straight() -> None:
    image = Image.new("L", (300, 200), 255)
    ImageDraw.Draw(image).line([(0, 60), (150, 100), (300, 60)], fill=0, width=6)
    cut = Strip(((0, 60), (150, 100), (300, 60)), 40, 1.0).cut(image, 40)
    middle = cut.crop((10, 14, cut.width - 10, 26)).resize((1, 1), Image.Resampling.BOX)
    edge = cut.crop((10, 0, cut.width - 10, 8)).resize((1, 1), Image.Resampling.BOX)
    assert middle.getpixel((0, 0)) < 170
    assert edge.getpixel((0, 0)) > 250


def _words(sure: float) -> tuple[Seen, ...]:
    boxes = {"Rwan": (80, 205, 200, 240), "vas": (215, 205, 280, 240), "tred": (295, 205, 380, 240)}
    return tuple(Seen(text, box, sure, text == "Rwan", False, False) for text, box in boxes.items())


@needed
def test_the_surer_reading_of_each_line_is_taken() -> None:
    kept = better(Reading(_words(97)), _note())
    assert [word.text for word in kept.words][:3] == ["Rwan", "vas", "tred"]
    assert " ".join(word.text for word in kept.words).endswith(_LINES[1])
    replaced = better(Reading(_words(30)), _note())
    assert " ".join(word.text for word in replaced.words) == " ".join(_LINES)
    assert [word.text for word in replaced.words if word.line] == ["Rowan", "and"]


def _read(*words: str) -> list[LineWord]:
    return [LineWord(word, n / len(words), (n + 1) / len(words), 97.0) for n, word in enumerate(words)]


def _told(*words: str) -> Reading:
    boxes = [(100 * n, 0, 100 * n + 90, 30) for n in range(len(words))]
    return Reading(
        tuple(Seen(word, box, 60, n == 0, False, False) for n, (word, box) in enumerate(zip(words, boxes, strict=True)))
    )


def test_spaces_that_the_second_reader_leaves_out_come_from_tesseract() -> None:
    words = ocr_merge._with_breaks(_read("3of5"), _told("3", "0f", "5"))
    assert [word.text for word in words] == ["3", "of", "5"]
    assert [word.box[0] for word in words] == [0, 100, 200]
    assert [word.line for word in words] == [True, False, False]


@pytest.mark.parametrize("told", [("3", "0f"), ("w1d3",), ("a", "bcd"), ()])
def test_other_letters_or_no_more_spaces_change_nothing(told: tuple[str, ...]) -> None:
    assert ocr_merge._with_breaks(_read("3of5"), _told(*told)) == ()


def test_the_same_letters_stay_in_tesseracts_words_and_are_surer() -> None:
    words = ocr_merge._with_breaks(_read("3of", "5"), _told("3", "of", "5"))
    assert [(word.text, word.sure) for word in words] == [("3", 97), ("of", 97), ("5", 97)]


@needed
def test_a_space_that_is_only_half_seen_is_a_space() -> None:
    signs = ocr_second._alphabet()[1]
    every = ocr_second_models.letters()
    scores = np.zeros((7, len(every)), dtype=np.float32)
    for step, sign in enumerate(("a", "", "", "b", "b", "", "c")):
        scores[step, every.index(sign)] = 0.9
    scores[2, every.index(" ")] = 0.3
    assert " " in signs
    assert [word.text for word in ocr_second._words(scores, 7.0)] == ["a", "bc"]


def test_clear_print_needs_no_second_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> None:
        raise AssertionError("the second reader was asked")

    monkeypatch.setattr(ocr_second_models, "available", never)
    assert ocr.ocr_pages(scan(letter()), (1,))[0].reading == ()


def test_unsure_words_and_unread_ink_are_doubtful() -> None:
    image = _note()
    assert is_poor(Reading(_words(50)), image)
    assert is_poor(Reading(_words(96)), image)
    whole = Seen("all", (70, 190, 840, 370), 96, True, True, True)
    assert not is_poor(Reading((whole,)), image)


def test_without_it_pages_say_that_they_could_be_read_better(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(ocr_second_models, "find_spec", lambda name: None if name == "onnxruntime" else found(name))
    ocr_second_models.available.cache_clear()
    monkeypatch.setattr(ocr, "is_poor", lambda *_: True)
    try:
        assert ocr.ocr_pages(scan(letter()), (1,))[0].reading == ("could-be-better",)
    finally:
        ocr_second_models.available.cache_clear()
