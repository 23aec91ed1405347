"""From a rule and a start to a date, with the working in plain words.

The rules, and the words they are written in, are those of the fact sheet (its section 0 and `deadlines.csv`). Where a reading
is open: a date that binds the organisation takes the later reading, one that binds the family the earlier.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.domain.errors import UsageProblem
from app.domain.requests import Working
from app.requests import context as given
from app.requests.calendars import LAST_YEAR, Calendar, calendar_for, count, nation_id, nation_name
from app.requests.context import parse_context
from app.requests.counting import corresponding, corresponding_minus_one, tribunal_closed, without
from app.requests.phrases import length, said, skipped
from app.requests.rules import Rule, counts_school_days, rule, rules

__all__ = ["parse_context", "rules", "work_out"]

WARN_US = timedelta(days=14)
WARN_THEM = timedelta(days=3)
ONE_DAY = timedelta(days=1)
_FOI_CEILING = 60
_NEEDED = (
    ("id_received", "the proof of identity they needed"),
    ("authority_received", "the proof of authority they needed"),
    ("fee_paid", "the fee"),
)
_EXTENDED_MONTHS = 3
_RESULTS_DAYS = 40


@dataclass(slots=True)
class _Work:
    rule: Rule
    nation: str
    context: Mapping[str, str]
    start: date
    calendar: Calendar
    steps: list[str] = field(default_factory=list)
    skipped: list[tuple[date, str]] = field(default_factory=list)
    waits_for: str = ""


def work_out(rule_id: str, start: date, nation: str, context: Mapping[str, str]) -> Working:
    """The last day of a period that starts on `start`, and why. `context` is what `parse_context` gives; an empty one is allowed,
    and the steps then say what was taken for granted. Raises UsageProblem for an unknown rule, nation or an unreadable context."""
    found, where = rule(rule_id), nation_id(nation)
    if not 1900 <= start.year <= LAST_YEAR:
        raise UsageProblem("bad-date", f"{start.isoformat()} is too far away to count from.")
    work = _Work(found, where, context, start, _calendar(found, where, context))
    if where not in found.nations:
        work.steps.append(
            f"This is a rule of {_nations(found)}. In {nation_name(where)} another rule applies: check before relying on it."
        )
    due = _due(work)
    _caution(work)
    return Working(
        rule=found.id,
        starts=work.start.isoformat(),
        due=due.isoformat(),
        steps=tuple(work.steps),
        source=found.source,
        nation=where,
        binds=found.binds,
        confidence=found.confidence,
        checked=found.checked,
        warn_from=(due - (WARN_US if found.binds == "us" else WARN_THEM)).isoformat(),
        skipped=tuple((day.isoformat(), why) for day, why in sorted(work.skipped)),
        waits_for=work.waits_for,
    )


def _calendar(found: Rule, nation: str, context: Mapping[str, str]) -> Calendar:
    whole_uk = found.method in ("foi_working_days_after", "foi_school_days_after")
    own = nation if nation in found.nations else found.nations[0]
    return calendar_for(found.holidays or own, context, whole_uk=whole_uk, school=counts_school_days(found))


def _due(work: _Work) -> date:
    if named := given.day(work.context, "due") if work.rule.directed else None:
        work.steps.append(f"The date was given in a letter or direction: {said(named)}.")
        return named
    work.steps.append(f"Start: {said(work.start)} ({work.rule.trigger}).")
    if work.rule.since and work.start < date.fromisoformat(work.rule.since):
        since = said(date.fromisoformat(work.rule.since))
        work.steps.append(f"This rule became law on {since}, after the start: check before relying on it.")
    if work.rule.identity:
        _latest_start(work)
    end = _end(work)
    if work.rule.pause:
        end = _paused(work, end)
    if work.rule.special == "mediation":
        end = _later_of_certificate(work, end)
    elif work.rule.special == "results":
        end = _earlier_of_results(work, end)
    return _roll(work, end)


def _latest_start(work: _Work) -> None:
    """What was really needed before they could begin starts the clock when it arrives."""
    for key, words in _NEEDED:
        if (day := given.day(work.context, key)) and day > work.start:
            work.start = day
            work.steps.append(f"They received {words} on {said(day)}, so the clock starts on that day.")
    asked = given.day(work.context, "id_requested")
    if asked and not (given.day(work.context, "id_received") or given.day(work.context, "authority_received")):
        work.waits_for = "identity"
        work.steps.append(
            "They asked for proof of identity and it has not been sent yet. If they really need it, the clock has not started."
        )


def _paused(work: _Work, base: date) -> date:
    """Days from the question to the answer, both in, are added to the date before it is moved off a holiday."""
    asked, answered = given.day(work.context, "asked"), given.day(work.context, "answered")
    if asked is None:
        if work.rule.special == "paused":
            work.steps.append("No question of theirs is noted, so no days are left out.")
        return base
    if answered is not None and answered < asked:
        raise UsageProblem("bad-date", "The answer is dated before the question.")
    if asked > work.calendar.next_counting(base):
        work.steps.append(f"Their question of {said(asked)} came after the time was over, so it changes nothing.")
        return base
    if answered is None:
        work.waits_for = work.waits_for or "question"
        work.steps.append(
            f"They asked a question on {said(asked)}. The clock stands still until it is answered; this date will move."
        )
        return base
    if answered < work.start:
        work.steps.append(f"Their question was answered on {said(answered)}, before the start, so it changes nothing.")
    else:
        _leave_out(work, max(asked, work.start), answered)
    due = _latest_pause(work, base, asked, answered)
    work.steps.append(f"That gives {said(due)}.")
    return due


def _leave_out(work: _Work, first: date, last: date) -> None:
    days = (last - first).days + 1
    work.skipped += [(first + timedelta(days=n), "their question was open") for n in range(days)]
    work.steps.append(
        f"Not counted: {length(days, 'calendar_day')} from {said(first)} to {said(last)}, both in, while their question was open."
    )


def _latest_pause(work: _Work, base: date, asked: date, answered: date) -> date:
    """The date with the open days added. A question dated before the start counts from the start on; months differ in length,
    so the latest date holds that any start since the question gives: a later start must never end earlier."""
    if asked >= work.start:
        return base + timedelta(days=(answered - asked).days + 1)
    starts = (asked + timedelta(days=n) for n in range((min(work.start, answered) - asked).days + 1))
    return max([base, *(_base(work, day) + timedelta(days=(answered - day).days + 1) for day in starts)])


def _base(work: _Work, start: date) -> date:
    return _plain_end(work.rule, start, _months(work))


def _months(work: _Work) -> int:
    """How long the period is; three months where an extension was noted."""
    extended = work.rule.special == "paused" and given.yes(work.context, "extension")
    return _EXTENDED_MONTHS if extended else work.rule.length


def _end(work: _Work) -> date:
    """The last day of the period before it is moved off a holiday."""
    found = work.rule
    if found.method == "fixed_date":
        month, day = (int(part) for part in found.fixed.split("-"))
        end = date(work.start.year, month, day)
        work.steps.append(f"The law names the day: {said(end)}.")
        return end
    if found.unit in ("working_day", "school_day") or found.method == "foi_school_days_after":
        return _counted(work)
    number = _months(work)
    span = length(number, found.unit)
    if found.roll in ("hesc_rule_12_days_not_counted", "days_not_counted_then_next_working_day"):
        return _not_counted(work, span)
    end = _plain_end(found, work.start, number)
    if found.method in ("corresponding_minus_one", "add_days_inclusive"):
        work.steps.append(f"{span}, and the first day counts: {said(end)}.")
    else:
        work.steps.append(f"{span} later: {said(end)}.")
    if found.method == "corresponding_date" and end.day != work.start.day:
        work.steps.append(f"That month has no day {work.start.day}, so its last day counts.")
    return end


def _plain_end(found: Rule, start: date, number: int) -> date:
    if found.method == "corresponding_date":
        return corresponding(start, number)
    if found.method == "corresponding_minus_one":
        return corresponding_minus_one(start, number)
    if found.method == "add_days_inclusive":
        return start + timedelta(days=number - 1)
    return start + timedelta(days=number)


def _not_counted(work: _Work, span: str) -> date:
    if work.context.get("case", "").strip().lower() == "other":
        end = _plain_end(work.rule, work.start, work.rule.length)
        work.steps.append(f"{span} later: {said(end)}.")
        return end
    end, left_out = without(work.start, lambda day: _plain_end(work.rule, day, work.rule.length), tribunal_closed)
    plain = (
        f" Left out: {length(left_out, 'calendar_day')} in August or from 25 December to 1 January." if left_out else ""
    )
    work.steps.append(f"{span} later: {said(end)}.{plain}")
    return end


def _counted(work: _Work) -> date:
    found = work.rule
    end, left_out = count(work.start, found.length, work.calendar.off)
    unit = "school_day" if work.calendar.school else found.unit
    work.steps.append(
        f"Day 1 is the first {length(1, unit).removeprefix('1 ')} after that. Day {found.length} is {said(end)}."
    )
    work.steps.extend(skipped(left_out))
    work.skipped += left_out
    if work.calendar.school:
        _term_dates(work, end)
    if found.special != "sixty-days":
        return end
    plain = calendar_for(work.nation, work.context, whole_uk=True)
    ceiling, _ = count(work.start, _FOI_CEILING, plain.off)
    chosen = min(end, ceiling)
    work.steps.append(
        f"The 60th working day, holidays of the school counted in, is {said(ceiling)}. The earlier one applies: {said(chosen)}."
    )
    return chosen


def _later_of_certificate(work: _Work, decision: date) -> date:
    certificate = given.day(work.context, "mediation_certificate")
    if certificate is None:
        work.steps.append("No mediation certificate is noted, so the decision alone counts.")
        return decision
    limb = corresponding(certificate, 1)
    later = max(decision, limb)
    work.steps.append(
        f"1 calendar month after the certificate of {said(certificate)}: {said(limb)}. The later one applies: {said(later)}."
    )
    return later


def _earlier_of_results(work: _Work, months: date) -> date:
    results = given.day(work.context, "results")
    if results is None:
        work.steps.append(
            "No day of results is noted. If results are out before, 40 days after them applies if that is earlier."
        )
        return months
    limb = results + timedelta(days=_RESULTS_DAYS)
    if results < work.start:
        return _after_results(work, results, limb)
    earlier = min(months, limb)
    work.steps.append(
        f"40 days after the results of {said(results)}: {said(limb)}. The earlier one applies: {said(earlier)}."
    )
    return earlier


def _after_results(work: _Work, results: date, limb: date) -> date:
    """Asked after the results: the ordinary month. Nobody who asks later may be answered earlier, so the 40 days still hold."""
    month = work.calendar.next_counting(corresponding(work.start, 1))
    later = max(month, limb)
    work.steps.append(
        f"The results were out on {said(results)}, before the request, so the ordinary month applies. It ends on {said(later)}."
    )
    return later


def _term_dates(work: _Work, end: date) -> None:
    """Whether the term dates that are known reach over the whole count."""
    if work.calendar.knows_terms(work.start, end):
        return
    work.waits_for = work.waits_for or "term-dates"
    if work.calendar.closed:
        work.steps.append(
            "The term dates that are noted do not reach over the whole time, so the true date may be later. Enter the rest."
        )
    else:
        work.steps.append(
            "No school holidays or training days are noted, so the true date may be later. Enter the school’s term dates."
        )


def _roll(work: _Work, end: date) -> date:
    moved = _moved(work, end)
    passed = (end + timedelta(days=n) for n in range((moved - end).days))
    work.skipped += [(day, work.calendar.off(day) or "the last day is moved") for day in passed]
    return moved


def _moved(work: _Work, end: date) -> date:
    roll = work.rule.roll
    if roll in ("none", "not_applicable"):
        if roll == "none" and (why := work.calendar.off(end)):
            work.steps.append(f"{said(end)} is {_a(why)}. Nothing safe to rely on moves the date.")
        return end
    if roll == "hesc_rule_12" and tribunal_closed(end):
        opens = date(end.year, 9, 1) if end.month == 8 else date(end.year + (end.month == 12), 1, 2)
        moved = work.calendar.next_counting(opens)
        period = "in August" if end.month == 8 else "between 25 December and 1 January"
        work.steps.append(f"That falls {period}, so it moves to the first working day after: {said(moved)}.")
        return moved
    if roll == "first_working_day_after_expiry":
        moved = work.calendar.next_counting(end + ONE_DAY)
        work.steps.append(f"It must be received by the first working day after that: {said(moved)}.")
        return moved
    moved = work.calendar.next_counting(end)
    if moved != end:
        work.steps.append(
            f"{said(end)} is {_a(work.calendar.off(end))}, so it moves to the next working day: {said(moved)}."
        )
    return moved


def _caution(work: _Work) -> None:
    if work.rule.binds == "us":
        work.steps.append("This date is yours to keep. Do not wait for the last day.")
    if work.rule.confidence == "unverified":
        work.steps.append("We could not check this rule against its source: check before relying on it.")
    elif work.rule.confidence == "part-verified":
        work.steps.append("Part of this rule could not be checked against its source: check if it matters.")


def _nations(found: Rule) -> str:
    return " and ".join(nation_name(n) for n in found.nations)


def _a(why: str) -> str:
    return "at a weekend" if why == "weekend" else why if why[:1].isupper() else f"a {why}"
