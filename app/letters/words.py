"""Small things about words: clean text, first names, possessives, numbers."""

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def clean(text: str) -> str:
    """Text that every writer can set: composed letters, no control characters, private signs (Word's own bullets) as bullets."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return _CONTROL.sub("", _PRIVATE.sub("•", plain))


def first_name(name: str) -> str:
    """The first word of a name; empty for empty."""
    return name.split()[0] if name.split() else ""


def possessive(name: str) -> str:
    """Ada’s, James’s."""
    return f"{name}’s" if name else ""


def counted(number: int, singular: str, plural: str = "") -> str:
    """One point, three points, 12 points (words up to ten, in lower case)."""
    word = _SMALL[number] if number < len(_SMALL) else f"{number:,}"
    return f"{word} {singular if number == 1 else plural or singular + 's'}"


def lines(text: str) -> tuple[str, ...]:
    """The items of a list that was typed one a line, without bullets or numbers of their own."""
    return tuple(
        item for raw in text.splitlines() if (item := re.sub(r"^\s*(?:[-•*–]|\d{1,2}[.)])\s+", "", raw).strip())
    )
