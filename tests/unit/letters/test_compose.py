"""Letters from cases: what is filled in, what is asked for, how a point is worded."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.errors import UsageProblem
from app.domain.issues import Issue, Remedy, Wrong
from app.domain.letters import Paragraph, Table
from app.letters import catalogue
from app.letters.checks import leftovers, texts
from app.letters.compose import compose
from app.letters.facts import LetterFacts
from app.letters.schedule import Pages, rows
from app.letters.words import clean, counted, lines
from app.requests.deadlines import work_out


def whole(facts: LetterFacts, kind: str) -> str:
    return "\n".join(texts(compose(kind, facts).blocks))


def test_frame_of_a_letter(rich: LetterFacts) -> None:
    draft = compose("access-request", replace(rich, values={"delivery": "email", "their_reference": "AB/1"}))
    styles = {block.style: block.text for block in draft.blocks if isinstance(block, Paragraph)}
    assert styles["sender"].splitlines()[0] == "Nora Brennan"
    assert styles["date"] == "23 November 2026"
    assert styles["addressee"].splitlines()[0] == "Mr T. Ashe, Data Protection Officer"
    assert styles["small"] == "By e-mail to dpo@larkhollow.example\nYour reference: AB/1"
    assert (styles["closing"], styles["signature"]) == ("Yours sincerely", "Nora Brennan")


def test_without_a_name_it_is_faithfully(awkward: LetterFacts) -> None:
    assert "Yours faithfully" in whole(awkward, "access-request")


def test_second_parent_gets_a_copy(awkward: LetterFacts) -> None:
    assert "Please send a copy of your answer to Marek Łęcki, 4 <Quay> Street, Aberwen." in whole(
        awkward, "correction-request"
    )


def test_advocate_signs_for_the_parent(rich: LetterFacts) -> None:
    text = whole(replace(rich, values={"advocate": "Ben Oduya"}), "correction-request")
    assert "Ben Oduya sends this letter for Nora Brennan. In this letter, “I” is Nora Brennan." in text
    assert "Enclosed: schedule" in text
    assert "signed authority for Ben Oduya to act" in text
    assert "Ben Oduya\nfor Nora Brennan" in text


def test_missing_facts_are_asked_for(sparse: LetterFacts) -> None:
    draft = compose("access-request", sparse)
    assert set(draft.missing) == {"parent", "address"}
    assert any("⟦Your full name⟧" in found for found in leftovers(draft.blocks))
    answers = {"parent": "N. Brennan", "email": "n@example.org", "born": "2013-03-14"}
    assert compose("access-request", replace(sparse, values=answers)).missing == ()


def test_a_date_that_is_none_is_asked_for_again(rich: LetterFacts) -> None:
    draft = compose(
        "identity-reply",
        replace(rich, values={"asked_on": "last week", "proof": "a copy", "request_sent": "2026-10-01"}),
    )
    assert draft.missing == ("asked_on",)


def test_blanks_of_points_are_asked_for_and_can_be_answered(rich: LetterFacts, issue: Callable[..., Issue]) -> None:
    facts = replace(rich, issues=(issue(7, right=""),))
    draft = compose("correction-request", facts)
    assert draft.missing == ("issue:L-07:right",)
    assert draft.fields[-1].label == "Point 1 (L-07): what is right"
    answered = compose("correction-request", replace(facts, values={"issue:L-07:right": "Ada was there."}))
    assert answered.missing == ()
    assert "Ada was there." in "\n".join(texts(answered.blocks))


def test_correction_without_points_is_not_ready(rich: LetterFacts) -> None:
    assert "issues" in compose("correction-request", replace(rich, issues=())).missing


@pytest.mark.parametrize("wrong", list(Wrong))
def test_every_kind_of_wrong_has_its_words(wrong: Wrong, issue: Callable[..., Issue]) -> None:
    (row,) = rows((issue(1, wrong=wrong, remedies=tuple(Remedy)),), {})
    assert row["wrong"].endswith(".")
    assert row["ask"].startswith("Please ")


@pytest.mark.parametrize("wrong", [Wrong.OPINION, Wrong.OPINION_AS_FACT])
def test_an_opinion_is_labelled_and_answered_never_removed(wrong: Wrong, issue: Callable[..., Issue]) -> None:
    chosen = (Remedy.CORRECT, Remedy.ERASE, Remedy.NOTIFY)
    (row,) = rows((issue(1, wrong=wrong, remedies=chosen, right="I asked for notes."),), {})
    assert "show it as an opinion" in row["ask"]
    assert "which facts it was based on" in row["ask"]
    assert "keep my statement" in row["ask"]
    assert "correct the entry" not in row["ask"]
    assert "need to keep the entry" not in row["ask"]
    assert row["right"] == "My statement: I asked for notes."


def test_correction_cites_the_law_and_the_month(rich: LetterFacts) -> None:
    text = whole(rich, "correction-request")
    for article in (
        "Article 5(1)(d)",
        "Article 16",
        "Article 12(3)",
        "Article 18(1)(a)",
        "Article 19",
        "Article 12(4)",
    ):
        assert article in text
    assert "Wednesday 23 December 2026" in text
    assert "30 days" not in text


def test_restriction_only_when_wanted(rich: LetterFacts) -> None:
    assert "Article 18" not in whole(replace(rich, values={"restrict": "no"}), "correction-request")


def test_evidence_has_document_date_page_and_quote(rich: LetterFacts) -> None:
    table = next(block for block in compose("correction-request", rich).blocks if isinstance(block, Table))
    assert table.landscape
    assert table.rows[0][4] == "Register, 14 October 2021, page 4: “Present: Ada”"
    assert table.rows[0][1] == "“Ada missed lesson 1.”\nBehaviour log, 15 October 2021, J. Marsh, page 3"


def test_reminder_never_claims_more_than_the_date_shows(rich: LetterFacts) -> None:
    working = work_out("SAR-1M", rich.today.replace(month=10, day=23), "england", {})
    asked = {"request_sent": "2026-10-23", "request_received": "2026-10-23", "asked_for": "access"}
    on_the_day = whole(replace(rich, deadline=working, values=asked), "access-overdue")
    assert "164A" not in on_the_day
    assert "overdue" not in on_the_day
    later = whole(replace(rich, deadline=working, values=asked, today=rich.today.replace(day=27)), "access-overdue")
    assert "Today is four days after that day" in later
    assert "section 164A" in later


def test_reminder_about_the_school_record_does_not_speak_of_a_month(rich: LetterFacts) -> None:
    values = {"request_sent": "2026-10-01", "request_received": "2026-10-01", "request_due": "2026-10-23"}
    text = whole(replace(rich, values={**values, "asked_for": "educational-record"}), "access-overdue")
    assert "15 school days" in text
    assert "one month" not in text
    assert "164A" not in text
    assert "asked_for" in compose("access-overdue", replace(rich, values=values)).missing


def test_regulator_has_the_name_of_the_settings(rich: LetterFacts) -> None:
    values = {"problem": "No answer.", "wanted": "Send it."}
    text = whole(replace(rich, values=values, regulator="Information Commission"), "data-protection-complaint")
    assert "I can complain to the Information Commission." in text


def test_rule_of_a_letter_depends_on_nation_and_body() -> None:
    assert catalogue.starts_rule("access-request", "england", "police") == "SAR-LE-1M"
    assert catalogue.starts_rule("record-request", "scotland", "school") == "EDREC-SCO-15SD"
    assert catalogue.starts_rule("foi-request", "wales", "school") == "FOI-SCHOOL-ENG"
    assert catalogue.starts_rule("foi-request", "northern-ireland", "school") == "FOI-20WD"
    assert catalogue.within_rule("council-ombudsman", "wales") == "PSOW-12M"


def test_next_letters_by_situation() -> None:
    assert [kind.id for kind in catalogue.offered_for("access-overdue")] == ["access-overdue"]
    assert catalogue.offered_for("access-answered")


def test_unknown_letter_is_a_usage_problem(rich: LetterFacts) -> None:
    with pytest.raises(UsageProblem):
        compose("no-such-letter", rich)


def test_small_words() -> None:
    assert (counted(1, "point"), counted(3, "point"), counted(12, "point")) == (
        "one point",
        "three points",
        "12 points",
    )
    assert lines("- one\n2. two\n\n three") == ("one", "two", "three")
    assert clean("a\tb\r\n\x00\uf0b7 e\u0301") == "a b\n• é"


@pytest.mark.parametrize(
    "text",
    [
        "You must delete this.",
        "12 is the legal age.",
        "The ICO will order it.",
        "You are in breach.",
        "A SAR takes 30 days.",
        "Dear [name]",
        "Sign: ______",
    ],
)
def test_forbidden_words_are_found(text: str) -> None:
    assert leftovers((Paragraph(text),))


def test_words_of_a_record_are_not_judged() -> None:
    assert leftovers((Paragraph("The log says “you must delete this”."),)) == ()


def test_a_page_of_a_part_is_given_with_its_page_of_the_file(rich: LetterFacts) -> None:
    point = rich.issues[0]
    assert point.anchor is not None
    placed = Pages(firsts={int(point.anchor.document): 200}, enclosed={})
    (row, *_) = rows((point,), {}, placed)
    assert row["place"].endswith(f"page {point.anchor.page} (page {point.anchor.page + 199} of the file)")
    (plain, *_) = rows((point,), {})
    assert "of the file" not in plain["place"]
