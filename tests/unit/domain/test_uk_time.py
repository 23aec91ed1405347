"""Moments on UK clocks."""

import pytest

from app.domain.mail_names import base_subject, is_answer, person_keys
from app.domain.uk_time import shown, uk_minute


@pytest.mark.parametrize(
    ("sent", "minute"),
    [
        ("2021-07-01T23:30:00+00:00", "2021-07-02T00:30"),
        ("2021-12-01T23:30:00+00:00", "2021-12-01T23:30"),
        ("2021-03-28T00:59:00+00:00", "2021-03-28T00:59"),
        ("2021-03-28T01:00:00+00:00", "2021-03-28T02:00"),
        ("2021-07-01T19:30:00-04:00", "2021-07-02T00:30"),
        ("2021-07-01T09:12:00", "2021-07-01T09:12"),
        ("2021-07-01", "2021-07-01"),
        ("soon", ""),
    ],
)
def test_the_minute_in_the_uk(sent: str, minute: str) -> None:
    assert uk_minute(sent) == minute


def test_times_are_shown_with_their_zone() -> None:
    assert shown("2021-10-14T09:12:00+01:00") == "Thursday 14 October 2021 09:12 BST"
    assert shown("2021-07-01T19:30:00-04:00") == "Friday 2 July 2021 00:30 BST (19:30 UTC-04:00)"
    assert shown("2021-07-01T19:30:00") == "Thursday 1 July 2021 19:30 (no time zone given)"


def test_subjects_are_compared_without_what_programs_add() -> None:
    assert (
        base_subject("Re: Fwd: AW: [EXTERNAL] RE[2]: Ada's plan (fwd)") == base_subject("ada’s  plan") == "ada s plan"
    )
    assert is_answer("[EXTERNAL] Re: Ada")
    assert not is_answer("Reading: Ada")
    assert base_subject("Reference: 12") == "reference 12"


def test_people_are_known_by_address_and_by_name() -> None:
    assert person_keys("Hartley, Jane") & person_keys("J. Hartley <jh@x.example>")
    assert person_keys("j.hartley@x.example") & person_keys("Mrs Jane Hartley (SENCo)")
    assert not person_keys("Hartley, Jane") & person_keys("Mark Hartley")
