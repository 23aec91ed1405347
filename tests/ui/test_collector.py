"""Unreachable cycles are taken away on the window's thread, whichever thread made them."""

import gc
import threading
from typing import Any, ClassVar

from PySide6.QtCore import QThread

from app.ui.collector import Collector


class Cycle:
    """Refers to itself and notes the thread it is taken away on."""

    threads: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        self.threads.append(threading.get_ident())


def test_cycles_of_a_worker_end_on_the_windows_thread(qtbot: Any) -> None:
    Cycle.threads.clear()
    collector = Collector()
    assert not gc.isenabled()
    worker = QThread()
    worker.run = lambda: [Cycle() for _ in range(20_000)] and None  # type: ignore[method-assign]
    worker.start()
    worker.wait()
    assert Cycle.threads == []
    collector.look()
    qtbot.waitUntil(lambda: collector.look() or len(Cycle.threads) == 20_000)
    assert set(Cycle.threads) == {threading.get_ident()}
    collector.stop()
    assert gc.isenabled()
    gc.disable()  # as the tests of the window want it
