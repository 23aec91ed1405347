"""Turns what was found into EDTF: years from the context, weekdays and "six weeks ago" from an anchor."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from app.domain import dates
from app.domain.dates import Edtf, Point
from app.domain.feast_days import FEASTS
from app.understand.found import Found, Part

_WORKING_WEEK = 4


@dataclass(slots=True)
class Context:
    """What is known where a date stands. `anchor`: the day of the record or log entry, None when there is none.
    `near`: the last day read before on the same page, `beside` the same if it stands in the sentence. `future`: the sentence speaks of what is to come.
    `year`: a year that the heading or the sentence gives. `earliest` and `latest` are the days that make sense."""

    earliest: date
    latest: date
    anchor: date | None = None
    near: date | None = None
    beside: date | None = None
    future: bool = False
    year: int | None = None
    born: date | None = None
    nation: str = "england"
    us_order: bool = False
    births: set[date] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value and how it was found, in plain words."""

    value: Edtf
    how: str


def resolve(found: Found, context: Context) -> Resolved | None:
    """The meaning of a found piece, or None when it has none that is safe to say."""
    try:
        resolved = _BY_SHAPE[found.shape](found, context)
    except (ValueError, OverflowError):
        return None
    if resolved is None or not _sensible(resolved.value, context):
        return None
    return _with_side(found, resolved)


def _sensible(value: Edtf, context: Context) -> bool:
    first = value.first_day if value.start else value.last_day
    last = value.last_day if value.end else value.first_day
    return last >= context.earliest and first <= context.latest


def _with_side(found: Found, resolved: Resolved) -> Resolved:
    if not found.mark and not found.side:
        return resolved
    value = resolved.value
    if found.mark and not value.interval and value.start:
        point = value.start
        value = Edtf(*(Point(point.year, point.month, point.day, found.mark),) * 2)
    if found.side == "before":
        value = dates.between(None, _unit_end(value))
    elif found.side == "after":
        value = dates.between(value.start, None)
    return Resolved(value, resolved.how)


def _unit_end(value: Edtf) -> Point | None:
    return value.end


@lru_cache(maxsize=4096)
def _single(year: int, month: int = 0, day: int = 0) -> Edtf:
    point = Point(year, month, day)
    return Edtf(point, point)


def _date(found: Found, context: Context) -> Resolved | None:
    if found.numeric and context.us_order and found.swappable:
        return None
    year, month, day = found.first
    how = "day first, as is usual in the UK" if found.numeric else "written out"
    if year is None:
        return _without_year(found, context)
    year = _full_year(year, context) if found.two_digits else year
    if found.week and day:
        return _week_of(found, date(year, month, day), "the working week that starts with the day written")
    value = _single(year, month, day)
    if found.last:
        value = _range(value, _complete(found.last, year, context, found.two_digits))
        how = "from the first to the last day written"
    return Resolved(value, how)


def _range(first: Edtf, last: Edtf) -> Edtf:
    return dates.between(first.start, last.end)


def _complete(part: Part, year: int, context: Context, two_digits: bool) -> Edtf:
    written = part[0]
    if written is not None and (two_digits or written < 100):
        written = _full_year(written, context)
    return _single(written if written is not None else year, part[1], part[2])


def _full_year(year: int, context: Context) -> int:
    if year >= 100:
        return year
    return 2000 + year if 2000 + year <= context.latest.year else 1900 + year


def _without_year(found: Found, context: Context) -> Resolved | None:
    _, month, day = found.first
    if found.cue == "day-or-year" and context.anchor and abs(context.anchor.year % 100 - day) <= 1:
        return Resolved(_single(2000 + day, month), "the number can be a day or a year; the month is sure")
    year, how = _guess_year(found, context)
    if year is None:
        return None
    if found.week and day:
        return _week_of(found, date(year, month, day), how)
    value = _single(year, month, day)
    if found.last:
        ends = year + (found.last[1:] < found.first[1:])
        value = _range(value, _complete(found.last, ends, context, False))
    return Resolved(value, how)


def _guess_year(found: Found, context: Context) -> tuple[int | None, str]:
    """The year of a day and month without one: that of its sentence, that with the right weekday, or the nearest to the anchor."""
    _, month, day = found.first
    anchor = context.anchor
    if context.year is not None:
        return context.year, "the year is that of the words around it"
    if anchor is None:
        if context.near is None:
            return None, ""
        anchor = context.near
    years = [anchor.year, anchor.year - 1, anchor.year + 1]
    if found.weekday is not None and day:
        for year in years:
            if _exists(year, month, day) and date(year, month, day).weekday() == found.weekday:
                return year, "the year in which this day was that day of the week"
    how = f"the year comes from {dates.show(anchor.isoformat())}, the date of the record"
    past = [y for y in years if _exists(y, month, day or 1) and date(y, month, day or 1) <= anchor]
    coming = [y for y in years if _exists(y, month, day or 1) and date(y, month, day or 1) >= anchor]
    if context.future:
        return _next(past, coming, month, day or 1, anchor), how
    return _nearest_past(past, coming, month, day or 1, anchor), how


def _next(past: list[int], coming: list[int], month: int, day: int, anchor: date) -> int | None:
    """The next such day; nobody leaves out the year of a day nearly a year ahead when it has just been."""
    if coming and past and (anchor - date(max(past), month, day)).days <= _JUST_BEEN:
        return min(coming) if (date(min(coming), month, day) - anchor).days < _FAR_AHEAD else max(past)
    return min(coming) if coming else None


_JUST_BEEN, _FAR_AHEAD = 60, 270
"""Days."""


def _nearest_past(past: list[int], coming: list[int], month: int, day: int, anchor: date) -> int | None:
    """A record speaks of what has been, save for days that lie just ahead of it."""
    if coming and past:
        ahead = (date(min(coming), month, day) - anchor).days
        behind = (anchor - date(max(past), month, day)).days
        return min(coming) if ahead <= 45 and behind > 240 else max(past)
    return max(past) if past else min(coming) if coming else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _week_of(found: Found, day: date, how: str) -> Resolved:
    if found.led != "ending":
        return _week(day, how)
    monday = day - timedelta(days=day.weekday())
    return Resolved(
        _range(dates.day(monday), dates.day(monday + timedelta(days=_WORKING_WEEK))), "the working week that ends then"
    )


def _week(start: date, how: str) -> Resolved:
    """The school week of a day: five days, the first as written, which as a rule is a Monday; from a Sunday or Saturday to Friday."""
    days = _WORKING_WEEK if start.weekday() <= _WORKING_WEEK else 11 - start.weekday()
    return Resolved(_range(dates.day(start), dates.day(start + timedelta(days=days))), how)


def _school_year(found: Found, context: Context) -> Resolved:
    year = found.first[0]
    assert year is not None
    return Resolved(dates.parse(dates.school_year_edtf(year)), "a school year, September to July")


def _year(found: Found, context: Context) -> Resolved:
    year = found.first[0]
    assert year is not None
    value = _single(year)
    return Resolved(_range(value, _single(found.last[0] or year)) if found.last else value, "a year")


def _term(found: Found, context: Context) -> Resolved | None:
    year, how = found.first[0], "a school term"
    if year is None and found.cue == "of-group":
        if context.born is None:
            return None
        start = dates.school_year_of_group(context.born, found.number, context.nation)
        year, how = start + (found.term != "autumn"), "a term of the school year in which the child was in it"
    if year is None:
        year = context.year
    if year is None:
        if context.anchor is None:
            return None
        year = _term_year(found.term, context.anchor, context.future)
        how = "a school term; the year comes from the date of the record"
    value = dates.parse(dates.term_edtf(found.term, year, found.half))
    if found.last:
        last = dates.parse(dates.term_edtf(found.unit or found.term, found.last[0] or year))
        value = _range(value, last)
    return Resolved(value, how)


def _term_year(term: str, anchor: date, future: bool) -> int:
    """The last such term that has begun, or the next that begins."""
    start = {"autumn": 9, "spring": 1, "summer": 4}[term]
    begun = anchor.month >= start
    if future:
        ended = anchor.month > {"autumn": 12, "spring": 3, "summer": 7}[term]
        return anchor.year + 1 if ended else anchor.year
    return anchor.year if begun else anchor.year - 1


_HALF_TERM_MONTHS = {"autumn": 10, "spring": 2, "summer": 5}


def _holiday(found: Found, context: Context) -> Resolved | None:
    year = found.first[0] or context.year
    if found.word in FEASTS:
        return _feast(found, context)
    month = found.first[1] or _HALF_TERM_MONTHS.get(found.term, 0)
    how = "the month of the holiday"
    if year is None:
        if context.anchor is None:
            return None
        year = _holiday_year(found, month, context)
        how += "; the year comes from the date of the record"
    if found.word == "half-term":
        return Resolved(_single(year, month), how)
    if found.term == "summer":
        return Resolved(dates.between(Point(year, 7), Point(year, 8)), "the summer holidays")
    if found.term == "christmas":
        exact = {"day": 25, "eve": 24}.get(found.word, 0)
        return Resolved(_single(year, 12, exact), how)
    if found.term == "easter":
        return Resolved(_single(year, dates.easter(year).month), how)
    return None


def _feast(found: Found, context: Context) -> Resolved | None:
    year = found.first[0] or context.year
    if year is None:
        if context.anchor is None:
            return None
        days = [FEASTS[found.word](context.anchor.year + shift) for shift in (-1, 0, 1)]
        past = [day for day in days if day <= context.anchor]
        coming = [day for day in days if day >= context.anchor]
        return Resolved(
            dates.day(coming[0] if context.future else past[-1]),
            "the named day; the year comes from the date of the record",
        )
    return Resolved(dates.day(FEASTS[found.word](year)), "the named day")


def _ordinal(found: Found, context: Context) -> Resolved | None:
    """“on the 14th”: the month goes on from a day in the same sentence, else it is the last or next such day."""
    base = context.beside or context.anchor
    if base is None:
        return None
    ahead = context.future or (context.beside is not None and found.number > base.day)
    month = base.year * 12 + base.month - 1
    steps = (0, 1, 2) if ahead else (0, -1, -2)
    for place in (month + step for step in steps):
        if not _exists(place // 12, place % 12 + 1, found.number):
            continue
        day = date(place // 12, place % 12 + 1, found.number)
        if day >= base if ahead else day <= base:
            how = f"the month comes from {dates.show(base.isoformat())}"
            return _week(day, how) if found.week else Resolved(dates.day(day), how)
    return None


def _age(found: Found, context: Context) -> Resolved | None:
    if context.born is None or not 0 < found.number < 26:
        return None
    start = Point(context.born.year + found.number, context.born.month)
    value = dates.between(start, Point(start.year + 1, start.month))
    return Resolved(value, "from one birthday to the next, from the date of birth")


def _holiday_year(found: Found, month: int, context: Context) -> int:
    assert context.anchor is not None
    start = month or {"christmas": 12, "easter": 4, "summer": 7}.get(found.term, 1)
    anchor = context.anchor
    if context.future:
        return anchor.year if anchor.month <= start else anchor.year + 1
    return anchor.year if anchor.month >= start else anchor.year - 1


def _group(found: Found, context: Context) -> Resolved | None:
    if context.born is None:
        return None
    scottish = context.nation == "scotland"
    if (found.cue == "primary") != scottish or found.number > 14:
        return None
    start = dates.school_year_of_group(context.born, found.number, context.nation)
    how = "the school year in which the child was in it, from the date of birth"
    value = dates.parse(dates.school_year_edtf(start))
    if found.last:
        value = _range(value, dates.parse(dates.school_year_edtf(start + found.last[1] - found.number)))
    return Resolved(value, how)


def _weekday(found: Found, context: Context) -> Resolved | None:
    anchor, weekday = context.anchor, found.weekday
    if found.word in ("following", "preceding"):
        anchor = context.near
    if anchor is None or weekday is None:
        return None
    how = f"counted from {dates.show(anchor.isoformat())}, the date of the record"
    if found.number:
        return _weekday_and_day(found, anchor, how)
    if found.word == "week-on":
        return Resolved(dates.day(anchor + timedelta(days=(weekday - anchor.weekday()) % 7 + 7)), how)
    ahead = found.word in ("next", "following", "this") or (not found.word and context.future)
    if ahead:
        return Resolved(dates.day(anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1)), how)
    return Resolved(dates.day(anchor - timedelta(days=(anchor.weekday() - weekday - 1) % 7 + 1)), how)


def _weekday_and_day(found: Found, anchor: date, how: str) -> Resolved | None:
    """“Thursday 14th”: the nearest such day within four months before, or two after."""
    for distance in range(124):
        for candidate in (anchor - timedelta(days=distance), anchor + timedelta(days=min(distance, 62))):
            if candidate.day == found.number and candidate.weekday() == found.weekday:
                return Resolved(dates.day(candidate), how)
    return None


def _ago(found: Found, context: Context) -> Resolved | None:
    back = found.word == "ago" or (found.word in ("earlier", "previously"))
    anchor = context.anchor if found.word == "ago" else context.near
    if anchor is None:
        return None
    how = f"counted from {dates.show(anchor.isoformat())}"
    sign = -1 if back else 1
    if found.unit == "day":
        return Resolved(dates.day(anchor + timedelta(days=sign * found.number)), how)
    if found.unit in ("week", "fortnight"):
        days = found.number * (14 if found.unit == "fortnight" else 7)
        return Resolved(dates.day(anchor + timedelta(days=sign * days), "~"), how)
    if found.unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + sign * found.number
        point = Point(months // 12, months % 12 + 1, 0, "~")
        return Resolved(Edtf(point, point), how)
    if found.unit == "year":
        point = Point(anchor.year + sign * found.number, 0, 0, "~")
        return Resolved(Edtf(point, point), how)
    return None


def _shift(found: Found, context: Context) -> Resolved | None:
    anchor = context.near if found.word == "mention" else context.anchor
    if anchor is None:
        return None
    how = f"counted from {dates.show(anchor.isoformat())}"
    return Resolved(dates.day(anchor + timedelta(days=found.number)), how)


def _period(found: Found, context: Context) -> Resolved | None:
    mentioned = found.word in ("following", "previous") or (found.word == "next" and found.unit == "day")
    anchor = context.near if mentioned else context.anchor
    if anchor is None:
        return None
    how = f"counted from {dates.show(anchor.isoformat())}"
    sign = 1 if found.word in ("next", "following") else -1
    value = _period_value(found, anchor, sign)
    return Resolved(value, how) if value else None


def _period_value(found: Found, anchor: date, sign: int) -> Edtf | None:
    if found.unit == "day":
        return dates.day(anchor + timedelta(days=sign)) if found.word != "last" else None
    if found.unit == "last-night":
        return dates.day(anchor - timedelta(days=1))
    if found.unit == "week":
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(days=7 * sign)
        return _range(dates.day(monday), dates.day(monday + timedelta(days=_WORKING_WEEK)))
    if found.unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + sign
        return _single(months // 12, months % 12 + 1)
    if found.unit == "term":
        return dates.parse(dates.term_of(anchor, back=-sign))
    if found.unit in ("academic-year", "school-year"):
        return dates.parse(dates.school_year_edtf(dates.school_year(anchor) + sign))
    if found.unit == "named-month":
        return _single(_named_year(anchor, found.number, sign), found.number)
    if found.unit == "named-term":
        term_start = {"autumn": 9, "spring": 1, "summer": 4}[found.term]
        return dates.parse(dates.term_edtf(found.term, _named_year(anchor, term_start, sign)))
    if found.unit == "holiday":
        month = 12 if found.term == "christmas" else 4
        year = _named_year(anchor, month, sign)
        return _single(year, 12 if found.term == "christmas" else dates.easter(year).month)
    return None


def _named_year(anchor: date, month: int, sign: int) -> int:
    if sign < 0:
        return anchor.year if month < anchor.month else anchor.year - 1
    return anchor.year if month > anchor.month else anchor.year + 1


_BY_SHAPE = {
    "date": _date,
    "school-year": _school_year,
    "year": _year,
    "term": _term,
    "holiday": _holiday,
    "group": _group,
    "weekday": _weekday,
    "ago": _ago,
    "shift": _shift,
    "period": _period,
    "ordinal": _ordinal,
    "age": _age,
}
