"""What leads through a pack: links of the index rows, bookmarks, page labels, and how it opens."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from app.bundle.index import LINK_SCHEME, page_range
from app.bundle.numbering import placed_by_section
from app.domain import dates
from app.domain.bundles import PackPlan, PlacedItem

Rect = tuple[float, float, float, float]
_SAME_ROW = 3.0


def add_navigation(pdf: pikepdf.Pdf, plan: PackPlan, made: date, pages: Sequence[pikepdf.Object]) -> None:
    """Links, bookmarks, labels, title and view. `pages` are the pages of the pack; the links of the first have `LINK_SCHEME`."""
    for front in pages[: plan.front_pages]:
        _link_rows(pdf, front, pages)
    pdf.Root.Outlines = _outline(pdf, plan, pages)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.OpenAction = Array([pages[0], Name.XYZ, None, None, 1])  # opens at 100 %
    pdf.Root.Lang = String("en-GB")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo = pdf.make_indirect(
        Dictionary(Title=String(plan.spec.title), CreationDate=String(f"D:{made:%Y%m%d}000000Z"))
    )


def _link_rows(pdf: pikepdf.Pdf, page: pikepdf.Object, pages: Sequence[pikepdf.Object]) -> None:
    """Make the links of a page jumps; those of one row to one page become one link over the whole row."""
    rows: list[tuple[int, Rect]] = []
    for target, rect in sorted(_targets(page.get("/Annots", [])), key=lambda t: (-t[1][3], t[1][0])):
        same = next((i for i, row in enumerate(rows) if row[0] == target and _one_row(row[1], rect)), None)
        if same is None:
            rows.append((target, rect))
        else:
            rows[same] = (target, _around(rows[same][1], rect))
    links = [_link(rect, pages[target - 1]) for target, rect in rows]
    if links:
        page.Annots = Array([pdf.make_indirect(link) for link in links])
    elif "/Annots" in page:
        del page["/Annots"]


def _targets(annotations: Iterable[pikepdf.Object]) -> Iterable[tuple[int, Rect]]:
    for annotation in annotations:
        address = str(annotation.get("/A", Dictionary()).get("/URI", ""))
        if address.startswith(LINK_SCHEME):
            x0, y0, x1, y1 = (float(n) for n in annotation.Rect)
            yield int(address.removeprefix(LINK_SCHEME)), (x0, y0, x1, y1)


def _one_row(one: Rect, other: Rect) -> bool:
    return min(one[3], other[3]) - max(one[1], other[1]) > _SAME_ROW or abs(one[1] - other[3]) < _SAME_ROW


def _around(one: Rect, other: Rect) -> Rect:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _link(rect: Rect, target: pikepdf.Object) -> pikepdf.Dictionary:
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array(list(rect)),
        Border=Array([0, 0, 0]),
        F=4,
        Dest=Array([target, Name.XYZ, None, None, None]),
    )


def _outline(pdf: pikepdf.Pdf, plan: PackPlan, pages: Sequence[pikepdf.Object]) -> pikepdf.Object:
    """Cover, index, then each section with its documents below it, every title with its page numbers."""
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    tops = [_bookmark(pdf, "Cover (1)", pages[0])]
    if plan.front_pages > 1:
        tops.append(_bookmark(pdf, f"Index ({page_range(2, plan.front_pages)})", pages[1]))
    for letter, title, items in placed_by_section(plan):
        span = page_range(items[0].first, items[-1].last)
        top = _bookmark(pdf, f"{letter}. {title} ({span})", pages[items[0].first - 1])
        _chain(top, [_bookmark(pdf, _title(item), pages[item.first - 1]) for item in items], opened=True)
        tops.append(top)
    _chain(root, tops, opened=True)
    return root


def _title(item: PlacedItem) -> str:
    shown = item.item.title or f"Document {item.item.document}"
    when = dates.show(item.item.date) if item.item.date else ""
    if when and when not in shown:
        shown = f"{shown}, {when}"
    return f"{item.number}. {shown} ({page_range(item.first, item.last)})"


def _bookmark(pdf: pikepdf.Pdf, title: str, page: pikepdf.Object) -> pikepdf.Object:
    return pdf.make_indirect(Dictionary(Title=String(title), Dest=Array([page, Name.XYZ, None, None, None])))


def _chain(parent: pikepdf.Object, children: Sequence[pikepdf.Object], *, opened: bool) -> None:
    """Hang children below a bookmark; /Count is what shows when it is open (ISO 32000-2, 12.3.3)."""
    for child, following in pairwise(children):
        child.Next, following.Prev = following, child
    for child in children:
        child.Parent = parent
    parent.First, parent.Last = children[0], children[-1]
    shown = len(children) + sum(int(child.get("/Count", 0)) for child in children)
    parent.Count = shown if opened else -shown
