"""A guard for Python before 3.12 with PySide 6.12. Two of its calls give back a constant without counting the reference:
an item model's `data` or `headerData` that returns None loses one reference of None, and each `Signal.emit` loses one of
True. After some hundreds or thousands of calls the interpreter ends ("deallocating None", "deallocating True or False").
From Python 3.12 on these constants are immortal. Measured with `sys.getrefcount`; see tests/ui/test_none_guard.py.
"""

import ctypes
import sys

_MANY = 1 << 40
_CONSTANTS = (None, True, False)


def guard_none() -> None:
    """Give None, True and False so many references that the loss can never matter. Safe to call again."""
    if sys.version_info >= (3, 12):
        return
    for constant in _CONSTANTS:
        if sys.getrefcount(constant) < _MANY // 2:
            ctypes.c_ssize_t.from_address(id(constant)).value += _MANY
