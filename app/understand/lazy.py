"""Patterns that are compiled when they are first used: a child that reads one file needs few of them."""

import re
from typing import Any, cast


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Stands for `re.compile(pattern, flags)`; a mistake in the pattern shows at its first use."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


class _Lazy:
    """After the first use its methods are the bound methods of the compiled pattern: no slower than that itself."""

    __slots__ = ("_flags", "_words", "findall", "finditer", "fullmatch", "match", "search", "split", "sub")

    def __init__(self, words: str, flags: int) -> None:
        self._words = words
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._words, self._flags)
        if name in _Lazy.__slots__:
            setattr(self, name, getattr(compiled, name))
        return getattr(compiled, name)
