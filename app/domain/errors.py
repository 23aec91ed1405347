"""What can go wrong in the world, each with a stable code, an exit status and three plain sentences.

`AppError` is trouble that a person can do something about. Anything else that is raised is a bug of ours.
A message never holds a key, a passphrase or text of a document.
"""

from typing import ClassVar

EXIT_DONE = 0
EXIT_PROBLEMS = 1
EXIT_USAGE = 2
EXIT_CASE = 3
EXIT_INTERRUPTED = 4


class AppError(Exception):
    """`happened`: what happened; `safe`: what is safe; `next_step`: what to do. One plain sentence each."""

    exit_status: ClassVar[int] = EXIT_PROBLEMS

    def __init__(self, code: str, happened: str, safe: str = "", next_step: str = "") -> None:
        super().__init__(code, happened, safe, next_step)  # picklable between processes
        self.code = code
        self.happened = happened
        self.safe = safe
        self.next_step = next_step

    @property
    def sentence(self) -> str:
        """All of the message as one line for the terminal."""
        return " ".join(part for part in (self.happened, self.safe, self.next_step) if part)

    def __str__(self) -> str:
        return self.sentence


class FileProblem(AppError):
    """A file given to us that could not be read. Codes: empty, damaged, password, unsupported, too-large,
    too-deep, no-permission, missing, timed-out, memory, crashed."""

    @property
    def status(self) -> str:
        """The document status of the command line contract: password, damaged or unsupported."""
        return {"password": "password", "unsupported": "unsupported"}.get(self.code, "damaged")


class CaseProblem(AppError):
    """The case cannot be opened or written. Codes: wrong-passphrase, wrong-recovery-code, locked, newer, damaged,
    not-a-case, exists, disk-full, read-only, no-passphrase, weak-passphrase."""

    exit_status = EXIT_CASE


class WorkProblem(AppError):
    """A piece of work ended early. Codes: timed-out, memory, crashed, cancelled."""


class Interrupted(WorkProblem):
    """Stopped by the user; what was finished is kept and the same command goes on from there."""

    exit_status = EXIT_INTERRUPTED


class OutputProblem(AppError):
    """Something could not be written. Codes: incomplete, cannot-write, unknown-format, nothing-to-write."""


class UsageProblem(AppError):
    """A request that makes no sense: an unknown id, date, kind or option."""

    exit_status = EXIT_USAGE
