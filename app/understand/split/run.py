"""What a child does to split a file: find boundaries, say what each range of pages is, understand parts. Plain values in and out."""

from collections.abc import Sequence

from app.domain.extracted import ExtractedDocument, ExtractedPage
from app.domain.parts import Boundary, PartLabel
from app.domain.suggestions import CaseFacts, Understanding
from app.understand.run import understand
from app.understand.split.detect import detect

Part = tuple[ExtractedDocument, str]
"""A document of some pages of a file, and the path it goes by."""


def find(pages: Sequence[ExtractedPage], outline: Sequence[tuple[str, int]]) -> tuple[Boundary, ...]:
    """Boundaries of a file; see `detect`."""
    return detect(pages, outline)


def label(parts: Sequence[Part], facts: CaseFacts) -> tuple[PartLabel, ...]:
    """Title, kind, date and organisation of each part."""
    return tuple(_label(found) for found in understand_parts(parts, facts))


def understand_parts(parts: Sequence[Part], facts: CaseFacts) -> tuple[Understanding, ...]:
    """Everything about each part."""
    return tuple(understand(document, path, facts) for document, path in parts)


def _label(found: Understanding) -> PartLabel:
    values = (found.title, found.kind, found.date, found.organisation)
    return PartLabel(*(value.value if value else "" for value in values))
