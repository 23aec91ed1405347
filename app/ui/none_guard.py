"""A guard for Python before 3.12 with PySide 6.12: each None that an item model's `data` or `headerData` gives back loses
one reference of None itself, and after some thousands of calls the interpreter ends ("deallocating None"). From Python
3.12 on None is immortal. Measured with `sys.getrefcount(None)`; see tests/ui/test_none_guard.py.
"""

import ctypes
import sys

_MANY = 1 << 40


def guard_none() -> None:
    """Give None so many references that the loss can never matter. Safe to call again."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < _MANY // 2:
        ctypes.c_ssize_t.from_address(id(None)).value += _MANY
