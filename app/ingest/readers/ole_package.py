"""A file put into a Word, Excel or PowerPoint document as an object: the wrapping is taken off and the file given back."""

import struct

from app.domain.extracted import ExtractedDocument, Member
from app.ingest import problems
from app.ingest.names import safe_name
from app.ingest.office import compound
from app.ingest.reader import CERTAIN, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(formats={"package": "an embedded file"}, endings={})
_NATIVE = "\x01Ole10Native"
_INNER = ("Package", "CONTENTS", "EmbeddedOdf")
_HEAD = 6


def recognise(data: bytes, name: str) -> Match | None:
    """A compound file whose only content is one embedded file."""
    if not compound.is_compound(data) or compound.kind(data):
        return None
    names = compound.top_names(data)
    if _NATIVE.lower() in names or any(one.lower() in names for one in _INNER[:1]):
        return Match("package", CERTAIN)
    return Match("package", CERTAIN) if {"contents", "embeddedodf"} & names and _inner(data) else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """No pages; the embedded file as a member. Raises FileProblem: unsupported for a formula or the like, damaged."""
    with compound.opened(data, INFO.formats["package"]) as ole:
        native = compound.stream(ole, _NATIVE)
    found = _native_file(native) if native else None
    if found is None:
        inner = _inner(data)
        if not inner:
            raise problems.unsupported(
                "The file is an object of another program, such as a formula, and holds no text."
            )
        found = Member("embedded file", inner)
    return ExtractedDocument(format="package", pages=(), members=(found,))


def _inner(data: bytes) -> bytes:
    """An embedded file that lies in a stream as it is, known by its beginning."""
    with compound.opened(data, INFO.formats["package"]) as ole:
        streams = [compound.stream(ole, name) for name in _INNER]
    return next((s for s in streams if s.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"))), b"")


def _native_file(native: bytes) -> Member | None:
    """Name and bytes from the stream that Windows' object packager writes; None when it holds something else."""
    try:
        if struct.unpack_from("<H", native, 4)[0] != 2:
            return None
        label, at = _text(native, _HEAD)
        path, at = _text(native, at)
        at += 4
        at += 4 + struct.unpack_from("<I", native, at)[0]
        size = struct.unpack_from("<I", native, at)[0]
    except (struct.error, ValueError):
        return None
    body = native[at + 4 : at + 4 + size]
    name = safe_name(label or path)
    return Member(name, body) if len(body) == size else Member(name, b"", "damaged", "Its end is missing.")


def _text(data: bytes, at: int) -> tuple[str, int]:
    """A text that ends with a zero, and where the next begins. Raises ValueError without an end."""
    end = data.index(b"\0", at)
    return data[at:end].decode("cp1252", errors="replace"), end + 1
