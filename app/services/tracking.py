"""Requests to organisations, what they were sent, and the dates that follow."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.changes import Change, RowChange
from app.domain.errors import UsageProblem
from app.domain.letters import LetterDraft
from app.domain.requests import REQUEST_KINDS, Deadline, Request, Working
from app.letters import catalogue
from app.requests.deadlines import work_out
from app.requests.rules import rule
from app.requests.stages import SOON_OURS, SOON_THEIRS
from app.services.browsing import as_edtf
from app.services.case import OpenCase
from app.store.unit_of_work import UnitOfWork
from app.system import clock
from app.system.crypto import case_id

_RULES = {
    "access": "SAR-1M", "educational-record": "EDREC-15SD", "correction": "RECT-1M", "restriction": "RESTRICT-1M",
    "erasure": "ERASE-1M", "foi": "FOI-20WD", "dp-complaint": "DPC-ACK-30D",
}  # fmt: skip
_EXTENDED = {"SAR-1M": "SAR-EXT-3M", "RECT-1M": "RECT-EXT-3M"}
_POST_WORKING_DAYS, _SATURDAY = 2, 5


@dataclass(frozen=True, slots=True)
class Started:
    """The request that a sent letter began or belongs to, and the rows that changed."""

    id: int | None
    rows: list[RowChange | None]


def requests(case: OpenCase) -> tuple[Request, ...]:
    """Every request, in the order they were made."""
    with case.store.read() as uow:
        return uow.requests.all()


def new_request(
    case: OpenCase, organisation: int, kind: str, *, title: str = "", sent: str = "", how: str = ""
) -> tuple[Request, Change]:
    """A request to an organisation, already sent when `sent` is a day."""
    if kind not in REQUEST_KINDS:
        raise UsageProblem(
            "request", f"“{kind}” is not a kind of request.", "", f"Use one of: {', '.join(REQUEST_KINDS)}."
        )
    day = as_day(sent) if sent else ""
    with case.store.write() as uow:
        values = {
            "organisation_id": organisation, "kind": kind, "title": title or REQUEST_KINDS[kind], "sent": day,
            "received": day, "sent_how": how, "rule": _RULES.get(kind, ""),
            "log": json.dumps([[day, "sent", how]] if day else []),
        }  # fmt: skip
        added = uow.audit.add("requests", values)
        change = uow.audit.record("Request added", [added])
        return uow.requests.get(added.id), change


def log(case: OpenCase, known: int, what: str, on: str, note: str = "") -> Change:
    """Something happened to a request: sent, received, acknowledged, identity-asked, clarified, extended, answered, refused, note."""
    columns = {
        "sent": "sent",
        "received": "received",
        "extended": "extended",
        "answered": "answered",
        "refused": "answered",
    }
    day = as_day(on)
    with case.store.write() as uow:
        current = get(uow, known)
        entries = [*current.log, (day, what, note)]
        values: dict[str, object] = {"log": json.dumps(sorted(entries, key=lambda e: e[0]))}
        if what in columns:
            values[columns[what]] = day
        if what == "sent" and not current.received:
            values["received"] = day
        return uow.audit.record(f"Request {what}", [uow.audit.edit("requests", known, values)])


def get(uow: UnitOfWork, known: int) -> Request:
    """One request; UsageProblem when there is none."""
    try:
        return uow.requests.get(known)
    except LookupError as error:
        raise UsageProblem("request", f"There is no request {known}.", "", "See the list.") from error


def as_day(typed: str) -> str:
    """A whole day, ISO; UsageProblem for anything less exact."""
    edtf = as_edtf(typed)
    if len(edtf) != 10:
        raise UsageProblem("date", f"“{typed}” is not a day.", "", "Write the day as 2026-11-23.")
    return edtf


def deadlines(case: OpenCase, today: date | None = None) -> tuple[Deadline, ...]:
    """A date for every request that was sent and has a rule, the nearest first."""
    today = today or clock.today()
    found = []
    for request in requests(case):
        working = working_of(case, request)
        if working is not None:
            found.append(_deadline(request, working, today))
    return tuple(sorted(found, key=lambda d: (d.state == "met", d.due)))


def _deadline(request: Request, working: Working, today: date) -> Deadline:
    return Deadline(
        id=f"{request.id}-answer", request=request.id, request_title=request.title,
        organisation_name=request.organisation_name, rule=working.rule, starts=working.starts, due=working.due,
        reason=rule(working.rule).plain, source=working.source, state=_state(request, working, today), working=working,
    )  # fmt: skip


def _state(request: Request, working: Working, today: date) -> str:
    if request.answered:
        return "met"
    left = date.fromisoformat(working.due) - today
    if left < timedelta(0):
        return "overdue"
    return "due-soon" if left <= (SOON_OURS if working.binds == "us" else SOON_THEIRS) else "running"


def working_of(case: OpenCase, request: Request) -> Working | None:
    """How the date of a request is found; None when it was not sent or no rule is known for it."""
    starts = request.received or request.sent
    if not starts or not request.rule:
        return None
    details = case.details()
    with case.store.read() as uow:
        nation = uow.organisations.get(request.organisation).nation or details.nation
    chosen, context = _rule_and_context(request)
    if case.ctx.settings.working_days_extra:
        context["bank_holidays"] = ",".join(case.ctx.settings.working_days_extra)
    with case.store.read() as uow:
        if closed := uow.meta.get(f"closed:{int(request.organisation)}", ""):
            context["school_closed"] = closed
    return work_out(chosen, date.fromisoformat(starts), nation, context)


def _rule_and_context(request: Request) -> tuple[str, dict[str, str]]:
    """The rule that holds after what the log says: an extension, a question and its answer, proof of identity."""
    dates = {what: day for day, what, _ in request.log}
    context: dict[str, str] = {}
    chosen = request.rule
    if request.extended:
        chosen = _EXTENDED.get(chosen, chosen)
        context["extension_notified"] = request.extended
    if chosen == "SAR-1M" and "clarify-asked" in dates and "clarified" in dates:
        chosen = "SAR-CLARIFY"
        context |= {"asked": dates["clarify-asked"], "answered": dates["clarified"]}
    elif chosen == "SAR-1M" and "identity-sent" in dates:
        chosen = "SAR-ID"
        context |= {"id_requested": dates.get("identity-asked", request.sent), "id_received": dates["identity-sent"]}
    return chosen, context


def set_closed_days(case: OpenCase, organisation: int, days: str) -> Change:
    """When a school is closed to pupils, as "2026-10-24..2026-11-01, 2026-11-02": holidays and INSET days, entered once."""
    with case.store.write() as uow:
        uow.meta.set(f"closed:{organisation}", days)
        return uow.audit.record("Term dates saved", ())


def clock_for_letter(case: OpenCase, current: LetterDraft, on: date) -> Working | None:
    """The clock that sending a letter on a day would start; None when it starts none."""
    details = case.details()
    with case.store.read() as uow:
        owner = uow.organisations.get(current.organisation) if current.organisation is not None else None
    nation = (owner.nation if owner else "") or details.nation
    chosen = catalogue.starts_rule(current.kind, nation, owner.kind if owner else "")
    return work_out(chosen, on, nation, {}) if chosen else None


def start_for_letter(uow: UnitOfWork, current: LetterDraft, on: date, how: str) -> Started:
    """A sent letter begins a request when it starts a clock; else it is noted in the log of the request it is about.
    Proof of identity and answers to questions go on with the request they are about."""
    kind = catalogue.kind(current.kind)
    if (answers := catalogue.definition(current.kind).logs) and current.request is not None:
        return _noted(uow, current, arrives(on, how), answers)
    if current.organisation is None:
        return Started(current.request, [])
    nation = uow.organisations.get(current.organisation).nation or uow.meta.details().nation
    owner = uow.organisations.get(current.organisation)
    chosen = catalogue.starts_rule(current.kind, nation, owner.kind)
    day = on.isoformat()
    if chosen:
        values = {
            "organisation_id": current.organisation, "kind": kind.request_kind or "other", "title": current.title,
            "sent": day, "received": arrives(on, how), "sent_how": how, "rule": chosen, "log": json.dumps([[day, "sent", how]]),
        }  # fmt: skip
        added = uow.audit.add("requests", values)
        return Started(added.id, [added])
    if current.request is None:
        return Started(None, [])
    return _noted(uow, current, day, "letter")


def _noted(uow: UnitOfWork, current: LetterDraft, day: str, what: str) -> Started:
    assert current.request is not None
    entries = [*uow.requests.get(current.request).log, (day, what, current.title)]
    return Started(current.request, [uow.audit.edit("requests", current.request, {"log": json.dumps(entries)})])


def arrives(sent: date, how: str) -> str:
    """When a letter is taken to have arrived, until a person says otherwise: the same day, by post the second working day after.

    A later day is the careful reading for a date that binds the organisation: nobody is accused too early.
    """
    by_post = any(word in how.lower() for word in ("post", "recorded", "signed"))
    day, left = sent, _POST_WORKING_DAYS if by_post else 0
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return day.isoformat()


def situations(case: OpenCase, today: date | None = None) -> tuple[tuple[Request, tuple[str, ...]], ...]:
    """Each request with the situations the family is in because of it, by which letters are offered."""
    from app.requests.stages import situations as of_request

    today = today or clock.today()
    return tuple((request, of_request(request, working_of(case, request), today)) for request in requests(case))


def latest_request(case: OpenCase, kind: str, organisation: int | None) -> Request | None:
    """The request a letter is most likely about: the newest of that organisation that is not answered, else the newest."""
    mine = [r for r in requests(case) if r.organisation == organisation and r.sent]
    fitting = [r for r in mine if r.kind == catalogue.kind(kind).request_kind] or mine
    open_ones = [r for r in fitting if not r.answered]
    chosen = open_ones or fitting
    return chosen[-1] if chosen else None


def due_of_letters(case: OpenCase) -> dict[int, str]:
    """Letter -> the day its answer is due."""
    with case.store.read() as uow:
        sent = {int(x.request): int(x.id) for x in uow.letters.all() if x.request and x.id and x.status == "sent"}
    known = {int(r.id): r for r in requests(case)}
    found = {}
    for request, letter in sent.items():
        working = working_of(case, known[request]) if request in known else None
        if working is not None:
            found[letter] = working.due
    return found


def calendar(case: OpenCase) -> bytes:
    """The dates that are still open, as iCalendar."""
    from app.requests.ics import calendar as as_ics

    return as_ics(tuple(d for d in deadlines(case) if d.state != "met"), case_id(case.keys()))


def matrix(case: OpenCase) -> tuple[tuple[str, Sequence[Request], int], ...]:
    """(organisation, its requests, documents received) for what was asked and what came."""
    asked = requests(case)
    with case.store.read() as uow:
        known = uow.organisations.all()
    rows = [(o.name, tuple(r for r in asked if r.organisation == o.id), o.documents) for o in known]
    return tuple(row for row in rows if row[1] or row[2])


def work_text(rule_id: str, starts: date, nation: str, context: str) -> Working:
    """What a rule gives, and why; the context as scripts write it: "KEY=VALUE; …". UsageProblem for an unknown rule or nation."""
    from app.requests.context import parse_context

    return work_out(rule_id, starts, nation, parse_context(context))
