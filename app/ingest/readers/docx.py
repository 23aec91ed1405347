"""Word documents (DOCX, also macro files and templates)."""

from app.domain.extracted import ExtractedDocument, Hidden, Member
from app.ingest import problems
from app.ingest.blocks import Block, Para, plain_text
from app.ingest.compose import document_of
from app.ingest.names import safe_name
from app.ingest.office.docx_body import Body, Notes
from app.ingest.office.docx_styles import Numbering, Styles
from app.ingest.office.package import Package, attribute, core_properties, local
from app.ingest.reader import CERTAIN, LIKELY, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(
    formats={"docx": "a Word document"},
    endings={"docx": "docx", "docm": "docx", "dotx": "docx", "dotm": "docx"},
)
_LOOK = 262_144


def recognise(data: bytes, name: str) -> Match | None:
    """A ZIP with a part `word/document.xml`, as its directory or its first parts say."""
    if data[:4] != b"PK\x03\x04":
        return None
    ends = data[:_LOOK] + data[-_LOOK:]
    if b"word/document" in ends or b"word\\document" in ends:
        return Match("docx", CERTAIN)
    return Match("docx", LIKELY) if b"word/" in ends and b"[Content_Types].xml" in ends else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Headers, text, tables, text boxes, notes and footers in one reading copy; comments, tracked changes and hidden text
    beside it; embedded files as members. Raises FileProblem damaged."""
    package = Package(data, INFO.formats["docx"], options.limits)
    part = _main_part(package)
    relations = package.relations(part)
    targets = dict(relations.values())
    styles = Styles(package, targets.get("styles", "word/styles.xml"))
    numbering = Numbering(package, targets.get("numbering", "word/numbering.xml"))
    notes = Notes()
    root = package.needed_xml(part)
    body = next((one for one in root if local(one.tag) == "body"), None)
    if body is None:
        raise problems.damaged(INFO.formats["docx"])
    blocks = Body(package, part, styles, numbering, notes).blocks(body)
    around = [(kind, target) for kind, target in relations.values() if kind in ("header", "footer")]
    top, bottom = (_margins(package, [t for k, t in around if k == w], styles, notes) for w in ("header", "footer"))
    blocks = [*top, *blocks, *_notes(package, targets, styles, notes), *bottom]
    title, properties = core_properties(package)
    return document_of(
        "docx",
        blocks,
        options,
        title=title,
        properties=properties,
        members=_embedded(package),
        hidden=[*notes.hidden, *_comments(package, targets)],
        note=package.note,
    )


def _main_part(package: Package) -> str:
    for kind, target in package.relations("").values():
        if kind == "officeDocument" and package.has(target):
            return target
    return next((name for name in package.names() if name.lower().startswith("word/document")), "word/document.xml")


def _margins(package: Package, parts: list[str], styles: Styles, notes: Notes) -> list[Block]:
    """Each different header or footer once, in small print."""
    out: list[Block] = []
    seen: set[str] = set()
    for part in sorted(parts):
        blocks = Body(package, part, styles, Numbering(package, ""), notes).blocks(package.xml(part))
        text = plain_text(blocks).strip()
        if text and text not in seen:
            seen.add(text)
            out += [_small(block) for block in blocks]
    return out


def _small(block: Block) -> Block:
    return Para(block.runs, block.indent, block.label, "small") if isinstance(block, Para) else block


def _notes(package: Package, targets: dict[str, str], styles: Styles, notes: Notes) -> list[Block]:
    """Footnotes and endnotes under the text, with the number that the text shows."""
    out: list[Block] = []
    known: dict[tuple[str, str], list[Block]] = {}
    wanted = list(notes.notes)
    for kind in ("footnote", "endnote"):
        part = targets.get(f"{kind}s", "")
        root = package.xml(part) if part else None
        for element in root if root is not None else ():
            body = Body(package, part, styles, Numbering(package, ""), notes)
            known[kind, attribute(element, "id")] = body.blocks(element)
    for number, key in enumerate(wanted, start=1):
        text = plain_text(known.get(key, [])).strip()
        if text:
            out.append(Para(((text, ""),), label=f"[{number}]", kind="small"))
    return out


def _comments(package: Package, targets: dict[str, str]) -> list[Hidden]:
    root = package.xml(targets.get("comments", ""))
    found = []
    for element in root if root is not None else ():
        text = "\n".join(
            "".join(one.text or "" for one in line.iter() if local(one.tag) == "t")
            for line in element
            if local(line.tag) == "p"
        )
        if text.strip():
            found.append(Hidden("comment", text.strip(), attribute(element, "author"), attribute(element, "date")[:10]))
    return found


def _embedded(package: Package) -> list[Member]:
    names = sorted(name for name in package.names() if name.lower().startswith("word/embeddings/"))
    return [Member(safe_name(name), package.read(name)) for name in names if not name.endswith("/")]
