"""The one place that loads PyMuPDF for reading: late, since it takes a while, and silent on the terminal."""

from functools import cache
from typing import Any


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
    """The page as a grey `Pixmap`, drawn at once: recording it first, as `get_pixmap` does, crashes on some broken pages."""
    pymupdf = load()
    engine = pymupdf.mupdf
    bare = page.this if isinstance(page.this, engine.FzPage) else page.this.super()
    matrix = engine.FzMatrix(zoom, 0, 0, zoom, 0, 0)
    return pymupdf.Pixmap("raw", engine.fz_new_pixmap_from_page(bare, matrix, engine.fz_device_gray(), 0))
