"""A tick with words, drawn in the colours of the theme, and a text field that grows with what is written."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from app.ui.theme import theme
from app.ui.widgets.facets import draw_tick


class TickBox(QAbstractButton):
    """`toggled` tells. Space or a click turns it."""

    def __init__(self, words: str, on: bool = False) -> None:
        super().__init__()
        self.setText(words)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        now = theme()
        wide = QFontMetrics(now.font()).horizontalAdvance(self.text())
        return QSize(now.px(18) + 8 + wide + 10, max(32, now.px(32)))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = now.px(18)
        draw_tick(painter, QRectF(2, (self.height() - side) / 2, side, side), self.isChecked(), self.isEnabled())
        painter.setFont(now.font())
        painter.setPen(QColor(now.palette.ink if self.isEnabled() else now.palette.muted))
        room = QRectF(side + 10, 0, self.width() - side - 10, self.height())
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


_SPARE = 2
"""Pixels without which Qt holds the last line for cut off and begins to scroll."""


class GrowingText(QPlainTextEdit):
    """As high as its words. `left` tells that the keyboard has gone elsewhere."""

    left = Signal()

    def __init__(self, name: str, hint: str = "", lines: int = 1) -> None:
        super().__init__()
        self._lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def show_text(self, text: str) -> None:
        """Put in a text, unless a person is writing just now."""
        if not self.hasFocus() and text != self.toPlainText():
            self.setPlainText(text)

    def _fit(self) -> None:
        rows = max(self._lines, int(self.document().size().height()))
        edges = self.contentsMargins()
        around = edges.top() + edges.bottom() + 2 * round(self.document().documentMargin()) + _SPARE
        high = rows * self.fontMetrics().lineSpacing() + around
        if self.height() != high or self.minimumHeight() != high:
            self.setFixedHeight(high)
        self.verticalScrollBar().setValue(0)  # all of it has room: what scrolled while it grew comes back

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
