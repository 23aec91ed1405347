"""Changing a pack, decided without widgets: every function gives a new pack."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain import dates
from app.domain.bundles import PackItem, PackPlan, PackSpec, PlacedItem, Section
from app.domain.documents import READABLE_STATUSES, DocumentRow
from app.ui.wording import count

Place = tuple[int, int]
"""Section and item by their position, from 0; an item of -1 is the section itself."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to look at before building. `document` is where it is, if it is about one."""

    title: str
    detail: str
    tone: str = "warn"
    document: int | None = None


def lettered(spec: PackSpec) -> PackSpec:
    """Sections lettered in order; there is always at least one."""
    sections = spec.sections or (Section("A", "Documents"),)
    return replace(spec, sections=tuple(replace(s, letter=_LETTERS[min(i, 25)]) for i, s in enumerate(sections)))


def moved(spec: PackSpec, place: Place, step: int) -> tuple[PackSpec, Place]:
    """A section or document one place up (-1) or down (1); a document goes on into the next section at an end."""
    section, item = place
    sections = list(spec.sections)
    if item < 0:
        other = section + step
        if not 0 <= other < len(sections):
            return spec, place
        sections[section], sections[other] = sections[other], sections[section]
        return lettered(replace(spec, sections=tuple(sections))), (other, -1)
    items = list(sections[section].items)
    if 0 <= item + step < len(items):
        items[item], items[item + step] = items[item + step], items[item]
        sections[section] = replace(sections[section], items=tuple(items))
        return replace(spec, sections=tuple(sections)), (section, item + step)
    other = section + step
    if not 0 <= other < len(sections):
        return spec, place
    one = items.pop(item)
    sections[section] = replace(sections[section], items=tuple(items))
    there = list(sections[other].items)
    at = len(there) if step < 0 else 0
    there.insert(at, one)
    sections[other] = replace(sections[other], items=tuple(there))
    return replace(spec, sections=tuple(sections)), (other, at)


def removed(spec: PackSpec, place: Place) -> PackSpec:
    """Without a document, or without a section and all in it."""
    section, item = place
    sections = list(spec.sections)
    if item < 0:
        sections.pop(section)
    else:
        kept = tuple(one for i, one in enumerate(sections[section].items) if i != item)
        sections[section] = replace(sections[section], items=kept)
    return lettered(replace(spec, sections=tuple(sections)))


def added(spec: PackSpec, section: int, items: Iterable[PackItem]) -> PackSpec:
    """With documents at the end of a section; those that are in the pack already are left where they are."""
    spec = lettered(spec)
    there = {one.document for s in spec.sections for one in s.items}
    new = tuple(one for one in items if one.document not in there)
    sections = list(spec.sections)
    at = max(0, min(section, len(sections) - 1))
    sections[at] = replace(sections[at], items=(*sections[at].items, *new))
    return replace(spec, sections=tuple(sections))


def with_section(spec: PackSpec, title: str) -> PackSpec:
    """With one more section at the end."""
    return lettered(replace(spec, sections=(*spec.sections, Section("", title))))


def renamed(spec: PackSpec, section: int, title: str) -> PackSpec:
    """With another title of a section."""
    sections = list(spec.sections)
    sections[section] = replace(sections[section], title=title)
    return replace(spec, sections=tuple(sections))


def with_pages(spec: PackSpec, place: Place, pages: tuple[int, ...]) -> PackSpec:
    """With chosen pages of a document; empty means all."""
    section, item = place
    sections = list(spec.sections)
    items = list(sections[section].items)
    items[item] = replace(items[item], pages=pages)
    sections[section] = replace(sections[section], items=tuple(items))
    return replace(spec, sections=tuple(sections))


def parse_pages(text: str, last: int) -> tuple[int, ...]:
    """Pages from "1-3, 7"; empty text or "all" means all. Raises ValueError with a plain sentence."""
    if not text.strip() or text.strip().casefold() == "all":
        return ()
    found: list[int] = []
    for part in text.replace("–", "-").replace(" to ", "-").split(","):
        first, _, end = part.strip().partition("-")
        if not first.strip().isdigit() or (end and not end.strip().isdigit()):
            raise ValueError("Write pages like this: 1-3, 7")
        low, high = int(first), int(end or first)
        if not 1 <= low <= high <= last:
            raise ValueError(f"This document has pages 1 to {last}.")
        found += [page for page in range(low, high + 1) if page not in found]
    return () if found == list(range(1, last + 1)) else tuple(found)


def pages_words(pages: Sequence[int]) -> str:
    """ "1–3, 7" from page numbers."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)


def used_words(placed: PlacedItem | None, item: PackItem, total: int) -> str:
    """ "all 4" or "6 of 41"."""
    if not item.pages:
        return f"all {len(placed.pages) if placed else total}"
    return f"{len(item.pages)} of {total}" if total else str(len(item.pages))


def range_words(placed: PlacedItem | None) -> str:
    """ "11–14", the pages of the pack."""
    if placed is None:
        return ""
    return str(placed.first) if placed.first == placed.last else f"{placed.first}–{placed.last}"


def placed_by_place(plan: PackPlan | None) -> dict[Place, PlacedItem]:
    """Placed documents by section and position."""
    if plan is None:
        return {}
    queue = list(plan.placed)
    found: dict[Place, PlacedItem] = {}
    for s, section in enumerate(plan.spec.sections):
        for i, item in enumerate(section.items):
            if queue and queue[0].item == item:
                found[s, i] = queue.pop(0)
    return found


def section_pages(plan: PackPlan | None) -> tuple[int, ...]:
    """Pages of each section."""
    by = placed_by_place(plan)
    sections = plan.spec.sections if plan else ()
    return tuple(sum(len(p.pages) for (s, _), p in by.items() if s == number) for number in range(len(sections)))


def notices(spec: PackSpec, rows: dict[int, DocumentRow]) -> tuple[Notice, ...]:
    """What to look at before building."""
    found: list[Notice] = []
    items = [one for section in spec.sections for one in section.items]
    if not items:
        found.append(Notice("There is no document in this pack", "Add the documents that prove your points.", "info"))
    for one in items:
        row = rows.get(one.document)
        if row is None or row.status not in READABLE_STATUSES:
            found.append(
                Notice("A document cannot be shown", f"“{one.title}” has no pages. Take it out.", "warn", one.document)
            )
        elif row.pending_pages:
            found.append(
                Notice("A scan is still being read", f"“{one.title}” can be searched once its {count(row.pending_pages, 'page')} are read.",
                       "info", one.document)
            )  # fmt: skip
        elif not one.date:
            found.append(
                Notice(
                    "A document has no date",
                    f"Give “{one.title}” a date, so that the index can show it.",
                    "warn",
                    one.document,
                )
            )
    found += [n for section in spec.sections if (n := _order(section)) is not None]
    return tuple(found)


def _order(section: Section) -> Notice | None:
    days = [dates.bounds(one.date)[0] for one in section.items if one.date and dates.is_edtf(one.date)]
    if days == sorted(days):
        return None
    return Notice(f"Section {section.letter} is not in order of time", "Panels like the oldest page first.", "info")


def by_date(spec: PackSpec) -> PackSpec:
    """Every section in order of time; documents without a date at the end."""

    def key(item: PackItem) -> tuple[bool, str]:
        known = bool(item.date) and dates.is_edtf(item.date)
        return not known, dates.bounds(item.date)[0].isoformat() if known else ""

    return replace(spec, sections=tuple(replace(s, items=tuple(sorted(s.items, key=key))) for s in spec.sections))
