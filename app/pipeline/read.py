"""Read and understand in one go, so that a file crosses to its child process once."""

from app.domain.suggestions import CaseFacts, Understanding
from app.ingest.mupdf import load
from app.ingest.reader import ReadOptions
from app.ingest.registry import read
from app.pipeline.values import ReadFile
from app.understand.run import understand


def ready() -> bool:
    """Load what the first file will need."""
    load()
    return True


def read_file(data: bytes, name: str, path: str, options: ReadOptions, facts: CaseFacts) -> ReadFile:
    """Bytes to pages and suggestions. Raises FileProblem with a plain reason."""
    document = read(data, name, options)
    if document.kept_only:
        return ReadFile(document, Understanding())
    return ReadFile(document, understand(document, path, facts))
