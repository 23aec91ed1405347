"""Small PDFs for the packs of the tests, and a pack from them in one call."""

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

import pikepdf
import pymupdf

from app.bundle.assemble import build
from app.bundle.plan import plan
from app.bundle.sources import PackSource, ScanText
from app.domain.bundles import PackItem, PackResult, PackSpec, Section
from app.domain.ids import DocumentId
from app.domain.words import Word, pack_words

MADE = date(2026, 11, 12)


def text_pdf(*pages: str, size: tuple[float, float] = (595, 842), rotate: int = 0) -> bytes:
    """A page for each text, written at the top left of the unturned page."""
    with pymupdf.open() as document:
        for text in pages:
            page = document.new_page(width=size[0], height=size[1])
            page.insert_text((40, 60), text, fontsize=14)
            page.set_rotation(rotate)
        return bytes(document.tobytes())


def changed(pdf: bytes, change: Any) -> bytes:
    """The PDF after `change(opened)`."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        change(opened)
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()


def scan(text: str, rotate: int = 0, turned: int = 0) -> PackSource:
    """A picture of a line of text with its words as OCR gives them. `rotate` is the page's /Rotate; `turned`: the picture
    itself lies on its side by that many degrees clockwise and has to be turned back."""
    with pymupdf.open() as drawn:
        page = drawn.new_page(width=400, height=600)
        page.insert_text((60, 100), text, fontsize=20)
        words = page.get_text("words")
        matrix = pymupdf.Matrix(2, 2).prerotate(turned)
        picture = page.get_pixmap(matrix=matrix)
    with pymupdf.open() as document:
        wide, high = picture.width / 2, picture.height / 2
        page = document.new_page(width=wide, height=high)
        page.insert_image(page.rect, pixmap=picture)
        page.set_rotation(rotate)
        pdf = bytes(document.tobytes())
    joined, found = "", []
    for x0, y0, x1, y1, word, *_ in words:
        box = _turn((x0, y0, x1, y1), 400, 600, (turned + rotate) % 360)
        found.append(Word(len(joined), len(joined) + len(word), *box, 95))
        joined += word + " "
    return PackSource(pdf, {1: ScanText(joined, pack_words(found), -(turned + rotate) % 360)})


def _turn(
    box: tuple[float, float, float, float], wide: float, high: float, degrees: int
) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = box
    return {
        0: (x0, y0, x1, y1),
        90: (high - y1, x0, high - y0, x1),
        180: (wide - x1, high - y1, wide - x0, high - y0),
        270: (y0, wide - x1, y1, wide - x0),
    }[degrees]


def spec_of(count: int, **items: Any) -> PackSpec:
    """One section with documents 1 to `count`."""
    made = tuple(
        PackItem(DocumentId(n), f"Record {n}", "2021-10-14", "J. Hartley", **items) for n in range(1, count + 1)
    )
    return PackSpec("Ada’s pack", "Ada Brennan", sections=(Section("A", "School records", made),))


def pack_of(
    *sources: PackSource | bytes, counts: Mapping[int, int] | None = None, spec: PackSpec | None = None
) -> PackResult:
    """A pack of these documents, numbered from 1, in one section."""
    given = {DocumentId(n): s if isinstance(s, PackSource) else PackSource(s) for n, s in enumerate(sources, start=1)}
    pages = {key: (counts or {}).get(int(key)) or _pages(source.pdf) for key, source in given.items()}
    return build(plan(spec or spec_of(len(given)), pages), given, MADE)


def _pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def opened(result: PackResult) -> Any:
    """The pack in PyMuPDF."""
    return pymupdf.open(stream=result.pdf, filetype="pdf")


def failed(result: PackResult) -> list[str]:
    """Ids of checks that did not pass."""
    return [check.id for check in result.checks if not check.ok]
