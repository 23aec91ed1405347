"""Questions to the search and its answers."""

from dataclasses import dataclass

from app.domain.ids import DocumentId


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that matches. `snippet` marks the matched words with U+0002 before and U+0003 after.
    `rank` counts from 1. `words` are the matched words as written on the page, for highlighting.
    `quoted`: they stand there only in an earlier message that is quoted and is held by itself; such pages come last."""

    document: DocumentId
    page: int
    snippet: str
    rank: int
    document_title: str = ""
    document_date: str = ""
    organisation_name: str = ""
    words: tuple[str, ...] = ()
    quoted: bool = False
    file_page: int = 0
    """The page of the file when the document is a part of one; 0 otherwise."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """`total` counts pages; `took_ms` is wall time."""

    query: str
    total: int
    took_ms: float
    hits: tuple[Hit, ...]
    note: str = ""
