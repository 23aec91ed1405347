"""The runner without processes: same interface, runs at once in this process. For tests and small commands."""

import os
from types import TracebackType
from typing import Any, Self

from app.domain.errors import AppError
from app.jobs.child import resolve
from app.jobs.messages import TASK_MODULES
from app.jobs.problems import child_problem, where
from app.jobs.runner import JobFuture


class InlineRunner:
    """Runs each task inside `submit`. Limits are not enforced: only for input of our own making.

    `modules` are the packages that tasks may come from.
    """

    workers = 1

    def __init__(self, modules: tuple[str, ...] = TASK_MODULES) -> None:
        self._modules = modules
        self._closed = False

    def submit(self, function: str, *args: Any, seconds: float = 60.0, tag: Any = None, priority: int = 0) -> JobFuture:
        """Run now and return a finished future. Raises RuntimeError after `close`."""
        if self._closed:
            raise RuntimeError("the runner is closed")
        future = JobFuture(tag)
        future.set_running_or_notify_cancel()
        try:
            future.set_result(resolve(function, self._modules)(*args))
        except AppError as problem:
            future.set_exception(problem)
        except Exception as error:  # noqa: BLE001  (the same edge as in the child)
            future.set_exception(_as_problem(error))
        return future

    def stop(self, future: JobFuture) -> None:
        """Nothing to do: a task has ended when its future is known."""

    def close(self) -> None:
        """Refuse further tasks."""
        self._closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _as_problem(error: Exception) -> AppError:
    problem = child_problem("memory" if isinstance(error, MemoryError) else "crashed", where(error))
    if os.environ.get("FAIRFILE_CHILD_STDERR") == "1":
        problem.__cause__ = error
    return problem
