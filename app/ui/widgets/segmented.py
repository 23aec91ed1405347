"""A few choices side by side, one of them on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import icons
from app.ui.theme import CORNER, theme


class Segmented(QWidget):
    """`options` are (value, words) or (value, words, icon): with an icon the words are only read aloud.
    Arrow keys move. `chosen` carries the value when a person changes it."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, ...]], value: str = "", name: str = "") -> None:
        super().__init__()
        self._options = [tuple(option) for option in options]
        self._value = value or self._options[0][0]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = name
        self._describe()

    @property
    def value(self) -> str:
        """The value that is on."""
        return self._value

    def set_value(self, value: str) -> None:
        """Turn one on without telling."""
        self._value = value
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 2, max(32, theme().px(32)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = 0.0
        for option, width in zip(self._options, self._widths(), strict=True):
            if left <= event.position().x() < left + width:
                self._choose(option[0])
            left += width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if step is None:
            super().keyPressEvent(event)
            return
        values = [option[0] for option in self._options]
        self._choose(values[max(0, min(len(values) - 1, values.index(self._value) + step))])

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, painter = theme().palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        painter.fillPath(outline, QColor(palette.surface))
        painter.setClipPath(outline)
        left = 1.0
        for index, (option, width) in enumerate(zip(self._options, self._widths(), strict=True)):
            self._draw_one(painter, QRectF(left, 0, width, self.height()), option, first=index == 0)
            left += width
        painter.setClipping(False)
        painter.setPen(QPen(QColor(palette.outline), 1))
        painter.drawPath(outline)

    def _draw_one(self, painter: QPainter, rect: QRectF, option: tuple[str, ...], first: bool) -> None:
        palette, on = theme().palette, option[0] == self._value
        if on:
            painter.fillRect(rect, QColor(palette.selected))
        if not first:
            painter.setPen(QPen(QColor(palette.line), 1))
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        colour = palette.primary if on else palette.ink
        if len(option) > 2:
            side = theme().px(18)
            icons.draw(
                painter,
                option[2],
                QRectF(0, 0, side, side).translated(rect.center() - QRectF(0, 0, side, side).center()),
                colour,
            )
            return
        painter.setPen(QColor(colour))
        painter.setFont(theme().font("body", bold=on))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, option[1])

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(theme().font("body", bold=True))
        return [theme().px(42) if len(o) > 2 else metrics.horizontalAdvance(o[1]) + 26 for o in self._options]

    def _choose(self, value: str) -> None:
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

    def _describe(self) -> None:
        words = next((o[1] for o in self._options if o[0] == self._value), "")
        self.setAccessibleName(f"{self._name}: {words}" if self._name else words)
