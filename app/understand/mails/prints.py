"""Fingerprints of sentences, which tell that a quotation repeats a message that is held."""

import hashlib
import re
from collections.abc import Iterable

from app.domain.text import plain

_END = re.compile(r"[.!?:;]+\s+|\n\s*\n")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_FEWEST_WORDS = 5
_MOST = 120


def prints_of(text: str) -> tuple[int, ...]:
    """One number for each sentence of five words or more, in order, each once, at most 120. Line breaks, case and marks make no
    difference."""
    found: dict[int, None] = {}
    for sentence in _sentences(text):
        words = [word for word in _NOT_WORD.split(plain(sentence)) if word]
        if len(words) >= _FEWEST_WORDS:
            found[_number("".join(words))] = None
            if len(found) >= _MOST:
                break
    return tuple(found)


def _sentences(text: str) -> Iterable[str]:
    return _END.split(text + "\n\n")


def _number(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=6).digest(), "big")
