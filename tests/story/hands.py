"""The hands and eyes of a person in front of the window: finds what can be seen by its words, clicks, types, waits."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QDialog, QLineEdit, QPlainTextEdit, QWidget

from app.ui.main_window import MainWindow
from app.ui.widgets.choice import Choice
from app.ui.widgets.dialogs import Dialogs
from app.ui.widgets.labels import Label

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PATIENCE_MS = 40_000
Found = TypeVar("Found")


class Hands:
    """Everything waits until it can be done, so nothing depends on how fast the machine is."""

    def __init__(self, window: MainWindow, qtbot: Any) -> None:
        self.window, self._qtbot = window, qtbot

    def until(self, look: Callable[[], Found], what: str = "") -> Found:
        """Wait until `look` sees something; it is returned."""
        seen: list[Found] = []

        def look_again() -> bool:
            seen[:] = [look()]
            return bool(seen[0])

        try:
            self._qtbot.waitUntil(look_again, timeout=PATIENCE_MS)
        except Exception as error:
            raise AssertionError(f"waited in vain for {what or look}; seen: {self.words()}") from error
        return seen[0]

    def all(self, kind: type[Found], where: QWidget | None = None) -> list[Found]:
        """Everything of a kind that can be seen."""
        return [w for w in (where or self.window).findChildren(kind) if w.isVisible()]  # type: ignore[attr-defined]

    def words(self) -> str:
        """What can be read on the window now."""
        return " | ".join(label.text() for label in self.all(Label) if label.text())

    def reads(self, words: str) -> None:
        """Wait until these words stand somewhere."""
        self.until(lambda: words in self.words(), f"the words “{words}”")

    def named(self, kind: type[Found], words: str, where: QWidget | None = None) -> Found:
        """Wait for something by its words or its name for screen readers."""

        def look() -> Any:
            return next((w for w in self.all(kind, where) if words in _names(w) and w.isEnabled()), None)  # type: ignore[attr-defined]

        return self.until(look, f"{kind.__name__} “{words}”")

    def click(self, words: str, where: QWidget | None = None) -> None:
        """Click a button."""
        QTest.mouseClick(self.named(QAbstractButton, words, where), LEFT)

    def write(self, field: str, words: str, where: QWidget | None = None) -> None:
        """Click into a line or a text, and type over what is there."""

        def look() -> Any:
            fields = [*self.all(QLineEdit, where), *self.all(QPlainTextEdit, where)]
            return next(
                (w for w in fields if field in (w.accessibleName(), w.placeholderText()) and w.isEnabled()), None
            )

        found: Any = self.until(look, f"a field “{field}”")
        QTest.mouseClick(found.viewport() if isinstance(found, QPlainTextEdit) else found, LEFT)
        QTest.keyClick(found, Qt.Key.Key_A, CTRL)
        QTest.keyClick(found, Qt.Key.Key_Delete)
        QTest.keyClicks(found, words)

    def choose(self, field: str, words: str, where: QWidget | None = None) -> None:
        """Pick one of several by typing the beginning of its words."""
        QTest.keyClicks(self.named(Choice, field, where), words)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self.until(self.window.isActiveWindow, "the window to be in front")
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)

    def click_row(self, view: QAbstractItemView, fits: Callable[[Any], bool]) -> None:
        """Click the row of a list or table whose words fit."""

        def look() -> Any:
            model = view.model()
            rows = (model.index(row, 0) for row in range(model.rowCount()))
            return next((index for index in rows if fits(index.data())), None)

        index = self.until(look, "a row")
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, view.visualRect(index).center())

    def drag(self, on: QWidget, start: QPoint, end: QPoint) -> None:
        """Press, move and let go."""
        QTest.mousePress(on, LEFT, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(on, (start + end) / 2)
        QTest.mouseMove(on, end)
        QTest.mouseRelease(on, LEFT, Qt.KeyboardModifier.NoModifier, end)


def _names(widget: Any) -> tuple[str, ...]:
    text = getattr(widget, "text", None)
    return (widget.accessibleName(), text() if callable(text) else "")


class Answers(Dialogs):
    """Answers instead of dialogs that the system draws; dialogs of our own are shown and handed to `next_dialog`."""

    def __init__(self) -> None:
        super().__init__(None)
        self.folder: Any = None
        self.save_as: Any = None
        self.pick = ""
        self.next_dialog: Callable[[QDialog], None] | None = None

    def open_folder(self, title: str, folder: str = "") -> Any:
        return self.folder

    def save_file(self, title: str, name: str, filters: str = "") -> Any:
        return self.save_as

    def choose(self, title: str, text: str, options: Any, yes: str = "Choose") -> str | None:
        return next(value for value, words in options if words == self.pick)

    def run(self, dialog: QDialog) -> bool:
        does, self.next_dialog = self.next_dialog, None
        if does is None:
            raise AssertionError(
                f"nobody answers: {dialog.windowTitle()}: {[x.text() for x in dialog.findChildren(Label)]}"
            )
        dialog.show()
        does(dialog)
        dialog.deleteLater()
        return dialog.result() == QDialog.DialogCode.Accepted
