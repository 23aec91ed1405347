"""What is true of the example family: every file, the events in it, ten planted inaccuracies with their proof,
what the parent remembers, and the marks that are already made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.demo.blocks import Record, strings
from app.demo.markup import parse
from app.demo.world import Dated, World
from app.domain.documents import Status
from app.domain.events import OwnEntry
from app.domain.issues import Remedy, Wrong
from app.domain.marks import MarkKind
from app.domain.people import CaseDetails, NewOrganisation

if TYPE_CHECKING:
    from app.demo.build import Built  # its makers of every format are heavy to load


@dataclass(frozen=True, slots=True)
class EventTruth:
    """A dated thing in a file: `page` from 1, `edtf` what the words mean, `words` as printed, `form` the letter of
    `world.FORMS` it is written in ('"' for words such as "last Tuesday")."""

    path: str
    page: int
    edtf: str
    words: str
    form: str


@dataclass(frozen=True, slots=True)
class FileTruth:
    """A file. `disclosure` indexes `family.DISCLOSURES`; `organisation` is the name of who gave it; `status` as right
    after import, before scans are read; `pages` 0 when the format has no pages of its own; `scanned` page numbers;
    `parent` the file it lies in ("" for files given), `path` then continues the parent's with a slash;
    `texts` the words of each page, white space folded."""

    path: str
    disclosure: int
    organisation: str
    kind: str
    date: str
    title: str
    author: str
    status: Status
    pages: int
    scanned: tuple[int, ...] = ()
    password: str = ""
    duplicate_of: str = ""
    parent: str = ""
    texts: tuple[str, ...] = ()
    events: tuple[EventTruth, ...] = ()
    secret: tuple[str, ...] = ()
    """Words under a redaction that is not secure; they must never be shown."""


@dataclass(frozen=True, slots=True)
class Place:
    """Exact words on a page of a file."""

    path: str
    page: int
    quote: str


@dataclass(frozen=True, slots=True)
class Inaccuracy:
    """A planted mistake with its proof elsewhere."""

    title: str
    says: Place
    wrong: Wrong
    wrong_text: str
    right: str
    proofs: tuple[Place, ...]
    remedies: tuple[Remedy, ...] = (Remedy.CORRECT, Remedy.NOTIFY)
    recipients: str = ""


@dataclass(frozen=True, slots=True)
class MarkTruth:
    """A mark of the example. With an empty quote it is an area: `rect` in points of the page as shown, origin top left.
    `inaccuracy` is the title of the inaccuracy that the mark belongs to, or empty."""

    kind: MarkKind
    place: Place
    note: str = ""
    rect: tuple[float, float, float, float] | None = None
    inaccuracy: str = ""


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything that can be known without making a file."""

    family: CaseDetails
    organisations: tuple[NewOrganisation, ...]
    inaccuracies: tuple[Inaccuracy, ...]
    own_entries: tuple[OwnEntry, ...]
    marks: tuple[MarkTruth, ...]


def file_truth(world: World, record: Record, made: "Built", disclosure: int, organisation: str) -> FileTruth:
    """The truth about a file given."""
    path = world.text(record.path)
    copied = world.text(str(record.option("of", "")))
    return FileTruth(
        path=path,
        disclosure=disclosure,
        organisation=organisation,
        kind=record.kind,
        date=world.edtf(record.date),
        title=world.text(record.title),
        author=world.text(record.author),
        status=_status(record, made),
        pages=len(made.texts) if made.paged else 0,
        scanned=made.scanned,
        password=world.text(str(record.option("password", ""))),
        duplicate_of=copied,
        texts=made.texts,
        events=() if copied else tuple(_events(world, record, made, path)),
        secret=tuple(world.text(str(words)) for words in _covered(record)),
    )


def member_truths(
    world: World, made: "Built", parent: str, disclosure: int, organisation: str
) -> tuple[FileTruth, ...]:
    """The truth about the files inside a file, however deep."""
    found: list[FileTruth] = []
    for name, record, member in made.members:
        path = f"{parent}/{name}"
        truth = file_truth(world, record, member, disclosure, organisation)
        events = tuple(EventTruth(path, e.page, e.edtf, e.words, e.form) for e in truth.events)
        fields = {name: getattr(truth, name) for name in FileTruth.__slots__}
        found.append(FileTruth(**{**fields, "path": path, "parent": parent, "events": events}))
        found.extend(member_truths(world, member, path, disclosure, organisation))
    return tuple(found)


def dates_of(world: World, record: Record) -> tuple[Dated, ...]:
    """The dates that a reader of the document sees, in order."""
    if record.how in _RAW:
        return world.dates(record.body)
    return tuple(dated for text in strings(parse(record.body)) for dated in world.dates(text))


_RAW = frozenset({"eml", "msg", "txt"})
"""Makers that take the body as it is, not as short hand."""


def _covered(record: Record) -> tuple[object, ...]:
    value = record.option("covered", ())
    return value if isinstance(value, tuple) else ()


_STATUS: Mapping[str, Status] = {
    "locked": Status.PASSWORD,
    "cut": Status.DAMAGED,
    "system": Status.JUNK,
    "copy": Status.DUPLICATE,
}


def _status(record: Record, made: "Built") -> Status:
    return _STATUS.get(record.how, Status.OCR_PENDING if made.scanned else Status.READY)


def _events(world: World, record: Record, made: "Built", path: str) -> list[EventTruth]:
    """Each date that is an event, on the first page from the last one's on that shows its words."""
    events: list[EventTruth] = []
    at, used = 0, 0
    for dated in dates_of(world, record):
        for page in range(at, len(made.texts)):
            place = made.texts[page].find(dated.words, used if page == at else 0)
            if place >= 0:
                at, used = page, place + len(dated.words)
                if dated.event:
                    events.append(EventTruth(path, page + 1, dated.edtf, dated.words, dated.form))
                break
    return events
