"""Answers instead of dialogs. A question without an answer fails the test."""

from collections import deque
from typing import Any

from PySide6.QtWidgets import QDialog

from app.ui.widgets.dialogs import Dialogs
from app.ui.widgets.labels import Label


class FakeDialogs(Dialogs):
    """`answers` are taken in order; `asked` holds (method, title). Dialogs given to `run` are handed to `on_run` when set."""

    def __init__(self, *answers: Any) -> None:
        super().__init__(None)
        self.answers: deque[Any] = deque(answers)
        self.asked: list[tuple[str, str]] = []
        self.on_run: Any = None

    def _next(self, method: str, title: str) -> Any:
        self.asked.append((method, title))
        if not self.answers:
            raise AssertionError(f"nobody answers: {method} {title}")
        return self.answers.popleft()

    def confirm(self, title: str, text: str, yes: str, no: str = "", *, danger: bool = False) -> bool:
        return bool(self._next("confirm", title))

    def tell(self, title: str, text: str, yes: str = "Close") -> None:
        self.asked.append(("tell", title))

    def ask_text(self, title: str, text: str, yes: str, *, secret: bool = False, value: str = "") -> str | None:
        return self._next("ask_text", title)  # type: ignore[no-any-return]

    def open_files(self, title: str, filters: str = "", folder: str = "") -> Any:
        return self._next("open_files", title)

    def open_folder(self, title: str, folder: str = "") -> Any:
        return self._next("open_folder", title)

    def save_file(self, title: str, name: str, filters: str = "") -> Any:
        return self._next("save_file", title)

    def choose(self, title: str, text: str, options: Any, yes: str = "Choose") -> Any:
        return self._next("choose", title)

    def run(self, dialog: QDialog) -> bool:
        self.asked.append(("run", dialog.windowTitle() + " " + " ".join(x.text() for x in dialog.findChildren(Label))))
        if self.on_run is not None:
            return bool(self.on_run(dialog))
        raise AssertionError(f"nobody answers this dialog: {self.asked[-1][1]}")
