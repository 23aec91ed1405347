"""Choosing words on a page: by place, by line, by steps of the caret. Plain values, no widgets.

Words are addressed by their index; spans are offsets `[start, end)` into the page's text. Digital and scanned
pages behave alike, because both give words with places.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.marks import Rect
from app.domain.words import Word, rects_for_span

_LINE_WEIGHT = 4.0
UNSURE_BELOW = 70
"""Confidence of OCR: of words below this about one in three is wrong, of those above one in a hundred."""

_APOSTROPHES = "['’‘]"
_SPEECH_MARKS = '["“”]'


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one page together with its text."""

    page: int
    text: str
    words: tuple[Word, ...]

    @property
    def unsure(self) -> tuple[int, ...]:
        """Indexes of words that OCR is not sure of."""
        return tuple(index for index in range(len(self.words)) if self.is_unsure(index))

    def is_unsure(self, index: int) -> bool:
        """Whether the word was read with little certainty."""
        sure = self.words[index].confidence
        return sure is not None and sure < UNSURE_BELOW

    def place(self, index: int) -> Rect:
        """Where a word stands."""
        word = self.words[index]
        return word.x0, word.y0, word.x1, word.y1

    def nearest(self, x: float, y: float, reach: float | None = None) -> int | None:
        """The index of the word closest to a point in PDF points; None without words or beyond `reach`."""
        best, found = float("inf"), None
        for index, word in enumerate(self.words):
            across = max(word.x0 - x, 0.0, x - word.x1)
            down = max(word.y0 - y, 0.0, y - word.y1)
            distance = across + down * _LINE_WEIGHT
            if distance < best:
                best, found = distance, index
                if distance == 0.0:
                    break
        return None if reach is not None and best > reach else found

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets from one word to another, both included, in either order."""
        low, high = sorted((first, last))
        return self.words[low].start, self.words[high].end

    def line(self, index: int) -> tuple[int, int]:
        """The first and last word of the line that a word stands in."""
        low = high = index
        while low > 0 and self._joined(low - 1, low):
            low -= 1
        while high + 1 < len(self.words) and self._joined(high, high + 1):
            high += 1
        return low, high

    def _joined(self, left: int, right: int) -> bool:
        before, after = self.words[left], self.words[right]
        if "\n" in self.text[before.end : after.start]:
            return False
        middle = (after.y0 + after.y1) / 2
        return before.y0 <= middle <= before.y1 and after.x0 >= before.x0

    def vertical(self, index: int, down: bool) -> int:
        """The word above or below; the same word at the edge of the page."""
        here = self.words[index]
        middle, across = (here.y0 + here.y1) / 2, (here.x0 + here.x1) / 2
        best, found = float("inf"), index
        for other, word in enumerate(self.words):
            gap = (word.y0 + word.y1) / 2 - middle
            gap = gap if down else -gap
            if gap <= (here.y1 - here.y0) * 0.5:
                continue
            distance = gap * _LINE_WEIGHT + max(word.x0 - across, 0.0, across - word.x1)
            if distance < best:
                best, found = distance, other
        return found

    def rects(self, start: int, end: int) -> tuple[Rect, ...]:
        """Rectangles of a span, one for each line."""
        return rects_for_span(self.words, start, end)

    def quote(self, start: int, end: int) -> str:
        """The words of a span as one line."""
        return " ".join(self.text[start:end].split())

    def in_rect(self, rect: Rect) -> tuple[int, int] | None:
        """Offsets of the words whose middle lies in a rectangle, or None."""
        inside = [
            word
            for word in self.words
            if rect[0] <= (word.x0 + word.x1) / 2 <= rect[2] and rect[1] <= (word.y0 + word.y1) / 2 <= rect[3]
        ]
        return (inside[0].start, inside[-1].end) if inside else None


@dataclass(frozen=True, slots=True)
class Selection:
    """Chosen words of one page: the word where it began and the one where the caret is."""

    page: int
    anchor: int
    caret: int


@dataclass(frozen=True, slots=True)
class Match:
    """Words found on a page."""

    page: int
    start: int
    end: int


def find_in_pages(query: str, texts: Iterable[tuple[int, str]], limit: int = 2000) -> tuple[Match, ...]:
    """Every place where the words of `query` follow each other, across line ends, whatever the case and the
    style of quotes."""
    pattern = _pattern(query)
    if pattern is None:
        return ()
    found: list[Match] = []
    for page, text in texts:
        for hit in pattern.finditer(text):
            found.append(Match(page, hit.start(), hit.end()))
            if len(found) >= limit:
                return tuple(found)
    return tuple(found)


def find_words(words: Sequence[str], texts: Iterable[tuple[int, str]], limit: int = 2000) -> tuple[Match, ...]:
    """Every place of any of the given whole words, for showing what a search matched."""
    parts = [_escape(word) for word in words if word.strip()]
    if not parts:
        return ()
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(sorted(parts, key=len, reverse=True)) + r")(?!\w)", re.IGNORECASE)
    found = (Match(page, hit.start(), hit.end()) for page, text in texts for hit in pattern.finditer(text))
    return tuple(match for match, _ in zip(found, range(limit), strict=False))


def _pattern(query: str) -> re.Pattern[str] | None:
    parts = [_escape(part) for part in query.split()]
    return re.compile(r"[\s\u00ad]+".join(parts), re.IGNORECASE) if parts else None


def _escape(word: str) -> str:
    escaped = re.escape(word.strip())
    return re.sub(r"['’‘]", _APOSTROPHES, re.sub(r'["“”]', _SPEECH_MARKS, escaped))


def next_match(matches: Sequence[Match], current: int, page: int, step: int) -> int:
    """The index of the match to go to; with none current (-1) the first on or after `page`, or the last before."""
    if not matches:
        return -1
    if current >= 0:
        return (current + step) % len(matches)
    if step > 0:
        return next((i for i, match in enumerate(matches) if match.page >= page), 0)
    return next((i for i in range(len(matches) - 1, -1, -1) if matches[i].page <= page), len(matches) - 1)
