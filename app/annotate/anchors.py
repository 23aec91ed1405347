"""Find quoted words on a page, exactly if possible, else as close as a tired scanner allows.

An anchor follows the W3C Web Annotation model: the exact words, some words before and after, and offsets as a hint.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from app.domain.ids import DocumentId
from app.domain.marks import Anchor, Rect
from app.domain.text import plain, plain_with_offsets
from app.domain.words import Word, rects_for_span

CONTEXT = 32
_ALIKE = 84.0
_WORD_ALIKE = 60.0
_MAX_FUZZY = 2000


@dataclass(frozen=True, slots=True)
class Span:
    """Offsets in a page's text."""

    start: int
    end: int


def anchor_for_span(document: DocumentId, page: int, text: str, words: Sequence[Word], start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]`, grown to whole words. ValueError when there is no word in it."""
    inside = [word for word in words if word.end > start and word.start < end]
    if inside:
        start, end = inside[0].start, inside[-1].end
    exact = text[start:end].strip()
    if not exact:
        raise ValueError("no words in the span")
    start = text.index(exact, start)
    end = start + len(exact)
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    rects: tuple[Rect, ...] = rects_for_span(words, start, end)
    return Anchor(document, page, exact, prefix, suffix, start, end, rects)


def find_quote(text: str, quote: str, prefix: str = "", suffix: str = "", near: int = -1) -> Span | None:
    """Where a quote stands in a page's text: the best place, or None when nothing is close enough.

    White space, line ends, letter case and typographic marks do not matter. Of several places the one whose surroundings fit
    `prefix` and `suffix` wins, then the one closest to offset `near`.
    """
    wanted = plain(quote)
    if not wanted:
        return None
    folded, where = plain_with_offsets(text)
    places = _all_places(folded, wanted)
    if places:
        best = max(places, key=lambda at: _fit(folded, where, at, len(wanted), plain(prefix), plain(suffix), near))
        return Span(where[best], where[best + len(wanted) - 1] + 1)
    return _close_enough(folded, where, wanted)


def _all_places(folded: str, wanted: str) -> list[int]:
    places, at = [], folded.find(wanted)
    while at >= 0:
        places.append(at)
        at = folded.find(wanted, at + 1)
    return places


def _fit(
    folded: str, where: list[int], at: int, length: int, prefix: str, suffix: str, near: int
) -> tuple[float, float]:
    score = 0.0
    if prefix:
        score += fuzz.ratio(folded[max(0, at - len(prefix) - 1) : at].strip(), prefix)
    if suffix:
        score += fuzz.ratio(folded[at + length : at + length + len(suffix) + 1].strip(), suffix)
    return score, -abs(where[at] - near) if near >= 0 else -at


def _close_enough(folded: str, where: list[int], wanted: str) -> Span | None:
    """Misread letters are forgiven, missing words are not: at least 84 % alike, and at least eight letters long."""
    if len(wanted) < 8 or len(wanted) > _MAX_FUZZY or not folded:
        return None
    found = fuzz.partial_ratio_alignment(wanted, folded, score_cutoff=_ALIKE)
    if found is None or found.dest_end - found.dest_start < 0.8 * len(wanted):
        return None
    start, end = found.dest_start, found.dest_end
    while start > 0 and folded[start - 1] != " ":
        start -= 1
    while end < len(folded) and folded[end] != " ":
        end += 1
    return Span(where[start], where[end - 1] + 1)


def says_the_same(quote: str, found: str) -> bool:
    """Whether words found on a page are the quoted ones but for misread letters: as many words, the same numbers, each word alike.

    Two entries of a log are often alike in all but a number or a “not”; to quote the one for the other would be wrong.
    """
    left, right = plain(quote).split(), plain(found).split()
    return len(left) == len(right) and all(_same_word(one, other) for one, other in zip(left, right, strict=True))


def _same_word(one: str, other: str) -> bool:
    digits = [[c for c in word if c.isdigit()] for word in (one, other)]
    return one == other or (digits[0] == digits[1] and fuzz.ratio(one, other) >= _WORD_ALIKE)


def find_again(anchor: Anchor, text: str, words: Sequence[Word]) -> Anchor | None:
    """The same anchor on a page that was read anew; None when its words are no longer there. Areas stay where they are."""
    if not anchor.exact:
        return anchor
    span = find_quote(text, anchor.exact, anchor.prefix, anchor.suffix, anchor.start)
    if span is None:
        return None
    fresh = anchor_for_span(anchor.document, anchor.page, text, words, span.start, span.end)
    return replace(fresh, rects=fresh.rects or anchor.rects)
