"""What comes back from the child that reads a file."""

from dataclasses import dataclass

from app.domain.extracted import ExtractedDocument
from app.domain.suggestions import Understanding


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file read and what understanding suggests for it."""

    document: ExtractedDocument
    suggestions: Understanding
