"""Which page of the pack each chosen page becomes. Pure arithmetic over frozen values."""

from collections.abc import Callable, Mapping

from app.domain.bundles import PackItem, PackPlan, PackSpec, PlacedItem
from app.domain.errors import UsageProblem
from app.domain.ids import DocumentId

COVER_PAGES = 1


def place(spec: PackSpec, page_counts: Mapping[DocumentId, int], front_pages: int) -> PackPlan:
    """Number every chosen page from `front_pages` + 1 on, in the order of the pack, without gaps.

    Items whose document has no pages are left out. Raises UsageProblem for an unknown document or page, or a letter used twice.
    """
    letters = [section.letter for section in spec.sections]
    if twice := next((letter for letter in letters if letters.count(letter) > 1), None):
        raise UsageProblem("sections", f"Two sections have the letter {twice}.", "", "Give each its own.")
    placed: list[PlacedItem] = []
    at = front_pages
    for section in spec.sections:
        for item in section.items:
            pages = chosen_pages(item, page_counts)
            if not pages:
                continue
            placed.append(PlacedItem(item, section.letter, len(placed) + 1, pages, at + 1, at + len(pages)))
            at += len(pages)
    return PackPlan(spec, tuple(placed), front_pages, at)


def chosen_pages(item: PackItem, page_counts: Mapping[DocumentId, int]) -> tuple[int, ...]:
    """The pages of an item in their order: those chosen, or all. Raises UsageProblem."""
    if item.document not in page_counts:
        raise UsageProblem("unknown-document", f"There is no document {item.document} that can go into a pack.")
    count = page_counts[item.document]
    for page in item.pages:
        if not 1 <= page <= count:
            raise UsageProblem("unknown-page", f"Document {item.document} has {count} pages; there is no page {page}.")
    return item.pages or tuple(range(1, count + 1))


def settle(
    spec: PackSpec, page_counts: Mapping[DocumentId, int], measure: Callable[[PackPlan], int], start: int = 2
) -> PackPlan:
    """The plan whose front has as many pages as it says. `measure` lays out cover and index and counts their pages.

    The index shows page numbers that depend on its own length, so it is laid out again until its length stops changing.
    The length never shrinks from one layout to the next, and it cannot grow without end because the rows stay the same;
    a front that comes out shorter in the end is filled up with empty pages by whoever writes it.
    """
    plan = place(spec, page_counts, max(start, COVER_PAGES))
    while (needed := measure(plan)) > plan.front_pages:
        plan = place(spec, page_counts, needed)
    return plan


def placed_by_section(plan: PackPlan) -> tuple[tuple[str, str, tuple[PlacedItem, ...]], ...]:
    """(letter, title, items) of each section that has pages, in the order of the pack."""
    groups = (
        (section.letter, section.title, tuple(item for item in plan.placed if item.section == section.letter))
        for section in plan.spec.sections
    )
    return tuple(group for group in groups if group[2])
