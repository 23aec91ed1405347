"""Word, Excel, OpenDocument, slides and RTF: what is shown, and what a print would not show."""

import io
from datetime import date, datetime, time

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from openpyxl.comments import Comment

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedDocument
from app.ingest import registry
from app.ingest.office.docx_styles import shown_number
from app.ingest.reader import ReadOptions
from app.ingest.sheets import cell_place, column_name, is_date_format, number_text
from tests.contract import old_samples
from tests.contract.reader_samples import excel, picture

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(data: bytes, **options: object) -> ExtractedDocument:
    return registry.read(data, "x", ReadOptions(**options))  # type: ignore[arg-type]


def saved(thing: object) -> bytes:
    out = io.BytesIO()
    thing.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def text(document: ExtractedDocument) -> str:
    return "".join(page.text for page in document.pages)


def found(document: ExtractedDocument) -> set[tuple[str, str]]:
    return {(hidden.kind, hidden.text) for hidden in document.hidden}


def test_word_shows_what_is_printed_in_order() -> None:
    word = docx.Document()
    word.add_heading("Record of visit", 1)
    word.add_paragraph("First point", style="List Number")
    word.add_paragraph("Second point", style="List Number")
    table = word.add_table(2, 2)
    for cell, words in zip(
        (c for row in table.rows for c in row.cells), ("Date", "Note", "14/10/2021", "Settled"), strict=True
    ):
        cell.text = words
    word.sections[0].header.paragraphs[0].text = "Oakfield School"
    word.sections[0].footer.paragraphs[0].text = "Confidential"
    word.add_picture(io.BytesIO(picture("PNG")))
    document = read(saved(word))
    lines = text(document).splitlines()
    assert lines[:5] == ["Oakfield School", "Record of visit", "1. First point", "2. Second point", "Date  Note"]
    assert lines[-1] == "Confidential"
    assert b"/Image" in document.reading_copy


def test_word_tells_changes_comments_and_hidden_text() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("He was ")
    for xml in (
        f'<w:del {W} w:author="Mrs H" w:date="2021-10-14T09:12:00Z"><w:r><w:delText>very upset</w:delText></w:r></w:del>',
        f'<w:ins {W} w:author="Mr K" w:date="2021-10-15T09:12:00Z"><w:r><w:t>settled</w:t></w:r></w:ins>',
        f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>not for parents</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    word.add_comment(paragraph.runs, text="check with mum", author="Mrs H", initials="H")
    document = read(saved(word))
    assert text(document) == "He was settled\n"
    assert {
        ("deletion", "very upset"),
        ("insertion", "settled"),
        ("hidden-text", "not for parents"),
        ("comment", "check with mum"),
    } <= found(document)
    deletion = next(h for h in document.hidden if h.kind == "deletion")
    assert (deletion.author, deletion.when) == ("Mrs H", "2021-10-14")


def test_word_text_boxes_are_shown_once() -> None:
    word = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>"
    word.add_paragraph("Before")._p.append(
        parse_xml(
            f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
            f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>'
            "</mc:AlternateContent></w:r>"
        )
    )
    assert text(read(saved(word))) == "Before\nIn the box\n"


@pytest.mark.parametrize(
    ("number", "kind", "shown"),
    [
        (4, "lowerRoman", "iv"),
        (28, "upperLetter", "BB"),
        (3, "lowerLetter", "c"),
        (7, "decimalZero", "07"),
        (7, "decimal", "7"),
    ],
)
def test_list_numbers(number: int, kind: str, shown: str) -> None:
    assert shown_number(number, kind) == shown


def test_excel_shows_visible_cells_and_tells_hidden_ones() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Log"
    for row in (
        ["Date", "Note", "Code"],
        [date(2021, 10, 14), "Settled", "A"],
        [datetime(2021, 10, 15, 9, 12), "Upset", "B"],
        [None, 2.5, True],
    ):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet["B2"].comment = Comment("who says", "Mrs H")
    other = book.create_sheet("Secret")
    other["A1"], other.sheet_state = "Never shown", "veryHidden"
    document = read(saved(book))
    assert text(document) == "Date  Note\n14/10/2021  Settled\n2.5\n"
    assert found(document) == {
        ("hidden-row", "Log, row 3: 15/10/2021 09:12  Upset  B"),
        ("hidden-column", "Log, column C: Code; A; B; TRUE"),
        ("comment", "Log, cell B2: who says"),
        ("hidden-sheet", "Secret: Never shown"),
    }


@pytest.mark.parametrize(
    ("value", "pattern", "shown"),
    [(44483, "dd/mm/yyyy", "14/10/2021"), (44483.5, "d mmm yyyy h:mm", "14/10/2021 12:00"), (0.25, "h:mm", "06:00"),
     (44483, "mmm-yy", "October 2021"), (0.125, "0.0%", "12.5%"), (1234.5, "£#,##0.00", "£1,234.50"), (3.0, "", "3"),
     (3.25, "General", "3.25"), (-1, "dd/mm/yyyy", "-1"), (5, '"day" 0', "5"), (44483, "[$-809]dd mmmm yyyy", "14/10/2021")],
)  # fmt: skip
def test_numbers_as_a_person_reads_them(value: float, pattern: str, shown: str) -> None:
    assert number_text(value, pattern) == shown


def test_cell_places() -> None:
    assert [cell_place(r) for r in ("A1", "$AB$12", "x", "A0x")] == [(0, 0), (11, 27), None, None]
    assert [column_name(i) for i in (0, 25, 26, 701)] == ["A", "Z", "AA", "ZZ"]
    assert not is_date_format("0.00E+00")
    assert time(9)


def test_old_excel_and_word() -> None:
    book = read(old_samples.xls([["Date", "Note"], [44483.0, "Settled"], ["x", "Upset"]], hidden_row=2))
    assert text(book) == "Date  Note\n44483  Settled\n"
    assert found(book) == {("hidden-row", "Log, row 3: x  Upset")}
    word = read(old_samples.doc("Visit\rOne\x07Two\x07\x07After the \x13 HYPERLINK x \x14table\x15", "check"))
    assert text(word) == "Visit\nOne  Two\nAfter the table\n"
    assert found(word) == {("comment", "check")}


def test_slides_have_pages_and_notes() -> None:
    for data in (
        old_samples.pptx(["First", "Second"], "for staff only"),
        old_samples.ppt(["First", "Second"], "for staff only"),
    ):
        document = read(data)
        assert [page.text for page in document.pages] == ["First\n", "Second\n"]
        assert found(document) == {("speaker-note", "for staff only")}


def test_opendocument_text_and_sheets() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Mrs H</dc:creator>"
        "<dc:date>2021-10-14T09:00:00</dc:date></office:change-info><text:p>very upset</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:h text:outline-level='1'>Visit</text:h>"
        "<text:p>He<text:s text:c='2'/>was <office:annotation><dc:creator>K</dc:creator><text:p>sure?</text:p></office:annotation>"
        "settled<text:note><text:note-body><text:p>see log</text:p></text:note-body></text:note></text:p>"
    )
    document = read(old_samples.odf("text", body))
    assert text(document) == "Visit\nHe was settled[1]\n[1] see log\n"
    assert found(document) == {("deletion", "very upset"), ("comment", "sure?")}
    rows = (
        "<table:table table:name='Log'><table:table-row><table:table-cell table:number-columns-repeated='2'><text:p>a</text:p>"
        "</table:table-cell></table:table-row><table:table-row table:visibility='collapse'><table:table-cell><text:p>b</text:p>"
        "</table:table-cell></table:table-row><table:table-row table:number-rows-repeated='1048570'><table:table-cell/>"
        "</table:table-row></table:table>"
    )
    sheet = read(old_samples.odf("spreadsheet", rows))
    assert text(sheet) == "a  a\n"
    assert found(sheet) == {("hidden-row", "Log, row 2: b")}


def test_rtf_keeps_letters_tables_and_secrets() -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Arial;}{\f1\fcharset238 Arial;}}{\info{\title Visit}{\author J Hartley}"
        rb"{\creatim\yr2021\mo10\dy14\hr9\min12}}\pard caf\'e9 \u8211? {\f1 \'b3} \u-10179?\u-8704?\par{\v hidden words}"
        rb"\trowd\pard\intbl One\cell Two\cell\row\pard After{\*\annotation check}{\*\bkmkstart x}\par}"
    )
    document = read(data)
    assert text(document).splitlines()[1:] == ["One  Two", "After"]
    assert text(document).startswith("café – ł ")
    assert found(document) == {("hidden-text", "hidden words"), ("comment", "check")}
    assert document.title == "Visit"
    assert document.properties == {"author": "J Hartley", "created": "2021-10-14T09:12"}
    assert "missing" in read(data[:-60]).note


def test_protected_office_files_ask_for_a_password_and_open_with_it() -> None:
    msoffcrypto = pytest.importorskip("msoffcrypto.format.ooxml")
    out = io.BytesIO()
    msoffcrypto.OOXMLFile(io.BytesIO(excel())).encrypt("robin", out)
    for options in ({}, {"password": "wrong"}):
        with pytest.raises(FileProblem) as caught:
            read(out.getvalue(), **options)
        assert caught.value.code == "password"
    document = read(out.getvalue(), passwords=("a", "robin"))
    assert document.format == "xlsx"
    assert "The meeting" in text(document)
