"""Findings: things in the records that deserve a second look. The machine suggests them; a person decides."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NewType

from app.domain.ids import DocumentId
from app.domain.mails import HeldMessage
from app.domain.marks import Rect

FindingId = NewType("FindingId", int)


class FindingKind(StrEnum):
    """The kinds of the command line contract that have a finder."""

    REDACTION = "redaction"
    INSECURE = "insecure-redaction"
    VERSION = "version"
    NOT_SUPPLIED = "not-supplied"
    PAGE_GAP = "page-gap"
    LATE_ENTRY = "late-entry"


FINDING_NAMES = {
    FindingKind.REDACTION: "Redaction",
    FindingKind.INSECURE: "Redaction not secure",
    FindingKind.VERSION: "Disclosed twice",
    FindingKind.NOT_SUPPLIED: "Mentioned, not found",
    FindingKind.PAGE_GAP: "Pages not found",
    FindingKind.LATE_ENTRY: "Recorded later",
}


class FindingStatus(StrEnum):
    """What a person decided; `open` is not decided yet."""

    OPEN = "open"
    AGREED = "agreed"
    DISMISSED = "dismissed"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """The place that a finding compares with. `page` counts from 1, 0 when the whole document is meant."""

    document: DocumentId
    page: int = 0
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a finder gives: a finding before it is stored. `key` names it within its kind and document, so that the next run
    of the rules knows it again. `start` and `end` are offsets of the quoted words in the page's text (-1: none); `rects` are
    filled from them when empty. `detail` holds JSON types, as the command line contract lists them for each kind."""

    kind: FindingKind
    document: DocumentId
    page: int
    key: str
    reason: str
    quote: str = ""
    start: int = -1
    end: int = -1
    rects: tuple[Rect, ...] = ()
    other: OtherPlace | None = None
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of the case. `page` counts from 1 (0: the whole document). `rects` are points of the page as shown, origin top
    left. `detail`: redaction `{exemption, area}` (`area` is a share of the page, 0 to 1) · version `{changes: [{page, text,
    other_page, other_text, doubtful?}]}` (`doubtful`: the scan may have been misread there) · not-supplied `{what, date}` ·
    page-gap `{total, missing}` · late-entry `{happened, recorded}` (EDTF)."""

    id: FindingId
    kind: FindingKind
    document: DocumentId
    page: int
    quote: str
    rects: tuple[Rect, ...]
    other: OtherPlace | None
    detail: dict[str, Any]
    reason: str
    status: FindingStatus = FindingStatus.OPEN


@dataclass(frozen=True, slots=True)
class PageView:
    """A page as finders see it. `boxes` cover something, `unsafe` cover words that a computer could still read (which are
    not kept). `words` are packed (`domain.words`), given only where something may be covered."""

    number: int
    text: str
    width: float = 595.0
    height: float = 842.0
    scan: bool = False
    boxes: tuple[Rect, ...] = ()
    unsafe: tuple[Rect, ...] = ()
    words: bytes = b""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as finders see it. `message_id` is set for an e-mail; `disclosed` orders deliveries (day received, then number).
    `messages` are the e-mails that stand in it, its own first."""

    id: DocumentId
    kind: str
    date: str
    title: str
    format: str
    pages: tuple[PageView, ...]
    parent: DocumentId | None = None
    message_id: str = ""
    disclosed: tuple[str, int] = ("", 0)
    messages: tuple[HeldMessage, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything that finders may look at: documents that can be read, in order of id, and the names of all files that came."""

    documents: tuple[DocumentView, ...]
    names: tuple[str, ...] = ()
