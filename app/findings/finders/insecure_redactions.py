"""Boxes that do not hide the words beneath from a computer. The words themselves were dropped when the file was read."""

from collections.abc import Iterable

from app.domain.findings import CaseView, FindingKind, Found

KIND = FindingKind.INSECURE
_REASON = (
    "Redaction not secure: words beneath a box on this page can still be read by a computer. "
    "Fairfile has not kept them. The organisation should be told."
)


def find(view: CaseView) -> Iterable[Found]:
    """One finding for each page, with the places and never the words."""
    for document in view.documents:
        for page in document.pages:
            if page.unsafe:
                yield Found(KIND, document.id, page.number, str(page.number), _REASON, rects=page.unsafe)
