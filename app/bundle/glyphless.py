"""A font without marks on paper, for text that can be found and copied but not seen.

Every code is a UTF-16 unit; all of them show the one empty glyph, half an em wide. The font file is written out here
table by table (OpenType 1.9, chapters on head, hhea, maxp, hmtx, loca and glyf).
"""

import struct

UNITS = 1000
ADVANCE = 500
ASCENT, DESCENT = 800, -200


def font_file() -> bytes:
    """A TrueType file with one empty glyph."""
    tables = {
        b"glyf": b"\0\0\0\0",
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh",
            0x10000,
            0x10000,
            0,
            0x5F0F3CF5,
            0,
            UNITS,
            0,
            0,
            0,
            DESCENT,
            ADVANCE,
            ASCENT,
            0,
            8,
            2,
            0,
            0,
        ),
        b"hhea": struct.pack(">IhhhH11hH", 0x10000, ASCENT, DESCENT, 0, ADVANCE, *(0,) * 11, 1),
        b"hmtx": struct.pack(">Hh", ADVANCE, 0),
        b"loca": struct.pack(">HH", 0, 0),
        b"maxp": struct.pack(">I14H", 0x10000, 1, *(0,) * 13),
    }
    head = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 32)
    at = len(head) + 16 * len(tables)
    entries, body = b"", b""
    for tag, data in tables.items():
        entries += tag + struct.pack(">III", _checksum(data), at + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return head + entries + body


def _checksum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF


TO_UNICODE = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
"""Codes are Unicode already."""


def encode(text: str) -> bytes:
    """Text as a hex string for `Tj`; characters beyond the basic plane and controls are left out."""
    kept = "".join(c for c in text if " " <= c <= "\uffff" and not "\ud800" <= c <= "\udfff")
    return b"<" + kept.encode("utf-16-be").hex().encode() + b">"
