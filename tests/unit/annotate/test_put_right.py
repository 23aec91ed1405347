"""Does a later file show it put right?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.annotate.put_right import Copy, check
from app.domain.ids import DocumentId
from app.domain.outcomes import Later

SAYS = "Ada was left alone in the evening."
RIGHT = "Ada was with her grandmother in the evening."


def copy(*pages: str, same: bool = True, number: int = 7) -> Copy:
    return Copy(DocumentId(number), "Safeguarding log", "2027-01-12", same, tuple(enumerate(pages, 1)))


@pytest.mark.parametrize(
    ("copies", "verdict"),
    [
        ([], Later.NO_LATER_FILE),
        ([copy("Ada was left alone in the evening. No action.")], Later.STILL_THERE),
        ([copy("Ada wos left a1one in the evening.", "Ada was left alone in the\nevening.")], Later.STILL_THERE),
        ([copy("Corrected: Ada was with her grandmother in the evening.")], Later.SHOWS_IT),
        ([copy("Ada was not left alone in the evening.")], Later.CHANGED),
        ([copy("Ada was seen alone in the evening.")], Later.CHANGED),
        ([copy("A letter about lunch.", same=False)], Later.NOT_IN_IT),
        ([copy("It is on file that Ada was left alone in the evening.", same=False)], Later.STILL_THERE),
        ([copy("Nothing here."), copy("Ada was left alone in the evening.", same=False, number=9)], Later.STILL_THERE),
    ],
)
def test_what_later_copies_show(copies: list[Copy], verdict: Later) -> None:
    assert check(SAYS, RIGHT, copies).verdict is verdict


def test_the_places_lead_to_the_page() -> None:
    found = check(SAYS, RIGHT, [copy("First page.", "Ada was left alone in the evening.")])
    assert [(p.document, p.page) for p in found.places] == [(7, 2)]
    assert "page 2" in found.reason


def test_old_words_beside_new_ones_are_told_first() -> None:
    assert check(SAYS, RIGHT, [copy(f"{SAYS} {RIGHT}")]).verdict is Later.STILL_THERE


def test_words_asked_for_that_are_part_of_the_wrong_ones_prove_nothing() -> None:
    assert check("Ada lives with her father in Leeds", "Ada lives", [copy("Ada lives here.")]).verdict is Later.CHANGED


def test_few_words_are_not_looked_for_in_other_papers() -> None:
    assert check("14/05/2013", "14 March 2013", [copy("Born 14/05/2013", same=False)]).verdict is Later.NOT_IN_IT


@given(st.text(max_size=60), st.text(max_size=60), st.lists(st.text(max_size=120), max_size=3))
def test_any_text_has_an_answer(says: str, right: str, pages: list[str]) -> None:
    found = check(says, right, [copy(*pages)])
    assert found.reason.strip()
    assert all(1 <= place.page <= max(1, len(pages)) for place in found.places)
