"""Fills the fields of a letter: the answers given, else the case, else the default."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from app.domain.letters import LetterField
from app.domain.people import NATIONS
from app.letters.blanks import BLANK_OPEN, blank
from app.letters.catalogue import starts_rule
from app.letters.dates import as_written, is_date, with_weekday
from app.letters.definition import Definition, FieldSpec
from app.letters.facts import LetterFacts
from app.letters.guard import age_band
from app.letters.schedule import OPINIONS
from app.letters.words import clean, counted, first_name, lines, possessive
from app.requests.deadlines import work_out
from app.requests.rules import needs_more_than_a_date, rule

_OVERDUE = {"access": "SAR-1M", "correction": "RECT-1M", "restriction": "RESTRICT-1M", "erasure": "ERASE-1M"}
_EXTENDED = {"SAR-1M": "SAR-EXT-3M", "RECT-1M": "RECT-EXT-3M", "RESTRICT-1M": "RECT-EXT-3M", "ERASE-1M": "RECT-EXT-3M"}


def filled(specs: tuple[FieldSpec, ...], facts: LetterFacts) -> tuple[LetterField, ...]:
    """The fields with their values. A date that is none and a choice that was not offered are taken as not given."""
    known = _known(facts)
    grown = age_of(facts) == "adult"
    return tuple(_with_value(spec, _value(spec, facts.values, known), grown=grown) for spec in specs)


def missing(specs: tuple[FieldSpec, ...], fields: tuple[LetterField, ...]) -> tuple[str, ...]:
    """Names of required fields without a value."""
    has = {field.name for field in fields if field.value}
    has |= {f"{field.name}={field.value}" for field in fields if field.choices}
    spared = {spec.field.name for spec in specs if spec.unless and spec.unless in has}
    return tuple(f.name for f in fields if f.required and not f.value and f.name not in spared)


def for_template(
    definition: Definition, fields: tuple[LetterField, ...], blanks: tuple[str, ...], facts: LetterFacts
) -> dict[str, str]:
    """Every name that a text may use, in words. Blanks show their label between BLANK_OPEN and BLANK_CLOSE."""
    values = {field.name: in_words(field) for field in fields}
    values |= {f.name: blank(f.label) for f in fields if f.name in blanks and f.kind != "lines"}
    return {**_built_in(definition, facts), **values, **_derived(values, facts), **_dates(definition, fields, facts)}


def nation_of(facts: LetterFacts) -> str:
    """The nation whose law applies: the organisation's, else the family's."""
    chosen = facts.values.get("nation", "") or (facts.organisation.nation if facts.organisation else "")
    return next((n for n in (chosen, facts.case.nation) if n in NATIONS), "england")


def age_of(facts: LetterFacts) -> str:
    """The child's age as `app.letters.guard.age_band` says it."""
    return age_band(facts.values.get("born", "") or facts.case.born, facts.today)


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
    known |= {
        "writer": "child" if case.right_of == "child" else "parent",
        "advocate": case.advocate if case.right_of == "advocate" else "",
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
            "asked_for": request.kind,
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
    known = _worked_out(known, facts)
    known |= {
        "issues": "\n".join(issue.ref for issue in facts.issues),
        "events": "\n".join(e.title for e in facts.events),
    }
    return known


def _worked_out(known: dict[str, str], facts: LetterFacts) -> dict[str, str]:
    """The day a request arrived and its last day, where only the day it was sent is known."""
    said = {**known, **{name: text for name, text in facts.values.items() if text.strip()}}
    received = said.get("request_received") or said.get("request_sent", "")
    rule_id = _OVERDUE.get(said.get("asked_for", ""), "")
    start = _iso(received)
    if start is None or said.get("request_due") or not rule_id:
        return {**known, "request_received": known.get("request_received") or received}
    chosen = _EXTENDED[rule_id] if said.get("request_extended") else rule_id
    due = work_out(chosen, start, nation_of(facts), {}).due
    return {**known, "request_received": known.get("request_received") or received, "request_due": due}


def _value(spec: FieldSpec, answers: Mapping[str, str], known: Mapping[str, str]) -> str:
    name = spec.field.name
    if spec.field.source in ("issues", "events"):  # the records themselves are the answer
        return known.get(name, "")
    if answer := clean(answers.get(name, "")).strip():
        return answer if can_be(spec.field, answer) else ""
    found = (clean(value).strip() for value in (known.get(name, ""), spec.default))
    return next((value for value in found if value and can_be(spec.field, value)), "")


def can_be(field: LetterField, value: str) -> bool:
    """Whether a blank can take a value: a choice that is offered, a date that is one."""
    if not value:
        return True
    if field.choices:
        return value in {choice for choice, _ in field.choices}
    if field.kind == "date":
        return is_date(value)
    return True


def _with_value(spec: FieldSpec, value: str, *, grown: bool) -> LetterField:
    """The field with its value. Of a grown-up child some choices do not hold, and one must be made."""
    if not (grown and spec.adult_choices):
        return replace(spec.field, value=value)
    left = tuple(choice for choice in spec.field.choices if choice[0] in spec.adult_choices)
    return replace(spec.field, value=value if value in spec.adult_choices else "", choices=left, required=True)


def in_words(field: LetterField) -> str:
    """A value as the letter says it."""
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
        "due_rule": facts.deadline.rule.lower() if facts.deadline else "",
        "evidence_pages": counted(len(facts.enclosed), "page") if facts.enclosed else "",
        "points": counted(len(facts.issues), "point"),
        "has_opinions": "yes" if opinions else "",
        "regulator": clean(facts.regulator),
        "in_seven_days": with_weekday(facts.today + timedelta(days=7)),
        "in_fourteen_days": with_weekday(facts.today + timedelta(days=14)),
        "request_kind": facts.request.kind if facts.request else "",
        **_clock(facts),
    }


def _clock(facts: LetterFacts) -> dict[str, str]:
    """The end of the first month and of three months after a request arrived, and whether word of an extension came later."""
    received = _day(facts, "request_received", facts.request.received if facts.request else "")
    if received is None:
        return {"first_month": "", "extended_due": "", "notice_late": ""}
    first = date.fromisoformat(work_out("SAR-1M", received, nation_of(facts), {}).due)
    extended = date.fromisoformat(work_out("SAR-EXT-3M", received, nation_of(facts), {}).due)
    notice = _day(facts, "request_extended", facts.request.extended if facts.request else "")
    late = "yes" if notice is not None and notice > first else ""
    return {"first_month": with_weekday(first), "extended_due": with_weekday(extended), "notice_late": late}


def _dates(definition: Definition, fields: tuple[LetterField, ...], facts: LetterFacts) -> dict[str, str]:
    """Dates that the letter's own `[dates]` ask for; empty when their start is not known to the day."""
    known = {field.name: field.value for field in fields}
    found: dict[str, str] = {}
    for wanted in definition.dates:
        context = {key: known[field] for key, field in wanted.context if known[field]}
        start = _iso(known[wanted.start])
        due = _iso(work_out(wanted.rule, start, nation_of(facts), context).due) if start else None
        found[wanted.name] = with_weekday(due) if due else ""
        found[f"{wanted.name}_passed"] = "yes" if due and due < facts.today else ""
    return found


def _day(facts: LetterFacts, name: str, known: str) -> date | None:
    return _iso(facts.values.get(name, "") or known)


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _reply_by(definition: Definition, facts: LetterFacts) -> str:
    """The last day for an answer if the letter arrives today; empty where that depends on more than the date."""
    kind = facts.organisation.kind if facts.organisation else ""
    rule_id = starts_rule(definition.kind.id, nation_of(facts), kind)
    if not rule_id or needs_more_than_a_date(rule(rule_id)):
        return ""
    return with_weekday(date.fromisoformat(work_out(rule_id, facts.today, nation_of(facts), {}).due))


def _derived(values: Mapping[str, str], facts: LetterFacts) -> dict[str, str]:
    child, own = values.get("child", ""), values.get("writer", "") == "child"
    blank = child.startswith(BLANK_OPEN)
    first = child if blank else facts.values.get("child_first", "") or first_name(child)
    contact = values.get("organisation_contact", "").partition(",")[0].partition("\n")[0].strip()
    return {
        "child_first": first,
        "child_s": "my" if own else possessive(first),
        "me": "me" if own else first,
        "signer": child if own else values.get("parent", ""),
        "age": age_of(facts),
        "days_late": _days_late(facts),
        "contact_name": "" if "@" in contact else contact,
    }


def _days_late(facts: LetterFacts) -> str:
    due = _day(facts, "request_due", facts.deadline.due if facts.deadline else "")
    late = (facts.today - due).days if due is not None else 0
    return counted(late, "day") if late > 0 else ""
