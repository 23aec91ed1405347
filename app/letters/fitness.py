"""Whether a letter is right for this nation, this organisation and this writer, and what the writer should know first."""

import tomllib
from collections.abc import Mapping
from functools import cache

from app.domain.letters import LetterKind
from app.domain.people import NATIONS, ORGANISATION_KINDS
from app.letters import catalogue
from app.letters.definition import Definition
from app.letters.facts import LetterFacts
from app.letters.guard import FAMILIES, Condition, condition, fits, holds
from app.letters.values import age_of, filled, nation_of
from app.system.paths import resource

NATION_NAMES = dict(zip(NATIONS, ("England", "Wales", "Scotland", "Northern Ireland"), strict=True))
_FAMILY_NAMES = {"school": "a school", "council": "a council", "health": "a health service", "police": "the police"}


def why_not(kind_id: str, facts: LetterFacts) -> str:
    """Why this letter would be wrong, in plain sentences with what to do instead; empty when it is right."""
    found, nation = catalogue.definition(kind_id), nation_of(facts)
    if elsewhere := not_in(found.kind, nation):
        return elsewhere
    names = _names(found, facts)
    for refusal in found.refusals:
        if holds(refusal, names):
            return refusal.say
    kind = names["organisation_kind"]
    if not fits(found.about, kind):
        named = facts.organisation.name if facts.organisation else "This organisation"
        return (
            f"This letter is about {_families(found.about)}. {named} is noted as “{ORGANISATION_KINDS.get(kind, kind)}”. "
            "Choose another organisation, or correct what kind it is."
        )
    return ""


def not_in(kind: LetterKind, nation: str) -> str:
    """Why a letter is not offered in a nation, and what there is instead; empty when it is right there."""
    if not kind.nations or nation in kind.nations or nation not in NATIONS:
        return ""
    law = " and ".join(NATION_NAMES[name] for name in kind.nations)
    instead = catalogue.definition(kind.id).elsewhere.get(nation, "")
    return f"This letter uses the law of {law}. {instead}".strip()


def suits(kind_id: str, organisation_kind: str) -> bool:
    """Whether a letter may be about this kind of organisation."""
    return fits(catalogue.definition(kind_id).about, organisation_kind)


def refused_there(kind_id: str, nation: str, organisation_kind: str) -> bool:
    """Whether a letter is refused for this nation and kind of organisation, whatever else is known."""
    names = {"nation": nation, "organisation_kind": organisation_kind}
    return any(holds(refusal, names) for refusal in catalogue.definition(kind_id).refusals)


def cautions(kind_id: str, facts: LetterFacts) -> tuple[str, ...]:
    """What the writer should know before sending; never part of the letter."""
    found = catalogue.definition(kind_id)
    names = _names(found, facts)
    shared = _cautions() if any(spec.field.name == "authority" for spec in found.specs) else ()
    return tuple(caution.say for caution in (*found.cautions, *shared) if holds(caution, names))


def _names(found: Definition, facts: LetterFacts) -> Mapping[str, str]:
    organisation = facts.organisation
    return {
        **{field.name: field.value for field in filled(found.specs, facts)},
        "nation": nation_of(facts),
        "organisation_kind": facts.values.get("organisation_kind", "") or (organisation.kind if organisation else ""),
        "age": age_of(facts),
    }


def _families(about: tuple[str, ...]) -> str:
    names = [_FAMILY_NAMES[family] for family, kinds in FAMILIES.items() if set(kinds) <= set(about)]
    return " or ".join(names)


@cache
def _cautions() -> tuple[Condition, ...]:
    raw = tomllib.loads(resource("letters", "frame.toml").read_text("utf-8"))
    return tuple(condition(entry) for entry in raw["caution"])
