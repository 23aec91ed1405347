"""What the reader asks services for, gathered on a worker thread so that one answer fills one part of the screen."""

from dataclasses import dataclass
from typing import Any

from app.domain.corrections import Correction
from app.domain.documents import Disclosure, DocumentDetail, DocumentRow, PageInfo
from app.domain.events import TimelineEntry
from app.domain.ids import DocumentId
from app.domain.marks import Mark
from app.domain.people import Organisation
from app.system.files import write_output
from app.ui.models.document_words import held
from app.ui.screens.reader.presenter import reading_order, suggestions


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with all that the top and the pages need."""

    detail: DocumentDetail
    infos: tuple[PageInfo, ...]
    kinds: dict[str, str]
    disclosures: tuple[Disclosure, ...]
    organisations: tuple[Organisation, ...]

    @property
    def row(self) -> DocumentRow:
        """The document as lists show it."""
        return self.detail.row


@dataclass(frozen=True, slots=True)
class Noted:
    """What people and rules found on the pages. `refs` are issue references by issue id."""

    marks: tuple[Mark, ...]
    refs: dict[int, str]
    dates: tuple[TimelineEntry, ...]
    corrections: tuple[Correction, ...] = ()


def opened(services: Any, case: Any, document: DocumentId) -> Opened:
    """Everything about a document that does not depend on marks."""
    browsing = services.browsing
    return Opened(
        browsing.document(case, document),
        browsing.pages(case, document),
        dict(browsing.kinds()),
        browsing.disclosures(case),
        browsing.organisations(case),
    )


def noted(services: Any, case: Any, document: DocumentId) -> Noted:
    """Marks, the references of their issues, and dates that wait."""
    marks = services.annotating.marks(case, document)
    refs = {issue.id: issue.ref for issue in services.annotating.issues(case)} if any(m.issue for m in marks) else {}
    timing = services.timing
    entries = timing.entries(case, timing.TimelineFilter(document=document))
    corrections = services.correcting.corrections(case, document)
    return Noted(marks, refs, suggestions(entries, document), corrections)


def order(services: Any, case: Any) -> tuple[DocumentId, ...]:
    """All documents in reading order."""
    return reading_order(held(services.browsing.documents(case)))


def words_of(services: Any, case: Any, document: DocumentId, page: int) -> tuple[DocumentId, int, Any]:
    """The words of a page, with its document and number."""
    return document, page, services.browsing.words(case, document, page)


def save_original(services: Any, case: Any, document: DocumentId, path: Any) -> str:
    """Write the original, byte for byte, to a place that a person chose. Returns the name."""
    write_output(path, services.browsing.original(case, document))
    return str(path.name)


def mark_words(services: Any, case: Any, place: tuple[DocumentId, int, int, int], kind: Any) -> Any:
    """Mark a span (document, page, start, end). Returns what `add_mark` returns."""
    anchor = services.annotating.anchor_for_span(case, *place)
    return services.annotating.add_mark(case, anchor, kind)


def prove(services: Any, case: Any, issue: int, place: tuple[DocumentId, int, int, int]) -> Any:
    """Send a span to the proof of an issue. Returns the change."""
    return services.annotating.add_proof(case, issue, services.annotating.anchor_for_span(case, *place))
