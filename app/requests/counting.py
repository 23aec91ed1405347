"""Date arithmetic of the rules, in the words of the fact sheet: no calendar, no rule, only days."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def corresponding(start: date, months: int) -> date:
    """The same day number `months` later, or the last day of that month when it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def corresponding_minus_one(start: date, months: int) -> date:
    """The last day of a period that begins with `start`: the day before the corresponding date, or the end of a month
    that lacks it."""
    there = corresponding(start, months)
    return there - ONE_DAY if there.day == start.day else there


def tribunal_closed(day: date) -> bool:
    """August, and 25 December to 1 January: days that the tribunal rules treat apart."""
    return day.month == 8 or (day.month == 12 and day.day >= 25) or (day.month == 1 and day.day == 1)


def without(start: date, end: Callable[[date], date], left_out: Callable[[date], bool]) -> tuple[date, int]:
    """A period from `start` that `end` would close, with days left out of the count: its last day and how many were left out.

    A start whose next day is left out counts from the last day left out, so that a later start never ends earlier.
    """
    while left_out(start + ONE_DAY):
        start += ONE_DAY
    day, due, skipped = start, end(start), 0
    while day < due:
        day += ONE_DAY
        if left_out(day):
            due += ONE_DAY
            skipped += 1
    return due, skipped
