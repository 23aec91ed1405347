"""A world prints prose under its own names and on its own days."""

import pytest

from app.demo.world import FORMS, World, world
from app.domain import dates

OTHER = World(2, {"Ada": "Mira", "Brennan": "Hallam", "Wrenfield": "Stonebridge Hill"}, -52)


def test_tokens_print_in_the_form_asked_for() -> None:
    here = world()
    assert (
        here.text("[2021-10-14 l], [2021-10-14 s], [2021-10-18 k]")
        == "14 October 2021, 14/10/2021, w/c 18 October 2021"
    )
    assert here.text("[2021-10-14 t] and [2021-10-14 y]") == "Autumn term 2021 and 2021/22"
    assert here.text('[2021-10-12 "last Tuesday"]') == "last Tuesday"
    assert here.text("[2023-03-17 O] [2023-03-02 O] [2023-03-11 O]") == "17th March 2nd March 11th March"


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_form_has_a_meaning_that_contains_its_day(form: str) -> None:
    (dated,) = world().dates(f"[2021-10-14 {form}]")
    first, last = dates.bounds(dated.edtf)
    assert first.isoformat() <= "2021-10-14" <= last.isoformat()
    assert dated.event


def test_an_exclamation_mark_makes_it_no_event() -> None:
    (born,) = world().dates("[2013-03-14 s!]")
    assert (born.words, born.event) == ("14/03/2013", False)


def test_names_change_also_in_addresses_and_capitals_but_not_inside_words() -> None:
    assert OTHER.text("Ada's aunt Adamina, BRENNAN, nora.brennan@wrenfield.example") == (
        "Mira's aunt Adamina, HALLAM, nora.hallam@stonebridgehill.example"
    )
    assert OTHER.text("ada") == "mira"


def test_weekdays_stay_when_the_years_move() -> None:
    assert f"{world().day('2021-10-14'):%A}" == f"{OTHER.day('2021-10-14'):%A}"
    assert OTHER.text("[2021-10-14 w]") == "Thursday 15 October 2020"


def test_edtf_moves_with_the_years() -> None:
    assert OTHER.edtf("2021-10-14") == "2020-10-15"
    assert OTHER.edtf("2021-09/2021-12") == "2020-09/2020-12"
    assert OTHER.edtf("2021-11~") == "2020-11~"
    assert OTHER.edtf("") == ""


def test_seeds_are_steady_and_differ() -> None:
    assert world(7) == world(7)
    assert len({tuple(sorted(world(seed).names.items())) for seed in range(2, 12)}) == 10
