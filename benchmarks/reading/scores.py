"""How well text was read: wrong characters, and words found."""

from collections import Counter

from rapidfuzz.distance import Levenshtein

from app.domain.text import plain


def wrong(read: str, true: str) -> float:
    """Wrong, missing and additional characters as a share of the true ones; white space counts as one space."""
    true = " ".join(plain_case(true).split())
    return Levenshtein.distance(" ".join(plain_case(read).split()), true) / max(1, len(true))


def words_f1(read: str, true: str) -> float:
    """Words read: harmonic mean of precision and recall over words without case and without marks at their ends."""
    seen, wanted = Counter(_words(read)), Counter(_words(true))
    if not wanted:
        return 1.0 if not seen else 0.0
    right = sum((seen & wanted).values())
    return 2 * right / (sum(seen.values()) + sum(wanted.values()))


def plain_case(text: str) -> str:
    """Typographic marks folded, case kept."""
    for ours, usual in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("—", "-"), ("–", "-")):
        text = text.replace(ours, usual)
    return text


def _words(text: str) -> list[str]:
    stripped = (word.strip(".,;:!?()[]\"'|-_*·") for word in plain(text).split())
    return [word for word in stripped if word]
