"""The strip: a row for each organisation, a line from the day they got the letter to the day the answer is due or came."""

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.system import clock
from app.ui.screens.requests import presenter
from app.ui.screens.requests.presenter import Line, OrganisationRow
from app.ui.theme import theme
from app.ui.widgets.badges import draw_organisation
from app.ui.widgets.chip import chip_size, draw_chip
from app.ui.widgets.layouts import column

Index = QModelIndex | QPersistentModelIndex
_NAME, _NOW = 232, 176
_MARK = 6.0


class Scale:
    """Days to pixels, shared by the head and the rows."""

    def __init__(self, first: date, last: date, today: date) -> None:
        self.first, self.last, self.today = first, last, today

    def room(self, rect: QRectF) -> QRectF:
        """The part of a row that shows time."""
        return rect.adjusted(theme().px(_NAME), 0, -theme().px(_NOW), 0)

    def x(self, day: date, rect: QRectF) -> float:
        """Where a day is."""
        room = self.room(rect)
        return room.left() + room.width() * (day - self.first).days / max(1, (self.last - self.first).days)


class Head(QWidget):
    """Names of the months."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.scale = scale

    def sizeHint(self) -> QSize:
        return QSize(300, theme().px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        painter.setFont(now.font("caption"))
        painter.setPen(QColor(now.palette.muted))
        painter.drawText(rect.adjusted(16, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, "Organisation")
        starts = presenter.months(self.scale.first, self.scale.last)
        long = len(starts) > 13
        wide = painter.fontMetrics().horizontalAdvance("May 26" if long else "May") + 12
        apart = self.scale.room(rect).width() / max(1, len(starts) - 1)
        for month in starts[: -1 : max(1, -(-wide // max(1, int(apart))))]:
            x = self.scale.x(month, rect)
            words = f"{month:%b %y}" if long else f"{month:%b}"
            painter.drawText(QRectF(x + 4, 0, 80, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)
        room = self.scale.room(rect)
        painter.drawText(QRectF(room.right() + 12, 0, 150, rect.height()), Qt.AlignmentFlag.AlignVCenter, "Now")


class RowsModel(QAbstractListModel):
    """Rows of the strip."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[OrganisationRow, ...] = ()

    def show_rows(self, rows: tuple[OrganisationRow, ...]) -> None:
        """Replace all."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.rows[index.row()]
            asked = "; ".join(presenter.request_words(line.request) for line in row.lines)
            return f"{row.name}: {row.now}. Asked: {asked}"
        return None


class StripDelegate(QStyledItemDelegate):
    """Draws a row: name, lines in time, how it stands."""

    def __init__(self, view: "Strip") -> None:
        super().__init__(view)
        self._strip = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = len(self._strip.model_rows.rows[index.row()].lines)
        return QSize(300, max(theme().px(40), 16 * lines + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, rect = theme(), QRectF(option.rect)
        row, scale = self._strip.model_rows.rows[index.row()], self._strip.scale
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(now.palette.selected if on else now.palette.surface))
        if on:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(now.palette.primary))
        painter.setPen(QPen(QColor(now.palette.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        for month in presenter.months(scale.first, scale.last):
            x = scale.x(month, rect)
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        self._today(painter, rect, scale)
        self._name(painter, rect, row, on)
        step = rect.height() / (len(row.lines) + 1)
        for number, line in enumerate(row.lines, 1):
            self._line(painter, rect, rect.top() + step * number, line, QColor(now.palette.organisation(row.colour)))
        size = chip_size(row.now, "", False)
        draw_chip(
            painter, QPointF(scale.room(rect).right() + 12, rect.center().y() - size.height() / 2), row.now, row.tone
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(now.palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _today(self, painter: QPainter, rect: QRectF, scale: Scale) -> None:
        painter.setPen(QPen(QColor(theme().palette.ink), 1, Qt.PenStyle.DashLine))
        x = scale.x(scale.today, rect)
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))

    def _name(self, painter: QPainter, rect: QRectF, row: OrganisationRow, on: bool) -> None:
        now = theme()
        side = now.px(20)
        draw_organisation(
            painter, QRectF(rect.left() + 16, rect.center().y() - side / 2, side, side), row.sign, row.colour
        )
        painter.setFont(now.font(bold=on))
        painter.setPen(QColor(now.palette.ink))
        room = QRectF(rect.left() + 24 + side, rect.top(), now.px(_NAME) - side - 32, rect.height())
        words = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _line(self, painter: QPainter, rect: QRectF, y: float, line: Line, colour: QColor) -> None:
        scale = self._strip.scale
        if line.sent is None:
            return
        start, end = scale.x(line.sent, rect), scale.x(line.answered or line.due or scale.today, rect)
        style = Qt.PenStyle.SolidLine if line.answered else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour, 2, style))
        painter.drawLine(QPointF(start, y), QPointF(end, y))
        painter.setPen(QPen(colour, 2))
        painter.setBrush(QColor(theme().palette.surface))
        painter.drawEllipse(QPointF(start, y), 5, 5)
        if line.due is not None and (line.answered is None or line.answered > line.due):
            draw_diamond(painter, QPointF(scale.x(line.due, rect), y))
        if line.answered is not None:
            painter.fillRect(QRectF(end - 5, y - 5, 10, 10), colour)


def draw_diamond(painter: QPainter, at: QPointF) -> None:
    """The sign of a due date."""
    corners = (QPointF(0, -_MARK), QPointF(_MARK, 0), QPointF(0, _MARK), QPointF(-_MARK, 0))
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))


class Legend(QWidget):
    """What the signs mean."""

    WORDS = ("They got your letter", "Answer due", "It came", "Today")

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(
            "Circle: they got your letter. Diamond: answer due. Square: it came. Dashed line: today."
        )

    def sizeHint(self) -> QSize:
        return QSize(300, theme().px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(now.font("caption"))
        left, middle = 8.0, self.height() / 2
        for number, words in enumerate(self.WORDS):
            painter.setPen(QPen(QColor(now.palette.ink), 2))
            painter.setBrush(QColor(now.palette.surface))
            at = QPointF(left + 6, middle)
            if number == 0:
                painter.drawEllipse(at, 5, 5)
            elif number == 1:
                draw_diamond(painter, at)
            elif number == 2:
                painter.fillRect(QRectF(at.x() - 5, at.y() - 5, 10, 10), QColor(now.palette.ink))
            else:
                painter.setPen(QPen(QColor(now.palette.ink), 1, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(at.x(), 4), QPointF(at.x(), self.height() - 4))
            painter.setPen(QColor(now.palette.muted))
            wide = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(QRectF(left + 20, 0, wide + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            left += wide + 44


class Strip(QFrame):
    """`chosen` carries the organisation of the row."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        today = clock.today()
        self.scale = Scale(today, today, today)
        self.model_rows = RowsModel()
        self.head = Head(self.scale)
        self.list = QListView()
        self.list.setModel(self.model_rows)
        self.list.setItemDelegate(StripDelegate(self))
        self.list.setAccessibleName("Requests by organisation")
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._moved)
        column(self.head, self.list, within=self, gap=0, margins=(1, 1, 1, 1))

    def show_rows(self, rows: tuple[OrganisationRow, ...], today: date, current: int | None) -> None:
        """Fill in and stand on an organisation."""
        self.scale = self.head.scale = Scale(*presenter.span(rows, today), today)
        self.list.selectionModel().blockSignals(True)
        self.model_rows.show_rows(rows)
        places = [i for i, row in enumerate(rows) if current in (None, row.organisation)]
        if places:
            self.list.setCurrentIndex(self.model_rows.index(places[0]))
        self.list.selectionModel().blockSignals(False)
        high = sum(self.list.sizeHintForRow(i) for i in range(min(len(rows), 6)))
        self.list.setFixedHeight(max(theme().px(40), high + 2))
        self.head.update()

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.model_rows.rows[now.row()].organisation)
