"""Whether text that came with a page looks as if a program had misread it. Only a reason to look at the picture: not a verdict."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final

_SHORTEST: Final = 3
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
    counts = sum(map(_judged, text.split()))
    tokens, length, strange, words, odd = (counts >> shift & _MOST for shift in _SHIFTS)
    if tokens < _ENOUGH:
        return False
    return strange > _STRANGE_SHARE * length or (words >= _ENOUGH and odd > _ODD_SHARE * words)


_SHIFTS: Final = (0, 32, 64, 96, 128)
_MOST: Final = (1 << 32) - 1


@lru_cache(maxsize=8192)
def _judged(token: str) -> int:
    """What a token counts for, in parts of one number, so that a page is one sum: one token (none for an address and for what is
    very short), its length, its strange signs, whether it is a word, and an odd one. The same words come again and again."""
    if len(token) < _SHORTEST or "@" in token or "://" in token or "www." in token:
        return 0
    word = token.strip(_EDGES)
    is_word = any(c.isalpha() for c in word)
    odd = is_word and _is_odd_word(word)
    strange = len(_STRANGE.findall(token))
    return 1 + (len(token) << 32) + (strange << 64) + (is_word << 96) + (odd << 128)


def _is_odd_word(word: str) -> bool:
    if _FIGURE_INSIDE.search(word) or _SIGN_INSIDE.search(word) or _CASES.search(word) or _SAME.search(word):
        return True
    return len(word) > 3 and word.isalpha() and not word.isupper() and not _VOWEL.search(word)


def agreement(one: str, other: str) -> float:
    """How far two readings of a page have the same words, 0 to 1, whatever their order."""
    a, b = (Counter(word.strip(_EDGES).lower() for word in text.split()) for text in (one, other))
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))
