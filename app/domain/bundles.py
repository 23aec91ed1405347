"""Evidence packs: what goes in, in which order, and which page it becomes."""

from dataclasses import dataclass, field

from app.domain.ids import BundleId, DocumentId


@dataclass(frozen=True, slots=True)
class PackItem:
    """A document in a pack. `pages` are its chosen pages in order, from 1; empty means all."""

    document: DocumentId
    title: str
    date: str = ""
    author: str = ""
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the pack with a letter and a title."""

    letter: str
    title: str
    items: tuple[PackItem, ...] = ()


@dataclass(frozen=True, slots=True)
class PackSpec:
    """What a person chose."""

    title: str
    child: str
    subtitle: str = ""
    prepared_by: str = ""
    sections: tuple[Section, ...] = ()
    id: BundleId | None = None


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """An item with its place in the pack: `first` and `last` are page numbers of the pack's PDF, from 1. `number` is the index number."""

    item: PackItem
    section: str
    number: int
    pages: tuple[int, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PackPlan:
    """The finished arithmetic. `front_pages` are cover and index together; `total` the pages of the PDF."""

    spec: PackSpec
    placed: tuple[PlacedItem, ...]
    front_pages: int
    total: int


@dataclass(frozen=True, slots=True)
class PackCheck:
    """A check of a pack: a rule with its source, passed or not, and why."""

    id: str
    title: str
    source: str
    ok: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PackResult:
    """A built pack. `timings` are (stage, seconds)."""

    pdf: bytes
    plan: PackPlan
    checks: tuple[PackCheck, ...] = ()
    timings: tuple[tuple[str, float], ...] = field(default=())
