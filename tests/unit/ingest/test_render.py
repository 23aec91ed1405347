"""Pictures of pages: size, rotation, colours, and what happens with pages that cannot be drawn."""

from collections.abc import Iterator

import pymupdf
import pytest

from app.domain.documents import PageImage
from app.domain.errors import FileProblem
from app.ingest import render


@pytest.fixture(autouse=True)
def _nothing_open() -> Iterator[None]:
    render.forget()
    yield
    render.forget()


def _pdf(pages: int = 1, rotation: int = 0, size: tuple[int, int] = (200, 100)) -> bytes:
    """Pages with a red square at the top left corner of the unturned page."""
    document = pymupdf.open()
    for _ in range(pages):
        page = document.new_page(width=size[0], height=size[1])
        page.draw_rect((0, 0, 20, 20), color=None, fill=(1, 0, 0))
        page.set_rotation(rotation)
    return document.tobytes()


def _at(picture: PageImage, x: int, y: int) -> tuple[int, ...]:
    start = y * picture.stride + 3 * x
    return tuple(picture.pixels[start : start + 3])


RED, WHITE = (255, 0, 0), (255, 255, 255)


def test_scale_is_pixels_a_point() -> None:
    picture = render.render_page(_pdf(), 1, 2.0)
    assert (picture.width, picture.height) == (400, 200)
    assert picture.stride >= 1200
    assert len(picture.pixels) == picture.stride * picture.height
    assert _at(picture, 5, 5) == RED
    assert _at(picture, 390, 190) == WHITE


@pytest.mark.parametrize(("own", "asked"), [(90, 0), (0, 90), (180, 270), (270, 180)])
def test_rotation_of_the_page_and_of_the_reader_add_up(own: int, asked: int) -> None:
    picture = render.render_page(_pdf(rotation=own), 1, 1.0, asked)
    assert (picture.width, picture.height) == (100, 200)
    top_right = (own + asked) % 360 == 90
    assert _at(picture, 95 if top_right else 5, 5 if top_right else 195) == RED


def test_half_a_turn() -> None:
    assert _at(render.render_page(_pdf(), 1, 1.0, 180), 195, 95) == RED


def test_too_large_a_scale_is_lowered() -> None:
    picture = render.render_page(_pdf(size=(2000, 1000)), 1, 50.0)
    assert 0.9 * render.MAX_PIXELS < picture.width * picture.height <= 1.01 * render.MAX_PIXELS
    assert picture.width == pytest.approx(2 * picture.height, abs=2)


def test_cached_document_needs_its_bytes_once() -> None:
    assert render.render_cached("a", None, 1, 1.0) is None
    first = render.render_cached("a", _pdf(2), 1, 1.0)
    assert first is not None
    assert render.render_cached("a", None, 2, 1.0) == first


def test_only_the_last_few_stay_open() -> None:
    for key in "abcd":
        render.render_cached(key, _pdf(), 1, 0.1)
    render.render_cached("a", None, 1, 0.1)
    render.render_cached("e", _pdf(), 1, 0.1)
    assert render.render_cached("a", None, 1, 0.1) is not None
    assert render.render_cached("b", None, 1, 0.1) is None


@pytest.mark.parametrize("page", [0, 3, -1])
def test_page_that_is_not_there(page: int) -> None:
    with pytest.raises(FileProblem) as caught:
        render.render_page(_pdf(2), page, 1.0)
    assert caught.value.code == "damaged"


def test_bytes_that_are_no_pdf() -> None:
    with pytest.raises(FileProblem) as caught:
        render.render_page(b"nothing of the kind", 1, 1.0)
    assert caught.value.code == "damaged"


def test_protected_pdf() -> None:
    document = pymupdf.open("pdf", _pdf())
    data = document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="open", owner_pw="own")
    with pytest.raises(FileProblem) as caught:
        render.render_page(data, 1, 1.0)
    assert caught.value.code == "password"
