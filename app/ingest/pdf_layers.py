"""Layers of a PDF that are switched off: what a reader would show if somebody switched them on."""

from collections import Counter
from typing import Any

from app.domain.extracted import Hidden
from app.ingest import mupdf
from app.ingest.pdf_pages import extract_page

_MOST_PAGES = 500


def concealed(document: Any) -> list[Hidden]:
    """The words that stand in no layer that is shown, page by page; only the names of the layers where there are none.

    What lies under a box stays out, as everywhere. Costs nothing for a file without such layers.
    """
    try:
        names = [str(layer["name"]) for layer in document.get_ocgs().values() if not layer["on"]]
        if not names:
            return []
        found = _words(document, ", ".join(names)) if document.page_count <= _MOST_PAGES else []
    except mupdf.errors():
        return []
    return found or [Hidden("layer", name) for name in names]


def _words(document: Any, names: str) -> list[Hidden]:
    data = document.tobytes(encryption=1, no_new_id=True)
    as_shown, all_on = (mupdf.load().open(stream=data, filetype="pdf") for _ in range(2))
    with as_shown, all_on:
        all_on.set_layer(-1, basestate="ON", off=[])
        with mupdf.load().open(stream=all_on.tobytes(), filetype="pdf") as lit:
            pages = [(number, _more(as_shown, lit, number)) for number in range(as_shown.page_count)]
    return [Hidden("layer", f"{names}: {text}", page=number + 1) for number, text in pages if text]


def _more(as_shown: Any, lit: Any, number: int) -> str:
    """The words of a page with all layers that it does not have as shown, in their order."""
    known = Counter(extract_page(as_shown.load_page(number), number + 1)[0].text.split())
    more = []
    for word in extract_page(lit.load_page(number), number + 1)[0].text.split():
        if known[word]:
            known[word] -= 1
        else:
            more.append(word)
    return " ".join(more)
