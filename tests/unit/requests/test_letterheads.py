"""What a page says about who wrote it."""

import pytest

from app.requests.letterheads import address_in, emails_in, nation_in, officer_in, rank_of

HEAD = """Larkhollow Primary School
Mill Lane, Calderwick
CW40 1AB
Tel 01632 960001   office@larkhollow.example

Mrs N Brennan
12 Ferry Row
Calderwick CW40 2ZZ

Dear Mrs Brennan
"""


def test_the_address_under_the_name() -> None:
    assert address_in(HEAD, "Larkhollow Primary School") == "Mill Lane\nCalderwick\nCW40 1AB"
    assert address_in("Larkhollow Primary | Mill Lane | Calderwick CW40 1AB", "Larkhollow Primary School") == (
        "Mill Lane\nCalderwick CW40 1AB"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Minutes of a meeting\nLarkhollow Primary School\nPresent: Mrs Hartley\nDear all\nCW40 1AB",
        "Larkhollow Primary School\nReview meeting, 14 October 2021\n\nAda is working hard.",
        "To\nMrs N Brennan\n12 Ferry Row\nCalderwick CW40 2ZZ",
        "",
    ],
)
def test_nothing_rather_than_something_doubtful(text: str) -> None:
    assert address_in(text, "Larkhollow Primary School") == ""


@pytest.mark.parametrize(
    ("text", "name", "email"),
    [
        ("Data Protection Officer: Judith Amis, dpo@wrenfield.example", "Judith Amis", "dpo@wrenfield.example"),
        ("Our DPO is Mr Tom Oakes", "Mr Tom Oakes", ""),
        ("Yours sincerely\nSiân Pryce\nData Protection Lead", "Siân Pryce", ""),
        ("Please write to our Data Protection Team\nat dataprotection@calderwick.example.", "", "dataprotection@calderwick.example"),
    ],
)  # fmt: skip
def test_who_looks_after_data_protection(text: str, name: str, email: str) -> None:
    found = officer_in(text)
    assert found is not None
    assert (found.name, found.email) == (name, email)


def test_a_law_is_not_an_officer() -> None:
    assert officer_in("This is held under the Data Protection Act 2018.\nMrs Hartley") is None
    assert officer_in("Ask the Data Protection Officer about this.") is None


def test_emails_and_what_they_are_for() -> None:
    found = emails_in(
        "office@larkhollow.example, DPO@larkhollow.example and j.hartley@larkhollow.example. office@larkhollow.example"
    )
    assert found == ("office@larkhollow.example", "dpo@larkhollow.example", "j.hartley@larkhollow.example")
    assert [rank_of(email) for email in found] == [1, 0, 2]


@pytest.mark.parametrize(
    ("address", "nation"),
    [("Calderwick\nCW40 1AB", ""), ("Glenbrae\nEH1 9XX", "scotland"), ("Cwm\nCF10 9XX", "wales"), ("BT1 9XX", "northern-ireland"),
     ("Border\nTD9 9XX", ""), ("", "")],
)  # fmt: skip
def test_post_codes_that_lie_in_one_nation(address: str, nation: str) -> None:
    assert nation_in(address) == nation
