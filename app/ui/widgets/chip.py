"""Chips: small facts with a tone, an icon and words, as a widget and for delegates."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import icons
from app.ui.theme import CORNER, theme

HEIGHT = 22
_ICON, _PAD, _GAP = 14, 8, 4


def chip_size(text: str, icon: str = "", bold: bool = False) -> QSize:
    """The size a chip needs at the text size in force."""
    now = theme()
    wide = QFontMetricsF(now.font("caption", bold=bold)).horizontalAdvance(text)
    return QSize(round(wide + 2 * _PAD + (now.px(_ICON) + _GAP if icon else 0)) + 1, now.px(HEIGHT))


def draw_chip(painter: QPainter, at: QPointF, text: str, tone: str = "neutral", icon: str = "") -> QRectF:
    """Draw a chip with its left top at `at`; returns its rectangle. Tones: those of the palette, outline and dashed."""
    now = theme()
    bold = tone == "primary"
    rect = QRectF(at, chip_size(text, icon, bold).toSizeF())
    framed = tone in ("outline", "dashed")
    words, ground = (now.palette.ink, "") if framed else now.palette.tone(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if framed or now.palette.name == "contrast":
        style = Qt.PenStyle.DashLine if tone == "dashed" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(now.palette.outline if tone == "dashed" else now.palette.line), 1, style))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
    inner = rect.adjusted(_PAD, 0, -_PAD, 0)
    if icon:
        side = now.px(_ICON)
        icons.draw(painter, icon, QRectF(inner.left() - 1, rect.center().y() - side / 2, side, side), words)
        inner.setLeft(inner.left() + side + _GAP)
    painter.setFont(now.font("caption", bold=bold))
    painter.setPen(QColor(words))
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()
    return rect


class Chip(QWidget):
    """A chip. `tip` explains it on hover."""

    def __init__(self, text: str, tone: str = "neutral", icon: str = "", tip: str = "") -> None:
        super().__init__()
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setToolTip(tip)

    def text(self) -> str:
        """The words on it."""
        return self._text

    def show_text(self, text: str, tone: str = "", icon: str | None = None) -> None:
        """Change what it says."""
        self._text = text
        self._tone = tone or self._tone
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._text, self._icon, self._tone == "primary")

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_chip(QPainter(self), QPointF(0, 0), self._text, self._tone, self._icon)
