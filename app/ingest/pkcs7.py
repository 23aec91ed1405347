"""Signed messages (S/MIME, PKCS #7 as RFC 5652 has it): what was signed lies inside in clear."""

from collections.abc import Iterator

_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_DATA = bytes.fromhex("2a864886f70d010701")
_SEQUENCE, _OBJECT_ID, _TEXT, _TEXT_IN_PIECES, _TAGGED = 0x30, 0x06, 0x04, 0x24, 0xA0
_DEEPEST = 20


def signed_content(data: bytes) -> bytes:
    """The signed bytes, without checking who signed them; empty for what is encrypted, or no signed data."""
    outer = _first(data, _SEQUENCE)
    if _first(outer, _OBJECT_ID) != _SIGNED_DATA:
        return b""
    inside = _first(_first(_first(outer, _TAGGED), _SEQUENCE), _SEQUENCE)
    if _first(inside, _OBJECT_ID) != _DATA:
        return b""
    return _joined(_first(inside, _TAGGED), 0)


def _first(data: bytes, tag: int) -> bytes:
    """The body of the first element with this tag; empty when there is none."""
    return next((body for found, body in _elements(data) if found == tag), b"")


def _joined(data: bytes, depth: int) -> bytes:
    """Texts one after another; long ones come in pieces."""
    if depth > _DEEPEST:
        return b""
    out = []
    for tag, body in _elements(data):
        if tag == _TEXT:
            out.append(body)
        elif tag == _TEXT_IN_PIECES:
            out.append(_joined(body, depth + 1))
    return b"".join(out)


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Elements side by side until the end or the first that makes no sense."""
    at = 0
    while at + 2 <= len(data) and data[at : at + 2] != b"\x00\x00":
        start, size = _length(data, at + 1)
        if start < 0:
            return
        if size < 0:
            size = _until_end(data, start, 0) - start
            yield data[at], data[start : start + size]
            at = start + size + 2
        else:
            yield data[at], data[start : start + size]
            at = start + size


def _length(data: bytes, at: int) -> tuple[int, int]:
    """Where the body begins and how long it is, -1 for "until the end mark"; (-1, 0) for no length."""
    if at >= len(data):
        return -1, 0
    first = data[at]
    if first < 0x80:
        return at + 1, first
    count = first & 0x7F
    if count > 8 or at + 1 + count > len(data):
        return -1, 0
    return at + 1 + count, int.from_bytes(data[at + 1 : at + 1 + count], "big") if count else -1


def _until_end(data: bytes, at: int, depth: int) -> int:
    """Where the end mark of a body of unknown length stands; the end of the data when it is missing."""
    while at + 2 <= len(data) and data[at : at + 2] != b"\x00\x00":
        start, size = _length(data, at + 1)
        if start < 0 or depth > _DEEPEST:
            return len(data)
        at = start + size if size >= 0 else _until_end(data, start, depth + 1) + 2
    return min(at, len(data))
