"""Corrections lie over a reading by their place, whatever the reading says there."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.corrections import Correction, corrected
from app.domain.ids import DocumentId
from app.domain.words import Word, pack_words, unpack_words


def _page(*lines: str) -> tuple[str, bytes]:
    text, words = "", []
    for row, line in enumerate(lines):
        for number, part in enumerate(line.split()):
            text += " " if number else ""
            start = len(text)
            text += part
            x = 10.0 + 60 * number
            words.append(Word(start, len(text), x, 20.0 * row, x + 50, 20.0 * row + 12, 55))
        text += "\n"
    return text, pack_words(words)


def _correction(row: int, first: int, last: int, new: str) -> Correction:
    place = (10.0 + 60 * first, 20.0 * row, 60.0 + 60 * last, 20.0 * row + 12)
    return Correction(1, DocumentId(1), 1, place, "", new)


def _words(text: str, packed: bytes) -> list[str]:
    return [text[w.start : w.end] for w in unpack_words(packed)]


def test_a_word_is_replaced_and_those_after_it_move() -> None:
    text, packed = corrected(*_page("Tlie boy vvas well", "and happy"), [_correction(0, 0, 0, "The")])
    assert text == "The boy vvas well\nand happy\n"
    assert _words(text, packed) == ["The", "boy", "vvas", "well", "and", "happy"]
    sure = [word.confidence for word in unpack_words(packed)]
    assert sure == [None, 55, 55, 55, 55, 55]


def test_one_word_becomes_two_side_by_side_in_its_place() -> None:
    text, packed = corrected(*_page("wellbehaved boy"), [_correction(0, 0, 0, "well behaved")])
    first, second, third = unpack_words(packed)
    assert text == "well behaved boy\n"
    assert 10 == first.x0 < first.x1 < second.x0 < second.x1 <= 60 < third.x0


def test_a_new_reading_of_the_page_keeps_the_correction() -> None:
    fix = _correction(1, 0, 1, "was tired")
    for reading in (("He said", "vvas tircd today"), ("He  said", "was tired today"), ("H3 sa1d", "v4s 1ired today")):
        text, _ = corrected(*_page(*reading), [fix])
        assert text.splitlines()[1] == "was tired today"


def test_where_nothing_is_read_any_more_the_words_are_put_in() -> None:
    text, packed = corrected(*_page("He said", "today"), [_correction(1, 2, 2, "gladly")])
    assert _words(text, packed) == ["He", "said", "today", "gladly"]
    text, packed = corrected("", b"", [_correction(0, 0, 0, "alone")])
    assert _words(text, packed) == ["alone"]


def test_without_corrections_nothing_changes() -> None:
    page = _page("one two")
    assert corrected(*page, []) == page


@given(
    st.lists(st.text("abcdef", min_size=1, max_size=6), min_size=1, max_size=6),
    st.data(),
    st.lists(st.text("xyz", min_size=1, max_size=5), min_size=1, max_size=3),
)
def test_words_and_text_always_agree(line: list[str], data: st.DataObject, new: list[str]) -> None:
    first = data.draw(st.integers(0, len(line) - 1))
    last = data.draw(st.integers(first, len(line) - 1))
    text, packed = corrected(*_page(" ".join(line), "end"), [_correction(0, first, last, " ".join(new))])
    assert _words(text, packed) == [*line[:first], *new, *line[last + 1 :], "end"]
    assert text.split() == _words(text, packed)
