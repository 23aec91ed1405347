"""One small file of every format that Fairfile reads, made here, with words that must be found in it."""

import io
import tarfile
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

import docx
import openpyxl
import pikepdf
import pillow_heif
import pymupdf
from PIL import Image, ImageDraw

from app.demo import mail, msg
from app.ingest.readers import known_unread
from tests.contract import old_samples
from tests.contract.seven_zip_samples import seven_zip

WORDS = "The meeting on 14 October 2021 went well"
"""In every sample that has words of its own."""


def pdf() -> bytes:
    with pymupdf.open() as document:
        for number in range(2):
            page = document.new_page()
            page.insert_text((72, 100), WORDS)
            page.insert_text((72, 130), f"Page {number + 1} of the report by Mrs Hartley about the second half term")
        return document.tobytes(no_new_id=True)


def locked_pdf(password: str = "robin") -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.save(out, encryption=pikepdf.Encryption(user=password, owner="other", R=6))
    return out.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.core_properties.author = "J Hartley"
    document.add_heading("Record of visit", 1)
    document.add_paragraph(WORDS)
    table = document.add_table(2, 2)
    for index, text in enumerate(("Date", "Note", "15/10/2021", "He was settled")):
        table.cell(index // 2, index % 2).text = text
    return _saved(document)


def excel() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Date", "Note"])
    book.active.append([datetime(2021, 10, 14), WORDS])
    return _saved(book)


def _saved(thing: object) -> bytes:
    out = io.BytesIO()
    thing.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def letter() -> mail.Letter:
    return mail.Letter(
        "Meeting",
        "Jane Hartley <jane@oakfield.example>",
        ("Zoë Marsh <zoe@post.example>",),
        datetime(2021, 10, 14, 9, 12, tzinfo=UTC),
        f"Dear Zoë,\n\n{WORDS}.\n",
        "<m1@oakfield.example>",
        attachments=(mail.Attachment("report.pdf", pdf()),),
    )


def picture(kind: str) -> bytes:
    image = Image.new("RGB", (620, 877), "white")
    ImageDraw.Draw(image).text((60, 80), WORDS, fill="black", font_size=20)
    out = io.BytesIO()
    if kind == "HEIF":
        pillow_heif.from_pillow(image).save(out, quality=60)
    elif kind == "TIFF":
        image.convert("1").save(out, "TIFF", save_all=True, append_images=[image.convert("1")], compression="group4")
    else:
        image.save(out, kind)
    return out.getvalue()


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("notes/visit.txt", WORDS)
        archive.writestr("report.pdf", pdf())
    return out.getvalue()


def tarred() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        info = tarfile.TarInfo("notes/visit.txt")
        info.size = len(WORDS)
        archive.addfile(info, io.BytesIO(WORDS.encode()))
    return out.getvalue()


def csv_table() -> bytes:
    return f"Date,By,Note\n14/10/2021,JH,{WORDS}\n15/10/2021,JH,Settled\n16/10/2021,JH,Well\n".encode()


def html() -> bytes:
    return f"<!DOCTYPE html><html><head><title>Visit</title></head><body><h1>Visit</h1><p>{WORDS}</p></body></html>".encode()


MAKERS: dict[str, Callable[[], bytes]] = {
    "pdf": pdf,
    "docx": word,
    "xlsx": excel,
    "csv": csv_table,
    "txt": lambda: f"Dear Mrs Marsh,\n\n{WORDS}.\nHe enjoyed it – as always.\n".encode("cp1252"),
    "html": html,
    "rtf": lambda: (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\pard\f0 " + WORDS.encode() + rb"\par\b He \b0 was settled\par}"
    ),
    "eml": lambda: mail.eml(letter()),
    "msg": lambda: msg.msg(letter()),
    "jpeg": lambda: picture("JPEG"),
    "png": lambda: picture("PNG"),
    "tiff": lambda: picture("TIFF"),
    "heic": lambda: picture("HEIF"),
    "webp": lambda: picture("WEBP"),
    "gif": lambda: picture("GIF"),
    "bmp": lambda: picture("BMP"),
    "zip": zipped,
    "tar": tarred,
    "doc": lambda: old_samples.doc(f"Record of visit\r{WORDS}", "check with mum"),
    "xls": lambda: old_samples.xls([["Date", "Note"], [44483.0, WORDS]]),
    "ppt": lambda: old_samples.ppt([f"Annual review\r{WORDS}"]),
    "pptx": lambda: old_samples.pptx([WORDS, "Second slide"]),
    "odt": lambda: old_samples.odf("text", f"<text:p>{WORDS}</text:p>"),
    "ods": lambda: old_samples.odf(
        "spreadsheet",
        f"<table:table table:name='Log'><table:table-row><table:table-cell><text:p>{WORDS}</text:p></table:table-cell>"
        "</table:table-row></table:table>",
    ),
    "odp": lambda: old_samples.odf(
        "presentation",
        f"<draw:page><draw:frame><draw:text-box><text:p>{WORDS}</text:p></draw:text-box></draw:frame></draw:page>",
    ),
    "odg": lambda: old_samples.odf(
        "graphics", f"<draw:page><draw:custom-shape><text:p>{WORDS}</text:p></draw:custom-shape></draw:page>"
    ),
    "7z": lambda: seven_zip({"letter.txt": WORDS.encode(), "notes.txt": b"He was settled."}),
    "package": lambda: old_samples.embedded_file("letter.txt", WORDS.encode()),
    "mbox": lambda: (
        b"From jane Thu Oct 14 09:12:00 2021\n" + mail.eml(letter()) + b"\nFrom x Fri\n" + mail.eml(letter())
    ),
    "mhtml": lambda: (
        b"From: <Saved by a browser>\nMIME-Version: 1.0\nSubject: Visit\nDate: Thu, 14 Oct 2021 09:12:00 +0100\n"
        b'Content-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html; charset=utf-8\n\n'
        + html()
        + b"\n--x--\n"
    ),
    "winmail": lambda: old_samples.tnef(WORDS, "report.pdf", pdf()),
    "vcf": lambda: b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jane Hartley\r\nEND:VCARD\r\n",
    "ics": lambda: b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
    "audio": lambda: b"RIFF\x24\x08\x00\x00WAVEfmt " + bytes(range(64)),
    "video": lambda: b"\x00\x00\x00\x18ftypmp42" + bytes(range(64)),
    "p7m": lambda: (
        bytes.fromhex(
            "3034 06092a864886f70d010702 a027 3025 020101 3100 301e 06092a864886f70d010701 a011".replace(" ", "")
        )
        + b"\x04\x0fHe was settled."
    ),
    "signature": lambda: bytes.fromhex("308006092a864886f70d010702a080") + bytes(range(64)),
}
PICTURES = frozenset({"jpeg", "png", "tiff", "heic", "webp", "gif", "bmp"})
ARCHIVES = frozenset({"zip", "tar", "mbox", "7z", "package", "p7m"})
KEPT_ONLY = frozenset({"vcf", "ics", "audio", "video", "signature"})
NOT_READ = frozenset({"rar", "protected", "pst", *known_unread.INFO.formats})
"""Recognised, and answered with a sentence instead of pages."""


@cache
def sample(format_id: str) -> bytes:
    return MAKERS[format_id]()
