import io
from datetime import date

import pikepdf
import pytest

from app.export.recovery import code_groups, recovery_sheet_pdf
from tests.unit.export.readback import assert_accessible, words_of

CODE = "K7QM-2XPD-9HRT-4WNB-C8VF-J3WS-6YGA"


def test_one_page_with_the_whole_code_in_groups() -> None:
    pdf = recovery_sheet_pdf("Ada Brennan", CODE, date(2026, 11, 12))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1
    shown = words_of(pdf)
    assert CODE.replace("-", " ") in shown
    assert "Ada Brennan" in shown
    assert "12 Nov 2026" in shown
    assert_accessible(pdf, "Recovery sheet for Ada Brennan")


def test_a_very_long_name_and_code_stay_on_one_page() -> None:
    pdf = recovery_sheet_pdf("Ada " * 40, "-".join(["ABCD"] * 14), date(2026, 11, 12))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1


@pytest.mark.parametrize(
    ("code", "groups"),
    [("AB-CD", ["AB", "CD"]), ("AB CD–EF", ["AB", "CD", "EF"]), ("ABCDEFGHIJ", ["ABCD", "EFGH", "IJ"])],
)
def test_groups(code: str, groups: list[str]) -> None:
    assert code_groups(code) == groups


def test_no_code_is_refused() -> None:
    with pytest.raises(ValueError, match="no recovery code"):
        code_groups(" - ")
