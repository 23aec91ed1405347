"""The one place that loads PyMuPDF for reading: late, since it takes a while, and silent on the terminal."""

import ctypes
import re
import sys
from functools import cache
from typing import Any

Block = tuple[float, float, float, float, str, int, int]
"""x0, y0, x1, y1, text or description, order of painting, kind (0 text, 1 picture, 3 drawing)."""
_TEXT_BLOCK = 0
_HELD_TUPLE, _HELD_TEXT = 3, 2


@cache
def load() -> Any:
    """The `pymupdf` module. Its problems come as exceptions or as a repaired document, never on stderr."""
    import pymupdf

    module: Any = pymupdf
    module.TOOLS.mupdf_display_errors(False)
    module.TOOLS.mupdf_display_warnings(False)
    return module


@cache
def errors() -> tuple[type[Exception], ...]:
    """What PyMuPDF raises on bytes it cannot make sense of."""
    return (RuntimeError, ValueError, TypeError, KeyError, AttributeError, load().mupdf.FzErrorBase)


def grey_picture(page: Any, zoom: float) -> Any:
    """The page with its annotations as a grey `Pixmap`, `zoom` pixels a point."""
    return picture(page, load().Matrix(zoom, zoom), load().csGRAY)


def picture(page: Any, matrix: Any, colours: Any) -> Any:
    """The page as shown, with its annotations, as a `Pixmap` without transparency in a PyMuPDF `Colorspace`.

    It is drawn at once: recording it first, as `get_pixmap` does, crashes on some broken pages. Raises what MuPDF raises.
    """
    pymupdf = load()
    engine = pymupdf.mupdf
    bare = page.this if isinstance(page.this, engine.FzPage) else page.this.super()
    drawn = engine.fz_new_pixmap_from_page(bare, engine.FzMatrix(*matrix), colours.this, 0)
    return pymupdf.Pixmap("raw", drawn)


def object_text(document: Any, xref: int) -> str:
    """A page object with its states of drawing as text, one level of references deep; empty for what is no PDF."""
    try:
        states: str = document.xref_get_key(xref, "Resources/ExtGState")[1]
    except errors():
        return ""
    numbers = [int(part) for part in re.findall(r"(\d+) 0 R", states)]
    return states + "".join(document.xref_object(number) for number in numbers)


def is_plain_sheet(page: Any) -> bool:
    """Whether a page certainly has equal `cropbox` and `mediabox`: it is not cropped and starts at the origin. Quick to tell."""
    engine = load().mupdf
    bare = page.this if isinstance(page.this, engine.PdfPage) else engine.pdf_page_from_fz_page(page.this)
    if not bare.m_internal:
        return False
    entries = bare.obj()
    if engine.pdf_dict_get_inheritable(entries, engine.PDF_ENUM_NAME_CropBox).m_internal:
        return False
    return bool(engine.pdf_to_rect(engine.pdf_dict_get_inheritable(entries, engine.PDF_ENUM_NAME_MediaBox)).y0 == 0)


def has_annotations(document: Any, index: int) -> bool:
    """Whether a page of a PDF (from 0) has a list of annotations or form fields, without loading it. Raises what MuPDF raises."""
    engine = load().mupdf
    page = engine.pdf_lookup_page_obj(engine.pdf_document_from_fz_document(document.this), index)
    return bool(engine.pdf_dict_get(page, engine.PDF_ENUM_NAME_Annots).m_internal)


def has_text_only(textpage: Any) -> bool:
    """Whether no picture and no drawing is among the blocks of a text page: far quicker than listing them."""
    block = textpage.this.m_internal.first_block
    while block and block.type == _TEXT_BLOCK:
        block = block.next
    return not block


def blocks_of(textpage: Any) -> list[Block]:
    """`textpage.extractBLOCKS()` without its leak: PyMuPDF 1.28 keeps a reference to every tuple and text, 65 KB a page.

    Only references beyond those that must exist are given back, so a version without the fault is not harmed.
    """
    found: list[Block] = textpage.extractBLOCKS()
    give_back = _give_back()
    for block in found:
        if len(block[4]) > 1 and sys.getrefcount(block[4]) > _HELD_TEXT:
            give_back(block[4])
        if sys.getrefcount(block) > _HELD_TUPLE:
            give_back(block)
    return found


@cache
def _give_back() -> Any:
    function = ctypes.pythonapi.Py_DecRef
    function.argtypes, function.restype = [ctypes.py_object], None
    return function
