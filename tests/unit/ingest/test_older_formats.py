"""Formats before and beside today's: Word 2 to 95, Excel 3, PowerPoint 95, flat and locked OpenDocument, letters without a font."""

import base64
import hashlib
import io
import struct
import zipfile
import zlib

import docx
import openpyxl
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from docx.oxml import parse_xml

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedDocument
from app.ingest import registry
from app.ingest.blocks import para
from app.ingest.office.summary import summary
from app.ingest.reader import ReadOptions
from app.ingest.reading_copy import _pieces
from tests.contract import old_samples

SPACES = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def read(data: bytes, name: str = "file.bin", **options: object) -> ExtractedDocument:
    return registry.read(data, name, ReadOptions(**options))  # type: ignore[arg-type]


def text(document: ExtractedDocument) -> str:
    return "".join(page.text for page in document.pages)


def early_word(body: str, magic: int, flags: int = 0, encoding: str = "cp1252", language: int = 0x809) -> bytes:
    raw = body.encode(encoding)
    fib = bytearray(0x400)
    struct.pack_into("<H4xH2xH", fib, 0, magic, language, flags)
    struct.pack_into("<II", fib, 0x18, len(fib), len(fib) + len(raw))
    struct.pack_into("<7i", fib, 0x34, len(body), 0, 0, 0, 0, 0, 0)
    return bytes(fib) + raw


def test_word_95_in_a_compound_file_and_word_2_without() -> None:
    inside = old_samples.compound({"WordDocument": early_word("Visit on Monday\rHe was calm.\r", 0xA5DC)})
    assert text(read(inside)) == "Visit on Monday\nHe was calm.\n"
    bare = read(early_word("An older letter\r", 0xA5DB), "letter.doc")
    assert (bare.format, text(bare)) == ("doc", "An older letter\n")


def test_an_early_document_is_read_in_the_letters_of_its_language() -> None:
    russian = early_word("Привет\r", 0xA5DC, encoding="cp1251", language=0x419)
    assert text(read(old_samples.compound({"WordDocument": russian}))) == "Привет\n"


def test_a_locked_early_document_asks_for_its_password() -> None:
    with pytest.raises(FileProblem) as caught:
        read(early_word("secret\r", 0xA5DB, flags=0x100))
    assert caught.value.code == "password"


def test_excel_3_is_read() -> None:
    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    cells = record(0x204, struct.pack("<HHHH", 0, 0, 0, 5) + b"Pupil") + record(
        0x203, struct.pack("<HHHd", 0, 1, 0, 7.5)
    )
    book = read(record(0x209, struct.pack("<HHH", 3, 0x10, 0)) + cells + record(0x0A, b""), "log.xls")
    assert (book.format, text(book)) == ("xls", "Pupil  7.5\n")


def test_powerpoint_95_keeps_its_text_in_a_stream_of_its_own() -> None:
    slides = old_samples.compound(
        {"PowerPoint Document": b"\x00\x00\xff\xff\x01", "Text_Content": b"Plan\r\nNext steps"}
    )
    assert text(read(slides)) == "Plan\nNext steps\n"


def test_a_presentation_without_any_words_is_not_damaged() -> None:
    empty = struct.pack("<HHI", 0x0F, 0x03E8, 8) + struct.pack("<HHI", 0, 0x03EA, 0)
    document = read(old_samples.compound({"PowerPoint Document": empty}))
    assert (len(document.pages), text(document)) == (1, "")


def flat(kind: str, body: str) -> bytes:
    return (
        f'<?xml version="1.0"?><office:document {SPACES} office:mimetype="application/vnd.oasis.opendocument.{kind}">'
        f"<office:meta/><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>"
    ).encode()


def test_flat_opendocument() -> None:
    document = read(flat("text", "<text:p>Flat as a page</text:p>"), "letter.fodt")
    assert (document.format, text(document)) == ("odt", "Flat as a page\n")


def test_opendocument_is_known_without_its_leading_media_type() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(old_samples.odf("text", "<text:p>Hello</text:p>"))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        new.writestr("META-INF/manifest.xml", '<m><f t="application/vnd.oasis.opendocument.text"/></m>')
        new.writestr("content.xml", old.read("content.xml"))
    assert read(out.getvalue()).format == "odt"


def locked(password: str) -> bytes:
    """An OpenDocument text as LibreOffice 4 to 24.1 lock it: AES-256 in CBC mode, PBKDF2, SHA-256."""
    with zipfile.ZipFile(io.BytesIO(old_samples.odf("text", "<text:p>Behind the lock</text:p>"))) as plain:
        content = plain.read("content.xml")
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeeze.compress(content) + squeeze.flush()
    salt, nonce = b"s" * 16, b"n" * 16
    key = hashlib.pbkdf2_hmac("sha1", hashlib.sha256(password.encode()).digest(), salt, 1000, 32)
    engine = Cipher(AES(key), modes.CBC(nonce)).encryptor()
    padding = 16 - len(packed) % 16
    sealed = engine.update(packed + bytes([padding]) * padding) + engine.finalize()
    check = hashlib.sha256(packed[:1024]).digest()
    coded = [base64.b64encode(value).decode() for value in (check, nonce, salt)]
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<m:file-entry m:full-path="content.xml" m:size="{len(content)}"><m:encryption-data '
        f'm:checksum-type="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k" m:checksum="{coded[0]}">'
        f'<m:algorithm m:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" m:initialisation-vector="{coded[1]}"/>'
        '<m:start-key-generation m:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" m:key-size="32"/>'
        f'<m:key-derivation m:key-derivation-name="PBKDF2" m:key-size="32" m:iteration-count="1000" m:salt="{coded[2]}"/>'
        "</m:encryption-data></m:file-entry></m:manifest>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", sealed)
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def test_a_locked_opendocument_opens_with_its_password_only() -> None:
    data = locked("apple")
    assert text(read(data, passwords=("pear", "apple"))) == "Behind the lock\n"
    for passwords in ((), ("pear",)):
        with pytest.raises(FileProblem) as caught:
            read(data, passwords=passwords)
        assert caught.value.code == "password"


def test_text_boxes_inside_each_other_are_shown_once() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    box = "<w:r><w:t>deep</w:t></w:r>"
    for _ in range(12):
        box = (
            f"<w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>a</w:t></w:r>{box}</w:p></w:txbxContent></w:drawing></w:r>"
        )
    word = docx.Document()
    word.add_paragraph("")._p.append(parse_xml(box.replace("<w:r>", f"<w:r {space}>", 1)))
    out = io.BytesIO()
    word.save(out)
    shown = text(read(out.getvalue()))
    assert (shown.count("a"), shown.count("deep")) == (12, 1)


def test_letters_that_the_font_lacks_are_not_lost() -> None:
    book = openpyxl.Workbook()
    book.active.append(["สห", "列1"])
    book.active.append(["列2", "สห"])
    out = io.BytesIO()
    book.save(out)
    assert text(read(out.getvalue())) == "สห  列1\n列2  สห\n"


def test_a_text_that_looks_like_garbage_is_text_in_our_own_copy() -> None:
    document = read(("XXXX XXX XXXXXX XXXX. " * 20).encode(), "letter.txt")
    assert not any(page.scan for page in document.pages)
    assert "XXXX" in text(document)


def test_a_very_long_cell_stands_below_its_table_and_very_much_text_is_cut_with_a_note() -> None:
    book = openpyxl.Workbook()
    book.active.append(["note", "word " * 1500 + "end"])
    out = io.BytesIO()
    book.save(out)
    document = read(out.getvalue())
    assert len(document.pages) < 6
    assert "end" in text(document)
    for _ in range(700):
        book.active.append(["x" * 9000])
    out = io.BytesIO()
    book.save(out)
    assert "very much text" in read(out.getvalue()).note


def test_a_pdf_for_the_holder_of_a_certificate_says_so() -> None:
    data = b"%PDF-1.6\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Encrypt<</Filter/Adobe.PubSec>>>>\n"
    with pytest.raises(FileProblem) as caught:
        read(data)
    assert (caught.value.code, "certificate" in caught.value.happened) == ("password", True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_of_another_script_without_a_mark(encoding: str) -> None:
    document = read("彼は足音を聞いた。\r\nそれは良い。\r\n".encode(encoding), "note.txt")
    assert "彼は足音を聞いた" in text(document)


def test_a_locked_macro_library_does_not_lock_the_document() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(old_samples.odf("text", "<text:p>Open to all</text:p>"))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("Basic/Standard/M.xml", b"sealed")
        entry = "<e:encryption-data><e:algorithm/><e:key-derivation/></e:encryption-data>"
        new.writestr(
            "META-INF/manifest.xml",
            f"<e:m xmlns:e='x'><e:file-entry e:full-path='Basic/Standard/M.xml'>{entry}</e:file-entry></e:m>",
        )
    assert text(read(out.getvalue())) == "Open to all\n"


def test_shapes_on_a_sheet_and_indexes_are_text_too() -> None:
    shape = "<table:shapes><draw:custom-shape><text:p>Look here</text:p></draw:custom-shape></table:shapes>"
    cell = "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>"
    sheet = read(old_samples.odf("spreadsheet", f"<table:table table:name='S'>{shape}{cell}</table:table>"))
    assert text(sheet) == "a\nLook here\n"
    index = "<text:user-index><text:index-body><text:p>Chapter 1</text:p></text:index-body></text:user-index>"
    assert text(read(old_samples.odf("text", index))) == "Chapter 1\n"


def test_a_summary_that_claims_too_much_is_no_trap() -> None:
    stream = bytearray(200)
    struct.pack_into("<I", stream, 44, 48)
    struct.pack_into("<II", stream, 48, 152, 0x7FFFFFFF)
    struct.pack_into("<II", stream, 56, 2, 64)
    struct.pack_into("<II", stream, 48 + 64, 30, 6)
    stream[48 + 72 : 48 + 78] = b"Report"
    assert summary(bytes(stream)) == {"title": "Report"}
    assert summary(b"short") == {}


def test_a_file_of_one_endless_line_is_laid_out_in_portions() -> None:
    pieces = list(_pieces(para("word " * 20_000 + "end")))
    assert len(pieces) == 3
    assert "".join(run for piece in pieces for run, _ in piece.runs) == "word " * 20_000 + "end"  # type: ignore[union-attr]
    assert all(piece.runs[0][0].endswith(("word ", "end")) for piece in pieces)  # type: ignore[union-attr]
    unbroken = list(_pieces(para("x" * 100_000)))
    assert [len(piece.runs[0][0]) for piece in unbroken] == [40_000, 40_000, 20_000]  # type: ignore[union-attr]


def test_a_packed_media_type_is_read_too() -> None:
    out = io.BytesIO()
    old = zipfile.ZipFile(io.BytesIO(old_samples.odf("text", "<text:p>Hello</text:p>")))
    with old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert read(out.getvalue()).format == "odt"


def test_a_web_page_with_control_characters_in_it_is_still_read() -> None:
    page = b"<html><body>" + b"<p>He was\x01 settled.</p>\x00\x00\x02\x03\x04" * 40 + b"</body></html>"
    assert "He was settled." in text(read(page, "page.html"))
    with pytest.raises(FileProblem):
        read(bytes(range(256)) * 8, "page.html")
