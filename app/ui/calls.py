"""The one way to do work off the window's thread.

`calls.call(services.browsing.documents, case, on_ok=self._documents_came, key="documents")` runs the function on a worker
thread; the answer arrives later on the window's thread, in a bound method of a QObject. An answer is dropped when a newer
call used the same `key`, when `drop()` was asked, or when its receiver no longer exists. What saves something says
`must=True`: it is done even when the window closes at that moment.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Condition
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

Receiver = Callable[[Any], object]


@dataclass(frozen=True)
class _Waiting:
    on_ok: Receiver | None
    on_error: Receiver | None
    key: str
    owner: QObject | None


class Calls(QObject):
    """Runs functions on a small pool of threads. `failed` carries every error that no `on_error` took."""

    failed = Signal(object)
    busy = Signal(bool)
    _arrived = Signal(int, object, object)

    def __init__(self, threads: int = 3, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._waiting: dict[int, _Waiting] = {}
        self._newest: dict[str, int] = {}
        self._number = 0
        self._closed = False
        self._under_way: set[int] = set()
        self._ended = Condition()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def call(
        self,
        function: Callable[..., Any],
        *args: Any,
        on_ok: Receiver | None = None,
        on_error: Receiver | None = None,
        key: str = "",
        must: bool = False,
        **named: Any,
    ) -> int:
        """Start `function(*args, **named)`; returns its number. Both receivers run on the window's thread."""
        self._number += 1
        number = self._number
        owner = next((o for f in (on_ok, on_error) if isinstance(o := getattr(f, "__self__", None), QObject)), None)
        self._waiting[number] = _Waiting(on_ok, on_error, key, owner)
        if key:
            self._newest[key] = number
        self.busy.emit(True)
        self._under_way.add(number)
        self._pool.start(partial(self._work, number, function, args, named, must))
        return number

    def call_after_all(self, function: Callable[..., Any], *args: Any) -> int:
        """As `call`, but it begins when everything that was asked before has ended (the case is closed this way)."""
        earlier = frozenset(self._under_way)
        return self.call(self._after, earlier, function, args, must=True)

    def _after(self, earlier: frozenset[int], function: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        with self._ended:
            self._ended.wait_for(lambda: not earlier & self._under_way, timeout=60)
        return function(*args)

    def drop(self, key: str) -> None:
        """Forget what was asked under `key`: its answer will not be delivered."""
        self._newest.pop(key, None)

    def idle(self) -> bool:
        """True when nothing is running or waiting to be delivered."""
        return not self._waiting

    def close(self) -> None:
        """Deliver nothing more, save what must be saved, and wait for what is running (at most ten seconds)."""
        self._closed = True
        self._waiting.clear()
        self._pool.waitForDone(10_000)

    def _work(
        self, number: int, function: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any], must: bool
    ) -> None:
        result: Any = None
        error: BaseException | None = None
        try:
            if must or not self._closed:
                result = function(*args, **named)
        except Exception as problem:  # noqa: BLE001 - the edge: every error is carried to the window and told there
            error = problem
        with self._ended:
            self._under_way.discard(number)
            self._ended.notify_all()
        if not self._closed and isValid(self):
            self._arrived.emit(number, result, error)

    def _deliver(self, number: int, result: Any, error: BaseException | None) -> None:
        waiting = self._waiting.pop(number, None)
        if not self._waiting:
            self.busy.emit(False)
        if waiting is None or (waiting.owner is not None and not isValid(waiting.owner)):
            return
        if waiting.key and self._newest.get(waiting.key) != number:
            return
        if error is None:
            if waiting.on_ok is not None:
                waiting.on_ok(result)
        elif waiting.on_error is not None:
            waiting.on_error(error)
        else:
            self.failed.emit(error)
