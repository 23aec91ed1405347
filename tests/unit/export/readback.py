"""Reading PDFs of the exports back."""

import io

import pikepdf
import pymupdf


def words_of(pdf: bytes) -> str:
    """All text of a PDF on one line, with soft breaks taken out."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        text = " ".join(page.get_text() for page in document)
    return " ".join(text.replace("\u200b", "").split())


def assert_accessible(pdf: bytes, title: str) -> None:
    """The marks of PDF/UA-1 that a file carries: declared, tagged, titled, in British English."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert b"pdfuaid" in opened.Root.Metadata.read_bytes()
        assert bool(opened.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in opened.Root
        assert str(opened.Root.Lang) == "en-GB"
        assert str(opened.docinfo.Title) == title
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
