"""What can be done about a point after their answer, one data file each in `resources/next_steps/` (fact sheet 3.1, 3.2 and 4)."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from app.domain.issues import Issue, IssueStatus
from app.requests.rules import rule
from app.system.paths import resource

_COUNTS_FROM = frozenset({"", "received", "answered"})


@dataclass(frozen=True, slots=True)
class StepRule:
    """`after` are the outcomes that open the step; `rule` the deadline that goes with it, counted from the day the request was
    `received` or the point `answered`; both empty where the law sets no date. `without_reason`: only while they gave no reason.
    `after_letter`: only when that letter went off."""

    id: str
    title: str
    why: str
    after: tuple[str, ...]
    order: int
    letter: str = ""
    rule: str = ""
    counts_from: str = ""
    without_reason: bool = False
    after_letter: str = ""


def steps_after(issue: Issue, letters_sent: frozenset[str], today: date) -> tuple[StepRule, ...]:
    """The steps open for a point today, in the order in which they are usually taken; none before it was sent.

    `letters_sent` are the kinds of letters that went off with the point since it was first sent.
    """
    status = outcome(issue, today).value
    return tuple(
        step
        for step in _all()
        if status in step.after
        and not (step.without_reason and issue.fields.answer.strip())
        and (not step.after_letter or step.after_letter in letters_sent)
    )


def outcome(issue: Issue, today: date) -> IssueStatus:
    """How a point stands today: one that was sent and whose answer is late counts as without reply."""
    status = issue.fields.status
    late = bool(issue.due) and today.isoformat() > issue.due
    return IssueStatus.NO_REPLY if status is IssueStatus.SENT and late else status


def start_of(step: StepRule, issue: Issue, received: str) -> date | None:
    """The day from which the step's deadline counts; None where it has none or the day is not known. `received`: ISO, when they
    got the request."""
    day = {"received": received or issue.sent, "answered": issue.fields.answered}.get(step.counts_from, "")
    return date.fromisoformat(day) if step.rule and len(day) == len("2026-11-23") else None


@cache
def _all() -> tuple[StepRule, ...]:
    folder = resource("next_steps")
    return tuple(sorted((_read(path) for path in folder.glob("*.toml")), key=lambda step: (step.order, step.id)))


def _read(path: Path) -> StepRule:
    values = tomllib.loads(path.read_text("utf-8"))
    values["after"] = tuple(IssueStatus(status).value for status in values["after"])
    step = StepRule(path.stem, **values)
    if step.counts_from not in _COUNTS_FROM or bool(step.rule) != bool(step.counts_from):
        raise ValueError(f"{path.name}: counts_from and rule belong together")
    if step.rule:
        rule(step.rule)
    return step
