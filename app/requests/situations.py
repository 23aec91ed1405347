"""Situations in plain words, as data in `resources/situations`: what to say, what to offer, which letters fit."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.domain.errors import UsageProblem
from app.system.paths import resource

OPENS = frozenset({"letter", "matrix", "terms", "request"})


@dataclass(frozen=True, slots=True)
class Situation:
    """`words` is the situation as a person would say it, `text` one or two sentences more, `button` what can be done about it.
    `opens` is what the button opens: the first fitting letter, the table of what came, the term dates or the request.
    `rank`: higher is more pressing. `letters` are ids, best first. `tone` is neutral or warn."""

    id: str
    rank: int
    words: str
    text: str
    button: str
    opens: str
    tone: str
    letters: tuple[str, ...] = ()


def situations() -> tuple[Situation, ...]:
    """All, most pressing first."""
    return tuple(_all().values())


def situation(found: str) -> Situation:
    """One; UsageProblem for an unknown id."""
    try:
        return _all()[found]
    except KeyError:
        raise UsageProblem("situation", f"There is no situation called “{found}”.") from None


@cache
def _all() -> Mapping[str, Situation]:
    loaded = sorted((load(path) for path in resource("situations").glob("*.toml")), key=lambda s: -s.rank)
    return {found.id: found for found in loaded}


def load(path: Path) -> Situation:
    """Read one file. Raises ValueError when it says something that is not known."""
    raw = tomllib.loads(path.read_text("utf-8"))
    made = Situation(**{**raw, "letters": tuple(raw["letters"])})
    if made.id != path.stem or made.opens not in OPENS or made.tone not in ("neutral", "warn"):
        raise ValueError(f"{path.name}: id, what it opens or tone are wrong")
    return made
