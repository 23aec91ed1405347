"""Whether text that came with a page can be read by people, or must be read again from the picture."""

import re

_BAD = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_TOKEN = re.compile(r"[^\W\d_]{3,}")
_VOWEL = re.compile(r"[aeiouywàáâãäåæèéêëìíîïòóôõöøùúûüýŵŷ]", re.IGNORECASE)
_MAX_BAD_SHARE = 0.2
_SAMPLE = 1500
_MIN_TOKENS = 8
_MIN_VOWEL_SHARE = 0.6


def letters(text: str) -> int:
    """How many characters are not spaces."""
    return sum(map(len, text.split()))


def is_garbage(text: str) -> bool:
    """True when a wrong encoding made the text unreadable: replacement and private characters, or "words" without vowels.

    A font without a Unicode table gives letters shifted along the alphabet; of English and Welsh words 97 in 100 have a vowel.
    """
    text = text[:_SAMPLE]
    seen = letters(text)
    if not seen:
        return False
    if not text.isascii() and len(_BAD.findall(text)) > _MAX_BAD_SHARE * seen:
        return True
    tokens = [t for t in _TOKEN.findall(text) if t.isascii()]
    if len(tokens) < _MIN_TOKENS:
        return False
    return sum(1 for t in tokens if _VOWEL.search(t)) < _MIN_VOWEL_SHARE * len(tokens)
