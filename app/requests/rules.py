"""The deadline rules, one data file each in `resources/rules/`, as values."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.errors import UsageProblem
from app.system.paths import resource

UNITS = frozenset({"calendar_month", "calendar_day", "working_day", "school_day"})
METHODS = frozenset(
    {
        "corresponding_date",
        "corresponding_minus_one",
        "add_days",
        "add_days_inclusive",
        "working_days_after",
        "school_days_after",
        "foi_working_days_after",
        "foi_school_days_after",
        "fixed_date",
    }
)
ROLLS = frozenset(
    {
        "none",
        "not_applicable",
        "next_working_day",
        "first_working_day_after_expiry",
        "hesc_rule_12",
        "hesc_rule_12_days_not_counted",
        "days_not_counted_then_next_working_day",
    }
)
SPECIALS = frozenset({"", "latest-start", "paused", "mediation", "results", "sixty-days"})
CONFIDENCE = frozenset({"verified", "part-verified", "unverified"})


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: what a rule must give. `context` is text for `parse_context`."""

    start: str
    nation: str
    context: str
    due: str
    why: str


@dataclass(frozen=True, slots=True)
class Rule:
    """How one date is found. `nations` are those whose law it is. `binds` is "them" (the organisation) or "us" (the family).
    `special` names what the context may add: the latest of several starts, a paused clock, a mediation certificate, the day of
    exam results, a ceiling of 60 working days. `holidays` is the nation whose bank holidays count, empty for the one asked.
    `identity`: proof of identity or authority, or a fee, that was needed starts the clock when it arrives; `pause`: days between
    a question about what is looked for and its answer do not count; `directed`: a date named in a letter or direction
    overrides the count; `since`: the day from which the rule is law."""

    id: str
    title: str
    plain: str
    trigger: str
    method: str
    unit: str
    length: int
    roll: str
    nations: tuple[str, ...]
    applies_to: str
    source: str
    checked: str
    confidence: str
    binds: str
    special: str = ""
    holidays: str = ""
    fixed: str = ""
    identity: bool = False
    pause: bool = False
    directed: bool = False
    since: str = ""
    examples: tuple[Example, ...] = ()


def rules() -> tuple[Rule, ...]:
    """All rules by id."""
    return tuple(_all().values())


def rule(rule_id: str) -> Rule:
    """One rule; upper and lower case do not matter. Raises UsageProblem for an unknown id."""
    try:
        return _all()[rule_id.strip().upper()]
    except KeyError:
        raise UsageProblem("unknown-rule", f"There is no deadline rule called “{rule_id}”.") from None


def needs_more_than_a_date(found: Rule) -> bool:
    """True when the answer depends on more than the start: term dates, a pause, papers still to come."""
    special = found.special not in ("", "latest-start")
    return special or counts_school_days(found)


def counts_school_days(found: Rule) -> bool:
    """True when term dates of the school change the answer."""
    return found.unit == "school_day" or found.method == "foi_school_days_after"


@cache
def _all() -> Mapping[str, Rule]:
    loaded = (load(path) for path in sorted(resource("rules").glob("*.toml")))
    return {found.id: found for found in loaded}


def load(path: Path) -> Rule:
    """Read one rule file. Raises ValueError when it says something that the engine does not know."""
    raw: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    examples = tuple(Example(**entry) for entry in raw.pop("examples", ()))
    values = {"nations": tuple(raw["nations"]), "checked": str(raw["checked"]), "since": str(raw.get("since", ""))}
    made = Rule(**{**raw, **values, "examples": examples})
    if made.id != path.stem:
        raise ValueError(f"{path.name} holds the rule {made.id}")
    for name, allowed in (("unit", UNITS), ("method", METHODS), ("roll", ROLLS), ("special", SPECIALS)):
        if getattr(made, name) not in allowed:
            raise ValueError(f"{made.id}: unknown {name} {getattr(made, name)!r}")
    if made.confidence not in CONFIDENCE or made.binds not in ("them", "us") or not made.nations:
        raise ValueError(f"{made.id}: confidence, side or nations are wrong")
    return made
