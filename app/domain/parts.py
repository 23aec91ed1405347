"""Documents inside a giant file: where one begins, and how pages of a part and pages of the file are told apart.

A part is a range of pages of a file that stays whole. Pages, words, marks and entries belong to the file, under the page of the
file; `PageMap` is the one place that says which part shows them, and as which page.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Boundary:
    """A document may begin on `page` (from 1) of a file. `confidence` 0 to 1, `reasons` in plain words, strongest first.
    `suggested`: sure enough to be shown as a boundary."""

    page: int
    confidence: float
    reasons: tuple[str, ...]
    suggested: bool


@dataclass(frozen=True, slots=True)
class PartLabel:
    """What understanding makes of a range of pages: id of a kind, EDTF date, title, name of an organisation."""

    title: str = ""
    kind: str = ""
    date: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class SplitPart:
    """One document of a split or of a suggestion: pages `first` to `last` of the file. `decided`: a person accepted where it begins.
    `document` is the part's own id once it is one, 0 before. `organisation` is a name."""

    first: int
    last: int
    title: str
    kind: str
    date: str
    organisation: str
    confidence: float
    reasons: tuple[str, ...]
    decided: bool
    document: int = 0


@dataclass(frozen=True, slots=True)
class SplitView:
    """How a file is, or would be, split. `state` is one of: looked (suggestions only), split (some or all decided), whole (kept whole
    by a person). `possible` are places that might be boundaries and are not taken as such."""

    document: int
    path: str
    pages: int
    state: str
    parts: tuple[SplitPart, ...]
    possible: tuple[Boundary, ...] = ()

    @property
    def undecided(self) -> int:
        """How many boundaries are suggestions still."""
        return sum(not part.decided for part in self.parts[1:])


@dataclass(frozen=True, slots=True)
class PartRange:
    """A part (`document`) shows pages `first` to `last` of the file `whole`."""

    document: int
    whole: int
    first: int
    last: int
    title: str = ""
    path: str = ""


class PageMap:
    """Which part shows which page of which file."""

    def __init__(self, ranges: Iterable[PartRange] = ()) -> None:
        self._by_part = {part.document: part for part in ranges}
        self._of: dict[int, list[PartRange]] = {}
        for part in sorted(self._by_part.values(), key=lambda part: part.first):
            self._of.setdefault(part.whole, []).append(part)
        self._firsts = {whole: [part.first for part in parts] for whole, parts in self._of.items()}

    def __bool__(self) -> bool:
        return bool(self._by_part)

    def part(self, document: int) -> PartRange | None:
        """The range of a part; None for any other document."""
        return self._by_part.get(document)

    def parts(self, whole: int) -> Sequence[PartRange]:
        """The parts of a file in order of pages."""
        return self._of.get(whole, ())

    def in_file(self, document: int, page: int) -> tuple[int, int]:
        """(file, page of the file) of a page of a part; any other document and page come back as they are.
        Page 0, the document as such, is the first page of a part."""
        part = self._by_part.get(document)
        return (document, page) if part is None else (part.whole, part.first + max(1, page) - 1)

    def showing(self, document: int, page: int) -> PartRange | None:
        """The part that shows a page of a file; None when the file is not split."""
        firsts = self._firsts.get(document)
        if not firsts:
            return None
        part = self._of[document][max(0, bisect_right(firsts, page) - 1)]
        return part if part.first <= page <= part.last else None

    def shown(self, document: int, page: int) -> tuple[int, int]:
        """(part, page of the part) that shows a page of a file; where none does, document and page as they are."""
        part = self.showing(document, page)
        return (document, page) if part is None else (part.document, page - part.first + 1)

    def file_page(self, document: int, page: int) -> int:
        """The page of the file that a page of a part is; 0 for any other document."""
        part = self._by_part.get(document)
        return 0 if part is None else part.first + page - 1


def cited(page: int, file_page: int = 0) -> str:
    """How a page is cited: "page 3", and of a part of a larger file "page 3 (page 214 of the file)". `file_page` 0: no part."""
    return f"page {page} (page {file_page} of the file)" if file_page else f"page {page}"


def both_pages(page: int, first: int) -> str:
    """As `cited`, from the part's first page in the file (0: no part)."""
    return cited(page, first + page - 1 if first else 0)
