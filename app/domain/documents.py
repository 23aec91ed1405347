"""Documents as the store gives them back."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.extracted import Hidden, MailHeaders
from app.domain.ids import DisclosureId, DocumentId, OrganisationId, RequestId
from app.domain.suggestions import OtherDate


class Status(StrEnum):
    """The status of a received file, as in the command line contract; `waiting` is copied in and not read yet.
    `joined` was a part of a split file and is none any more; lists do not show it."""

    WAITING = "waiting"
    READY = "ready"
    OCR_PENDING = "ocr-pending"
    PASSWORD = "password"
    DAMAGED = "damaged"
    UNSUPPORTED = "unsupported"
    JUNK = "junk"
    DUPLICATE = "duplicate"
    JOINED = "joined"


PROBLEM_STATUSES = frozenset({Status.PASSWORD, Status.DAMAGED, Status.UNSUPPORTED})
READABLE_STATUSES = frozenset({Status.READY, Status.OCR_PENDING})


class ReadState(StrEnum):
    """What the parent did with a document."""

    UNREAD = "unread"
    READ = "read"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One delivery of files: from whom and when. `received` is EDTF or empty. `number` counts deliveries of that organisation from 1."""

    id: DisclosureId
    organisation: OrganisationId | None
    organisation_name: str
    received: str
    request: RequestId | None
    started: str
    finished: str
    number: int
    files: int


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A received file as lists show it. Dates are EDTF. `*_decided`: a person chose it, suggestions never overwrite it.
    `redacted_area` is the share of its pages covered, 0 to 1."""

    id: DocumentId
    path: str
    sha256: str
    bytes: int
    format: str
    status: Status
    problem: str
    next_step: str
    duplicate_of: DocumentId | None
    version_group: int | None
    kind: str
    kind_reason: str
    kind_decided: bool
    organisation: OrganisationId | None
    organisation_name: str
    organisation_reason: str
    organisation_decided: bool
    authors: tuple[str, ...]
    author_reason: str
    date: str
    date_reason: str
    date_decided: bool
    title: str
    title_reason: str
    title_decided: bool
    pages: int
    scanned_pages: int
    pending_pages: int
    ocr_confidence: float | None
    redacted_area: float
    thread: int | None
    parent: DocumentId | None
    disclosure: DisclosureId
    disclosure_number: int
    read: ReadState
    last_page: int
    marks: int
    places: tuple[str, ...]
    """Every path the same bytes were received under, this one first."""
    part_first: int = 0
    """First page in the file that this document is a part of (`parent`); 0 when it is a file of its own."""
    part_last: int = 0
    split: str = ""
    """Of a large file: looked, split, whole (kept so by a person); see `domain.parts.SplitView`."""
    tags: tuple[str, ...] = ()
    """Words that a person put on it."""

    @property
    def is_container(self) -> bool:
        """Whether its documents are listed by themselves: its pages are theirs."""
        return self.split == "split"


@dataclass(frozen=True, slots=True)
class DocumentDetail:
    """A document with everything else known about it."""

    row: DocumentRow
    properties: dict[str, str]
    hidden: tuple[Hidden, ...]
    mail: MailHeaders | None
    children: tuple[DocumentRow, ...]
    note: str
    other_dates: tuple[OtherDate, ...] = ()


@dataclass(frozen=True, slots=True)
class PageInfo:
    """A page without its words. `ocr` is one of none, pending, done, failed; `reading` has codes of `domain.reading_notes`."""

    number: int
    width: float
    height: float
    scan: bool
    blank: bool
    rotation: int
    ocr: str
    ocr_confidence: float | None
    text: str
    reading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageImage:
    """A rendered page: `pixels` is RGB, three bytes a pixel, rows top to bottom, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes
