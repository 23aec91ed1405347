"""What every runner of tasks can do; services are written against this."""

import time
from concurrent.futures import FIRST_COMPLETED, Future, wait
from types import TracebackType
from typing import Any, Protocol, Self, runtime_checkable


class JobFuture(Future[Any]):
    """A future that remembers what it is for: `tag` is the caller's own."""

    def __init__(self, tag: Any = None) -> None:
        super().__init__()
        self.tag = tag


@runtime_checkable
class Runner(Protocol):
    """Runs functions that are named "module:function". `workers` is how many run at once."""

    @property
    def workers(self) -> int:
        """How many tasks run at the same time."""

    def submit(self, function: str, *args: Any, seconds: float = 60.0, tag: Any = None, priority: int = 0) -> JobFuture:
        """Queue a task; lower `priority` first, else in order. `seconds` is wall time from when it starts running.

        The future gives the function's result or raises its `AppError`; a task that ran too long, took too much memory
        or died raises `ChildProblem` (a `FileProblem` with code timed-out, memory or crashed).
        """

    def stop(self, future: JobFuture) -> None:
        """Cancel a queued task; end a running one, whose future then raises `WorkProblem` cancelled."""

    def close(self) -> None:
        """End everything: queued tasks are cancelled, running ones stopped. May be called more than once."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def first_done(running: set[JobFuture]) -> tuple[set[JobFuture], set[JobFuture]]:
    """Wait until at least one task is done: (done, still running)."""
    done, left = wait(running, return_when=FIRST_COMPLETED)
    return done, left  # type: ignore[return-value]


def some_done(running: set[JobFuture], most: int, seconds: float) -> tuple[set[JobFuture], set[JobFuture]]:
    """As `first_done`, with those that follow within `seconds`, until there are `most`: what is kept together costs less."""
    done, left = first_done(running)
    until = time.monotonic() + seconds
    while left and len(done) < most:
        more, _ = wait(left, timeout=max(0.0, until - time.monotonic()), return_when=FIRST_COMPLETED)
        if not more:
            break
        done, left = done | more, left - more  # type: ignore[operator]
    return done, left
