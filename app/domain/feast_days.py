"""Named days of the year in the United Kingdom that records use instead of a date: Boxing Day, Good Friday, the May bank holiday."""

from collections.abc import Callable
from datetime import date, timedelta

from app.domain.dates import easter


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7)


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())


FEASTS: dict[str, Callable[[int], date]] = {
    "new year's day": lambda year: date(year, 1, 1),
    "new year's eve": lambda year: date(year, 12, 31),
    "good friday": lambda year: easter(year) - timedelta(days=2),
    "easter sunday": easter,
    "easter monday": lambda year: easter(year) + timedelta(days=1),
    "may day": lambda year: _first_monday(year, 5),
    "may bank holiday": lambda year: _first_monday(year, 5),
    "spring bank holiday": lambda year: _last_monday(year, 5),
    "august bank holiday": lambda year: _last_monday(year, 8),
    "summer bank holiday": lambda year: _last_monday(year, 8),
    "christmas day": lambda year: date(year, 12, 25),
    "christmas eve": lambda year: date(year, 12, 24),
    "boxing day": lambda year: date(year, 12, 26),
    "halloween": lambda year: date(year, 10, 31),
    "bonfire night": lambda year: date(year, 11, 5),
}
"""Name in lower case to the day in a year. Bank holidays are those of England and Wales (Banking and Financial Dealings Act 1971,
schedule 1, and the proclamations made under it), without the few that were moved for one year."""
