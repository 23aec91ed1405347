"""Excel 2, 3 and 4: bare files with the same records as later ones, only shorter. Every sheet begins with its own BOF.

The layouts are those of Microsoft's Excel 4 file format: a cell is row, column, three bytes of attributes (Excel 2) or two of
style, and its value.
"""

import struct
from collections.abc import Iterator

from app.ingest.sheets import MOST_CELLS, Sheet, number_text

_BOFS = (0x0009, 0x0209, 0x0409)
_LENGTHS = range(4, 17)
_CONTENTS = (0x10, 0x20, 0x40, 0x100)
_INTEGER, _NUMBER, _LABEL, _TRUTH, _FORMULA, _STRING, _RK = 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x7E
_EXCEL_2_HEAD, _LATER_HEAD = 7, 6


def is_early(data: bytes) -> bool:
    """Whether the bytes begin with the first record of such a file."""
    if len(data) < 12:
        return False
    kind, size, _, content = struct.unpack_from("<HHHH", data)
    return kind in _BOFS and size in _LENGTHS and content in _CONTENTS


def early_sheets(data: bytes) -> list[Sheet]:
    """The sheets with their numbers and texts; formulas by their last result."""
    sheets: list[Sheet] = []
    waiting: tuple[int, int] | None = None
    first = True
    for kind, body in _records(data):
        if kind in _BOFS:
            first = kind == _BOFS[0]
            sheets.append(Sheet(f"Sheet {len(sheets) + 1}"))
        elif sheets and len(sheets[-1].cells) < MOST_CELLS:
            waiting = _take(sheets[-1], kind & 0xFF, body, first, waiting)
    return sheets


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, at)
        yield kind, data[at + 4 : at + 4 + size]
        at += 4 + size


def _take(sheet: Sheet, kind: int, body: bytes, first: bool, waiting: tuple[int, int] | None) -> tuple[int, int] | None:
    """Put one cell into the sheet; the place whose text comes in the next record, if any."""
    if kind == _STRING:
        if waiting and len(body) > 1:
            sheet.cells[waiting] = _letters(body, first)
        return None
    head = _EXCEL_2_HEAD if first else _LATER_HEAD
    if kind not in (_INTEGER, _NUMBER, _LABEL, _TRUTH, _FORMULA, _RK) or len(body) <= head:
        return waiting
    row, column = struct.unpack_from("<HH", body)
    text = _value(kind, body[head:], first)
    if text:
        sheet.cells[row, column] = text
    return (row, column) if kind == _FORMULA and not text else None


def _value(kind: int, value: bytes, first: bool) -> str:
    if kind == _LABEL:
        return _letters(value, first)
    if kind == _TRUTH:
        return ("TRUE" if value[0] else "FALSE") if not value[1:2] or value[1] == 0 else ""
    if kind == _INTEGER and first and len(value) >= 2:
        return str(struct.unpack_from("<H", value)[0])
    if kind in (_NUMBER, _FORMULA) and len(value) >= 8:
        if value[6:8] == b"\xff\xff":
            return ""
        return _shown(struct.unpack_from("<d", value)[0])
    if kind == _RK and not first and len(value) >= 4:
        return _shown(_short_number(struct.unpack_from("<I", value)[0]))
    return ""


def _letters(value: bytes, first: bool) -> str:
    head = 1 if first else 2
    count = int.from_bytes(value[:head], "little")
    return value[head : head + count].decode("cp1252", errors="replace")


def _short_number(packed: int) -> float:
    if packed & 2:
        value = float(struct.unpack("<i", struct.pack("<I", packed))[0] >> 2)
    else:
        value = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return value / 100 if packed & 1 else value


def _shown(value: float) -> str:
    try:
        return number_text(value, "")
    except (ValueError, OverflowError):
        return repr(value)
