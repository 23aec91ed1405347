"""Formats that Fairfile knows by sight but does not read, each with what to do instead."""

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedDocument
from app.ingest import problems
from app.ingest.office import compound
from app.ingest.reader import CERTAIN, LIKELY, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(
    formats={
        "iwork": "an Apple Pages, Numbers or Keynote document",
        "xlsb": "a binary Excel workbook",
        "onenote": "a OneNote section",
        "access": "an Access database",
        "publisher": "a Publisher document",
        "visio": "a Visio drawing",
        "works": "a Microsoft Works document",
        "wordperfect": "a WordPerfect document",
        "dbf": "a dBase table",
        "mac-word": "a document of an old Word for the Mac",
        "powerpoint-4": "a presentation of PowerPoint 4 or earlier",
        "hangul": "a Hangul document",
        "star": "a StarOffice document",
        "compound": "a file of another program",
    },
    endings={
        "pages": "iwork", "numbers": "iwork", "key": "iwork", "xlsb": "xlsb", "one": "onenote",
        "mdb": "access", "accdb": "access", "pub": "publisher", "vsd": "visio", "vsdx": "visio", "wps": "works",
        "wks": "works", "wpd": "wordperfect", "dbf": "dbf", "hwp": "hangul", "sdw": "star", "sdc": "star",
    },
)  # fmt: skip
_LOOK = 262_144
_ONENOTE = bytes.fromhex("e4525c7b8cd8a74daeb15378d02996d3")
_IWORK_PARTS = (b"Index/Document.iwa", b"Index.zip", b"index.apxl", b"Index/Tables/", b"buildVersionHistory.plist")
_STREAMS = {
    "quill": "publisher", "visiodocument": "visio", "matost": "works", "mn0": "works", "spellingw": "works",
    "pp40": "powerpoint-4", "hwpsummaryinformation": "hangul", "starwriterdocument": "star",
    "starcalcdocument": "star", "stardrawdocument": "star", "stardrawdocument3": "star",
}  # fmt: skip
"""Stream or storage at the top of a compound file, lower case, and the format it belongs to."""
_MAC_WORD = (b"\xfe\x37\x00\x1c", b"\xfe\x37\x00\x23", b"\xfe\x32\x00")
_DBF_VERSIONS = frozenset({0x03, 0x30, 0x31, 0x83, 0x8B, 0xF5})
_STEPS = {
    "iwork": "Open it on a Mac, an iPad or icloud.com and export it as a PDF, then add that PDF.",
    "xlsb": "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx), then add that.",
    "onenote": "Open it in OneNote and print or export it as a PDF, then add that PDF.",
    "access": "Ask the sender for the tables as spreadsheets or a printed report as a PDF.",
    "dbf": "Open it in Excel or LibreOffice and save it as a spreadsheet, then add that.",
}
_STEP = (
    "Open it in LibreOffice, which is free, or in the program that made it, and save it as a PDF; then add that PDF."
)


def recognise(data: bytes, name: str) -> Match | None:
    """By signature or by the parts of the package."""
    if compound.is_compound(data):
        return _compound(data)
    kind = _bare(data)
    if kind:
        return Match(kind, CERTAIN if kind != "dbf" else LIKELY)
    if data[:4] != b"PK\x03\x04":
        return None
    ends = data[:_LOOK] + data[-_LOOK:]
    if any(part in ends for part in _IWORK_PARTS):
        return Match("iwork", CERTAIN)
    if b"visio/document.xml" in ends:
        return Match("visio", CERTAIN)
    return Match("xlsb", CERTAIN + 1) if b"xl/workbook.bin" in ends else None


def _bare(data: bytes) -> str:
    if data[:16] == _ONENOTE:
        return "onenote"
    if data[4:19] in (b"Standard Jet DB", b"Standard ACE DB"):
        return "access"
    if data[:4] == b"\xffWPC":
        return "wordperfect"
    if data[:17] == b"HWP Document File":
        return "hangul"
    if data.startswith(_MAC_WORD):
        return "mac-word"
    return "dbf" if _is_dbf(data) else ""


def _is_dbf(data: bytes) -> bool:
    """A header with a version, a plausible day and field descriptions that end where it says."""
    if len(data) < 65 or data[0] not in _DBF_VERSIONS or not 1 <= data[2] <= 12 or not 1 <= data[3] <= 31:
        return False
    length = int.from_bytes(data[8:10], "little")
    return 65 <= length <= len(data) and b"\r" in data[length - 2 : length] and data[43:44] in b"CNDLMFGPBITYO@+0VWQ"


def _compound(data: bytes) -> Match | None:
    """A compound file that no other reader claims, named after the program where its streams tell."""
    if compound.kind(data):
        return None
    kinds = [_STREAMS[name] for name in compound.top_names(data) if name in _STREAMS]
    return Match(kinds[0] if kinds else "compound", LIKELY)


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Always FileProblem unsupported, with the name of the format; damaged for bytes that are none of these."""
    match = recognise(data, name)
    if match is None:
        raise problems.damaged("a document of another program")
    named = INFO.endings.get(name.rsplit(".", 1)[-1].lower(), "compound")
    kind = named if match.format == "compound" else match.format
    plain = problems.unsupported(f"The file is {INFO.formats[kind]}, which Fairfile does not read.")
    raise FileProblem(plain.code, plain.happened, plain.safe, _STEPS.get(kind, _STEP))
