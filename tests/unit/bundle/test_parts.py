"""Geometry, the invisible font, words, JPEG data, fonts and pictures kept once, hidden layers."""

import io
from typing import Any

import pikepdf
import pymupdf
import pytest
from PIL import Image

from app.bundle.geometry import A4_LONG, A4_SHORT, STRIP, apply, fit, number
from app.bundle.glyphless import encode, font_file
from app.bundle.jpeg import without_private_data
from app.bundle.sources import PackSource, ScanText
from app.bundle.text_layer import layer
from app.domain.words import Word, pack_words
from tests.unit.bundle.makers import changed, failed, opened, pack_of, text_pdf


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("upright", [0, 90, 180, 270])
@pytest.mark.parametrize("unit", [1.0, 2.5])
@pytest.mark.parametrize("box", [(0, 0, 595, 842), (-20, 30, 400, 180), (10, 10, 3000, 2900)])
def test_every_corner_lands_inside_the_sheet_above_the_strip(rotate: int, upright: int, unit: float, box: Any) -> None:
    placed = fit(box, rotate, unit, upright)
    corners = [apply(placed.matrix, x, y) for x in box[0::2] for y in box[1::2]]
    assert all(-0.01 <= x <= placed.width + 0.01 and STRIP - 0.01 <= y <= placed.height + 0.01 for x, y in corners)
    assert sorted((placed.width, placed.height)) == [A4_SHORT, A4_LONG]
    a, b, c, d, *_ = placed.matrix
    assert abs(a * d - b * c) ** 0.5 <= unit + 1e-9


def test_shown_places_and_own_places_agree() -> None:
    placed = fit((10, 20, 610, 420), 90, 1.0, 0)
    assert apply(placed.shown, 0, 0) == pytest.approx(apply(placed.matrix, 10, 20))
    assert apply(placed.shown, 400, 600) == pytest.approx(apply(placed.matrix, 610, 420))


def test_numbers_have_no_exponent() -> None:
    assert [number(n) for n in (1e-9, -1e-9, 0.5, 12.0, 123456.789)] == ["0", "0", "0.5", "12", "123456.789"]


def test_the_invisible_font_is_a_font() -> None:
    assert pymupdf.Font(fontbuffer=font_file()).glyph_count == 1


def test_letters_outside_the_plane_and_controls_are_left_out() -> None:
    assert encode("a\x01é😀\ud800ж") == b"<006100e90436>"


def test_words_without_letters_write_nothing() -> None:
    placed = fit((0, 0, 595, 842))
    assert layer("😀 ", [Word(0, 1, 0, 0, 10, 10)], placed, "F") == b""
    assert layer("", [], placed, "F") == b""


def photo(**save: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), (200, 40, 40)).save(out, "JPEG", **save)
    return out.getvalue()


def test_place_and_camera_leave_a_photograph_but_the_picture_stays() -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCameraMaker"
    private = photo(exif=exif, comment=b"our home address")
    assert b"SecretCameraMaker" in private
    clean = without_private_data(private)
    assert b"Secret" not in clean
    assert b"our home" not in clean
    assert Image.open(io.BytesIO(clean)).tobytes() == Image.open(io.BytesIO(private)).tobytes()


@pytest.mark.parametrize("data", [b"", b"no picture", photo()[:30], b"\xff\xd8\xff\xe1\xff\xff"])
def test_what_is_no_whole_jpeg_is_left_alone(data: bytes) -> None:
    assert without_private_data(data) == data


def picture_pdf(jpeg: bytes) -> bytes:
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_image(pymupdf.Rect(50, 50, 200, 170), stream=jpeg)
        return bytes(document.tobytes())


def test_a_photograph_in_a_pack_has_lost_its_private_data() -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCameraMaker"
    source = picture_pdf(photo(exif=exif))
    assert b"SecretCameraMaker" in source
    result = pack_of(source)
    assert b"SecretCameraMaker" not in result.pdf
    with opened(result) as pack:
        assert pack[-1].get_pixmap().pixel(120, 110)[0] > 180


def test_equal_pictures_and_fonts_are_kept_once() -> None:
    noise = io.BytesIO()
    Image.effect_noise((300, 300), 90).save(noise, "JPEG", quality=95)
    one = picture_pdf(noise.getvalue())
    alone, many = pack_of(one), pack_of(*[one] * 12)
    assert len(many.pdf) < len(alone.pdf) + 12 * 2500
    with opened(many) as pack:
        shown = {bytes(page.get_pixmap(clip=(40, 40, 210, 180)).samples) for page in pack.pages(2)}
    assert len(shown) == 1


def layered(state: str) -> bytes:
    with pymupdf.open() as document:
        page = document.new_page()
        group = document.add_ocg("secret", on=state == "on")
        page.insert_text((50, 80), "open words")
        page.insert_text((50, 120), "layer words", oc=group)
        return bytes(document.tobytes())


def test_layers_that_are_off_are_taken_out_and_those_that_are_on_stay() -> None:
    with opened(pack_of(layered("off"))) as pack:
        assert "open words" in pack[-1].get_text()
        assert "layer words" not in pack[-1].get_text()
    with opened(pack_of(layered("on"))) as pack:
        assert "layer words" in pack[-1].get_text()


def test_words_under_a_failed_redaction_do_not_leave() -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((50, 80), "seen by all", fontsize=20)
        page.insert_text((50, 140), "SECRETNAME", fontsize=20)
        page.draw_rect(pymupdf.Rect(45, 115, 220, 150), fill=(0, 0, 0))
        page.set_rotation(90)
        source = bytes(document.tobytes())
    words = ScanText("seen by all", pack_words([Word(0, 4, 688, 50, 706, 90)]))
    result = pack_of(PackSource(source, {1: words}, frozenset({1})))
    with opened(result) as pack:
        page = pack[-1]
        assert "SECRETNAME" not in page.get_text()
        assert "seen" in page.get_text()
        assert page.rect.width > page.rect.height
    assert failed(result) == []
    with opened(pack_of(source)) as careless:
        assert "SECRETNAME" in careless[-1].get_text()


def test_notes_and_form_values_become_part_of_the_page() -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        page.add_freetext_annot(pymupdf.Rect(100, 100, 300, 130), "written beside")
        field = pymupdf.Widget()
        field.field_type, field.field_name = pymupdf.PDF_WIDGET_TYPE_TEXT, "name"
        field.field_value, field.rect = "typed into the form", pymupdf.Rect(100, 200, 300, 220)
        page.add_widget(field)
        source = bytes(document.tobytes())
    result = pack_of(source)
    assert failed(result) == []
    with opened(result) as pack:
        shown = pack[-1].get_text()
        assert "written beside" in shown
        assert "typed into the form" in shown
        assert not list(pack[-1].annots() or ())
        assert not list(pack[-1].widgets() or ())


def test_nothing_private_of_a_source_gets_into_the_pack() -> None:
    def fill(pdf: Any) -> None:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('SECRETSCRIPT')")
        pdf.docinfo = pdf.make_indirect(pikepdf.Dictionary(Author="SECRETAUTHOR"))
        pdf.Root.OpenAction = script
        pdf.Root.Metadata = pdf.make_stream(b"<x>SECRETMETA</x>")
        pdf.attachments["SECRETFILE.txt"] = b"SECRETCONTENT"
        page = pdf.pages[0].obj
        page.AA = pikepdf.Dictionary(O=script)
        page.PieceInfo = pikepdf.Dictionary(X="SECRETPIECE")
        page.Metadata = pdf.make_stream(b"SECRETPAGE")
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
        link.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://secret.example/SECRETLINK")
        page.Annots = [link]
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[], XFA=pdf.make_stream(b"SECRETXFA"))

    result = pack_of(changed(text_pdf("public"), fill))
    with pikepdf.open(io.BytesIO(result.pdf)) as pack:
        out = io.BytesIO()
        pack.save(
            out, object_stream_mode=pikepdf.ObjectStreamMode.disable, stream_decode_level=pikepdf.StreamDecodeLevel.all
        )
        assert b"SECRET" not in out.getvalue()
        assert "public" in text_of(result)
    assert failed(result) == []


def text_of(result: Any) -> str:
    with opened(result) as pack:
        return " ".join(" ".join(page.get_text().split()) for page in pack)
