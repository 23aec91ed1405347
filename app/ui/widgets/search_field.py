"""A text field with a magnifying glass, and optionally the key that jumps to it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui import icons
from app.ui.theme import theme
from app.ui.widgets.buttons import IconButton

_LEFT = 36


class SearchField(QLineEdit):
    """`placeholder` says what can be searched; `key` is drawn at the right end while the field is empty. `down` tells that the
    arrow key wants to go on to what was found."""

    down = Signal()

    def __init__(self, placeholder: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._empty = IconButton("close", "Empty this field", self.clear, size=16)
        self._empty.setParent(self)
        self._empty.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty.setCursor(Qt.CursorShape.ArrowCursor)
        self._empty.hide()
        self.textChanged.connect(lambda words: self._empty.setVisible(bool(words)))
        self._room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._empty.sizeHint().height()
        self._empty.setGeometry(self.width() - side - 4, (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        palette, painter, side = theme().palette, QPainter(self), theme().px(18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        icons.draw(painter, "search", QRectF(13, middle - side / 2, side, side), palette.muted)
        if self._key and not self.text():
            font = theme().font("caption")
            metrics = QFontMetrics(font)
            wide, tall = metrics.horizontalAdvance(self._key) + 12, metrics.height() + 2
            rect = QRectF(self.width() - wide - 12.5, round(middle - tall / 2) + 0.5, wide, tall)
            painter.setFont(font)
            painter.setPen(QPen(QColor(palette.line), 1))
            painter.setBrush(QColor(palette.paper))
            painter.drawRoundedRect(rect, 4, 4)
            painter.setPen(QColor(palette.muted))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._key)

    def _room(self) -> None:
        self.setTextMargins(theme().px(_LEFT - 12), 0, theme().px(64) if self._key else theme().px(30), 0)
