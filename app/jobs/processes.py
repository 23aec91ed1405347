"""Runs tasks in child processes with limits: a file that hangs, crashes or eats memory costs exactly itself."""

import atexit
import heapq
import itertools
import pickle
import threading
import weakref
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Final, Self

from app.domain.errors import AppError
from app.jobs import messages
from app.jobs.problems import cancelled, child_problem, where
from app.jobs.runner import JobFuture
from app.jobs.worker import Worker, WorkerEnded, settings_for

_LOOK_SECONDS: Final = 0.1
_RETIRE_SHARE: Final = 0.6


@dataclass(order=True)
class _Task:
    priority: int
    number: int
    future: JobFuture = field(compare=False)
    function: str = field(compare=False)
    args: tuple[Any, ...] = field(compare=False)
    seconds: float = field(compare=False)


class ProcessRunner:
    """Up to `workers` children, started when there is work for them, kept and used again.

    `memory_mb` is the most resident memory of one child (0: no limit); `nice` makes children step back for the window;
    `modules` are the packages that tasks may come from. Use as a context manager; every child is gone after `close`,
    and also when this process ends in any way. Callbacks of futures run on the runner's threads and must be short.
    """

    def __init__(
        self, workers: int, memory_mb: int = 1500, nice: int = 0, modules: tuple[str, ...] = messages.TASK_MODULES
    ) -> None:
        if workers < 1:
            raise ValueError("at least one worker")
        self._settings = settings_for(modules, memory_mb, nice)
        self._limit = workers
        self._numbers = itertools.count()
        self._change = threading.Condition()
        self._queue: list[_Task] = []
        self._threads: list[threading.Thread] = []
        self._running: dict[JobFuture, Worker] = {}
        self._idle = 0
        self._closed = False
        self._ended = threading.Event()
        self._watch: threading.Thread | None = None
        _open_runners.add(self)

    @property
    def workers(self) -> int:
        """How many tasks run at the same time."""
        return self._limit

    def submit(self, function: str, *args: Any, seconds: float = 60.0, tag: Any = None, priority: int = 0) -> JobFuture:
        """Queue `function` ("module:function"); see `Runner.submit`.

        Raises ValueError for a function that may not run in a child, RuntimeError after `close`.
        """
        if not messages.is_below(function.partition(":")[0], self._settings.modules):
            raise ValueError(f"{function} may not run in a child process")
        future = JobFuture(tag)
        with self._change:
            if self._closed:
                raise RuntimeError("the runner is closed")
            heapq.heappush(self._queue, _Task(priority, next(self._numbers), future, function, args, seconds))
            if len(self._queue) > self._idle and len(self._threads) < self._limit:
                self._add_thread()
            self._change.notify_all()
        return future

    def stop(self, future: JobFuture) -> None:
        """Cancel a queued task; end a running one, whose future then raises `WorkProblem` cancelled."""
        if future.cancel():
            return
        with self._change:
            worker = self._running.get(future)
            if worker is not None:
                worker.stop("cancelled")

    def close(self) -> None:
        """Cancel what is queued, stop what is running, end every child. May be called twice, not from a callback."""
        with self._change:
            self._closed = True
            waiting, self._queue = self._queue, []
            for worker in self._running.values():
                worker.stop("cancelled")
            self._change.notify_all()
        for task in waiting:
            task.future.cancel()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join()
        self._ended.set()
        if self._watch is not None:
            self._watch.join()
        _open_runners.discard(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _add_thread(self) -> None:
        thread = threading.Thread(target=self._serve, name=f"child-{len(self._threads) + 1}", daemon=True)
        self._threads.append(thread)
        thread.start()
        if self._watch is None:
            self._watch = threading.Thread(target=self._look, name="child-watch", daemon=True)
            self._watch.start()

    def _serve(self) -> None:
        """One thread for each child: it starts it, feeds it and replaces it."""
        worker: Worker | None = None
        try:
            while (task := self._next()) is not None:
                worker = self._run(task, worker)
                del task
        finally:
            if worker is not None:
                worker.end()

    def _next(self) -> _Task | None:
        with self._change:
            while True:
                while self._queue:
                    task = heapq.heappop(self._queue)
                    if task.future.set_running_or_notify_cancel():
                        return task
                if self._closed:
                    return None
                self._idle += 1
                self._change.wait()
                self._idle -= 1

    def _run(self, task: _Task, worker: Worker | None) -> Worker | None:
        """Run a task and settle its future. Returns the worker for the next task, or None if it is gone."""
        future = task.future
        result: Any = None
        problem: BaseException | None = None
        broken = False
        try:
            request = messages.encode((task.function, task.args))
            worker = worker or Worker(self._settings)
            result = self._ask(worker, task, request)
        except WorkerEnded as ended:
            problem = cancelled() if ended.reason == "cancelled" else child_problem(ended.reason, "the child ended")
            broken = True
        except AppError as told:
            problem = told
            broken = told.code == "memory"
        except Exception as error:  # noqa: BLE001  (the edge of the process: a task must always be settled)
            problem = child_problem("crashed", where(error))
            broken = True
        worker = self._keep(worker, broken)
        if problem is None:
            future.set_result(result)
        else:
            future.set_exception(problem)
        return worker

    def _ask(self, worker: Worker, task: _Task, request: bytes) -> Any:
        with self._change:
            self._running[task.future] = worker
            if self._closed:
                worker.stop("cancelled")
            self._change.notify_all()
        try:
            worker.ready()
            most = max(64, self._settings.memory_mb or 4096) * 1024 * 1024
            answer = worker.exchange(request, task.seconds, most)
        finally:
            with self._change:
                del self._running[task.future]
        return self._open(answer)

    def _open(self, answer: bytes) -> Any:
        try:
            kind, value = messages.decode_answer(answer, self._settings.modules)
        except pickle.UnpicklingError as error:
            raise WorkerEnded("crashed") from error
        if kind == "problem":
            raise value
        if kind == "memory":
            raise child_problem("memory", str(value))
        if kind == "bug":
            raise child_problem("crashed", str(value))
        return value

    def _keep(self, worker: Worker | None, broken: bool) -> Worker | None:
        """The worker for the next task; None when it ended, or kept so much memory that it must make room."""
        if worker is None:
            return None
        most = self._settings.memory_mb * 1024 * 1024
        if broken or worker.spent or (most and worker.memory() > most * _RETIRE_SHARE):
            worker.end()
            return None
        return worker

    def _look(self) -> None:
        while not self._ended.wait(_LOOK_SECONDS):
            with self._change:
                while not self._running and not self._closed:
                    self._change.wait()
                running = list(self._running.values())
            for worker in running:
                worker.look()


_open_runners: "weakref.WeakSet[ProcessRunner]" = weakref.WeakSet()


@atexit.register
def _close_all() -> None:
    for runner in list(_open_runners):
        runner.close()
