"""Work off the window's thread: where answers arrive, and which are dropped."""

import threading
from typing import Any

from PySide6.QtCore import QObject

from app.ui.calls import Calls


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[Any] = []
        self.thread_name = ""

    def take(self, answer: Any) -> None:
        self.got.append(answer)
        self.thread_name = threading.current_thread().name


def test_answer_arrives_on_the_windows_thread(qtbot: Any) -> None:
    calls, receiver = Calls(), Receiver()
    calls.call(lambda: threading.current_thread() is threading.main_thread(), on_ok=receiver.take)
    qtbot.waitUntil(lambda: bool(receiver.got))
    assert receiver.got == [False]
    assert receiver.thread_name == threading.main_thread().name
    calls.close()


def test_newer_call_with_the_same_key_drops_the_older_answer(qtbot: Any) -> None:
    calls, receiver, gate = Calls(), Receiver(), threading.Event()
    calls.call(lambda: gate.wait(5) and "old", on_ok=receiver.take, key="k")
    calls.call(lambda: "new", on_ok=receiver.take, key="k")
    qtbot.waitUntil(lambda: receiver.got == ["new"])
    gate.set()
    qtbot.waitUntil(calls.idle)
    assert receiver.got == ["new"]
    calls.close()


def test_error_goes_to_its_receiver_or_to_failed(qtbot: Any) -> None:
    calls, receiver = Calls(), Receiver()
    calls.failed.connect(receiver.take)

    def broken() -> None:
        raise KeyError("secret words")

    calls.call(broken, on_error=receiver.take)
    qtbot.waitUntil(lambda: len(receiver.got) == 1)
    calls.call(broken)
    qtbot.waitUntil(lambda: len(receiver.got) == 2)
    assert all(isinstance(error, KeyError) for error in receiver.got)
    calls.close()


def test_answer_for_a_receiver_that_is_gone_is_dropped(qtbot: Any) -> None:
    calls, receiver, gate = Calls(), Receiver(), threading.Event()
    got = receiver.got
    calls.call(lambda: gate.wait(5), on_ok=receiver.take)
    receiver.deleteLater()
    qtbot.wait(10)
    gate.set()
    qtbot.waitUntil(calls.idle)
    assert got == []
    calls.close()
