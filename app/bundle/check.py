"""Looking at a finished pack again, from its bytes alone, against the rules for hearing bundles.

Rules and their sources are section 6 of the fact sheet: Practice Direction No. 1 of 2025 of the First-tier Tribunal (SEND),
and the General guidance on electronic court bundles of 29 November 2021, which is good practice there, not binding.
"""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import pikepdf

from app.bundle.index import page_range
from app.bundle.names import PAGE, TEXT_FONT
from app.bundle.number_font import printed_numbers
from app.domain.bundles import PackCheck, PackPlan

PRACTICE = "Practice Direction No. 1 of 2025"
GUIDANCE = "General guidance on electronic court bundles, 29 November 2021"
OWN = "Fairfile: nothing private hidden in a pack"
_BIG = 50_000_000
_ACTIVE_ROOT = ("/AcroForm", "/AA", "/JavaScript", "/Collection", "/AF", "/OCProperties", "/Metadata")


def check(pdf: bytes, plan: PackPlan, missing: Sequence[int] = ()) -> tuple[PackCheck, ...]:
    """Every check of a pack that was just built. `missing` are pages that say that the original could not be included."""
    with pikepdf.open(io.BytesIO(pdf)) as pack:
        pages = [page.obj for page in pack.pages]
        return (
            _page_count(pages, plan),
            _numbers(pages),
            _index(pages, plan),
            _bookmarks(pack, plan),
            _sheets(pages),
            _searchable(pages, plan, missing),
            _active(pack, pages),
            _complete(missing),
            _size(pdf),
        )


def _page_count(pages: Sequence[pikepdf.Object], plan: PackPlan) -> PackCheck:
    detail = f"The pack has {len(pages):,} pages."
    if len(pages) != plan.total:
        detail = f"The plan has {plan.total:,} pages, the file {len(pages):,}."
    return PackCheck("pages", "All chosen pages are there", "", len(pages) == plan.total, detail)


def _numbers(pages: Sequence[pikepdf.Object]) -> PackCheck:
    printed = printed_numbers(pages)
    wrong = [at for at, number in enumerate(printed, start=1) if number != str(at)]
    detail = f"Not so on: {_list(wrong)}." if wrong else f"1 to {len(pages):,}, cover and index included."
    return PackCheck("numbers", "One number on every page, the same as the PDF’s own", GUIDANCE, not wrong, detail)


def _index(pages: Sequence[pikepdf.Object], plan: PackPlan) -> PackCheck:
    place = {page.objgen: at for at, page in enumerate(pages, start=1)}
    reached = {place.get(target.objgen, 0) for page in pages[1 : plan.front_pages] for target in _targets(page)}
    lost = [f"row {item.number}" for item in plan.placed if item.first not in reached]
    detail = f"No link: {', '.join(lost[:10])}." if lost else f"{len(plan.placed):,} rows lead to their first page."
    return PackCheck("index", "Every row of the index leads to its page", f"{PRACTICE}; {GUIDANCE}", not lost, detail)


def _targets(page: pikepdf.Object) -> Iterable[pikepdf.Object]:
    for annotation in page.get("/Annots", []):
        target: Any = annotation.get("/Dest")
        if isinstance(target, pikepdf.Array):
            yield target[0]


def _bookmarks(pack: pikepdf.Pdf, plan: PackPlan) -> PackCheck:
    place = {page.obj.objgen: at for at, page in enumerate(pack.pages, start=1)}
    reached = {place.get(target, 0) for target in _outline_targets(pack.Root.get("/Outlines"))}
    lost = [item.first for item in plan.placed if item.first not in reached]
    detail = f"No bookmark for: {_list(lost)}." if lost else "Each section and document has one with its page numbers."
    return PackCheck("bookmarks", "Sections and documents are bookmarked", f"{PRACTICE}; {GUIDANCE}", not lost, detail)


def _outline_targets(node: Any) -> Iterable[tuple[int, int]]:
    child = None if node is None else node.get("/First")
    while child is not None:
        yield child.Dest[0].objgen
        yield from _outline_targets(child)
        child = child.get("/Next")


def _sheets(pages: Sequence[pikepdf.Object]) -> PackCheck:
    wrong = [at for at, page in enumerate(pages, start=1) if not _is_a4(page)]
    detail = f"Not so on: {_list(wrong)}." if wrong else "A4, each page the right way up."
    return PackCheck("sheets", "Pages are A4 and upright", GUIDANCE, not wrong, detail)


def _is_a4(page: pikepdf.Object) -> bool:
    x0, y0, x1, y1 = (float(n) for n in page.MediaBox)
    short, long = sorted((x1 - x0, y1 - y0))
    return abs(short - 595.28) < 2 and abs(long - 841.89) < 2 and not int(page.get("/Rotate", 0))


def _searchable(pages: Sequence[pikepdf.Object], plan: PackPlan, missing: Sequence[int]) -> PackCheck:
    """Pages without any font of their own hold pictures only: no text can be found on them. Empty pages count too."""
    without = [at for at in range(plan.front_pages + 1, len(pages) + 1) if not _has_text(pages[at - 1])]
    title = "The words of every page can be searched"
    if not without:
        return PackCheck("searchable", title, f"{PRACTICE}; {GUIDANCE}", True, "Scans included.")
    detail = f"No words found on: {_list(without)}. Read the scans first, or they are pictures or empty pages."
    return PackCheck("searchable", title, f"{PRACTICE}; {GUIDANCE}", False, detail)


def _has_text(page: pikepdf.Object) -> bool:
    resources: Any = page.Resources
    if f"/{TEXT_FONT}" in resources.get("/Font", {}):
        return True
    return _form_has_font(resources.get("/XObject", {}).get(f"/{PAGE}"), 0)


def _form_has_font(form: Any, depth: int) -> bool:
    if form is None or depth > 4:
        return False
    resources: Any = form.get("/Resources", {})
    if len(resources.get("/Font", {})):
        return True
    return any(
        _form_has_font(inner, depth + 1)
        for inner in resources.get("/XObject", {}).values()
        if inner.get("/Subtype") == pikepdf.Name.Form
    )


def _active(pack: pikepdf.Pdf, pages: Sequence[pikepdf.Object]) -> PackCheck:
    found = [key.removeprefix("/") for key in _ACTIVE_ROOT if key in pack.Root]
    names: Any = pack.Root.get("/Names", {})
    found += [key.removeprefix("/") for key in ("/JavaScript", "/EmbeddedFiles") if key in names]
    if pack.is_encrypted:
        found.append("password")
    for page in pages:
        found += [key.removeprefix("/") for key in ("/AA", "/Metadata", "/PieceInfo", "/Thumb") if key in page]
        found += [str(a.get("/Subtype")) for a in page.get("/Annots", []) if "/A" in a or "/AA" in a]
    detail = (
        f"Found: {', '.join(sorted(set(found)))}."
        if found
        else "No scripts, attachments, forms, notes or file properties."
    )
    return PackCheck("nothing-hidden", "Nothing private is hidden in it", OWN, not found, detail)


def _complete(missing: Sequence[int]) -> PackCheck:
    title = "Every page could be included"
    if not missing:
        return PackCheck("complete", title, PRACTICE, True, "Complete documents.")
    detail = f"The file received is damaged there; the pack says so on: {_list(missing)}."
    return PackCheck("complete", title, PRACTICE, False, detail)


def _size(pdf: bytes) -> PackCheck:
    size = f"{len(pdf) / 1_000_000:.1f} MB"
    good = len(pdf) <= _BIG
    detail = f"{size}." if good else f"{size}: large for e-mail. Ask how they want to receive it."
    return PackCheck("size", "The file is not larger than needed", GUIDANCE, good, detail)


def _list(pages: Sequence[int], most: int = 12) -> str:
    """“page 3”, “pages 3–5, 9”, shortened when there are many."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    shown = ", ".join(page_range(first, last) for first, last in runs[:most])
    more = f" and {len(runs) - most} more places" if len(runs) > most else ""
    return f"{'page' if len(pages) == 1 else 'pages'} {shown}{more}"
