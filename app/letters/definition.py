"""Reads one letter from `resources/letters/<id>/`: declaration (`letter.toml`), text (`body.md`) and sample (`sample.toml`).

A letter is data. A field that the text names and nobody declared, a declared field that the text does not use, an unknown
rule or group: each is a TemplateError when the letter is loaded, so it cannot reach a reader.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.letters import LetterField, LetterKind
from app.letters.guard import FAMILIES, Condition, condition
from app.letters.template import Node, TemplateError, names, parse
from app.system.paths import resource

BUILT_IN = frozenset(
    {
        "today",
        "in_seven_days",
        "in_fourteen_days",
        "nation",
        "organisation_kind",
        "organisation_email",
        "contact_name",
        "reply_by",
        "points",
        "has_opinions",
        "regulator",
        "request_kind",
        "first_month",
        "extended_due",
        "notice_late",
        "history",
        "signer",
        "me",
        "age",
        "evidence_pages",
        "due_rule",
    }
)
"""Names that every text may use without declaring them."""

ROWS = {
    "issues": frozenset(
        {"number", "ref", "says", "place", "kind", "wrong", "right", "evidence", "ask", "recipients", "answer"}
    ),
    "events": frozenset({"number", "date", "title", "quote", "source"}),
    "history": frozenset({"date", "what", "note"}),
}
"""Names inside a loop over these lists; a loop over any other field has number and item."""
_LINES = frozenset({"number", "item"})

DERIVED = {
    "child_first": "child",
    "child_s": "child",
    "days_late": "request_due",
}
"""Names worked out from a field."""

GROUPS = {
    "ask": "Asking for the file",
    "wait": "They have not answered, or not fully",
    "correct": "The file is wrong",
    "complain": "Complaining",
    "send": "Special educational needs",
    "foi": "Asking for general information",
}
_PART = re.compile(r"\{part ([a-z-]+)\}")
_KINDS = frozenset({"text", "long", "date", "lines", "choice"})
_SOURCES = frozenset({"case", "organisation", "request", "issues", "events", "ask"})


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A declared field: what the user sees of it, and how it is filled. `unless`: not needed when that other field
    is filled, or has the value after "=". `adult_choices`: of a grown-up child only these hold, and one is needed."""

    field: LetterField
    default: str = ""
    unless: str = ""
    adult_choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateSpec:
    """A date that the text names and a rule works out from a field. `context` are pairs of context key and field."""

    name: str
    rule: str
    start: str
    context: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A letter as loaded. `rules` gives the rule where it differs from `kind.starts_rule`: by "nation/organisation-kind",
    organisation kind or nation, in this order; `within` the same for `kind.within_rule`, by nation.
    `recipient` are template lines above the salutation; `offered` the situations in which it is due next. `refusals`,
    `elsewhere` (by nation) and `about` (kinds of organisation) say where the letter would be wrong; `logs` is what sending it
    notes in the log of an earlier request; `encloses` which earlier letters go with it: of the same request, or all."""

    kind: LetterKind
    specs: tuple[FieldSpec, ...]
    subject: tuple[Node, ...]
    body: tuple[Node, ...]
    recipient: tuple[Node, ...]
    salutation: tuple[Node, ...]
    enclosures: tuple[tuple[Node, ...], ...]
    rules: Mapping[str, str]
    within: Mapping[str, str]
    dates: tuple["DateSpec", ...]
    offered: tuple[str, ...]
    refusals: tuple[Condition, ...]
    cautions: tuple[Condition, ...]
    elsewhere: Mapping[str, str]
    about: tuple[str, ...]
    logs: str
    encloses: str
    sample: Mapping[str, Any]


def load(folder: Path, shared: Mapping[str, tuple[FieldSpec, bool]], parts: Path) -> tuple[int, Definition]:
    """Read one letter with its place in its group. Raises TemplateError naming the letter."""
    try:
        raw = tomllib.loads((folder / "letter.toml").read_text("utf-8"))
        sample = tomllib.loads((folder / "sample.toml").read_text("utf-8"))
        body = _PART.sub(lambda m: (parts / f"{m.group(1)}.md").read_text("utf-8").rstrip("\n"), _body(folder))
        return int(raw["order"]), _definition(folder.name, raw, body, shared, sample)
    except (KeyError, OSError, TemplateError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(f"letter {folder.name}: {error}") from error


def _body(folder: Path) -> str:
    return (folder / "body.md").read_text("utf-8")


def _definition(
    letter_id: str,
    raw: Mapping[str, Any],
    body: str,
    shared: Mapping[str, tuple[FieldSpec, bool]],
    sample: Mapping[str, Any],
) -> Definition:
    specs = tuple(
        [spec for spec, frame in shared.values() if frame and spec.field.name not in raw.get("without", ())]
        + [shared[name][0] for name in raw.get("uses", ())]
        + [_spec(entry["name"], entry) for entry in raw.get("fields", ())]
    )
    to = shared_recipients()[raw["to"]]
    texts = {
        "subject": parse(raw["subject"]),
        "body": parse(body),
        "recipient": parse("\n".join(to["lines"])),
        "salutation": parse(to["salutation"]),
    }
    enclosures = tuple(parse(text) for text in raw.get("enclosures", ()))
    dates = tuple(_date_spec(name, entry) for name, entry in raw.get("dates", {}).items())
    own = set(raw.get("uses", ())) | {entry["name"] for entry in raw.get("fields", ())}
    _check_names(specs, own, dates, [*texts.values(), *enclosures])
    if raw["group"] not in GROUPS:
        raise TemplateError(f"unknown group {raw['group']!r}")
    return Definition(
        kind=_letter_kind(letter_id, raw, specs),
        specs=specs,
        enclosures=enclosures,
        rules={k: str(v) for k, v in raw.get("rules", {}).items()},
        within={k: str(v) for k, v in raw.get("within", {}).items()},
        dates=dates,
        offered=tuple(raw.get("offered", ())),
        refusals=tuple(condition(entry) for entry in raw.get("refuse", ())),
        cautions=tuple(condition(entry) for entry in raw.get("caution", ())),
        elsewhere={k: str(v) for k, v in raw.get("elsewhere", {}).items()},
        about=_kinds_of(raw.get("about", ())),
        logs=str(raw.get("logs", "")),
        encloses=str(raw.get("encloses", "")),
        sample=sample,
        **texts,
    )


def _letter_kind(letter_id: str, raw: Mapping[str, Any], specs: tuple[FieldSpec, ...]) -> LetterKind:
    return LetterKind(
        id=letter_id,
        title=raw["title"],
        situation=raw["situation"],
        addressee=raw["addressee"],
        legal_basis=raw["legal_basis"],
        starts_rule=raw.get("starts_rule", ""),
        checked=str(raw["checked"]),
        why=raw["why"],
        group=raw["group"],
        fields=tuple(spec.field for spec in specs),
        request_kind=raw.get("request_kind", ""),
        within_rule=raw.get("within_rule", ""),
        confidence=raw["confidence"],
        nations=tuple(raw.get("nations", ())),
    )


def _check_names(
    specs: tuple[FieldSpec, ...], own: set[str], dates: tuple[DateSpec, ...], texts: list[tuple[Node, ...]]
) -> None:
    declared = {spec.field.name for spec in specs}
    used = {name for text in texts for name in names(text)}
    rows = {name for name in used if "." in name and _is_row_name(*name.split(".", 1))}
    plain = {name.rpartition(".")[2] for name in used - rows}
    worked_out = {date.name for date in dates} | {f"{date.name}_passed" for date in dates}
    starts = {date.start for date in dates} | {field for date in dates for _, field in date.context}
    if unknown := {n for n in plain if DERIVED.get(n, n) not in declared | BUILT_IN | worked_out} | (starts - declared):
        raise TemplateError(f"undeclared fields: {', '.join(sorted(unknown))}")
    if unused := (own - starts - {DERIVED.get(name, name) for name in plain}) | ({d.name for d in dates} - plain):
        raise TemplateError(f"fields that the text does not use: {', '.join(sorted(unused))}")


def _kinds_of(families: list[str]) -> tuple[str, ...]:
    return tuple(kind for family in families for kind in FAMILIES[family])


def _date_spec(name: str, entry: Mapping[str, str]) -> DateSpec:
    pairs = tuple((key, field) for key, field in entry.items() if key not in ("rule", "from"))
    return DateSpec(name, entry["rule"], entry["from"], pairs)


@cache
def shared_recipients() -> Mapping[str, Any]:
    """Who letters go to: lines of the address and the salutation, by name."""
    return tomllib.loads(resource("letters", "recipients.toml").read_text("utf-8"))


def _is_row_name(looped: str, name: str) -> bool:
    return name in ROWS.get(looped, _LINES)


def shared_fields(raw: Mapping[str, Any]) -> Mapping[str, tuple[FieldSpec, bool]]:
    """The fields that letters share, and whether each belongs to every letter."""
    return {name: (_spec(name, entry), bool(entry.get("frame"))) for name, entry in raw.items()}


def _spec(name: str, entry: Mapping[str, Any]) -> FieldSpec:
    made = LetterField(
        name=name,
        label=entry["label"],
        source=entry.get("source", "ask"),
        required=entry.get("required", True),
        help=entry.get("help", ""),
        choices=tuple((str(value), str(label)) for value, label in entry.get("choices", ())),
        kind=entry.get("kind", "text"),
    )
    if made.kind not in _KINDS or made.source not in _SOURCES or (made.kind == "choice") != bool(made.choices):
        raise TemplateError(f"the field {name} is declared wrongly")
    return FieldSpec(made, entry.get("default", ""), entry.get("unless", ""), tuple(entry.get("adult_choices", ())))
