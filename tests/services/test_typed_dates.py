"""Dates as people type them, through the service that the window uses."""

from datetime import date

import pytest

from app.services.typed_dates import read_date

TODAY = date(2023, 2, 6)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("14 Oct 2021", "2021-10-14"),
        ("14th October 2021", "2021-10-14"),
        ("Thursday 14 October 2021", "2021-10-14"),
        ("Thursday, 14 October 2021", "2021-10-14"),
        ("14/10/2021", "2021-10-14"),
        ("14.10.21", "2021-10-14"),
        ("14-10-21", "2021-10-14"),
        ("14 10 2021", "2021-10-14"),
        ("3/4/2021", "2021-04-03"),
        ("2021-10-14", "2021-10-14"),
        ("Sept 2019", "2019-09"),
        ("09/2019", "2019-09"),
        ("about Sept 2019", "2019-09~"),
        ("c. 2019", "2019~"),
        ("~2019", "2019~"),
        ("perhaps 2019", "2019?"),
        ("maybe 14 Oct 2021", "2021-10-14?"),
        ("autumn 2021", "2021-09/2021-12"),
        ("Summer term 2021", "2021-04/2021-07"),
        ("2021-22", "2021-09/2022-07"),
        ("2021/22", "2021-09/2022-07"),
        ("school year 2021-22", "2021-09/2022-07"),
        ("3–7 May 2022", "2022-05-03/2022-05-07"),
        ("29 Nov – 3 Dec 2021", "2021-11-29/2021-12-03"),
        ("29 Nov to 3 Dec 2021", "2021-11-29/2021-12-03"),
        ("w/c 18 Oct 2021", "2021-10-18/2021-10-22"),
        ("week of 18 Oct 2021", "2021-10-18/2021-10-22"),
        ("2021", "2021"),
        ("last Tuesday", "2023-01-31"),
        ("14 Feb 1954", "1954-02-14"),
    ],
)
def test_is_understood(typed: str, edtf: str) -> None:
    assert read_date(typed, today=TODAY) == edtf


def test_a_year_group_needs_the_birth_date() -> None:
    assert read_date("Year 2", today=TODAY, born="2014-03-15") == "2020-09/2021-07"
    with pytest.raises(ValueError, match="Try 14 Oct 2021"):
        read_date("Year 2", today=TODAY)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31 Feb 2021", "February 2021 has no day 31"),
        ("29/02/2021", "February 2021 has no day 29"),
        ("14 Oct", "Please add the year"),
        ("14/10", "Please add the year"),
        ("10/14/2021", "Write the day first"),
        ("7 May – 3 May 2022", "The first day comes after the last"),
        ("some time ago", "Try 14 Oct 2021"),
        ("2021-23", "two years in a row"),
        ("14 Oct 2021 was nice", "Try 14 Oct 2021"),
    ],
)
def test_is_refused_with_a_sentence(typed: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_date(typed, today=TODAY)
