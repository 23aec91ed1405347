"""Words, places, roles, kinds and titles of events."""

from dataclasses import replace

import pytest

from app.domain.events import EVENT_KINDS
from app.domain.extracted import ExtractedDocument, ExtractedPage, MailHeaders
from app.domain.suggestions import CaseFacts, EventSuggestion
from app.understand.run import understand
from tests.unit.understand import labelled
from tests.unit.understand.scoring import events_of, facts_of, understand_text


def only(sentence: str) -> EventSuggestion:
    events = events_of(sentence)
    assert len(events) == 1, events
    return events[0]


def test_the_words_stand_where_it_says() -> None:
    text = labelled.page_of("The clinic’s visit on\n29th  September 2021 – a long one – went well.")
    (event,) = understand_text(text).events
    assert text[event.start : event.end] == event.date_text == "29th  September 2021"
    assert event.page == 1
    assert event.quote == "The clinic’s visit on 29th September 2021 – a long one – went well."


def test_letters_that_change_length_in_lower_case_do_not_shift_words() -> None:
    text = "İİİİ were seen on 29 September 2021 by the nurse."
    (event,) = understand_text(text).events or [None]
    assert event is None or text[event.start : event.end] == event.date_text


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("On 29 September 2021 Sam was seen by the school nurse.", "Sam was seen by the school nurse"),
        ("Sam was seen by the school nurse on 29 September 2021.", "Sam was seen by the school nurse"),
        ("Date of assessment: 29/09/2021", "Assessment"),
        ("29/09/2021 10:15 Mum rang to say he was ill.", "Mum rang to say he was ill"),
        ("Yesterday he threw a chair in the dinner hall.", "He threw a chair in the dinner hall"),
        ("ELSA sessions took place on 3, 10 and 17 March 2021.", "ELSA sessions took place"),
        ("Thank you for your call on 29 September 2021 about the trip.", "Call about the trip"),
    ],
)
def test_titles_come_from_the_sentence(sentence: str, title: str) -> None:
    assert {event.title for event in events_of(sentence)} == {title}


def test_titles_are_short_and_clean() -> None:
    long = (
        "On 29 September 2021 "
        + "the very long story of the broken window and of the boy who said that he saw it, " * 4
    )
    for event in events_of(long):
        assert 4 <= len(event.title) <= 70
        assert event.title[-1] not in " .,;:-"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A meeting was held with both parents on 29 September 2021.", "meeting"),
        ("He was assessed by the psychologist on 29 September 2021.", "assessment"),
        ("On 29 September 2021 he kicked a member of staff.", "incident"),
        ("Mum telephoned on 29 September 2021.", "contact"),
        ("On 29 September 2021 the panel refused the request.", "decision"),
        ("He was suspended on 29 September 2021.", "attendance"),
        ("He was referred to the service on 29 September 2021.", "referral"),
        ("He was admitted to hospital on 29 September 2021.", "health"),
        ("The plan was reviewed on 29 September 2021.", "review"),
    ],
)
def test_kinds_of_events(sentence: str, kind: str) -> None:
    assert only(sentence).kind == kind
    assert kind in EVENT_KINDS


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("He was seen on 29 September 2021.", "happened"),
        ("Next review: 16 December 2021", "planned"),
        ("Review due 16 December 2021", "planned"),
        ("We will meet on 21 October 2021.", "planned"),
    ],
)
def test_roles(sentence: str, role: str) -> None:
    assert only(sentence).role == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Date added: 30/09/2021", "recorded"),
        ("Recorded on 30/09/2021 by T Pell", "recorded"),
        ("Added by Mrs T Pell (Pastoral lead) on 30/09/2021 at 12:04", "recorded"),
        ("Date dictated: 30/09/2021", "dictated"),
        ("Typed up 30/09/2021", "typed"),
        ("Printed by D Feeney on 30/09/2021", "printed"),
    ],
)
def test_days_of_writing_are_kept_apart_from_what_happened(sentence: str, role: str) -> None:
    found = understand_text(labelled.page_of(sentence))
    assert "2021-09-30" not in [event.date for event in found.events]
    assert [(other.date, other.role) for other in found.other_dates] == [("2021-09-30", role)]


def test_what_was_done_on_a_day_is_no_day_of_writing() -> None:
    assert only("Section F was amended on 30 September 2021.").date == "2021-09-30"
    assert only("It was recorded on 30 September 2021 that he hid.").date == "2021-09-30"


def test_the_days_of_a_file_are_told_last() -> None:
    page = ExtractedPage("Typed: 30/09/2021")
    found = understand(
        ExtractedDocument("pdf", (page,), properties={"created": "2021-10-01T23:30:00+00:00"}), "a.pdf", CaseFacts()
    )
    assert [(o.date, o.role, o.page) for o in found.other_dates] == [("2021-10-02", "file-made", 0)]


@pytest.mark.parametrize(
    ("sentence", "precision"),
    [
        ("He was seen on 29 September 2021.", "day"),
        ("He was seen in March 2021.", "month"),
        ("He was seen in the autumn term 2020.", "term"),
        ("He was seen in 2019.", "year"),
        ("He was seen in about March 2021.", "about"),
        ("He was away from 1 to 8 March 2021.", "interval"),
    ],
)
def test_precision(sentence: str, precision: str) -> None:
    assert only(sentence).precision == precision


def test_a_date_twice_in_one_sentence_counts_once() -> None:
    assert len(events_of("On 29 September 2021 he ran off, and on 29/09/2021 he was found again.")) == 1


def test_the_documents_own_date_is_not_an_event() -> None:
    assert events_of("Nothing happened.") == ()


def test_dates_of_birth_are_learnt_from_the_text() -> None:
    text = "Report\n\nSam Marsh   DOB: 15/03/2014\n\nHe was seen on 15 March 2014 and again on 4 May 2020.\n"
    facts = replace(facts_of(labelled.BORN), born="")
    assert [event.date for event in understand_text(text, facts=facts).events] == ["2020-05-04"]


def test_birth_dates_in_a_table_of_the_family() -> None:
    text = (
        "Family\n\nName  Date of birth  Relation\nElla Marsh  02/07/2017  Sister\nTom Marsh  19/08/2016  Brother\n\n"
        "The family was visited on 3 May 2021.\n"
    )
    assert [event.date for event in understand_text(text).events if event.date != "2021-05-03"] == []


def test_american_order_silences_dates_that_could_be_either() -> None:
    text = "Letter\nDate: 6 May 2021\n\n03/14/2021 Called home about lunch.\n03/04/2021 Called home about shoes.\n5 May 2021 Met the parents.\n"
    assert [event.date for event in understand_text(text).events] == ["2021-05-05"]


def test_relative_words_need_a_date_to_count_from() -> None:
    assert understand_text("He hit another child last Tuesday and was sent home yesterday.\n").events == ()


def test_entries_of_a_log_are_the_anchor_of_their_own_words() -> None:
    text = (
        "Chronology\n\n04/10/2021 Mum said that he had been sick yesterday.\n11/10/2021 He ran off last Friday and was found.\n"
        "18/10/2021 Settled.\n"
    )
    dates = {event.date for event in understand_text(text).events}
    assert {"2021-10-03", "2021-10-08"} <= dates


def mail(body: str, subject: str) -> ExtractedDocument:
    headers = MailHeaders(
        subject=subject, sender="J Hartley <j.hartley@larkhollow.sch.uk>", sent="2021-10-14T08:00:00+01:00"
    )
    return ExtractedDocument("eml", (ExtractedPage(body),), mail=headers)


QUOTED = "Yes, that is fine.\n\nOn Wed, 13 Oct 2021 at 09:12, Kate Marsh wrote:\n> He was hurt on 11 October 2021.\n"


@pytest.mark.parametrize("subject", ["Re: Sam", "FW: Sam"])
def test_what_is_quoted_is_read_for_the_case_that_it_is_not_held_by_itself(subject: str) -> None:
    events = understand(mail(QUOTED, subject), "a.eml", facts_of(labelled.BORN)).events
    assert "2021-10-11" in {event.date for event in events}


def test_a_policy_tells_of_no_events_of_the_child() -> None:
    text = "Larkhollow Primary School\nBehaviour Policy\nApproved: 4 September 2020\nThis policy was agreed by all staff on 2 May 2020.\n"
    assert understand_text(text, facts=CaseFacts(child="Sam Marsh")).events == ()
