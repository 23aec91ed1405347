"""Cases for letters: rich, sparse and awkward. Every person and place is invented."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.domain.ids import DocumentId, IssueId, OrganisationId
from app.domain.issues import Issue, IssueFields, Proof, Remedy, Wrong
from app.domain.marks import Anchor
from app.domain.people import CaseDetails, Organisation
from app.letters.facts import LetterFacts

TODAY = date(2026, 11, 23)


def make_issue(number: int = 1, **fields: Any) -> Issue:
    """A point with a quote, a page and one proof."""
    values = {"says": f"Ada missed lesson {number}.", "right": f"Ada was in lesson {number}.", **fields}
    proof = Proof(1, Anchor(DocumentId(2), 4, exact="Present: Ada"), "Register", "2021-10-14", "")
    return Issue(
        id=IssueId(number),
        ref=f"L-{number:02}",
        fields=IssueFields(**values),
        mark=None,
        anchor=Anchor(DocumentId(1), 3, exact="Ada missed a lesson."),
        document=DocumentId(1),
        document_title="Behaviour log",
        document_date="2021-10-15",
        document_author="J. Marsh",
        organisation=OrganisationId(1),
        organisation_name="Larkhollow Primary School",
        proofs=(proof,),
        created="2026-11-01T10:00:00+00:00",
    )


@pytest.fixture
def issue() -> Callable[..., Issue]:
    return make_issue


@pytest.fixture
def rich() -> LetterFacts:
    case = CaseDetails(
        child="Ada Brennan",
        born="2013-03-14",
        parent="Nora Brennan",
        relationship="mother",
        address="12 Ferry Row\nCalderwick\nCW4 2QT",
        email="nora@example.org",
    )
    school = Organisation(
        id=OrganisationId(1),
        name="Larkhollow Primary School",
        kind="school",
        nation="england",
        address="8 Hollow Lane\nCalderwick",
        contact="Mr T. Ashe, Data Protection Officer",
        email="dpo@larkhollow.example",
    )
    issues = (
        make_issue(1),
        make_issue(2, wrong=Wrong.OPINION_AS_FACT, says="Mother is obstructive.", right="I asked for the notes."),
    )
    return LetterFacts(case, school, TODAY, issues)


@pytest.fixture
def sparse() -> LetterFacts:
    return LetterFacts(
        CaseDetails(child="Ada Brennan"), Organisation(id=OrganisationId(1), name="Larkhollow Primary School"), TODAY
    )


@pytest.fixture
def awkward() -> LetterFacts:
    case = CaseDetails(
        child="Siân O'Brien-Łęcki",
        born="2014-02-28",
        nation="wales",
        parent="Aoife O'Brien-Łęcka",
        relationship="mother",
        address="Flat 3, Tŷ Gwyn\nHeol y Bont\nLlanfair",
    )
    school = Organisation(id=OrganisationId(1), name="Ysgol Gynradd Llŷn & Môr", kind="school", nation="wales")
    issues = tuple(make_issue(n, remedies=(Remedy.CORRECT, Remedy.NOTIFY)) for n in range(1, 81))
    values = {"second_parent": "Marek Łęcki", "second_address": "4 <Quay> Street\nAberwen"}
    return LetterFacts(case, school, TODAY, issues, values=values)
