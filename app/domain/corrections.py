"""Words that a person corrected: laid over what was read, wherever it is read again.

A correction is known by its place on the page, so that it stays when OCR reads the page anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.ids import DocumentId
from app.domain.words import Word, pack_words, unpack_words

Place = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points of the page as shown."""

_REACH = 2.0


@dataclass(frozen=True, slots=True)
class Correction:
    """`old` is what was read when it was corrected, `new` what a person says stands there, `at` the moment in UTC."""

    id: int
    document: DocumentId
    page: int
    place: Place
    old: str
    new: str
    at: str = ""


def corrected(text: str, packed: bytes, corrections: Iterable[Correction]) -> tuple[str, bytes]:
    """Text and packed words of a page with its corrections, oldest first. Corrected words carry no confidence: they are sure."""
    words = list(unpack_words(packed))
    changed = False
    for correction in corrections:
        inside = [n for n, word in enumerate(words) if is_within(word, correction.place)]
        if inside:
            text, words = _replaced(text, words, inside[0], inside[-1], correction.new)
        else:
            text, words = _inserted(text, words, correction)
        changed = True
    return (text, pack_words(words)) if changed else (text, packed)


def is_within(word: Word, place: Place) -> bool:
    """Whether the middle of a word lies in a place."""
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return place[0] - _REACH <= x <= place[2] + _REACH and place[1] - _REACH <= y <= place[3] + _REACH


def around(words: Sequence[Word]) -> Place:
    """The place of some words."""
    return (min(w.x0 for w in words), min(w.y0 for w in words), max(w.x1 for w in words), max(w.y1 for w in words))


def _replaced(text: str, words: list[Word], first: int, last: int, new: str) -> tuple[str, list[Word]]:
    start, end = words[first].start, words[last].end
    fresh = _laid_out(new, start, words[first : last + 1])
    by = len(new) - (end - start)
    after = [replace(word, start=word.start + by, end=word.end + by) for word in words[last + 1 :]]
    return text[:start] + new + text[end:], [*words[:first], *fresh, *after]


def _laid_out(new: str, start: int, old: Sequence[Word]) -> list[Word]:
    """Words of `new` over the place of the old ones: each on its own when there are as many, else shared by letters."""
    parts = new.split()
    each = [(w.x0, w.y0, w.x1, w.y1) for w in old]
    places = each if len(parts) == len(old) else _shared(around(old), parts)
    found, at = [], 0
    for part, place in zip(parts, places, strict=True):
        at = new.index(part, at)
        found.append(Word(start + at, start + at + len(part), *place))
        at += len(part)
    return found


def _shared(place: Place, parts: Sequence[str]) -> list[Place]:
    letters = sum(map(len, parts)) + len(parts) - 1
    each = (place[2] - place[0]) / max(1, letters)
    places, x = [], place[0]
    for part in parts:
        places.append((x, place[1], x + each * len(part), place[3]))
        x += each * (len(part) + 1)
    return places


def _inserted(text: str, words: list[Word], correction: Correction) -> tuple[str, list[Word]]:
    """Where nothing is read any more: after the last word that stands before the place."""
    x0, y0, x1, y1 = correction.place
    middle = (y0 + y1) / 2
    before = [n for n, w in enumerate(words) if w.y1 <= middle or (w.y0 < middle and w.x1 <= x0 + _REACH)]
    at = before[-1] + 1 if before else 0
    where = words[at - 1].end if at else 0
    new = f" {correction.new}" if at else f"{correction.new} "
    by = len(new)
    fresh = _laid_out(correction.new, where + (1 if at else 0), [Word(0, 0, x0, y0, x1, y1)])
    after = [replace(word, start=word.start + by, end=word.end + by) for word in words[at:]]
    return text[:where] + new + text[where:], [*words[:at], *fresh, *after]
