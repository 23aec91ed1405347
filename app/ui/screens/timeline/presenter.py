"""What the timeline shows: rows by month, lanes for the strip, filters with counts. Runs on a worker thread; no widgets."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain import dates
from app.domain.events import EVENT_KINDS, EventOrigin, EventStatus, TimelineEntry
from app.domain.people import CaseDetails, Organisation
from app.system import clock
from app.ui.widgets.facets import FacetGroup, FacetItem
from app.ui.wording import count

MOST_LANES = 5
OWN = "own"
_MONTHS = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS.split())
TERMS = (("Autumn", 9, 12), ("Spring", 1, 3), ("Summer", 4, 7))


@dataclass(frozen=True)
class MonthRow:
    """A heading in the list."""

    key: str
    title: str
    about: str
    number: str


Row = MonthRow | TimelineEntry


@dataclass(frozen=True)
class Lane:
    """A line of the strip: `days` are ordinals of first days, sorted. `sign` empty and `own` true: the family's entries."""

    name: str
    sign: str
    colour: int
    days: tuple[int, ...]
    own: bool = False


@dataclass(frozen=True)
class YearBand:
    """A school year on the strip: ordinals of its first and last day, "Year 4", "2021/22"."""

    first: int
    last: int
    name: str
    years: str


@dataclass(frozen=True)
class TimelineView:
    """Everything to draw. `first` and `last` are ordinals of the whole time; `badges` are (sign, colour) by organisation id."""

    rows: tuple[Row, ...]
    lanes: tuple[Lane, ...]
    bands: tuple[YearBand, ...]
    facets: tuple[FacetGroup, ...]
    first: int
    last: int
    total: int
    suggested: int
    shown: int
    badges: Mapping[int, tuple[str, int]]
    months: Mapping[str, int]
    """Row number of each month's heading."""


@dataclass(frozen=True)
class Loaded:
    """What the services gave."""

    entries: tuple[TimelineEntry, ...]
    organisations: tuple[Organisation, ...]
    details: CaseDetails


def load(services: Any, case: Any) -> Loaded:
    """Ask the services."""
    return Loaded(services.timing.entries(case), services.browsing.organisations(case), case.details())


def build(loaded: Loaded, on: Mapping[str, set[str]]) -> TimelineView:
    """The view for the ticks that are on (group id -> values; no value: everything)."""
    kept = [e for e in loaded.entries if passes(e, on)]
    badges = {int(o.id): (o.sign or o.name[:1].upper(), o.colour) for o in loaded.organisations}
    days = [_day(e).toordinal() for e in loaded.entries] or [clock.today().toordinal()]
    first, last = _whole_years(min(days), max(days))
    rows, months = _rows(kept, loaded.details)
    return TimelineView(
        rows=rows, lanes=_lanes(kept, loaded.organisations, badges), bands=bands(first, last, loaded.details),
        facets=_facets(loaded.entries, on, loaded.organisations, badges), first=first, last=last,
        total=len(loaded.entries), suggested=sum(e.status is EventStatus.SUGGESTED for e in loaded.entries),
        shown=len(kept), badges=badges, months=months,
    )  # fmt: skip


def passes(entry: TimelineEntry, on: Mapping[str, set[str]], but: str = "") -> bool:
    """Whether an entry is kept by the ticks of every group except `but`."""
    return all(not values or group == but or value_of(entry, group) in values for group, values in on.items())


def value_of(entry: TimelineEntry, group: str) -> str:
    """The value of an entry in a filter group."""
    if group == "organisation":
        return OWN if entry.origin is EventOrigin.PARENT else str(entry.organisation or "none")
    if group == "status":
        return entry.status.value
    return entry.kind


def short_names(names: Sequence[str]) -> dict[str, str]:
    """The first word of each name where that tells them apart, else the whole name."""
    firsts = Counter(name.split()[0] for name in names if name.split())
    return {
        name: name.split()[0] if name.split() and firsts[name.split()[0]] == 1 and len(name.split()[0]) > 3 else name
        for name in names
    }


def counts_line(view: TimelineView) -> str:
    """Gives "1,284 entries · 316 suggested"."""
    words = count(view.total, "entry", "entries")
    if view.shown != view.total:
        words = f"{view.shown:,} of {words}"
    return f"{words} · {view.suggested:,} suggested" if view.suggested else words


def school_words(day: date, details: CaseDetails) -> str:
    """Gives "Year 4 · Autumn term" for a day; without a birth date only the term."""
    term = next((f"{name} term" for name, start, end in TERMS if start <= day.month <= end), "Summer holidays")
    return " · ".join(part for part in (year_name(dates.school_year(day), details), term) if part)


def year_name(start_year: int, details: CaseDetails) -> str:
    """Gives "Year 4", or empty when the child is not of school age or the birth date is not known."""
    try:
        return dates.year_group(dates.bounds(details.born)[0], start_year, details.nation)
    except ValueError:
        return ""


def bands(first: int, last: int, details: CaseDetails) -> tuple[YearBand, ...]:
    """School years that touch the time."""
    start, end = dates.school_year(date.fromordinal(first)), dates.school_year(date.fromordinal(last))
    return tuple(
        YearBand(
            date(year, 9, 1).toordinal(),
            date(year + 1, 8, 31).toordinal(),
            year_name(year, details),
            f"{year}/{(year + 1) % 100:02d}",
        )
        for year in range(start, end + 1)
    )


def newest_month(view: TimelineView, today: date) -> str:
    """The last month with entries that is not still to come."""
    past = [month for month in view.months if month <= today.isoformat()[:7]]
    return past[-1] if past else next(iter(view.months))


def described(entry: TimelineEntry) -> str:
    """An entry as a screen reader says it."""
    state = {"suggested": "suggested date", "confirmed": "confirmed"}.get(entry.status.value, "")
    whose = "my own entry" if entry.origin is EventOrigin.PARENT else entry.organisation_name
    parts = (dates.show(entry.date), entry.title, whose, state, entry.note or entry.quote)
    return ", ".join(part for part in parts if part)


def _day(entry: TimelineEntry) -> date:
    try:
        first = date.fromisoformat(entry.first_day)
        return first if first.year > 1900 else date.fromisoformat(entry.last_day)
    except ValueError:
        return clock.today()


def _whole_years(first: int, last: int) -> tuple[int, int]:
    start = date(dates.school_year(date.fromordinal(first)), 9, 1)
    end = date(dates.school_year(date.fromordinal(last)) + 1, 8, 31)
    return start.toordinal(), end.toordinal()


def _rows(kept: Sequence[TimelineEntry], details: CaseDetails) -> tuple[tuple[Row, ...], dict[str, int]]:
    rows: list[Row] = []
    months: dict[str, int] = {}
    numbers = Counter(_day(e).isoformat()[:7] for e in kept)
    for entry in kept:
        day = _day(entry)
        key = day.isoformat()[:7]
        if key not in months:
            months[key] = len(rows)
            about = school_words(day, details)
            rows.append(
                MonthRow(key, f"{MONTHS[day.month - 1]} {day.year}", about, count(numbers[key], "entry", "entries"))
            )
        rows.append(entry)
    return tuple(rows), months


def _lanes(
    kept: Iterable[TimelineEntry], organisations: Sequence[Organisation], badges: Mapping[int, tuple[str, int]]
) -> tuple[Lane, ...]:
    days: dict[str, list[int]] = {}
    for entry in kept:
        days.setdefault(value_of(entry, "organisation"), []).append(_day(entry).toordinal())
    named = {str(o.id): o for o in organisations}
    known = [key for key in named if key in days]
    known.sort(key=lambda key: -len(days[key]))
    shown, rest = known[:MOST_LANES], known[MOST_LANES:]
    lanes = [Lane(named[key].name, *badges[int(key)], tuple(sorted(days[key]))) for key in shown]
    others = sorted(day for key in (*rest, "none") for day in days.get(key, ()))
    if others:
        lanes.append(Lane("Others", "+", 6, tuple(others)))
    lanes.append(Lane("My own", "", 0, tuple(sorted(days.get(OWN, ()))), own=True))
    return tuple(lanes)


def _facets(
    entries: Sequence[TimelineEntry],
    on: Mapping[str, set[str]],
    organisations: Sequence[Organisation],
    badges: Mapping[int, tuple[str, int]],
) -> tuple[FacetGroup, ...]:
    tally = {
        group: Counter(value_of(e, group) for e in entries if passes(e, on, group))
        for group in ("organisation", "status", "kind")
    }
    every = {group: Counter(value_of(e, group) for e in entries) for group in tally}
    by = sorted(
        (o for o in organisations if every["organisation"][str(o.id)]), key=lambda o: -every["organisation"][str(o.id)]
    )
    names = short_names([o.name for o in by])
    first = [FacetItem(str(o.id), names[o.name], tally["organisation"][str(o.id)], *badges[int(o.id)]) for o in by]
    if every["organisation"]["none"]:
        first.append(FacetItem("none", "Not known", tally["organisation"]["none"]))
    if every["organisation"][OWN]:
        first.append(FacetItem(OWN, "Mine", tally["organisation"][OWN], ""))
    states = (
        FacetItem("confirmed", "Confirmed", tally["status"]["confirmed"], icon="confirmed"),
        FacetItem("suggested", "Suggested", tally["status"]["suggested"], icon="suggested"),
    )
    kinds = [
        FacetItem(kind, EVENT_KINDS.get(kind, kind), tally["kind"][kind]) for kind, _ in every["kind"].most_common()
    ]
    return (
        FacetGroup("organisation", "Organisation", tuple(first)),
        FacetGroup("status", "Date is", states),
        FacetGroup("kind", "Kind", tuple(kinds)),
    )
