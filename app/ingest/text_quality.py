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
    if not _is_clean(text) and len(_BAD.findall(text)) > _MAX_BAD_SHARE * letters(text) > 0:
        return True
    plain = text.lower().encode("ascii", "ignore").translate(None, _NO_LETTERS)
    frequent = len(plain) - len(plain.translate(None, _FREQUENT))
    if len(plain) < _ENOUGH_LETTERS or frequent >= _MIN_FREQUENT_SHARE * len(plain):
        return False
    return len(plain) >= 0.5 * letters(text)


def _is_clean(text: str) -> bool:
    """Whether it certainly holds nothing of `_BAD`: a quick look."""
    return text.isascii() or ("\ufffd" not in text and text.replace("\n", " ").isprintable())
