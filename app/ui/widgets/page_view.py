"""A quiet preview of one page: fitted to the width, with words marked. The reader has its own view with selection and zoom."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from shiboken6 import isValid

from app.domain.documents import PageImage
from app.domain.marks import Rect
from app.ui.palette import LIGHT
from app.ui.theme import theme

MARGIN = 16


@dataclass(frozen=True)
class Highlight:
    """A rectangle in points of the page with a mark kind; "found" is for words that were looked for."""

    rect: Rect
    kind: str = "found"


def to_qimage(image: PageImage) -> QImage:
    """A Qt picture of its own from a rendered page."""
    return QImage(image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGB888).copy()


class Sheet(QWidget):
    """The paper itself."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._points = (595.0, 842.0)
        self._highlights: tuple[Highlight, ...] = ()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_page(self, picture: QPixmap, points: tuple[float, float], highlights: Sequence[Highlight]) -> None:
        """Show a page with its size in points."""
        self._picture, self._points, self._highlights, self._words = picture, points, tuple(highlights), ""
        self._fit()

    def show_words(self, words: str) -> None:
        """Empty paper with a quiet sentence."""
        self._picture, self._highlights, self._words = QPixmap(), (), words
        self.update()

    def factor(self) -> float:
        """Pixels a point."""
        return self.width() / self._points[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(40, round(self.width() * self._points[1] / self._points[0])))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, painter = theme().palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(palette.sheet))
        if not self._picture.isNull():
            if palette.dark:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawPixmap(self.rect(), self._picture)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            for highlight in self._highlights:
                self._draw_ground(painter, highlight)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            for highlight in self._highlights:
                self._draw_edge(painter, highlight)
        elif self._words:
            painter.setPen(QColor(LIGHT.muted))
            room = self.rect().adjusted(24, 24, -24, -24)
            painter.drawText(
                room,
                int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | Qt.TextFlag.TextWordWrap,
                self._words,
            )
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _area(self, rect: Rect) -> QRectF:
        f = self.factor()
        return QRectF(rect[0] * f, rect[1] * f, (rect[2] - rect[0]) * f, (rect[3] - rect[1]) * f).adjusted(-1, -1, 1, 1)

    def _draw_ground(self, painter: QPainter, highlight: Highlight) -> None:
        colour = "#B9D6F2" if highlight.kind == "found" else LIGHT.mark(highlight.kind)[0]
        painter.fillRect(self._area(highlight.rect), QColor(colour))

    def _draw_edge(self, painter: QPainter, highlight: Highlight) -> None:
        area = self._area(highlight.rect)
        colour = LIGHT.info if highlight.kind == "found" else LIGHT.mark(highlight.kind)[1]
        dashed = Qt.PenStyle.DashLine if highlight.kind == "opinion" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(colour), 2, dashed))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def sizeHint(self) -> QSize:
        return QSize(400, 560)


class PageView(QScrollArea):
    """One page in a scrolling area. `wanted` asks for a sharper picture: it carries pixels a point."""

    wanted = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "desk")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet = Sheet()
        desk = QWidget()
        desk.setProperty("look", "desk")
        from app.ui.widgets.layouts import column

        column(self.sheet, None, within=desk, gap=0, margins=(MARGIN, MARGIN, MARGIN, MARGIN))
        self.setWidget(desk)
        self.setAccessibleName("Page")
        self._asked = 0.0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(150)
        self._settle.timeout.connect(self._ask_sharper)

    def scale(self) -> float:
        """Pixels a point wanted now, on this screen."""
        return max(0.3, self.sheet.factor() * self.devicePixelRatioF())

    def show_image(self, image: PageImage, points: tuple[float, float], highlights: Sequence[Highlight] = ()) -> None:
        """Show a rendered page; scrolls to the first highlight."""
        self._asked = image.width / points[0]
        self.sheet.show_page(QPixmap.fromImage(to_qimage(image)), points, highlights)
        if highlights:
            QTimer.singleShot(0, self._to_first)

    def show_words(self, words: str) -> None:
        """Show a sentence instead of a page."""
        self.sheet.show_words(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def _ask_sharper(self) -> None:
        if isValid(self.sheet) and self._asked and abs(self.scale() - self._asked) > 0.15 * self._asked:
            self._asked = self.scale()
            self.wanted.emit(self._asked)

    def _to_first(self) -> None:
        if isValid(self.sheet) and self.sheet._highlights:  # the window may have closed before the timer rang
            area = self.sheet._area(self.sheet._highlights[0].rect)
            self.ensureVisible(int(area.left()), int(area.center().y()) + MARGIN, 0, self.viewport().height() // 3)
