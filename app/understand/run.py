"""Everything a document's text tells, as suggestions with their reasons. Runs in a child process after reading."""

from app.domain.extracted import ExtractedDocument
from app.domain.suggestions import CaseFacts, Understanding
from app.understand import document_date, events, kinds, organisations, other_dates, people, titles
from app.understand.layout import layout_of
from app.understand.mails.messages import messages_of
from app.understand.mentions import mentions_of
from app.understand.pages import prepare


def understand(doc: ExtractedDocument, path: str, facts: CaseFacts) -> Understanding:
    """Suggestions for a document that was received as `path`. Never raises on any text."""
    prepared = prepare(doc, path, facts)
    layout = layout_of(prepared.pages)
    kind = kinds.kind_of(prepared)
    chosen = document_date.choose(prepared, kind.value)
    authors = people.authors_of(prepared, layout)
    messages = messages_of(doc)
    family = people.by_family(prepared, layout, authors)
    organisation, organisation_kind = organisations.organisation_of(prepared, layout, kind.value, family)
    return Understanding(
        kind=kind,
        date=chosen.suggestion(),
        organisation=organisation,
        organisation_kind=organisation_kind,
        title=titles.title_of(prepared, layout, kind.value, organisation.value if organisation else ""),
        authors=authors,
        people=mentions_of(prepared, layout, authors, messages),
        events=events.find_events(prepared, chosen, kind.value),
        messages=messages,
        other_dates=other_dates.other_dates(prepared, chosen),
    )
