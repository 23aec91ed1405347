"""Whether text that came with a page can be read by people, or must be read again from the picture."""

import re

_BAD = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_MAX_BAD_SHARE = 0.2
_SAMPLE = 1500
_FREQUENT = b"etaoinsrlu"
_NO_LETTERS = bytes(set(range(256)) - set(b"abcdefghijklmnopqrstuvwxyz"))
_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
_ENOUGH_LETTERS = 80
_MIN_FREQUENT_SHARE = 0.45


def letters(text: str) -> int:
    """How many characters are not spaces."""
    return len(text) - sum(map(text.count, _SPACES))


def is_garbage(text: str) -> bool:
    """True when a wrong encoding made the text unreadable: replacement and private characters, or letters shifted along
    the alphabet, as fonts without a Unicode table give them.

    The ten letters e t a o i n s r l u make up two thirds of English and more than half of other languages in Latin script
    (counted over letters a to z); of text shifted by any usual distance less than a third.
    """
    text = text[:_SAMPLE]
    seen = letters(text)
    if not seen:
        return False
    if not text.isascii() and len(_BAD.findall(text)) > _MAX_BAD_SHARE * seen:
        return True
    plain = text.lower().encode("ascii", "ignore").translate(None, _NO_LETTERS)
    if len(plain) < _ENOUGH_LETTERS or len(plain) < 0.5 * seen:
        return False
    frequent = len(plain) - len(plain.translate(None, _FREQUENT))
    return frequent < _MIN_FREQUENT_SHARE * len(plain)
