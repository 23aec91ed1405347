"""Requests and other matters: what was asked of whom, what happened, and what belongs to each."""

import json
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.aliases import REQUEST_WORDS, known_word
from app.domain.changes import Change, RowChange
from app.domain.errors import UsageProblem
from app.domain.letters import LetterDraft
from app.domain.people import RIGHT_OF
from app.domain.requests import LOG_WORDS, REQUEST_KINDS, Request, Working
from app.letters import catalogue
from app.requests.context import parse_context
from app.requests.deadlines import work_out
from app.requests.matters import begun_by, matter, matters
from app.services.asked import ASKING, asked_in
from app.services.browsing import as_edtf
from app.services.case import OpenCase
from app.services.clocks import answer_of, deadlines, surroundings, working_of
from app.store.unit_of_work import UnitOfWork
from app.system.crypto import case_id

__all__ = ["deadlines", "working_of"]

FOLLOW_ON = frozenset(
    {"dp-complaint", "regulator", "ombudsman", "foi-review", "police-review", "complaint", "school-complaint", "trust-complaint",
     "council-complaint", "social-care-complaint", "nhs-complaint", "police-complaint", "appeal", "mediation", "correction"}
)  # fmt: skip
"""Matters that follow from an earlier one, when there is one."""
_COLUMNS = {
    "sent": "sent",
    "received": "received",
    "extended": "extended",
    "answered": "answered",
    "refused": "answered",
}
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


def one(case: OpenCase, known: int) -> Request:
    """One request; UsageProblem when there is none."""
    with case.store.read() as uow:
        return get(uow, known)


def new_request(
    case: OpenCase,
    organisation: int,
    kind: str,
    *,
    title: str = "",
    sent: str = "",
    how: str = "",
    proof: str = "",
    about: int | None = None,
) -> tuple[Request, Change]:
    """A request to an organisation, already sent when `sent` is a day. `about`: the earlier request that it follows from."""
    kind = known_word(kind, REQUEST_KINDS, REQUEST_WORDS) or kind
    made = matter(kind)
    day = as_day(sent) if sent else ""
    with case.store.write() as uow:
        if about is not None:
            get(uow, about)
        values = {
            "organisation_id": organisation, "kind": kind, "title": title.strip() or made.title, "sent": day,
            "received": arrives(date.fromisoformat(day), how) if day else "", "sent_how": how, "proof": proof.strip(), "about": about,
            "log": json.dumps([[day, "sent", how]] if day else []),
        }  # fmt: skip
        added = uow.audit.add("requests", values)
        change = uow.audit.record("Request added", [added])
        return uow.requests.get(added.id), change


def log(case: OpenCase, known: int, what: str, on: str, note: str = "") -> Change:
    """Something happened to a request on a day; `what` is a word of LOG_WORDS. UsageProblem for any other word."""
    if what not in LOG_WORDS:
        raise UsageProblem("log", f"“{what}” is not known.", "", f"Use one of: {', '.join(LOG_WORDS)}.")
    day = as_day(on)
    with case.store.write() as uow:
        values = logged(get(uow, known), day, what, note)
        return uow.audit.record(
            f"Request: {LOG_WORDS[what][0].lower()}{LOG_WORDS[what][1:]}", [uow.audit.edit("requests", known, values)]
        )


def logged(current: Request, day: str, what: str, note: str) -> dict[str, object]:
    """The columns of a request after one more entry of its log."""
    entries = sorted([*current.log, (day, what, note)], key=lambda entry: entry[0])
    values: dict[str, object] = {"log": json.dumps(entries)}
    if what in _COLUMNS:
        values[_COLUMNS[what]] = day
    if what == "sent" and not current.received:
        values["received"] = arrives(date.fromisoformat(day), note or current.sent_how)
    return values


def unlog(case: OpenCase, known: int, place: int) -> Change:
    """Take an entry out of the log that was written down by mistake; `place` counts from 0."""
    with case.store.write() as uow:
        current = get(uow, known)
        if not 0 <= place < len(current.log):
            raise UsageProblem("log", "There is no such entry.", "", "See the list.")
        left = [entry for number, entry in enumerate(current.log) if number != place]
        words = {what for _, what, _ in left}
        gone = current.log[place][1]
        values: dict[str, object] = {"log": json.dumps(left)}
        column = _COLUMNS.get(gone, "")
        if column and not any(_COLUMNS.get(word) == column for word in words):
            values[column] = ""
        return uow.audit.record("Entry of the log removed", [uow.audit.edit("requests", known, values)])


def change_request(case: OpenCase, known: int, **values: str) -> Change:
    """Change what is known of a request: title, note, proof, sent_how, right_of (parent, child, advocate) or facts (KEY=VALUE; …)."""
    wrong = set(values) - {"title", "note", "proof", "sent_how", "right_of", "facts"}
    if wrong or values.get("right_of", "") not in ("", *RIGHT_OF):
        raise UsageProblem("request", "That cannot be changed like this.", "", "")
    parse_context(values.get("facts", ""))
    with case.store.write() as uow:
        get(uow, known)
        return uow.audit.record("Request changed", [uow.audit.edit("requests", known, dict(values))])


def remove_request(case: OpenCase, known: int) -> Change:
    """Take a request out that was added by mistake; letters and documents stay."""
    with case.store.write() as uow:
        get(uow, known)
        links = [uow.requests.link_of(known, document) for document in uow.requests.linked(known)]
        rows = [uow.audit.remove("request_documents", link) for link in links if link is not None]
        return uow.audit.record("Request removed", [*rows, uow.audit.remove("requests", known)])


def link_document(case: OpenCase, known: int, document: int, *, on: bool = True) -> Change:
    """Put a document to a request, or take it away from it."""
    with case.store.write() as uow:
        get(uow, known)
        link = uow.requests.link_of(known, document)
        row: RowChange | None = None
        if on and link is None:
            row = uow.audit.add("request_documents", {"request_id": known, "document_id": document})
        elif not on and link is not None:
            row = uow.audit.remove("request_documents", link)
        return uow.audit.record("Document put to a request" if on else "Document taken from a request", [row])


def link_delivery(case: OpenCase, known: int, delivery: int) -> Change:
    """Say that a delivery of files came for a request."""
    with case.store.write() as uow:
        get(uow, known)
        try:
            row = uow.audit.edit("disclosures", delivery, {"request_id": known})
        except LookupError as error:
            raise UsageProblem("delivery", f"There is no delivery {delivery}.", "", "See the list.") from error
        return uow.audit.record("Delivery put to a request", [row])


@dataclass(frozen=True, slots=True)
class Belongs:
    """What belongs to a request: deliveries (number, day, files), documents put to it, letters (id, title, day sent)."""

    deliveries: tuple[tuple[int, str, int], ...]
    documents: tuple[tuple[int, str], ...]
    letters: tuple[tuple[int, str, str], ...]


def belonging(case: OpenCase, known: int) -> Belongs:
    """Deliveries, documents and letters of a request."""
    with case.store.read() as uow:
        mine = set(uow.requests.deliveries(known))
        deliveries = tuple((int(d.id), d.received, d.files) for d in uow.documents.disclosures() if d.id in mine)
        linked, wrote = uow.requests.linked(known), set(uow.requests.letters(known))
        rows = {int(row.id): row for row in uow.documents.rows()} if linked else {}
        documents = tuple((d, rows[d].title or rows[d].path) for d in linked if d in rows)
        letters = tuple((int(x.id or 0), x.title, x.sent) for x in uow.letters.all() if x.id in wrote)
    return Belongs(deliveries, documents, letters)


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


def clock_for_letter(case: OpenCase, current: LetterDraft, on: date) -> Working | None:
    """The clock that sending a letter on a day would start; None when it starts none."""
    details = case.details()
    with case.store.read() as uow:
        owner = uow.organisations.get(current.organisation) if current.organisation is not None else None
    nation = (owner.nation if owner else "") or details.nation
    chosen = catalogue.starts_rule(current.kind, nation, owner.kind if owner else "")
    return work_out(chosen, on, nation, {}) if chosen else None


def start_for_letter(uow: UnitOfWork, current: LetterDraft, on: date, how: str, proof: str = "") -> Started:
    """A sent letter begins a matter of its kind, or is written down in the log of the request it is about: proof of identity
    and answers to questions on the day they arrive."""
    if current.organisation is None:
        return Started(current.request, [])
    owner = uow.organisations.get(current.organisation)
    chosen = catalogue.starts_rule(current.kind, owner.nation or uow.meta.details().nation, owner.kind)
    kind = begun_by(current.kind)
    earlier = uow.requests.get(current.request) if current.request is not None else None
    day = on.isoformat()
    if kind:
        values = {
            "organisation_id": current.organisation, "kind": kind, "title": current.title, "sent": day,
            "received": arrives(on, how), "sent_how": how, "rule": chosen, "log": json.dumps([[day, "sent", how]]),
            "proof": proof, "about": int(earlier.id) if earlier and kind in FOLLOW_ON else None,
            "asked": json.dumps([[a.kind, a.label, a.state] for a in asked_in(current)]) if kind in ASKING else "",
        }  # fmt: skip
        added = uow.audit.add("requests", values)
        return Started(added.id, [added])
    if earlier is None:
        return Started(None, [])
    answers = catalogue.definition(current.kind).logs
    what = answers or matter(earlier.kind).notes.get(current.kind, "letter")
    values = logged(earlier, arrives(on, how) if answers else day, what, current.title)
    return Started(int(earlier.id), [uow.audit.edit("requests", int(earlier.id), values)])


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


def latest_request(case: OpenCase, kind: str, organisation: int | None) -> Request | None:
    """The request a letter is most likely about: the newest of that organisation that is not answered, else the newest."""
    mine = [r for r in requests(case) if r.organisation == organisation and r.sent]
    wanted = catalogue.kind(kind).request_kind
    family = matter(wanted).family if wanted in REQUEST_KINDS else ""
    same = [r for r in mine if r.kind == wanted] or [
        r for r in mine if r.kind in REQUEST_KINDS and matter(r.kind).family == family
    ]
    fitting = same or mine
    open_ones = [r for r in fitting if not r.answered]
    chosen = open_ones or fitting
    return chosen[-1] if chosen else None


def due_of_letters(case: OpenCase) -> dict[int, str]:
    """Letter -> the day its answer is due."""
    with case.store.read() as uow:
        sent = {int(x.request): int(x.id) for x in uow.letters.all() if x.request and x.id and x.status == "sent"}
    around = surroundings(case)
    known = {int(r.id): r for r in around.requests}
    found = {}
    for request, letter in sent.items():
        working = answer_of(known[request], around) if request in known else None
        if working is not None:
            found[letter] = working.due
    return found


def calendar(case: OpenCase) -> bytes:
    """The dates that are still open, as iCalendar."""
    from app.requests.ics import calendar as as_ics

    return as_ics(tuple(d for d in deadlines(case) if d.state != "met"), case_id(case.keys()))


def kinds() -> tuple[tuple[str, str], ...]:
    """(id, title) of every kind of request, complaint and appeal, in the order of the road."""
    return tuple((found.id, found.title) for found in matters())


def special_to(kind: str) -> tuple[str, ...]:
    """The words of the log that only this kind of request has."""
    return matter(kind).happened if kind in REQUEST_KINDS else ()


def work_text(rule_id: str, starts: date, nation: str, context: str) -> Working:
    """What a rule gives, and why; the context as scripts write it: "KEY=VALUE; …". UsageProblem for an unknown rule or nation."""
    from app.requests.context import parse_context

    return work_out(rule_id, starts, nation, parse_context(context))
