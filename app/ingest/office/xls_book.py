"""Cells of old Excel workbooks (Excel 5 to 2003), as Microsoft's [MS-XLS] describes their records."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.extracted import Hidden
from app.ingest import problems
from app.ingest.sheets import MOST_CELLS, Sheet, number_text

_BOF, _EOF, _BOUNDSHEET, _SST, _CONTINUE, _FILEPASS = 0x809, 0x0A, 0x85, 0xFC, 0x3C, 0x2F
_LABELSST, _LABEL, _RSTRING, _NUMBER, _RK, _MULRK, _FORMULA, _STRING = (
    0xFD,
    0x204,
    0xD6,
    0x203,
    0x27E,
    0xBD,
    0x06,
    0x207,
)
_BOOLERR, _ROW, _COLINFO, _XF, _FORMAT, _DATEMODE, _TXO, _NOTE, _OBJ = (
    0x205,
    0x208,
    0x7D,
    0xE0,
    0x41E,
    0x22,
    0x1B6,
    0x1C,
    0x5D,
)
_BUILT_IN = {9: "0%", 10: "0.00%", 2: "0.00", 4: "#,##0.00", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
             18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 45: "mm:ss", 46: "[h]:mm:ss"}  # fmt: skip
_PADDING = 32
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


@dataclass(slots=True)
class _Book:
    wide: bool = True
    strings: list[str] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)
    sheets: dict[int, Sheet] = field(default_factory=dict)
    since_1904: bool = False


def xls_sheets(stream: bytes) -> list[Sheet]:
    """Sheets of the stream Workbook or Book. Raises FileProblem password or damaged."""
    book = _Book()
    sheet: Sheet | None = None
    cells = _Cells(book)
    for at, kind, body, parts in _records(stream):
        if kind == _FILEPASS:
            raise problems.password(tried=False)
        if kind == _BOF:
            if at == 0:
                book.wide = len(body) >= 2 and struct.unpack_from("<H", body)[0] >= 0x600
            sheet = book.sheets.get(at, sheet)
        elif sheet is None:
            _global(book, kind, body, parts)
        elif len(sheet.cells) < 2 * MOST_CELLS:
            cells.take(sheet, kind, body, parts)
    if not book.sheets:
        raise problems.damaged("an old Excel workbook")
    return list(book.sheets.values())


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes, list[bytes]]]:
    """Records as (offset, kind, body, body and its continuations)."""
    at = 0
    while at + 4 <= len(stream):
        start = at
        kind, size = struct.unpack_from("<HH", stream, at)
        parts = [stream[at + 4 : at + 4 + size]]
        at += 4 + size
        while at + 4 <= len(stream) and struct.unpack_from("<H", stream, at)[0] == _CONTINUE:
            more = struct.unpack_from("<H", stream, at + 2)[0]
            parts.append(stream[at + 4 : at + 4 + more])
            at += 4 + more
        yield start, kind, parts[0], parts
        if kind == 0 and not stream[at : at + _PADDING].strip(b"\x00"):
            return


def _global(book: _Book, kind: int, body: bytes, parts: list[bytes]) -> None:
    if kind == _BOUNDSHEET and len(body) >= 8:
        place, state = struct.unpack_from("<IB", body)
        sheet_kind = body[5]
        name = _text(body[6], body[7:], book.wide)
        if sheet_kind == 0:
            book.sheets[place] = Sheet(name, hidden=state & 3 != 0)
    elif kind == _SST:
        book.strings = _shared_strings(parts)
    elif kind == _FORMAT and len(body) > 4:
        number, length = struct.unpack_from("<HH" if book.wide else "<HB", body)
        book.formats[number] = _text(length, body[4 if book.wide else 3 :], book.wide)
    elif kind == _XF and len(body) >= 4:
        book.styles.append(struct.unpack_from("<H", body, 2)[0])
    elif kind == _DATEMODE and len(body) >= 2:
        book.since_1904 = body[0] == 1


class _Cells:
    """Fills sheets; a formula's text comes in a record of its own after it, a comment's before its place."""

    def __init__(self, book: _Book) -> None:
        self.book = book
        self.waiting: tuple[int, int] | None = None
        self.notes: list[str] = []

    def take(self, sheet: Sheet, kind: int, body: bytes, parts: list[bytes]) -> None:
        if kind in (_LABELSST, _LABEL, _RSTRING, _NUMBER, _RK, _BOOLERR, _FORMULA) and len(body) >= 8:
            row, column, style = struct.unpack_from("<HHH", body)
            text = self._cell(kind, body, style, (row, column))
            if text:
                sheet.cells[row, column] = text
        elif kind == _MULRK and len(body) >= 6:
            row, first = struct.unpack_from("<HH", body)
            for index in range((len(body) - 6) // 6):
                style, packed = struct.unpack_from("<HI", body, 4 + 6 * index)
                sheet.cells[row, first + index] = self._number(_rk(packed), style)
        elif kind == _STRING and self.waiting and len(body) >= 3:
            sheet.cells[self.waiting] = _text(
                struct.unpack_from("<H", body)[0], b"".join([body[2:], *parts[1:]]), self.book.wide
            )
            self.waiting = None
        elif kind == _ROW and len(body) >= 16 and body[12] & 0x20:
            sheet.hidden_rows.add(struct.unpack_from("<H", body)[0])
        elif kind == _COLINFO and len(body) >= 10 and body[8] & 1:
            first, last = struct.unpack_from("<HH", body)
            sheet.hidden_columns.update(range(first, min(last, 255) + 1))
        else:
            self._comment(sheet, kind, body, parts)

    def _cell(self, kind: int, body: bytes, style: int, place: tuple[int, int]) -> str:
        self.waiting = None
        if kind == _LABELSST:
            index = struct.unpack_from("<I", body, 6)[0] if len(body) >= 10 else -1
            return self.book.strings[index] if 0 <= index < len(self.book.strings) else ""
        if kind in (_LABEL, _RSTRING):
            return _text(struct.unpack_from("<H", body, 6)[0], body[8:], self.book.wide)
        if kind == _NUMBER and len(body) >= 14:
            return self._number(struct.unpack_from("<d", body, 6)[0], style)
        if kind == _RK and len(body) >= 10:
            return self._number(_rk(struct.unpack_from("<I", body, 6)[0]), style)
        if kind == _BOOLERR:
            return _ERRORS.get(body[6], "#?") if body[7] else ("TRUE" if body[6] else "FALSE")
        return self._formula(body, style, place) if len(body) >= 14 else ""

    def _formula(self, body: bytes, style: int, place: tuple[int, int]) -> str:
        if body[12:14] != b"\xff\xff":
            return self._number(struct.unpack_from("<d", body, 6)[0], style)
        if body[6] == 0:
            self.waiting = place
            return ""
        return {1: "TRUE" if body[8] else "FALSE", 2: _ERRORS.get(body[8], "#?")}.get(body[6], "")

    def _number(self, value: float, style: int) -> str:
        number = self.book.styles[style] if style < len(self.book.styles) else 0
        pattern = self.book.formats.get(number) or _BUILT_IN.get(number, "")
        try:
            return number_text(value, pattern, self.book.since_1904)
        except (ValueError, OverflowError):
            return repr(value)

    def _comment(self, sheet: Sheet, kind: int, body: bytes, parts: list[bytes]) -> None:
        if kind == _TXO and len(parts) > 1 and len(body) >= 12:
            length = struct.unpack_from("<H", body, 10)[0]
            self.notes.append(_text(length, parts[1], self.book.wide))
        elif kind == _NOTE and self.book.wide and len(body) >= 11 and self.notes:
            row, column = struct.unpack_from("<HH", body)
            author = _text(struct.unpack_from("<H", body, 8)[0], body[10:], True)
            text = self.notes.pop(0)
            sheet.comments.append(
                Hidden("comment", f"{sheet.name}, row {row + 1}, column {column + 1}: {text}", author)
            )


def _rk(packed: int) -> float:
    """A number in 30 bits, whole or the upper half of a double, perhaps in hundredths."""
    if packed & 2:
        value = float(struct.unpack("<i", struct.pack("<I", packed))[0] >> 2)
    else:
        value = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return value / 100 if packed & 1 else value


def _text(length: int, body: bytes, wide: bool) -> str:
    """A string of `length` letters; in the newer format a byte before it says how it is packed."""
    if not wide:
        return body[:length].decode("cp1252", errors="replace")
    if not body:
        return ""
    if body[0] & 1:
        return body[1 : 1 + 2 * length].decode("utf-16-le", errors="replace")
    return body[1 : 1 + length].decode("latin-1")


def _shared_strings(parts: list[bytes]) -> list[str]:
    """The string table; a string may go on in the next record, with a new packing byte there."""
    reader = _Parts(parts)
    reader.skip(8)
    found: list[str] = []
    while reader.more():
        length = int.from_bytes(reader.take(2), "little")
        flags = reader.take(1)
        if not flags:
            break
        runs = int.from_bytes(reader.take(2), "little") if flags[0] & 8 else 0
        extra = int.from_bytes(reader.take(4), "little") if flags[0] & 4 else 0
        found.append(reader.letters(length, flags[0] & 1))
        reader.skip(4 * runs + extra)
    return found


class _Parts:
    def __init__(self, parts: list[bytes]) -> None:
        self.parts, self.index, self.at = parts, 0, 0

    def more(self) -> bool:
        while self.index < len(self.parts) and self.at >= len(self.parts[self.index]):
            self.index, self.at = self.index + 1, 0
        return self.index < len(self.parts)

    def take(self, count: int) -> bytes:
        out = b""
        while len(out) < count and self.more():
            piece = self.parts[self.index][self.at : self.at + count - len(out)]
            self.at += len(piece)
            out += piece
        return out

    def skip(self, count: int) -> None:
        self.take(count)

    def letters(self, length: int, double: int) -> str:
        out: list[str] = []
        while length > 0 and self.more():
            size = 2 if double else 1
            here = min(length, (len(self.parts[self.index]) - self.at) // size)
            if here <= 0:
                self.at = len(self.parts[self.index])
            raw = self.parts[self.index][self.at : self.at + here * size] if here > 0 else b""
            out.append(raw.decode("utf-16-le" if double else "latin-1", errors="replace"))
            self.at += len(raw)
            length -= max(here, 0)
            if length > 0 and self.index + 1 < len(self.parts) and self.at >= len(self.parts[self.index]):
                self.index, self.at = self.index + 1, 1
                double = self.parts[self.index][0] & 1 if self.parts[self.index] else 0
        return "".join(out)
