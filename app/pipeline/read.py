"""Read and understand in one go, so that a file crosses to its child process once."""

from dataclasses import replace

from app.domain.extracted import ExtractedDocument
from app.domain.suggestions import CaseFacts, Understanding
from app.ingest.mupdf import load
from app.ingest.reader import ReadOptions
from app.ingest.registry import read
from app.pipeline.values import ReadFile
from app.understand.run import understand

_NOT_UNDERSTOOD = "The text was read, but its dates and kind could not be worked out."


def ready() -> bool:
    """Load what the first file will need."""
    load()
    return True


def read_file(data: bytes, name: str, path: str, options: ReadOptions, facts: CaseFacts) -> ReadFile:
    """Bytes to pages and suggestions. Raises FileProblem with a plain reason."""
    document = read(data, name, options)
    if document.kept_only:
        return ReadFile(document, Understanding())
    return _understood(document, path, facts)


def _understood(document: ExtractedDocument, path: str, facts: CaseFacts) -> ReadFile:
    """The text that was read is kept even when a fault lies in what we make of it; the note says so."""
    try:
        return ReadFile(document, understand(document, path, facts))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - see above: suggestions may fail, the text of a file may not be lost for it
        note = f"{document.note} {_NOT_UNDERSTOOD}".strip()
        return ReadFile(replace(document, note=note), Understanding())
