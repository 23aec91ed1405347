"""A lane: one thread that does what it is given, in order. The store has one for writing and one for reading."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Lane:
    """Calls are run one after the other on a thread called `name`, which starts with the first call.

    When the program ends, what is queued is finished first.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._thread: int | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name, initializer=self._remember_thread)

    def submit(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Queue a call; its result or exception arrives in the future. Raises RuntimeError after `close`."""
        return self._pool.submit(function, *args, **kwargs)

    def call(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Queue a call and wait for it. On the lane's own thread it runs at once, so that a call may use another."""
        if threading.get_ident() == self._thread:
            return function(*args, **kwargs)
        return self.submit(function, *args, **kwargs).result()

    def close(self, *, cancel: bool = False) -> None:
        """Finish what is queued (with `cancel` only what is running) and end the thread. May be called twice."""
        self._pool.shutdown(wait=threading.get_ident() != self._thread, cancel_futures=cancel)

    def _remember_thread(self) -> None:
        self._thread = threading.get_ident()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
