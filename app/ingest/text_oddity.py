"""Whether text that came with a page looks as if a program had misread it. Only a reason to look at the picture: not a verdict."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r"\S{3,}")
_STRANGE: Final = re.compile(r"[~!#$^&*+=<>?@\[\]{}|\\\"`;]")
_STRANGE_SHARE: Final = 0.1
_ODD_SHARE: Final = 0.12
_ENOUGH: Final = 12
_EDGES: Final = ".,;:!?()[]\"'“”‘’-–—…*•"
_FIGURE_INSIDE: Final = re.compile(r"[a-z][0-9|!]+[a-z]")
_SIGN_INSIDE: Final = re.compile(r"[^\W\d_][~!#$^*+=<>?{}|\\\"`;:,][^\W\d_]")
_CASES: Final = re.compile(r"[a-zß-ÿ][A-Z][a-z]*[a-z]?[A-Z]|^[a-z]{2,}[A-Z]+$")
_VOWEL: Final = re.compile(r"[aeiouyw0-9à-üÀ-Üąęó]", re.IGNORECASE)
_SAME: Final = re.compile(r"([a-z])\1\1")


def is_odd(text: str) -> bool:
    """True when many words have figures or signs among their letters, no vowel, or when signs are far too common.

    Codes in capitals, amounts, dates, addresses of e-mail and web, Welsh and Polish words are not odd.
    """
    tokens = [token for token in map(_judged, _TOKEN.findall(text)) if token.length]
    if len(tokens) < _ENOUGH:
        return False
    length, strange, words, odd = map(sum, zip(*tokens, strict=True))
    return strange > _STRANGE_SHARE * length or (words >= _ENOUGH and odd > _ODD_SHARE * words)


class _Token(NamedTuple):
    """What a token counts for: `length` is 0 for an address, which counts for nothing; `strange` its signs."""

    length: int
    strange: int = 0
    is_word: bool = False
    is_odd: bool = False


@lru_cache(maxsize=4096)
def _judged(token: str) -> _Token:
    """The same words come again and again: each is judged once."""
    if "@" in token or "://" in token or "www." in token:
        return _Token(0)
    word = token.strip(_EDGES)
    is_word = any(c.isalpha() for c in word)
    return _Token(len(token), len(_STRANGE.findall(token)), is_word, is_word and _is_odd_word(word))


def _is_odd_word(word: str) -> bool:
    if _FIGURE_INSIDE.search(word) or _SIGN_INSIDE.search(word) or _CASES.search(word) or _SAME.search(word):
        return True
    return len(word) > 3 and word.isalpha() and not word.isupper() and not _VOWEL.search(word)


def agreement(one: str, other: str) -> float:
    """How far two readings of a page have the same words, 0 to 1, whatever their order."""
    a, b = (Counter(word.strip(_EDGES).lower() for word in text.split()) for text in (one, other))
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))
