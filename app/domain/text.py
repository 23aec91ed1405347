"""Normalise and compare text."""

import re
import unicodedata

_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": ""}
)
_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^a-z0-9 ]+")
_ENDINGS = (" school", " academy", " council", " trust", " nhs", " foundation", " surgery", " practice", " city",
            " borough", " county", " primary", " c of e", " ltd", " limited")  # fmt: skip


def plain(text: str) -> str:
    """Letters for comparing: typographic marks folded, runs of white space as one space, lower case."""
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text).translate(_QUOTES)).strip().lower()


def plain_with_offsets(text: str) -> tuple[str, list[int]]:
    """`plain` text and for each of its characters the offset in `text` it came from (and one more for the end)."""
    out: list[str] = []
    where: list[int] = []
    for offset, char in enumerate(text):
        folded = unicodedata.normalize("NFKC", char).translate(_QUOTES).lower()
        for piece in folded:
            if piece.isspace():
                if out and out[-1] != " ":
                    out.append(" ")
                    where.append(offset)
            else:
                out.append(piece)
                where.append(offset)
    if out and out[-1] == " ":
        out.pop()
        where.pop()
    where.append((where[-1] + 1) if where else 0)
    return "".join(out), where


def same_name(one: str, other: str) -> bool:
    """Whether two names of organisations mean the same, forgiving of "the", punctuation and one common ending."""
    a, b = _name(one), _name(other)
    if not a or not b:
        return False
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= 5 and long.startswith(short) and long[len(short) :] in _ENDINGS


def _name(name: str) -> str:
    folded = _NOT_WORD.sub(" ", plain(name).replace("&", " and ").replace("'", ""))
    return re.sub(r"^the ", "", _SPACE.sub(" ", folded).strip())


def shorten(text: str, length: int) -> str:
    """At most `length` characters, cut at a word, with an ellipsis when something was cut."""
    tidy = _SPACE.sub(" ", text).strip()
    if len(tidy) <= length:
        return tidy
    cut = tidy[: length - 1].rsplit(" ", 1)[0] or tidy[: length - 1]
    return cut.rstrip(" ,;:") + "…"
