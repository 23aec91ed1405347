"""Makes small scanned pages with known words, for the tests of OCR."""

import io

import pymupdf
from PIL import Image

LINES = (
    "Minutes of the annual review",
    "The meeting was held at Hollow Lane Primary on 14 March 2022.",
    "Mrs Okafor said that progress in reading had been good.",
    "Attendance for the autumn term was 87.4% of sessions.",
)


def letter(lines: tuple[str, ...] = LINES, size: float = 14, width: float = 480, height: float = 400) -> Image.Image:
    """Black text on white at 200 dpi, one line each 30 points from 60 points down."""
    document = pymupdf.open()
    page = document.new_page(width=width, height=height)
    for number, line in enumerate(lines):
        page.insert_text((40, 60 + 30 * number), line, fontsize=size)
    drawn = page.get_pixmap(dpi=200, colorspace=pymupdf.csGRAY)
    return Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)


def scan(*pictures: Image.Image, rotation: int = 0, dpi: int = 200) -> bytes:
    """A PDF with one picture a page at `dpi`; `rotation` is the page's own."""
    document = pymupdf.open()
    for picture in pictures:
        data = io.BytesIO()
        picture.save(data, "PNG")
        page = document.new_page(width=picture.width * 72 / dpi, height=picture.height * 72 / dpi)
        page.insert_image(page.rect, stream=data.getvalue())
        page.set_rotation(rotation)
    return bytes(document.tobytes())
