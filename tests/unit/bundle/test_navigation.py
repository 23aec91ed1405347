"""Index, links, bookmarks and the way a pack opens."""

import io
from typing import Any

import pikepdf
import pytest

from app.bundle.index import front, front_page_count, page_range
from app.bundle.plan import pack_page, pages_used, plan, section_pages
from app.domain.bundles import PackItem, PackSpec, Section
from app.domain.errors import UsageProblem
from app.domain.ids import DocumentId
from tests.unit.bundle.makers import MADE, opened, pack_of, spec_of, text_pdf


def test_every_index_row_is_a_link_to_its_page() -> None:
    result = pack_of(*(text_pdf(f"document {n}", "more") for n in range(1, 6)))
    with opened(result) as pack:
        index = pack[1]
        links = index.get_links()
        for placed in result.plan.placed:
            row = index.search_for(f"Record {placed.item.document}")[0]
            hits = [link for link in links if link["from"].intersects(row) and link["from"].contains(row)]
            assert [link["page"] + 1 for link in hits] == [placed.first]
            pages = index.search_for(page_range(placed.first, placed.last))[0]
            assert any(link["from"].intersects(pages) and link["page"] + 1 == placed.first for link in links)
            assert f"document {placed.item.document}" in pack[placed.first - 1].get_text()


def test_no_link_leads_out_of_the_pack() -> None:
    with opened(pack_of(text_pdf("x"))) as pack:
        assert {link["kind"] for page in pack for link in page.get_links()} == {1}


def test_bookmarks_hold_sections_and_documents_with_their_pages() -> None:
    parts = (Section("A", "School", (PackItem(DocumentId(1), "Review", "2021-10-14"),)), Section("B", "Empty"),
             Section("C", "Health", (PackItem(DocumentId(2), "Letter, 3 Mar 2022", "2022-03-03"),)))  # fmt: skip
    result = pack_of(text_pdf("one", "two"), text_pdf("three"), spec=PackSpec("Pack", "Ada", sections=parts))
    with opened(result) as pack:
        assert pack.get_toc() == [
            [1, "Cover (1)", 1],
            [1, "Index (2)", 2],
            [1, "A. School (3–4)", 3],
            [2, "1. Review, 14 Oct 2021 (3–4)", 3],
            [1, "C. Health (5)", 5],
            [2, "2. Letter, 3 Mar 2022 (5)", 5],
        ]


def test_it_opens_at_the_first_page_with_bookmarks_at_full_size() -> None:
    with pikepdf.open(io.BytesIO(pack_of(text_pdf("x")).pdf)) as pack:
        root: Any = pack.Root
        assert root.PageMode == pikepdf.Name.UseOutlines
        assert root.OpenAction[0].objgen == pack.pages[0].objgen
        assert int(root.OpenAction[4]) == 1
        assert str(pack.docinfo.Title) == "Ada’s pack"
        assert root.Outlines.Count == 4


def test_a_long_index_takes_the_pages_it_needs_and_numbers_follow() -> None:
    spec, counts = spec_of(150), {DocumentId(n): 3 for n in range(1, 151)}
    arithmetic = plan(spec, counts)
    assert arithmetic.front_pages > 3
    assert arithmetic.front_pages == front_page_count(arithmetic, MADE)
    assert arithmetic.placed[0].first == arithmetic.front_pages + 1
    assert arithmetic.total == arithmetic.front_pages + 450
    with pikepdf.open(io.BytesIO(front(arithmetic, MADE, blank_pages=2))) as made:
        assert len(made.pages) == arithmetic.front_pages + 2


def test_a_front_that_comes_out_short_is_filled_up() -> None:
    from app.bundle.assemble import build
    from app.bundle.numbering import place
    from app.bundle.sources import PackSource

    arithmetic = place(spec_of(1), {DocumentId(1): 1}, 4)
    result = build(arithmetic, {DocumentId(1): PackSource(text_pdf("here"))}, MADE)
    with opened(result) as pack:
        assert len(pack) == 5
        assert "here" in pack[4].get_text()
        assert pack[3].get_text().strip() == "4"


def test_titles_are_shown_as_they_are() -> None:
    items = (PackItem(DocumentId(1), "A #strong[title] with *marks* & “quotes”", author="O’Neil <x>"),)
    result = pack_of(
        text_pdf("x"), spec=PackSpec("My #pack", "Ada", "For [them]", sections=(Section("A", "S_1", items),))
    )
    with opened(result) as pack:
        shown = " ".join(" ".join(pack[at].get_text().split()) for at in (0, 1))
    for text in ("My #pack", "For [them]", "S_1", "A #strong[title] with *marks* & “quotes”", "O’Neil <x>"):
        assert text in shown


def test_what_a_meter_and_a_citation_ask() -> None:
    items = (PackItem(DocumentId(1), "One", pages=(4, 2)), PackItem(DocumentId(2), "Two"))
    arithmetic = plan(
        PackSpec("P", "Ada", sections=(Section("A", "S", items), Section("B", "T"))),
        {DocumentId(1): 5, DocumentId(2): 3},
    )
    first = arithmetic.front_pages + 1
    assert pages_used(arithmetic) == 5
    assert section_pages(arithmetic) == {"A": 5, "B": 0}
    assert pack_page(arithmetic, DocumentId(1), 2) == first + 1
    assert pack_page(arithmetic, DocumentId(1), 1) is None


@pytest.mark.parametrize(
    "sections",
    [
        (Section("A", "One"), Section("A", "Two")),
        (Section("A", "One", (PackItem(DocumentId(9), "Unknown"),)),),
        (Section("A", "One", (PackItem(DocumentId(1), "Short", pages=(1, 4)),)),),
        (Section("A", "One", (PackItem(DocumentId(1), "Short", pages=(0,)),)),),
    ],
)
def test_plans_that_make_no_sense(sections: tuple[Section, ...]) -> None:
    with pytest.raises(UsageProblem):
        plan(PackSpec("P", "Ada", sections=sections), {DocumentId(1): 3})
