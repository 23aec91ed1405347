"""Words that the eye cannot see and a computer can: they are dropped, their place is told, whatever hides them."""

import io
from collections.abc import Callable
from typing import Any

import pymupdf
import pytest
from PIL import Image

from app.bundle.pictured import safe_copy
from app.domain.extracted import ExtractedDocument
from app.ingest.reader import ReadOptions
from app.ingest.registry import read

_SECRET = "Gillian Rusk"


def note() -> tuple[Any, Any, Any]:
    """A document, its page and where the secret words lie."""
    document = pymupdf.open()
    page = document.new_page()
    for line in range(6):
        who = _SECRET if line == 3 else "a worker"
        page.insert_text((60, 100 + 16 * line), f"The visit note says that {who} rang the school about it", fontsize=11)
    return document, page, page.search_for(_SECRET)[0]


def picture(mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.effect_noise((160, 30), 90).convert(mode).save(out, "PNG")
    return out.getvalue()


def square(page: Any, rect: Any) -> None:
    annot = page.add_rect_annot(rect)
    annot.set_colors(stroke=(0, 0, 0), fill=(0, 0, 0))
    annot.update()


def marker(page: Any, rect: Any) -> None:
    annot = page.add_highlight_annot(rect)
    annot.set_colors(stroke=(0, 0, 0))
    annot.update()


def pen(page: Any, rect: Any) -> None:
    middle = (rect.y0 + rect.y1) / 2
    annot = page.add_ink_annot([[(rect.x0, middle), (rect.x1, middle)]])
    annot.set_border(width=14)
    annot.set_colors(stroke=(0, 0, 0))
    annot.update()


_WAYS: dict[str, Callable[[Any, Any], object]] = {
    "box of an annotation": square,
    "black marker": marker,
    "pen": pen,
    "marked only": lambda page, rect: page.add_redact_annot(rect, fill=(0, 0, 0)),
    "picture": lambda page, rect: page.insert_image(rect, stream=picture(), keep_proportion=False),
    "thick line": lambda page, rect: page.draw_line(
        (rect.x0, (rect.y0 + rect.y1) / 2), (rect.x1, (rect.y0 + rect.y1) / 2), width=14
    ),
    "blue box": lambda page, rect: page.draw_rect(rect, color=None, fill=(0, 0, 0.6)),
    "white box": lambda page, rect: page.draw_rect(rect, color=None, fill=(1, 1, 1)),
}


def check(made: ExtractedDocument, rect: Any) -> None:
    assert "Rusk" not in repr((made.pages, made.hidden))
    assert "a worker rang" in made.pages[0].text
    assert [item.kind for item in made.hidden] == ["insecure-redaction"]
    (box,) = made.pages[0].boxes
    assert made.pages[0].unsafe == (box,)
    assert all(abs(a - b) < 6 for a, b in zip(box, rect, strict=True))


@pytest.mark.parametrize("way", _WAYS)
def test_words_under_something_are_dropped(way: str) -> None:
    document, page, rect = note()
    _WAYS[way](page, rect)
    check(read(document.tobytes(), "a.pdf", ReadOptions()), rect)


@pytest.mark.parametrize("way", _WAYS)
def test_a_safe_copy_shows_nothing_of_them(way: str) -> None:
    document, page, rect = note()
    _WAYS[way](page, rect)
    with pymupdf.open(stream=safe_copy(document.tobytes(), frozenset({1}))) as safe:
        assert safe[0].get_text().strip() == ""
        drawn = safe[0].get_pixmap(clip=(rect.x0 + 2, rect.y0 + 4, rect.x1 - 2, rect.y1 - 4), colorspace=pymupdf.csGRAY)
    if way != "picture":
        assert max(drawn.samples) - min(drawn.samples) < 60


def test_black_words_on_a_black_box_are_dropped() -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.draw_rect(pymupdf.Rect(58, 146, 132, 162), color=None, fill=(0, 0, 0))
    page.draw_rect(pymupdf.Rect(58, 200, 332, 222), color=None, fill=(0, 0, 0.2))
    page.insert_text((60, 158), _SECRET, fontsize=11)
    page.insert_text((60, 216), "HOME VISIT RECORD", fontsize=11, color=(1, 1, 1))
    page.insert_text((140, 158), "a worker rang", fontsize=11)
    made = read(document.tobytes(), "a.pdf", ReadOptions())
    assert "HOME VISIT RECORD" in made.pages[0].text
    check(made, pymupdf.Rect(58, 146, 132, 162))


@pytest.mark.parametrize("how", [{"color": (1, 1, 1)}, {"render_mode": 3}])
def test_white_and_unseen_letters_are_dropped(how: dict[str, Any]) -> None:
    document, page, _ = note()
    page.insert_text((60, 300), "Mabel Thorne", fontsize=11, **how)
    made = read(document.tobytes(), "a.pdf", ReadOptions())
    assert "Thorne" not in repr((made.pages, made.hidden))
    assert _SECRET in made.pages[0].text
    assert made.pages[0].unsafe


def test_what_can_be_seen_stays() -> None:
    document, page, rect = note()
    page.add_highlight_annot(rect)
    page.insert_image(rect, stream=picture("RGBA"), keep_proportion=False, alpha=1, mask=_mask())
    page.draw_rect(pymupdf.Rect(60, 300, 260, 320), color=None, fill=(0, 0.2, 0.2))
    page.insert_text((70, 314), "Part B: the views of the child", fontsize=11, color=(1, 1, 1))
    made = read(document.tobytes(), "a.pdf", ReadOptions())
    assert _SECRET in made.pages[0].text
    assert "Part B" in made.pages[0].text
    assert not made.pages[0].unsafe
    assert [(item.kind, item.text) for item in made.hidden] == [("highlight", _SECRET)]


def _mask() -> bytes:
    out = io.BytesIO()
    Image.new("L", (160, 30), 20).save(out, "PNG")
    return out.getvalue()
