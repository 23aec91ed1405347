"""Days written out in full in British order: 14/10/2021, 14.10.21, 14 October 2021, 14th Oct 21, 2021-10-14."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAY = re.compile(
    r"(?<![\d/.-])(?:(?P<iso>\d{4})-(?P<im>\d\d)-(?P<id>\d\d)"
    r"|(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4}|\d\d)"
    r"|(?P<wd>\d{1,2})(?:st|nd|rd|th)?\s+(?P<wm>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?P<wy>\d{4}|\d\d))"
    r"(?![\d/])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day and the offsets of its words."""

    day: date
    start: int
    end: int


def find_days(text: str, start: int = 0, end: int | None = None) -> list[Day]:
    """Every day in `text[start:end]`, in order; impossible ones are left out."""
    found = []
    for match in _DAY.finditer(text, start, len(text) if end is None else end):
        day = _made(match)
        if day is not None:
            found.append(Day(day, match.start(), match.end()))
    return found


def _made(match: re.Match[str]) -> date | None:
    if match["iso"]:
        parts = (int(match["iso"]), int(match["im"]), int(match["id"]))
    elif match["d"]:
        parts = (_year(match["y"]), int(match["m"]), int(match["d"]))
    else:
        parts = (_year(match["wy"]), 1 + _MONTHS.index(match["wm"].lower()[:3]), int(match["wd"]))
    try:
        return date(*parts)
    except ValueError:
        return None


def _year(text: str) -> int:
    year = int(text)
    return year if year > 99 else 2000 + year if year < 70 else 1900 + year
