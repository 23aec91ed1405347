"""A letter that is not right in a nation, for an organisation or for a person is refused, with what to do instead."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.letters import Numbered, Paragraph
from app.domain.people import NATIONS, ORGANISATION_KINDS
from app.letters import catalogue, fitness
from app.letters.checks import texts
from app.letters.compose import compose
from app.letters.facts import LetterFacts
from app.letters.guard import age_band
from app.letters.sample import sample_facts
from tests.unit.letters.reading import grade

KINDS = [kind.id for kind in catalogue.kinds()]
ENGLISH_ONLY = (
    "ehc-assessment-request",
    "plan-not-delivered",
    "tribunal-appeal-facts",
    "panel-request",
    "social-care-complaint",
)


def at(kind_id: str, nation: str = "england", organisation_kind: str = "", **values: str) -> LetterFacts:
    facts = sample_facts(kind_id)
    assert facts.organisation is not None
    body = replace(facts.organisation, nation=nation, kind=organisation_kind or facts.organisation.kind)
    return replace(facts, organisation=body, values={**facts.values, **values})


@pytest.mark.parametrize("kind_id", KINDS)
def test_each_letter_is_right_at_home_and_says_why_elsewhere(kind_id: str) -> None:
    assert fitness.why_not(kind_id, at(kind_id)) == ""
    kind = catalogue.kind(kind_id)
    for nation in NATIONS:
        said = fitness.why_not(kind_id, at(kind_id, nation))
        right = not kind.nations or nation in kind.nations
        assert (said == "") == right
        assert right or len(said.split(". ")) >= 2, "it says what there is instead"
    assert set(catalogue.definition(kind_id).elsewhere) == (set(NATIONS) - set(kind.nations) if kind.nations else set())


@pytest.mark.parametrize("kind_id", ENGLISH_ONLY)
def test_letters_of_english_law_are_not_offered_elsewhere(kind_id: str) -> None:
    offered = [k.id for s in ("start", "complaint-answered") for k in catalogue.offered_for(s, "scotland")]
    assert kind_id not in offered
    assert fitness.why_not(kind_id, at(kind_id, "scotland")).startswith("This letter uses the law of England.")


@pytest.mark.parametrize(
    ("kind_id", "nation", "organisation_kind", "values"),
    [
        ("record-request", "england", "academy-trust", {}),
        ("record-request", "england", "", {"school_type": "academy"}),
        ("record-request", "wales", "", {"school_type": "independent"}),
        ("record-request", "england", "council", {}),
        ("record-request", "england", "", {"writer": "child"}),
        ("nhs-complaint", "england", "school", {}),
        ("ehc-assessment-request", "england", "school", {}),
        ("ehc-assessment-request", "england", "", {"writer": "child", "born": "2014-01-01"}),
        ("police-complaint", "northern-ireland", "police", {}),
        ("council-ombudsman", "england", "school", {}),
        ("health-ombudsman", "england", "council", {}),
        ("foi-request", "england", "independent", {}),
    ],
)  # fmt: skip
def test_wrong_right_or_addressee_is_refused(
    kind_id: str, nation: str, organisation_kind: str, values: dict[str, str]
) -> None:
    assert fitness.why_not(kind_id, at(kind_id, nation, organisation_kind, **values)).endswith(".")


@pytest.mark.parametrize("kind_id", KINDS)
def test_an_organisation_of_unknown_kind_is_never_refused_for_its_kind(kind_id: str) -> None:
    assert fitness.why_not(kind_id, at(kind_id, organisation_kind="other")) == ""


def test_independent_schools_in_scotland_have_to_show_the_record() -> None:
    assert fitness.why_not("record-request", at("record-request", "scotland", school_type="independent")) == ""


@pytest.mark.parametrize("kind_id", KINDS)
def test_english_law_of_schools_is_named_in_england_only(kind_id: str) -> None:
    for nation in ("wales", "scotland", "northern-ireland"):
        facts = at(kind_id, nation)
        if fitness.why_not(kind_id, facts):
            continue
        words = " ".join(texts(compose(kind_id, facts).blocks))
        for answer in "\n".join(facts.values.values()).splitlines():
            words = words.replace(answer, "")
        assert "(England)" not in words
        assert "EHC" not in words
        assert "Local Government and Social Care Ombudsman" not in words
        assert "Parliamentary and Health" not in words
        if nation == "scotland":
            assert "Freedom of Information Act 2000" not in words
            assert "parental responsibility " not in words
    english = " ".join(texts(compose(kind_id, at(kind_id)).blocks))
    assert "Scotland" not in english
    assert "Wales" not in english


@pytest.mark.parametrize("kind_id", KINDS)
def test_no_letter_names_an_age_at_which_a_child_decides(kind_id: str) -> None:
    words = " ".join(texts(compose(kind_id, at(kind_id)).blocks))
    assert "12 or over" not in words
    assert "age of 12" not in words
    assert all(kind in ORGANISATION_KINDS for kind in catalogue.definition(kind_id).about)


def test_age_counts_whole_years() -> None:
    assert age_band("2014-11-24", date(2026, 11, 23)) == "under-12"
    assert age_band("2014-11-23", date(2026, 11, 23)) == "12-15"
    assert age_band("2010-11-23", date(2026, 11, 23)) == "16-17"
    assert age_band("2008-11-23", date(2026, 11, 23)) == "adult"
    assert age_band("2014", date(2026, 11, 23)) == ""


def test_of_a_grown_up_child_parental_responsibility_is_not_claimed() -> None:
    draft = compose("access-request", at("access-request", born="2006-01-01", authority="responsibility"))
    assert "authority" in draft.missing
    agreed = compose("access-request", at("access-request", born="2006-01-01", authority="agreement"))
    assert agreed.missing == ()
    words = " ".join(texts(agreed.blocks))
    assert "parental responsibility" not in words
    assert "signed agreement of Ada Brennan" in words


def test_cautions_about_age_differ_by_nation_and_stay_out_of_the_letter() -> None:
    scotland, england = (
        at("access-request", n, born="2013-03-14", authority="responsibility") for n in ("scotland", "england")
    )
    assert "child of 12 or over" in fitness.cautions("access-request", scotland)[0]
    assert "No age is set in law here" in fitness.cautions("access-request", england)[0]
    assert fitness.cautions("access-request", at("access-request", "scotland", writer="child")) == ()


def test_a_young_persons_own_rights_are_said_beside_letters_about_plans() -> None:
    older = fitness.cautions("ehc-assessment-request", at("ehc-assessment-request", born="2009-01-01"))
    assert "these rights are theirs" in older[0]
    assert fitness.cautions("ehc-assessment-request", at("ehc-assessment-request", born="2013-03-14")) == ()
    own = at("ehc-assessment-request", born="2009-01-01", writer="child")
    assert fitness.cautions("ehc-assessment-request", own) == ()
    assert fitness.why_not("ehc-assessment-request", own) == ""


def test_of_a_grown_up_a_complaint_about_care_needs_the_note() -> None:
    draft = compose("nhs-complaint", at("nhs-complaint", born="2006-01-01", consent="no"))
    assert "consent" in draft.missing
    agreed = compose("nhs-complaint", at("nhs-complaint", born="2006-01-01", consent="yes"))
    assert "Ada agrees to this complaint." in " ".join(texts(agreed.blocks))


@pytest.mark.parametrize("kind_id", KINDS)
def test_each_nations_words_are_as_easy_to_read(kind_id: str) -> None:
    for nation in NATIONS:
        facts = at(kind_id, nation)
        if fitness.why_not(kind_id, facts) == "":
            blocks = compose(kind_id, facts).blocks
            prose = [b for b in blocks if isinstance(b, Numbered) or (isinstance(b, Paragraph) and b.style == "body")]
            assert grade([text for block in prose for text in texts((block,))]) <= 8, nation
