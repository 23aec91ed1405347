"""Places of a PDF that somebody marked for redaction without taking the words out: they are treated as covered."""

from typing import Any

from app.ingest import mupdf

_REDACT = 12
"""The PDF specification, ISO 32000-2, table 171, as MuPDF numbers it."""


def cover(document: Any) -> None:
    """Paint over every place with an annotation for redaction, so that it is read and shown like any other box."""
    for index in range(document.page_count):
        try:
            page = document.load_page(index)
            if page.first_annot is None:
                continue
            for annot in list(page.annots(types=(_REDACT,))):
                page.draw_rect(annot.rect, color=None, fill=(0, 0, 0))
                page.delete_annot(annot)  # its own frame and words would be seen on top
        except mupdf.errors():
            continue  # counted as lost when its text is read


def carry_out(page: Any) -> None:
    """Take out what is marked on a page that is about to be drawn. Raises what MuPDF raises."""
    marked = [annot.rect for annot in page.annots(types=(_REDACT,))] if page.first_annot is not None else []
    if marked:
        page.apply_redactions()
        for rect in marked:
            page.draw_rect(rect, color=None, fill=(0, 0, 0))
