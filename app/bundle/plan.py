"""From what a person chose to the finished arithmetic of a pack."""

from collections.abc import Callable, Mapping

from app.bundle import numbering
from app.bundle.index import front_page_count
from app.domain.bundles import PackPlan, PackSpec
from app.domain.ids import DocumentId


def plan(
    spec: PackSpec,
    page_counts: Mapping[DocumentId, int],
    measure: Callable[[PackPlan], int] = front_page_count,
) -> PackPlan:
    """The plan of a pack. `page_counts` has the pages of each document that can be included.

    Cover and index are laid out to learn their length. Raises UsageProblem for unknown documents and pages.
    """
    return numbering.settle(spec, page_counts, measure)


def pages_used(plan: PackPlan) -> int:
    """Pages of evidence, which limits count: without cover and index."""
    return plan.total - plan.front_pages


def section_pages(plan: PackPlan) -> dict[str, int]:
    """Pages of each section letter, in the order of the pack."""
    used = {section.letter: 0 for section in plan.spec.sections}
    for item in plan.placed:
        used[item.section] += len(item.pages)
    return used


def pack_page(plan: PackPlan, document: DocumentId, page: int) -> int | None:
    """The first page of the pack that shows page `page` of a document, or None: what a citation prints."""
    for placed in plan.placed:
        if placed.item.document == document and page in placed.pages:
            return placed.first + placed.pages.index(page)
    return None
