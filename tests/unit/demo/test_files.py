"""Each format, opened by the library that knows it."""

import csv
import email
import io
import zipfile
from email.policy import default

import docx
import extract_msg
import openpyxl
import pillow_heif
import pymupdf
from PIL import Image

from app.demo.family import DemoFile
from app.demo.truth import FileTruth
from app.domain.documents import Status


def test_msg_opens_with_its_headers_and_attachment(by_path: dict[str, DemoFile]) -> None:
    with extract_msg.openMsg(io.BytesIO(by_path["SEND/Access arrangements.msg"].data)) as message:
        assert message.subject == "Access arrangements, Ada Brennan 8P"
        assert message.sender == "Rahimi, A. <a.rahimi@wrenfield.example>"
        assert message.to == "Nora Brennan <nora.brennan@postbox.example>"
        assert message.cc == "Cotterill, D. <d.cotterill@wrenfield.example>"
        assert message.messageId == "<ar-20251009-1648@wrenfield.example>"
        assert message.date.isoformat() == "2025-10-09T15:48:00+00:00"
        assert [a.longFilename for a in message.attachments] == ["Arrangements form.pdf"]
        with pymupdf.open(stream=message.attachments[0].data, filetype="pdf") as attached:
            assert "25 % extra time" in attached[0].get_text()


def test_mail_thread_is_linked(by_path: dict[str, DemoFile]) -> None:
    names = ("Ada - review on Thursday", "RE Ada - review on Thursday", "RE RE Ada - review on Thursday")
    first, second, third = (
        email.message_from_bytes(by_path[f"E-mails/{name}.eml"].data, policy=default) for name in names
    )
    assert second["In-Reply-To"] == first["Message-ID"]
    assert third["References"].split() == [first["Message-ID"], second["Message-ID"]]
    assert second["Date"].datetime.isoformat() == "2021-10-15T07:12:00+01:00"


def test_mail_carries_its_photograph(by_path: dict[str, DemoFile]) -> None:
    file = by_path["E-mails/What happened on Thursday.eml"]
    message = email.message_from_bytes(file.data, policy=default)
    (part,) = list(message.iter_attachments())
    assert part.get_filename() == "ada neck.jpg"
    Image.open(io.BytesIO(part.get_content())).verify()
    assert [inside.path for inside in file.inside] == [f"{file.path}/ada neck.jpg"]


def test_word_file_has_comments_and_a_tracked_change(by_path: dict[str, DemoFile]) -> None:
    data = by_path["SEN/Review March 2022 DRAFT.docx"].data
    document = docx.Document(io.BytesIO(data))
    assert {comment.author for comment in document.comments} == {"P. Whitlow", "K. Tranter"}
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert "<w:delText" in xml
    assert "can be demanding about" in xml
    assert 'w:author="J. Hartley"' in xml
    assert document.core_properties.created.year == 2022


def test_spreadsheet_hides_a_sheet_a_row_and_has_comments(by_path: dict[str, DemoFile]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(by_path["00 Schedule of documents.xlsx"].data))
    assert book.sheetnames == ["Schedule", "Not sent"]
    assert book["Not sent"].sheet_state == "hidden"
    assert [n for n, row in book["Schedule"].row_dimensions.items() if row.hidden] == [7]
    comments = [cell.comment for row in book["Schedule"].iter_rows() for cell in row if cell.comment]
    assert len(comments) == 1
    assert comments[0].author == "T. Bowes"


def test_comma_separated_rows_all_have_seven_cells(by_path: dict[str, DemoFile]) -> None:
    text = by_path["Behaviour/Behaviour 3O summer.csv"].data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in rows} == {7}
    assert len(rows) == 9


def test_pictures_open(by_path: dict[str, DemoFile]) -> None:
    tiff = Image.open(io.BytesIO(by_path["Admissions/Admission form.tif"].data))
    assert tiff.n_frames == by_path["Admissions/Admission form.tif"].truth.pages == 2
    heic = pillow_heif.open_heif(io.BytesIO(by_path["Photographs/IMG_2041.heic"].data))
    assert heic.size[0] > 1000
    for path in ("Safeguarding/IMG_1187.jpg", "Photographs/Screenshot class app.png"):
        Image.open(io.BytesIO(by_path[path].data)).verify()


def test_scans_are_pictures_without_text(files: tuple[DemoFile, ...]) -> None:
    scans = [file for file in files if file.truth.scanned and file.path.endswith(".pdf")]
    assert len(scans) >= 8
    for file in scans:
        with pymupdf.open(stream=file.data, filetype="pdf") as document:
            assert len(document) == file.truth.pages == len(file.truth.texts)
            for page in document:
                assert not page.get_text().strip()
                (image,) = document.get_page_images(page.number, full=True)
                assert image[8] == "DCTDecode"
                assert pymupdf.Pixmap(document, image[0]).n == 1
                assert round(image[2] / page.rect.width * 72) == 200


def test_the_damaged_file_cannot_be_opened_as_it_is(by_path: dict[str, DemoFile]) -> None:
    file = by_path["Meetings/scan_0041.pdf"]
    assert file.truth.status is Status.DAMAGED
    assert file.data.startswith(b"%PDF-")
    assert b"%%EOF" not in file.data


def test_archive_in_an_archive_knows_its_parents(by_path: dict[str, DemoFile]) -> None:
    file = by_path["Office e-mails.zip"]
    outer = zipfile.ZipFile(io.BytesIO(file.data))
    inner = zipfile.ZipFile(io.BytesIO(outer.read("Older.zip")))
    assert "Y2 notes lisle.txt" in inner.namelist()
    inside = {truth.path: truth for truth in file.inside}
    assert len(inside) == len(outer.namelist()) + len(inner.namelist())
    assert inside["Office e-mails.zip/Older.zip/Y2 notes lisle.txt"].parent == "Office e-mails.zip/Older.zip"
    assert inside["Office e-mails.zip/Older.zip/__MACOSX/.DS_Store"].status is Status.JUNK


def test_pages_of_papers_are_those_of_the_file(files: tuple[DemoFile, ...]) -> None:
    for file in files:
        truth: FileTruth = file.truth
        if file.path.endswith(".pdf") and truth.status is Status.READY:
            with pymupdf.open(stream=file.data, filetype="pdf") as document:
                assert len(document) == truth.pages
                assert truth.title
                assert document.metadata["title"] == truth.title


def test_the_incident_form_was_changed_long_after(by_path: dict[str, DemoFile]) -> None:
    file = by_path["Safeguarding/Incident form playground 2021-11-04.pdf"]
    with pymupdf.open(stream=file.data, filetype="pdf") as document:
        assert document.metadata["creationDate"].startswith("D:20211104")
        assert document.metadata["modDate"].startswith("D:20220209")
