"""Dates as people type them, into EDTF. Day first, as in the United Kingdom; nothing is guessed."""

import re
from calendar import monthrange
from datetime import date

from app.domain import dates

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_HELP = "This is not a date we can read. Try 14 Oct 2021"
_ABOUT = re.compile(r"^(?:about|around|roughly|c\.?|circa|~)\s*")
_PERHAPS = re.compile(r"^(?:perhaps|maybe|possibly)\s+")
_WEEK = re.compile(r"^(?:w/?c|week (?:of|commencing|beginning))\s+")
_TERM = re.compile(r"^(autumn|spring|summer)(?: term)?,? (\d{4})$")
_SCHOOL_YEAR = re.compile(r"^(?:school year )?(\d{4})\s?[-/–]\s?(\d{2}|\d{4})$")
_DASH = re.compile(r"\s*(?:–|—|\bto\b|-(?=\s)|(?<=\s)-)\s*")
_DAY_RANGE = re.compile(r"^(\d{1,2})\s*[-–—]\s*(\d{1,2} .+)$")


def typed_date(text: str) -> str:
    """EDTF of what was typed. Raises ValueError with a sentence for the person."""
    plain = re.sub(r"\s+", " ", text.strip().lower())
    mark = ""
    if (cut := _ABOUT.sub("", plain)) != plain:
        plain, mark = cut, "~"
    elif (cut := _PERHAPS.sub("", plain)) != plain:
        plain, mark = cut, "?"
    if dates.is_edtf(plain):
        return plain + mark if "/" not in plain and plain[-1].isdigit() else plain
    return _whole_spans(plain) or _interval(plain) or _point(plain) + mark


def _whole_spans(plain: str) -> str:
    if match := _TERM.match(plain):
        return dates.term_edtf(match[1], int(match[2]))
    if match := _SCHOOL_YEAR.match(plain):
        start, end = int(match[1]), int(match[2])
        if end % 100 == (start + 1) % 100:
            return dates.school_year_edtf(start)
        raise ValueError("A school year is two years in a row, such as 2021-22")
    if match := _WEEK.match(plain):
        first = _point(plain[match.end() :])
        monday = date.fromisoformat(first) if len(first) == 10 else None
        if monday is None:
            raise ValueError("A week needs its first day, such as w/c 18 Oct 2021")
        return f"{first}/{date.fromordinal(monday.toordinal() + 4).isoformat()}"
    return ""


def _interval(plain: str) -> str:
    if match := _DAY_RANGE.match(plain):
        end = _point(match[2])
        return _checked(f"{end[:8]}{int(match[1]):02d}/{end}")
    parts = _DASH.split(plain)
    if len(parts) != 2 or not all(parts):
        return ""
    end = _point(parts[1])
    start = parts[0] if re.search(r"\d{4}", parts[0]) else f"{parts[0]} {end[:4]}"
    return _checked(f"{_point(start)}/{end}")


def _checked(value: str) -> str:
    try:
        return str(dates.parse(value))
    except ValueError:
        raise ValueError("The first day comes after the last") from None


def _point(plain: str) -> str:
    words = re.sub(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? ", "", plain)
    words = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", words).replace(" of ", " ").replace(",", "")
    if match := re.fullmatch(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{2}|\d{4})", words):
        return _day(int(match[1]), int(match[2]), _year(match[3]))
    if match := re.fullmatch(r"(\d{1,2})[ \-/]?([a-z]+)\.?[ \-/]?(\d{2}|\d{4})", words):
        return _day(int(match[1]), _month(match[2]), _year(match[3]))
    if match := re.fullmatch(r"([a-z]+)\.? ?(\d{4})", words):
        return f"{int(match[2]):04d}-{_month(match[1]):02d}"
    if match := re.fullmatch(r"(\d{1,2})/(\d{4})", words):
        return _month_of_year(int(match[1]), int(match[2]))
    if re.fullmatch(r"(?:19|20)\d{2}", words):
        return words
    if re.fullmatch(r"\d{1,2} [a-z]+|\d{1,2}/\d{1,2}", words):
        raise ValueError("Please add the year")
    raise ValueError(_HELP)


def _month(name: str) -> int:
    if len(name) >= 3 and name[:3] in _MONTHS:
        number = _MONTHS.index(name[:3]) + 1
        if _NAMES[number - 1].lower().startswith(name) or name == "sept":
            return number
    raise ValueError(_HELP)


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if int(digits) < 60 else 1900 + int(digits)


def _month_of_year(month: int, year: int) -> str:
    if not 1 <= month <= 12:
        raise ValueError(f"There is no month {month}")
    return f"{year:04d}-{month:02d}"


def _day(day: int, month: int, year: int) -> str:
    if not 1 <= month <= 12:
        raise ValueError(f"There is no month {month}. Write the day first, such as 14/10/2021")
    if not 1900 <= year <= 2100:
        raise ValueError("Please check the year")
    if not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(f"{_NAMES[month - 1]} {year} has no day {day}")
    return f"{year:04d}-{month:02d}-{day:02d}"
