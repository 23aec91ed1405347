"""Named days."""

from datetime import date

import pytest

from app.domain.feast_days import FEASTS


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("good friday", date(2024, 3, 29)),
        ("easter sunday", date(2024, 3, 31)),
        ("easter monday", date(2024, 4, 1)),
        ("may bank holiday", date(2024, 5, 6)),
        ("may day", date(2023, 5, 1)),
        ("spring bank holiday", date(2024, 5, 27)),
        ("august bank holiday", date(2024, 8, 26)),
        ("summer bank holiday", date(2026, 8, 31)),
        ("boxing day", date(2024, 12, 26)),
        ("new year's eve", date(2024, 12, 31)),
        ("bonfire night", date(2021, 11, 5)),
    ],
)
def test_the_day_of_a_year(name: str, day: date) -> None:
    assert FEASTS[name](day.year) == day
