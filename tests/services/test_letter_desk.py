"""Around a letter: what is offered, what is refused, words changed by hand, and the copy that is kept."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import OutputProblem, UsageProblem
from app.domain.letters import LetterDraft, Paragraph
from app.domain.people import NewOrganisation
from app.letters import catalogue
from app.letters.checks import texts
from app.requests import advice
from app.services import browsing, history, letter_answers, letter_desk, letter_writing
from app.services import case as cases
from app.services.case import OpenCase

SCHOOL = "Larkhollow Primary School"


def school(case: OpenCase, nation: str = "") -> int:
    saved, _ = browsing.save_organisation(case, NewOrganisation(SCHOOL, "school", nation))
    return int(saved.id)


def words(draft: LetterDraft) -> str:
    return "\n".join(texts(draft.blocks))


def test_in_scotland_english_letters_are_not_offered_and_say_why(case: OpenCase) -> None:
    assert letter_desk.offered(case).elsewhere == {}
    cases.save_details(case, replace(case.details(), nation="scotland"))
    found = letter_desk.offered(case)
    assert len(found.kinds) == len(catalogue.kinds())
    assert "co-ordinated support plans" in found.elsewhere["ehc-assessment-request"]
    assert "access-request" not in found.elsewhere
    school(case, "england")
    assert "ehc-assessment-request" not in letter_desk.offered(case).elsewhere


def test_a_letter_that_would_be_wrong_cannot_be_saved(case: OpenCase) -> None:
    draft = letter_writing.draft(case, "nhs-complaint", school(case), {"problem": "x", "outcome": "y"})
    assert "a health service" in letter_desk.aside(case, draft).refused
    with pytest.raises(OutputProblem, match="wrong here"):
        letter_writing.write(case, draft, "pdf")
    assert [o.name for o in letter_desk.fitting(case, "nhs-complaint")] == []
    assert [o.name for o in letter_desk.fitting(case, "access-request")] == [SCHOOL]


def test_the_line_about_advice_stands_beside_letters_and_never_in_one(case: OpenCase) -> None:
    draft = letter_writing.draft(case, "access-request", school(case))
    said = letter_desk.aside(case, draft).advice
    assert said.startswith("This is information, not legal advice. ")
    assert "IPSEA" in said
    assert said.count("legal advice") == 1
    for kind in catalogue.kinds():
        assert "legal advice" not in words(letter_desk.example(kind.id))
    assert len({advice.line(n) for n in ("england", "wales", "scotland", "northern-ireland", "")}) == 5


def test_words_changed_by_hand_stay_when_a_blank_is_filled(case: OpenCase) -> None:
    cases.save_details(case, replace(case.details(), parent=""))
    draft = letter_writing.draft(case, "access-request", school(case))
    assert "⟦Your full name⟧" in words(draft)
    changed = tuple(
        replace(b, text="My very own words.") if isinstance(b, Paragraph) and "subject access" in b.text else b
        for b in draft.blocks
    )
    kept, _ = letter_writing.save(case, letter_writing.edit_blocks(case, draft, changed))
    filled, _ = letter_writing.save(case, letter_writing.fill(case, kept, {"parent": "Nora Brennan"}))
    assert "My very own words." in words(filled)
    assert "⟦" not in words(filled)
    assert words(filled).count("Nora Brennan") >= 2
    assert filled.missing == ()
    assert filled.edited

    change = letter_writing.start_again(case, filled)
    (fresh,) = letter_writing.drafts(case)
    assert "My very own words." not in words(fresh)
    assert not fresh.edited
    assert "Nora Brennan" in words(fresh), "answers stay"
    history.apply(case, change.inverse())
    (back,) = letter_writing.drafts(case)
    assert back.edited
    assert "My very own words." in words(back)


def test_what_was_sent_is_kept_byte_for_byte_with_its_hash(case: OpenCase) -> None:
    owner = school(case)
    kept, _ = letter_writing.save(case, letter_writing.draft(case, "access-request", owner))
    assert kept.id is not None
    letter_writing.mark_sent(case, int(kept.id), date(2026, 11, 23), "email")
    (sent,) = letter_writing.drafts(case)
    cases.save_details(case, replace(case.details(), parent="Somebody Else"))
    hashes = letter_desk.aside(case, sent).kept
    assert set(hashes) == {"docx", "pdf"}
    for form, sha in hashes.items():
        frozen = letter_writing.as_sent(case, int(kept.id), form)
        assert hashlib.sha256(frozen).hexdigest() == sha
        assert b"Somebody" not in frozen
    with pytest.raises(UsageProblem, match="was sent"):
        letter_writing.fill(case, sent, {"parent": "Somebody Else"})
    with pytest.raises(UsageProblem, match="was sent"):
        letter_writing.save(case, sent)


def test_who_uses_the_right_is_taken_from_the_case(case: OpenCase) -> None:
    owner = school(case)
    cases.save_details(case, replace(case.details(), right_of="child", parent=""))
    own = letter_writing.draft(case, "access-request", owner)
    assert own.missing == ()
    assert "I write about my own record." in words(own)
    cases.save_details(case, replace(case.details(), right_of="advocate", parent="Nora Brennan", advocate="Sam Price"))
    assert "Sam Price\nfor Nora Brennan" in words(letter_writing.draft(case, "access-request", owner))


def test_the_blanks_of_a_letter_say_what_they_can_be_and_refuse_what_they_cannot(case: OpenCase) -> None:
    owner = school(case, "england")
    shown = {field["name"]: field for field in letter_answers.fields_of(case, "record-request", owner)}
    assert shown["school_type"]["missing"]
    assert "maintained" in shown["school_type"]["choices"]
    draft = letter_writing.draft(case, "record-request", owner)
    with pytest.raises(OutputProblem, match="school_type is one of: maintained"):
        letter_writing.write(case, draft, "docx")
    with pytest.raises(UsageProblem, match="cannot be used for school_type"):
        letter_answers.check(draft, {"school_type": "big"})
    with pytest.raises(UsageProblem, match="no blank called “shcool_type”"):
        letter_answers.check(draft, {"shcool_type": "maintained"})
    letter_answers.check(draft, {"school_type": "maintained", "organisation_kind": "school"})
