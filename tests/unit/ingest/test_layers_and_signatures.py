"""Layers that are switched off, signed messages, texts on sheets: what a quick look would not show."""

import io
import zipfile
from datetime import UTC, datetime, timedelta

import openpyxl
import pymupdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedDocument
from app.ingest import registry
from app.ingest.pkcs7 import signed_content
from app.ingest.reader import ReadOptions

MAIL = b'Content-Type: text/plain; charset="utf-8"\r\n\r\nHe was calm on 3 May 2021. ' + b"Words. " * 300
HEAD = b"From: j@example.org\r\nTo: p@example.org\r\nSubject: Visit\r\nDate: Mon, 3 May 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"


def read(data: bytes, name: str = "x.bin") -> ExtractedDocument:
    return registry.read(data, name, ReadOptions())


def layered(rotation: int = 0) -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    off, on = document.add_ocg("Draft notes", on=False), document.add_ocg("Plan", on=True)
    page.insert_text((50, 80), "Plain words")
    page.insert_text((50, 120), "In the plan", oc=on)
    page.insert_text((50, 160), "Words to be left out", oc=off)
    page.set_rotation(rotation)
    document.new_page().insert_text((50, 80), "Second page")
    return bytes(document.tobytes())


@pytest.mark.parametrize("rotation", [0, 90])
def test_text_of_a_layer_that_is_off_is_told_and_not_part_of_the_page(rotation: int) -> None:
    document = read(layered(rotation))
    assert document.pages[0].text == "Plain words\nIn the plan\n"
    assert [(h.kind, h.text, h.page) for h in document.hidden] == [("layer", "Draft notes: Words to be left out", 1)]
    assert document.pages[0].width == (842 if rotation else 595)


def test_an_empty_layer_is_told_by_its_name() -> None:
    document = pymupdf.open()
    document.new_page().insert_text((50, 80), "Plain words")
    document.add_ocg("Stamp", on=False)
    assert [(h.kind, h.text) for h in read(document.tobytes()).hidden] == [("layer", "Stamp")]


def signed(content: bytes) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "J Hartley")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    certificate = made.not_valid_before(now).not_valid_after(now + timedelta(days=1)).sign(key, hashes.SHA256())
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(certificate, key, hashes.SHA256())
    return builder.sign(Encoding.DER, [pkcs7.PKCS7Options.Binary])


def in_pieces(content: bytes) -> bytes:
    """The same without lengths and with the text in pieces, as mail gateways write it."""
    pieces = b"".join(b"\x04\x82" + len(part).to_bytes(2, "big") + part for part in (content[:1000], content[1000:]))
    body = b"\x24\x80" + pieces + b"\0\0"
    data = b"\x30\x80\x06\x09" + bytes.fromhex("2a864886f70d010701") + b"\xa0\x80" + body + b"\0\0\0\0"
    return (
        b"\x30\x80\x06\x09"
        + bytes.fromhex("2a864886f70d010702")
        + b"\xa0\x80\x30\x80\x02\x01\x01\x31\x00"
        + data
        + b"\0\0" * 3
    )


@pytest.mark.parametrize("wrap", [signed, in_pieces])
def test_what_was_signed_is_read(wrap: object) -> None:
    packed = wrap(MAIL)  # type: ignore[operator]
    assert signed_content(packed) == MAIL
    part = b'Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"\r\nContent-Transfer-Encoding: binary\r\n\r\n'
    mail = read(HEAD + part + packed, "a.eml")
    assert "He was calm on 3 May 2021." in mail.pages[0].text
    file = read(packed, "smime.p7m")
    assert [(m.path, m.data) for m in file.members] == [("smime.eml", MAIL)]


def test_a_file_encrypted_for_somebody_says_so() -> None:
    enveloped = b"\x30\x80\x06\x09" + bytes.fromhex("2a864886f70d010703") + b"\xa0\x80\x30\x80\x02\x01\x00\0\0\0\0\0\0"
    with pytest.raises(FileProblem) as caught:
        read(enveloped + bytes(range(128, 256)) * 20, "smime.p7m")
    assert caught.value.code == "password"


@given(st.binary(max_size=200), st.integers(0, 120), st.integers(0, 255))
def test_broken_signatures_give_something_or_nothing(noise: bytes, place: int, value: int) -> None:
    assert isinstance(signed_content(noise), bytes)
    data = bytearray(in_pieces(b"words " * 20))
    data[min(place, len(data) - 1)] = value
    assert isinstance(signed_content(bytes(data)), bytes)


def test_text_boxes_on_a_sheet_are_read() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Day", "Note"])
    plain, out = io.BytesIO(), io.BytesIO()
    book.save(plain)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr(
            "xl/worksheets/_rels/sheet1.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{relation}" Target="../drawings/d.xml"/></Relationships>',
        )
        new.writestr(
            "xl/drawings/d.xml",
            '<x:wsDr xmlns:x="urn:x" xmlns:a="urn:a"><x:sp><x:txBody><a:p><a:r><a:t>Ask </a:t></a:r><a:r><a:t>mum</a:t></a:r></a:p>'
            "<a:p><a:r><a:t>first</a:t></a:r></a:p></x:txBody></x:sp></x:wsDr>",
        )
    assert read(out.getvalue()).pages[0].text == "Day  Note\nAsk mum\nfirst\n"
