"""winmail.dat (TNEF): the wrapping that Outlook puts around attachments and bodies, as Microsoft's [MS-OXTNEF] describes it."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.extracted import Member
from app.ingest.names import safe_name, unique

SIGNATURE = b"\x78\x9f\x3e\x22"
_NEW_ATTACHMENT, _NAME, _DATA, _PROPERTIES, _ATTACHMENT_PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9003, 0x9005
_BODY, _RTF, _HTML, _LONG_NAME, _OBJECT, _CONTENT_ID = 0x1000, 0x1009, 0x1013, 0x3707, 0x3701, 0x3712
_FIXED = {0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_VARIABLE = frozenset({0x0D, 0x1E, 0x1F, 0x102})
_MANY = 0x1000
_OBJECT_ID = 16


@dataclass(slots=True)
class Wrapped:
    """What was inside. `rtf` is already unpacked."""

    plain: str = ""
    html: bytes = b""
    rtf: bytes = b""
    members: list[Member] = field(default_factory=list)


@dataclass(slots=True)
class _Attachment:
    name: str = ""
    data: bytes = b""


def unwrap(data: bytes) -> Wrapped:
    """Body and attachments; whatever is cut off ends where it ends. Nothing for bytes that are no TNEF."""
    found = Wrapped()
    attachments: list[_Attachment] = []
    for kind, body in _attributes(data):
        if kind == _NEW_ATTACHMENT:
            attachments.append(_Attachment())
        elif kind == _PROPERTIES:
            _message(dict(_properties(body)), found)
        elif attachments and kind == _NAME:
            attachments[-1].name = attachments[-1].name or body.decode("cp1252", errors="replace").rstrip("\x00")
        elif attachments and kind == _DATA:
            attachments[-1].data = body
        elif attachments and kind == _ATTACHMENT_PROPERTIES:
            _attachment(dict(_properties(body)), attachments[-1])
    taken: set[str] = set()
    for number, one in enumerate(attachments, 1):
        name = safe_name(one.name.replace("/", "-")) if one.name else f"attachment {number}"
        found.members.append(Member(unique(name, taken), one.data))
    return found


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    if data[:4] != SIGNATURE:
        return
    at = 6
    while at + 9 <= len(data):
        kind, size = struct.unpack_from("<II", data, at + 1)
        yield kind & 0xFFFF, data[at + 9 : at + 9 + size]
        at += 9 + size + 2


def _properties(body: bytes) -> Iterator[tuple[int, bytes]]:
    """MAPI properties by number; of several values the first."""
    if len(body) < 4:
        return
    at = 4
    for _ in range(min(struct.unpack_from("<I", body)[0], 5000)):
        if at + 4 > len(body):
            return
        kind, number = struct.unpack_from("<HH", body, at)
        at += 4
        if number >= 0x8000:
            at = _after_name(body, at)
        value, at = _value(body, at, kind)
        if at < 0:
            return
        yield number, value


def _after_name(body: bytes, at: int) -> int:
    at += 16
    if at + 8 > len(body):
        return len(body)
    by_name, size = struct.unpack_from("<II", body, at)
    return at + 8 + (_padded(size) if by_name else 0)


def _value(body: bytes, at: int, kind: int) -> tuple[bytes, int]:
    """The first value and the place after all of them; a negative place when the kind is unknown."""
    base = kind & ~_MANY
    count = 1
    if base in _VARIABLE or kind & _MANY:
        if at + 4 > len(body):
            return b"", -1
        count = struct.unpack_from("<I", body, at)[0]
        at += 4
    first = b""
    for index in range(min(count, 10_000)):
        if base in _FIXED:
            piece, at = body[at : at + _FIXED[base]], at + _FIXED[base]
        elif base in _VARIABLE and at + 4 <= len(body):
            size = struct.unpack_from("<I", body, at)[0]
            piece, at = body[at + 4 : at + 4 + size], at + 4 + _padded(size)
        else:
            return b"", -1
        first = first if index else piece
    return _text_as_utf8(first, base), at


def _text_as_utf8(piece: bytes, base: int) -> bytes:
    if base == 0x1F:
        return piece.decode("utf-16-le", errors="replace").rstrip("\x00").encode()
    if base == 0x1E:
        return piece.decode("cp1252", errors="replace").rstrip("\x00").encode()
    return piece


def _message(values: dict[int, bytes], found: Wrapped) -> None:
    found.plain = found.plain or values.get(_BODY, b"").decode("utf-8", errors="replace")
    found.html = found.html or values.get(_HTML, b"")
    packed = values.get(_RTF, b"")
    if packed:
        import compressed_rtf  # type: ignore[import-untyped]

        try:
            found.rtf = compressed_rtf.decompress(packed)
        except (ValueError, IndexError, struct.error):
            found.rtf = b""


def _attachment(values: dict[int, bytes], into: _Attachment) -> None:
    name = values.get(_LONG_NAME, b"").decode("utf-8", errors="replace")
    into.name = name or into.name
    inside = values.get(_OBJECT, b"")
    if not into.data and inside[_OBJECT_ID : _OBJECT_ID + 4] == SIGNATURE:
        into.name = into.name if into.name.lower().endswith(".dat") else f"{into.name or 'message'}.dat"
        into.data = inside[_OBJECT_ID:]


def _padded(size: int) -> int:
    return (size + 3) & ~3
