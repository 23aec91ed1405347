"""Everything a document's text tells, as suggestions with their reasons. Runs in a child process after reading."""

from app.domain.extracted import ExtractedDocument
from app.domain.suggestions import CaseFacts, Understanding
from app.understand import document_date, events, kinds
from app.understand.pages import prepare


def understand(doc: ExtractedDocument, path: str, facts: CaseFacts) -> Understanding:
    """Suggestions for a document that was received as `path`. Never raises on any text."""
    prepared = prepare(doc, path, facts)
    kind = kinds.kind_of(prepared)
    chosen = document_date.choose(prepared, kind.value)
    return Understanding(
        kind=kind,
        date=chosen.suggestion(),
        events=events.find_events(prepared, chosen, kind.value),
    )
