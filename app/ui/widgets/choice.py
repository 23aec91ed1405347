"""A box to pick one of several from, with the arrow drawn in the colours of the theme."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView

from app.ui import icons
from app.ui.theme import theme


class Choice(QComboBox):
    """`options` are (value, words). `chosen` carries the value when a person picks."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]] = (), value: str = "", name: str = "") -> None:
        super().__init__()
        self.setView(QListView())
        self.setAccessibleName(name)
        self.set_options(options, value)
        self.activated.connect(lambda _index: self.chosen.emit(self.value))

    @property
    def value(self) -> str:
        """The value picked."""
        return str(self.currentData() or "")

    def set_options(self, options: Sequence[tuple[str, str]], value: str = "") -> None:
        """Replace what can be picked."""
        self.clear()
        for item, words in options:
            self.addItem(words, item)
        if value:
            self.set_value(value)

    def set_value(self, value: str) -> None:
        """Pick without telling."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # turning the wheel over a page must not change an answer

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().px(18)
        place = QRectF(self.width() - side - 9, (self.height() - side) / 2, side, side)
        icons.draw(QPainter(self), "down", place, theme().palette.muted)
