"""Pictures become upright pages of their own size, within limits, and damaged ones show what is left."""

import io

import pymupdf
import pytest
from PIL import Image

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedDocument
from app.ingest import registry
from app.ingest.limits import Limits
from app.ingest.pictures import prepare
from app.ingest.reader import ReadOptions


def read(data: bytes, **options: object) -> ExtractedDocument:
    return registry.read(data, "x.jpg", ReadOptions(**options))  # type: ignore[arg-type]


def saved(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def half_dark(size: tuple[int, int]) -> Image.Image:
    """Dark in its upper half."""
    image = Image.new("RGB", size, "white")
    image.paste((30, 30, 160), (0, 0, size[0], size[1] // 2))
    return image


def test_size_on_paper_comes_from_the_resolution() -> None:
    page = read(saved(half_dark((1654, 2339)), dpi=(200, 200))).pages[0]
    assert (page.width, page.height) == (pytest.approx(595.4, abs=1), pytest.approx(842, abs=1))


def test_without_a_resolution_a_picture_fills_a_page_upright_or_across() -> None:
    for size, paper in (((3000, 4000), (595, 793)), ((4000, 3000), (793, 595))):
        page = read(saved(half_dark(size))).pages[0]
        assert (page.width, page.height) == (pytest.approx(paper[0], abs=1), pytest.approx(paper[1], abs=1))


@pytest.mark.parametrize(("orientation", "dark_edge"), [(1, "top"), (3, "bottom"), (6, "right"), (8, "left")])
def test_pictures_stand_upright(orientation: int, dark_edge: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    document = read(saved(half_dark((400, 600)), exif=exif))
    with pymupdf.open(stream=document.reading_copy, filetype="pdf") as pdf:
        shown = pdf[0].get_pixmap()
        middle = (shown.width // 2, shown.height // 2)
        places = {
            "top": (middle[0], 20),
            "bottom": (middle[0], shown.height - 20),
            "left": (20, middle[1]),
            "right": (shown.width - 20, middle[1]),
        }
        dark = {edge for edge, place in places.items() if shown.pixel(*place)[0] < 90}
    assert dark_edge in dark
    assert {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}[dark_edge] not in dark


def test_large_pictures_are_made_smaller_and_colour_is_kept() -> None:
    document = read(saved(half_dark((5000, 7000)), "PNG"))
    with pymupdf.open(stream=document.reading_copy, filetype="pdf") as pdf:
        info = pdf[0].get_image_info()[0]
    assert (info["width"], info["height"]) == (2480, 3472)
    assert info["colorspace"] == 3


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "F", "YCbCr"])
def test_every_kind_of_pixels(mode: str) -> None:
    kind = "TIFF" if mode in ("CMYK", "F", "YCbCr", "I;16", "LA") else "PNG"
    image = (
        half_dark((300, 400)).convert("I").convert(mode) if mode in ("I;16",) else half_dark((300, 400)).convert(mode)
    )
    document = read(saved(image, kind))
    assert [page.scan for page in document.pages] == [True]


def test_too_many_dots_are_refused_before_decoding() -> None:
    with pytest.raises(FileProblem) as caught:
        read(saved(Image.new("1", (3000, 3000)), "PNG"), limits=Limits(max_pixels=1_000_000))
    assert caught.value.code == "too-large"


def test_a_cut_photo_shows_its_upper_part() -> None:
    whole = saved(Image.effect_noise((800, 800), 90).convert("RGB"))
    document = read(whole[: len(whole) // 2])
    assert "cut off" in document.note
    assert document.pages[0].scan


def test_when_and_with_what_a_photo_was_taken() -> None:
    exif = Image.Exif()
    exif[0x0132], exif[0x010F], exif[0x0110] = "2021:10:14 09:12:00", "Acme", "Phone 5"
    assert read(saved(half_dark((300, 400)), exif=exif)).properties == {
        "created": "2021-10-14T09:12:00",
        "device": "Acme Phone 5",
    }


def test_a_bad_picture_inside_a_document_is_no_reason_to_fail() -> None:
    assert prepare(b"\xff\xd8\xff nothing", 10**7) is None
    assert prepare(saved(half_dark((30, 40))), 10**7) is not None
