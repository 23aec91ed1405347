"""Reads letters back from their files, as a stranger's program would."""

import io
import re
from typing import Any

import docx
import pymupdf

_FOOTER = re.compile(r"Page \d+ of \d+")


def docx_words(data: bytes) -> list[str]:
    """The words of a DOCX in reading order, list numbers put in."""
    document = docx.Document(io.BytesIO(data))
    found: list[str] = []
    number = 0
    for element in document.element.body.iterchildren():
        if element.tag.endswith("}tbl"):
            table = docx.table.Table(element, document)
            found += [cell.text for row in table.rows for cell in row.cells]
        elif element.tag.endswith("}p"):
            number, text = _paragraph(docx.text.paragraph.Paragraph(element, document), number)
            found.append(text)
    return " ".join(found).split()


def _paragraph(paragraph: Any, number: int) -> tuple[int, str]:
    style = paragraph.style.name
    if style == "List Number":
        return number + 1, f"{number + 1}. {paragraph.text}"
    return 0, f"• {paragraph.text}" if style == "List Bullet" else paragraph.text


def pdf_words(data: bytes) -> list[str]:
    """The words of a PDF page by page: footers left out, words that were broken at their own hyphen put together.
    Headers of tables come again on each page."""
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        text = "\n".join(page.get_text("text", sort=False) for page in pdf)
    return _FOOTER.sub("", text).replace("-\n", "-").split()
