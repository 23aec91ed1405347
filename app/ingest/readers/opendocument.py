"""OpenDocument text, spreadsheets, presentations and drawings (ODT, ODS, ODP, ODG), packed or flat, and the older
OpenOffice 1 files (SXW, SXC, SXI, SXD), whose parts are called nearly the same."""

import re
from typing import Any

from app.domain.extracted import ExtractedDocument, Hidden
from app.ingest import problems
from app.ingest.blocks import Block, Head, Para, para, plain_text
from app.ingest.compose import document_of
from app.ingest.office import odf, odf_crypt
from app.ingest.office.package import Package, attribute, local, parse_xml
from app.ingest.reader import CERTAIN, LIKELY, Match, ReaderInfo, ReadOptions
from app.ingest.sheets import MOST_CELLS, Sheet, sheets_as_blocks

INFO = ReaderInfo(
    formats={
        "odt": "an OpenDocument text",
        "ods": "an OpenDocument spreadsheet",
        "odp": "an OpenDocument presentation",
        "odg": "an OpenDocument drawing",
    },
    endings={
        "odt": "odt", "ott": "odt", "ods": "ods", "ots": "ods", "odp": "odp", "otp": "odp", "odg": "odg", "otg": "odg",
        "fodt": "odt", "fods": "ods", "fodp": "odp", "fodg": "odg", "sxw": "odt", "stw": "odt", "sxc": "ods",
        "sxi": "odp", "sxd": "odg", "odm": "odt",
    },
)  # fmt: skip
_TYPES = {
    b"opendocument.text": "odt", b"opendocument.spreadsheet": "ods", b"opendocument.presentation": "odp",
    b"opendocument.graphics": "odg", b"sun.xml.writer": "odt", b"sun.xml.calc": "ods", b"sun.xml.impress": "odp",
    b"sun.xml.draw": "odg",
}  # fmt: skip
_FLAT = re.compile(rb"<(?:\w+:)?document\b[^>]{0,20000}?mimetype=[\"']application/vnd\.([a-z.]+)", re.DOTALL)
_FIRST = 32_768
_LARGEST_REPEAT = 2000
_SHAPES = frozenset({"frame", "custom-shape", "rect", "ellipse", "g", "text-box", "caption", "line", "connector"})


def recognise(data: bytes, name: str) -> Match | None:
    """A ZIP that begins with its media type, as the standard asks, else one with the parts of such a package; flat files
    by the media type in their root."""
    if data[:4] != b"PK\x03\x04":
        kind = _flat_kind(data)
        return Match(kind, CERTAIN) if kind else None
    kind = _kind(data[:256])
    if kind:
        return Match(kind, CERTAIN)
    if b"content.xml" not in data[-_FIRST:] or not (b"mimetype" in data[-_FIRST:] or b"META-INF/" in data[-_FIRST:]):
        return None
    package = Package(data, "an OpenDocument file", ReadOptions().limits)
    kind = _kind(package.read("mimetype")[:256] + package.read("META-INF/manifest.xml")[:_FIRST])
    return Match(kind, LIKELY) if kind else None


def _kind(head: bytes) -> str:
    found = [(at, kind) for mark, kind in _TYPES.items() if (at := _place(head, mark)) >= 0]
    return min(found)[1] if found else ""


def _place(head: bytes, mark: bytes) -> int:
    places = [head.find(b"application/vnd." + owner + mark) for owner in (b"oasis.", b"")]
    return max(places)


def _flat_kind(data: bytes) -> str:
    if b"<" not in data[:64]:
        return ""
    match = _FLAT.search(data[:_FIRST])
    return _TYPES.get(match.group(1).removeprefix(b"oasis."), "") if match else ""


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Text and tables; comments, tracked changes, notes of slides, hidden rows and sheets beside them. Raises FileProblem."""
    match = recognise(data, name)
    format_id = match.format if match else "odt"
    package = _package(data, INFO.formats[format_id], options)
    content = package.needed_xml("content.xml")
    note = ""
    if format_id == "ods":
        unseen = _hidden_table_styles(content)
        tables = [one for one in content.iter() if local(one.tag) == "table"]
        blocks, hidden, note = sheets_as_blocks([_sheet(one, unseen) for one in tables])
        blocks += _shapes(odf.Walker(package, [content]), content)
    else:
        walker = odf.Walker(package, [package.xml("styles.xml"), content])
        blocks = _slides(walker, content) if format_id in ("odp", "odg") else _text(walker, package, content)
        hidden = walker.found.hidden
    title, properties = odf.meta(package)
    return document_of(
        format_id, blocks, options, title=title, properties=properties, hidden=hidden, note=note or package.note
    )


def _package(data: bytes, what: str, options: ReadOptions) -> Package:
    """The parts of a packed, locked or flat file."""
    if data[:2] != b"PK":
        root = parse_xml(data)
        if root is None:
            raise problems.damaged(what)
        return odf.FlatPackage(root, what)
    package = Package(data, what, options.limits)
    return odf_crypt.unlocked(package, options.candidates, options.limits) if odf_crypt.is_locked(package) else package


def _text(walker: odf.Walker, package: Package, content: Any) -> list[Block]:
    bodies = [one for one in content.iter() if "office" in str(one.tag) and local(one.tag) in ("text", "body")]
    body = bodies[-1] if bodies else content
    blocks = walker.blocks(body)
    notes = [
        Para(((text, ""),), label=f"[{number}]", kind="small") for number, text in enumerate(walker.found.notes, 1)
    ]
    margins: dict[str, list[str]] = {"header": [], "footer": []}
    styles = package.xml("styles.xml")
    for one in styles.iter() if styles is not None else ():
        if local(one.tag) in margins:
            text = plain_text(walker.blocks(one)).strip()
            if text and text not in margins[local(one.tag)]:
                margins[local(one.tag)].append(text)
    top, bottom = ([para(text, "small") for text in margins[kind]] for kind in ("header", "footer"))
    return [*top, *blocks, *notes, *bottom]


def _slides(walker: odf.Walker, content: Any) -> list[Block]:
    blocks: list[Block] = []
    slides = [one for one in content.iter() if local(one.tag) == "page"]
    for number, slide in enumerate(slides, 1):
        blocks += odf.slide_blocks(walker, slide)
        for one in slide:
            if local(one.tag) == "notes":
                text = "\n".join(odf.flat_text(p) for p in one.iter() if local(p.tag) == "p").strip()
                if text:
                    walker.found.hidden.append(Hidden("speaker-note", text, page=number))
            elif local(one.tag) == "annotation":
                walker.found.hidden.append(odf.comment(one, number))
    return blocks


def _hidden_table_styles(content: Any) -> set[str]:
    return {
        attribute(one.getparent(), "name")
        for one in content.iter()
        if local(one.tag) == "table-properties" and attribute(one, "display") == "false"
    }


def _sheet(table: Any, unseen: set[str]) -> Sheet:
    sheet = Sheet(attribute(table, "name"), hidden=attribute(table, "style-name") in unseen)
    column = row_number = 0
    for one in table.iter():
        tag = local(one.tag)
        if tag == "table-column":
            count = _repeat(one, "number-columns-repeated")
            if attribute(one, "visibility") in ("collapse", "filter"):
                sheet.hidden_columns.update(range(column, column + min(count, 1024)))
            column += count
        elif tag == "table-row":
            count = _repeat(one, "number-rows-repeated")
            if attribute(one, "visibility") in ("collapse", "filter"):
                sheet.hidden_rows.update(range(row_number, row_number + min(count, _LARGEST_REPEAT)))
            _row(one, row_number, min(count, _LARGEST_REPEAT), sheet)
            row_number += count
    return sheet


def _shapes(walker: odf.Walker, content: Any) -> list[Block]:
    """Text boxes and other shapes that lie on the sheets, below all tables."""
    found: list[Block] = []
    for one in content.iter():
        inner = one.getparent() is not None and "draw" in str(one.getparent().tag)
        if "drawing" in str(one.tag) and local(one.tag) in _SHAPES and not inner:
            found += [block for block in walker.blocks([one]) if isinstance(block, Para | Head)]
    return found


def _row(row: Any, number: int, repeat: int, sheet: Sheet) -> None:
    column = 0
    for cell in row:
        if local(cell.tag) not in ("table-cell", "covered-table-cell"):
            continue
        count = _repeat(cell, "number-columns-repeated")
        text = "\n".join(odf.flat_text(one) for one in cell if local(one.tag) == "p").strip()
        if text and len(sheet.cells) < 2 * MOST_CELLS:
            for down in range(repeat):
                for across in range(min(count, 100)):
                    sheet.cells[number + down, column + across] = text
        for one in cell:
            if local(one.tag) == "annotation":
                sheet.comments.append(odf.comment(one, where=f"{sheet.name}: "))
        column += count


def _repeat(element: Any, name: str) -> int:
    count = attribute(element, name)
    return max(1, int(count)) if count.isdigit() else 1
