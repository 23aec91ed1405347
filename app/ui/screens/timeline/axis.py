"""The arithmetic of the strip: a window of days onto pixels, and the ticks that fit. No widgets."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

SHORTEST = 28.0
MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Axis:
    """Days `start` to `end` (ordinals, may be fractions) drawn from `left` over `width` pixels, within `first` to `last`."""

    first: float
    last: float
    start: float
    end: float
    left: float = 0.0
    width: float = 1.0

    @property
    def span(self) -> float:
        """Days in view."""
        return self.end - self.start

    def x(self, day: float) -> float:
        """Pixel of a day."""
        return self.left + (day - self.start) / self.span * self.width

    def day(self, x: float) -> float:
        """Day of a pixel."""
        return self.start + (x - self.left) / self.width * self.span

    def placed(self, left: float, width: float) -> "Axis":
        """The same days on other pixels."""
        return replace(self, left=left, width=max(1.0, width))

    def window(self, start: float, span: float) -> "Axis":
        """Another window, kept inside the whole time."""
        span = min(max(span, SHORTEST), self.last - self.first)
        start = min(max(start, self.first), self.last - span)
        return replace(self, start=start, end=start + span)

    def zoomed(self, factor: float, around: float) -> "Axis":
        """Closer (factor below 1) or further, keeping the day `around` in its place."""
        span = min(max(self.span * factor, SHORTEST), self.last - self.first)
        share = (around - self.start) / self.span
        return self.window(around - share * span, span)

    def moved(self, days: float) -> "Axis":
        """Later by so many days."""
        return self.window(self.start + days, self.span)

    def showing(self, day: float) -> "Axis":
        """Moved as little as needed so that a day can be seen."""
        if not self.start <= day <= self.end:
            return self.window(day - self.span / 2, self.span)
        margin = self.span * 0.08
        if day < self.start + margin:
            return self.window(day - margin, self.span)
        if day > self.end - margin:
            return self.window(day + margin - self.span, self.span)
        return self


def months_between(start: float, end: float) -> list[date]:
    """First days of the months that touch the days."""
    day = date.fromordinal(max(1, int(start))).replace(day=1)
    found = []
    while day.toordinal() <= end:
        found.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    return found


def bins(axis: Axis) -> list[tuple[float, float]]:
    """The bars that fit: months, weeks or days, as (first day, day after the last)."""
    pixels = axis.width / axis.span
    if pixels * 1 >= 9:
        return [(float(d), d + 1.0) for d in range(int(axis.start), int(axis.end) + 1)]
    if pixels * 7 >= 9:
        monday = int(axis.start) - (date.fromordinal(int(axis.start)).weekday())
        return [(float(d), d + 7.0) for d in range(monday, int(axis.end) + 1, 7)]
    firsts = months_between(axis.start, axis.end)
    step = 1 if pixels * 30 >= 6 else 3
    starts = [float(d.toordinal()) for d in firsts if (d.month - 1) % step == 0]
    ends = [*starts[1:], (starts[-1] if starts else axis.start) + 30.4 * step]
    return list(zip(starts, ends, strict=True))


def tally(days: Sequence[int], parts: Sequence[tuple[float, float]]) -> list[int]:
    """How many of the sorted days fall into each part."""
    return [bisect_left(days, end) - bisect_left(days, start) for start, end in parts]


def add_months(day: float, months: int) -> float:
    """The same day of the month so many months on, as near as there is one."""
    at = date.fromordinal(int(day))
    number = at.year * 12 + at.month - 1 + months
    year, month = divmod(number, 12)
    return date(max(1, year), month + 1, min(at.day, 28)).toordinal() + day % 1


def span_words(axis: Axis) -> str:
    """Gives "September 2019 to August 2024", for the screen reader."""
    first, last = date.fromordinal(int(axis.start)), date.fromordinal(int(axis.end))
    return f"{MONTH_NAMES[first.month - 1]} {first.year} to {MONTH_NAMES[last.month - 1]} {last.year}"
