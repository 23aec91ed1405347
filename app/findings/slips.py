"""Differences that a scanner makes and no person: letters of like shape, words joined or parted, specks, words that do not exist."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from app.domain.findings import DocumentView
from app.findings.differences import Difference
from app.findings.tokens import Token, look_alike

_CLOSE, _NEAR = 0.8, 0.5
_MAYBE, _SPECK = 0.5, 2
_ENOUGH_WORDS = 1500
_SHORT = (
    "a i no not if in is it of on or to at as by he me my we us up so do go an be am was has had did may can and but"
)
_SHORT_WORDS = frozenset(_SHORT.split(" "))
"""Words of at most three letters that mean something: they are never noise."""

_DIGITS = re.compile(r"\d")


class Slips:
    """Judges the differences of two documents of which at least one was scanned. `known` are words that exist."""

    def __init__(
        self,
        first: DocumentView,
        second: DocumentView,
        one: Sequence[Token],
        two: Sequence[Token],
        known: frozenset[str],
    ) -> None:
        self._pages = (first.pages, second.pages)
        self._words = (one, two)
        self._known = known | _SHORT_WORDS
        self._near = _NEAR if len(known) >= _ENOUGH_WORDS else _CLOSE

    def is_slip(self, d: Difference) -> bool:
        """Whether a scanner explains the difference."""
        mine, theirs = self._words[0][d.i0 : d.i1], self._words[1][d.j0 : d.j1]
        seen = self._is_scanned(0, mine), self._is_scanned(1, theirs)
        if not any(seen):
            return False
        a, b = [t.word for t in mine], [t.word for t in theirs]
        if not a or not b:
            return all(_is_speck(word) for word in a or b)
        if len(a) == len(b):
            return all(self._is_one(x, y, seen) for x, y in zip(a, b, strict=True))
        return self._is_one("".join(a), "".join(b), seen) and abs(len(a) - len(b)) <= 2

    def _is_scanned(self, side: int, words: Sequence[Token]) -> bool:
        return bool(words) and self._pages[side][words[0].page].scan

    def _is_one(self, a: str, b: str, seen: tuple[bool, bool]) -> bool:
        """Whether two words are one, read differently: the same shapes, or like each other and one is no word."""
        x, y = look_alike(a), look_alike(b)
        if x == y:
            return True
        if a.isdigit() or b.isdigit() or (_DIGITS.search(a) and _DIGITS.search(b)):
            return False
        odd = (seen[0] and a not in self._known) or (seen[1] and b not in self._known)
        return odd and Levenshtein.normalized_similarity(x, y) >= self._near


def _is_speck(word: str) -> bool:
    """A letter or two that are no word."""
    return len(word) <= 2 and word not in _SHORT_WORDS and not word.isdigit()


def is_like_a_slip(text: str, other: str) -> bool:
    """Whether a scanner may have made the difference, though both are words: a letter or two lost, or a sign taken for another."""
    if not text or not other:
        return len(text or other) <= _SPECK
    return Levenshtein.normalized_similarity(look_alike(text), look_alike(other)) >= _MAYBE
