"""Pictures of PDF pages, made in a child process. The last few documents stay open so that paging through them is quick."""

from collections import OrderedDict
from typing import Any, Final

import pymupdf

from app.domain.documents import PageImage
from app.domain.errors import FileProblem
from app.ingest import mupdf, problems

MAX_PIXELS: Final = 40_000_000
"""Most pixels of one picture (120 MB); a larger scale is lowered to fit."""

_MAX_OPEN: Final = 4
_MUPDF_ERRORS: Final = (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase)
_MAX_OPEN_BYTES: Final = 400 * 1024 * 1024
_open: OrderedDict[str, tuple[Any, int]] = OrderedDict()

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


def render_page(pdf: bytes, page: int, scale: float, rotate: int = 0) -> PageImage:
    """Page `page` (from 1) of `pdf` as shown, with `scale` pixels a point, turned `rotate` degrees clockwise (0, 90, 180, 270).

    Raises FileProblem damaged or password.
    """
    with open_pdf(pdf) as document:
        return _draw(document, page, scale, rotate)


def render_cached(key: str, pdf: bytes | None, page: int, scale: float, rotate: int = 0) -> PageImage | None:
    """Like `render_page`, for a document known by `key` (its hash). Without bytes: None if it is not open here any more."""
    document = _remembered(key)
    if document is None:
        if pdf is None:
            return None
        document = open_pdf(pdf)
        _remember(key, document, len(pdf))
    return _draw(document, page, scale, rotate)


def forget() -> None:
    """Close every document that was kept open, as when the case is locked."""
    while _open:
        _open.popitem()[1][0].close()


def open_pdf(pdf: bytes) -> Any:
    """A PyMuPDF document. Raises FileProblem damaged or password."""
    try:
        document = pymupdf.open(stream=pdf, filetype="pdf")
    except _MUPDF_ERRORS as error:
        raise problems.damaged("a PDF") from error
    if document.needs_pass:
        document.close()
        raise problems.password(tried=False)
    return document


def load_page(document: Any, page: int) -> Any:
    """Page `page` from 1. Raises FileProblem damaged."""
    if not 1 <= page <= document.page_count:
        raise no_page(page)
    try:
        return document.load_page(page - 1)
    except _MUPDF_ERRORS as error:
        raise no_page(page) from error


def no_page(page: int) -> FileProblem:
    """The page cannot be shown."""
    return FileProblem(
        "damaged",
        f"Page {page} of this PDF is damaged or missing, so it cannot be shown.",
        "The file is kept exactly as it came, and its other pages can be read.",
        "Ask the sender for a new copy of this file.",
    )


def _draw(document: Any, page: int, scale: float, rotate: int) -> PageImage:
    shown = load_page(document, page)
    scale = fitting_scale(shown.rect.width, shown.rect.height, scale)
    matrix = pymupdf.Matrix(scale, scale).prerotate(rotate)
    try:
        picture = mupdf.picture(shown, matrix, pymupdf.csRGB)
    except _MUPDF_ERRORS as error:
        raise no_page(page) from error
    return PageImage(picture.width, picture.height, picture.stride, bytes(picture.samples_mv))


def fitting_scale(width: float, height: float, scale: float, most: int = MAX_PIXELS) -> float:
    """`scale`, or less where a page of `width` by `height` points would have more than `most` pixels."""
    pixels = width * height * scale * scale
    return scale if pixels <= most else scale * float((most / pixels) ** 0.5)


def _remembered(key: str) -> Any:
    if key not in _open:
        return None
    _open.move_to_end(key)
    return _open[key][0]


def _remember(key: str, document: Any, size: int) -> None:
    _open[key] = (document, size)
    while len(_open) > 1 and (len(_open) > _MAX_OPEN or sum(kept for _, kept in _open.values()) > _MAX_OPEN_BYTES):
        _open.popitem(last=False)[1][0].close()
