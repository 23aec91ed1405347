"""Kinds of record that are asked for, as data in `resources/record-types.toml`, and which of them a text asks for."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.system.paths import resource


@dataclass(frozen=True, slots=True)
class RecordType:
    """`kinds` are kinds of document that count as having come; none: only a person can say whether it came."""

    id: str
    label: str
    kinds: frozenset[str]
    phrases: tuple[str, ...]
    organisations: frozenset[str] = frozenset()


def record_types(organisation_kind: str = "") -> tuple[RecordType, ...]:
    """All, or those that an organisation of this kind usually holds."""
    return tuple(
        t
        for t in _all().values()
        if not organisation_kind or not t.organisations or organisation_kind in t.organisations
    )


def record_type(known: str) -> RecordType | None:
    """One, or None for own words."""
    return _all().get(known)


def named_in(text: str) -> tuple[RecordType, ...]:
    """The kinds of record that a text asks for, by its words."""
    words = " ".join(text.casefold().split())
    return tuple(t for t in _all().values() if any(phrase in words for phrase in t.phrases))


@cache
def _all() -> Mapping[str, RecordType]:
    raw = tomllib.loads(resource("record-types.toml").read_text("utf-8"))["types"]
    return {
        entry["id"]: RecordType(
            entry["id"], entry["label"], frozenset(entry["kinds"]), tuple(entry["phrases"]),
            frozenset(entry.get("organisations", ())),
        )
        for entry in raw
    }  # fmt: skip
