"""None, True and False must survive what PySide takes from them."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal

import app.ui  # noqa: F401 - importing it sets the guard
from app.ui.none_guard import guard_none


class Sender(QObject):
    said = Signal(bool)


@pytest.mark.parametrize("constant", [None, True, False])
def test_constants_have_references_to_spare(constant: bool | None) -> None:
    if sys.version_info < (3, 12):
        assert sys.getrefcount(constant) > 1 << 39


def test_guarding_twice_adds_nothing() -> None:
    before = sys.getrefcount(None)
    guard_none()
    assert abs(sys.getrefcount(None) - before) < 1_000


def test_many_signals_do_not_end_the_program() -> None:
    sender, heard = Sender(), []
    sender.said.connect(heard.append)
    for _ in range(20_000):
        sender.said.emit(True)
    assert len(heard) == 20_000
