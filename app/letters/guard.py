"""Where a letter would be wrong: another nation's law, a body that the law does not name, a right that this person does not have."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

FAMILIES = {
    "school": ("school", "academy-trust", "nursery"),
    "council": ("council", "council-send", "council-social-care"),
    "health": ("nhs-trust", "gp", "camhs"),
    "police": ("police",),
}
"""Kinds of organisation that a letter can be about, in families."""
_UNKNOWN = frozenset({"", "other"})
_ADULT, _YOUNG_PERSON, _TWELVE = 18, 16, 12


@dataclass(frozen=True, slots=True)
class Condition:
    """`say` holds when every name has one of its values."""

    when: tuple[tuple[str, tuple[str, ...]], ...]
    say: str


def condition(raw: Mapping[str, Any]) -> Condition:
    """One `[[refuse]]` or `[[caution]]` table."""
    pairs = ((name, (given,) if isinstance(given, str) else tuple(given)) for name, given in raw["when"].items())
    return Condition(tuple(pairs), str(raw["say"]))


def holds(found: Condition, names: Mapping[str, str]) -> bool:
    """Whether every name has one of its values; a name that is not known is empty."""
    return all(names.get(name, "") in values for name, values in found.when)


def fits(about: tuple[str, ...], kind: str) -> bool:
    """Whether a letter about these kinds of organisation may be about one of this kind; one of unknown kind may be anything."""
    return not about or kind in _UNKNOWN or kind in about


def age_band(born: str, today: date) -> str:
    """ "under-12", "12-15", "16-17" or "adult"; empty when the day of birth is not known."""
    try:
        day = date.fromisoformat(born)
    except ValueError:
        return ""
    years = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    if years >= _ADULT:
        return "adult"
    if years >= _YOUNG_PERSON:
        return "16-17"
    return "12-15" if years >= _TWELVE else "under-12"
