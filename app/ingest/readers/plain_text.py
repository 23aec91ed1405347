"""Plain text in any usual encoding."""

from app.domain.extracted import ExtractedDocument
from app.ingest import problems
from app.ingest.compose import document_of
from app.ingest.encodings import decode
from app.ingest.reader import POSSIBLE, Match, ReaderInfo, ReadOptions
from app.ingest.reading_copy import lines_as_blocks

INFO = ReaderInfo(
    formats={"txt": "a text file"},
    endings={"txt": "txt", "text": "txt", "log": "txt", "md": "txt", "asc": "txt", "ini": "txt", "json": "txt", "xml": "txt"},
)  # fmt: skip

_MOST_LETTERS = 10_000_000
"""About 1,800 pages."""


def recognise(data: bytes, name: str) -> Match | None:
    """Anything that decodes as text; every other reader of text formats scores more."""
    return Match("txt", POSSIBLE) if decode(data[:65536]) is not None or decode(data) is not None else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Paragraphs as typed. Raises FileProblem unsupported for bytes that are no text."""
    text = decode(data)
    if text is None:
        raise problems.unsupported("The file is named like a text but what is in it is not text.")
    note = ""
    if len(text) > _MOST_LETTERS:
        text, note = text[:_MOST_LETTERS], "The file holds very much text: the reading copy shows the first part of it."
    kind = "mono" if _is_laid_out(text) else ""
    return document_of("txt", lines_as_blocks(text, kind), options, note=note)


def _is_laid_out(text: str) -> bool:
    """True for text whose columns are made with spaces, which only line up in a fixed width."""
    lines = [line for line in text.splitlines()[:400] if line.strip()]
    spaced = sum(1 for line in lines if "   " in line.strip() or "\t" in line.strip())
    return len(lines) > 3 and spaced > 0.3 * len(lines)
