"""The caret and the chosen words of the reader. Knows pages of words, not widgets.

There is always at most one caret (a word on a page). Words are chosen from `anchor` to the caret; without an anchor
the caret only shows where the keyboard is. Instead of words an area may be chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.marks import Rect
from app.ui.widgets.pages.words import PageWords


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen. `page` 0 means nothing at all."""

    page: int = 0
    caret: int = -1
    anchor: int = -1
    area: Rect | None = None

    @property
    def has_words(self) -> bool:
        """True when words are chosen."""
        return self.page > 0 and self.anchor >= 0

    @property
    def is_empty(self) -> bool:
        """True when neither words nor an area are chosen."""
        return not self.has_words and self.area is None


NOTHING = Choice()


def span(choice: Choice, pages: Mapping[int, PageWords]) -> tuple[int, int] | None:
    """Offsets of the chosen words in the text of their page."""
    words = pages.get(choice.page)
    if words is None or not choice.has_words:
        return None
    return words.span(choice.anchor, choice.caret)


def rects(choice: Choice, pages: Mapping[int, PageWords]) -> tuple[Rect, ...]:
    """Where the choice lies on its page, in PDF points."""
    if choice.area is not None:
        return (choice.area,)
    offsets = span(choice, pages)
    return pages[choice.page].rects(*offsets) if offsets else ()


def caret_rect(choice: Choice, pages: Mapping[int, PageWords]) -> Rect | None:
    """Where the caret's word is."""
    words = pages.get(choice.page)
    if words is None or not 0 <= choice.caret < len(words.words):
        return None
    word = words.words[choice.caret]
    return word.x0, word.y0, word.x1, word.y1


def choose_word(words: PageWords, index: int) -> Choice:
    """One word."""
    return Choice(words.page, index, index)


def choose_line(words: PageWords, index: int) -> Choice:
    """The line of a word."""
    first, last = words.line(index)
    return Choice(words.page, last, first)


def choose_span(words: PageWords, start: int, end: int) -> Choice:
    """The words that a span touches; nothing when it touches none."""
    inside = [i for i, word in enumerate(words.words) if word.start < end and word.end > start]
    return Choice(words.page, inside[-1], inside[0]) if inside else NOTHING


def moved(choice: Choice, words: PageWords, step: str, extend: bool) -> Choice:
    """The caret after a key: `left`, `right`, `up`, `down`, `home` or `end`; with `extend` words are chosen on the way.
    The first extending step chooses the word that the caret is on."""
    if not words.words:
        return NOTHING
    here = max(0, min(choice.caret, len(words.words) - 1))
    if extend and not choice.has_words and step in ("left", "right"):
        return Choice(words.page, here, here)
    there = _step(words, here, step)
    anchor = choice.anchor if choice.has_words else here
    return Choice(words.page, there, anchor if extend else -1)


def _step(words: PageWords, here: int, step: str) -> int:
    if step == "left":
        return max(0, here - 1)
    if step == "right":
        return min(len(words.words) - 1, here + 1)
    if step in ("home", "end"):
        return words.line(here)[0 if step == "home" else 1]
    return words.vertical(here, down=step == "down")


def without_choice(choice: Choice) -> Choice:
    """The caret stays, the choice goes."""
    return replace(choice, anchor=-1, area=None)
