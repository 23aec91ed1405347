"""Formats that Fairfile knows by sight but does not read, each with what to do instead."""

from app.domain.extracted import ExtractedDocument
from app.ingest import problems
from app.ingest.reader import CERTAIN, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(
    formats={
        "iwork": "an Apple Pages, Numbers or Keynote document",
        "xlsb": "a binary Excel workbook",
        "pst": "an Outlook mail store",
        "onenote": "a OneNote section",
        "access": "an Access database",
    },
    endings={
        "pages": "iwork", "numbers": "iwork", "key": "iwork", "xlsb": "xlsb", "pst": "pst", "ost": "pst", "one": "onenote",
        "mdb": "access", "accdb": "access",
    },
)  # fmt: skip
_LOOK = 262_144
_ONENOTE = bytes.fromhex("e4525c7b8cd8a74daeb15378d02996d3")
_IWORK_PARTS = (b"Index/Document.iwa", b"Index.zip", b"index.apxl", b"Index/Tables/", b"buildVersionHistory.plist")


def recognise(data: bytes, name: str) -> Match | None:
    """By signature or by the parts of the package."""
    if data[:4] == b"!BDN":
        return Match("pst", CERTAIN)
    if data[:16] == _ONENOTE:
        return Match("onenote", CERTAIN)
    if data[4:19] in (b"Standard Jet DB", b"Standard ACE DB"):
        return Match("access", CERTAIN)
    if data[:4] != b"PK\x03\x04":
        return None
    ends = data[:_LOOK] + data[-_LOOK:]
    if any(part in ends for part in _IWORK_PARTS):
        return Match("iwork", CERTAIN)
    return Match("xlsb", CERTAIN + 1) if b"xl/workbook.bin" in ends else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Always FileProblem unsupported, with the name of the format; damaged for bytes that are none of these."""
    match = recognise(data, name)
    if match is None:
        raise problems.damaged("a document of another program")
    raise problems.unsupported(f"The file is {INFO.formats[match.format]}, which Fairfile does not read.")
