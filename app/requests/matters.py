"""Kinds of matter (what was asked of whom, complaints, appeals) as data in `resources/matters`: which letters begin one, what
can happen in it, and which dates follow from what happened."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.errors import UsageProblem
from app.domain.people import NATIONS, ORGANISATION_KINDS
from app.domain.requests import LOG_WORDS, REQUEST_KINDS, Request
from app.requests.rules import rule
from app.system.paths import resource


@dataclass(frozen=True, slots=True)
class Clock:
    """A date of a matter. It runs from the first of `starts` (words of the log) that happened until one of `until` did.
    `needs` and `unless` are words of the log; `nations` and `organisations` say where it holds, empty: everywhere.
    Of several clocks with one `slot` the first that fits holds."""

    slot: str
    rule: str
    starts: tuple[str, ...]
    until: tuple[str, ...]
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """One kind. `family` groups kinds that letters treat alike; `begun_by` are letters whose sending begins one; `happened` the
    words of the log that are special to it."""

    id: str
    title: str
    plain: str
    family: str
    order: int
    begun_by: tuple[str, ...] = ()
    happened: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    clocks: tuple[Clock, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    """Letters that stand for a word of the log: letter id and word."""


def matters() -> tuple[Matter, ...]:
    """All kinds in the order of the road."""
    return tuple(_all().values())


def matter(kind: str) -> Matter:
    """One kind; UsageProblem for an unknown one."""
    try:
        return _all()[kind]
    except KeyError:
        words = ", ".join(_all())
        raise UsageProblem("request", f"“{kind}” is not a kind of request.", "", f"Use one of: {words}.") from None


def begun_by(letter: str) -> str:
    """The kind of matter that sending a letter begins; empty when it belongs to one that is there."""
    return next((found.id for found in matters() if letter in found.begun_by), "")


def happened_on(request: Request) -> dict[str, str]:
    """What happened and when (ISO): the log, last day of each word, with the days a person may correct."""
    found = {what: day for day, what, _ in sorted(request.log) if day}
    for what in ("sent", "received", "answered", "extended"):
        if day := getattr(request, what):
            if what == "answered" and "refused" in found:
                continue
            found[what] = day
    if "sent" in found:
        found.setdefault("received", found["sent"])
    return found


def clocks_of(request: Request, nation: str, organisation_kind: str) -> tuple[Clock, ...]:
    """The clocks that run or ran for a request, by what its log says; of each slot the first that fits."""
    known = happened_on(request)
    found: dict[str, Clock] = {}
    for clock in matter(request.kind).clocks if request.kind in _all() else ():
        if clock.slot not in found and _fits(clock, known, nation, organisation_kind):
            found[clock.slot] = clock
    if not found and request.rule:
        found["answer"] = Clock("answer", request.rule, ("received", "sent"), ("answered", "refused"))
    return tuple(clock for clock in found.values() if any(word in known for word in clock.starts))


def start_of(clock: Clock, known: Mapping[str, str]) -> str:
    """The day a clock starts, ISO; empty when nothing that starts it happened."""
    return next((known[word] for word in clock.starts if word in known), "")


def _fits(clock: Clock, known: Mapping[str, str], nation: str, organisation_kind: str) -> bool:
    return (
        (not clock.nations or nation in clock.nations)
        and (not clock.organisations or organisation_kind in clock.organisations)
        and all(word in known for word in clock.needs)
        and not any(word in known for word in clock.unless)
    )


@cache
def _all() -> Mapping[str, Matter]:
    loaded = sorted((load(path) for path in resource("matters").glob("*.toml")), key=lambda found: found.order)
    return {found.id: found for found in loaded}


def load(path: Path) -> Matter:
    """Read one file. Raises ValueError when it names a rule, word, nation or kind that is not known."""
    raw: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    clocks = tuple(_clock(entry) for entry in raw.pop("clocks", ()))
    made = Matter(**_tuples(raw), clocks=clocks)
    words = {
        *made.happened,
        *made.notes.values(),
        *(w for c in clocks for group in (c.starts, c.until, c.needs, c.unless) for w in group),
    }
    unknown = (words - set(LOG_WORDS)) | ({n for c in clocks for n in c.nations} | set(made.nations)) - set(NATIONS)
    unknown |= ({k for c in clocks for k in c.organisations} | set(made.organisations)) - set(ORGANISATION_KINDS)
    if made.id != path.stem or made.id not in REQUEST_KINDS or unknown:
        raise ValueError(f"{path.name}: wrong id or unknown words {sorted(unknown)}")
    return made


def _clock(entry: dict[str, Any]) -> Clock:
    made = Clock(**_tuples({("starts" if k == "from" else k): v for k, v in entry.items()}))
    rule(made.rule)
    return made


def _tuples(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
