"""Cover and index of a pack, laid out with typst. Each index row holds links that assembling turns into jumps."""

import io
from datetime import UTC, date, datetime, time
from typing import Any

import pikepdf

from app.bundle.numbering import placed_by_section
from app.domain import dates
from app.domain.bundles import PackPlan, PlacedItem
from app.system.typesetting import typeset

LINK_SCHEME = "fairfile-page:"
"""Address of a link to a page of the pack, followed by the page number."""


def front(plan: PackPlan, made: date, blank_pages: int = 0) -> bytes:
    """Cover and index as an untagged PDF, followed by `blank_pages` empty pages. Links are `LINK_SCHEME` addresses."""
    when = datetime.combine(made, time(), UTC)
    return typeset("pack_front", _data(plan, made, blank_pages), plan.spec.title, tagged=False, timestamp=when)


def front_page_count(plan: PackPlan, made: date = date(2000, 12, 28)) -> int:
    """How many pages cover and index take; the date is one of the longest to print."""
    return count_pages(front(plan, made))


def count_pages(pdf: bytes) -> int:
    """The pages of a PDF."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def page_range(first: int, last: int) -> str:
    """“12” or “12–14”."""
    return f"{first}" if first == last else f"{first}–{last}"


def shown_pages(item: PlacedItem) -> str:
    """How much of the document is in the pack, for the index: its page count, or which of its pages."""
    if not item.item.pages:
        return f"{len(item.pages)}"
    return f"{len(item.pages)} chosen"


def _data(plan: PackPlan, made: date, blank_pages: int) -> dict[str, Any]:
    spec = plan.spec
    sections = [
        {
            "letter": letter,
            "title": title,
            "pages": page_range(items[0].first, items[-1].last),
            "first": items[0].first,
            "count": sum(len(item.pages) for item in items),
            "items": [_row(item) for item in items],
        }
        for letter, title, items in placed_by_section(plan)
    ]
    return {
        "child": spec.child,
        "subtitle": spec.subtitle,
        "prepared_by": spec.prepared_by,
        "made": dates.show(made.isoformat()),
        "evidence_pages": plan.total - plan.front_pages,
        "front_pages": plan.front_pages,
        "total": plan.total,
        "documents": len({item.item.document for item in plan.placed}),
        "sections": sections,
        "scheme": LINK_SCHEME,
        "blank_pages": blank_pages,
    }


def _row(item: PlacedItem) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.item.title or f"Document {item.item.document}",
        "author": item.item.author,
        "date": dates.show(item.item.date) if item.item.date else "",
        "pages": page_range(item.first, item.last),
        "first": item.first,
        "count": shown_pages(item),
    }
