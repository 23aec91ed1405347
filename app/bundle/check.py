"""Looking at a finished pack again, from its bytes alone, against the rules for hearing bundles.

Rules and their sources are section 6 of the fact sheet: Practice Direction No. 1 of 2025 of the First-tier Tribunal (SEND),
and the General guidance on electronic court bundles of 29 November 2021, which is good practice there, not binding.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pikepdf

from app.bundle.geometry import A4_LONG, A4_SHORT
from app.bundle.index import page_range
from app.bundle.look import page_facts
from app.bundle.names import PAGE, TEXT_FONT
from app.bundle.number_font import printed_numbers
from app.domain.bundles import PackCheck, PackPlan
from app.domain.errors import FileProblem

PRACTICE = "Practice Direction No. 1 of 2025"
GUIDANCE = "General guidance on electronic court bundles, 29 November 2021"
BOTH = f"{PRACTICE}; {GUIDANCE}"
NUMBERS = "One number on every page, the same as the PDF’s own"
SEARCHABLE = "The words of every page can be searched"
PAPER = "Fairfile: prints on ordinary paper"
OWN = "Fairfile: nothing private hidden in a pack"
_BIG = 50_000_000
_ACTIVE_ROOT = ("/AcroForm", "/AA", "/JavaScript", "/Collection", "/AF", "/OCProperties", "/Metadata")


def check(pdf: bytes, plan: PackPlan | None = None, missing: Sequence[int] = ()) -> tuple[PackCheck, ...]:
    """Every check of a pack. Without a `plan` it may be anybody's bundle and its text is read to look for numbers and words.

    `missing` are pages of a pack of ours that say that the original could not be included. Raises FileProblem when it is no PDF.
    """
    with _opened(pdf) as pack:
        pages = [page.obj for page in pack.pages]
        if plan is None:
            return (*_foreign(pdf, pack, pages), _sheets(pages), _active(pack, pages), _size(pdf))
        return (
            _page_count(pages, plan),
            _numbers(pages),
            _index(pages, plan),
            _bookmarks(pack, plan),
            _sheets(pages),
            _searchable(pages, plan),
            _active(pack, pages),
            _complete(missing),
            _size(pdf),
        )


def page_count(pdf: bytes) -> int:
    """The pages of any PDF. Raises FileProblem."""
    with _opened(pdf) as pack:
        return len(pack.pages)


@contextmanager
def _opened(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    try:
        pack = pikepdf.open(io.BytesIO(pdf))
    except pikepdf.PasswordError as error:
        words = ("It is locked with a password, which a bundle must not be.", "", "Ask for it without one.")
        raise FileProblem("password", *words) from error
    except pikepdf.PdfError as error:
        words = ("This is not a PDF that can be read.", "Nothing was changed.", "Ask for the file again.")
        raise FileProblem("damaged", *words) from error
    with pack:
        yield pack


def _foreign(pdf: bytes, pack: pikepdf.Pdf, pages: Sequence[pikepdf.Object]) -> Iterator[PackCheck]:
    """The checks that need to read the pages of somebody else's bundle."""
    facts = page_facts(pdf)
    wrong = [at for at, fact in enumerate(facts, start=1) if at not in fact.numbers]
    detail = f"Not found at the top or foot of: {listed(wrong)}." if wrong else f"1 to {len(facts):,}."
    yield PackCheck("numbers", NUMBERS, GUIDANCE, not wrong, detail)
    inner = sum(fact.jumps for fact in facts)
    detail = f"{inner:,} links lead to pages of the file." if inner else "There is no link to a page in it."
    yield PackCheck("index", "The index leads to the pages", BOTH, inner > 0, detail)
    marks = sum(1 for _ in _outline_targets(pack.Root.get("/Outlines")))
    detail = f"{marks:,} bookmarks." if marks else "There are no bookmarks."
    yield PackCheck("bookmarks", "Sections and documents are bookmarked", BOTH, marks > 0, detail)
    silent = [at for at, fact in enumerate(facts, start=1) if not fact.words]
    detail = f"No words found on: {listed(silent)}." if silent else f"All {len(pages):,} pages."
    yield PackCheck("searchable", SEARCHABLE, BOTH, not silent, detail)


def _page_count(pages: Sequence[pikepdf.Object], plan: PackPlan) -> PackCheck:
    detail = f"The pack has {len(pages):,} pages."
    if len(pages) != plan.total:
        detail = f"The plan has {plan.total:,} pages, the file {len(pages):,}."
    return PackCheck("pages", "All chosen pages are there", "", len(pages) == plan.total, detail)


def _numbers(pages: Sequence[pikepdf.Object]) -> PackCheck:
    printed = printed_numbers(pages)
    wrong = [at for at, number in enumerate(printed, start=1) if number != str(at)]
    detail = f"Not so on: {listed(wrong)}." if wrong else f"1 to {len(pages):,}, cover and index included."
    return PackCheck("numbers", NUMBERS, GUIDANCE, not wrong, detail)


def _index(pages: Sequence[pikepdf.Object], plan: PackPlan) -> PackCheck:
    place = {page.objgen: at for at, page in enumerate(pages, start=1)}
    reached = {place.get(target.objgen, 0) for page in pages[1 : plan.front_pages] for target in _targets(page)}
    lost = [f"row {item.number}" for item in plan.placed if item.first not in reached]
    detail = f"No link: {', '.join(lost[:10])}." if lost else f"{len(plan.placed):,} rows lead to their first page."
    return PackCheck("index", "Every row of the index leads to its page", BOTH, not lost, detail)


def _targets(page: pikepdf.Object) -> Iterable[pikepdf.Object]:
    for annotation in page.get("/Annots", []):
        target: Any = annotation.get("/Dest")
        if isinstance(target, pikepdf.Array):
            yield target[0]


def _bookmarks(pack: pikepdf.Pdf, plan: PackPlan) -> PackCheck:
    place = {page.obj.objgen: at for at, page in enumerate(pack.pages, start=1)}
    reached = {place.get(target, 0) for target in _outline_targets(pack.Root.get("/Outlines"))}
    lost = [item.first for item in plan.placed if item.first not in reached]
    detail = f"No bookmark for: {listed(lost)}." if lost else "Each section and document has one with its page numbers."
    return PackCheck("bookmarks", "Sections and documents are bookmarked", BOTH, not lost, detail)


def _outline_targets(node: Any, seen: set[tuple[int, int]] | None = None) -> Iterable[tuple[int, int]]:
    """The page object of each bookmark; (0, 0) where it leads elsewhere. A chain that bites its own tail ends."""
    seen = set() if seen is None else seen
    child = None if node is None else node.get("/First")
    while isinstance(child, pikepdf.Dictionary) and child.objgen not in seen:
        seen.add(child.objgen)
        target: Any = child.get("/Dest")
        yield target[0].objgen if isinstance(target, pikepdf.Array) and len(target) else (0, 0)
        yield from _outline_targets(child, seen)
        child = child.get("/Next")


def _sheets(pages: Sequence[pikepdf.Object]) -> PackCheck:
    wrong = [at for at, page in enumerate(pages, start=1) if not _is_a4(page)]
    detail = f"Not so on: {listed(wrong)}." if wrong else "Portrait, or landscape where the page is wide."
    return PackCheck("sheets", "Pages are A4", PAPER, not wrong, detail)


def _is_a4(page: pikepdf.Object) -> bool:
    box: Any = page.get("/MediaBox")
    if not isinstance(box, pikepdf.Array) or len(box) != 4:
        return False
    x0, y0, x1, y1 = (float(n) for n in box)
    short, long = sorted((x1 - x0, y1 - y0))
    return abs(short - A4_SHORT) < 2 and abs(long - A4_LONG) < 2


def _searchable(pages: Sequence[pikepdf.Object], plan: PackPlan) -> PackCheck:
    """Pages without any font of their own hold pictures only: no text can be found on them. Empty pages count too."""
    without = [at for at in range(plan.front_pages + 1, len(pages) + 1) if not _has_text(pages[at - 1])]
    if not without:
        return PackCheck("searchable", SEARCHABLE, BOTH, True, "Scans included.")
    detail = f"No words found on: {listed(without)}. Read the scans first, or they are pictures or empty pages."
    return PackCheck("searchable", SEARCHABLE, BOTH, False, detail)


def _has_text(page: pikepdf.Object) -> bool:
    resources: Any = page.Resources
    if f"/{TEXT_FONT}" in resources.get("/Font", {}):
        return True
    return _form_has_font(resources.get("/XObject", {}).get(f"/{PAGE}"), 0)


def _form_has_font(form: Any, depth: int) -> bool:
    if not isinstance(form, pikepdf.Stream) or depth > 4:
        return False
    resources: Any = form.get("/Resources")
    if not isinstance(resources, pikepdf.Dictionary):
        return False
    fonts, inner = resources.get("/Font"), resources.get("/XObject")
    if isinstance(fonts, pikepdf.Dictionary) and len(fonts):
        return True
    forms = list(inner.values()) if isinstance(inner, pikepdf.Dictionary) else []
    return any(
        _form_has_font(drawn, depth + 1)
        for drawn in forms
        if isinstance(drawn, pikepdf.Stream) and drawn.get("/Subtype") == pikepdf.Name.Form
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
    detail = f"The file received is damaged there; the pack says so on: {listed(missing)}."
    return PackCheck("complete", title, PRACTICE, False, detail)


def _size(pdf: bytes) -> PackCheck:
    size = f"{len(pdf) / 1_000_000:.1f} MB"
    good = len(pdf) <= _BIG
    detail = f"{size}." if good else f"{size}: large for e-mail. Ask how they want to receive it."
    return PackCheck("size", "The file is not larger than needed", GUIDANCE, good, detail)


def listed(pages: Sequence[int], most: int = 12) -> str:
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
