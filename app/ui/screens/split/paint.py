"""Draws one page of the strip: a coloured edge and words where a document begins, the small page, its numbers."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from app.ui.screens.split import presenter
from app.ui.screens.split.presenter import Strip
from app.ui.theme import theme
from app.ui.widgets.pages.paint import waiting_page

_THUMB = 92
_EDGE = 5


class CellPainter:
    """Used for one repaint."""

    def __init__(self, painter: QPainter, strip: Strip, kinds: Mapping[str, str], words_height: int) -> None:
        self._painter, self._strip, self._kinds, self._words = painter, strip, kinds, words_height
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def ground(self, page: int, rect: QRectF, *, current: bool, moving: bool) -> None:
        """What lies behind a page: documents in turn lighter and darker, an edge where one begins."""
        now, part = theme(), self._strip.part(page)
        band = rect.adjusted(0, 2, 0, -2)
        ground = "surface" if self._strip.index(page) % 2 else "sunk"
        self._painter.fillRect(band, now.colour("selected" if current else ground))
        if part.first == page:
            self._beginning(part.decided or page == 1, band, moving)

    def draw(self, page: int, rect: QRectF, picture: QPixmap | None, room: int, *, current: bool) -> None:
        """One page in its cell. `room` is how many cells the heading may use."""
        now = theme()
        if self._strip.begins(page):
            self._heading(page, rect, room)
        sheet = QRectF(rect.center().x() - _THUMB / 2, rect.top() + self._words + 4, _THUMB, round(_THUMB * 1.42))
        self._sheet(sheet, picture, current)
        self._numbers(page, QRectF(rect.left(), sheet.bottom() + 3, rect.width(), now.px(20)), current)

    def _beginning(self, decided: bool, band: QRectF, moving: bool) -> None:
        """The edge: full when decided, broken while it is a suggestion."""
        now = theme()
        colour = now.colour("focus" if moving else "primary" if decided else "warn")
        if decided or moving:
            self._painter.fillRect(QRectF(band.left(), band.top(), _EDGE, band.height()), colour)
            return
        pen = QPen(colour, _EDGE, Qt.PenStyle.DashLine, Qt.PenCapStyle.FlatCap)
        self._painter.setPen(pen)
        x = band.left() + _EDGE / 2
        self._painter.drawLine(round(x), round(band.top()), round(x), round(band.bottom()))

    def _heading(self, page: int, rect: QRectF, room: int) -> None:
        now, painter = theme(), self._painter
        title, about = presenter.heading(self._strip.part(page), self._kinds)
        wide = rect.width() * room - _EDGE - 10
        line = now.px(18)
        for number, (words, bold, colour) in enumerate(((title, True, "ink"), (about, False, "muted"))):
            painter.setFont(now.font("caption" if bold else "small", bold=bold))
            painter.setPen(now.colour(colour))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(wide))
            at = QRectF(rect.left() + _EDGE + 5, rect.top() + 4 + number * line, wide, line)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, shown)

    def _sheet(self, sheet: QRectF, picture: QPixmap | None, current: bool) -> None:
        now, painter = theme(), self._painter
        if picture is None:
            waiting_page(painter, sheet, "")
            shown = sheet
        else:
            ratio = min(sheet.width() / max(1, picture.width()), sheet.height() / max(1, picture.height()))
            shown = QRectF(0, 0, picture.width() * ratio, picture.height() * ratio)
            shown.moveCenter(sheet.center())
            painter.drawPixmap(shown, picture, QRectF(picture.rect()))
        painter.setPen(QPen(now.colour("primary" if current else "line"), 2 if current else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(shown)

    def _numbers(self, page: int, at: QRectF, current: bool) -> None:
        """Page of the document, and page of the file."""
        now, part = theme(), self._strip.part(page)
        self._painter.setFont(now.font("small", bold=current))
        self._painter.setPen(now.colour("ink" if current else "muted"))
        words = f"{page - part.first + 1} · file {page}"
        self._painter.drawText(at, Qt.AlignmentFlag.AlignCenter, words)

    def focus(self, rect: QRectF) -> None:
        """The ring around the current page while the keyboard is here."""
        self._painter.setPen(QPen(QColor(theme().palette.focus), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
