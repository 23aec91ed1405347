"""Old binary Office files: Word, Excel and PowerPoint of 1997 to 2003. Their text, without the layout."""

from typing import Any

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedDocument, Hidden
from app.ingest.blocks import Block, para
from app.ingest.compose import document_of
from app.ingest.office import compound, doc_early, unlock, xls_early
from app.ingest.office.doc_text import doc_text, early_doc_text
from app.ingest.office.ppt_text import is_presentation, ppt_text, refuse_locked
from app.ingest.office.xls_book import xls_sheets
from app.ingest.reader import CERTAIN, LIKELY, Match, ReaderInfo, ReadOptions
from app.ingest.sheets import sheets_as_blocks

INFO = ReaderInfo(
    formats={"doc": "an old Word document", "xls": "an old Excel workbook", "ppt": "an old PowerPoint presentation"},
    endings={"doc": "doc", "dot": "doc", "xls": "xls", "xlt": "xls", "ppt": "ppt", "pps": "ppt"},
)


def recognise(data: bytes, name: str) -> Match | None:
    """A compound file with the stream of one of the three programs, or a bare file of an earlier one."""
    if not compound.is_compound(data):
        return _recognise_bare(data)
    kind = compound.kind(data)
    return Match(kind, CERTAIN) if kind in INFO.formats else None


def _recognise_bare(data: bytes) -> Match | None:
    if data[1:2] == b"\xa5" and doc_early.is_early(data):
        return Match("doc", LIKELY)
    return Match("xls", LIKELY) if data[0:1] == b"\x09" and xls_early.is_early(data) else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Text and tables; comments, notes, hidden rows and sheets beside them. Raises FileProblem (password, damaged)."""
    if not compound.is_compound(data) and _recognise_bare(data) is not None:
        return _read_bare(data, options)
    kind = compound.kind(data) or INFO.endings.get(name.rsplit(".", 1)[-1].lower(), "doc")
    try:
        return _read(data, kind, options)
    except FileProblem as problem:
        if problem.code != "password":
            raise
        return _read(unlock.unlocked(data, options.candidates), kind, options)


def _read(data: bytes, kind: str, options: ReadOptions) -> ExtractedDocument:
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
            refuse_locked(compound.stream(ole, "Current User"))
            blocks, hidden = _slides(ole)
    return document_of(kind, blocks, options, title=title, properties=properties, hidden=hidden, note=note)


def _read_bare(data: bytes, options: ReadOptions) -> ExtractedDocument:
    """Word 1 and 2, Excel 2 to 4. Raises FileProblem."""
    if doc_early.is_early(data):
        text = early_doc_text(data)
        return document_of("doc", text.blocks, options, hidden=text.hidden)
    blocks, hidden, note = sheets_as_blocks(xls_early.early_sheets(data))
    return document_of("xls", blocks, options, hidden=hidden, note=note)


def _slides(ole: Any) -> tuple[list[Block], list[Hidden]]:
    """PowerPoint 95 kept its text in a stream of its own, and sometimes a copy for PowerPoint 97 beside it."""
    for name in ("PowerPoint Document", "PP97_DUALSTORAGE/PowerPoint Document"):
        stream = compound.stream(ole, name)
        if is_presentation(stream):
            return ppt_text(stream)
    text = compound.stream(ole, "Text_Content").decode("cp1252", errors="replace").replace("\x00", "\n")
    lines = [line for line in text.replace("\x0b", "\n").splitlines() if line.strip()]
    return ([para(line) for line in lines], []) if lines else ppt_text(b"")
