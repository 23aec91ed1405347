"""None must survive models that give it back."""

import sys

import app.ui  # noqa: F401 - importing it sets the guard
from app.ui.none_guard import guard_none


def test_none_has_references_to_spare() -> None:
    if sys.version_info < (3, 12):
        assert sys.getrefcount(None) > 1 << 39


def test_guarding_twice_adds_nothing() -> None:
    before = sys.getrefcount(None)
    guard_none()
    assert abs(sys.getrefcount(None) - before) < 1_000
