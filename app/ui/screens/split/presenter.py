"""What the strip of a giant file says and does, decided without widgets."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain import dates
from app.domain.parts import SplitPart, SplitView
from app.ui.wording import count


@dataclass(frozen=True, slots=True)
class Strip:
    """A file with its documents; pages count from 1."""

    view: SplitView

    @property
    def pages(self) -> int:
        """Pages of the file."""
        return self.view.pages

    def index(self, page: int) -> int:
        """Which document a page is in, from 0."""
        return max(0, bisect_right([part.first for part in self.view.parts], page) - 1)

    def part(self, page: int) -> SplitPart:
        """The document that a page is in."""
        return self.view.parts[self.index(page)]

    def begins(self, page: int) -> bool:
        """Whether a document begins on a page."""
        return self.part(page).first == page

    def neighbour(self, page: int, step: int) -> int:
        """The first page of the next (1) or this or the last (-1) document."""
        parts = self.view.parts
        here = self.index(page)
        if step < 0 and parts[here].first < page:
            return parts[here].first
        return parts[max(0, min(len(parts) - 1, here + step))].first

    def may_move(self, page: int, to: int) -> bool:
        """Whether the boundary on `page` may go to page `to`: between the boundaries around it."""
        if page <= 1 or not self.begins(page):
            return False
        here = self.index(page)
        parts = self.view.parts
        last = parts[here].last
        return parts[here - 1].first < to <= last and to != page


def summary(view: SplitView) -> str:
    """The line under the title."""
    pages = count(view.pages, "page")
    if len(view.parts) < 2:
        return f"{pages}. It looks like one document. Press C on a page where another begins."
    left = view.undecided
    if not left:
        return f"{pages} in {count(len(view.parts), 'document')}. All of it is decided."
    return f"{pages}. It looks like {count(len(view.parts), 'document')}; {count(left, 'beginning')} still to look at."


def heading(part: SplitPart, kinds: Mapping[str, str]) -> tuple[str, str]:
    """Title, and date with kind, of a document."""
    when = dates.show(part.date) if part.date else ""
    return part.title, " · ".join(words for words in (when, kinds.get(part.kind, "")) if words)


def pages_words(part: SplitPart) -> str:
    """ "Page 4" or "Pages 4 to 9"."""
    return f"Page {part.first}" if part.first == part.last else f"Pages {part.first} to {part.last}"


def why(strip: Strip, page: int) -> str:
    """What is known about a page: its document, and why one begins here or might."""
    part = strip.part(page)
    place = f"Page {page} of the file: page {page - part.first + 1} of {part.last - part.first + 1} of “{part.title}”."
    if page == 1:
        return f"{place} The file begins here."
    if part.first == page:
        sure = "You decided this." if part.decided else f"Suggested, {part.confidence:.0%} sure."
        return " ".join((place, sure, "A document begins here:", *part.reasons))
    maybe = next((b for b in strip.view.possible if b.page == page), None)
    if maybe is not None and maybe.reasons:
        return " ".join((place, f"A document might begin here ({maybe.confidence:.0%}):", *maybe.reasons))
    return place


def spoken(strip: Strip, page: int) -> str:
    """What a screen reader says of a page."""
    part = strip.part(page)
    if part.first == page:
        state = "decided" if part.decided else "suggested"
        return f"Page {page}. {part.title} begins here, {state}, {count(part.last - part.first + 1, 'page')}."
    return f"Page {page}. Page {page - part.first + 1} of {part.title}."
