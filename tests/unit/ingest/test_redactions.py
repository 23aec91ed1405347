"""Boxes are found on drawn and scanned pages; heads of tables, bars, charts, photographs and logos are not boxes."""

import random
import re
from collections.abc import Sequence

import pymupdf
import pytest
from PIL import Image

from app.domain.extracted import Box
from app.ingest import redactions
from app.ingest.reader import ReadOptions
from app.ingest.redactions_lines import SeenWord, gaps, lines_of
from app.ingest.redactions_picture import SCALE, boxes_in
from app.ingest.registry import read
from benchmarks.findings_pages import hard_pages
from benchmarks.redaction_pages import paper


def overlap(one: Box, other: Box) -> float:
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    size = sum((b[2] - b[0]) * (b[3] - b[1]) for b in (one, other))
    return wide * high / (size - wide * high) if wide > 0 and high > 0 else 0.0


def same(found: Sequence[Box], true: Sequence[Box]) -> bool:
    return len(found) == len(true) and all(any(overlap(f, t) > 0.5 for f in found) for t in true)


@pytest.fixture(scope="module")
def pages() -> tuple[bytes, tuple[tuple[Box, ...], ...], tuple[tuple[Box, ...], ...]]:
    return hard_pages()


def test_drawn_boxes_of_any_tone_and_no_false_ones(pages) -> None:  # type: ignore[no-untyped-def]
    data, true, _ = pages
    read_pages = read(data, "hard.pdf", ReadOptions()).pages
    assert [same(page.boxes, boxes) for page, boxes in zip(read_pages, true, strict=True)] == [True] * len(true)
    assert not any(page.unsafe for page in read_pages)


@pytest.mark.parametrize("number", [0, 4, 5])
def test_boxes_on_a_picture(pages, number: int) -> None:  # type: ignore[no-untyped-def]
    data, _, seen = pages
    picture = pymupdf.open(stream=data)[number].get_pixmap(
        matrix=pymupdf.Matrix(SCALE, SCALE), colorspace=pymupdf.csGRAY
    )
    image = Image.frombytes("L", (picture.width, picture.height), picture.samples)
    found = [tuple(v / SCALE for v in box) for box in boxes_in(image, SCALE, ())]
    assert same(found, seen[number]), found  # type: ignore[arg-type]


def test_words_under_a_box_are_dropped_and_their_place_is_kept() -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((60, 100), "Present: Gillian Rusk and Mrs Brennan", fontsize=11)
    (rect,) = page.search_for("Gillian Rusk")
    page.draw_rect(rect, color=None, fill=(0, 0, 0))
    page.set_rotation(90)
    made = read(document.tobytes(), "a.pdf", ReadOptions())
    assert "Rusk" not in repr(made)
    (found,) = made.pages[0].boxes
    assert made.pages[0].unsafe == made.pages[0].boxes
    assert found[3] - found[1] > found[2] - found[0]


def test_a_box_that_hides_well_is_not_unsafe() -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((60, 100), "Present: Gillian Rusk and Mrs Brennan", fontsize=11)
    page.add_redact_annot(page.search_for("Gillian Rusk")[0], fill=(0, 0, 0))
    page.apply_redactions()
    made = read(document.tobytes(), "a.pdf", ReadOptions()).pages[0]
    assert (len(made.boxes), made.unsafe) == (1, ())


def test_pieces_of_one_bar_are_one_box() -> None:
    pieces = [(60.0, 10.0, 90.0, 21.0), (90.5, 10.0, 120.0, 21.0), (60.0, 30.0, 90.0, 41.0), (140.0, 10.0, 150.0, 21.0)]
    assert redactions.merged(pieces) == (
        (60.0, 10.0, 120.0, 21.0),
        (140.0, 10.0, 150.0, 21.0),
        (60.0, 30.0, 90.0, 41.0),
    )


@pytest.mark.parametrize(
    ("text", "label"),
    [("s.40(2)", True), ("Third party data", True), ("Sch 2 para 16", True), ("REDACTED", True), ("CHILD AND FAMILY ASSESSMENT", False),
     ("Name withheld", True), ("Name of child", False), ("SECTION 4", False), ("Mrs Brennan", False), ("", False)],
)  # fmt: skip
def test_labels(text: str, label: bool) -> None:
    assert redactions.is_label(text) is label


def test_a_chart_is_not_a_redaction() -> None:
    bars = tuple((80.0 + 40 * n, 480.0 - tall, 140.0 + 40 * n, 480.0) for n, tall in enumerate((20, 30, 25)))
    assert redactions.without_charts(bars) == ()
    level = tuple((80.0 + 80 * n, 468.0, 140.0 + 80 * n, 480.0) for n in range(3))
    assert redactions.without_charts(level) == level


@pytest.mark.parametrize("kind", ["boxes", "grey", "coloured", "white", "labelled", "block", "none"])
def test_drawn_pages_of_many_kinds(kind: str) -> None:
    for seed in range(6):
        made = paper(random.Random(seed), kind)
        page = read(made.pdf, "a.pdf", ReadOptions()).pages[0]
        assert same(page.boxes, [*made.boxes, *made.whites]), seed


def prose(*lines: str) -> list[SeenWord]:
    """Words of ten points, six a letter, a line every fourteen; underscores leave their place bare."""
    words = []
    for row, line in enumerate(lines):
        for match in re.finditer(r"[^ _]+", line):
            x0, x1 = 60 + 6.0 * match.start(), 60 + 6.0 * match.end()
            words.append(SeenWord(match[0], (x0, 100.0 + 14 * row, x1, 109.0 + 14 * row)))
    return words


def test_words_painted_out_leave_a_gap_in_their_line() -> None:
    words = prose(
        "the class was told that the visit of the worker had been moved",
        "and that __________ would come on the day after the half term",
        "so that everybody could be there when the plan was looked at again",
    )
    (gap,) = gaps(lines_of(words))
    assert overlap(gap, (60 + 6 * 9, 113, 60 + 6 * 19, 124)) > 0.6


@pytest.mark.parametrize(
    "lines",
    [
        ("the class was told that the visit had been moved to May", "Yes            No             Not known      Signed"),
        ("when          who           what was said", "monday        worker        the visit was short", "friday        mother        she was not told why"),
        ("the class was told that the visit had been moved to May", "Name of child:            ", "Signed"),
    ],
)  # fmt: skip
def test_columns_and_forms_have_no_gaps(lines: tuple[str, ...]) -> None:
    assert gaps(lines_of(prose(*lines))) == []
