"""An icon that stands alone, and one on a coloured square."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import icons
from app.ui.theme import CORNER, theme


class IconView(QWidget):
    """An icon `size` pixels wide in the colour of a palette field; `ground` (a palette field) puts it on a square of `box`."""

    def __init__(
        self, icon: str, size: int = 20, colour: str = "ink", *, ground: str = "", box: int = 0, stroke: float = 1.6
    ) -> None:
        super().__init__()
        self._icon, self._size, self._colour = icon, size, colour
        self._ground, self._box, self._stroke = ground, box or size, stroke
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, colour: str = "", ground: str | None = None) -> None:
        """Change icon, colour or ground."""
        self._icon = icon
        self._colour = colour or self._colour
        self._ground = self._ground if ground is None else ground
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(self._box)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(now.palette, self._ground)))
            painter.drawRoundedRect(self.rect(), CORNER, CORNER)
        side = now.px(self._size)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.draw(painter, self._icon, place, getattr(now.palette, self._colour), self._stroke)
