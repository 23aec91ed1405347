"""How pages, marks and chosen words are drawn. Sheets of paper always use the light mark colours."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.domain.marks import MarkKind
from app.ui import icons
from app.ui.palette import DARK, LIGHT

Box = tuple[float, float, float, float]
"""x, y, width and height in pixels."""


LINES = {
    MarkKind.INACCURACY: "solid",
    MarkKind.MISSING: "dots",
    MarkKind.OPINION: "dashes",
    MarkKind.LANGUAGE: "waves",
    MarkKind.QUESTION: "dash-dots",
    MarkKind.EVIDENCE: "double",
    MarkKind.NOTE: "thin",
}
"""The underline of each kind, so that colour is never the only difference."""

SELECTED, SELECTED_EDGE = "#B9D6F2", LIGHT.focus
FOUND, FOUND_NOW, FOUND_EDGE = "#FFF0A8", "#FFCF4D", "#8A5A00"
UNSURE = "#B4552D"
SHEET, SHEET_DARK = LIGHT.sheet, DARK.sheet
GREEKED = "#E9E6E0"

_PENS = {
    "dots": Qt.PenStyle.DotLine,
    "dashes": Qt.PenStyle.DashLine,
    "dash-dots": Qt.PenStyle.DashDotLine,
}


def highlight(painter: QPainter, boxes: Iterable[Box], colour: str) -> None:
    """Colour laid over print like a felt pen: the letters stay as dark as they were."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for x, y, width, height in boxes:
        painter.fillRect(QRectF(x - 1, y - 1, width + 2, height + 2), QColor(colour))
    painter.restore()


def mark(painter: QPainter, kind: MarkKind, boxes: list[Box], *, current: bool, area: bool) -> None:
    """One mark: its colour, its own style of underline, an outline when it is the current one."""
    fill, edge = LIGHT.mark(kind.value)
    line = LINES[kind]
    highlight(painter, boxes, fill)
    for box in boxes:
        if area:
            painter.setPen(QPen(QColor(edge), 2, _PENS.get(line, Qt.PenStyle.SolidLine)))
            painter.drawRect(QRectF(*box))
        else:
            underline(painter, line, QColor(edge), box)
        if current:
            painter.setPen(QPen(QColor(edge), 1))
            painter.drawRect(QRectF(box[0] - 2, box[1] - 2, box[2] + 4, box[3] + 5))


def underline(painter: QPainter, style: str, colour: QColor, box: Box) -> None:
    """A line under words in one of the seven styles."""
    x, y, width, height = box
    base = y + height + 1
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if style == "waves":
        painter.setPen(QPen(colour, 1.6))
        painter.drawPath(_wave(x, base, width))
        return
    painter.setPen(QPen(colour, 1 if style in ("thin", "double") else 2, _PENS.get(style, Qt.PenStyle.SolidLine)))
    painter.drawLine(QPointF(x, base), QPointF(x + width, base))
    if style == "double":
        painter.drawLine(QPointF(x, base + 2.5), QPointF(x + width, base + 2.5))


def _wave(x: float, y: float, width: float) -> QPainterPath:
    path = QPainterPath(QPointF(x, y))
    at, up = x, True
    while at < x + width:
        step = min(6.0, x + width - at)
        path.quadTo(QPointF(at + step / 2, y + (-3 if up else 3)), QPointF(at + step, y))
        at, up = at + step, not up
    return path


def chosen(painter: QPainter, boxes: list[Box]) -> None:
    """Chosen words: tint and outline."""
    highlight(painter, boxes, SELECTED)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(SELECTED_EDGE), 1.2))
    for x, y, width, height in boxes:
        painter.drawRect(QRectF(x - 1, y - 1, width + 2, height + 2))


def unsure(painter: QPainter, boxes: Iterable[Box]) -> None:
    """Words that OCR is not sure of: small dots under them, paler than any mark."""
    painter.setPen(QPen(QColor(UNSURE), 1.4, Qt.PenStyle.DotLine))
    for x, y, width, height in boxes:
        painter.drawLine(QPointF(x, y + height + 1.5), QPointF(x + width, y + height + 1.5))


def caret(painter: QPainter, box: Box) -> None:
    """The word that the keyboard is on: a thick bar before it and a thin outline."""
    x, y, width, height = box
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(SELECTED_EDGE), 1))
    painter.drawRect(QRectF(x - 2, y - 2, width + 4, height + 4))
    painter.fillRect(QRectF(x - 4, y - 3, 2.5, height + 6), QColor(SELECTED_EDGE))


def found(painter: QPainter, boxes: list[Box], now: bool) -> None:
    """Words that a search found; the current place is stronger and has a frame."""
    highlight(painter, boxes, FOUND_NOW if now else FOUND)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(FOUND_EDGE), 2 if now else 1))
    for x, y, width, height in boxes:
        if now:
            painter.drawRect(QRectF(x - 2, y - 2, width + 4, height + 4))
        else:
            painter.drawLine(QPointF(x, y + height + 1), QPointF(x + width, y + height + 1))


def waiting_page(painter: QPainter, rect: QRectF, words: str) -> None:
    """A page whose picture has not come: pale lines where print will be, and its number."""
    painter.fillRect(rect, QColor(SHEET))
    margin, step = rect.width() * 0.11, max(10.0, rect.height() / 34)
    y, line, room = rect.top() + margin, 0, rect.width() - 2 * margin
    while y < rect.bottom() - margin:
        share = (0.42, 0.95, 0.9, 0.98, 0.86, 0.55)[line % 6]
        painter.fillRect(QRectF(rect.left() + margin, y, room * share, step * 0.32), QColor(GREEKED))
        y, line = y + step * (1.7 if line % 6 == 5 else 1.0), line + 1
    painter.setPen(QColor(LIGHT.muted))
    painter.drawText(rect.adjusted(0, 0, 0, -12), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, words)


def sign(painter: QPainter, kind: MarkKind, rect: QRectF) -> None:
    """The little square with the sign of a kind, at the edge of a page."""
    fill, edge = LIGHT.mark(kind.value)
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(rect, 4, 4)
    icons.draw(painter, f"mark-{kind.value}", rect.adjusted(3, 3, -3, -3), edge, 2.2)
