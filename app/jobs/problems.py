"""What a person is told when a child process could not finish its task."""

from typing import Final

from app.domain.errors import FileProblem, WorkProblem

_SAFE: Final = "The original is kept as it came, and nothing else is affected."
_NEXT: Final = "Open the file in another program, save or print it as a new PDF, and import that copy."
_HAPPENED: Final = {
    "timed-out": "Reading this file took too long, so it was stopped.",
    "memory": "This file needs more memory than one file may take, so reading it was stopped.",
    "crashed": "The part of the program that reads files stopped at this file.",
}


class ChildProblem(FileProblem):
    """A task that its child did not finish. Codes: timed-out, memory, crashed.

    `detail` names the kind of exception and the line of code for a bug report; it never holds text of a document.
    """

    detail: str = ""


def child_problem(code: str, detail: str = "") -> ChildProblem:
    """The problem for `code` (timed-out, memory or crashed). Raises KeyError for another code."""
    problem = ChildProblem(code, _HAPPENED[code], _SAFE, _NEXT)
    problem.detail = detail
    return problem


def cancelled() -> WorkProblem:
    """The error of a task that was running when its work was stopped."""
    return WorkProblem(
        "cancelled", "The work was stopped.", "What was finished before is kept.", "Start it again to go on."
    )


def where(error: BaseException) -> str:
    """Kind of exception with module and line where it was raised, and nothing of its message."""
    kind = type(error).__name__
    trace = error.__traceback__
    if trace is None:
        return kind
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{kind} in {trace.tb_frame.f_globals.get('__name__', '?')}, line {trace.tb_lineno}"
