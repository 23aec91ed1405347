import pytest

from app.domain.errors import OutputProblem
from app.system.typesetting import MISSING_GLYPH, typeset, unshowable
from tests.unit.export.readback import assert_accessible, words_of

CODE = {"case_name": "Ada", "groups": ["ABCD"], "columns": 1, "made": "1 Jan 2026"}


def test_same_data_same_bytes() -> None:
    assert typeset("recovery", CODE, "Sheet") == typeset("recovery", CODE, "Sheet")


def test_pdf_is_accessible() -> None:
    assert_accessible(typeset("recovery", CODE, "Recovery “sheet”"), "Recovery “sheet”")


def test_text_of_people_is_never_markup() -> None:
    hostile = '#panic("x") *bold* $1/0$ // gone \\ #sys.inputs [<label>] @ref'
    shown = words_of(typeset("recovery", {**CODE, "case_name": hostile}, "Sheet"))
    assert hostile in shown


def test_letters_no_font_has_become_boxes_and_the_rest_stays() -> None:
    shown = words_of(typeset("recovery", {**CODE, "case_name": "Zażółć 中文 \U0001f600 Łódź\x07\ud800"}, "Sheet"))
    assert f"Zażółć {MISSING_GLYPH * 2} {MISSING_GLYPH} Łódź" in shown


def test_unshowable_names_exactly_the_missing_ones() -> None:
    assert unshowable(frozenset("éŁ中😀ß")) == frozenset("中😀")


def test_data_that_does_not_fit_the_template_is_a_plain_problem() -> None:
    with pytest.raises(OutputProblem) as caught:
        typeset("recovery", {}, "Sheet")
    assert caught.value.code == "cannot-write"
