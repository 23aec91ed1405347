"""Torn lines are put together; columns, tables and good lines stay as they are."""

from hypothesis import given
from hypothesis import strategies as st

from app.ingest.ocr_engine import Seen
from app.ingest.ocr_torn import mended


def _line(x: int, y: int, *texts: str) -> list[Seen]:
    words = []
    for text in texts:
        words.append(Seen(text, (x, y, x + 12 * len(text), y + 20), 90, not words, False, False))
        x += 12 * len(text) + 8
    return words


def _texts(words: tuple[Seen, ...]) -> list[str]:
    lines: list[str] = []
    for word in words:
        lines[len(lines) - (0 if word.line else 1) :] = [word.text if word.line else f"{lines[-1]} {word.text}"]
    return lines


def test_a_part_read_too_early_comes_after_the_part_left_of_it() -> None:
    left, right = _line(10, 104, "Her", "key", "worker"), _line(160, 100, "stopped", "today")
    words = (*right, *_line(10, 60, "above"), *left, *_line(10, 140, "below"))
    assert _texts(mended(words)) == ["above", "Her key worker stopped today", "below"]


def test_three_parts_make_one_line() -> None:
    one, two, three = _line(10, 100, "aaa"), _line(60, 101, "bbb"), _line(110, 102, "ccc")
    assert _texts(mended((*three, *two, *one))) == ["aaa bbb ccc"]


def test_columns_stay_apart() -> None:
    words = (*_line(10, 100, "left"), *_line(10, 130, "again"), *_line(130, 100, "right"), *_line(130, 130, "too"))
    assert _texts(mended(words)) == ["left", "again", "right", "too"]


def test_narrow_columns_are_not_torn_lines() -> None:
    left = [word for n in range(12) for word in _line(10, 100 + 30 * n, f"left{n:02}")]
    right = [word for n in range(12) for word in _line(115, 100 + 30 * n, f"right{n:02}")]
    assert mended((*left, *right)) == (*left, *right)


def test_lines_under_each_other_stay() -> None:
    words = (*_line(10, 100, "one", "two"), *_line(10, 124, "three"), *_line(10, 148, "four"))
    assert mended(words) == words


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=12))
def test_no_word_is_lost_or_doubled(places: list[tuple[int, int]]) -> None:
    words = tuple(word for n, (x, y) in enumerate(places) for word in _line(x, y, f"w{n}", f"v{n}"))
    assert sorted(word.text for word in mended(words)) == sorted(word.text for word in words)
