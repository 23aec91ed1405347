"""One program per case: an operating system lock on a file in the case folder, freed by itself when the program dies."""

import os
import sys
from pathlib import Path
from typing import IO

from app.domain.errors import CaseProblem
from app.system.files import case_write_problem

LOCK_NAME = "in-use.lock"


class CaseLock:
    """Held while a case is open. `CaseProblem` locked when another program has it."""

    def __init__(self, folder: Path) -> None:
        try:
            self._file: IO[bytes] | None = (folder / LOCK_NAME).open("ab")
        except OSError as error:
            raise case_write_problem(error) from error
        try:
            _take(self._file.fileno())
        except OSError as error:
            self._file.close()
            self._file = None
            raise CaseProblem(
                "locked",
                "This case is open in another window or program.",
                "Nothing was changed.",
                "Close it there first.",
            ) from error

    def release(self) -> None:
        """Let others open the case. Safe to call twice."""
        if self._file is not None:
            self._file.close()  # closing frees the lock on every system
            self._file = None


def _take(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.set_inheritable(handle, False)
