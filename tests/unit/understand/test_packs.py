"""Whole labelled records stay as well understood as they are."""

import pytest

from benchmarks import other_methods
from benchmarks.labelled_packs import load
from benchmarks.pack_scores import Answer, score
from benchmarks.understanding import PACKS, ours


@pytest.mark.parametrize("pack", PACKS)
def test_events_facts_and_traps(pack: str) -> None:
    found = score(pack, ours)
    assert found.f1() >= 0.95, found.faults
    assert found.f1(plain_only=True) >= 0.985, found.faults
    assert found.trapped <= 1, found.faults
    assert all(of - right <= 2 for right, of in found.facts.values()), found.faults


def test_the_scorer_counts_what_is_missed_wrong_and_trapped() -> None:
    found = score("third", lambda record, facts: Answer(date="", events=((1, 0, 99_999, "1999-01-01"),)))
    records = len(load("third")[1])
    assert found.facts["date"] == [0, records]
    assert (found.f1(), found.wrong, found.trapped) == (0.0, records, found.traps)


def test_the_method_of_paperless_takes_the_first_date_it_can_read() -> None:
    pytest.importorskip("dateparser")
    assert score("third", other_methods.paperless).facts["date"][0] < score("third", ours).facts["date"][0]
