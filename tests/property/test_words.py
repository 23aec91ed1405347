"""Packed words come back as they were."""

import zlib
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.words import Word, pack_columns, pack_page, pack_words, rects_for_span, unpack_words

_edge = st.floats(-1e5, 1e5, width=32)
_words = st.lists(
    st.builds(
        Word, st.integers(0, 2**31), st.integers(0, 2**31), _edge, _edge, _edge, _edge, st.none() | st.integers(0, 100)
    ),
    max_size=40,
)


@given(_words)
def test_unpacking_gives_the_same_words(words: list[Word]) -> None:
    assert unpack_words(pack_words(words)) == tuple(words)


@given(_words)
def test_columns_and_words_pack_alike(words: list[Word]) -> None:
    plain = [Word(w.start, w.end, w.x0, w.y0, w.x1, w.y1) for w in words]
    offsets = [n for w in plain for n in (w.start, w.end)]
    boxes = [n for w in plain for n in (w.x0, w.y0, w.x1, w.y1)]
    assert pack_columns(offsets, boxes) == pack_words(plain)
    assert pack_columns(array("I", offsets), array("f", boxes)) == pack_words(plain)


@pytest.mark.parametrize(
    ("offsets", "boxes", "sure"), [([0], [], None), ([0, 1], [0.0] * 3, None), ([0, 1], [0.0] * 4, b"\1\2")]
)
def test_columns_of_different_lengths_are_refused(offsets: list[int], boxes: list[float], sure: bytes | None) -> None:
    with pytest.raises(ValueError, match="length"):
        pack_columns(offsets, boxes, sure)


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300), _edge, _edge, _edge, _edge), max_size=40))
def test_words_of_a_page_come_back(found: list[tuple[int, int, float, float, float, float]]) -> None:
    words, at = [], 0
    for gap, length, *edges in found:
        words.append(Word(at + gap, at + gap + length, *edges))
        at += gap + length
    gaps, lengths, *columns = zip(*found, strict=True) if found else ((),) * 6
    assert unpack_words(pack_page(lengths, gaps, columns)) == tuple(words)


@pytest.mark.parametrize(("lengths", "gaps", "edges"), [([1], [], 1), ([1], [0], 2)])
def test_columns_of_a_page_must_agree(lengths: list[int], gaps: list[int], edges: int) -> None:
    with pytest.raises(ValueError, match="length"):
        pack_page(lengths, gaps, [[0.0] * edges] * 4)


@pytest.mark.parametrize("packed", [b"W2" + zlib.compress(b"\1\0\0\0abc"), b"W2abc", b"W1abc", b"x"])
def test_other_bytes_are_refused(packed: bytes) -> None:
    with pytest.raises(ValueError):
        unpack_words(packed)


def test_a_span_over_two_lines_gives_two_rectangles() -> None:
    words = (Word(0, 3, 10, 10, 30, 20), Word(4, 7, 33, 10, 60, 20), Word(8, 11, 10, 24, 30, 34))
    assert rects_for_span(words, 0, 11) == ((10, 10, 60, 20), (10, 24, 30, 34))
    assert rects_for_span(words, 5, 6) == ((33, 10, 60, 20),)
