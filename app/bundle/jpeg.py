"""Taking out of a JPEG what a picture does not need: place, time and camera (EXIF, XMP), previews, comments.

Segments as in ITU-T T.81, annex B. The picture itself is not touched.
"""

_PRIVATE = frozenset({0xE1, 0xED, 0xFE, *range(0xE3, 0xED), 0xEF})
"""EXIF and XMP, Photoshop data, comments, and makers' own; JFIF, colour profile and Adobe's colour sign stay."""
_START_OF_SCAN = 0xDA


def without_private_data(data: bytes) -> bytes:
    """The same picture without private segments; data that is not a whole JPEG comes back as it is."""
    if data[:2] != b"\xff\xd8":
        return data
    kept = [data[:2]]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _START_OF_SCAN:
            return b"".join([*kept, data[at:]])
        if end > len(data) or end < at + 4:
            return data
        if marker not in _PRIVATE:
            kept.append(data[at:end])
        at = end
    return data
