"""What running today's rules over stored text changed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactChange:
    """`name` is kind, date, title, organisation or authors; `before` and `after` as people read them, dates as EDTF."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry of the timeline that came or went. `date` is EDTF."""

    page: int
    date: str
    date_text: str
    title: str
    quote: str


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document of which something changed."""

    document: int
    path: str
    facts: tuple[FactChange, ...] = ()
    added: tuple[EntryChange, ...] = ()
    removed: tuple[EntryChange, ...] = ()


@dataclass(frozen=True, slots=True)
class RunReport:
    """What changed when the rules were run again. `kept` counts decisions of a person that stayed."""

    documents: int = 0
    documents_changed: int = 0
    entries_added: int = 0
    entries_removed: int = 0
    findings_added: int = 0
    findings_removed: int = 0
    kept: int = 0
    changes: tuple[DocumentChange, ...] = ()
