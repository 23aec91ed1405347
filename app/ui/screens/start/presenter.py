"""Decisions of the start screen: strength of a passphrase, names of folders, words about recent cases. No widgets."""

import math
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.ui.wording import when

if TYPE_CHECKING:
    from app.domain.people import CaseDetails

EXAMPLE_NAME = "Example family"
EXAMPLE_PASSPHRASE = "example family"  # as app.services.demo has it: invented people, nothing to protect
MIN_LENGTH = 8
NATIONS = (
    ("england", "England"),
    ("wales", "Wales"),
    ("scotland", "Scotland"),
    ("northern-ireland", "Northern Ireland"),
)
_COMMON = ("password", "passphrase", "qwerty", "letmein", "fairfile", "abcdef", "iloveyou", "12345")


class Strength(NamedTuple):
    """`level` 0 to 4; `ok`: good enough to use; `tone` a palette tone."""

    level: int
    words: str
    tone: str
    ok: bool


def strength(passphrase: str, names: tuple[str, ...] = ()) -> Strength:
    """How hard a passphrase is to guess, in words. `names` (the child's, the parent's) count for nothing."""
    if not passphrase:
        return Strength(0, "Three or four words that have nothing to do with each other work well.", "", False)
    if len(passphrase) < MIN_LENGTH:
        return Strength(1, f"Too short. Use at least {MIN_LENGTH} letters.", "danger", False)
    bits = guess_bits(passphrase, names)
    if bits < 30:
        return Strength(1, "Easy to guess. Add another word or two.", "danger", False)
    if bits < 42:
        return Strength(2, "Could be guessed by a patient person. One more word would help.", "warn", True)
    if bits < 58:
        return Strength(3, "Good.", "good", True)
    return Strength(4, "Very good.", "good", True)


def guess_bits(passphrase: str, names: tuple[str, ...] = ()) -> float:
    """A careful low estimate of how many times somebody must double their guesses."""
    left = passphrase.lower()
    for known in (*_COMMON, *(n.lower() for name in names for n in name.split() if len(n) > 2)):
        left = left.replace(known, "")
    words = [w for w in re.split(r"[\s\-_.,]+", left) if w]
    letters = [w for w in words if w.isalpha()]
    if len(letters) >= 3:
        return sum(min(13.0, 4.0 + 2.0 * len(set(w))) for w in set(letters)) + 4.0 * (
            len(set(words)) - len(set(letters))
        )
    kinds = sum(bool(re.search(pattern, passphrase)) for pattern in (r"[a-z]", r"[A-Z]", r"\d", r"[^\w\s]"))
    return len(set(left)) * (2.2 + 0.5 * kinds) + math.log2(1 + max(0, len(left) - len(set(left))))


def folder_name(child: str) -> str:
    """A name for the case folder, safe on every system."""
    plain = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "", child).strip(" .")
    return f"{plain or 'My case'}.fairfile"


def free_place(folder: Path, child: str) -> Path:
    """A place that is not taken: "Ada Brennan.fairfile", "Ada Brennan 2.fairfile"."""
    place = folder / folder_name(child)
    number = 2
    while place.exists():
        place = folder / folder_name(f"{child.strip() or 'My case'} {number}")
        number += 1
    return place


def what_is_missing(details: "CaseDetails", born_ok: bool) -> str:
    """A sentence about the first question that needs an answer; empty when all is there."""
    if not details.child.strip():
        return "Please write your child’s name. A first name or a nickname will do."
    if not born_ok:
        return "Please look at the birth date again."
    return ""


def about_recent(opened: str, exists: bool, place: Path, now: datetime) -> str:
    """The second line of a recent case."""
    if not exists:
        return f"Not here now. It was in {place.parent.name or place.parent}"
    moment = when(opened, now)
    return f"Opened {moment}" if moment else "Not opened yet"
