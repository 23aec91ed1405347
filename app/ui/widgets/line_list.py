"""A list of rows with a title and a quieter line under it; words between U+0002 and U+0003 are marked as found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.palette import LIGHT
from app.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_GAP = 10


@dataclass(frozen=True, slots=True)
class LineItem:
    """A row. `key` is given back when it is chosen; `side` stands at the right of the title."""

    key: Any
    title: str
    under: str = ""
    side: str = ""

    @property
    def words(self) -> str:
        """What a screen reader says."""
        said = f"{self.title}, {self.under}".replace("\x02", "").replace("\x03", "").strip(", ")
        return f"{said}, {self.side}" if self.side else said


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[LineItem, ...] = ()

    def show(self, items: Sequence[LineItem]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.items[index.row()]
        if role == ROW:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return item.words
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        tall = QFontMetrics(theme().font()).height() + QFontMetrics(theme().font("caption")).height()
        return QSize(160, tall + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, item, rect = theme(), index.data(ROW), QRectF(option.rect)
        p, chosen = now.palette, bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(rect, QColor(p.selected if chosen else p.hover if over else p.surface))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(p.line))
        if chosen:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(p.primary))
        inner = rect.adjusted(16, _GAP, -16, -_GAP)
        tall = QFontMetrics(now.font()).height()
        self._title(painter, QRectF(inner.left(), inner.top(), inner.width(), tall), item)
        painter.setFont(now.font("caption"))
        self._marked(
            painter, QRectF(inner.left(), inner.top() + tall, inner.width(), inner.height() - tall), item.under
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(p.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _title(self, painter: QPainter, rect: QRectF, item: LineItem) -> None:
        now, middle = theme(), Qt.AlignmentFlag.AlignVCenter
        painter.setFont(now.font("caption"))
        painter.setPen(QColor(now.palette.muted))
        wide = painter.fontMetrics().horizontalAdvance(item.side) + (12 if item.side else 0)
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, item.side)
        painter.setFont(now.font(bold=True))
        painter.setPen(QColor(now.palette.ink))
        room = rect.adjusted(0, 0, -wide, 0)
        shown = painter.fontMetrics().elidedText(item.title, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, middle, shown)

    def _marked(self, painter: QPainter, rect: QRectF, text: str) -> None:
        now, left, metrics = theme(), rect.left(), painter.fontMetrics()
        for place, piece in enumerate(text.replace("\x03", "\x02").split("\x02")):
            room = rect.right() - left
            if room < metrics.averageCharWidth() * 2:
                return
            shown, found = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, int(room)), bool(place % 2)
            wide = metrics.horizontalAdvance(shown)
            if found:
                painter.fillRect(
                    QRectF(left - 1, rect.top(), wide + 2, rect.height()), QColor(LIGHT.mark("question")[0])
                )
            painter.setPen(QColor(LIGHT.ink if found else now.palette.muted))
            painter.drawText(QRectF(left, rect.top(), wide + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            left += wide


class LineList(QListView):
    """`chosen` carries the key of the row that the keyboard or mouse stands on, `opened` that of Enter or a click."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.items = _Model()
        self.setModel(self.items)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.clicked.connect(lambda index: self.opened.emit(index.data(ROW).key))

    def show_items(self, items: Sequence[LineItem]) -> None:
        """Replace the rows."""
        self.items.show(items)

    def stand_on(self, key: object) -> None:
        """Choose the row with a key, else the first."""
        rows = [place for place, item in enumerate(self.items.items) if item.key == key] or [0]
        if self.items.items:
            self.setCurrentIndex(self.items.index(rows[0]))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.data(ROW).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().data(ROW).key)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
