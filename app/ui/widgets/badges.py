"""Badges of organisations (a letter on a hue) and signs of marks, as widgets and as drawing functions for delegates."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.marks import MARK_NAMES, MarkKind
from app.ui import icons
from app.ui.theme import theme


def draw_organisation(painter: QPainter, rect: QRectF, sign: str, colour: int) -> None:
    """The letter of an organisation on its hue; an empty sign draws the pen of the family's own entries."""
    palette = theme().palette
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if sign:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.organisation(colour)))
        painter.drawRoundedRect(rect, 4, 4)
        font = theme().font("small", bold=True)
        font.setPixelSize(max(8, round(rect.height() * 0.62)))
        painter.setFont(font)
        painter.setPen(QColor(palette.surface))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, sign[:2])
    else:
        painter.setPen(QPen(QColor(palette.ink), 1))
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        inset = rect.height() * 0.18
        icons.draw(painter, "pen", rect.adjusted(inset, inset, -inset, -inset), palette.ink)
    painter.restore()


def draw_mark(painter: QPainter, rect: QRectF, kind: str) -> None:
    """The sign of a mark kind on its colour."""
    ground, edge = theme().palette.mark(kind)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    inset = rect.height() * 0.17
    icons.draw(painter, f"mark-{kind}", rect.adjusted(inset, inset, -inset, -inset), edge, 2.0)
    painter.restore()


class OrganisationBadge(QWidget):
    """The badge of an organisation; its name is read aloud and shown on hover."""

    def __init__(self, sign: str, colour: int, name: str = "", size: int = 20) -> None:
        super().__init__()
        self._sign, self._colour, self._size = sign, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        side = theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_organisation(QPainter(self), QRectF(self.rect()), self._sign, self._colour)


class MarkBadge(QWidget):
    """The sign of a mark kind."""

    def __init__(self, kind: str, size: int = 24) -> None:
        super().__init__()
        self._kind, self._size = kind, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(MARK_NAMES[MarkKind(kind)])
        self.setToolTip(MARK_NAMES[MarkKind(kind)])

    def sizeHint(self) -> QSize:
        side = theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_mark(QPainter(self), QRectF(self.rect()), self._kind)
