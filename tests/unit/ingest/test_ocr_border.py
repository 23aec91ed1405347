"""Finding the paper in a picture: the table goes, the page stays."""

import pytest
from PIL import Image, ImageChops, ImageDraw

from app.ingest.ocr_border import without_surroundings
from tests.unit.ingest.scans import letter


def _on_table(paper: Image.Image, left: int, top: int, right: int, bottom: int) -> Image.Image:
    table = Image.new("L", (paper.width + left + right, paper.height + top + bottom), 50)
    table.paste(paper, (left, top))
    return ImageChops.add(table, Image.effect_noise(table.size, 6), 1.0, -128)


@pytest.mark.parametrize("sides", [(90, 90, 90, 90), (0, 80, 120, 0), (150, 0, 0, 0)])
def test_table_is_painted_and_text_stays(sides: tuple[int, int, int, int]) -> None:
    picture = _on_table(letter().point(lambda v: v * 8 // 10), *sides)
    clean = without_surroundings(picture)
    outside = (
        (max(1, sides[0]) // 2, picture.height // 2)
        if sides[0]
        else (picture.width - sides[2] // 2, picture.height // 2)
    )
    assert clean.getpixel(outside) == 235
    heading = (sides[0] + 111, sides[1] + 125, sides[0] + 500, sides[1] + 175)
    assert clean.crop(heading).getextrema()[0] < 60
    assert clean.size == picture.size


def test_page_that_fills_the_picture_is_left_alone() -> None:
    picture = letter()
    assert without_surroundings(picture) is picture


def test_coloured_heading_at_the_edge_is_left_alone() -> None:
    picture = letter()
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, picture.width, 130), fill=70)
    draw.text((80, 20), "Hollow Lane Primary", fill=255, font_size=80)
    assert without_surroundings(picture) is picture


def test_plain_dark_picture_is_left_alone() -> None:
    picture = Image.new("L", (900, 1200), 40)
    assert without_surroundings(picture) is picture
