"""The column of pages, its words and its pictures, without a screen."""

from itertools import pairwise
from typing import Any

import pytest

from app.domain.documents import PageImage
from app.domain.words import Word
from app.ui.widgets.pages import layout, selecting
from app.ui.widgets.pages.images import ImageKey, PageImages
from app.ui.widgets.pages.words import Match, PageWords, find_in_pages, find_words, next_match

A4 = (595.0, 842.0)
TEXT = "one two three\nfour five six\n"
WORDS = PageWords(
    1,
    TEXT,
    tuple(
        Word(
            TEXT.index(w),
            TEXT.index(w) + len(w),
            10 + 50 * (i % 3),
            20 * (i // 3),
            50 + 50 * (i % 3),
            12 + 20 * (i // 3),
        )
        for i, w in enumerate(TEXT.split())
    ),
)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_turning_a_point_and_back(rotate: int) -> None:
    x, y = layout.turn_point(100, 200, A4, rotate)
    assert layout.unturn_point(x, y, A4, rotate) == (100, 200)
    width, height = layout.turned(A4, rotate)
    assert 0 <= x <= width
    assert 0 <= y <= height


def test_five_hundred_pages_lie_under_each_other() -> None:
    column = layout.PageColumn([A4] * 500, 1.2, 0, 900)
    tops = [column.page(n).y for n in range(1, 501)]
    assert all(b - a == pytest.approx(A4[1] * 1.2 + layout.GAP) for a, b in pairwise(tops))
    assert column.at(column.page(250).y + 5) == 250
    assert list(column.between(column.page(3).y, column.page(3).y + 10)) == [3]
    assert column.at(-100) == 1
    assert column.at(column.height + 100) == 500


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_column_and_page_agree(rotate: int) -> None:
    column = layout.PageColumn([A4, (842.0, 595.0)], 0.9, rotate, 700)
    x, y, width, height = column.to_column(2, (50, 60, 150, 80))
    assert column.to_page(2, x + width / 2, y + height / 2) == pytest.approx((100, 70))


def test_lines_and_steps() -> None:
    assert WORDS.line(1) == (0, 2)
    assert WORDS.nearest(12, 25) == 3
    assert WORDS.nearest(500, 500, reach=20) is None
    assert WORDS.vertical(1, down=True) == 4
    assert WORDS.vertical(1, down=False) == 1
    choice = selecting.moved(selecting.Choice(1, 0), WORDS, "right", extend=True)
    choice = selecting.moved(choice, WORDS, "down", extend=True)
    assert selecting.span(choice, {1: WORDS}) == (0, TEXT.index("four") + 4)
    assert len(selecting.rects(choice, {1: WORDS})) == 2


def test_finding_across_lines_and_quotes() -> None:
    pages = ((1, "Ada’s needs\nare known"), (2, "ADA'S NEEDS are"))
    assert [m.page for m in find_in_pages("ada's needs are", pages)] == [1, 2]
    assert find_in_pages("  ", pages) == ()
    assert find_words(("need",), pages) == ()
    assert len(find_words(("Needs", "are"), pages)) == 4


def test_next_match_starts_at_the_page() -> None:
    matches = (Match(1, 0, 1), Match(3, 0, 1), Match(5, 0, 1))
    assert next_match(matches, -1, 2, 1) == 1
    assert next_match(matches, -1, 2, -1) == 0
    assert next_match(matches, 2, 5, 1) == 0
    assert next_match((), -1, 1, 1) == -1


def test_pictures_are_dropped_when_memory_is_full(qapp: Any) -> None:
    asked: list[ImageKey] = []

    def fetch(key: ImageKey, came: Any, broke: Any) -> None:
        asked.append(key)
        came(PageImage(100, 100, 300, bytes(30_000)))

    images = PageImages(fetch, limit=100_000)
    images.want([ImageKey(n, 100, 0) for n in range(1, 6)])
    assert [key.page for key in asked] == [1, 2, 3, 4, 5]
    assert images.kept_bytes <= 100_000
    assert images.get(ImageKey(5, 100, 0)) is not None
    assert images.get(ImageKey(1, 100, 0)) is None


def test_only_two_pictures_are_asked_at_once_and_old_wishes_go(qapp: Any) -> None:
    waiting: list[tuple[ImageKey, Any]] = []
    images = PageImages(lambda key, came, broke: waiting.append((key, came)))
    images.want([ImageKey(n, 100, 0) for n in range(1, 9)])
    assert [key.page for key, _ in waiting] == [1, 2]
    images.want([ImageKey(400, 100, 0)])
    waiting[0][1](PageImage(10, 10, 30, bytes(300)))
    assert [key.page for key, _ in waiting] == [1, 2, 400]
    images.clear()
    waiting[1][1](PageImage(10, 10, 30, bytes(300)))
    assert images.kept_bytes == 0
