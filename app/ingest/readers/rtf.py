"""Rich text (RTF)."""

from app.domain.extracted import ExtractedDocument
from app.ingest import problems
from app.ingest.compose import document_of
from app.ingest.reader import CERTAIN, Match, ReaderInfo, ReadOptions
from app.ingest.rtf import rtf_text

INFO = ReaderInfo(formats={"rtf": "a rich text document"}, endings={"rtf": "rtf"})


def recognise(data: bytes, name: str) -> Match | None:
    """`{\\rtf` at the start, spaces allowed."""
    return Match("rtf", CERTAIN) if data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rt") else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Text, tables, pictures and notes; comments, hidden and deleted text beside them. Raises FileProblem damaged."""
    if recognise(data, name) is None:
        raise problems.damaged(INFO.formats["rtf"])
    found = rtf_text(data)
    if not found.blocks and data.rstrip(b"\x00 \r\n")[-1:] != b"}":
        raise problems.damaged(INFO.formats["rtf"])
    title = found.info.pop("title", "")
    cut = data.rstrip(b"\x00 \r\n\x1a")[-1:] != b"}"
    note = "The end of the file is missing; what is there is shown." if cut else ""
    return document_of("rtf", found.blocks, options, title=title, properties=found.info, hidden=found.hidden, note=note)
