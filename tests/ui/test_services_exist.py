"""Every service that the window names exists: fakes in the other tests would hide a function that was renamed."""

import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest

import app.ui

_CALLED = re.compile(r"services\.(\w+)\.(\w+)\(")
_NAMED = re.compile(r'(?:later|ask|do)\(\s*"(\w+)",\s*(?:"(\w+)"|"(\w+)" if [^,]+ else "(\w+)")')
_ALIAS = re.compile(r"^\s+(\w+) = (?:self\.shell\.|self\._shell\.)?services\.(\w+)$", re.MULTILINE)


def named() -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for path in Path(app.ui.__file__).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found |= {(module, name) for module, name in _CALLED.findall(text)}
        found |= {(module, name) for module, *names in _NAMED.findall(text) for name in names if name}
        for alias, module in _ALIAS.findall(text):
            found |= {(module, name) for name in re.findall(rf"\b{alias}\.(\w+)\(", text)}
    return found


@pytest.mark.parametrize(("module", "name"), sorted(named()))
def test_it_exists(module: str, name: str) -> None:
    made = getattr(import_module(f"app.services.{module}"), name, None)
    assert inspect.isfunction(made) or inspect.isclass(made), f"app.services.{module} has no function {name}"


def test_enough_are_found() -> None:
    assert len(named()) > 60
