"""A minimal Outlook message: property streams in a compound file, both as Microsoft documents them
([MS-OXMSG] 2.4 for the properties, [MS-CFB] 2 for the container)."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.demo.mail import Letter, address

_SECTOR = 512
_MINI = 64
_CUTOFF = 4096
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_TEXT, _BINARY, _LONG, _TIME, _BOOL = 0x001F, 0x0102, 0x0003, 0x0040, 0x000B
_FLAGS = 0x06  # readable and writable


@dataclass
class _Entry:
    """A stream (`data`) or a storage (`children`) of a compound file."""

    name: str
    data: bytes | None = None
    children: list["_Entry"] = field(default_factory=list)
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    start: int = 0


def msg(letter: Letter) -> bytes:
    """The letter as a .msg file with plain text, recipients, internet headers' message id and attachments by value."""
    root = _Entry("Root Entry")
    ids = _Entry("__nameid_version1.0")
    ids.children = [_Entry(f"__substg1.0_{tag}", b"") for tag in ("00020102", "00030102", "00040102")]
    recipients = [(who, kind) for kind, people in ((1, letter.to), (2, letter.cc)) for who in people]
    counts = struct.pack(
        "<8xIIII8x", len(recipients), len(letter.attachments), len(recipients), len(letter.attachments)
    )
    root.children = [ids, *_properties(_message_values(letter), counts)]
    for number, (who, kind) in enumerate(recipients):
        root.children.append(_storage(f"__recip_version1.0_#{number:08X}", _recipient_values(number, who, kind)))
    for number, item in enumerate(letter.attachments):
        values: Mapping[tuple[int, int], object] = {
            (0x3701, _BINARY): item.data,
            (0x3704, _TEXT): item.name,
            (0x3707, _TEXT): item.name,
            (0x370E, _TEXT): item.mime,
            (0x3705, _LONG): 1,
            (0x0E21, _LONG): number,
            (0x0FFE, _LONG): 7,
        }
        root.children.append(_storage(f"__attach_version1.0_#{number:08X}", values))
    return _compound(root)


def _message_values(letter: Letter) -> Mapping[tuple[int, int], object]:
    sender = address(letter.sender)
    values: dict[tuple[int, int], object] = {
        (0x001A, _TEXT): "IPM.Note",
        (0x0037, _TEXT): letter.subject,
        (0x0E1D, _TEXT): letter.subject.removeprefix("RE: ").removeprefix("FW: "),
        (0x0C1A, _TEXT): sender.display_name,
        (0x0C1E, _TEXT): "SMTP",
        (0x0C1F, _TEXT): sender.addr_spec,
        (0x5D01, _TEXT): sender.addr_spec,
        (0x0042, _TEXT): sender.display_name,
        (0x0065, _TEXT): sender.addr_spec,
        (0x0E04, _TEXT): "; ".join(address(who).display_name for who in letter.to),
        (0x0E03, _TEXT): "; ".join(address(who).display_name for who in letter.cc),
        (0x1000, _TEXT): letter.body.replace("\n", "\r\n"),
        (0x1035, _TEXT): letter.message_id,
        (0x0039, _TIME): letter.sent,
        (0x0E06, _TIME): letter.sent,
        (0x3007, _TIME): letter.sent,
        (0x340D, _LONG): 0x00040E79,  # strings are Unicode
        (0x0E07, _LONG): 1,
        (0x0E1B, _BOOL): bool(letter.attachments),
        (0x3FDE, _LONG): 65001,
    }
    if letter.in_reply_to:
        values[(0x1042, _TEXT)] = letter.in_reply_to
        values[(0x1039, _TEXT)] = " ".join(letter.references or (letter.in_reply_to,))
    return values


def _recipient_values(number: int, who: str, kind: int) -> Mapping[tuple[int, int], object]:
    person = address(who)
    return {
        (0x3001, _TEXT): person.display_name,
        (0x3002, _TEXT): "SMTP",
        (0x3003, _TEXT): person.addr_spec,
        (0x39FE, _TEXT): person.addr_spec,
        (0x0C15, _LONG): kind,
        (0x3000, _LONG): number,
        (0x0FFE, _LONG): 6,
    }


def _storage(name: str, values: Mapping[tuple[int, int], object]) -> _Entry:
    entry = _Entry(name)
    entry.children = _properties(values, struct.pack("<8x"))
    return entry


def _properties(values: Mapping[tuple[int, int], object], header: bytes) -> list[_Entry]:
    """The property stream of an object and the streams of its long values."""
    rows, streams = [header], []
    for (number, kind), value in sorted(values.items()):
        tag = (number << 16) | kind
        if isinstance(value, str):
            data = value.encode("utf-16-le")
            rows.append(struct.pack("<IIII", tag, _FLAGS, len(data) + 2, 0))
            streams.append(_Entry(f"__substg1.0_{tag:08X}", data))
        elif isinstance(value, bytes):
            rows.append(struct.pack("<IIII", tag, _FLAGS, len(value), 0))
            streams.append(_Entry(f"__substg1.0_{tag:08X}", value))
        elif isinstance(value, datetime):
            ticks = int((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
            rows.append(struct.pack("<IIQ", tag, _FLAGS, ticks))
        elif isinstance(value, int):
            rows.append(struct.pack("<IIII", tag, _FLAGS, int(value), 0))
    return [_Entry("__properties_version1.0", b"".join(rows)), *streams]


# ------------------------------------------------------------------------------------------ compound file


def _compound(root: _Entry) -> bytes:
    """A version 3 compound file (512-byte sectors) that holds the tree under `root`."""
    entries = [root]
    _lay_out(root, entries)
    body = bytearray()
    fat: list[int] = []
    mini = bytearray()
    minifat: list[int] = []
    for entry in entries[1:]:
        if entry.data and len(entry.data) < _CUTOFF:
            entry.start = _append(mini, minifat, entry.data, _MINI)
        elif entry.data:
            entry.start = _append(body, fat, entry.data, _SECTOR)
        elif entry.data is not None:
            entry.start = _END
    root.start = _append(body, fat, bytes(mini), _SECTOR) if mini else _END
    root.data = bytes(mini)
    table = struct.pack(f"<{len(minifat)}I", *minifat)
    minifat_start = _append(body, fat, table, _SECTOR, filler=b"\xff") if minifat else _END
    minifat_sectors = -(-len(table) // _SECTOR)
    directory = b"".join(_directory(entry) for entry in entries)
    directory += _empty() * (-len(entries) % 4)
    directory_start = _append(body, fat, directory, _SECTOR)
    return _with_fat(body, fat, directory_start, minifat_start, minifat_sectors)


def _lay_out(storage: _Entry, entries: list[_Entry]) -> None:
    """Give the children of a storage their places and link them as a balanced search tree ([MS-CFB] 2.6.4)."""
    ordered = sorted(storage.children, key=lambda e: (len(e.name), e.name.upper()))
    first = len(entries)
    entries.extend(ordered)

    def link(low: int, high: int) -> int:
        if low >= high:
            return _NONE
        middle = (low + high) // 2
        ordered[middle].left = link(low, middle)
        ordered[middle].right = link(middle + 1, high)
        return first + middle

    storage.child = link(0, len(ordered))
    for child in ordered:
        if child.data is None:
            _lay_out(child, entries)


def _append(body: bytearray, table: list[int], data: bytes, size: int, filler: bytes = b"\0") -> int:
    """Put data into sectors of `size` at the end of `body`, chained in `table`; the first sector's number."""
    start = len(table)
    count = -(-len(data) // size)
    body += data + filler * (count * size - len(data))
    table.extend(range(start + 1, start + count))
    table.append(_END)
    return start


def _directory(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")
    kind = 5 if entry.name == "Root Entry" else 2 if entry.data is not None else 1
    size = len(entry.data) if entry.data is not None else 0
    start = entry.start if kind != 1 else 0
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        name,
        len(name) + 2,
        kind,
        1,
        entry.left,
        entry.right,
        entry.child,
        _class(kind),
        0,
        0,
        0,
        start,
        size,
    )


def _class(kind: int) -> bytes:
    """The class of the root storage of a message, 00020D0B-0000-0000-C000-000000000046."""
    return bytes.fromhex("0B0D020000000000C000000000000046") if kind == 5 else bytes(16)


def _empty() -> bytes:
    return struct.pack("<64sHBBIII16sIQQIQ", b"", 0, 0, 0, _NONE, _NONE, _NONE, bytes(16), 0, 0, 0, 0, 0)


def _with_fat(body: bytearray, fat: list[int], directory: int, minifat: int, minifat_sectors: int) -> bytes:
    """Header, sectors and allocation table. Up to 109 table sectors (6.8 MB) fit the header; ValueError beyond."""
    count = 1
    while (len(fat) + count) * 4 > count * _SECTOR:
        count += 1
    if count > 109:
        raise ValueError("the message is too large for a header without a further table")
    places = list(range(len(fat), len(fat) + count))
    full = fat + [_FAT] * count
    full += [_FREE] * (count * _SECTOR // 4 - len(full))
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        bytes.fromhex("D0CF11E0A1B11AE1"),
        bytes(16),
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        count,
        directory,
        0,
        _CUTOFF,
        minifat,
        minifat_sectors,
        _END,
        0,
    )
    header += struct.pack("<109I", *(places + [_FREE] * (109 - count)))
    return header + bytes(body) + struct.pack(f"<{len(full)}I", *full)
