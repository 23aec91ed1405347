import pickle
from datetime import date

import pytest

from app.bundle.assemble import build
from app.bundle.plan import plan
from app.bundle.sources import PackSource
from app.domain.bundles import PackItem, PackSpec, Section
from app.domain.errors import OutputProblem
from app.domain.ids import DocumentId
from tests.unit.bundle.makers import MADE, changed, failed, opened, pack_of, scan, spec_of, text_pdf


def last_word(page: object) -> str:
    return str(page.get_text("words", sort=True)[-1][4])  # type: ignore[attr-defined]


def test_every_page_shows_its_own_number_at_the_foot_on_the_right() -> None:
    result = pack_of(text_pdf("one", "two"), text_pdf("three", size=(842, 595)), text_pdf("four", rotate=90))
    with opened(result) as pack:
        assert len(pack) == result.plan.total == result.plan.front_pages + 4
        for at, page in enumerate(pack, start=1):
            _, y0, x1, y1, word, *_ = max(page.get_text("words"), key=lambda w: (w[3], w[0]))
            assert word == str(at)
            assert page.rect.width - 40 < x1 < page.rect.width - 20
            assert y1 > page.rect.height - 22
            assert y1 - y0 >= 12
            assert page.get_label() == str(at)
    assert failed(result) == []


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("size", [(595, 842), (842, 595), (1684, 2384), (300, 200)])
def test_sheets_are_a4_and_show_the_page_as_it_was_shown(rotate: int, size: tuple[float, float]) -> None:
    source = text_pdf("look here", size=size, rotate=rotate)
    result = pack_of(source)
    with opened(pack_of(source)) as pack:
        page = pack[result.plan.front_pages]
        wide = (size[0] > size[1]) != (rotate % 180 == 90)
        assert (page.rect.width > page.rect.height) == wide
        assert sorted((round(page.rect.width), round(page.rect.height))) == [595, 842]
        assert page.rotation == 0
        direction = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[rotate]
        line = page.get_text("dict")["blocks"][0]["lines"][0]
        assert tuple(round(d) for d in line["dir"]) == direction


def test_content_stays_clear_of_the_number() -> None:
    def frame(pdf: object) -> None:
        page = pdf.pages[0]  # type: ignore[attr-defined]
        page.contents_add(b" 1 0 0 rg 0 0 595 842 re f")

    result = pack_of(changed(text_pdf("x"), frame))
    with opened(result) as pack:
        page = pack[result.plan.front_pages]
        picture = page.get_pixmap()
        strip = [picture.pixel(x, picture.height - 3) for x in range(0, picture.width, 7)]
        assert set(strip) == {(255, 255, 255)}
        assert picture.pixel(picture.width // 2, picture.height // 2) == (255, 0, 0)


def test_odd_origins_crop_boxes_and_units() -> None:
    def odd(pdf: object) -> None:
        first, second, third = pdf.pages  # type: ignore[attr-defined]
        first.obj.MediaBox = [-50, -60, 545, 802]
        second.obj.CropBox = [30, 700, 330, 842]
        third.obj.UserUnit = 2

    result = pack_of(changed(text_pdf("first", "second", "third"), odd))
    start = result.plan.front_pages
    with opened(result) as pack:
        assert pack[start].search_for("first")[0][0] == pytest.approx(14.6 + 90 * 0.951, abs=1)
        assert "second" in pack[start + 1].get_text()
        assert pack[start + 1].rect.width > pack[start + 1].rect.height
        assert pack[start + 2].search_for("third")[0][0] == pytest.approx(7.9 + 40 * 0.974, abs=1)


def test_what_lies_outside_the_visible_box_is_not_drawn() -> None:
    def crop(pdf: object) -> None:
        page = pdf.pages[0]  # type: ignore[attr-defined]
        page.contents_add(b" 0 1 0 rg 0 0 595 300 re f")
        page.obj.CropBox = [0, 420, 595, 842]

    result = pack_of(changed(text_pdf("top"), crop))
    with opened(result) as pack:
        picture = pack[result.plan.front_pages].get_pixmap()
        colours = {picture.pixel(x, y) for x in range(0, picture.width, 9) for y in range(0, picture.height, 9)}
    assert (0, 255, 0) not in colours


def test_unbalanced_graphics_state_cannot_move_the_number() -> None:
    def spoil(pdf: object) -> None:
        pdf.pages[0].contents_add(b" Q Q Q 5 0 0 5 100 100 cm q q 3 Tr ")  # type: ignore[attr-defined]

    assert failed(pack_of(changed(text_pdf("spoilt"), spoil))) == []


def test_chosen_pages_in_their_order_and_a_document_twice() -> None:
    items = (PackItem(DocumentId(1), "All"), PackItem(DocumentId(1), "Some", pages=(3, 1, 3)))
    spec = PackSpec("P", "Ada", sections=(Section("A", "One", items),))
    result = pack_of(text_pdf("alpha", "beta", "gamma"), spec=spec)
    with opened(result) as pack:
        shown = [page.get_text().split()[0] for page in pack][result.plan.front_pages :]
    assert shown == ["alpha", "beta", "gamma", "gamma", "alpha", "gamma"]


def test_scans_are_found_at_the_right_place() -> None:
    for rotate, turned in ((0, 0), (90, 0), (0, 90), (270, 180), (180, 0)):
        result = pack_of(scan("Mother declined the offer", rotate, turned))
        with opened(result) as pack:
            page = pack[result.plan.front_pages]
            assert "Mother declined the offer" in " ".join(page.get_text().split())
            found = page.search_for("declined")
            assert len(found) == 1
            picture = page.get_pixmap(clip=found[0], colorspace="gray")
            around = page.get_pixmap(clip=found[0] + (0, 60, 0, 60), colorspace="gray")
            assert min(picture.samples) < 80, (rotate, turned)
            assert min(around.samples) > 200
            assert page.rect.height > page.rect.width
        assert failed(result) == []


def test_invisible_words_are_invisible() -> None:
    bare = scan("Mother declined")
    with opened(pack_of(bare)) as with_words, opened(pack_of(bare.pdf)) as without:
        assert with_words[-1].get_pixmap().samples == without[-1].get_pixmap().samples
        assert "declined" not in without[-1].get_text()


def test_a_picture_without_words_is_named_by_the_checks() -> None:
    result = pack_of(text_pdf("typed"), scan("seen only").pdf)
    check = next(c for c in result.checks if c.id == "searchable")
    assert not check.ok
    assert f"page {result.plan.total}" in check.detail


def test_damaged_documents_become_pages_that_say_so() -> None:
    good = text_pdf("fine", "fine too")
    result = pack_of(good, b"%PDF-1.7 broken", b"", counts={2: 2, 3: 1})
    with opened(result) as pack:
        shown = [" ".join(page.get_text().split()) for page in pack][result.plan.front_pages :]
    assert ["fine" in text for text in shown] == [True, True, False, False, False]
    assert all("This page could not be included" in text for text in shown[2:])
    assert "Record 2, page 2" in shown[3]
    assert failed(result) == ["complete"]


def test_a_document_with_fewer_pages_than_planned() -> None:
    result = pack_of(text_pdf("only"), counts={1: 3})
    complete = next(c for c in result.checks if c.id == "complete")
    first = result.plan.front_pages + 2
    assert f"pages {first}–{first + 1}" in complete.detail


def test_any_damage_gives_a_whole_pack() -> None:
    source = text_pdf("a", "b", "c")
    for cut in range(20, len(source), max(1, len(source) // 25)):
        for broken in (source[:cut], source[:cut] + b"\xff" * 9 + source[cut + 9 :]):
            result = pack_of(broken, counts={1: 3})
            with opened(result) as pack:
                assert len(pack) == result.plan.total
                assert last_word(pack[-1]) == str(result.plan.total)


def test_the_same_input_gives_the_same_bytes() -> None:
    source = text_pdf("same")
    assert pack_of(source).pdf == pack_of(source).pdf


def test_it_travels_between_processes() -> None:
    sources = {DocumentId(1): PackSource(text_pdf("x"))}
    arithmetic = plan(spec_of(1), {DocumentId(1): 1})
    again = pickle.loads(pickle.dumps(build(*pickle.loads(pickle.dumps((arithmetic, sources, MADE))))))
    assert again.pdf.startswith(b"%PDF")
    assert [stage for stage, _ in again.timings][-1] == "check"


def test_an_empty_pack_is_refused() -> None:
    with pytest.raises(OutputProblem) as caught:
        build(plan(PackSpec("P", "Ada"), {}), {}, date(2026, 1, 1))
    assert caught.value.code == "nothing-to-write"
