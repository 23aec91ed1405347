"""A box to tick, drawn as everywhere else in the window."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from app.ui.theme import theme
from app.ui.widgets.facets import draw_tick


class TickBox(QCheckBox):
    """Words beside a box; long words take several lines."""

    def __init__(self, text: str, on: bool = False) -> None:
        super().__init__(text)
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, pos: object) -> bool:
        return True

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(40, width - self._left()), 10_000)
        words = QFontMetrics(theme().font()).boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text())
        return max(32, theme().px(32), words.height() + 12)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(theme().font()).horizontalAdvance(self.text()) + self._left() + 4
        return QSize(min(wide, theme().px(420)), self.heightForWidth(min(wide, theme().px(420))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + 60, max(32, theme().px(32)))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        side = now.px(18)
        draw_tick(painter, QRectF(1, (self.height() - side) / 2, side, side), self.isChecked(), self.isEnabled())
        painter.setFont(now.font())
        painter.setPen(QColor(now.palette.ink if self.isEnabled() else now.palette.muted))
        room = self.rect().adjusted(self._left(), 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap), self.text())

    def _left(self) -> int:
        return theme().px(18) + 9
