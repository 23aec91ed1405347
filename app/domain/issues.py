"""The inaccuracy record: what it says, what is wrong, what is right, the proof, what is asked, what they answered."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import DocumentId, IssueId, LetterId, MarkId, OrganisationId
from app.domain.marks import Anchor


class Wrong(StrEnum):
    """Kinds of wrong, from the fact sheet section 3.2; the kind decides which remedy may be asked."""

    FACT = "fact"
    MISATTRIBUTED = "misattributed"
    INCOMPLETE = "incomplete"
    OPINION_AS_FACT = "opinion-as-fact"
    OPINION = "opinion"
    OUT_OF_DATE = "out-of-date"
    WRONG_PERSON = "wrong-person"
    MISSING = "missing"
    LANGUAGE = "language"
    QUESTION = "question"


WRONG_NAMES = {
    Wrong.FACT: "A wrong fact",
    Wrong.MISATTRIBUTED: "Words put in the wrong mouth",
    Wrong.INCOMPLETE: "Only part of the story",
    Wrong.OPINION_AS_FACT: "An opinion written as a fact",
    Wrong.OPINION: "An opinion I do not share",
    Wrong.OUT_OF_DATE: "Out of date",
    Wrong.WRONG_PERSON: "About somebody else",
    Wrong.MISSING: "Something is missing",
    Wrong.LANGUAGE: "Unfair wording",
    Wrong.QUESTION: "A question to answer",
}


class Remedy(StrEnum):
    """What can be asked for. Articles are of the UK GDPR."""

    CORRECT = "correct"  # Art. 16, first sentence
    COMPLETE = "complete"  # Art. 16, second sentence
    LABEL_OPINION = "label-opinion"
    STATEMENT = "statement"  # supplementary statement, Art. 16
    RESTRICT = "restrict"  # Art. 18(1)(a)
    NOTIFY = "notify"  # Art. 19
    ERASE = "erase"  # Art. 17, rarely applies to public bodies
    EXPLAIN = "explain"


REMEDY_NAMES = {
    Remedy.CORRECT: "Correct it",
    Remedy.COMPLETE: "Complete it",
    Remedy.LABEL_OPINION: "Show it as an opinion, with its author",
    Remedy.STATEMENT: "Add my statement",
    Remedy.RESTRICT: "Limit its use meanwhile",
    Remedy.NOTIFY: "Tell everyone who was sent it",
    Remedy.ERASE: "Remove it",
    Remedy.EXPLAIN: "Explain it",
}


class IssueStatus(StrEnum):
    """Where the record stands."""

    DRAFT = "draft"
    READY = "ready"
    SENT = "sent"
    AGREED = "agreed"
    PARTLY = "partly"
    REFUSED = "refused"
    NO_REPLY = "no-reply"
    PUT_RIGHT = "put-right"


ISSUE_STATUS_NAMES = {
    IssueStatus.DRAFT: "Draft",
    IssueStatus.READY: "Ready",
    IssueStatus.SENT: "Sent",
    IssueStatus.AGREED: "Agreed",
    IssueStatus.PARTLY: "Partly agreed",
    IssueStatus.REFUSED: "Refused",
    IssueStatus.NO_REPLY: "No reply",
    IssueStatus.PUT_RIGHT: "Put right",
}


@dataclass(frozen=True, slots=True)
class Proof:
    """A passage that proves the point; `document_title`, `document_date` (EDTF) are for showing."""

    id: int
    anchor: Anchor
    document_title: str = ""
    document_date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class IssueFields:
    """What a person writes in the record. `answered` is EDTF; `answer_document` is the letter in which they answered."""

    title: str = ""
    says: str = ""
    wrong: Wrong = Wrong.FACT
    wrong_text: str = ""
    right: str = ""
    remedies: tuple[Remedy, ...] = (Remedy.CORRECT, Remedy.NOTIFY)
    recipients: str = ""
    status: IssueStatus = IssueStatus.DRAFT
    answer: str = ""
    answered: str = ""
    answer_document: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """The whole record. `ref` is like L-07. `trail` are (ISO time, plain words) of what was done, oldest first."""

    id: IssueId
    ref: str
    fields: IssueFields
    mark: MarkId | None
    anchor: Anchor | None
    document: DocumentId | None
    document_title: str
    document_date: str
    document_author: str
    organisation: OrganisationId | None
    organisation_name: str
    proofs: tuple[Proof, ...]
    created: str
    sent: str = ""
    due: str = ""
    letter: LetterId | None = None
    trail: tuple[tuple[str, str], ...] = ()
