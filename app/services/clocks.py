"""Dates that follow from requests: which clock runs, what is known of it, and how it stands today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.people import Organisation
from app.domain.requests import Deadline, Request, Working
from app.requests.context import parse_context
from app.requests.deadlines import work_out
from app.requests.matters import Clock, clocks_of, happened_on, start_of
from app.requests.rules import rule
from app.requests.stages import SOON_OURS, SOON_THEIRS, STANDS_STILL
from app.services.case import OpenCase
from app.system import clock as calendar_clock

_FOLLOWS = {
    "dp-complaint": "dp-complaint", "regulator": "regulator", "ombudsman": "ombudsman", "foi-review": "review",
    "police-review": "review", "appeal": "appeal", "mediation": "mediation", "disability-claim": "appeal",
}  # fmt: skip
"""A matter of this kind that follows from another one ends its clocks as this word of the log would."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What dates depend on besides the request itself."""

    requests: tuple[Request, ...]
    organisations: Mapping[int, Organisation]
    terms: Mapping[int, str]
    nation: str
    holidays: Mapping[str, str]

    def nation_of(self, request: Request) -> str:
        """The nation whose law holds: the organisation's, else the family's."""
        owner = self.organisations.get(request.organisation)
        return (owner.nation if owner else "") or self.nation

    def kind_of(self, request: Request) -> str:
        """The kind of the organisation."""
        owner = self.organisations.get(request.organisation)
        return owner.kind if owner else ""

    def followers(self, request: Request) -> tuple[Request, ...]:
        """The matters that follow from a request, and those that follow from them, once they were sent."""
        found: list[Request] = []
        wanted = {int(request.id)}
        for other in self.requests:
            if other.about is not None and int(other.about) in wanted:
                wanted.add(int(other.id))
                if other.sent:
                    found.append(other)
        return tuple(found)


def surroundings(case: OpenCase) -> Surroundings:
    """Everything that dates depend on, read once."""
    with case.store.read() as uow:
        organisations = {int(o.id): o for o in uow.organisations.all()}
        terms = {known: uow.organisations.terms(known) for known in organisations}
        old = {known: uow.meta.get(f"closed:{known}", "") for known in organisations}
        every, nation = uow.requests.all(), uow.meta.details().nation
    known = {o: t or (f"school_closed={old[o]}" if old[o] else "") for o, t in terms.items()}
    return Surroundings(every, organisations, known, nation, holidays_of(case.ctx.settings.working_days_extra))


def holidays_of(entries: Iterable[str]) -> dict[str, str]:
    """Own extra holidays by nation, as a list of dates. An entry is a day, or NATION:DAY for one nation."""
    found: dict[str, list[str]] = {"": []}
    for entry in entries:
        nation, _, day = entry.rpartition(":")
        found.setdefault(nation, []).append(day)
    return {nation: ",".join(days) for nation, days in found.items() if days}


def deadlines(case: OpenCase, today: date | None = None) -> tuple[Deadline, ...]:
    """Every date of every request that was sent, those that are met last, the nearest first."""
    now, around = today or calendar_clock.today(), surroundings(case)
    found = [deadline for request in around.requests for deadline in of_request(request, around, now)]
    return tuple(sorted(found, key=lambda d: (d.state == "met", d.due)))


def of_request(request: Request, around: Surroundings, today: date) -> tuple[Deadline, ...]:
    """The dates of one request."""
    known = _known(request, around)
    made = (
        _deadline(request, clock, known, around, today)
        for clock in clocks_of(request, around.nation_of(request), around.kind_of(request))
    )
    settled = "closed" in known
    return tuple(d for d in made if not (settled and d.working.binds == "us"))


def working_of(case: OpenCase, request: Request) -> Working | None:
    """How the date of their answer is found; None when it was not sent or the law names no day."""
    return answer_of(request, surroundings(case))


def answer_of(request: Request, around: Surroundings) -> Working | None:
    """The same with everything read already."""
    clocks = clocks_of(request, around.nation_of(request), around.kind_of(request))
    answer = next((clock for clock in clocks if clock.slot == "answer"), None)
    return _working(request, answer, _known(request, around), around) if answer else None


def _known(request: Request, around: Surroundings) -> dict[str, str]:
    known = happened_on(request)
    for follower in around.followers(request):
        word = _FOLLOWS.get(follower.kind, "")
        if word:
            known.setdefault(word, follower.sent)
    return known


def _deadline(request: Request, clock: Clock, known: Mapping[str, str], around: Surroundings, today: date) -> Deadline:
    working = _working(request, clock, known, around)
    found = rule(working.rule)
    started = start_of(clock, known)
    met = "closed" in known or any(known.get(word, "") >= started for word in clock.until if word in known)
    return Deadline(
        id=f"{request.id}-{clock.slot}", request=request.id, request_title=request.title,
        organisation_name=request.organisation_name, rule=working.rule, starts=working.starts, due=working.due,
        reason=found.plain, source=working.source, state="met" if met else _state(working, today), working=working,
        slot=clock.slot, title=found.title, organisation=request.organisation,
    )  # fmt: skip


def _working(request: Request, clock: Clock, known: Mapping[str, str], around: Surroundings) -> Working:
    context = _context(request, known, around)
    return work_out(clock.rule, date.fromisoformat(start_of(clock, known)), around.nation_of(request), context)


def _context(request: Request, known: Mapping[str, str], around: Surroundings) -> dict[str, str]:
    """What a rule may ask for, from the log, the term dates and the holidays that were added."""
    nation = around.nation_of(request)
    found = {**parse_context(around.terms.get(request.organisation, "")), **parse_context(request.facts)}
    own = [around.holidays[key] for key in ("", nation) if key in around.holidays]
    if own:
        found["bank_holidays"] = ",".join(own)
    if around.holidays:
        found["bank_holidays_anywhere_in_uk"] = ",".join(around.holidays.values())
    for key, word in (("id_requested", "identity-asked"), ("id_received", "identity-sent"),
                      ("extension_notified", "extended"), ("mediation_certificate", "certificate")):  # fmt: skip
        if word in known:
            found[key] = known[word]
    return found | _pause(request)


def _pause(request: Request) -> dict[str, str]:
    """When a question of theirs was open, as one stretch: several are added up; one that is open still has no end."""
    asked: list[date] = []
    days, first = 0, None
    for day, what, _ in sorted(request.log, key=lambda entry: entry[0]):
        if what == "clarify-asked":
            asked.append(date.fromisoformat(day))
            first = first or asked[0]
        elif what == "clarified" and asked:
            days += (date.fromisoformat(day) - asked[0]).days + 1
            asked = []
    if first is None:
        return {}
    if asked:
        return {"asked": asked[0].isoformat()}
    return {"asked": first.isoformat(), "answered": (first + timedelta(days=days - 1)).isoformat()}


def _state(working: Working, today: date) -> str:
    if working.waits_for in STANDS_STILL:
        return "stopped"
    left = date.fromisoformat(working.due) - today
    if left < timedelta(0):
        return "running" if working.waits_for else "overdue"
    return "due-soon" if left <= (SOON_OURS if working.binds == "us" else SOON_THEIRS) else "running"
