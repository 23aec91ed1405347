"""The body of a Word document to blocks. What a print would not show is collected beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from app.domain.extracted import Hidden
from app.ingest.blacked import HIDDEN, masked
from app.ingest.blocks import Block, Cell, Grid, Head, NewPage, Para, Picture, Run
from app.ingest.office.docx_colours import is_coloured_away
from app.ingest.office.docx_styles import Numbering, Styles, child, value
from app.ingest.office.package import Package, attribute, local

_DEEPEST = 60
_EMU_PER_POINT = 12700
_SYMBOLS = {"F0A7": "▪", "F0B7": "•", "F0FC": "✓", "F0FB": "✗", "F0FE": "☒", "F0A8": "☐", "F06F": "☐", "F052": "☒"}
_SKIPPED = frozenset({"instrText", "delInstrText", "fldData", "proofErr", "rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr"})


@dataclass(slots=True)
class Notes:
    """What is found on the way: hidden things, the ids of footnotes and endnotes in order, floating text boxes."""

    hidden: list[Hidden] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)


class Body:
    """Walks one part of the package (body, header, footnote …) and makes blocks."""

    def __init__(self, package: Package, part: str, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self.package, self.styles, self.numbering, self.notes = package, styles, numbering, notes
        self.relations = package.relations(part)

    def blocks(self, parent: Any, depth: int = 0) -> list[Block]:
        """Blocks of the children of `parent`, in order."""
        out: list[Block] = []
        if parent is None or depth > _DEEPEST:
            return out
        for element in parent:
            tag = local(element.tag)
            if tag == "p":
                out += self._paragraph(element, depth)
            elif tag == "tbl":
                out += self._table(element, depth)
            elif tag in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "txbxContent"):
                out += self.blocks(element, depth + 1)
            elif tag == "altChunk":
                out += self._chunk(element)
        return out

    def _paragraph(self, element: Any, depth: int) -> list[Block]:
        settings = child(element, "pPr")
        style = value(settings, "pStyle")
        collector = _Runs(self, depth)
        collector.walk(element, "")
        number, level = value(settings, "numPr", "numId"), value(settings, "numPr", "ilvl")
        if not number:
            number, inherited = self.styles.list_of(style)
            level = level or str(inherited)
        step = int(level) if level.isdigit() else 0
        label = self.numbering.label(number, step) if number and collector.has_text() else ""
        out = collector.paragraphs(self.styles.heading(style), step + 1 if label else 0, label)
        out += self.notes.boxes
        self.notes.boxes = []
        return [NewPage(), *out] if child(settings, "pageBreakBefore") is not None else out

    def _table(self, element: Any, depth: int) -> list[Block]:
        rows: list[tuple[Cell, ...]] = []
        header = 0
        for row in _within(element, "tr"):
            cells: list[Cell] = []
            for cell in _within(row, "tc"):
                settings = child(cell, "tcPr")
                merge = child(settings, "vMerge")
                goes_on = merge is not None and attribute(merge, "val") != "restart"
                cells.append(() if goes_on else tuple(self.blocks(cell, depth + 1)))
                span = value(settings, "gridSpan")
                cells += [()] * (min(int(span), 40) - 1 if span.isdigit() else 0)
            if child(child(row, "trPr"), "tblHeader") is not None and header == len(rows):
                header += 1
            rows.append(tuple(cells))
        if len(rows) == 1 and len(rows[0]) == 1:
            return list(rows[0][0])
        return [Grid(tuple(rows), header, _widths(element, max(map(len, rows))))] if rows else []

    def _chunk(self, element: Any) -> list[Block]:
        """HTML that another program put into the document."""
        from app.ingest.markup import html_page

        target = self.relations.get(attribute(element, "id"), ("", ""))[1]
        return html_page(self.package.read(target)).blocks if target.lower().endswith(("html", "htm")) else []

    def picture(self, relation: str, width: float) -> Picture | None:
        """The picture behind a relation id, if it is one of this package."""
        data = self.package.read(self.relations.get(relation, ("", ""))[1])
        return Picture(data, width) if data else None


class _Runs:
    """The runs of one paragraph; pictures and page breaks part it."""

    def __init__(self, body: Body, depth: int) -> None:
        self.body, self.depth = body, depth
        self.pieces: list[Run | Block] = []
        self.deleted: list[str] = []

    def has_text(self) -> bool:
        return any(isinstance(piece, tuple) and piece[0].strip() for piece in self.pieces)

    def walk(self, element: Any, style: str, depth: int = 0) -> None:
        """Everything printed inside `element`, with tracked changes and hidden text set aside."""
        if depth > _DEEPEST:
            return
        for one in element:
            tag = local(one.tag)
            handler = getattr(self, f"_on_{tag}", None)
            if handler is not None:
                handler(one, style, depth)
            elif tag not in _SKIPPED:
                self.walk(one, style, depth + 1)

    def paragraphs(self, heading: int, indent: int, label: str) -> list[Block]:
        """What was collected, as blocks."""
        out: list[Block] = []
        runs: list[Run] = []
        for piece in [*self.pieces, None]:
            if isinstance(piece, tuple):
                runs.append(piece)
                continue
            text = "".join(part for part, _ in runs)
            if text.strip():
                out.append(Head(text.strip(), heading) if heading and not label else Para(tuple(runs), indent, label))
                label = ""
            runs = []
            if piece is not None:
                out.append(piece)
        return out

    def _on_r(self, element: Any, style: str, depth: int) -> None:
        settings = child(element, "rPr")
        if _on(settings, "vanish") or _on(settings, "webHidden"):
            text = _printed(element)
            if text.strip():
                self.body.notes.hidden.append(Hidden("hidden-text", text))
            return
        if is_coloured_away(element, settings):
            text = _printed(element, shown=False)
            if text.strip():
                self.pieces.append((masked(text), style))
                self.body.notes.hidden.append(HIDDEN)
            return
        marks = {"b": "b", "i": "i", "strike": "s", "dstrike": "s", "u": "u"}
        for name, letter in marks.items():
            if _on(settings, name) and letter not in style:
                style += letter
        self.walk(element, style, depth + 1)

    def _on_t(self, element: Any, style: str, depth: int) -> None:
        if element.text:
            self.pieces.append((element.text, style))

    def _on_tab(self, element: Any, style: str, depth: int) -> None:
        self.pieces.append(("    ", style))

    def _on_ptab(self, element: Any, style: str, depth: int) -> None:
        self.pieces.append(("    ", style))

    def _on_cr(self, element: Any, style: str, depth: int) -> None:
        self.pieces.append(("\n", style))

    def _on_br(self, element: Any, style: str, depth: int) -> None:
        self.pieces.append(NewPage() if attribute(element, "type") == "page" else ("\n", style))

    def _on_noBreakHyphen(self, element: Any, style: str, depth: int) -> None:  # noqa: N802 - Word's own tag
        self.pieces.append(("‑", style))

    def _on_sym(self, element: Any, style: str, depth: int) -> None:
        code = attribute(element, "char").upper()
        self.pieces.append((_SYMBOLS.get(code, "•" if code.startswith("F0") else ""), style))

    def _on_ins(self, element: Any, style: str, depth: int) -> None:
        self._tracked(element, "insertion")
        self.walk(element, style, depth + 1)

    def _on_del(self, element: Any, style: str, depth: int) -> None:
        self._tracked(element, "deletion")

    def _on_moveFrom(self, element: Any, style: str, depth: int) -> None:  # noqa: N802 - Word's own tag
        self._tracked(element, "deletion")

    def _tracked(self, element: Any, kind: str) -> None:
        text = _printed(element)
        if text.strip():
            found = Hidden(kind, text, attribute(element, "author"), attribute(element, "date")[:10])
            self.body.notes.hidden.append(found)

    def _on_AlternateContent(self, element: Any, style: str, depth: int) -> None:  # noqa: N802 - Word's own tag
        choice, fallback = child(element, "Choice"), child(element, "Fallback")
        if choice is not None:
            self.walk(choice, style, depth + 1)
        elif fallback is not None:
            self.walk(fallback, style, depth + 1)

    def _on_txbxContent(self, element: Any, style: str, depth: int) -> None:  # noqa: N802 - Word's own tag
        notes = self.body.notes
        before, notes.boxes = notes.boxes, []
        inside = self.body.blocks(element, self.depth + 1)  # takes the boxes inside this one with it
        notes.boxes = before + inside

    def _on_drawing(self, element: Any, style: str, depth: int) -> None:
        extent = next((one for one in element if local(one.tag) in ("inline", "anchor")), element)
        extent = child(extent, "extent")
        size = attribute(extent, "cx") if extent is not None else ""
        width = int(size) / _EMU_PER_POINT if size.isdigit() else 300.0
        for one in _drawn(element):
            if local(one.tag) == "blip":
                self._show(attribute(one, "embed"), width)
            elif local(one.tag) == "txbxContent":
                self._on_txbxContent(one, style, depth)

    def _on_imagedata(self, element: Any, style: str, depth: int) -> None:
        self._show(attribute(element, "id"), 300.0)

    def _show(self, relation: str, width: float) -> None:
        picture = self.body.picture(relation, max(10.0, min(width, 2000.0)))
        if picture is not None:
            self.pieces.append(picture)

    def _on_footnoteReference(self, element: Any, style: str, depth: int) -> None:  # noqa: N802 - Word's own tag
        self._note(element, "footnote", style)

    def _on_endnoteReference(self, element: Any, style: str, depth: int) -> None:  # noqa: N802 - Word's own tag
        self._note(element, "endnote", style)

    def _note(self, element: Any, kind: str, style: str) -> None:
        self.body.notes.notes.append((kind, attribute(element, "id")))
        self.pieces.append((f"[{len(self.body.notes.notes)}]", style))

    def _on_checkBox(self, element: Any, style: str, depth: int) -> None:  # noqa: N802 - Word's own tag
        ticked = child(element, "checked")
        ticked = ticked if ticked is not None else child(element, "default")
        on = ticked is not None and attribute(ticked, "val") not in ("0", "false")
        self.pieces.append(("☒ " if on else "☐ ", style))


def _on(settings: Any, name: str) -> bool:
    found = child(settings, name)
    return found is not None and attribute(found, "val") not in ("0", "false", "none")


def _printed(element: Any, shown: bool = True) -> str:
    """Its words; with `shown`, blocks for those that were coloured away."""
    parts = []
    for one in element.iter():
        tag = local(one.tag)
        if shown and tag in ("t", "delText") and one.text and _is_coloured_away(one):
            parts.append(masked(one.text))
            continue
        if tag in ("t", "delText"):
            parts.append(one.text or "")
        elif tag in ("tab", "br", "cr"):
            parts.append(" ")
        elif tag == "p" and parts:
            parts.append("\n")
    return "".join(parts)


def _is_coloured_away(text: Any) -> bool:
    run = text.getparent()
    return run is not None and local(run.tag) == "r" and is_coloured_away(run, child(run, "rPr"))


def _drawn(element: Any) -> Iterator[Any]:
    """What a drawing shows, each text box and picture once: of alternatives only the first, nothing inside a text box."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        tag = local(one.tag)
        if tag in ("blip", "txbxContent"):
            yield one
        elif tag == "AlternateContent":
            waiting += list(one)[:1]
        else:
            waiting += reversed(list(one))


def _within(parent: Any, name: str) -> Iterable[Any]:
    """Children called `name`, also those inside content controls and tracked insertions."""
    for one in parent:
        tag = local(one.tag)
        if tag == name:
            yield one
        elif tag in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _within(one, name)


def _widths(table: Any, columns: int) -> tuple[float, ...]:
    grid = child(table, "tblGrid")
    sizes = [attribute(one, "w") for one in grid] if grid is not None else []
    found = tuple(float(size) for size in sizes if size.isdigit() and int(size) > 0)
    return found if len(found) == columns else ()
