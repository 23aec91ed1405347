"""Other words for kinds."""

import pytest

from app.domain import aliases
from app.domain.people import NATIONS, ORGANISATION_KINDS
from app.domain.requests import REQUEST_KINDS


@pytest.mark.parametrize(
    ("known", "others"),
    [
        (ORGANISATION_KINDS, aliases.ORGANISATION_WORDS),
        (NATIONS, aliases.NATION_WORDS),
        (REQUEST_KINDS, aliases.REQUEST_WORDS),
    ],
)
def test_every_other_word_stands_for_a_kind_and_hides_none(known: dict[str, str], others: dict[str, str]) -> None:
    assert set(others.values()) <= set(known)
    assert not set(others) & set(known)


def test_case_and_spaces_do_not_matter() -> None:
    assert aliases.known_word("NHS Trust", ORGANISATION_KINDS, aliases.ORGANISATION_WORDS) == "nhs-trust"
    assert aliases.known_word("Northern Ireland", NATIONS, aliases.NATION_WORDS) == "northern-ireland"
    assert aliases.known_word("castle", ORGANISATION_KINDS, aliases.ORGANISATION_WORDS) == ""
