"""When a school is open to pupils: terms and training days, entered once for each school."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from app.domain.changes import Change
from app.domain.errors import UsageProblem
from app.requests import context as given
from app.services.case import OpenCase

_SEPARATORS = re.compile(r"[;,\n]+")


@dataclass(frozen=True, slots=True)
class TermDates:
    """`terms` are (first, last) days on which pupils come, half terms apart; `inset` the training days in them. ISO."""

    terms: tuple[tuple[str, str], ...] = ()
    inset: tuple[str, ...] = ()

    @property
    def until(self) -> str:
        """The last day that is known, ISO; empty when nothing is."""
        return max((last for _, last in self.terms), default="")


def term_dates(case: OpenCase, organisation: int) -> TermDates:
    """What was entered for a school; empty when nothing was."""
    with case.store.read() as uow:
        pairs = given.parse_context(uow.organisations.terms(organisation))
    spans = given.spans(pairs, "terms")
    inset = sorted(given.days(pairs, "inset"))
    return TermDates(tuple((a.isoformat(), b.isoformat()) for a, b in spans), tuple(day.isoformat() for day in inset))


def set_term_dates(case: OpenCase, organisation: int, terms: str, inset: str = "") -> Change:
    """Keep the terms ("2026-09-03..2026-10-23, 2026-11-02..2026-12-18", one a line if wanted) and training days of a school.

    UsageProblem when they cannot be read or two terms overlap."""
    spans = given.spans({"terms": _listed(terms)}, "terms")
    days = given.spans({"inset": _listed(inset)}, "inset")
    _check(spans)
    pairs = {"terms": _joined(spans), "inset": _joined(days)}
    stored = "; ".join(f"{key}={value}" for key, value in pairs.items() if value)
    with case.store.write() as uow:
        try:
            row = uow.audit.edit("organisations", organisation, {"terms": stored})
        except LookupError as error:
            raise UsageProblem(
                "organisation", f"There is no organisation {organisation}.", "", "See the list."
            ) from error
        return uow.audit.record("Term dates saved", [row])


def _listed(text: str) -> str:
    return ",".join(part.strip() for part in _SEPARATORS.split(text) if part.strip())


def _joined(spans: Sequence[tuple[date, date]]) -> str:
    return ",".join(a.isoformat() if a == b else f"{a}..{b}" for a, b in spans)


def _check(spans: Sequence[tuple[date, date]]) -> None:
    for (first, last), (following, _) in pairwise(spans):
        if following <= last:
            raise UsageProblem(
                "terms", f"The term from {first} to {last} reaches into the next one, which begins on {following}.",
                "Nothing was saved.", "Correct one of the two.",
            )  # fmt: skip
