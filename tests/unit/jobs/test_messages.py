"""Answers of children: our own values come through on every Python, anything else is refused."""

import pickle
from typing import Any

import pytest

from app.domain.documents import ReadState
from app.jobs import messages


class ByName:
    """Pickles as a call of `getattr`, as members of enumerations do on Python 3.11.0 to 3.11.3."""

    def __init__(self, owner: Any, name: str) -> None:
        self.owner, self.name = owner, name

    def __reduce__(self) -> tuple[Any, tuple[Any, str]]:
        return getattr, (self.owner, self.name)


def test_members_of_enumerations_come_through_as_older_pythons_send_them() -> None:
    member = next(iter(ReadState))
    sent = messages.encode(("result", [ByName(ReadState, member.name)]))
    assert messages.decode_answer(sent) == ("result", [member])


@pytest.mark.parametrize("name", ["__class__", "mro", "__init__", "no_such_member"])
def test_nothing_else_of_an_enumeration_is_given(name: str) -> None:
    with pytest.raises(pickle.UnpicklingError):
        messages.decode_answer(messages.encode(("result", ByName(ReadState, name))))


def test_attributes_of_other_values_are_not_given() -> None:
    with pytest.raises(pickle.UnpicklingError):
        messages.decode_answer(messages.encode(("result", ByName("text", "upper"))))
