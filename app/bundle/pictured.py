"""Pages on which a redaction failed: shown as a picture, so that the words under the box are really gone."""

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from app.domain.errors import OutputProblem
from app.ingest.pdf_marked import carry_out

_DPI = 200
_QUALITY = 85


def as_pictures(pdf: bytes, opened: pikepdf.Pdf, numbers: frozenset[int]) -> dict[int, pikepdf.Object]:
    """For each page number (from 1) a page object of `opened` with nothing but the picture of the page as shown.

    Raises RuntimeError or ValueError when a page cannot be drawn: it must then be left out, never be shown as it is.
    """
    import pymupdf  # few documents need it, and it takes a while to load

    opening: Any = pymupdf.open
    try:
        with opening(stream=pdf, filetype="pdf") as document:
            return {n: _picture(document[n - 1], opened) for n in numbers if n <= document.page_count}
    except pymupdf.mupdf.FzErrorBase as error:
        raise RuntimeError("the page cannot be drawn") from error


def safe_copy(pdf: bytes, numbers: frozenset[int]) -> bytes:
    """The same PDF with those pages as pictures; raises OutputProblem when one cannot be drawn."""
    out = io.BytesIO()
    try:
        with pikepdf.Pdf.open(io.BytesIO(pdf)) as opened:
            for number, picture in as_pictures(pdf, opened, numbers).items():
                opened.pages[number - 1] = pikepdf.Page(picture)
            opened.remove_unreferenced_resources()
            opened.save(out, deterministic_id=True)
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:
        raise OutputProblem(
            "cannot-write",
            "A page with a failed redaction could not be made safe.",
            "Nothing was saved.",
            "Choose other pages, or ask for a page that is properly redacted.",
        ) from error
    return out.getvalue()


def _picture(page: Any, opened: pikepdf.Pdf) -> pikepdf.Object:
    carry_out(page)
    drawn = page.get_pixmap(dpi=_DPI, alpha=False, annots=True)
    image = opened.make_stream(drawn.tobytes("jpg", jpg_quality=_QUALITY))
    image.Type, image.Subtype, image.Filter = Name.XObject, Name.Image, Name.DCTDecode
    image.Width, image.Height = drawn.width, drawn.height
    image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
    wide, high = page.rect.width, page.rect.height
    return opened.make_indirect(
        Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, wide, high]),
            Resources=Dictionary(XObject=Dictionary(P=image)),
            Contents=opened.make_stream(f"{wide:.3f} 0 0 {high:.3f} 0 0 cm /P Do".encode()),
        )
    )
