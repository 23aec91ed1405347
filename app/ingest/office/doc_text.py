"""Text of old Word documents (Word 97 to 2003) by their piece table, as Microsoft's [MS-DOC] describes it."""

import re
import struct
from dataclasses import dataclass
from typing import Any

from app.domain.extracted import Hidden
from app.ingest import problems
from app.ingest.blocks import Block, Grid, Head, NewPage, Para, para
from app.ingest.office import compound, doc_early
from app.ingest.office.text_parts import TextParts

_MAGIC = 0xA5EC
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_COUNTS_AT, _CLX_AT = 0x4C, 0x01A2
_COMPRESSED = 0x40000000
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_DROPPED = dict.fromkeys([0, 1, 2, 3, 4, 5, 8, 0x13, 0x14, 0x15, 0x1F, 0x28 + 0x10000])
_WHAT = "an old Word document"


@dataclass(frozen=True, slots=True)
class DocText:
    """Blocks in order: headers, body, notes, text boxes. `hidden` are comments."""

    blocks: list[Block]
    hidden: list[Hidden]


def doc_text(ole: Any) -> DocText:
    """All text of an open compound file. Raises FileProblem password or damaged."""
    main = compound.stream(ole, "WordDocument")
    return early_doc_text(main) if doc_early.is_early(main) else _of_pieces(ole, main)


def early_doc_text(main: bytes) -> DocText:
    """All text of a document older than Word 97. Raises FileProblem password or damaged."""
    if doc_early.is_locked(main):
        raise problems.password(tried=False)
    parts = doc_early.early_text(main)
    if not parts.any_text:
        raise problems.damaged(_WHAT)
    return _laid_out(parts)


def _of_pieces(ole: Any, main: bytes) -> DocText:
    if len(main) < _CLX_AT + 8 or struct.unpack_from("<H", main)[0] != _MAGIC:
        raise problems.damaged(_WHAT)
    flags = struct.unpack_from("<H", main, 0x0A)[0]
    if flags & _ENCRYPTED:
        raise problems.password(tried=False)
    table = compound.stream(ole, "1Table" if flags & _SECOND_TABLE else "0Table")
    start, size = struct.unpack_from("<II", main, _CLX_AT)
    text = _pieces(main, table[start : start + size])
    if not text:
        raise problems.damaged(_WHAT)
    counts = [max(0, n) for n in struct.unpack_from("<8i", main, _COUNTS_AT)]
    parts, at = [], 0
    for count in counts:
        parts.append(text[at : at + count])
        at += count
    body, footnotes, headers, _, comments, endnotes, boxes, header_boxes = parts
    return _laid_out(TextParts(body, footnotes, f"{headers}\r{header_boxes}", comments, endnotes, boxes))


def _laid_out(parts: TextParts) -> DocText:
    blocks = _assembled(parts.body, parts.footnotes, parts.headers, parts.endnotes, parts.boxes)
    return DocText(blocks, _comments(parts.comments))


def _pieces(main: bytes, clx: bytes) -> str:
    """The text of all pieces in the order of the document."""
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
    if at + 5 > len(clx) or clx[at] != 2:
        return ""
    size = int.from_bytes(clx[at + 1 : at + 5], "little")
    table = clx[at + 5 : at + 5 + size]
    count = (len(table) - 4) // 12
    if count < 1:
        return ""
    places = struct.unpack_from(f"<{count + 1}I", table)
    out = []
    for index in range(count):
        where = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)[0]
        length = max(0, places[index + 1] - places[index])
        if where & _COMPRESSED:
            start = (where & ~_COMPRESSED) // 2
            out.append(main[start : start + length].decode("cp1252", errors="replace"))
        else:
            out.append(main[where : where + 2 * length].decode("utf-16-le", errors="replace"))
    return "".join(out)


def plain(text: str) -> str:
    """Text without Word's control characters; of fields only the result."""
    for _ in range(5):
        text, changed = _FIELD.subn(lambda match: match.group(1) or "", text)
        if not changed:
            break
    return (
        text.translate(_DROPPED).replace("\x1e", "‑").replace("\x0b", "\n").replace("\xa0", " ").replace("\t", "    ")
    )


def _assembled(body: str, footnotes: str, headers: str, endnotes: str, boxes: str) -> list[Block]:
    seen = dict.fromkeys(line.strip() for line in re.split("[\r\x07]", plain(headers)) if line.strip())
    blocks: list[Block] = [para(line, "small") for line in seen]
    blocks += _blocks(plain(body))
    for extra, kind in ((boxes, ""), (footnotes, "small"), (endnotes, "small")):
        blocks += [para(line.strip(), kind) for line in re.split("[\r\x07]", plain(extra)) if line.strip()]
    return blocks


def _blocks(text: str) -> list[Block]:
    """Paragraphs end with a return, cells with a bell, and two bells end a row."""
    out: list[Block] = []
    rows: list[tuple[tuple[Block, ...], ...]] = []
    for chunk in re.split("(\x07\x07|\x0c)", text):
        if chunk == "\x0c":
            out.append(NewPage())
        elif "\x07" in chunk.strip("\x07") or (chunk.strip("\x07") and rows and "\r" not in chunk):
            before, cells = _split_row(chunk)
            if before and rows:
                out.append(Grid(tuple(rows)))
                rows = []
            out += [para(line) for line in before if line.strip()]
            rows.append(tuple(tuple(para(line) for line in cell.split("\r") if line.strip()) for cell in cells))
        elif chunk.strip("\x07\r\n "):
            if rows:
                out.append(Grid(tuple(rows)))
                rows = []
            out += [_paragraph(line) for line in chunk.replace("\x07", "\r").split("\r") if line.strip()]
    if rows:
        out.append(Grid(tuple(rows)))
    return out


def _split_row(chunk: str) -> tuple[list[str], list[str]]:
    """Paragraphs before a row and its cells. What stands before the first bell may begin with ordinary paragraphs."""
    cells = chunk.strip("\x07").split("\x07")
    *before, cells[0] = cells[0].split("\r")
    return before, cells


def _paragraph(line: str) -> Para | Head:
    return para(line.strip())


def _comments(text: str) -> list[Hidden]:
    return [Hidden("comment", line.strip()) for line in plain(text).split("\r") if line.strip()]
