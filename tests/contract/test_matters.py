"""Every kind of matter: its file, and that what it names exists."""

from dataclasses import replace

import pytest

from app.domain.ids import OrganisationId, RequestId
from app.domain.people import NATIONS, ORGANISATION_KINDS
from app.domain.requests import LOG_WORDS, REQUEST_KINDS, Request
from app.letters import catalogue
from app.requests.matters import Matter, begun_by, clocks_of, matters, start_of
from app.requests.rules import rule

KINDS = matters()


def test_every_kind_has_its_file() -> None:
    assert {found.id: found.title for found in KINDS} == REQUEST_KINDS


@pytest.mark.parametrize("found", KINDS, ids=[k.id for k in KINDS])
def test_a_file_says_what_people_need(found: Matter) -> None:
    assert found.plain.endswith(".")
    assert len(found.plain) < 200
    known = {kind.id for kind in catalogue.kinds()}
    assert set(found.begun_by) <= known
    for clock in found.clocks:
        nations = clock.nations or found.nations or NATIONS
        assert set(nations) <= set(rule(clock.rule).nations), clock
        assert clock.until


def test_a_letter_begins_one_kind_only() -> None:
    begun = [letter for found in KINDS for letter in found.begun_by]
    assert len(begun) == len(set(begun))
    assert begun_by("access-request") == "access"
    assert begun_by("access-overdue") == ""


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("found", KINDS, ids=[k.id for k in KINDS])
def test_clocks_start_whatever_happened(found: Matter, nation: str) -> None:
    """With everything in the log each slot has at most one clock, with a start; with nothing there is none."""
    log = tuple(("2026-11-23", word, "") for word in LOG_WORDS)
    request = Request(RequestId(1), OrganisationId(1), "A", found.id, "t", sent="2026-11-02", log=log)
    for kind in ORGANISATION_KINDS:
        clocks = clocks_of(request, nation, kind)
        assert len({clock.slot for clock in clocks}) == len(clocks)
        assert all(start_of(clock, dict.fromkeys(LOG_WORDS, "2026-11-23")) for clock in clocks)
    assert clocks_of(replace(request, sent="", log=()), nation, "school") == ()
