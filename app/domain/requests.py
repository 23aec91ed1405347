"""Requests to organisations and the dates that follow from them."""

from dataclasses import dataclass, field

from app.domain.ids import OrganisationId, RequestId

REQUEST_KINDS = {
    "access": "Request for the file (subject access)",
    "educational-record": "Request for the school record",
    "correction": "Request to correct the file",
    "restriction": "Request to limit use",
    "erasure": "Request to remove",
    "foi": "Freedom of information request",
    "dp-complaint": "Data protection complaint",
    "complaint": "Complaint",
    "other": "Other",
}


@dataclass(frozen=True, slots=True)
class Working:
    """How a date was found. `steps` are plain sentences in order; `due` is ISO. `binds` is "them" or "us".
    `confidence` is verified, part-verified or unverified. `skipped` are (ISO day, why) of every day left out or moved over.
    `waits_for` is empty, or what the date still depends on: term-dates, question (theirs, not answered yet) or identity;
    `due` is then the earliest day it can be."""

    rule: str
    starts: str
    due: str
    steps: tuple[str, ...]
    source: str
    nation: str
    binds: str = "them"
    confidence: str = "verified"
    checked: str = ""
    warn_from: str = ""
    skipped: tuple[tuple[str, str], ...] = ()
    waits_for: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """A request and its log. Dates are ISO or empty. `log` are (ISO date, what, note)."""

    id: RequestId
    organisation: OrganisationId
    organisation_name: str
    kind: str
    title: str
    sent: str = ""
    received: str = ""
    sent_how: str = ""
    answered: str = ""
    extended: str = ""
    rule: str = ""
    state: str = "draft"
    note: str = ""
    log: tuple[tuple[str, str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date to watch. `state` is running, stopped, due-soon, overdue or met."""

    id: str
    request: RequestId
    request_title: str
    organisation_name: str
    rule: str
    starts: str
    due: str
    reason: str
    source: str
    state: str
    working: Working
