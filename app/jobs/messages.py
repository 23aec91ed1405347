"""What goes through the pipe to a child and back.

Requests are trusted: they come from us. Answers are not: a child may have been taken over by a hostile file, so the
parent only builds plain values and our own frozen ones from an answer.
"""

import dataclasses
import enum
import io
import pickle
from collections.abc import Iterable
from typing import Any, Final

from app.domain.errors import AppError

TASK_MODULES: Final = (
    "app.ingest",
    "app.understand",
    "app.letters.writers",
    "app.bundle",
    "app.export",
    "app.pipeline",
    "app.findings",
    "app.demo",
)
"""Packages whose functions may be run in a child."""

_VALUE_MODULES: Final = ("app.domain", "app.jobs.problems", "app.letters")
_PLAIN: Final = frozenset(
    {
        ("builtins", "set"),
        ("builtins", "frozenset"),
        ("builtins", "bytearray"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("decimal", "Decimal"),
    }
)


def encode(value: Any) -> bytes:
    """Bytes for the pipe. Raises what pickle raises for values that cannot travel."""
    return pickle.dumps(value, protocol=5)


def decode_request(data: bytes) -> tuple[str, tuple[Any, ...]]:
    """Function name and arguments, in the child."""
    function, args = pickle.loads(data)  # noqa: S301  (comes from our own parent through a private pipe)
    return function, args


def decode_answer(data: bytes, extra_modules: Iterable[str] = ()) -> tuple[str, Any]:
    """Kind of answer (result, problem, bug, memory) and its value. Raises `pickle.UnpicklingError` for anything else."""
    try:
        answer = _AnswerReader(io.BytesIO(data), (*_VALUE_MODULES, *TASK_MODULES, *extra_modules)).load()
        kind, value = answer
    except (ValueError, TypeError, AttributeError, EOFError, IndexError, KeyError, ImportError) as error:
        raise pickle.UnpicklingError("a malformed answer") from error
    if kind not in ("result", "problem", "bug", "memory") or (kind == "problem" and not isinstance(value, AppError)):
        raise pickle.UnpicklingError("an unknown kind of answer")
    return kind, value


def is_below(module: str, packages: Iterable[str]) -> bool:
    """Whether `module` is one of `packages` or inside one."""
    return any(module == package or module.startswith(package + ".") for package in packages)


class _AnswerReader(pickle.Unpickler):
    """Finds plain types and our own value classes; refuses every other name, so that an answer cannot run code."""

    def __init__(self, file: io.BytesIO, packages: tuple[str, ...]) -> None:
        super().__init__(file)
        self._packages = packages

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if (module, name) == ("builtins", "getattr"):
            return _member
        if "." not in name and is_below(module, self._packages):
            found = super().find_class(module, name)
            if isinstance(found, type) and _is_value(found):
                return found
        raise pickle.UnpicklingError(f"an answer may not hold {module}.{name}")


def _member(kind: Any, name: str) -> enum.Enum:
    """Stands in for `getattr`, by which Python 3.11.0 to 3.11.3 pickles members of an enumeration, and gives nothing else."""
    if isinstance(kind, enum.EnumMeta) and isinstance(name, str) and name in kind.__members__:
        member: enum.Enum = kind.__members__[name]
        return member
    raise pickle.UnpicklingError("an answer may only name members of our enumerations")


def _is_value(kind: type) -> bool:
    return dataclasses.is_dataclass(kind) or issubclass(kind, enum.Enum | AppError) or hasattr(kind, "_fields")
