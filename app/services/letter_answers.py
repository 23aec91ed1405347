"""Answers to the blanks of a letter that come as NAME=VALUE: which names there are, and whether a value can be used."""

from collections.abc import Mapping
from typing import Any

from app.domain.errors import UsageProblem
from app.domain.letters import LetterDraft
from app.letters.answers import how
from app.letters.values import can_be
from app.services import letter_writing
from app.services.case import OpenCase

_ALSO = frozenset({"nation", "organisation_kind", "evidence_sent"})


def fields_of(case: OpenCase, kind: str, organisation: int | None) -> tuple[dict[str, Any], ...]:
    """Every blank of a letter: name, label, value so far, whether it is still missing, and what it can be."""
    draft = letter_writing.draft(case, kind, organisation)
    return tuple(
        {
            "name": field.name, "label": field.label, "value": field.value, "kind": field.kind,
            "required": field.required, "missing": field.name in draft.missing,
            "choices": dict(field.choices), "help": field.help,
        }
        for field in draft.fields
    )  # fmt: skip


def check(draft: LetterDraft, values: Mapping[str, str]) -> None:
    """UsageProblem for a name that the letter has not, or a value that its blank cannot take; nothing is dropped in silence."""
    known = {field.name: field for field in draft.fields}
    for name, value in values.items():
        if name not in known and name not in _ALSO:
            raise UsageProblem(
                "set", f"This letter has no blank called “{name}”.", "Nothing was saved.",
                f"Its blanks are: {', '.join(known)}.",
            )  # fmt: skip
        if name in known and value.strip() and not can_be(known[name], value.strip()):
            raise UsageProblem(
                "set", f"“{value}” cannot be used for {name}.", "Nothing was saved.", f"Give {how(known[name])}."
            )
