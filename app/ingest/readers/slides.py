"""PowerPoint presentations (PPTX, also macro files and shows)."""

from typing import Any

from app.domain.extracted import ExtractedDocument, Hidden
from app.ingest import problems
from app.ingest.blocks import Block, Cell, Grid, Head, NewPage, Para, Picture, para, plain_text
from app.ingest.compose import document_of
from app.ingest.office.package import Package, attribute, core_properties, local
from app.ingest.reader import CERTAIN, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(
    formats={"pptx": "a PowerPoint presentation"},
    endings={"pptx": "pptx", "pptm": "pptx", "ppsx": "pptx", "ppsm": "pptx", "potx": "pptx"},
)
_LOOK = 262_144
_EMU_PER_POINT = 12700
_MARGIN_TYPES = frozenset({"dt", "sldNum", "ftr", "hdr"})


def recognise(data: bytes, name: str) -> Match | None:
    """A ZIP with a part `ppt/presentation.xml`."""
    if data[:4] != b"PK\x03\x04":
        return None
    ends = data[:_LOOK] + data[-_LOOK:]
    return Match("pptx", CERTAIN) if b"ppt/presentation" in ends or b"ppt/slides/" in ends else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """A page for each slide; speaker notes, comments and hidden slides beside them. Raises FileProblem."""
    package = Package(data, INFO.formats["pptx"], options.limits)
    authors = _authors(package)
    blocks: list[Block] = []
    hidden: list[Hidden] = []
    margins: list[str] = []
    parts = _slide_parts(package)
    if not parts and not package.has("ppt/presentation.xml"):
        raise problems.damaged(package.what)
    for number, part in enumerate(parts, 1):
        root = package.xml(part)
        if root is None:
            continue
        slide = _Slide(package, part)
        found = slide.blocks(root)
        if attribute(root, "show") in ("0", "false"):
            hidden.append(Hidden("hidden-slide", f"Slide {number}: {plain_text(found)}"))
        else:
            blocks += [NewPage(), *found]
        hidden += slide.beside(number, authors)
        margins += [text for text in slide.margins(root) if text not in margins]
    blocks += [para(text, "small") for text in margins]
    title, properties = core_properties(package)
    return document_of("pptx", blocks, options, title=title, properties=properties, hidden=hidden, note=package.note)


def _slide_parts(package: Package) -> list[str]:
    """Slides in their order; by name where the list of them is lost."""
    root = package.xml("ppt/presentation.xml")
    relations = package.relations("ppt/presentation.xml")
    listed = [_relation_id(one) for one in root.iter() if local(one.tag) == "sldId"] if root is not None else []
    parts = [relations[key][1] for key in listed if key in relations and package.has(relations[key][1])]
    if parts:
        return parts
    names = [n for n in package.names() if n.startswith("ppt/slides/slide") and n.endswith(".xml")]
    return sorted(names, key=lambda n: (len(n), n))


def _relation_id(element: Any) -> str:
    """The relation id (`r:id`), which is not the plain `id`."""
    return next((str(v) for k, v in element.attrib.items() if "relationships}" in k), "")


def _authors(package: Package) -> dict[str, str]:
    root = package.xml("ppt/commentAuthors.xml")
    if root is None:
        root = package.xml("ppt/authors.xml")
    return {one.get("id") or "": one.get("name") or "" for one in root} if root is not None else {}


class _Slide:
    def __init__(self, package: Package, part: str) -> None:
        self.package = package
        self.relations = package.relations(part)

    def blocks(self, root: Any) -> list[Block]:
        """Shapes in the order of the file, titles first."""
        out: list[Block] = []
        titles: list[Block] = []
        for one in root.iter():
            tag = local(one.tag)
            if tag == "sp":
                kind = next((attribute(p, "type") for p in one.iter() if local(p.tag) == "ph"), "")
                if kind in _MARGIN_TYPES:
                    continue
                found = _paragraphs(one)
                if kind in ("title", "ctrTitle") and found:
                    titles.append(Head(plain_text(found).replace("\n", " ").strip(), 2))
                else:
                    out += found
            elif tag == "tbl":
                out.append(_table(one))
            elif tag == "pic":
                out += self._picture(one)
        return titles + out

    def margins(self, root: Any) -> list[str]:
        """Header, date and footer of this slide; a slide's number is no text."""
        found = []
        for one in root.iter():
            if local(one.tag) == "sp":
                kind = next((attribute(p, "type") for p in one.iter() if local(p.tag) == "ph"), "")
                text = plain_text(_paragraphs(one)).strip() if kind in ("ftr", "dt", "hdr") else ""
                found += [text] if text else []
        return found

    def _picture(self, element: Any) -> list[Block]:
        key = next((attribute(one, "embed") for one in element.iter() if local(one.tag) == "blip"), "")
        data = self.package.read(self.relations.get(key, ("", ""))[1])
        size = next((attribute(one, "cx") for one in element.iter() if local(one.tag) == "ext"), "")
        width = int(size) / _EMU_PER_POINT * 0.6 if size.isdigit() else 300.0
        return [Picture(data, max(20.0, width))] if data else []

    def beside(self, number: int, authors: dict[str, str]) -> list[Hidden]:
        """Speaker notes and comments of this slide."""
        found: list[Hidden] = []
        for kind, target in self.relations.values():
            root = self.package.xml(target) if kind in ("notesSlide", "comments") else None
            if root is None:
                continue
            if kind == "notesSlide":
                text = _notes(root)
                found += [Hidden("speaker-note", text, page=number)] if text else []
            else:
                found += [_comment(one, authors, number) for one in root.iter() if local(one.tag) == "cm"]
        return found


def _comment(element: Any, authors: dict[str, str], number: int) -> Hidden:
    text = "".join(one.text or "" for one in element.iter() if local(one.tag) in ("text", "t")).strip()
    when = (element.get("dt") or element.get("created") or "")[:10]
    return Hidden("comment", text, authors.get(element.get("authorId") or "", ""), when, number)


def _notes(root: Any) -> str:
    shapes = [one for one in root.iter() if local(one.tag) == "sp"]
    kept = [
        s for s in shapes if not any(attribute(p, "type") in _MARGIN_TYPES for p in s.iter() if local(p.tag) == "ph")
    ]
    return "\n".join(text for s in kept if (text := plain_text(_paragraphs(s)).strip()))


def _paragraphs(shape: Any) -> list[Block]:
    out: list[Block] = []
    for one in shape.iter():
        if local(one.tag) != "p" or "drawingml" not in one.tag:
            continue
        parts = []
        for piece in one.iter():
            if local(piece.tag) == "t":
                parts.append(piece.text or "")
            elif local(piece.tag) == "br":
                parts.append("\n")
        text = "".join(parts)
        if text.strip():
            settings = next((p for p in one if local(p.tag) == "pPr"), None)
            level = attribute(settings, "lvl") if settings is not None else ""
            out.append(Para(((text, ""),), int(level) if level.isdigit() else 0))
    return out


def _table(element: Any) -> Grid:
    rows: list[tuple[Cell, ...]] = []
    for row in element:
        if local(row.tag) == "tr":
            rows.append(tuple(tuple(_paragraphs(cell)) for cell in row if local(cell.tag) == "tc"))
    return Grid(tuple(rows))
