"""Words of office files that were coloured away are never kept; headings in light letters are."""

import io

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.shared import RGBColor
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from app.domain.extracted import ExtractedDocument
from app.ingest import registry
from app.ingest.blacked import is_unseen, masked, tone
from app.ingest.reader import ReadOptions

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(thing: object) -> ExtractedDocument:
    out = io.BytesIO()
    thing.save(out)  # type: ignore[attr-defined]
    return registry.read(out.getvalue(), "x", ReadOptions())


def word(how: str) -> ExtractedDocument:
    made = docx.Document()
    paragraph = made.add_paragraph("The note says that ")
    run = paragraph.add_run("Gillian Rusk")
    paragraph.add_run(" rang the school about it.")
    if how == "marker":
        run.font.highlight_color = WD_COLOR_INDEX.BLACK
    if how == "white":
        run.font.color.rgb = RGBColor(255, 255, 255)
    if how == "shading":
        run.font.color.rgb = RGBColor(0, 0, 0)
        run._r.get_or_add_rPr().append(parse_xml(f'<w:shd {W} w:val="clear" w:color="auto" w:fill="000000"/>'))
    return read(made)


@pytest.mark.parametrize("how", ["marker", "white", "shading"])
def test_words_of_a_word_document(how: str) -> None:
    made = word(how)
    assert "Rusk" not in repr((made.pages, made.hidden))
    assert b"Rusk" not in made.reading_copy
    (page,) = made.pages
    assert "The note says that ▉▉▉▉" in page.text
    assert "rang the school" in page.text
    assert page.unsafe == page.boxes
    assert len(page.unsafe) == 1
    assert [item.kind for item in made.hidden] == ["insecure-redaction"]


def test_light_letters_on_a_dark_cell_are_seen() -> None:
    made = docx.Document()
    cell = made.add_table(1, 2).rows[0].cells[0]
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {W} w:val="clear" w:color="auto" w:fill="1F3864"/>'))
    cell.paragraphs[0].add_run("Date of visit").font.color.rgb = RGBColor(255, 255, 255)
    run = made.add_paragraph().add_run("SECTION A")
    run._r.get_or_add_rPr().append(parse_xml(f'<w:shd {W} w:val="clear" w:color="auto" w:fill="000000"/>'))
    made.add_paragraph().add_run("urgent").font.highlight_color = WD_COLOR_INDEX.YELLOW
    found = read(made)
    assert all(words in found.pages[0].text for words in ("Date of visit", "SECTION A", "urgent"))
    assert found.hidden == ()


def test_a_tracked_insertion_does_not_tell_it() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("The note says that ")
    paragraph._p.append(
        parse_xml(
            f'<w:ins {W} w:author="A"><w:r><w:rPr><w:highlight w:val="black"/></w:rPr><w:t>Gillian Rusk</w:t></w:r></w:ins>'
        )
    )
    found = read(made)
    assert "Rusk" not in repr((found.pages, found.hidden))


def test_cells_of_a_workbook() -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["Date", "Who", "What"])
    sheet.append(["3 May", "Gillian Rusk", "rang the school"])
    sheet.append(["4 May", "Mabel Thorne", "came to the gate"])
    sheet["B2"].fill = PatternFill("solid", fgColor="FF000000")
    sheet["B2"].font = Font(color="FF000000")
    sheet["B3"].font = Font(color="FFFFFFFF")
    for cell in sheet[1]:
        cell.fill, cell.font = PatternFill("solid", fgColor="FF203864"), Font(color="FFFFFFFF")
    found = read(book)
    assert "Rusk" not in repr((found.pages, found.hidden))
    assert "Thorne" not in repr((found.pages, found.hidden))
    assert "Who" in found.pages[0].text
    assert len(found.pages[0].unsafe) == 2


@pytest.mark.parametrize(
    ("letters", "ground", "adapts", "unseen"),
    [("000000", "black", True, True), ("", "000000", True, False), ("auto", "black", False, True), ("FFFFFF", "", True, True),
     ("FFFFFF", "000000", True, False), ("", "", True, False), ("333", "", True, False), ("FFFF00", "yellow", True, True)],
)  # fmt: skip
def test_colours(letters: str, ground: str, adapts: bool, unseen: bool) -> None:
    assert is_unseen(tone(letters), tone(ground), adapts) is unseen


def test_blocks_are_about_as_long() -> None:
    assert (masked("  "), masked("ab"), masked("Gillian Rusk")) == ("  ", "▉" * 4, "▉" * 12)
