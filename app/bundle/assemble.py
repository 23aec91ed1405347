"""Building the PDF of a pack in a child process: merge, number, make searchable, link, bookmark, save.

Each source page becomes a drawing on a clean A4 sheet of ours, so its own graphics state, rotation, boxes and units
cannot disturb the page number, and whatever lies outside its visible box stays out of sight.
"""

import io
import logging
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date

import pikepdf
from pikepdf import Array, Dictionary, Name

from app.bundle import glyphless
from app.bundle.check import check
from app.bundle.geometry import A4_LONG, A4_SHORT, Fit, fit, numbers
from app.bundle.index import front
from app.bundle.names import NUMBER_FONT, PAGE, TEXT_FONT
from app.bundle.navigation import add_navigation
from app.bundle.number_font import NumberFont, number_font, number_operators
from app.bundle.sources import UNREADABLE, PackSource, ScanText, Source, drawing, open_source
from app.bundle.text_layer import layer
from app.bundle.tidy import Tidy
from app.domain.bundles import PackPlan, PackResult, PlacedItem
from app.domain.errors import OutputProblem
from app.domain.ids import DocumentId
from app.domain.words import unpack_words
from app.system.typesetting import typeset

_KIDS = 64


@dataclass(slots=True)
class _Pack:
    """The PDF in work. `opened` stay open until it is saved, because their streams are read only then."""

    pdf: pikepdf.Pdf
    digits: NumberFont
    text_font: pikepdf.Object
    opened: ExitStack
    sources: dict[DocumentId, Source | None] = field(default_factory=dict)
    sheets: list[pikepdf.Object] = field(default_factory=list)
    tidy: Tidy = field(default_factory=Tidy)
    missing: list[int] = field(default_factory=list)


def build(plan: PackPlan, sources: Mapping[DocumentId, PackSource], made: date) -> PackResult:
    """The finished pack. A page that cannot be read is replaced by one that says so, and the checks name it.

    Raises OutputProblem when there is nothing to put in.
    """
    if not plan.placed:
        raise OutputProblem("nothing-to-write", "There are no pages in this pack yet.", "", "Choose documents first.")
    logging.getLogger("pikepdf").setLevel(
        logging.CRITICAL
    )  # damage is told by the checks; a log holds nothing of documents
    clock = _Clock()
    front_pdf = front(plan, made)
    clock.lap("cover and index")
    with ExitStack() as opened, pikepdf.Pdf.new() as pdf:
        pack = _Pack(pdf, number_font(pdf), text_font(pdf), opened)
        _add_front(pack, plan, front_pdf)
        for item in plan.placed:
            _add_item(pack, item, sources)
        _hang(pdf, pack.sheets)
        clock.lap("merge and number")
        add_navigation(pdf, plan, made, pack.sheets)
        clock.lap("links and bookmarks")
        data = _saved(pdf)
        clock.lap("save")
    checks = check(data, plan, tuple(pack.missing))
    clock.lap("check")
    return PackResult(data, plan, checks, tuple(clock.laps))


class _Clock:
    def __init__(self) -> None:
        self.laps: list[tuple[str, float]] = []
        self._last = time.perf_counter()

    def lap(self, stage: str) -> None:
        now = time.perf_counter()
        self.laps.append((stage, now - self._last))
        self._last = now


def _add_front(pack: _Pack, plan: PackPlan, front_pdf: bytes) -> None:
    opened = pack.opened.enter_context(pikepdf.open(io.BytesIO(front_pdf)))
    pack.pdf.pages.extend(opened.pages)
    for _ in range(plan.front_pages - len(pack.pdf.pages)):
        pack.pdf.add_blank_page(page_size=(A4_SHORT, A4_LONG))
    for at, page in enumerate(pack.pdf.pages, start=1):
        stamp = number_operators(at, float(page.obj.MediaBox[2]), pack.digits)
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(b"\nQ\n" + stamp)
        page.add_resource(pack.digits.font, Name.Font, Name(f"/{NUMBER_FONT}"))
        pack.sheets.append(page.obj)


def _add_item(pack: _Pack, item: PlacedItem, sources: Mapping[DocumentId, PackSource]) -> None:
    given = sources.get(item.item.document)
    source = _source(pack, item.item.document, given)
    for at, page in zip(range(item.first, item.last + 1), item.pages, strict=True):
        scan = given.scans.get(page) if given else None
        sheet = _sheet_or_none(pack, source, page, at, scan)
        if sheet is None:
            sheet = _notice(pack, item, page, at)
            pack.missing.append(at)
        pack.sheets.append(sheet)


def _source(pack: _Pack, document: DocumentId, given: PackSource | None) -> Source | None:
    """The opened document, opened once for the whole pack; None when it cannot be opened."""
    if document not in pack.sources:
        try:
            pack.sources[document] = open_source(given, pack.opened) if given else None
        except UNREADABLE:
            pack.sources[document] = None
    return pack.sources[document]


def _sheet_or_none(
    pack: _Pack, source: Source | None, page: int, at: int, scan: ScanText | None
) -> pikepdf.Object | None:
    if source is None or page > len(source.pages):
        return None
    try:
        shown = drawing(source, page)
        form = pack.pdf.copy_foreign(shown.form)
        pack.tidy.drawing(form)
    except UNREADABLE:
        return None
    placed = fit(shown.box, shown.rotate, shown.unit, scan.upright if scan else 0)
    words = layer(scan.text, unpack_words(scan.words), placed, TEXT_FONT) if scan else b""
    return _sheet(pack, form, placed, at, words)


def _sheet(pack: _Pack, form: pikepdf.Object, placed: Fit, at: int, words: bytes = b"") -> pikepdf.Object:
    """A sheet of ours that shows `form` with its number and the words of a scan."""
    fonts = {f"/{NUMBER_FONT}": pack.digits.font}
    if words:
        fonts[f"/{TEXT_FONT}"] = pack.text_font
    content = b"q %s cm /%s Do Q\n%s\n%s" % (
        numbers(placed.matrix).encode(),
        PAGE.encode(),
        words,
        number_operators(at, placed.width, pack.digits),
    )
    return pack.pdf.make_indirect(
        Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, placed.width, placed.height]),
            Contents=pack.pdf.make_stream(content),
            Resources=Dictionary(XObject=Dictionary({f"/{PAGE}": form}), Font=Dictionary(fonts)),
        )
    )


def _notice(pack: _Pack, item: PlacedItem, page: int, at: int) -> pikepdf.Object:
    """A sheet that says which page is missing and why."""
    title = item.item.title or f"Document {item.item.document}"
    pdf = typeset("pack_missing", {"pages": [{"title": title, "page": page}]}, title, tagged=False)
    source = open_source(PackSource(pdf), pack.opened)
    shown = drawing(source, 1)
    return _sheet(pack, pack.pdf.copy_foreign(shown.form), fit(shown.box), at)


def _hang(pdf: pikepdf.Pdf, sheets: Sequence[pikepdf.Object]) -> None:
    """Make the page tree: nodes of a limited number of sheets under one root, so that readers find page 1,900 quickly."""
    root = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=len(sheets)))
    nodes = []
    for at in range(0, len(sheets), _KIDS):
        kids = sheets[at : at + _KIDS]
        node = pdf.make_indirect(Dictionary(Type=Name.Pages, Parent=root, Count=len(kids), Kids=Array(kids)))
        for kid in kids:
            kid.Parent = node
        nodes.append(node)
    root.Kids = Array(nodes)
    pdf.Root.Pages = root


def text_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The invisible font, embedded."""
    file = pdf.make_stream(glyphless.font_file())
    file.Length1 = len(glyphless.font_file())
    name = Name("/FFAAAA+Invisible")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=Array([0, glyphless.DESCENT, glyphless.ADVANCE, glyphless.ASCENT]),
        ItalicAngle=0,
        Ascent=glyphless.ASCENT,
        Descent=glyphless.DESCENT,
        CapHeight=glyphless.ASCENT,
        StemV=80,
        FontFile2=file,
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=glyphless.ADVANCE,
        CIDToGIDMap=pdf.make_stream(b"\0" * 0x20000),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=name,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
        ToUnicode=pdf.make_stream(glyphless.TO_UNICODE),
    )
    return pdf.make_indirect(font)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """The bytes: small objects packed together, streams that came compressed left as they are; the same input, the same bytes."""
    out = io.BytesIO()
    pdf.save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        compress_streams=True,
        recompress_flate=False,
        deterministic_id=True,
    )
    return out.getvalue()
