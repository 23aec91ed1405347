"""Fills the fields of a letter: the answers given, else the case, else the default."""

from collections.abc import Mapping
from datetime import date

from app.domain.letters import LetterField
from app.domain.people import NATIONS
from app.letters.catalogue import DERIVED, Definition, FieldSpec, starts_rule
from app.letters.dates import as_written, with_weekday
from app.letters.facts import LetterFacts
from app.letters.schedule import OPINIONS
from app.letters.words import clean, counted, first_name, lines, possessive
from app.requests.deadlines import work_out
from app.requests.rules import needs_more_than_a_date, rule

BLANK_OPEN, BLANK_CLOSE = "⟦", "⟧"
"""Around the label of a blank in a preview. Nothing that holds them can be saved."""


def filled(specs: tuple[FieldSpec, ...], facts: LetterFacts) -> tuple[LetterField, ...]:
    """The fields with their values. A date that is none and a choice that was not offered are taken as not given."""
    known = _known(facts)
    fields = []
    for spec in specs:
        value = clean(facts.values.get(spec.field.name) or known.get(spec.field.name, "") or spec.default).strip()
        fields.append(_with_value(spec.field, value if _valid(spec.field, value) else ""))
    return tuple(fields)


def missing(specs: tuple[FieldSpec, ...], fields: tuple[LetterField, ...]) -> tuple[str, ...]:
    """Names of required fields without a value."""
    has = {field.name for field in fields if field.value}
    return tuple(
        spec.field.name
        for spec in specs
        if spec.field.required and spec.field.name not in has and not (spec.unless and spec.unless in has)
    )


def for_template(
    definition: Definition, fields: tuple[LetterField, ...], blanks: tuple[str, ...], facts: LetterFacts
) -> dict[str, str]:
    """Every name that a text may use, in words. Blanks show their label between BLANK_OPEN and BLANK_CLOSE."""
    values = {field.name: _in_words(field) for field in fields}
    values |= {f.name: f"{BLANK_OPEN}{f.label}{BLANK_CLOSE}" for f in fields if f.name in blanks and f.kind != "lines"}
    return {**_built_in(definition, facts), **values, **_derived(values, facts)}


def nation_of(facts: LetterFacts) -> str:
    """The nation whose law applies: the organisation's, else the family's."""
    chosen = facts.values.get("nation", "") or (facts.organisation.nation if facts.organisation else "")
    return next((n for n in (chosen, facts.case.nation) if n in NATIONS), "england")


def list_rows(fields: tuple[LetterField, ...]) -> dict[str, tuple[dict[str, str], ...]]:
    """Rows for the loops over fields with one item a line: number and item."""
    return {
        field.name: tuple({"number": str(n), "item": item} for n, item in enumerate(lines(field.value), 1))
        for field in fields
        if field.kind == "lines"
    }


def _known(facts: LetterFacts) -> dict[str, str]:
    case, organisation, request = facts.case, facts.organisation, facts.request
    known = {
        name: getattr(case, name) for name in ("child", "born", "parent", "relationship", "address", "email", "phone")
    }
    if organisation is not None:
        known |= {
            "organisation": organisation.name,
            "organisation_address": organisation.address,
            "organisation_contact": organisation.contact,
        }
    if request is not None:
        known |= {
            "request_title": request.title,
            "request_sent": request.sent,
            "request_received": request.received,
            "request_extended": request.extended,
            "request_answered": request.answered,
        }
    if facts.deadline is not None:
        known |= {
            "request_due": facts.deadline.due,
            "request_received": known.get("request_received") or facts.deadline.starts,
        }
    known |= {
        "issues": "\n".join(issue.ref for issue in facts.issues),
        "events": "\n".join(e.title for e in facts.events),
    }
    return known


def _valid(field: LetterField, value: str) -> bool:
    if not value:
        return True
    if field.choices:
        return value in {choice for choice, _ in field.choices}
    if field.kind == "date":
        try:
            as_written(value)
        except ValueError:
            return False
    return True


def _with_value(field: LetterField, value: str) -> LetterField:
    return LetterField(
        field.name, field.label, field.source, field.required, value, field.help, field.choices, field.kind
    )


def _in_words(field: LetterField) -> str:
    return as_written(field.value) if field.kind == "date" else field.value


def _built_in(definition: Definition, facts: LetterFacts) -> dict[str, str]:
    organisation = facts.organisation
    opinions = [issue for issue in facts.issues if issue.fields.wrong in OPINIONS]
    return {
        "today": as_written(facts.today.isoformat()),
        "nation": nation_of(facts),
        "organisation_kind": facts.values.get("organisation_kind", "") or (organisation.kind if organisation else ""),
        "organisation_email": clean(organisation.email) if organisation else "",
        "reply_by": _reply_by(definition, facts),
        "points": counted(len(facts.issues), "point"),
        "has_opinions": "yes" if opinions else "",
        "regulator": clean(facts.regulator),
    }


def _reply_by(definition: Definition, facts: LetterFacts) -> str:
    """The last day for an answer if the letter arrives today; empty where that depends on more than the date."""
    kind = facts.organisation.kind if facts.organisation else ""
    rule_id = starts_rule(definition.kind.id, nation_of(facts), kind)
    if not rule_id or needs_more_than_a_date(rule(rule_id)):
        return ""
    return with_weekday(date.fromisoformat(work_out(rule_id, facts.today, nation_of(facts), {}).due))


def _derived(values: Mapping[str, str], facts: LetterFacts) -> dict[str, str]:
    child = values.get(DERIVED["child_first"], "")
    blank = child.startswith(BLANK_OPEN)
    first = child if blank else facts.values.get("child_first", "") or first_name(child)
    return {"child_first": first, "child_s": possessive(first), "days_late": _days_late(facts)}


def _days_late(facts: LetterFacts) -> str:
    due = facts.values.get("request_due", "") or (facts.deadline.due if facts.deadline else "")
    try:
        late = (facts.today - date.fromisoformat(due)).days
    except ValueError:
        return ""
    return counted(late, "day") if late > 0 else ""
