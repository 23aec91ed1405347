"""What understanding proposes for a document. Every proposal has its reason in plain words."""

from dataclasses import dataclass

from app.domain.mails import MailMessage

BY_DELIVERY = "It came in what they sent; the page does not name who wrote it."
"""Why a paper that names no organisation is given to the one that sent it."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value, why we think so, and how sure: 0 to 1."""

    value: str
    reason: str
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class EventSuggestion:
    """A dated thing in the text. `date` is EDTF. `start` and `end` are the offsets of `date_text` in the page's text.
    `role` is happened, recorded or planned. `precision` is day, interval, month, term, year or about."""

    date: str
    date_text: str
    page: int
    start: int
    end: int
    quote: str
    title: str
    kind: str
    precision: str
    reason: str
    role: str = "happened"


@dataclass(frozen=True, slots=True)
class PersonSuggestion:
    """A mention of somebody, with role and organisation where the text gives them. `start` and `end` are offsets in the page's text
    (-1 in a mail header). `part`: author, sender, recipient, named, initials ("JH") or role (no name, "the SENCo")."""

    name: str
    role: str = ""
    organisation: str = ""
    page: int = 1
    start: int = -1
    end: int = -1
    part: str = "named"
    email: str = ""


OTHER_DATES = {
    "clinic": "clinic",
    "meeting": "meeting",
    "report": "report",
    "start": "started",
    "dictated": "dictated",
    "typed": "typed",
    "signed": "signed",
    "agreed": "agreed",
    "recorded": "written down",
    "sent": "sent",
    "due": "due",
    "printed": "printed",
    "file-made": "file made",
    "file-changed": "file changed",
}
"""Role of a further date of a document to the word for people."""


@dataclass(frozen=True, slots=True)
class OtherDate:
    """A date that a document carries beside its own. `date` is EDTF, `role` an id of `OTHER_DATES`, `words` as they stand on page
    `page`; a file's own property has no words and page 0."""

    date: str
    role: str
    words: str
    page: int


@dataclass(frozen=True, slots=True)
class Understanding:
    """All suggestions for one document; None where the text gives no ground for one.
    `organisation` is a name; `organisation_kind` an id of `domain.people.ORGANISATION_KINDS` or empty."""

    kind: Suggestion | None = None
    date: Suggestion | None = None
    organisation: Suggestion | None = None
    organisation_kind: str = ""
    title: Suggestion | None = None
    authors: tuple[Suggestion, ...] = ()
    people: tuple[PersonSuggestion, ...] = ()
    events: tuple[EventSuggestion, ...] = ()
    messages: tuple[MailMessage, ...] = ()
    other_dates: tuple[OtherDate, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the case already knows and understanding may use. `born` is ISO or empty. `received` is when the files came."""

    child: str = ""
    born: str = ""
    family: tuple[str, ...] = ()
    organisations: tuple[tuple[str, str], ...] = ()
    """Known organisations as (name, kind)."""
    disclosed_by: str = ""
    received: str = ""
    nation: str = "england"
    mail_sent: str = ""
    """When the e-mail was sent that the file was attached to, ISO 8601; empty for others."""
