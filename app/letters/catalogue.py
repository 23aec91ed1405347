"""The letters that can be written, and the rules that go with them."""

import tomllib
from collections.abc import Mapping
from functools import cache

from app.domain.errors import UsageProblem
from app.domain.letters import LetterKind
from app.letters.definition import GROUPS, Definition, load, shared_fields
from app.letters.guard import fits
from app.system.paths import resource


def kinds() -> tuple[LetterKind, ...]:
    """All letters in the order of the road: ask, wait, correct, complain."""
    return tuple(definition.kind for definition in _all().values())


def kind(kind_id: str) -> LetterKind:
    """One letter. Raises UsageProblem for an unknown id."""
    return definition(kind_id).kind


def definition(kind_id: str) -> Definition:
    """A letter with its texts. Raises UsageProblem for an unknown id."""
    try:
        return _all()[kind_id]
    except KeyError:
        raise UsageProblem("unknown-letter", f"There is no letter called “{kind_id}”.") from None


def starts_rule(kind_id: str, nation: str, organisation_kind: str = "") -> str:
    """The deadline rule that starts when this letter is received there; empty when the law sets none."""
    found = definition(kind_id)
    keys = (f"{nation}/{organisation_kind}", organisation_kind, nation)
    return next((found.rules[key] for key in keys if key in found.rules), found.kind.starts_rule)


def within_rule(kind_id: str, nation: str) -> str:
    """The rule that says until when this letter must arrive; empty when there is none."""
    found = definition(kind_id)
    return found.within.get(nation, found.kind.within_rule)


def offered_for(situation: str, nation: str = "", organisation_kind: str = "") -> tuple[LetterKind, ...]:
    """The letters that fit a situation of `app.requests.stages`, best first; only those that are right there."""
    return tuple(
        d.kind
        for d in _all().values()
        if situation in d.offered
        and (not nation or not d.kind.nations or nation in d.kind.nations)
        and fits(d.about, organisation_kind)
    )


@cache
def _all() -> Mapping[str, Definition]:
    folder = resource("letters")
    shared = shared_fields(tomllib.loads((folder / "fields.toml").read_text("utf-8")))
    loaded = [load(path.parent, shared, folder / "parts") for path in sorted(folder.glob("*/letter.toml"))]
    order = list(GROUPS)
    ranked = sorted(loaded, key=lambda pair: (order.index(pair[1].kind.group), pair[0], pair[1].kind.id))
    return {found.kind.id: found for _, found in ranked}
