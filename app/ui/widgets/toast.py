"""A short message at the bottom that goes away by itself, with Undo where something can be taken back."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import row

SHORT_MS, LONG_MS = 4_000, 8_000


class Toast(QFrame):
    """One for each window."""

    def __init__(self, window: QWidget, undo: Callable[[], object]) -> None:
        super().__init__(window)
        self.setProperty("look", "toast")
        self._words = Label("", bold=False)
        self._undo = Button("Undo", undo, small=True)
        self._undo.clicked.connect(self.hide)
        row(self._words, self._undo, gap=8, margins=(14, 4, 8, 4), within=self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, words: str, undo: bool = False) -> None:
        """Show words, read aloud as well."""
        self._words.setText(words)
        self._undo.setVisible(undo)
        self.place()
        self.show()
        self.raise_()
        self._timer.start(LONG_MS if undo else SHORT_MS)
        announce(self, words)

    def place(self) -> None:
        """Sit at the bottom in the middle."""
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            self.setMaximumWidth(max(200, parent.width() - 48))
            self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 56)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
