"""EDTF values and the school calendar."""

from datetime import date

import pytest

from app.domain import dates

SHOWN = {
    "2021-10-14": "14 Oct 2021",
    "2021-09-05": "5 Sept 2021",
    "2021-10": "October 2021",
    "2021": "2021",
    "2019-09~": "about Sept 2019",
    "2021-10-14~": "about 14 Oct 2021",
    "2021-10?": "perhaps Oct 2021",
    "2021-11-29/2021-12-03": "29 Nov – 3 Dec 2021",
    "2021-10-14/2021-10-18": "14–18 Oct 2021",
    "2021-12-29/2022-01-03": "29 Dec 2021 – 3 Jan 2022",
    "2021-09/2021-12": "Autumn term 2021",
    "2022-01/2022-03": "Spring term 2022",
    "2022-04/2022-07": "Summer term 2022",
    "2021-09/2021-10": "Autumn term 2021, first half",
    "2021-09/2022-07": "2021-22",
    "2015/2018": "2015–2018",
    "2021-07/2021-08": "July – Aug 2021",
    "../2021-05-03": "until 3 May 2021",
    "2021/..": "from 2021",
    "nonsense": "nonsense",
}


@pytest.mark.parametrize(("text", "words"), SHOWN.items())
def test_shows_a_date_as_people_write_it(text: str, words: str) -> None:
    assert dates.show(text) == words


PRECISION = {
    "2021-10-14": "day",
    "2021-10": "month",
    "2021": "year",
    "2021~": "about",
    "2021-10-14/2021-10-18": "interval",
    "../2021": "interval",
    "2021-09/2021-12": "term",
    "2021-11/2021-12": "term",
    "2021-09/2022-07": "year",
}


@pytest.mark.parametrize(("text", "name"), PRECISION.items())
def test_names_the_precision(text: str, name: str) -> None:
    assert dates.precision(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "", "..", "../..", "2021/", "/2021", "14/10/2021", "2021-02-31", "2021-13", "2021-00", "2021-1-1",
        "2021-10-14/2021-10-13",
        "0000", "2021~~", "2021 ", "２０２１", "2021-10-14T10:00", "2021/2022/2023",
    ],
)  # fmt: skip
def test_refuses_what_is_no_date(text: str) -> None:
    assert not dates.is_edtf(text)
    with pytest.raises(ValueError):
        dates.parse(text)


def test_bounds_and_overlap() -> None:
    assert dates.bounds("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))
    assert dates.bounds("../2021") == (date.min, date(2021, 12, 31))
    assert dates.bounds("2021/..") == (date(2021, 1, 1), date.max)
    assert dates.overlap("2021-10", "2021-10-31/2021-11-02")
    assert not dates.overlap("2021-10", "2021-11")


def test_orders_like_a_timeline() -> None:
    texts = ["2021", "2021-10-14", "../2019", "2021-01-01", "2020/.."]
    assert sorted(texts, key=dates.sort_key) == ["../2019", "2020/..", "2021-01-01", "2021", "2021-10-14"]
    assert dates.compare("2021-10", "2021-10") == 0
    assert dates.compare("2021-10", "2021-11") == -1


def test_school_calendar() -> None:
    assert dates.school_year(date(2021, 8, 31)) == 2020
    assert dates.school_year(date(2021, 9, 1)) == 2021
    assert dates.terms(2021) == (
        ("Autumn term 2021", "2021-09/2021-12"),
        ("Spring term 2022", "2022-01/2022-03"),
        ("Summer term 2022", "2022-04/2022-07"),
    )
    assert dates.term_of(date(2022, 1, 10)) == "2022-01/2022-03"
    assert dates.term_of(date(2022, 1, 10), back=1) == "2021-09/2021-12"
    assert dates.term_of(date(2021, 9, 6), back=1) == "2021-04/2021-07"


@pytest.mark.parametrize(
    ("born", "start", "nation", "group"),
    [
        ("2016-03-15", 2020, "england", "Reception"),
        ("2016-03-15", 2024, "england", "Year 4"),
        ("2016-08-31", 2020, "wales", "Reception"),
        ("2016-09-01", 2020, "england", "Nursery"),
        ("2016-02-29", 2020, "scotland", "P1"),
        ("2016-03-01", 2021, "scotland", "P1"),
        ("2016-03-01", 2028, "scotland", "S1"),
        ("2016-07-01", 2020, "northern-ireland", "Year 1"),
        ("2016-07-02", 2020, "northern-ireland", ""),
        ("2016-03-15", 2016, "england", ""),
    ],
)
def test_year_group_of_a_child(born: str, start: int, nation: str, group: str) -> None:
    assert dates.year_group(date.fromisoformat(born), start, nation) == group


def test_the_year_group_and_its_school_year_agree() -> None:
    born = date(2016, 3, 15)
    for group in range(1, 14):
        start = dates.school_year_of_group(born, group, "england")
        assert dates.year_group(born, start, "england") == f"Year {group}"


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2016, 3, 27), (2021, 4, 4), (2022, 4, 17), (2024, 3, 31), (2025, 4, 20)]
)
def test_easter(year: int, month: int, day: int) -> None:
    assert dates.easter(year) == date(year, month, day)
