"""What the options before the command said: which case, and where its passphrase comes from."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import CaseProblem, UsageProblem
from app.services.case import OpenCase, is_remembered, open_case
from app.services.context import Context, open_context

PASSPHRASE_VARIABLE = "FAIRFILE_PASSPHRASE"


@dataclass
class State:
    """`case` is the folder named by --case; `passphrase_file` by --passphrase-file."""

    case: Path | None = None
    passphrase_file: Path | None = None
    context: Context = field(default_factory=open_context)

    @contextmanager
    def opened(self) -> Iterator[OpenCase]:
        """The case, open for the length of the block; children are ended and the case is closed whatever happens."""
        if self.case is None:
            raise UsageProblem("no-case", "Which case? Name it with --case PATH before the command.", "", "")
        try:
            with self._open() as case:
                yield case
        finally:
            self.context.close()

    def _open(self) -> OpenCase:
        path = self.case
        if path is None:
            raise AssertionError("checked by the caller")
        given = self.passphrase(ask=False)
        if given is None and is_remembered(path):
            return open_case(self.context, path, remembered=True)
        if given is None:
            given = self.passphrase(ask=True)
        return open_case(self.context, path, passphrase=given)

    def passphrase(self, *, ask: bool = True, prompt: str = "Passphrase: ") -> str | None:
        """From the file, the variable or a prompt; never from an argument."""
        if self.passphrase_file is not None:
            return read_secret(self.passphrase_file)
        if (given := os.environ.get(PASSPHRASE_VARIABLE)) is not None:
            return given
        if not ask:
            return None
        if not sys.stdin.isatty():
            raise CaseProblem(
                "no-passphrase", "This case needs its passphrase.", "Nothing was changed.",
                f"Set {PASSPHRASE_VARIABLE}, or use --passphrase-file.",
            )  # fmt: skip
        return getpass.getpass(prompt)


def read_secret(path: Path) -> str:
    """The first line of a file, without its line end."""
    try:
        return path.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
    except OSError as error:
        raise UsageProblem(
            "passphrase-file", f"“{path}” cannot be read.", "", "Check the place of the file."
        ) from error
