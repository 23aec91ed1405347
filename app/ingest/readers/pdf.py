"""PDF. The original is its own reading copy, unless it had to be decrypted or repaired."""

from typing import Any

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedDocument, ExtractedPage, Hidden
from app.ingest import mupdf, pdf_extras, problems
from app.ingest.pdf_pages import extract_page
from app.ingest.reader import CERTAIN, LIKELY, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(formats={"pdf": "a PDF"}, endings={"pdf": "pdf"})
_HEADER_WITHIN = 1024
_REPAIRED = "The file is damaged; what could be recovered of it is shown."


def recognise(data: bytes, name: str) -> Match | None:
    """`%PDF-` within the first 1,024 bytes, as Acrobat accepts it."""
    at = data.find(b"%PDF-", 0, _HEADER_WITHIN + 5)
    if at < 0:
        return None
    return Match("pdf", CERTAIN if at == 0 else LIKELY)


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Pages with words, comments and form values, attached files. Raises FileProblem (damaged, password, too-large)."""
    pymupdf = mupdf.load()
    try:
        with pymupdf.open(stream=data, filetype="pdf") as document:
            return _read_open(document, options)
    except FileProblem:
        raise
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase) as error:
        raise problems.damaged("a PDF") from error


def _read_open(document: Any, options: ReadOptions) -> ExtractedDocument:
    encrypted = _unlock(document, options) or bool((document.metadata or {}).get("encryption"))
    count = document.page_count
    if not count:
        raise problems.damaged("a PDF")
    if count > options.limits.max_pages:
        raise problems.too_large(f"The PDF has {count:,} pages; at most {options.limits.max_pages:,} are read at once.")
    repaired = bool(document.is_repaired)
    copy = b""
    if (encrypted or repaired) and options.want_reading_copy:
        copy = document.tobytes(encryption=1, no_new_id=True)
    extras = pdf_extras.collect(document, options)
    if extras.drawn:
        document.bake()
    pages, hidden, lost = _pages(document)
    if lost == count:
        raise problems.damaged("a PDF")
    return ExtractedDocument(
        format="pdf",
        pages=tuple(pages),
        reading_copy=copy,
        title=extras.title,
        properties=extras.properties,
        members=extras.members,
        hidden=tuple(hidden) + extras.hidden,
        note=_note(repaired, lost),
    )


def _unlock(document: Any, options: ReadOptions) -> bool:
    if not document.needs_pass:
        return False
    candidates = options.candidates
    if any(document.authenticate(password) for password in candidates):
        return True
    raise problems.password(tried=bool(candidates))


def _pages(document: Any) -> tuple[list[ExtractedPage], list[Hidden], int]:
    """All pages; one that MuPDF cannot interpret becomes a page to be read from its picture, and is counted."""
    pymupdf = mupdf.load()
    pages: list[ExtractedPage] = []
    hidden: list[Hidden] = []
    lost = 0
    for index in range(document.page_count):
        try:
            page, found = extract_page(document.load_page(index), index + 1)
        except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):
            page, found = ExtractedPage("", blank=True), ()
            lost += 1
        pages.append(page)
        hidden.extend(found)
    return pages, hidden, lost


def _note(repaired: bool, lost: int) -> str:
    if lost:
        pages = "1 page" if lost == 1 else f"{lost} pages"
        return f"The file is damaged: {pages} of it could not be shown."
    return _REPAIRED if repaired else ""
