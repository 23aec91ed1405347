"""Icons drawn from strokes in any colour of the palette, kept once drawn."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.ui.icon_strokes import STROKES

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{0}" stroke-width="{1}"'
_TAIL = ' stroke-linecap="round" stroke-linejoin="round">{0}</svg>'


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str, width: float) -> QSvgRenderer:
    body = STROKES[name].replace("currentColor", colour)
    return QSvgRenderer(QByteArray((_HEAD.format(colour, width) + _TAIL.format(body)).encode()))


def draw(painter: QPainter, name: str, rect: QRectF, colour: str, width: float = 1.6) -> None:
    """Draw an icon into `rect` (kept square, centred)."""
    side = min(rect.width(), rect.height())
    square = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    _renderer(name, colour, width).render(painter, square)


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, size: int, ratio: float, width: float, gap: int) -> QPixmap:
    picture = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, name, QRectF(0, 0, size, size), colour, width)
    painter.end()
    return picture


def pixmap(name: str, colour: str, size: int = 20, width: float = 1.6, gap: int = 0) -> QPixmap:
    """A transparent picture of an icon, `size` logical pixels square, sharp on this screen, with `gap` empty pixels behind it."""
    screen = QGuiApplication.primaryScreen()
    return _pixmap(name, colour, size, screen.devicePixelRatio() if screen else 1.0, width, gap)


def icon(name: str, colour: str, size: int = 20, off: str = "", gap: int = 0) -> QIcon:
    """An icon for a control; `off` is its colour while the control is disabled."""
    made = QIcon(pixmap(name, colour, size, gap=gap))
    made.addPixmap(pixmap(name, off or colour, size, gap=gap), QIcon.Mode.Disabled)
    return made


def forget() -> None:
    """Drop every kept picture (they must not outlive the application)."""
    _pixmap.cache_clear()
    _renderer.cache_clear()
