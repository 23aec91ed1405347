"""The checks must fail when something is wrong; packs are spoilt here on purpose."""

import io
from typing import Any

import pikepdf
import pytest

from app.bundle.check import check, listed, page_count
from app.domain.errors import FileProblem
from tests.unit.bundle.makers import changed, pack_of, scan, text_pdf


def spoilt(change: Any) -> list[str]:
    result = pack_of(text_pdf("one", "two"), text_pdf("three"))
    checks = check(changed(result.pdf, change), result.plan)
    return [made.id for made in checks if not made.ok]


def test_a_sound_pack_passes() -> None:
    assert spoilt(lambda pdf: None) == []


def test_a_page_too_few() -> None:
    assert "pages" in spoilt(lambda pdf: pdf.pages.__delitem__(3))


def test_pages_out_of_order() -> None:
    def swap(pdf: Any) -> None:
        pdf.pages.insert(2, pdf.pages[4])
        del pdf.pages[5]

    assert "numbers" in spoilt(swap)


def test_a_number_that_is_missing() -> None:
    def wipe(pdf: Any) -> None:
        pdf.pages[2].obj.Contents = pdf.make_stream(b"")

    assert spoilt(wipe) == ["numbers"]


def test_an_index_without_links() -> None:
    assert spoilt(lambda pdf: pdf.pages[1].obj.__delitem__("/Annots")) == ["index"]


def test_no_bookmarks() -> None:
    assert spoilt(lambda pdf: pdf.Root.__delitem__("/Outlines")) == ["bookmarks"]


def test_scripts_attachments_and_forms() -> None:
    def script(pdf: Any) -> None:
        pdf.attachments["x.txt"] = b"x"
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[])

    assert spoilt(script) == ["nothing-hidden"]


def test_missing_pages_are_named() -> None:
    result = pack_of(text_pdf("one"))
    made = next(c for c in check(result.pdf, result.plan, (3,)) if c.id == "complete")
    assert not made.ok
    assert "page 3" in made.detail


def test_a_bundle_of_somebody_else_is_read() -> None:
    ours = check(pack_of(text_pdf("one")).pdf)
    assert [made.id for made in ours if not made.ok] == []
    theirs = {made.id: made.ok for made in check(scan("only a picture").pdf)}
    assert theirs == {
        "numbers": False,
        "index": False,
        "bookmarks": False,
        "searchable": False,
        "sheets": False,
        "nothing-hidden": True,
        "size": True,
    }


def test_bookmarks_in_a_circle_end() -> None:
    def circle(pdf: Any) -> None:
        first = pdf.Root.Outlines.First
        first.Next = first

    with pikepdf.open(io.BytesIO(pack_of(text_pdf("x")).pdf)) as pack:
        assert len(pack.pages) == 3
    assert "bookmarks" in spoilt(circle)


@pytest.mark.parametrize("data", [b"", b"no pdf at all", b"%PDF-1.7\n"])
def test_no_pdf_is_a_plain_problem(data: bytes) -> None:
    with pytest.raises(FileProblem):
        check(data)
    with pytest.raises(FileProblem):
        page_count(data)


def test_a_locked_pdf_says_so() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(text_pdf("x"))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(FileProblem) as caught:
        page_count(out.getvalue())
    assert caught.value.code == "password"


def test_lists_of_pages() -> None:
    assert listed([3]) == "page 3"
    assert listed([9, 3, 4, 5]) == "pages 3–5, 9"
    assert listed(range(1, 60, 2)).endswith("and 18 more places")


def test_every_rule_says_what_it_found() -> None:
    assert all(made.title and made.detail for made in pack_of(text_pdf("x")).checks)
