"""The big buttons of the start screen, the rows of recent cases and the picture above them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui import icons
from app.ui.theme import CORNER, theme
from app.ui.widgets.chip import chip_size, draw_chip


class Door(QAbstractButton):
    """An icon on a square, a title and a line under it."""

    def __init__(self, icon: str, title: str, text: str, primary: bool = False) -> None:
        super().__init__()
        self._icon, self._title, self._line, self._primary = icon, title, text, primary
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(360, theme().px(80))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        p = now.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hover = self.underMouse() or self.isDown()
        ground = (p.primary_hover if hover else p.primary) if self._primary else (p.hover if hover else p.surface)
        ink, quiet = (p.on_primary, p.on_primary) if self._primary else (p.ink, p.muted)
        painter.setPen(QPen(QColor(p.primary if self._primary else p.outline), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        side = now.px(48)
        square = QRectF(16, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(p.on_primary if self._primary else p.selected))
        painter.drawRoundedRect(square, CORNER, CORNER)
        inset = side * 0.23
        icons.draw(painter, self._icon, square.adjusted(inset, inset, -inset, -inset), p.primary)
        arrow = now.px(18)
        icons.draw(painter, "right", QRectF(self.width() - arrow - 18, (self.height() - arrow) / 2, arrow, arrow), ink)
        self._draw_words(painter, square.right() + 16, self.width() - arrow - 32, ink, quiet)

    def _draw_words(self, painter: QPainter, left: float, right: float, ink: str, quiet: str) -> None:
        now, middle = theme(), self.height() / 2
        title = QRectF(left, middle - now.px(25), right - left, now.px(26))
        painter.setFont(now.font("h2"))
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, int(title.width()))
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, shown)
        line = QRectF(left, middle + 1, right - left, now.px(22))
        painter.setFont(now.font())
        painter.setPen(QColor(quiet))
        shown = painter.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


class RecentRow(QAbstractButton):
    """A case that was open before. `away`: its place is not there now."""

    def __init__(self, letters: str, title: str, text: str, *, first: bool, away: bool, last: bool) -> None:
        super().__init__()
        self._letters, self._title, self._line = letters, title, text
        self._first, self._away, self._last = first, away, last
        self.setText(title)
        self.setAccessibleName(f"{title}. {text}")
        self.setToolTip(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, theme().px(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        p = now.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(p.hover))
        if not self._last:
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(p.line))
        side = now.px(32)
        square = QRectF(12, (self.height() - side) / 2, side, side)
        self._draw_letters(painter, square)
        chip = chip_size("Locked", "lock")
        room = self.width() - square.right() - 24
        if self._away:
            icon = now.px(20)
            icons.draw(
                painter, "usb", QRectF(self.width() - icon - 12, (self.height() - icon) / 2, icon, icon), p.muted
            )
            room -= icon + 12
        else:
            draw_chip(
                painter,
                QPointF(self.width() - chip.width() - 12, (self.height() - chip.height()) / 2),
                "Locked",
                icon="lock",
            )
            room -= chip.width() + 12
        left, middle = square.right() + 12, self.height() / 2
        painter.setFont(now.font(bold=True))
        painter.setPen(QColor(p.muted if self._away else p.ink))
        shown = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(left, middle - now.px(20), room, now.px(20)), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(now.font("caption"))
        painter.setPen(QColor(p.muted))
        shown = painter.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(left, middle, room, now.px(19)), Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_letters(self, painter: QPainter, square: QRectF) -> None:
        now = theme()
        p = now.palette
        ground, words = (p.primary, p.on_primary) if self._first else (p.neutral_tint, p.ink)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._away:
            ground, words = p.surface, p.muted
            painter.setPen(QPen(QColor(p.outline), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(square, CORNER, CORNER)
        painter.setFont(now.font(bold=True))
        painter.setPen(QColor(words))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self._letters)


class Picture(QWidget):
    """From files over a timeline and a letter to a put-right record."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(128)
        self.setMinimumWidth(200)
        self.setAccessibleName("From papers, to a timeline, to a letter, to a corrected record")

    def paintEvent(self, event: QPaintEvent) -> None:
        p, painter = theme().palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 104, self.width(), 1), QColor(p.line))
        painter.scale(min(1.0, self.width() / 536), 1)
        self._papers(painter)
        self._bars(painter)
        self._letter(painter)

    def _sheet(self, painter: QPainter, x: float, y: float, w: float, fold: float, edge: str) -> None:
        path = QPainterPath(QPointF(x, 104))
        for px, py in ((x, y), (x + w - fold, y), (x + w, y + fold), (x + w, 104)):
            path.lineTo(px, py)
        path.closeSubpath()
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(theme().palette.surface))
        painter.drawPath(path)

    def _papers(self, painter: QPainter) -> None:
        p = theme().palette
        self._sheet(painter, 24, 40, 46, 0, p.outline)
        self._sheet(painter, 86, 48, 46, 12, p.outline)
        self._sheet(painter, 40, 28, 50, 12, p.primary)
        painter.fillRect(QRectF(48, 73, 33, 10), QColor(p.mark("inaccuracy")[0]))
        painter.setPen(QPen(QColor(p.primary), 2))
        painter.drawPolyline([QPointF(78, 28), QPointF(78, 40), QPointF(90, 40)])
        for y, w in ((54, 28), (66, 30), (78, 28), (90, 26)):
            painter.drawLine(50, y, 50 + w, y)
        painter.setPen(QPen(QColor(p.outline), 2))
        painter.drawLine(104, 78, 122, 78)
        painter.drawLine(104, 90, 122, 90)

    def _bars(self, painter: QPainter) -> None:
        p = theme().palette
        for number, tall in enumerate((14, 30, 20, 44, 26, 56, 34, 16, 40, 24)):
            painter.fillRect(QRectF(164 + 16 * number, 104 - tall, 8, tall), QColor(p.organisation(0)))
        tint = QColor(p.primary)
        tint.setAlphaF(0.12)
        painter.setBrush(tint)
        painter.setPen(QPen(QColor(p.primary), 2))
        painter.drawRoundedRect(QRectF(239, 36, 34, 76), 4, 4)
        painter.setPen(QPen(QColor(p.primary), 2, Qt.PenStyle.DotLine))
        painter.drawLine(274, 62, 332, 62)

    def _letter(self, painter: QPainter) -> None:
        p = theme().palette
        self._sheet(painter, 344, 24, 72, 0, p.primary)
        painter.setPen(QPen(QColor(p.primary), 2))
        for y, w in ((40, 30), (52, 48), (64, 48), (76, 36)):
            painter.drawLine(356, y, 356 + w, y)
        wave = QPainterPath(QPointF(356, 92))
        wave.cubicTo(362, 84, 364, 96, 370, 90)
        wave.cubicTo(376, 84, 378, 92, 384, 87)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(wave)
        painter.drawLine(424, 64, 456, 64)
        painter.drawPolyline([QPointF(449, 57), QPointF(456, 64), QPointF(449, 71)])
        painter.setPen(QPen(QColor(p.good), 2))
        painter.setBrush(QColor(p.good_tint))
        painter.drawEllipse(QPointF(496, 64), 26, 26)
        painter.setPen(
            QPen(QColor(p.good), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPolyline([QPointF(484, 65), QPointF(492, 73), QPointF(508, 56)])
