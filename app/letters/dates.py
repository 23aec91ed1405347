"""Dates as people write them in letters: 23 November 2026."""

from datetime import date

from app.domain import dates

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long_date(day: date) -> str:
    """23 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: date) -> str:
    """Wednesday 23 December 2026."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"


def as_written(edtf: str) -> str:
    """An EDTF date in words; other text as it is."""
    text = edtf.strip()
    if not text:
        return ""
    try:
        return long_date(date.fromisoformat(text))
    except ValueError:
        return dates.show(text)


def is_date(text: str) -> bool:
    """Whether the text is a date as the program stores them (EDTF)."""
    return dates.is_edtf(text.strip())
