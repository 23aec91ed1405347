"""The parent's side of one child process: start it, give it a task, wait, and make sure that it ends."""

import multiprocessing
import os
import threading
import time
from multiprocessing import spawn
from multiprocessing.connection import wait
from typing import Any, Final

import psutil

from app.jobs import child

START_SECONDS: Final = 60.0
_ASK_SECONDS: Final = 0.5
_NAME: Final = "fairfile-child"
_start_lock = threading.Lock()
_prepare_as_usual = spawn.get_preparation_data


def _prepare_without_main(name: str) -> dict[str, Any]:
    """What spawn tells a new process, without importing the parent's main module there: ours need nothing of it."""
    data = _prepare_as_usual(name)
    if name == _NAME:
        data.pop("init_main_from_name", None)
        data.pop("init_main_from_path", None)
    return data


spawn.get_preparation_data = _prepare_without_main


class WorkerEnded(Exception):
    """The child is gone. `reason` is timed-out, memory, cancelled or crashed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Worker:
    """One child. `exchange` is called by the thread that owns it; `look` and `stop` may come from another thread."""

    def __init__(self, settings: child.ChildSettings) -> None:
        """Start the process. Raises OSError.

        The starting thread must live as long as the worker: on Linux the child is told to die with that thread.
        """
        context = multiprocessing.get_context("spawn")
        self._memory = settings.memory_mb * 1024 * 1024
        self._lock = threading.Lock()
        self._deadline: float | None = time.monotonic() + START_SECONDS
        self._reason = ""
        self._asked = 0.0
        self._ready = False
        self._pipe, theirs = context.Pipe(duplex=True)
        self._process = context.Process(target=child.main, args=(theirs, settings), name=_NAME, daemon=True)
        try:
            with _start_lock:
                self._process.start()
        except BaseException:
            self._pipe.close()
            raise
        finally:
            theirs.close()
        self.pid = self._process.pid or 0
        self._meter = _meter(self.pid)

    def ready(self) -> None:
        """Wait for the child's first word, once. Raises WorkerEnded."""
        if not self._ready:
            self._receive(len(child.READY))
            self._rest()
            self._ready = True

    @property
    def spent(self) -> bool:
        """Whether the child was told to stop and can take no further task."""
        return bool(self._reason)

    def exchange(self, request: bytes, seconds: float, most_bytes: int) -> bytes:
        """Send a task and wait for its answer of at most `most_bytes`. Raises WorkerEnded: then the worker is spent."""
        with self._lock:
            if self._reason:
                raise WorkerEnded(self._reason)
            self._deadline = time.monotonic() + seconds
        try:
            self._pipe.send_bytes(request)
        except OSError as error:
            raise WorkerEnded(self._reason or "crashed") from error
        answer = self._receive(most_bytes)
        self._rest()
        return answer

    def look(self) -> None:
        """Stop the child if its time is over or it has grown too big. Called about ten times a second."""
        with self._lock:
            if self._deadline is None:
                return
            now = time.monotonic()
            if self._reason:
                if now > self._asked + _ASK_SECONDS:
                    self._process.kill()
            elif self._memory and self.memory() > self._memory:
                self._reason = "memory"
                self._process.kill()
            elif now > self._deadline:
                self._ask("timed-out")

    def stop(self, reason: str) -> None:
        """Stop the child; its present task, if any, ends with `reason`."""
        with self._lock:
            if not self._reason:
                self._deadline = self._deadline or time.monotonic()
                self._ask(reason)

    def memory(self) -> int:
        """Resident bytes of the child now; 0 when it has ended."""
        try:
            return self._meter.memory_info().rss if self._meter is not None else 0
        except psutil.Error:
            return 0

    def end(self) -> None:
        """Ask, wait, kill, wait: afterwards the process is gone. May be called more than once."""
        with self._lock:
            self._deadline = None
        self._pipe.close()
        if not self._gone(_ASK_SECONDS if not self._reason else 0.0):
            self._process.terminate()
            if not self._gone(_ASK_SECONDS):
                self._process.kill()
                self._gone(None)
        with _start_lock:
            self._process.join()

    def _gone(self, seconds: float | None) -> bool:
        return bool(wait([self._process.sentinel], seconds))

    def _ask(self, reason: str) -> None:
        self._reason = reason
        self._asked = time.monotonic()
        self._process.terminate()

    def _rest(self) -> None:
        with self._lock:
            self._deadline = None
            if self._reason:
                raise WorkerEnded(self._reason)

    def _receive(self, most_bytes: int) -> bytes:
        try:
            return self._pipe.recv_bytes(most_bytes)
        except (EOFError, OSError) as error:
            raise WorkerEnded(self._reason or "crashed") from error


def _meter(pid: int) -> psutil.Process | None:
    try:
        return psutil.Process(pid)
    except psutil.Error:
        return None


def settings_for(modules: tuple[str, ...], memory_mb: int, nice: int) -> child.ChildSettings:
    """Settings of a child of this process."""
    return child.ChildSettings(modules=modules, memory_mb=memory_mb, nice=nice, parent=os.getpid())
