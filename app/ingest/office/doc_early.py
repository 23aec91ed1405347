"""Text of Word documents older than Word 97: Word 6 and 95 (in a compound file) and Word 1 and 2 for Windows (a bare file).

The text is one byte a letter. It lies in one run from `fcMin`, or for files that were saved "fast" in the pieces that a table
lists. The places are those of Microsoft's published Word 6.0 binary format.
"""

import struct

from app.ingest.office.text_parts import TextParts

MAGICS = (0xA5DC, 0xA697, 0xA698, 0xA699, 0xA5DB, 0xA59C, 0xA59B)
"""First word of the file information block: Word 6 and 95 (also of East Asia), Word 2, and two of Word 1."""
_LANGUAGE_AT, _FLAGS_AT, _TEXT_AT, _COUNTS_AT, _CLX_AT = 0x06, 0x0A, 0x18, 0x34, 0x160
_LETTERS_AT, _MACINTOSH = 0x14, 0x100
_COMPLEX, _ENCRYPTED = 0x0004, 0x0100
_PIECE = 12
_CODE_PAGES = {
    0x05: "cp1250", 0x0E: "cp1250", 0x15: "cp1250", 0x18: "cp1250", 0x1A: "cp1250", 0x1B: "cp1250", 0x24: "cp1250",
    0x02: "cp1251", 0x19: "cp1251", 0x22: "cp1251", 0x23: "cp1251", 0x2F: "cp1251", 0x08: "cp1253", 0x1F: "cp1254",
    0x0D: "cp1255", 0x01: "cp1256", 0x25: "cp1257", 0x26: "cp1257", 0x27: "cp1257", 0x1E: "cp874",
}  # fmt: skip
"""Windows code page by primary language; all others are Western."""


def is_early(main: bytes) -> bool:
    """Whether a stream or bare file begins like a Word document older than Word 97."""
    return len(main) >= _CLX_AT + 8 and struct.unpack_from("<H", main)[0] in MAGICS


def is_locked(main: bytes) -> bool:
    """Whether the document is encrypted."""
    return bool(struct.unpack_from("<H", main, _FLAGS_AT)[0] & _ENCRYPTED)


def early_text(main: bytes) -> TextParts:
    """The parts of the text in the order in which they are stored; empty parts when nothing is found."""
    flags, language, letters = (struct.unpack_from("<H", main, at)[0] for at in (_FLAGS_AT, _LANGUAGE_AT, _LETTERS_AT))
    counts = [count if 0 <= count < len(main) else 0 for count in struct.unpack_from("<7i", main, _COUNTS_AT)]
    raw = _pieces(main) if flags & _COMPLEX else b""
    start = struct.unpack_from("<I", main, _TEXT_AT)[0]
    raw = raw or main[start : start + sum(counts)]
    apple = letters == _MACINTOSH
    text = raw.decode("mac_roman" if apple else _CODE_PAGES.get(language & 0x3FF, "cp1252"), errors="replace")
    parts, at = [], 0
    for count in counts:
        parts.append(text[at : at + count])
        at += count
    body, footnotes, headers, _, comments, endnotes, boxes = parts
    return TextParts(body, footnotes, headers, comments, endnotes, boxes)


def _pieces(main: bytes) -> bytes:
    start, size = struct.unpack_from("<II", main, _CLX_AT)
    clx = main[start : start + size]
    at = 0
    while at + 3 <= len(clx) and clx[at] == 1:
        at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
    if at + 5 > len(clx) or clx[at] != 2:
        return b""
    table = clx[at + 5 : at + 5 + int.from_bytes(clx[at + 1 : at + 5], "little")]
    count = (len(table) - 4) // _PIECE
    if count < 1:
        return b""
    places = struct.unpack_from(f"<{count + 1}I", table)
    out = []
    for index in range(count):
        where = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)[0] & 0x3FFFFFFF
        out.append(main[where : where + max(0, places[index + 1] - places[index])])
    return b"".join(out)
