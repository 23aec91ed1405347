"""Marks stay on their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.annotate.anchors import anchor_for_span, find_again, find_quote, says_the_same
from app.domain.ids import DocumentId
from app.domain.words import Word

TEXT = "Mrs Hartley explained the\nreferral. Mother declined the\noffer of a speech referral. Mother declined lunch.\n"


def words_of(text: str) -> tuple[Word, ...]:
    found, at = [], 0
    for line, row in enumerate(text.split("\n")):
        x = 50.0
        for piece in row.split(" "):
            if piece:
                found.append(Word(at, at + len(piece), x, 50.0 + 14 * line, x + 6 * len(piece), 60.0 + 14 * line))
            x += 6 * (len(piece) + 1)
            at += len(piece) + 1
    return tuple(found)


def test_a_quote_over_a_line_end_is_found_with_its_rectangles() -> None:
    span = find_quote(TEXT, "Mother declined the offer of a speech referral")
    assert span is not None
    anchor = anchor_for_span(DocumentId(1), 1, TEXT, words_of(TEXT), span.start, span.end)
    assert " ".join(anchor.exact.split()).rstrip(".") == "Mother declined the offer of a speech referral"
    assert len(anchor.rects) == 2
    assert TEXT[anchor.start : anchor.end] == anchor.exact
    assert anchor.prefix.endswith("referral. ")


def test_marks_and_case_do_not_matter() -> None:
    assert find_quote("She said “it’s fine” – really", "it's FINE\" - really") is not None


def test_of_two_places_the_surroundings_decide() -> None:
    first = find_quote(TEXT, "Mother declined", suffix=" the offer")
    second = find_quote(TEXT, "Mother declined", suffix=" lunch.")
    assert first is not None
    assert second is not None
    assert first.start == TEXT.index("Mother declined")
    assert second.start == TEXT.rindex("Mother declined")


def test_misread_letters_are_forgiven_other_words_are_not() -> None:
    assert find_quote(
        "M0ther decl1ned the offer of a speech referra1", "Mother declined the offer of a speech referral"
    )
    assert find_quote(TEXT, "Father accepted the invitation to dinner") is None
    assert find_quote(TEXT, "   ") is None


def test_a_mark_survives_a_better_reading_and_is_lost_when_its_words_are_gone() -> None:
    worse = TEXT.replace("Mother", "Mothcr").replace("speech", "spcech")
    start = worse.index("Mothcr declined the")
    anchor = anchor_for_span(
        DocumentId(1), 1, worse, words_of(worse), start, worse.index(" referral. Mothcr", start) + 9
    )
    fresh = find_again(anchor, "Page 1\n" + TEXT, words_of("Page 1\n" + TEXT))
    assert fresh is not None
    assert fresh.exact.startswith("Mother declined the")
    assert find_again(anchor, "Something else altogether is printed here.", ()) is None


def test_an_empty_selection_is_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        anchor_for_span(DocumentId(1), 1, "a  b", (), 1, 3)


@given(st.lists(st.text("abcdef’é", min_size=1, max_size=8), min_size=3, max_size=40), st.data())
def test_every_run_of_words_is_found_again(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    words = words_of(text)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    anchor = anchor_for_span(DocumentId(1), 1, text, words, words[first].start, words[last].end)
    again = find_again(anchor, text, words)
    assert again is not None
    assert " ".join(again.exact.split()) == " ".join(anchor.exact.split())


@pytest.mark.parametrize(
    ("quote", "found", "same"),
    [
        ("entry 55: said 55 things", "entry 54: said 54 things", False),
        ("Ms Brennan did attend the meeting", "Ms Brennan did not attend the meeting", False),
        ("Mother declined the offer", "Mothcr dec1ined the offer", False),
        ("Mother declined the offer", "Mothcr declincd the offer", True),
        ("MOTHER  declined", "Mother\ndeclined", True),
    ],
)
def test_a_quote_is_never_taken_for_another_statement(quote: str, found: str, same: bool) -> None:
    assert says_the_same(quote, found) is same
