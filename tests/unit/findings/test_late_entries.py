"""Two dates of one entry, more than a fortnight apart; silent otherwise."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.findings.days import find_days
from app.findings.finders import late_entries
from tests.unit.findings.views import case, document


def late(text: str) -> list[tuple[str, str]]:
    return [(f.detail["happened"], f.detail["recorded"]) for f in late_entries.find(case(document(1, text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date of incident  16/06/2021  Added  09/02/2022 16:40\n", [("2021-06-16", "2022-02-09")]),
        (
            "Date of incident: 16 June 2021 at 10:15\nAdded by J. Hartley\nDate added: 1st July 2021\n",
            [("2021-06-16", "2021-07-01")],
        ),
        ("Incident date 16/06/21\nRecorded on: Wednesday 14 July 2021\n", [("2021-06-16", "2021-07-14")]),
        ("Added 09/02/2022\nDate of incident 16/06/2021\n", []),
        (
            "Date of incident 16/06/2021 Added 17/06/2021\nDate of incident 18/06/2021 Added 01/09/2021\n",
            [("2021-06-18", "2021-09-01")],
        ),
        (
            "Incident date  Category  Date recorded\n16/06/2021  Home  09/02/2022\n17/06/2021  Home  17/06/2021\n",
            [("2021-06-16", "2022-02-09")],
        ),
        ("Date of incident 16/06/2021  Added  30/06/2021\n", []),
        ("Date of incident 16/06/2021. Her mother added that on 9 February 2022 she would move.\n", []),
        ("Date of visit 16/06/2021\nDate of report 09/02/2022\n", []),
        ("Date of incident 99/06/2021 Added 09/02/2022\n", []),
    ],
)
def test_entries(text: str, expected: list[tuple[str, str]]) -> None:
    assert late(text) == expected


def test_it_leads_to_its_line() -> None:
    text = "Entry 4\nDate of incident 16/06/2021  Added 09/02/2022\nAda was tired.\n"
    (found,) = late_entries.find(case(document(3, text)))
    assert text[found.start : found.end] == "Date of incident 16/06/2021  Added 09/02/2022"
    assert "16 Jun 2021" in found.reason
    assert "238 days later" in found.reason


@given(
    st.dates(date(1990, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%d %B %Y", "%Y-%m-%d", "%dth %b %Y"]),
)
def test_every_day_is_read_as_it_is_written(day: date, form: str) -> None:
    assert [found.day for found in find_days(f"on {day.strftime(form)}, they said")] == [day]
