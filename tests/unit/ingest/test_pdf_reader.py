"""PDF pages as shown, and what is hidden in PDFs."""

import io

import pikepdf
import pymupdf
import pytest
from PIL import Image, ImageDraw

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedDocument
from app.domain.words import unpack_words
from app.ingest.limits import Limits
from app.ingest.pdf_extras import pdf_date
from app.ingest.reader import ReadOptions
from app.ingest.readers import pdf

SECRET = "Whistlewood"
LINE = f"The allegation was made by {SECRET} on Monday"


def read(data: bytes, **options: object) -> ExtractedDocument:
    return pdf.read(data, "x.pdf", ReadOptions(**options))  # type: ignore[arg-type]


def made(draw: object, pages: int = 1) -> bytes:
    with pymupdf.open() as document:
        for number in range(pages):
            draw(document.new_page(), number)  # type: ignore[operator]
        return document.tobytes(no_new_id=True)


def secret_place(page: pymupdf.Page) -> pymupdf.Rect:
    return page.search_for(SECRET)[0] + (-1, -1, 1, 1)


def test_words_under_a_box_drawn_later_are_dropped_and_reported() -> None:
    def draw(page: pymupdf.Page, _: int) -> None:
        page.insert_text((72, 100), LINE)
        page.insert_text((72, 130), "He was settled afterwards")
        page.draw_rect(secret_place(page), color=(0, 0, 0), fill=(0, 0, 0))

    document = read(made(draw))
    assert document.pages[0].text == "The allegation was made by on Monday\nHe was settled afterwards\n"
    assert [(h.kind, h.text, h.page) for h in document.hidden] == [("insecure-redaction", "", 1)]
    assert SECRET.encode() not in b"".join(page.words for page in document.pages)


def test_a_label_on_the_box_stays_and_the_words_under_it_go() -> None:
    def draw(page: pymupdf.Page, _: int) -> None:
        page.insert_text((72, 100), LINE)
        place = secret_place(page)
        page.draw_rect(place, color=(0, 0, 0), fill=(0, 0, 0))
        page.insert_text((place.x0 + 2, 99), "s.40(2)", color=(1, 1, 1), fontsize=9)

    text = read(made(draw)).pages[0].text
    assert SECRET not in text
    assert "s.40(2)" in text


def test_a_box_over_part_of_a_word_hides_the_word() -> None:
    def draw(page: pymupdf.Page, _: int) -> None:
        page.insert_text((72, 100), f"Written by {SECRET}-Smythe on Monday")
        page.draw_rect(secret_place(page), color=(0, 0, 0), fill=(0, 0, 0))

    assert read(made(draw)).pages[0].text == "Written by on Monday\n"


@pytest.mark.parametrize("colour", [(0, 0, 0), (1, 1, 1), (0.6, 0.6, 0.6)])
def test_a_box_that_is_an_annotation_hides_too(colour: tuple[float, float, float]) -> None:
    def draw(page: pymupdf.Page, _: int) -> None:
        page.insert_text((72, 100), LINE)
        note = page.add_rect_annot(secret_place(page))
        note.set_colors(stroke=colour, fill=colour)
        note.update()

    document = read(made(draw))
    assert SECRET not in document.pages[0].text
    assert [h.kind for h in document.hidden] == ["insecure-redaction"]


def test_a_black_picture_over_text_hides_too() -> None:
    def draw(page: pymupdf.Page, _: int) -> None:
        page.insert_text((72, 100), LINE)
        out = io.BytesIO()
        Image.new("RGB", (40, 10), "black").save(out, "PNG")
        page.insert_image(secret_place(page), stream=out.getvalue(), keep_proportion=False)

    assert SECRET not in read(made(draw)).pages[0].text


def test_header_rows_highlights_and_frames_are_no_redactions() -> None:
    def draw(page: pymupdf.Page, _: int) -> None:
        page.draw_rect((60, 80, 400, 110), color=(0, 0, 0), fill=(0, 0, 0))
        page.insert_text((72, 100), "Date Note", color=(1, 1, 1))
        page.insert_text((72, 150), "Highlighted words stay readable")
        page.draw_rect((60, 135, 300, 155), color=None, fill=(1, 1, 0), fill_opacity=0.4)
        page.insert_text((72, 200), "Framed words stay readable")
        page.draw_rect((60, 185, 300, 205), color=(0, 0, 0))

    document = read(made(draw))
    assert document.pages[0].text.split() == [
        "Date",
        "Note",
        "Highlighted",
        "words",
        "stay",
        "readable",
        "Framed",
        "words",
        "stay",
        "readable",
    ]
    assert document.hidden == ()


def test_recognised_text_under_a_painted_scan_is_dropped() -> None:
    image = Image.new("L", (1240, 1754), 255)
    pen = ImageDraw.Draw(image)
    pen.text((150, 180), LINE, fill=0, font_size=24)

    def draw(page: pymupdf.Page, _: int) -> None:
        for number, word in enumerate(LINE.split()):
            page.insert_text((72 + 60 * number, 100), word, render_mode=3)
        box = secret_place(page)
        pen.rectangle([edge * 1240 / 595 for edge in box], fill=0)
        out = io.BytesIO()
        image.save(out, "PNG")
        page.insert_image(page.rect, stream=out.getvalue(), overlay=False)

    document = read(made(draw))
    assert SECRET not in document.pages[0].text
    assert [h.kind for h in document.hidden] == ["insecure-redaction"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_places_are_those_of_the_page_as_shown(turn: int) -> None:
    def draw(page: pymupdf.Page, _: int) -> None:
        page.insert_text((72, 100), "Corner")
        page.set_rotation(turn)

    page = read(made(draw)).pages[0]
    word = unpack_words(page.words)[0]
    assert (page.width, page.height) == ((595, 842) if turn in (0, 180) else (842, 595))
    middle = {0: (90, 96), 90: (842 - 96, 90), 180: (595 - 90, 842 - 96), 270: (96, 595 - 90)}[turn]
    assert (word.x0 + word.x1) / 2 == pytest.approx(middle[0], abs=8)
    assert (word.y0 + word.y1) / 2 == pytest.approx(middle[1], abs=8)


def test_cells_of_a_row_are_one_line_and_columns_keep_their_order() -> None:
    def draw(page: pymupdf.Page, _: int) -> None:
        for x, text in ((72, "14/10/2021"), (200, "JH"), (300, "Phoned mother")):
            page.insert_text((x, 100), text)
        page.insert_text((72, 114), "15/10/2021")

    assert read(made(draw)).pages[0].text == "14/10/2021  JH  Phoned mother\n15/10/2021\n"


def test_words_outside_the_shown_part_of_a_page_are_left_out() -> None:
    def draw(page: pymupdf.Page, _: int) -> None:
        page.insert_text((72, 100), "Shown")
        page.insert_text((72, 700), "Cropped")
        page.set_cropbox((0, 0, 595, 400))

    page = read(made(draw)).pages[0]
    assert page.text == "Shown\n"
    assert page.height == 400


def test_a_picture_page_is_a_scan_and_an_empty_page_is_blank() -> None:
    def draw(page: pymupdf.Page, number: int) -> None:
        if number == 0:
            out = io.BytesIO()
            Image.effect_noise((600, 800), 60).save(out, "JPEG")
            page.insert_image(page.rect, stream=out.getvalue())
            page.insert_text((72, 820), "Disclosure copy 12")
        if number == 2:
            page.insert_text((72, 100), "A short line")

    pages = read(made(draw, 3)).pages
    assert [(page.scan, page.blank) for page in pages] == [(True, False), (False, True), (False, False)]


def test_shifted_letters_are_taken_for_a_scan() -> None:
    words = "the meeting was held on the fourteenth and everybody who was invited came and spoke about the plan " * 3
    shifted = "".join(chr(ord(c) - 29) if c.isalpha() else c for c in words)

    def draw(page: pymupdf.Page, _: int) -> None:
        page.insert_textbox((72, 72, 500, 700), shifted)

    page = read(made(draw)).pages[0]
    assert page.scan
    assert (page.text, page.words) == ("", b"")


def test_passwords() -> None:
    def draw(page: pymupdf.Page, _: int) -> None:
        page.insert_text((72, 100), LINE)

    def locked(user: str) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(made(draw))) as document:
            document.save(out, encryption=pikepdf.Encryption(user=user, owner="owner", R=6))
        return out.getvalue()

    for options in ({}, {"password": "wrong"}, {"passwords": ("a", "b")}):
        with pytest.raises(FileProblem) as caught:
            read(locked("robin"), **options)
        assert caught.value.code == "password"
    for data, options in ((locked("robin"), {"passwords": ("a", "robin")}), (locked(""), {})):
        document = read(data, **options)
        assert SECRET in document.pages[0].text
        with pymupdf.open(stream=document.reading_copy, filetype="pdf") as copy:
            assert not copy.needs_pass
            assert not copy.metadata["encryption"]


def test_a_cut_file_gives_what_is_left_and_a_sound_copy() -> None:
    def draw(page: pymupdf.Page, number: int) -> None:
        page.insert_text((72, 100), f"Page {number} of the record about the autumn term and its meetings")

    whole = made(draw, 4)
    document = read(whole[: int(len(whole) * 0.97)])
    assert "damaged" in document.note
    assert "Page 0" in document.pages[0].text
    with pymupdf.open(stream=document.reading_copy, filetype="pdf") as copy:
        assert copy.page_count == len(document.pages)
        assert not copy.is_repaired


def test_comments_form_values_and_attachments_are_found() -> None:
    def draw(page: pymupdf.Page, _: int) -> None:
        page.insert_text((72, 100), "Statement about the visit")
        note = page.add_text_annot((300, 100), "Leave this out")
        note.set_info(title="Mrs H", creationDate="D:20211014091200+01'00'")
        widget = pymupdf.Widget()
        widget.field_name, widget.field_label = "risk", "Risk level"
        widget.field_type = pymupdf.PDF_WIDGET_TYPE_TEXT
        widget.field_value, widget.rect = "High", pymupdf.Rect(72, 200, 200, 220)
        page.add_widget(widget)
        page.parent.embfile_add("notes", b"hello", filename="../notes.txt")
        page.parent.set_metadata({"title": "Visit", "author": "J Hartley", "creationDate": "D:20211014091200Z"})

    document = read(made(draw))
    found = {(h.kind, h.text, h.author, h.when, h.page) for h in document.hidden}
    assert ("comment", "Leave this out", "Mrs H", "2021-10-14", 1) in found
    assert ("form-value", "Risk level: High", "", "", 1) in found
    assert "High" in document.pages[0].text
    assert [(m.path, m.data) for m in document.members] == [("notes.txt", b"hello")]
    assert document.title == "Visit"
    assert document.properties["author"] == "J Hartley"
    assert document.properties["created"] == "2021-10-14T09:12:00Z"


def test_page_limit() -> None:
    def draw(page: pymupdf.Page, _: int) -> None:
        page.insert_text((72, 100), "x")

    with pytest.raises(FileProblem) as caught:
        read(made(draw, 3), limits=Limits(max_pages=2))
    assert caught.value.code == "too-large"
    assert "3 pages" in caught.value.happened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("D:20211014091200+01'00'", "2021-10-14T09:12:00+01:00"),
        ("D:20211014", "2021-10-14"),
        ("D:2021", "2021"),
        ("", ""),
        ("x", ""),
    ],
)
def test_pdf_dates(text: str, expected: str) -> None:
    assert pdf_date(text) == expected
