"""Floors on the labelled sets: dates of sentences, traps, kinds, organisations and dates of records."""

from dataclasses import replace
from types import ModuleType

import pytest

from tests.unit.understand import held_out, held_out_two, labelled, labelled_agencies, labelled_school
from tests.unit.understand.scoring import facts_of, score_records, score_sentences

SETS = [labelled, held_out, held_out_two]


@pytest.mark.parametrize("source", SETS, ids=lambda m: m.__name__.rsplit(".", 1)[-1])
def test_plain_dates_are_nearly_all_found(source: ModuleType) -> None:
    score = score_sentences(source, "PLAIN")
    assert score.f1 >= 0.97, score.faults


@pytest.mark.parametrize("source", SETS, ids=lambda m: m.__name__.rsplit(".", 1)[-1])
def test_hard_dates_are_mostly_found(source: ModuleType) -> None:
    score = score_sentences(source, "HARD")
    assert score.f1 >= 0.88, score.faults


@pytest.mark.parametrize("source", SETS, ids=lambda m: m.__name__.rsplit(".", 1)[-1])
def test_traps_give_no_events(source: ModuleType) -> None:
    score = score_sentences(source, "TRAPS")
    assert score.faulty_lines <= 0.02 * score.lines, score.faults


@pytest.mark.parametrize("known", [False, True], ids=["nothing known", "organisations known"])
@pytest.mark.parametrize("source", [labelled_school, labelled_agencies], ids=["school", "agencies"])
def test_kind_organisation_and_date_of_records(source: ModuleType, known: bool) -> None:
    facts = facts_of(labelled.BORN)
    if known:
        names = (("Larkhollow Primary School", "school"), ("Northshire County Council", "council"))
        facts = replace(facts, organisations=names, disclosed_by="Larkhollow Primary School")
    scores = score_records(source, facts)
    for name, floor in (("kind", 0.9), ("organisation", 0.95), ("date", 0.95)):
        assert scores[name].right >= floor * scores[name].lines, (name, scores[name].faults)


def test_the_sets_are_large_enough_to_mean_something() -> None:
    lines = sum(len(labelled.read(getattr(labelled, part))) for part in ("PLAIN", "HARD", "TRAPS"))
    records = sum(len(labelled_school.read(s.DOCUMENTS)) for s in (labelled_school, labelled_agencies))
    assert lines >= 150
    assert records >= 40
