"""Old binary Office files, slides and mail wrappings, as small as they can be, written record by record."""

import io
import struct
import zipfile

from extract_msg import OleWriter


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file; streams of at least 4,096 bytes stay out of the mini stream."""
    writer = OleWriter()
    for name, data in streams.items():
        writer.addEntry(name, data.ljust(4096, b"\0"))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def doc(text: str, comment: str = "") -> bytes:
    """A Word 97 document of one uncompressed piece, with an optional comment behind the body."""
    body = text + "\r" + (comment + "\r" if comment else "")
    raw = body.encode("utf-16-le")
    fib = bytearray(2048)
    struct.pack_into("<H", fib, 0, 0xA5EC)
    struct.pack_into("<H", fib, 0x0A, 0x0200)
    counts = [len(text) + 1, 0, 0, 0, len(comment) + 1 if comment else 0]
    struct.pack_into("<5i", fib, 0x4C, *counts)
    pieces = struct.pack("<II", 0, len(body)) + struct.pack("<HIH", 0, len(fib), 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", fib, 0x01A2, 0, len(clx))
    return compound({"WordDocument": bytes(fib) + raw, "1Table": clx})


def xls(rows: list[list[str | float]], hidden_row: int = -1) -> bytes:
    """An Excel 97 workbook with one visible sheet of labels and numbers."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def begin(kind: int) -> bytes:
        return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 0))

    cells = []
    for r, row in enumerate(rows):
        cells.append(record(0x208, struct.pack("<HHHHHHHH", r, 0, 9, 255, 0, 0, 0x20 if r == hidden_row else 0, 0)))
        for c, value in enumerate(row):
            if isinstance(value, str):
                raw = value.encode("utf-16-le")
                cells.append(record(0x204, struct.pack("<HHHHB", r, c, 0, len(value), 1) + raw))
            else:
                cells.append(record(0x203, struct.pack("<HHHd", r, c, 0, value)))
    sheet = begin(0x10) + b"".join(cells) + record(0x0A, b"")
    name = b"Log"
    place = len(begin(5)) + 4 + 8 + len(name) + 4
    head = begin(5) + record(0x85, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name) + record(0x0A, b"")
    return compound({"Workbook": head + sheet})


def ppt(slides: list[str], notes: str = "") -> bytes:
    """A PowerPoint 97 stream with slides and one page of speaker notes."""

    def atom(kind: int, body: bytes) -> bytes:
        return struct.pack("<HHI", 0, kind, len(body)) + body

    def container(kind: int, body: bytes) -> bytes:
        return struct.pack("<HHI", 0xF, kind, len(body)) + body

    parts = [container(0x03EE, container(0xF00D, atom(0x0FA0, text.encode("utf-16-le")))) for text in slides]
    if notes:
        parts.append(container(0x03F0, container(0xF00D, atom(0x0FA8, notes.encode("latin-1")))))
    return compound({"PowerPoint Document": b"".join(parts)})


def pptx(slides: list[str], notes: str = "") -> bytes:
    """Slides with one text shape each; notes belong to the first."""
    drawing = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    show = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def shape(text: str) -> str:
        return f"<p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>"

    def relations(items: list[tuple[str, str, str]]) -> str:
        rows = "".join(f'<Relationship Id="{i}" Type="{kinds}/{k}" Target="{t}"/>' for i, k, t in items)
        return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'

    ids = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in range(1, len(slides) + 1))
    parts = {
        "ppt/presentation.xml": f"<p:presentation {show} {relation}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(
            [(f"rId{n}", "slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)]
        ),
    }
    for number, text in enumerate(slides, 1):
        parts[f"ppt/slides/slide{number}.xml"] = f"<p:sld {show} {drawing}>{shape(text)}</p:sld>"
    if notes:
        parts["ppt/slides/_rels/slide1.xml.rels"] = relations(
            [("rId9", "notesSlide", "../notesSlides/notesSlide1.xml")]
        )
        parts["ppt/notesSlides/notesSlide1.xml"] = f"<p:notes {show} {drawing}>{shape(notes)}</p:notes>"
    return zipped(parts)


def odf(kind: str, body: str, styles: str = "") -> bytes:
    """An OpenDocument file of `kind` (text, spreadsheet, presentation) around a body."""
    names = {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "presentation": "presentation",
    }
    spaces = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in names.items())
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def tnef(body: str, name: str, data: bytes) -> bytes:
    """winmail.dat with a plain body and one attachment."""

    def attribute(level: int, kind: int, raw: bytes) -> bytes:
        return struct.pack("<BII", level, kind, len(raw)) + raw + struct.pack("<H", sum(raw) & 0xFFFF)

    raw = body.encode("utf-16-le") + b"\0\0"
    value = struct.pack("<IHHII", 1, 0x1F, 0x1000, 1, len(raw)) + raw + bytes(-len(raw) % 4)
    return (
        struct.pack("<IH", 0x223E9F78, 1)
        + attribute(1, 0x00069003, value)
        + attribute(2, 0x00069002, bytes(14))
        + attribute(2, 0x00018010, name.encode("cp1252") + b"\0")
        + attribute(2, 0x0006800F, data)
    )


def embedded_file(name: str, body: bytes) -> bytes:
    """A compound file as Office makes it for a file that was put into a document as an object."""
    native = struct.pack("<IH", 0, 2) + f"{name}\0C:\\a\\{name}\0".encode() + struct.pack("<II", 3, 4) + b"tmp\0"
    return compound({"\x01Ole10Native": native + struct.pack("<I", len(body)) + body})
