"""Does the next file show it put right? The words that were wrong, looked for in what came after the answer.

Words are compared one by one: a letter that a scanner misread is forgiven, a word more, less or other is not, because "was not
alone" and "was alone" are nearly the same letters. Nothing here decides: it says what is there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from app.domain.ids import DocumentId
from app.domain.outcomes import Later, Place, PutRight
from app.domain.text import plain, shorten

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ALIKE, _LONG_ENOUGH = 0.75, 4
_TELLING = 4
"""Fewer words than this may stand anywhere by chance: they are looked for in the same record only."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that came later. `same_record`: it is the record the point is about, given again. `pages` are (number, text)."""

    document: DocumentId
    title: str
    received: str
    same_record: bool
    pages: tuple[tuple[int, str], ...]


def check(says: str, right: str, copies: Sequence[Copy]) -> PutRight:
    """What later copies show. `says` are the words that were wrong, `right` those asked for; either may be empty."""
    if not copies:
        return PutRight(Later.NO_LATER_FILE, "Nothing from them has come in since they answered.")
    again = [copy for copy in copies if copy.same_record]
    still = list(_places(says, again)) or (list(_places(says, copies)) if _count(says) >= _TELLING else [])
    now = [place for place in _places(right, again) if not _within(place, says)]
    if still:
        return PutRight(
            Later.STILL_THERE, f"{_where(still)} still says “{shorten(still[0].words, 120)}”.", tuple(still)
        )
    if now:
        return PutRight(Later.SHOWS_IT, f"{_where(now)} now says “{shorten(now[0].words, 120)}”.", tuple(now))
    if again:
        last = again[-1]
        reason = f"{last.title} came again, and the words are not found in it. Look what it says now."
        place = Place(last.document, last.pages[0][0] if last.pages else 1, "", last.title, last.received)
        return PutRight(Later.CHANGED, reason, (place,))
    return PutRight(Later.NOT_IN_IT, "Files came since, and this record is not found among them.")


def _places(words: str, copies: Iterable[Copy]) -> Iterator[Place]:
    wanted = [match[0].lower() for match in _WORD.finditer(words)]
    for copy in copies if wanted else ():
        for number, text in copy.pages:
            for start, end in _spans(wanted, text):
                yield Place(copy.document, number, " ".join(text[start:end].split()), copy.title, copy.received)


def _spans(wanted: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    """Offsets of every run of words that says the same."""
    words = list(_WORD.finditer(text))
    for at in range(len(words) - len(wanted) + 1):
        if _same(wanted[0], words[at][0]) and all(
            _same(one, words[at + n][0]) for n, one in enumerate(wanted[1:], start=1)
        ):
            yield words[at].start(), words[at + len(wanted) - 1].end()


def _same(one: str, other: str) -> bool:
    other = other.lower()
    if one == other:
        return True
    if min(len(one), len(other)) < _LONG_ENOUGH or not (one.isalpha() and other.isalpha()):
        return False
    return Levenshtein.normalized_similarity(one, other) >= _ALIKE


def _count(words: str) -> int:
    return len(_WORD.findall(words))


def _within(place: Place, says: str) -> bool:
    """Whether the words asked for are only a part of the words that were wrong."""
    return plain(place.words) in plain(says)


def _where(places: Sequence[Place]) -> str:
    first = places[0]
    more = f" (and {len(places) - 1} more)" if len(places) > 1 else ""
    return f"{first.document_title or 'The file'}, page {first.page}{more}"
