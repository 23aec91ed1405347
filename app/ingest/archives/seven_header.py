"""The list of files of a 7z archive: where each lies and how it was packed."""

import struct
import zlib
from dataclasses import dataclass, field

from app.ingest import problems

_END, _HEADER, _FILES, _PACK, _UNPACK, _SUBSTREAMS, _SIZE, _CRC, _FOLDER, _UNPACK_SIZE, _COUNT = (
    0x00, 0x01, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D,
)  # fmt: skip
_STREAMS, _EMPTY_STREAM, _EMPTY_FILE, _NAMES, _ENCODED = 0x04, 0x0E, 0x0F, 0x11, 0x17
_FIRST = 32
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Coder:
    """One step of packing: its method and settings; how many streams go in and out."""

    method: bytes
    settings: bytes
    ins: int
    outs: int


@dataclass(slots=True)
class Folder:
    """Coders that work on one packed stream. `pack` is the number of its first packed stream; `sizes` are those after each
    step."""

    coders: list[Coder]
    pairs: list[tuple[int, int]]
    pack: int = 0
    sizes: list[int] = field(default_factory=list)
    check: int | None = None

    @property
    def size(self) -> int:
        """Bytes that come out at the end: of the step whose output feeds no other."""
        fed = {out for _, out in self.pairs}
        return next((size for number, size in enumerate(self.sizes) if number not in fed), 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: `start` and `size` within what its folder unpacks to; folder -1 for an empty file."""

    name: str
    folder: int
    start: int
    size: int
    check: int | None


@dataclass(slots=True)
class Header:
    """`packed`: place and size of each packed stream. `is_packed`: this only says where the real header lies."""

    packed: list[tuple[int, int]] = field(default_factory=list)
    folders: list[Folder] = field(default_factory=list)
    parts: list[list[tuple[int, int | None]]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    is_packed: bool = False


def signature_header(data: bytes) -> tuple[int, int]:
    """Place and size of the header. Raises FileProblem damaged when the file is cut."""
    if len(data) < _FIRST:
        raise problems.damaged("a 7z file")
    check, offset, size, _ = struct.unpack_from("<IQQI", data, 8)
    if zlib.crc32(data[12:32]) != check or _FIRST + offset + size > len(data):
        raise problems.damaged("a 7z file")
    return _FIRST + offset, size


def read_header(raw: bytes) -> Header:
    """Raises ValueError or IndexError for what is no header."""
    if not raw:
        return Header()
    cursor = _Cursor(raw)
    kind = cursor.byte()
    header = Header(is_packed=kind == _ENCODED)
    if kind == _ENCODED:
        _streams(cursor, header)
        return header
    if kind != _HEADER:
        raise ValueError("no header")
    while (kind := cursor.byte()) != _END:
        if kind == _STREAMS:
            _streams(cursor, header)
        elif kind == _FILES:
            _files(cursor, header)
        else:
            raise ValueError("an unknown part")
    return header


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def take(self, count: int) -> bytes:
        found = self.data[self.at : self.at + count]
        if len(found) != count:
            raise ValueError("cut off")
        self.at += count
        return found

    def number(self) -> int:
        """As many leading ones of the first byte as bytes follow, lowest first; its other bits are the highest."""
        first = self.byte()
        mask, value = 0x80, 0
        for index in range(8):
            if not first & mask:
                return value + ((first & (mask - 1)) << (8 * index))
            value |= self.byte() << (8 * index)
            mask >>= 1
        return value

    def count(self) -> int:
        found = self.number()
        if found > _MOST:
            raise ValueError("more than any honest archive has")
        return found

    def bits(self, count: int) -> list[bool]:
        raw = self.take((count + 7) // 8)
        return [bool(raw[i // 8] & (0x80 >> i % 8)) for i in range(count)]

    def checks(self, count: int) -> list[int | None]:
        given = [True] * count if self.byte() else self.bits(count)
        return [int.from_bytes(self.take(4), "little") if known else None for known in given]


def _streams(cursor: _Cursor, header: Header) -> None:
    while (kind := cursor.byte()) != _END:
        if kind == _PACK:
            _pack(cursor, header)
        elif kind == _UNPACK:
            _folders(cursor, header)
        elif kind == _SUBSTREAMS:
            _substreams(cursor, header)
        else:
            raise ValueError("an unknown part")
    if not header.parts:
        header.parts = [[(folder.size, folder.check)] for folder in header.folders]


def _pack(cursor: _Cursor, header: Header) -> None:
    at = _FIRST + cursor.number()
    count = cursor.count()
    while (kind := cursor.byte()) != _END:
        if kind == _SIZE:
            for _ in range(count):
                size = cursor.number()
                header.packed.append((at, size))
                at += size
        elif kind == _CRC:
            cursor.checks(count)
        else:
            raise ValueError("an unknown part")


def _folders(cursor: _Cursor, header: Header) -> None:
    if cursor.byte() != _FOLDER:
        raise ValueError("no folders")
    count = cursor.count()
    if cursor.byte():
        raise ValueError("folders elsewhere")
    pack = 0
    for _ in range(count):
        folder, streams = _folder(cursor)
        folder.pack, pack = pack, pack + streams
        header.folders.append(folder)
    while (kind := cursor.byte()) != _END:
        if kind == _UNPACK_SIZE:
            for folder in header.folders:
                folder.sizes = [cursor.number() for _ in range(sum(coder.outs for coder in folder.coders))]
        elif kind == _CRC:
            for folder, check in zip(header.folders, cursor.checks(count), strict=True):
                folder.check = check
        else:
            raise ValueError("an unknown part")


def _folder(cursor: _Cursor) -> tuple[Folder, int]:
    """A folder and how many packed streams it needs."""
    coders = []
    for _ in range(min(cursor.count(), 32)):
        flags = cursor.byte()
        method = cursor.take(flags & 0x0F)
        ins, outs = (cursor.count(), cursor.count()) if flags & 0x10 else (1, 1)
        settings = cursor.take(cursor.count()) if flags & 0x20 else b""
        coders.append(Coder(method, settings, ins, outs))
    pairs = [(cursor.count(), cursor.count()) for _ in range(sum(coder.outs for coder in coders) - 1)]
    streams = sum(coder.ins for coder in coders) - len(pairs)
    if streams > 1:
        for _ in range(streams):
            cursor.count()
    return Folder(coders, pairs), streams


def _substreams(cursor: _Cursor, header: Header) -> None:
    counts = [1] * len(header.folders)
    kind = cursor.byte()
    if kind == _COUNT:
        counts = [cursor.count() for _ in header.folders]
        kind = cursor.byte()
    sizes = [_part_sizes(cursor, folder, count, kind) for folder, count in zip(header.folders, counts, strict=True)]
    if kind == _SIZE:
        kind = cursor.byte()
    known = [count == 1 and folder.check is not None for folder, count in zip(header.folders, counts, strict=True)]
    checks: list[int | None] = []
    if kind == _CRC:
        checks = cursor.checks(sum(count for count, one in zip(counts, known, strict=True) if not one))
        kind = cursor.byte()
    given = iter(checks)
    header.parts = [
        [(size, folder.check if one else next(given, None)) for size in parts]
        for folder, parts, one in zip(header.folders, sizes, known, strict=True)
    ]
    if kind != _END:
        raise ValueError("an unknown part")


def _part_sizes(cursor: _Cursor, folder: Folder, count: int, kind: int) -> list[int]:
    if count == 0:
        return []
    sizes = [cursor.number() for _ in range(count - 1)] if kind == _SIZE else []
    return [*sizes, max(0, folder.size - sum(sizes))]


def _files(cursor: _Cursor, header: Header) -> None:
    count = cursor.count()
    names = [""] * count
    empty, empty_files = [False] * count, set[int]()
    while (kind := cursor.number()) != _END:
        body = _Cursor(cursor.take(cursor.number()))
        if kind == _NAMES and not body.byte():
            names = body.data[1:].decode("utf-16-le", errors="replace").split("\0")[:count]
        elif kind == _EMPTY_STREAM:
            empty = body.bits(count)
        elif kind == _EMPTY_FILE:
            without = [index for index, flag in enumerate(empty) if flag]
            empty_files = {index for index, flag in zip(without, body.bits(len(without)), strict=True) if flag}
    header.entries = list(_placed(names, empty, empty_files, header))


def _placed(names: list[str], empty: list[bool], empty_files: set[int], header: Header) -> list[Entry]:
    """Each name with its place; folders of the file system are left out."""
    found: list[Entry] = []
    places = iter(_places(header))
    for index, name in enumerate(names):
        if empty[index]:
            if index in empty_files:
                found.append(Entry(name, -1, 0, 0, None))
            continue
        folder, start, size, check = next(places, (-1, 0, 0, None))
        found.append(Entry(name, folder, start, size, check))
    return found


def _places(header: Header) -> list[tuple[int, int, int, int | None]]:
    found = []
    for number, parts in enumerate(header.parts):
        start = 0
        for size, check in parts:
            found.append((number, start, size, check))
            start += size
    return found
