"""OpenDocument content (text, presentation) to blocks, with comments, notes, tracked changes and hidden text beside it."""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from app.domain.extracted import Hidden
from app.ingest.blacked import HIDDEN, is_unseen, masked, tone
from app.ingest.blocks import Block, Cell, Grid, Head, NewPage, Para, Picture, Run
from app.ingest.office.package import Package, attribute, local

_DEEPEST = 60
_FRAMES = frozenset({"frame", "custom-shape", "rect", "ellipse", "g", "text-box"})
_LISTS = frozenset({"list", "unordered-list", "ordered-list"})
_UNSHOWN = frozenset(
    {"forms", "annotation", "notes", "title", "desc", "event-listeners", "binary-data", "variable-decls", "sequence-decls",
     "user-field-decls", "dde-connection-decls", "scripts", "font-face-decls", "styles", "automatic-styles", "settings",
     "meta", "glue-point", "object", "object-ole", "image", "enhanced-geometry"}
)  # fmt: skip
"""What stands among text and is no part of it. Every other element that is not known may hold text."""
_UNITS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "px": 0.75}


@dataclass(slots=True)
class Odf:
    """What a walk through the content found."""

    blocks: list[Block] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class FlatPackage(Package):
    """A flat file: one XML document in which all parts lie, pictures as Base64."""

    def __init__(self, root: Any, what: str) -> None:
        self.what, self._root = what, root

    def names(self) -> Iterator[str]:
        yield from ()

    @property
    def note(self) -> str:
        return ""

    def has(self, name: str) -> bool:
        return False

    def read(self, name: str) -> bytes:
        return b""

    def xml(self, name: str) -> Any:
        """The whole for the content, its own branch for the rest."""
        if name == "content.xml":
            return self._root
        branch = {"meta.xml": "meta", "styles.xml": "master-styles"}.get(name, "")
        return next((one for one in self._root if local(one.tag) == branch), None)


def meta(package: Package) -> tuple[str, dict[str, str]]:
    """Title and properties of a document."""
    names = {"creator": "modified-by", "initial-creator": "author", "creation-date": "created", "date": "modified",
             "generator": "program", "subject": "subject", "description": "description"}  # fmt: skip
    found: dict[str, str] = {}
    title = ""
    root = package.xml("meta.xml")
    for element in root.iter() if root is not None else ():
        text = (element.text or "").strip() if isinstance(element.tag, str) else ""
        if text and local(element.tag) == "title":
            title = text
        elif text and local(element.tag) in names:
            found[names[local(element.tag)]] = text
    return title, found


def comment(element: Any, page: int = 0, where: str = "") -> Hidden:
    """An `office:annotation` as Hidden."""
    parts = {local(one.tag): (one.text or "") for one in element if local(one.tag) in ("creator", "date")}
    text = "\n".join(flat_text(one) for one in element if local(one.tag) in ("p", "list")).strip()
    return Hidden("comment", where + text, parts.get("creator", ""), parts.get("date", "")[:10], page)


def flat_text(element: Any, skip: frozenset[str] = frozenset({"annotation", "note"})) -> str:
    """The words inside an element, with its spaces, tabs and line ends."""
    tag = local(element.tag)
    if tag in skip:
        return ""
    parts = [{"tab": "    ", "line-break": "\n"}.get(tag, ""), element.text or ""]
    if tag == "s":
        count = attribute(element, "c")
        parts = [" " * (min(int(count), 200) if count.isdigit() else 1)]
    for one in element:
        parts.append(flat_text(one, skip))
        parts.append(one.tail or "")
    return "".join(parts)


class Walker:
    """Blocks of `office:text` or of a slide."""

    def __init__(self, package: Package, roots: list[Any]) -> None:
        self.package = package
        self.found = Odf()
        self.styles: dict[str, str] = {}
        self.concealed: set[str] = set()
        self.unseen: set[str] = set()
        for root in roots:
            self._take_styles(root)

    def _take_styles(self, root: Any) -> None:
        for style in root.iter() if root is not None else ():
            if local(style.tag) != "style":
                continue
            name = attribute(style, "name")
            for one in style:
                if local(one.tag) != "text-properties":
                    continue
                marks = "b" if attribute(one, "font-weight") == "bold" else ""
                marks += "i" if attribute(one, "font-style") in ("italic", "oblique") else ""
                marks += "u" if attribute(one, "text-underline-style") not in ("", "none") else ""
                marks += "s" if attribute(one, "text-line-through-style") not in ("", "none") else ""
                self.styles[name] = marks
                if is_unseen(tone(attribute(one, "color")), tone(attribute(one, "background-color"))):
                    self.unseen.add(name)
                if attribute(one, "display") == "none":
                    self.concealed.add(name)

    def blocks(self, parent: Any, depth: int = 0) -> list[Block]:
        """Blocks of the children of `parent`."""
        out: list[Block] = []
        if parent is None or depth > _DEEPEST:
            return out
        for element in parent:
            out += self._block(element, depth)
        return out

    def _block(self, element: Any, depth: int) -> list[Block]:
        tag = local(element.tag)
        if tag in ("p", "h"):
            return self._paragraph(element, tag, depth)
        if tag in _LISTS:
            return self._list(element, depth, 1)
        if tag == "table":
            return self._table(element, depth)
        if tag == "tracked-changes":
            self._tracked(element)
            return []
        if tag in _FRAMES:
            return self._frame(element) or self.blocks(element, depth + 1)
        return [] if tag in _UNSHOWN else self.blocks(element, depth + 1)

    def _paragraph(self, element: Any, tag: str, depth: int) -> list[Block]:
        runs: list[Run] = []
        extra: list[Block] = []
        self._runs(element, self.styles.get(attribute(element, "style-name"), ""), runs, extra, depth)
        text = "".join(part for part, _ in runs)
        if not text.strip():
            return extra
        level = attribute(element, "outline-level")
        if tag == "h":
            return [Head(text.strip(), int(level) if level.isdigit() else 1), *extra]
        return [Para(tuple(runs)), *extra]

    def _runs(self, element: Any, style: str, runs: list[Run], extra: list[Block], depth: int) -> None:
        if element.text:
            runs.append((element.text, style))
        for one in element:
            self._inline(one, style, runs, extra, depth)
            if one.tail:
                runs.append((one.tail, style))

    def _inline(self, one: Any, style: str, runs: list[Run], extra: list[Block], depth: int) -> None:
        tag, name = local(one.tag), attribute(one, "style-name")
        if tag in ("s", "tab", "line-break"):
            runs.append((flat_text(one), style))
        elif tag == "annotation":
            self.found.hidden.append(comment(one))
        elif tag == "note":
            body = next((part for part in one if local(part.tag) == "note-body"), one)
            self.found.notes.append(" ".join(flat_text(body).split()))
            runs.append((f"[{len(self.found.notes)}]", style))
        elif tag in ("frame", "custom-shape", "rect"):
            extra += self._frame(one) or self.blocks(one, depth + 1)
        elif tag in ("hidden-text", "hidden-paragraph") or name in self.concealed:
            if text := flat_text(one).strip():
                self.found.hidden.append(Hidden("hidden-text", text))
        elif name in self.unseen and tag == "span":
            self.found.hidden.append(HIDDEN)
            runs.append((masked(flat_text(one)), style))
        elif depth < _DEEPEST:
            self._runs(one, style + self.styles.get(name, ""), runs, extra, depth + 1)

    def _list(self, element: Any, depth: int, level: int) -> list[Block]:
        out: list[Block] = []
        for item in element:
            if local(item.tag) not in ("list-item", "list-header") or depth > _DEEPEST:
                continue
            first = True
            for one in item:
                if local(one.tag) in _LISTS:
                    out += self._list(one, depth + 1, level + 1)
                    continue
                for block in self._block(one, depth + 1):
                    if isinstance(block, Para):
                        block = Para(block.runs, level, "•" if first else "")
                        first = False
                    out.append(block)
        return out

    def _table(self, element: Any, depth: int) -> list[Block]:
        rows: list[tuple[Cell, ...]] = []
        header = 0
        for row in element.iter():
            if local(row.tag) != "table-row" or _table_of(row) is not element:
                continue
            cells: list[Cell] = []
            for cell in row:
                if local(cell.tag) in ("table-cell", "covered-table-cell"):
                    count = attribute(cell, "number-columns-repeated")
                    cells += [tuple(self.blocks(cell, depth + 1))] * (min(int(count), 50) if count.isdigit() else 1)
            if local(row.getparent().tag) == "table-header-rows":
                header += 1
            rows.append(tuple(cells))
        return [Grid(tuple(rows), header)] if rows else []

    def _frame(self, element: Any) -> list[Block]:
        """The picture of a frame; empty when it holds text or a table, of which a picture is only the likeness."""
        if any(local(one.tag) in ("text-box", "table") for one in element):
            return []
        for one in element:
            if local(one.tag) == "image":
                data = self.package.read(attribute(one, "href").removeprefix("./")) or _inline(one)
                if data:
                    return [Picture(data, _points(attribute(element, "width")))]
        return []

    def _tracked(self, element: Any) -> None:
        for region in element:
            for change in region:
                kind = local(change.tag)
                info = next((one for one in change if local(one.tag) == "change-info"), None)
                who = {local(one.tag): one.text or "" for one in info} if info is not None else {}
                text = "\n".join(flat_text(one) for one in change if local(one.tag) != "change-info").strip()
                if kind in ("deletion", "insertion") and (text or kind == "insertion"):
                    self.found.hidden.append(Hidden(kind, text, who.get("creator", ""), who.get("date", "")[:10]))


def slide_blocks(walker: Walker, slide: Any) -> list[Block]:
    """The shapes of one slide, on a page of their own."""
    return [NewPage(), *walker.blocks(slide)]


def _inline(image: Any) -> bytes:
    """The picture that stands in the XML itself."""
    found = next((one for one in image if local(one.tag) == "binary-data"), None)
    try:
        return base64.b64decode("".join((found.text or "").split())) if found is not None else b""
    except (binascii.Error, ValueError):
        return b""


def _points(length: str) -> float:
    for unit, size in _UNITS.items():
        if length.endswith(unit):
            try:
                return max(10.0, min(2000.0, float(length[: -len(unit)]) * size))
            except ValueError:
                return 300.0
    return 300.0


def _table_of(row: Any) -> Any:
    parent = row.getparent()
    while parent is not None and local(parent.tag) != "table":
        parent = parent.getparent()
    return parent
