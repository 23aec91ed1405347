"""Views of invented cases for tests of finders."""

from app.domain.findings import CaseView, DocumentView, PageView
from app.domain.ids import DocumentId


def document(
    number: int, *texts: str, kind: str = "letter", date: str = "", scan: bool = False, message: str = ""
) -> DocumentView:
    """A document with a page for each text."""
    pages = tuple(PageView(n, text, scan=scan) for n, text in enumerate(texts, 1))
    return DocumentView(
        DocumentId(number), kind, date, "", "pdf", pages, message_id=message, disclosed=("2026", number)
    )


def case(*documents: DocumentView) -> CaseView:
    """A case of these documents."""
    return CaseView(documents)
