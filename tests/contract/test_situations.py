"""Every situation: its file, and that its letters are those which say that they are offered in it."""

import pytest

from app.domain.people import NATIONS, ORGANISATION_KINDS
from app.letters import catalogue
from app.requests.nations import words_of
from app.requests.situations import Situation, situations
from app.services.road import letters_for

ALL = situations()


@pytest.mark.parametrize("found", ALL, ids=[s.id for s in ALL])
def test_a_file_says_what_people_need(found: Situation) -> None:
    assert not found.words.endswith(".")
    assert found.text.endswith(".")
    assert len(found.text) < 170
    assert len(found.button) < 24
    assert set(found.letters) <= {kind.id for kind in catalogue.kinds()}
    assert bool(found.letters) == (found.opens in ("letter", "matrix"))


@pytest.mark.parametrize("found", ALL, ids=[s.id for s in ALL])
def test_what_a_letter_is_offered_for_is_offered(found: Situation) -> None:
    """`identity-question` splits what letters call `access-question`."""
    offered = {kind.id for kind in catalogue.offered_for(found.id)} - {"evidence-cover"}
    assert offered <= set(found.letters) | _elsewhere(found), offered - set(found.letters)


def _elsewhere(found: Situation) -> set[str]:
    return {letter for other in ALL if other.id != found.id for letter in other.letters}


@pytest.mark.parametrize("nation", NATIONS)
def test_letters_that_do_not_fit_are_not_offered(nation: str) -> None:
    for found in ALL:
        for kind in ORGANISATION_KINDS:
            for letter, title in letters_for(found, nation, kind, "access"):
                law = catalogue.kind(letter).nations
                assert not law or nation in law
                assert title


@pytest.mark.parametrize("nation", NATIONS)
def test_advice_names_no_number_and_twelve_only_in_scotland(nation: str) -> None:
    found = words_of(nation)
    words = " ".join([found.age, found.line, *(f"{h.name} {h.what}" for h in found.helpers)])
    assert ("12" in found.age) == (nation == "scotland")
    assert not any(char.isdigit() for char in words.replace("12", ""))
    assert "not legal advice" in found.line
    assert len(found.helpers) >= 3
