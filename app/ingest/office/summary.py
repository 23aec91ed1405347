"""The summary of an old compound file: title, author and dates, as [MS-OLEPS] lays them out. Reads no more than it is told
to and never loops over a number that the file claims."""

import struct
from datetime import UTC, datetime, timedelta

_NAMES = {
    2: "title",
    3: "subject",
    4: "author",
    5: "keywords",
    6: "description",
    8: "modified-by",
    12: "created",
    13: "modified",
}
_CODE_PAGE, _SHORT, _TEXT, _WIDE_TEXT, _MOMENT = 1, 2, 30, 31, 64
_MOST, _LONGEST = 64, 4096
_ZERO = datetime(1601, 1, 1, tzinfo=UTC)
_EARLIEST = "1980"


def summary(stream: bytes) -> dict[str, str]:
    """Values by name, those that are there and make sense; moments as ISO 8601 without a zone."""
    try:
        start = struct.unpack_from("<I", stream, 44)[0]
        count = struct.unpack_from("<I", stream, start + 4)[0]
        room = max(0, (len(stream) - start - 8) // 8)
        places = [struct.unpack_from("<II", stream, start + 8 + 8 * index) for index in range(min(count, _MOST, room))]
    except struct.error:
        return {}
    encoding = next((_encoding(stream, start + at) for key, at in places if key == _CODE_PAGE), "cp1252")
    found = {_NAMES[key]: _value(stream, start + at, encoding) for key, at in places if key in _NAMES}
    return {name: value for name, value in found.items() if value}


def _encoding(stream: bytes, at: int) -> str:
    try:
        kind, page = struct.unpack_from("<IH", stream, at)
    except struct.error:
        return "cp1252"
    name = {65001: "utf-8", 10000: "mac_roman", 1200: "utf-16-le"}.get(page, f"cp{page}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name if kind == _SHORT else "cp1252"


def _value(stream: bytes, at: int, encoding: str) -> str:
    try:
        kind, size = struct.unpack_from("<II", stream, at)
        if kind == _MOMENT:
            return _moment(struct.unpack_from("<Q", stream, at + 4)[0])
    except struct.error:
        return ""
    if kind not in (_TEXT, _WIDE_TEXT):
        return ""
    wide = kind == _WIDE_TEXT
    raw = stream[at + 8 : at + 8 + min(size * (2 if wide else 1), _LONGEST)]
    return raw.decode("utf-16-le" if wide else encoding, errors="replace").split("\0")[0].strip()


def _moment(ticks: int) -> str:
    """Tenths of microseconds since 1601; clocks that were never set give nothing."""
    try:
        found = (_ZERO + timedelta(microseconds=ticks // 10)).replace(tzinfo=None, microsecond=0).isoformat()
    except OverflowError:
        return ""
    return found if found >= _EARLIEST else ""
