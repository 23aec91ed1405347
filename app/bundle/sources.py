"""Opening the documents of a pack, and making each page a drawing that holds only what a print would show."""

import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from app.bundle.geometry import Box
from app.bundle.layers import ObjectId, switched_off, without_hidden
from app.bundle.pictured import as_pictures

UNREADABLE = (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, AttributeError, IndexError)
"""What the PDF libraries raise for damaged documents."""

_NEVER_SHOWN = frozenset(
    {
        "/Link",
        "/Popup",
        "/FileAttachment",
        "/Sound",
        "/Movie",
        "/Screen",
        "/3D",
        "/RichMedia",
        "/PrinterMark",
        "/TrapNet",
    }
)
_DEFAULT_BOX: Box = (0.0, 0.0, 612.0, 792.0)
_DEEPEST = 64


@dataclass(frozen=True, slots=True)
class ScanText:
    """What OCR read on a page: `words` packed, with places on the page as shown before it is turned; `upright` degrees
    clockwise that it has to be turned so that a person can read it."""

    text: str
    words: bytes
    upright: int = 0


@dataclass(frozen=True, slots=True)
class PackSource:
    """A document's reading copy as PDF, and the text of its scanned pages, by page from 1.

    `secret` are pages on which a redaction failed: they go into a pack as pictures only, so `scans` should hold their
    visible words.
    """

    pdf: bytes
    scans: dict[int, ScanText] = field(default_factory=dict)
    secret: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page as a form XObject in its source, with the box that it shows, its rotation and its unit."""

    form: pikepdf.Object
    box: Box
    rotate: int
    unit: float


@dataclass(slots=True)
class Source:
    """An opened document: its page objects, its layers that are off, the drawings made, and which page took which stream."""

    pdf: pikepdf.Pdf
    pages: Sequence[pikepdf.Object]
    off: frozenset[ObjectId] = frozenset()
    drawings: dict[int, Drawing] = field(default_factory=dict)
    taken: dict[ObjectId, int] = field(default_factory=dict)


def open_source(given: PackSource, stack: ExitStack) -> Source:
    """Open a document until `stack` closes. Notes, stamps and form values become part of its pages. Raises one of UNREADABLE."""
    pdf = given.pdf
    opened = stack.enter_context(pikepdf.open(io.BytesIO(pdf)))
    pages: list[pikepdf.Object] = [page.obj for page in opened.pages]
    if any(_has_annotations(page) for page in pages):
        opened = _flattened(pdf, opened, stack)
        pages = [page.obj for page in opened.pages]
    if given.secret:
        pictures = as_pictures(pdf, opened, given.secret)
        pages = [pictures.get(at) or page for at, page in enumerate(pages, start=1)]
    return Source(opened, pages, switched_off(opened))


def drawing(source: Source, number: int) -> Drawing:
    """Page `number` (from 1) as a drawing, made once. Raises one of UNREADABLE."""
    if number not in source.drawings:
        source.drawings[number] = _drawing(source, number)
    return source.drawings[number]


def _drawing(source: Source, number: int) -> Drawing:
    page = source.pages[number - 1]
    box = _visible_box(page)
    resources = _inherited(page, "/Resources")
    form = _content(source, page, number)
    form.Type, form.Subtype, form.FormType = Name.XObject, Name.Form, 1
    form.BBox = Array(list(box))
    form.Resources = Dictionary() if resources is None else resources
    if "/Group" in page:
        form.Group = page.Group
    if source.off:
        without_hidden(form, source.off)
    return Drawing(form, box, int(_inherited(page, "/Rotate") or 0) % 360, float(page.get("/UserUnit", 1)))


def _content(source: Source, page: pikepdf.Object, number: int) -> pikepdf.Object:
    """The page's content as one stream: its own where it has one that no other page uses, so that nothing is packed again."""
    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Stream):
        user = source.taken.setdefault(contents.objgen, number)
        return contents if user == number else source.pdf.make_stream(contents.read_bytes())
    if isinstance(contents, pikepdf.Array):
        parts = [part.read_bytes() for part in contents if isinstance(part, pikepdf.Stream)]
        return source.pdf.make_stream(b"\n".join(parts))
    return source.pdf.make_stream(b"")


def _visible_box(page: pikepdf.Object) -> Box:
    """The part of a page that readers show. Raises ValueError when it has no area."""
    media = _ordered(_inherited(page, "/MediaBox")) or _DEFAULT_BOX
    crop = _ordered(_inherited(page, "/CropBox")) or media
    box = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    shown = box if box[2] - box[0] >= 1 and box[3] - box[1] >= 1 else media
    if shown[2] - shown[0] < 1 or shown[3] - shown[1] < 1:
        raise ValueError("the page has no area")
    return shown


def _ordered(box: Any) -> Box | None:
    if box is None or len(box) != 4:
        return None
    x0, y0, x1, y1 = (float(n) for n in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _inherited(page: pikepdf.Object, key: str) -> Any:
    """An attribute of a page or of the nearest node above it that has one."""
    node: Any = page
    for _ in range(_DEEPEST):
        if node is None:
            break
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None


def _has_annotations(page: pikepdf.Object) -> bool:
    found = page.get("/Annots")
    return isinstance(found, pikepdf.Array) and any(kind not in _NEVER_SHOWN for kind in _kinds(found))


def _kinds(annotations: pikepdf.Array) -> Iterator[str]:
    return (str(item.get("/Subtype", "/Link")) for item in annotations if isinstance(item, pikepdf.Dictionary))


def _flattened(pdf: bytes, opened: pikepdf.Pdf, stack: ExitStack) -> pikepdf.Pdf:
    """The document with its annotations and form values drawn into the pages; those without a look of their own get one."""
    import pymupdf  # few documents need it, and it takes a while to load

    tools: Any = pymupdf.TOOLS
    tools.mupdf_display_errors(False)
    tools.mupdf_display_warnings(False)
    opening: Any = pymupdf.open
    try:
        with opening(stream=pdf, filetype="pdf") as document:
            document.bake(annots=True, widgets=True)
            made: bytes = document.tobytes()
        return stack.enter_context(pikepdf.open(io.BytesIO(made)))
    except (RuntimeError, ValueError, pikepdf.PdfError, pymupdf.mupdf.FzErrorBase):
        opened.flatten_annotations("all")
        return opened
