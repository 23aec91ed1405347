"""What was asked for, in its own words and by kind of record: read from a letter, ticked by a person."""

import json
from collections.abc import Sequence

from app.domain.changes import Change
from app.domain.errors import UsageProblem
from app.domain.letters import Block, Heading, LetterDraft, Numbered
from app.domain.requests import Asked, Request
from app.requests.records import RecordType, named_in, record_type, record_types
from app.services.case import OpenCase
from app.store.unit_of_work import UnitOfWork

ASKING = frozenset({"access", "educational-record"})
"""Kinds of matter in which records are asked for."""
STATES = {
    "": "Look in what came",
    "came": "It came",
    "not-held": "They say that they do not hold it",
    "not-needed": "Not needed",
}
"""What a person may say of one thing asked for."""


def asked_in(draft: LetterDraft) -> tuple[Asked, ...]:
    """The kinds of record that a letter asks for, by the words of its list, and what was added in own words."""
    own = next((field.value for field in draft.fields if field.name == "extra_items"), "")
    lines = [line.strip() for line in own.splitlines() if line.strip()]
    text = "\n".join(item for item in _items(draft.blocks) if item.strip() not in lines)
    found = [Asked(t.id, t.label) for t in named_in(text)]
    if any(f.name == "own_data" and f.value == "yes" for f in draft.fields):
        found.append(_parents())
    return (*found, *(Asked("", line) for line in lines))


def _parents() -> Asked:
    kind = record_type("parent")
    return Asked("parent", kind.label if kind else "What they hold about me")


def _items(blocks: Sequence[Block]) -> list[str]:
    """The lines of the lists under the first heading: what follows later is about how to answer."""
    found: list[str] = []
    headings = 0
    for block in blocks:
        headings += isinstance(block, Heading)
        if headings > 1:
            break
        if isinstance(block, Numbered):
            found += block.items
    return found


def usual(case: OpenCase, request: Request) -> tuple[RecordType, ...]:
    """The kinds of record that the organisation of a request usually holds, to tick."""
    with case.store.read() as uow:
        return record_types(uow.organisations.get(request.organisation).kind)


def set_asked(case: OpenCase, request: int, items: Sequence[Asked]) -> Change:
    """What was asked for, as a person ticked it."""
    with case.store.write() as uow:
        _must_exist(uow, request)
        row = uow.audit.edit("requests", request, {"asked": _json(items)})
        return uow.audit.record("What was asked for changed", [row])


def set_state(case: OpenCase, request: int, label: str, state: str) -> Change:
    """A person says of one thing whether it came. UsageProblem for a thing that was not asked for or an unknown state."""
    if state not in STATES:
        raise UsageProblem("state", f"“{state}” is not known.", "", f"Use one of: {', '.join(STATES)}.")
    with case.store.write() as uow:
        current = _must_exist(uow, request)
        if not any(item.label == label for item in current.asked):
            raise UsageProblem("asked", f"“{label}” was not asked for in this request.", "", "Add it first.")
        items = [Asked(a.kind, a.label, state) if a.label == label else a for a in current.asked]
        row = uow.audit.edit("requests", request, {"asked": _json(items)})
        return uow.audit.record(f"{label}: {STATES[state].lower()}", [row])


def _must_exist(uow: UnitOfWork, request: int) -> Request:
    try:
        return uow.requests.get(request)
    except LookupError as error:
        raise UsageProblem("request", f"There is no request {request}.", "", "See the list.") from error


def _json(items: Sequence[Asked]) -> str:
    return json.dumps([[a.kind, a.label, a.state] for a in items])
