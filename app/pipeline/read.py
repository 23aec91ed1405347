"""Read and understand in one go, so that a file crosses to its child process once."""

from dataclasses import dataclass

from app.domain.extracted import ExtractedDocument
from app.domain.suggestions import CaseFacts, Understanding
from app.ingest.reader import ReadOptions
from app.ingest.registry import read
from app.understand.run import understand


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file read and what understanding suggests for it."""

    document: ExtractedDocument
    suggestions: Understanding


def read_file(data: bytes, name: str, path: str, options: ReadOptions, facts: CaseFacts) -> ReadFile:
    """Bytes to pages and suggestions. Raises FileProblem with a plain reason."""
    document = read(data, name, options)
    if document.kept_only:
        return ReadFile(document, Understanding())
    return ReadFile(document, understand(document, path, facts))
