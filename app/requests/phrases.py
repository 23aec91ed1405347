"""Plain sentences for the working of a date."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = {
    "calendar_month": ("calendar month", "calendar months"),
    "calendar_day": ("calendar day", "calendar days"),
    "working_day": ("working day", "working days"),
    "school_day": ("school day", "school days"),
}


def said(day: date) -> str:
    """Thursday 3 September 2026."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def length(number: int, unit: str) -> str:
    """1 calendar month, 15 school days."""
    return f"{number} {_UNITS[unit][number != 1]}"


def skipped(days: Sequence[tuple[date, str]]) -> tuple[str, ...]:
    """Which days did not count: weekends as a number, each other day or stretch of days by its dates and reason."""
    weekends = sum(1 for _, why in days if why == "weekend")
    found = [f"Left out: {weekends} days of weekends."] if weekends else []
    others = [(day, why) for day, why in days if why != "weekend"]
    for why, group in groupby(others, key=lambda pair: pair[1]):
        stretch = [day for day, _ in group]
        span = (
            said(stretch[0])
            if len(stretch) == 1
            else f"{said(stretch[0])} to {said(stretch[-1])} ({len(stretch)} days)"
        )
        found.append(f"Left out: {span}, {_lower_first(why)}.")
    return tuple(found)


def _lower_first(why: str) -> str:
    if why == "school closed":
        return "when the school is closed"
    return why if why[:1].isupper() else f"a {why}"
