"""E-mail messages as they stand in documents, and conversations made of them."""

from dataclasses import dataclass

from app.domain.ids import DocumentId


@dataclass(frozen=True, slots=True)
class MailMessage:
    """One message in a document. `place` counts from 0: 0 is the document's own when it is not `quoted`, the others are printed
    or quoted in it. The message stands from `page` (from 1) and offset `start` to `end_page` and offset `end`; its words without
    its header begin at offset `body`. `sent` is ISO 8601: with its offset where the zone is given, without one where the page
    gives none, a day alone where there is no time, "" when unknown; `other_sent` is the second reading of a time that can be read
    two ways, and `sent_note` says so. `prints` are fingerprints of its own sentences. `conversation` is the part of Outlook's
    conversation index that all messages of a conversation share (hex), `topic` its subject there. `inline`: quoted text among
    an answer, without a header."""

    place: int
    page: int = 1
    start: int = 0
    end_page: int = 1
    end: int = 0
    body: int = 0
    quoted: bool = False
    inline: bool = False
    sender: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    sent: str = ""
    other_sent: str = ""
    sent_note: str = ""
    subject: str = ""
    attachments: tuple[str, ...] = ()
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    conversation: str = ""
    topic: str = ""
    prints: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldMessage:
    """A message with the document it stands in. `thread` is the conversation it belongs to; `held` the document whose own message
    it repeats, None when it repeats none that is held. `parent`: the file that the document lies in."""

    document: DocumentId
    message: MailMessage
    thread: int | None = None
    held: DocumentId | None = None
    parent: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """Documents that answer each other, in the order they were sent. `gaps` are messages that are quoted in them and not held.
    `people` are the names of those who wrote, in order."""

    id: int
    subject: str
    documents: tuple[DocumentId, ...]
    first: str
    last: str
    people: tuple[str, ...] = ()
    gaps: tuple[HeldMessage, ...] = ()
