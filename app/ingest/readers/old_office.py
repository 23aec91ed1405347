"""Old binary Office files: Word, Excel and PowerPoint of 1997 to 2003. Their text, without the layout."""

from app.domain.extracted import ExtractedDocument
from app.ingest import problems
from app.ingest.compose import document_of
from app.ingest.office import compound
from app.ingest.office.doc_text import doc_text
from app.ingest.office.ppt_text import ppt_text
from app.ingest.office.xls_book import xls_sheets
from app.ingest.reader import CERTAIN, Match, ReaderInfo, ReadOptions
from app.ingest.sheets import sheets_as_blocks

INFO = ReaderInfo(
    formats={"doc": "an old Word document", "xls": "an old Excel workbook", "ppt": "an old PowerPoint presentation"},
    endings={"doc": "doc", "dot": "doc", "xls": "xls", "xlt": "xls", "ppt": "ppt", "pps": "ppt"},
)


def recognise(data: bytes, name: str) -> Match | None:
    """A compound file with the stream of one of the three programs."""
    kind = compound.kind(data)
    return Match(kind, CERTAIN) if kind in INFO.formats else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Text and tables; comments, notes, hidden rows and sheets beside them. Raises FileProblem (password, damaged)."""
    kind = compound.kind(data) or "doc"
    what = INFO.formats.get(kind, INFO.formats["doc"])
    note = ""
    with compound.opened(data, what) as ole:
        title, properties = compound.properties(ole)
        if kind == "doc":
            text = doc_text(ole)
            blocks, hidden = text.blocks, text.hidden
        elif kind == "xls":
            book = compound.stream(ole, "Workbook") or compound.stream(ole, "Book")
            blocks, hidden, note = sheets_as_blocks(xls_sheets(book))
        else:
            blocks, hidden = ppt_text(compound.stream(ole, "PowerPoint Document"))
            if not blocks and not hidden:
                raise problems.damaged(what)
    return document_of(kind, blocks, options, title=title, properties=properties, hidden=hidden, note=note)
