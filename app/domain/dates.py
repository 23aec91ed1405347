"""Dates as the records give them: a small part of EDTF (ISO 8601-2 levels 0 and 1), and the school calendar.

Held forms: `2021-10-14`, `2021-10`, `2021`, each with `~` (about), `?` (perhaps) or `%` (both) behind it; intervals
`2021-10-14/2021-10-18`; open intervals `../2021`, `2021/..`. School terms are intervals of months: the seasons of
EDTF are not terms. Autumn 2021 is `2021-09/2021-12`, the school year `2021-09/2022-07`.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_MONTHS = (
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
)
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_HALVES = {
    ("autumn", 1): (9, 10),
    ("autumn", 2): (11, 12),
    ("spring", 1): (1, 2),
    ("spring", 2): (2, 3),
    ("summer", 1): (4, 5),
    ("summer", 2): (6, 7),
}
_TERMS = {"autumn": (9, 12), "spring": (1, 3), "summer": (4, 7)}
_ABOUT = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month or year. `month` and `day` are 0 where they are not known; `mark` is "", "~", "?" or "%"."""

    year: int
    month: int = 0
    day: int = 0
    mark: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999 or self.mark not in _ABOUT or (self.day and not self.month):
            raise ValueError(f"not a date: {self.year}-{self.month}-{self.day}{self.mark}")
        if self.month or self.day:
            date(self.year, self.month, self.day or 1)

    @property
    def first_day(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text + self.mark


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval. A single date has the same `start` and `end`; None is an open side, never both."""

    start: Point | None
    end: Point | None
    interval: bool = False

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("an interval needs a start or an end")
        if not self.interval and self.start != self.end:
            raise ValueError("a single date has one point")
        if self.start and self.end and self.first_day > self.last_day:
            raise ValueError("the interval ends before it starts")

    @property
    def first_day(self) -> date:
        """The first day of it; `date.min` when the start is open."""
        return self.start.first_day if self.start else date.min

    @property
    def last_day(self) -> date:
        """The last day of it; `date.max` when the end is open."""
        return self.end.last_day if self.end else date.max

    @property
    def marks(self) -> str:
        """The marks "~", "?" and "%" of both ends, without repeats."""
        return "".join(sorted({p.mark for p in (self.start, self.end) if p and p.mark}))

    def __str__(self) -> str:
        if not self.interval:
            return str(self.start)
        return f"{self.start or '..'}/{self.end or '..'}"


def day(value: date, mark: str = "") -> Edtf:
    """The EDTF value of a day."""
    point = Point(value.year, value.month, value.day, mark)
    return Edtf(point, point)


def between(start: Point | None, end: Point | None) -> Edtf:
    """An interval; None is an open side. Raises ValueError when it ends before it starts."""
    return Edtf(start, end, interval=True)


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """The value of EDTF text. Raises ValueError on anything else, impossible dates and reversed intervals."""
    parts = text.split("/")
    if len(parts) == 1:
        point = _point(text)
        return Edtf(point, point)
    if len(parts) != 2:
        raise ValueError(f"not a date: {text!r}")
    ends = [None if part == ".." else _point(part) for part in parts]
    return Edtf(ends[0], ends[1], interval=True)


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match or not text.isascii():
        raise ValueError(f"not a date: {text!r}")
    year, month, day_of_month, mark = match.groups()
    if month == "00" or day_of_month == "00":
        raise ValueError(f"not a date: {text!r}")
    return Point(int(year), int(month or 0), int(day_of_month or 0), mark)


def is_edtf(text: str) -> bool:
    """True when `parse` takes it."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def bounds(text: str) -> tuple[date, date]:
    """First and last day; open sides are `date.min` and `date.max`. Raises ValueError."""
    value = parse(text)
    return value.first_day, value.last_day


def overlap(one: str, other: str) -> bool:
    """True when some day belongs to both."""
    first, second = parse(one), parse(other)
    return first.first_day <= second.last_day and second.first_day <= first.last_day


def sort_key(text: str) -> tuple[date, date]:
    """Order of a timeline: by the first day known, then by the last. An open start sorts by its end."""
    value = parse(text)
    first = value.first_day if value.start else value.last_day
    return first, value.last_day


def compare(one: str, other: str) -> int:
    """-1, 0 or 1 in the order of a timeline."""
    first, second = sort_key(one), sort_key(other)
    return (first > second) - (first < second)


@lru_cache(maxsize=4096)
def precision(text: str) -> str:
    """day, interval, month, term, year or about; a school year is a year, half a term is a term. Raises ValueError."""
    value = parse(text)
    if value.marks:
        return "about"
    if value.interval:
        return {"": "interval", "year": "year"}.get(_school_name(value)[0], "term")
    point = value.start
    assert point is not None
    return "day" if point.day else "month" if point.month else "year"


def school_year(value: date) -> int:
    """The year in which the school year of a day starts: it runs from 1 September to 31 August."""
    return value.year if value.month >= 9 else value.year - 1


def school_year_edtf(start_year: int) -> str:
    """The school year, September to July, as EDTF."""
    return f"{start_year:04d}-09/{start_year + 1:04d}-07"


def term_edtf(term: str, year: int, half: int = 0) -> str:
    """A term ("autumn", "spring", "summer") of a calendar year. `half`: 1 or 2 of it, 0 the whole."""
    first, last = _HALVES[(term, half)] if half else _TERMS[term]
    return f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"


def terms(start_year: int) -> tuple[tuple[str, str], ...]:
    """The three terms of a school year as (name, EDTF)."""
    years = {"autumn": start_year, "spring": start_year + 1, "summer": start_year + 1}
    return tuple((f"{name.capitalize()} term {year}", term_edtf(name, year)) for name, year in years.items())


def first_school_year(born: date, nation: str) -> int:
    """The year in which a child starts Reception (England, Wales), P1 (Scotland) or Year 1 (Northern Ireland).

    Cut-off days: 31 August in England and Wales, the end of February in Scotland, 1 July in Northern Ireland.
    """
    if nation == "scotland":
        return born.year + (5 if born.month >= 3 else 4)
    if nation == "northern-ireland":
        return born.year + (4 if (born.month, born.day) <= (7, 1) else 5)
    return school_year(born) + 5


def year_group(born: date, school_year_start: int, nation: str) -> str:
    """The name of a child's year group in a school year, "" outside school age."""
    place = school_year_start - first_school_year(born, nation)
    if nation == "scotland":
        return "" if not 0 <= place <= 12 else f"P{place + 1}" if place < 7 else f"S{place - 6}"
    if nation == "northern-ireland":
        return f"Year {place + 1}" if 0 <= place <= 13 else ""
    if place in (-1, 0):
        return "Reception" if place == 0 else "Nursery"
    return f"Year {place}" if 1 <= place <= 13 else ""


def school_year_of_group(born: date, group: int, nation: str) -> int:
    """The year in which "Year `group`" starts (Scotland: "P `group`"; 0 is Reception in England and Wales)."""
    first = first_school_year(born, nation)
    return first + group - (1 if nation in ("scotland", "northern-ireland") else 0)


@lru_cache(maxsize=4096)
def show(text: str) -> str:
    """EDTF as people write it: "14 Oct 2021", "October 2021", "Autumn term 2021", "2021-22", "about Sept 2019",
    "29 Nov – 3 Dec 2021", "from 2021". Text that is no EDTF comes back as it is."""
    try:
        value = parse(text)
    except ValueError:
        return text
    if not value.interval:
        assert value.start is not None
        return _show_point(value.start)
    return _school_name(value)[1] or _show_interval(value)


def _show_point(point: Point) -> str:
    if point.day:
        words = f"{point.day} {_SHORT[point.month - 1]} {point.year}"
    elif point.month:
        names = _SHORT if point.mark else _MONTHS
        words = f"{names[point.month - 1]} {point.year}"
    else:
        words = f"{point.year}"
    return _ABOUT[point.mark] + words


def _short(point: Point, parts: int) -> str:
    """The first `parts` of day, month, year."""
    words = [str(point.day) if point.day else "", _SHORT[point.month - 1] if point.month else "", str(point.year)]
    return _ABOUT[point.mark] + " ".join(word for word in words[:parts] if word)


def _show_interval(value: Edtf) -> str:
    start, end = value.start, value.end
    if start is None or end is None:
        return f"from {_show_point(start)}" if start else f"until {_show_point(end)}" if end else ""
    if start.day and end.day and (start.year, start.month) == (end.year, end.month):
        return f"{_short(start, 1)}–{_short(end, 3)}"
    if start.month and end.month and start.year == end.year:
        return f"{_short(start, 2)} – {_short(end, 3)}"
    if not start.month and not end.month:
        return f"{_short(start, 3)}–{_short(end, 3)}"
    return f"{_short(start, 3)} – {_short(end, 3)}"


def _school_name(value: Edtf) -> tuple[str, str]:
    """("year" | "term" | "half", name) of an interval that is part of the school calendar, else ("", "")."""
    start, end = value.start, value.end
    if start is None or end is None or value.marks or start.day or end.day or not (start.month and end.month):
        return "", ""
    if (start.month, end.month, end.year - start.year) == (9, 7, 1):
        return "year", f"{start.year}-{end.year % 100:02d}"
    if start.year != end.year:
        return "", ""
    months = (start.month, end.month)
    for term, span in _TERMS.items():
        if months == span:
            return "term", f"{term.capitalize()} term {start.year}"
    for (term, half), span in _HALVES.items():
        if months == span:
            return "half", f"{term.capitalize()} term {start.year}, {'first' if half == 1 else 'second'} half"
    return "", ""


def term_of(value: date, back: int = 0) -> str:
    """The term of a day, as EDTF; August belongs to the summer term. `back` counts terms before it."""
    names = list(_TERMS)
    place = 0 if value.month >= 9 else 1 if value.month <= 3 else 2
    place += 3 * school_year(value) - back
    start_year = place // 3
    return term_edtf(names[place % 3], start_year + (place % 3 > 0))


def easter(year: int) -> date:
    """Easter Sunday (Gregorian; the anonymous algorithm printed in Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
