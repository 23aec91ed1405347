"""Which days count: weekends, bank holidays of each nation, days when a school is closed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from app.domain.errors import UsageProblem
from app.domain.people import NATIONS
from app.requests import context as given

_SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}
_OTHER_NAMES = {
    "ni": "northern-ireland",
    "n-ireland": "northern-ireland",
    "eng": "england",
    "uk": "england",
    "": "england",
}
_NAMES = {"england": "England", "wales": "Wales", "scotland": "Scotland", "northern-ireland": "Northern Ireland"}
ONE_DAY = timedelta(days=1)
LAST_YEAR = 2200


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days that do not count, each with its reason in words, for one nation or (FOI) for the whole United Kingdom."""

    nation: str
    whole_uk: bool = False
    extra: frozenset[date] = frozenset()
    closed: frozenset[date] = frozenset()
    school: bool = False
    covered: tuple[date, date] | None = None
    """From and until when the school's closed days are known; None: not at all."""

    def knows_terms(self, start: date, end: date) -> bool:
        """Whether the closed days of the school are known for every day from one to the other."""
        return self.covered is not None and self.covered[0] <= start and end <= self.covered[1]

    def off(self, day: date) -> str:
        """Why the day does not count, or empty when it does."""
        if day.weekday() >= 5:
            return "weekend"
        if name := self.holiday(day):
            return name
        return "school closed" if self.school and day in self.closed else ""

    def holiday(self, day: date) -> str:
        """The bank holiday's name, or empty."""
        if day in self.extra:
            return "bank holiday"
        nations = NATIONS if self.whole_uk else (self.nation,)
        for nation in nations:
            if name := bank_holidays(nation, day.year).get(day):
                return f"{name}, {_NAMES[nation]}" if self.whole_uk and nation != "england" else name
        return ""

    def next_counting(self, day: date) -> date:
        """The day itself, or the first one after it that counts."""
        while self.off(day):
            day += ONE_DAY
        return day


def nation_id(name: str) -> str:
    """england, wales, scotland or northern-ireland. Raises UsageProblem for anything else."""
    key = name.strip().lower().replace(" ", "-").replace("_", "-")
    key = _OTHER_NAMES.get(key, key)
    if key not in NATIONS:
        raise UsageProblem(
            "unknown-nation", f"“{name}” is not a nation: use england, wales, scotland or northern-ireland."
        )
    return key


def nation_name(nation: str) -> str:
    """England, Wales, Scotland or Northern Ireland."""
    return _NAMES[nation]


def calendar_for(nation: str, context: Mapping[str, str], *, whole_uk: bool = False, school: bool = False) -> Calendar:
    """The calendar of a nation with the family's own additions."""
    extra = given.days(context, "bank_holidays")
    if whole_uk:
        extra |= given.days(context, "bank_holidays_anywhere_in_uk")
    closed = given.days(context, "school_closed")
    covered = (date.min, date.max) if closed else None
    if terms := given.spans(context, "terms"):
        closed, covered = closed | outside(terms), covered or (terms[0][0], terms[-1][1])
    return Calendar(nation, whole_uk, extra, closed | given.days(context, "inset"), school, covered)


def outside(terms: Sequence[tuple[date, date]]) -> frozenset[date]:
    """The days between terms: from the first day of the first to the last day of the last, those that are in no term."""
    first, last = terms[0][0], max(end for _, end in terms)
    every = {first + timedelta(days=n) for n in range((last - first).days + 1)}
    return frozenset(every - {a + timedelta(days=n) for a, b in terms for n in range((b - a).days + 1)})


def count(start: date, number: int, off: Callable[[date], str]) -> tuple[date, tuple[tuple[date, str], ...]]:
    """The `number`-th counting day after `start`, and the days left out on the way with their reasons."""
    day, left, skipped = start, number, []
    while left:
        day += ONE_DAY
        if why := off(day):
            skipped.append((day, why))
        else:
            left -= 1
    return day, tuple(skipped)


@cache
def bank_holidays(nation: str, year: int) -> Mapping[date, str]:
    """The bank holidays of a nation in a year, substitutes and one-off days among them. Christmas Day and Boxing Day are
    there even at a weekend."""
    import holidays  # takes a third of a second, and most commands need no calendar

    found = holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=year)
    return {day: name.replace(" (observed)", " (substitute day)") for day, name in found.items() if day.year == year}
