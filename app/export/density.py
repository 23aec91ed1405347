"""The density picture as numbers: how much is on file in each month, by organisation, with school years and terms."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import dates
from app.domain.events import EventOrigin, TimelineEntry
from app.domain.people import CaseDetails

MOST_YEARS = 20
_STRAY = 50
"""One entry in fifty may stand outside the picture when it lies far from the others."""
OWN_LANE = "My own entries"
_TERM_MONTHS = (("Autumn", 0, 4), ("Spring", 4, 3), ("Summer", 7, 4))


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: `months` are (month index from the first September, count), in order."""

    name: str
    own: bool
    total: int
    months: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Density:
    """The picture. `years` are (first month index, "2021-22", "Year 4" or empty), `terms` (first month, months, name).
    `most` is the highest count of a lane in a month; `outside` counts entries that lie outside the years shown."""

    first_year: int
    years: tuple[tuple[int, str, str], ...]
    terms: tuple[tuple[int, int, str], ...]
    lanes: tuple[Lane, ...]
    most: int
    outside: int


def density(entries: Sequence[TimelineEntry], case: CaseDetails) -> Density:
    """Entries counted by the month of their first day. At most twenty school years are shown: those with the most entries."""
    starts = [dates.school_year(main_day(entry)) for entry in entries]
    first, last = _window(starts)
    inside = [e for e, year in zip(entries, starts, strict=True) if first <= year <= last]
    lanes = _lanes(inside, first)
    return Density(
        first_year=first,
        years=tuple((12 * (y - first), school_year_name(y), year_name(case, y)) for y in range(first, last + 1)),
        terms=tuple(
            (12 * (y - first) + at, months, n) for y in range(first, last + 1) for n, at, months in _TERM_MONTHS
        ),
        lanes=lanes,
        most=max((n for lane in lanes for _, n in lane.months), default=0),
        outside=len(entries) - len(inside),
    )


def main_day(entry: TimelineEntry) -> date:
    """The day an entry is placed at: its first, or its last when the start is open ("until 2021")."""
    first = date.fromisoformat(entry.first_day)
    return date.fromisoformat(entry.last_day) if first == date.min else first


def school_year_name(start: int) -> str:
    """The school year that starts in September of `start`: “2021-22”."""
    return dates.show(dates.school_year_edtf(start))


def year_name(case: CaseDetails, start: int) -> str:
    """“Year 4”, or nothing when the date of birth is not known well enough to be sure."""
    if not case.born:
        return ""
    try:
        names = {dates.year_group(day, start, case.nation) for day in dates.bounds(case.born)}
    except ValueError:
        return ""
    return names.pop() if len(names) == 1 else ""


def described(picture: Density) -> str:
    """The picture in words, for people who do not see it."""
    if not picture.lanes:
        return "There are no entries to draw."
    parts = [f"{lane.name}: {lane.total}, most in {_busiest(picture, lane)}" for lane in picture.lanes]
    span = f"{picture.years[0][1]} to {picture.years[-1][1]}" if len(picture.years) > 1 else picture.years[0][1]
    return f"Bar chart of the number of entries in each month of the school years {span}. " + ". ".join(parts) + "."


def _busiest(picture: Density, lane: Lane) -> str:
    index, number = max(lane.months, key=lambda m: m[1])
    month = f"{picture.first_year + (index + 8) // 12:04d}-{(index + 8) % 12 + 1:02d}"
    return f"{dates.show(month)} ({number})"


def _window(starts: Sequence[int]) -> tuple[int, int]:
    """The school years to draw: all, without a few strays far from the rest, and never more than `MOST_YEARS`."""
    if not starts:
        return 0, -1
    counts = Counter(starts)
    years = _without_strays(sorted(counts), counts, len(starts) // _STRAY)
    if years[-1] - years[0] < MOST_YEARS:
        return years[0], years[-1]
    best = max(years, key=lambda y: sum(counts[at] for at in range(y, y + MOST_YEARS)))
    inside = [y for y in years if best <= y < best + MOST_YEARS]
    return inside[0], inside[-1]


def _without_strays(years: list[int], counts: Counter[int], spare: int) -> list[int]:
    """Without years at either end that stand at least two empty years away from the next and hold no more than `spare` entries."""
    first, last = 0, len(years) - 1
    while first < last and years[first + 1] - years[first] > 2 and counts[years[first]] <= spare:
        spare -= counts[years[first]]
        first += 1
    while first < last and years[last] - years[last - 1] > 2 and counts[years[last]] <= spare:
        spare -= counts[years[last]]
        last -= 1
    return years[first : last + 1]


def _lanes(entries: Sequence[TimelineEntry], first: int) -> tuple[Lane, ...]:
    by_lane: dict[str, Counter[int]] = {}
    for entry in entries:
        own = entry.origin is EventOrigin.PARENT
        name = OWN_LANE if own else entry.organisation_name or "Organisation not known"
        when = main_day(entry)
        by_lane.setdefault(name, Counter())[12 * (when.year - first) + when.month - 9] += 1
    ordered = sorted(by_lane, key=lambda name: (name == OWN_LANE, -by_lane[name].total(), name))
    return tuple(
        Lane(name, name == OWN_LANE, by_lane[name].total(), tuple(sorted(by_lane[name].items()))) for name in ordered
    )
