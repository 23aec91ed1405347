"""The finders there are: every module of `app.findings.finders`."""

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from typing import Protocol, cast

from app.domain.findings import CaseView, FindingKind, Found
from app.findings import finders


class Finder(Protocol):
    """A module that looks for one kind of finding."""

    KIND: FindingKind

    def find(self, view: CaseView) -> Iterable[Found]:
        """Findings with reason and page, in any order. Says nothing where it is not sure, and never raises on any text."""


@cache
def discover() -> tuple[Finder, ...]:
    """All finders, by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(finders.__path__))
    return tuple(cast(Finder, importlib.import_module(f"{finders.__name__}.{name}")) for name in names)


def kinds() -> tuple[FindingKind, ...]:
    """The kinds that have a finder."""
    return tuple(finder.KIND for finder in discover())
