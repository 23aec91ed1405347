"""PDF. The original is its own reading copy, unless it had to be decrypted or repaired."""

import io
from typing import Any

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedDocument, ExtractedPage, Hidden
from app.ingest import mupdf, pdf_extras, pdf_marked, problems
from app.ingest.pdf_pages import extract_page
from app.ingest.reader import CERTAIN, LIKELY, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(formats={"pdf": "a PDF"}, endings={"pdf": "pdf"})
_HEADER_WITHIN = 1024
_FOR_A_CERTIFICATE = b"/Adobe.PubSec"
_REPAIRED = "The file is damaged; what could be recovered of it is shown."


def recognise(data: bytes, name: str) -> Match | None:
    """`%PDF-` within the first 1,024 bytes, as Acrobat accepts it."""
    at = data.find(b"%PDF-", 0, _HEADER_WITHIN + 5)
    if at < 0 or (at and _is_archive(data)):
        return None
    return Match("pdf", CERTAIN if at == 0 else LIKELY)


def _is_archive(data: bytes) -> bool:
    """A ZIP or TAR whose first member is a PDF that was put in as it is."""
    return data[:4] == b"PK\x03\x04" or data[257:262] == b"ustar"


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Pages with words, comments and form values, attached files. Raises FileProblem (damaged, password, too-large)."""
    locked: FileProblem | None = None
    try:
        document = _attempt(data, options)
    except FileProblem as problem:
        if problem.code != "password":
            raise
        document, locked = None, problem  # qpdf knows some locks that MuPDF does not
    if document is not None:
        return document
    mended = _mended(data, options)
    document = _attempt(mended, options, mended=locked is None) if mended else None
    if document is None:
        raise locked or _refusal(data)
    return document


def _refusal(data: bytes) -> FileProblem:
    """Why nothing opens the file: locked for the holder of a certificate, or damaged."""
    if _FOR_A_CERTIFICATE in data:
        return problems.for_a_certificate("The PDF")
    return problems.damaged("a PDF")


def _attempt(data: bytes, options: ReadOptions, mended: bool = False) -> ExtractedDocument | None:
    """The document; None when MuPDF cannot open it or show any page of it."""
    try:
        with mupdf.load().open(stream=data, filetype="pdf") as document:
            return _read_open(document, data, options, mended)
    except FileProblem:
        raise
    except mupdf.errors():
        return None


def _mended(data: bytes, options: ReadOptions) -> bytes:
    """The file written anew by qpdf, which finds objects that MuPDF gives up on; empty when it cannot either."""
    import pikepdf

    for password in ("", *options.candidates):
        try:
            with pikepdf.open(io.BytesIO(data), password=password) as document:
                out = io.BytesIO()
                document.save(out, encryption=False, deterministic_id=True)
                return out.getvalue()
        except pikepdf.PasswordError:
            continue
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError):
            return b""
    return b""


def _read_open(document: Any, data: bytes, options: ReadOptions, mended: bool) -> ExtractedDocument | None:
    encrypted = _unlock(document, options) or bool((document.metadata or {}).get("encryption"))
    count = document.page_count
    if not count:
        return None
    if count > options.limits.max_pages:
        raise problems.too_large(f"The PDF has {count:,} pages; at most {options.limits.max_pages:,} are read at once.")
    copy = _copy(document, data, encrypted, mended) if options.want_reading_copy else b""
    extras = pdf_extras.collect(document, options)
    if extras.drawn:
        pdf_marked.cover(document)
        _bake(document)
    pages, hidden, lost = _pages(document)
    if lost == count:
        return None
    if document.is_repaired and not copy and options.want_reading_copy:
        copy = _repaired(data)
    return ExtractedDocument(
        format="pdf",
        pages=tuple(pages),
        reading_copy=copy,
        title=extras.title,
        properties=extras.properties,
        members=extras.members,
        hidden=tuple(hidden) + _told(extras.hidden, hidden),
        note=_note(mended or bool(document.is_repaired), lost),
        outline=extras.outline,
    )


def _told(extras: tuple[Hidden, ...], insecure: list[Hidden]) -> tuple[Hidden, ...]:
    """Without the words under highlights of pages on which a redaction failed: they may be the very ones."""
    pages = {item.page for item in insecure}
    return tuple(h for h in extras if h.page not in pages or h.kind not in pdf_extras.QUOTING)


def _copy(document: Any, data: bytes, encrypted: bool, mended: bool) -> bytes:
    """A copy without encryption and with a sound structure, where the original lacks one of them."""
    if encrypted or document.is_repaired:
        made: bytes = document.tobytes(encryption=1, no_new_id=True)
        return made
    return data if mended else b""


def _repaired(data: bytes) -> bytes:
    """The whole file written anew, for damage that shows itself only when pages are read."""
    with mupdf.load().open(stream=data, filetype="pdf") as document:
        for index in range(document.page_count):
            try:
                document.load_page(index)
            except mupdf.errors():
                continue
        made: bytes = document.tobytes(no_new_id=True)
    return made


def _bake(document: Any) -> None:
    """Make annotations and form fields part of the pages, as they are when shown; a broken one stays out."""
    try:
        document.bake()
    except mupdf.errors():
        return


def _unlock(document: Any, options: ReadOptions) -> bool:
    if not document.needs_pass:
        return False
    candidates = options.candidates
    if any(document.authenticate(password) for password in candidates):
        return True
    raise problems.password(tried=bool(candidates))


def _pages(document: Any) -> tuple[list[ExtractedPage], list[Hidden], int]:
    """All pages; one that MuPDF cannot interpret becomes a blank page, and is counted."""
    pages: list[ExtractedPage] = []
    hidden: list[Hidden] = []
    lost = 0
    for index in range(document.page_count):
        try:
            page, found = extract_page(document.load_page(index), index + 1)
        except mupdf.errors():
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
