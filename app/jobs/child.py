"""The child's side: wait for a task, run it, answer, until the pipe ends. Imports next to nothing, to start quickly."""

import contextlib
import ctypes
import gc
import importlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from typing import Any, Final

from app.domain.errors import AppError
from app.jobs import messages
from app.jobs.problems import where
from app.system.offline import refuse_network

READY: Final = b"ready"
SHOW_ERRORS: Final = "FAIRFILE_CHILD_STDERR"
_PR_SET_PDEATHSIG: Final = 1
_OBJECTS_BETWEEN_COLLECTIONS: Final = 10_000
"""Words of some 20 pages; Python's own 700 is reached twice a page."""


@dataclass(frozen=True, slots=True)
class ChildSettings:
    """`modules`: packages that tasks may come from. `memory_mb`: the limit that the parent watches; here a coarse
    backstop. `nice`: how far this process steps back for others (0 to 19). `parent`: process id of our parent."""

    modules: tuple[str, ...]
    memory_mb: int
    nice: int
    parent: int


def main(pipe: "Connection[bytes, bytes]", settings: ChildSettings) -> None:
    """Body of a child process."""
    _prepare(settings)
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 20)
    functions: dict[str, Callable[..., Any]] = {}
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        pipe.send_bytes(READY)
        while True:
            pipe.send_bytes(_answer([pipe.recv_bytes()], functions, settings.modules))


def _answer(requests: list[bytes], functions: dict[str, Callable[..., Any]], modules: tuple[str, ...]) -> bytes:
    """Run one task and encode what became of it. Takes the request out of its list, so that its bytes are not held twice."""
    try:
        name, args = messages.decode_request(requests.pop())
        if name not in functions:
            functions[name] = resolve(name, modules)
            gc.freeze()  # modules stay for good: later collections need not go through them
        return messages.encode(("result", functions[name](*args)))
    except AppError as problem:
        return messages.encode(("problem", problem))
    except MemoryError as error:
        return messages.encode(("memory", where(error)))
    except Exception as error:  # noqa: BLE001  (the edge of the process: the parent gets a value, whatever happened)
        return messages.encode(("bug", where(error)))


def resolve(name: str, modules: tuple[str, ...]) -> Callable[..., Any]:
    """The function called `name` ("module:function") in one of `modules`. Raises ValueError for any other module."""
    module, _, function = name.partition(":")
    if not messages.is_below(module, modules) or not function.isidentifier():
        raise ValueError("this function may not run in a child process")
    found: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return found


def _prepare(settings: ChildSettings) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.environ["OMP_THREAD_LIMIT"] = "1"
    _die_with_parent(settings.parent)
    _silence()
    _limit(settings.memory_mb)
    if settings.nice and hasattr(os, "nice"):
        os.nice(settings.nice)
    refuse_network()


def _silence() -> None:
    """Nothing that a library prints about a document may reach a terminal or a log."""
    if os.environ.get(SHOW_ERRORS) == "1":
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    if nowhere > 2:
        os.close(nowhere)


def _limit(memory_mb: int) -> None:
    """No core file, which would hold plain text on disk, and an end to wild growth between two looks of the parent."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory_mb and sys.platform == "linux":
        most = (2 * memory_mb + 512) * 1024 * 1024
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _die_with_parent(parent: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)
    threading.Thread(target=_follow_parent, name="follow-parent", daemon=True).start()


def _follow_parent() -> None:
    """Systems without a death signal: end as soon as the parent is gone, also in the middle of a task."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
