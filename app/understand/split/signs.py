"""What a piece of evidence says, and which pieces there are."""

import importlib
import pkgutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol, cast

from app.understand.split import evidence
from app.understand.split.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Sign:
    """Natural log-odds `points` for (or below 0 against) a document beginning on the page at `index`. `reason`: plain words."""

    index: int
    points: float
    reason: str


class Evidence(Protocol):
    """A module that looks for one kind of sign."""

    def signs(self, sheets: Sequence[Sheet]) -> Iterable[Sign]:
        """Signs for pages from the second on, in any order. Never raises on any text."""


@cache
def discover() -> tuple[tuple[str, Evidence], ...]:
    """Every module of `app.understand.split.evidence`, by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(evidence.__path__))
    return tuple((name, cast(Evidence, importlib.import_module(f"{evidence.__name__}.{name}"))) for name in names)
