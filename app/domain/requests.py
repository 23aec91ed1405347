"""Requests to organisations and the dates that follow from them."""

from dataclasses import dataclass, field

from app.domain.ids import OrganisationId, RequestId

REQUEST_KINDS = {
    "access": "Request for the file (subject access)",
    "educational-record": "Request for the school record",
    "foi": "Freedom of information request",
    "foi-review": "Review of a freedom of information answer",
    "correction": "Request to correct the file",
    "restriction": "Request to limit use",
    "erasure": "Request to remove, or an objection",
    "dp-complaint": "Data protection complaint",
    "regulator": "Complaint to the regulator of data protection",
    "school-complaint": "Complaint to the school",
    "trust-complaint": "Complaint to the academy trust",
    "council-complaint": "Complaint to the council",
    "social-care-complaint": "Complaint about children’s social care",
    "nhs-complaint": "Complaint to the NHS",
    "police-complaint": "Complaint about the police",
    "police-review": "Review of a police complaint",
    "complaint": "Another complaint",
    "ombudsman": "Complaint to an ombudsman",
    "ehc-assessment": "Request for an EHC needs assessment",
    "annual-review": "Annual review of the plan",
    "mediation": "Mediation about a plan",
    "appeal": "Appeal to the tribunal",
    "disability-claim": "Disability claim against a school",
    "other": "Something else",
}
"""What can be asked, complained of or appealed: id and title, as in `resources/matters`."""

LOG_WORDS = {
    "sent": "I sent it",
    "received": "They got it",
    "acknowledged": "They said that they got it",
    "identity-asked": "They asked who I am, or why I may ask",
    "identity-sent": "I proved who I am",
    "clarify-asked": "They asked what I am looking for",
    "clarified": "I answered their question",
    "extended": "They said that they need more time",
    "extended-2": "They said that stage 2 needs more time",
    "part-answered": "They sent a part of it",
    "answered": "They answered",
    "refused": "They refused",
    "letter": "I wrote again",
    "stage-2": "I asked for stage 2",
    "stage-2-answered": "They answered at stage 2",
    "stage-3": "I asked for stage 3, the panel",
    "panel-met": "The panel met",
    "panel-report": "The panel sent its report",
    "final": "They sent their final answer",
    "knew": "I first knew of it",
    "happened": "It happened",
    "decision": "They sent their decision",
    "decision-no": "They sent a decision that says no",
    "draft-plan": "The draft plan came",
    "comments": "I sent my comments",
    "plan": "The final plan came",
    "meeting": "The review meeting was held",
    "report": "The report of the meeting came",
    "amendment": "The notice of changes came",
    "mediation-held": "Mediation was held, or could not be arranged",
    "declined": "I said no to mediation",
    "certificate": "The mediation certificate was issued",
    "mediation": "I asked for mediation",
    "appeal": "I sent the appeal or claim",
    "tribunal-decision": "The tribunal sent its decision",
    "order": "The tribunal made an order",
    "permission": "I asked for permission to appeal",
    "review": "I asked for a review",
    "regulator": "I complained to the regulator",
    "ombudsman": "I complained to the ombudsman",
    "closed": "It is settled",
    "note": "Something else: a call, a letter",
}
"""What can happen in a matter: the word of the log, and how a person says it."""


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
class Asked:
    """One thing asked for. `kind` is an id of the record types or empty for own words; `state` empty (look in the file), came,
    not-held (they say they do not hold it) or not-needed."""

    kind: str
    label: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """A request and its log. Dates are ISO or empty. `log` are (ISO date, word of LOG_WORDS, note). `proof` is how the family can
    show that it was sent; `about` the earlier request that it follows from; `right_of` who uses the right (parent, child or
    advocate, empty: as the case says); `facts` what else is known to a rule, as `KEY=VALUE; …`; `asked` the things asked for."""

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
    proof: str = ""
    about: RequestId | None = None
    right_of: str = ""
    facts: str = ""
    asked: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date to watch. `id` is the same however the date moves. `state` is running, stopped, due-soon, overdue or met.
    `slot` names the date within its request ("answer" is the one for their answer); `title` says what it is."""

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
    slot: str = "answer"
    title: str = ""
    organisation: OrganisationId | None = None
