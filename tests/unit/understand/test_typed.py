"""Dates as people type them."""

from datetime import date

import pytest

from app.domain import dates
from app.understand.typed import read_typed

TODAY = date(2023, 2, 6)
TYPED = {
    "14/10/21": "2021-10-14",
    "14.10.2021": "2021-10-14",
    "14 Oct 2021": "2021-10-14",
    "thu 14th october 2021": "2021-10-14",
    "2021-10-14": "2021-10-14",
    "oct 2021": "2021-10",
    "2021": "2021",
    "2021-22": "2021-09/2022-07",
    "Autumn term 2021": "2021-09/2021-12",
    "w/c 29.11.21": "2021-11-29/2021-12-03",
    "about Sept 2019": "2019-09~",
    "before 3 May 2022": "../2022-05-03",
    "from 2021": "2021/..",
    "until 3 May 2022": "../2022-05-03",
    "yesterday": "2023-02-05",
    "Year 2": "2020-09/2021-07",
    "14-18 Oct 2021": "2021-10-14/2021-10-18",
    "31/02/2021": "",
    "03/14/2021": "",
    "soon": "",
    "": "",
    "14 Oct 2021 and 15 Nov 2021": "",
    "14 Oct 2021 was nice": "",
}


@pytest.mark.parametrize(("text", "edtf"), TYPED.items())
def test_typed_dates(text: str, edtf: str) -> None:
    assert read_typed(text, TODAY, born="2014-03-15") == edtf


@pytest.mark.parametrize(
    "edtf",
    [
        "2021-10-14", "2021-10", "2021", "2021~", "2019-09~", "2021-10-14~", "2021-11-29/2021-12-03", "2021-10-14/2021-10-18", "2021-12-29/2022-01-03",
        "2021-09/2021-12", "2022-01/2022-03", "2021-09/2021-10", "2022-06/2022-07", "2021-09/2022-07", "2021/..", "../2021-05-03", "2015/2018",
    ],
)  # fmt: skip
def test_what_is_shown_can_be_typed_again(edtf: str) -> None:
    assert read_typed(dates.show(edtf), TODAY) == edtf
