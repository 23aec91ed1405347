"""What can be taken out of a ZIP whose directory is missing or broken: members are found by their own headers."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_HEADER = struct.Struct("<4sHHHHHIIIHH")
_SIGNATURE = b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _UTF8, _SIZE_FOLLOWS = 0x1, 0x800, 0x8


@dataclass(frozen=True, slots=True)
class Found:
    """A member found by its header. `whole`: its check sum or its own end says that nothing is missing."""

    name: str
    data: bytes
    whole: bool


def members(data: bytes, most_bytes: int) -> Iterator[Found]:
    """Unencrypted members in the order of the file, until `most_bytes` have been unpacked."""
    at = data.find(_SIGNATURE)
    while at >= 0 and at + _HEADER.size <= len(data) and most_bytes > 0:
        _, _, flags, method, _, _, check, packed, size, name_length, extra = _HEADER.unpack_from(data, at)
        start = at + _HEADER.size + name_length + extra
        raw = data[at + _HEADER.size : at + _HEADER.size + name_length]
        name = raw.decode("utf-8", errors="replace") if flags & _UTF8 else _name(raw)
        after = at + 4
        if name and not name.endswith("/") and not flags & _ENCRYPTED and method in (_STORED, _DEFLATED):
            body, used, ended = _body(data, start, method, packed, min(most_bytes, 2**31))
            most_bytes -= len(body)
            after = max(after, start + used)
            whole = ended if flags & _SIZE_FOLLOWS else zlib.crc32(body) == check and len(body) == size
            yield Found(name, body, whole)
        at = data.find(_SIGNATURE, after)


def _body(data: bytes, start: int, method: int, packed: int, most: int) -> tuple[bytes, int, bool]:
    """Bytes, how many packed bytes they took, and whether the end was reached."""
    if method == _STORED:
        body = data[start : start + packed]
        return body, len(body), len(body) == packed
    engine = zlib.decompressobj(-15)
    rest = memoryview(data)[start:]
    out = bytearray()
    used = 0
    try:
        while used < len(rest) and not engine.eof and len(out) < most:
            chunk = rest[used : used + 65536]
            out += engine.decompress(chunk, most)
            used += len(chunk) - len(engine.unused_data)
    except zlib.error:
        return bytes(out), used, False
    return bytes(out), used, engine.eof


def _name(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp437")
