"""What the blanks of a letter can be filled with, in words."""

from collections.abc import Sequence

from app.domain.letters import LetterField

_KINDS = {"date": "a day, as 2026-05-04", "lines": "a list with one item a line"}


def wanted(fields: Sequence[LetterField], names: Sequence[str]) -> str:
    """The blanks named, by their labels, as one list."""
    labels = {field.name: field.label for field in fields}
    found = [labels.get(name, name).rstrip("?") for name in names]
    return ", ".join(label[:1].lower() + label[1:] for label in found)


def how(field: LetterField) -> str:
    """What a blank can be, in words; "" when any words will do."""
    if field.choices:
        return "one of: " + ", ".join(value for value, _ in field.choices)
    return _KINDS.get(field.kind, "")


def hints(fields: Sequence[LetterField], names: Sequence[str]) -> str:
    """How the blanks named are to be filled, as one sentence; "" when any words will do for all of them."""
    said = {field.name: how(field) for field in fields if field.name in names}
    return "; ".join(f"{name} is {words}" for name, words in said.items() if words)
