"""The document's own date, and why."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.extracted import ExtractedDocument, ExtractedPage, MailHeaders
from app.understand.chosen import uk_day
from app.understand.run import understand
from tests.unit.understand import labelled
from tests.unit.understand.scoring import facts_of, understand_text

CLINIC = "Ashford NHS Trust\n\n{}\n\nDear Dr Khan\n\nI saw Sam in clinic.\n\nYours sincerely\nDr P Nair\n"


def dated(text: str, path: str = "scan.pdf") -> tuple[str, str]:
    found = understand_text(text, path).date
    return (found.value, found.reason) if found else ("", "")


def test_a_letter_is_dated_when_it_was_typed_and_the_clinic_is_an_event() -> None:
    text = CLINIC.format("Clinic date: 12/10/2021\nDictated: 13/10/2021\nTyped: 18/10/2021")
    value, reason = dated(text)
    assert value == "2021-10-18"
    assert "typed" in reason.lower()
    found = understand_text(text)
    assert {event.date: event.role for event in found.events} == {"2021-10-12": "happened"}
    assert {other.role: other.date for other in found.other_dates} == {"clinic": "2021-10-12", "dictated": "2021-10-13"}


def test_the_letters_own_date_goes_before_typed() -> None:
    assert dated(CLINIC.format("19 October 2021\n\nClinic date: 12/10/2021\nTyped: 18/10/2021"))[0] == "2021-10-19"


def test_a_clinic_letter_with_nothing_else_has_the_date_of_the_clinic() -> None:
    assert dated(CLINIC.format("Clinic date: 12/10/2021"))[0] == "2021-10-12"


def test_the_reason_quotes_the_words_and_the_page() -> None:
    text = "Notes of meeting\n\nDate of meeting: 14 October 2021\nPresent: J Hartley\nApologies: none\n"
    assert dated(text) == ("2021-10-14", "From “Date of meeting: 14 October 2021” on page 1.")


def test_print_dates_never_date_a_document() -> None:
    assert dated("Behaviour log\n\nPrinted on 03/01/2024\n\nNothing to show.\n")[0] == ""


def test_a_file_name_is_better_than_nothing() -> None:
    value, reason = dated("Minutes\n\nPresent: J Hartley\n", "notes/2021-10-14 TAC minutes.pdf")
    assert value == "2021-10-14"
    assert "name" in reason


@pytest.mark.parametrize(("created", "value"), [("2021-10-14T10:00:00", "2021-10-14"), ("2024-01-20T10:00:00", "")])
def test_file_properties_count_unless_they_are_the_day_of_the_export(created: str, value: str) -> None:
    doc = ExtractedDocument("docx", (ExtractedPage("Some words about lunch.\n"),), properties={"created": created})
    found = understand(doc, "a.docx", facts_of(labelled.BORN)).date
    assert (found.value if found else "") == value
    assert found is None or found.confidence < 0.5


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        ("2021-10-14T23:30:00+00:00", date(2021, 10, 15)),
        ("2021-10-14T22:30:00+00:00", date(2021, 10, 14)),
        ("2021-11-14T23:30:00+00:00", date(2021, 11, 14)),
        ("2021-03-28T00:59:00+00:00", date(2021, 3, 28)),
        ("2021-07-01T19:30:00-04:00", date(2021, 7, 2)),
        ("2021-07-01T10:00:00", date(2021, 7, 1)),
        ("not a time", None),
    ],
)
def test_the_day_in_the_uk(sent: str, day: date | None) -> None:
    assert uk_day(sent) == day


def test_an_email_is_dated_by_its_header() -> None:
    headers = MailHeaders(subject="Lunch", sender="a@b.uk", sent="2021-10-14T23:30:00+00:00")
    doc = ExtractedDocument("eml", (ExtractedPage("Seen on 3 May 2020.\n"),), mail=headers)
    found = understand(doc, "a.eml", facts_of(labelled.BORN)).date
    assert found is not None
    assert found.value == "2021-10-15"


def test_a_birth_date_never_dates_a_document() -> None:
    facts = replace(facts_of(labelled.BORN), received="")
    found = understand_text(
        "Referral form\n\nDate of birth\n15/03/2014\n\nReason for referral: sleep.\n", facts=facts
    ).date
    assert found is None
