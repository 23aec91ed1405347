"""The table of documents: a lazy model over values, and how its rows are drawn."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.domain import dates
from app.domain.documents import DocumentRow, ReadState
from app.domain.people import Organisation
from app.ui.models.document_words import list_chips, ordinal
from app.ui.theme import theme
from app.ui.widgets.badges import draw_organisation
from app.ui.widgets.chip import chip_size, draw_chip
from app.ui.widgets.facets import draw_tick

Index = QModelIndex | QPersistentModelIndex
TICK, TITLE, KIND, CAME, DATE, STATUS = range(6)
_HEADS = ("", "Document", "Kind", "Came in", "Date", "Status")
_WIDTHS = (40, 220, 112, 76, 104, 112)
SORT_BY = {TITLE: ("title", "title"), KIND: ("kind", "kind"), CAME: ("came", "came"), DATE: ("newest", "oldest")}
_PAD = 8


class DocumentsModel(QAbstractTableModel):
    """Rows as they are to be shown. Nothing is copied: the view asks for what it draws."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[DocumentRow, ...] = ()
        self.kinds: Mapping[str, str] = {}
        self.organisations: dict[int, Organisation] = {}

    def show_rows(
        self, rows: tuple[DocumentRow, ...], kinds: Mapping[str, str], organisations: Sequence[Organisation]
    ) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.rows, self.kinds = rows, kinds
        self.organisations = {o.id: o for o in organisations}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.path if index.column() == TITLE else row.problem or None
        return (
            "",
            row.title or row.path.rsplit("/", 1)[-1],
            self.kinds.get(row.kind, row.kind),
            ordinal(row.disclosure_number),
            dates.show(row.date) if row.date else "",
            ", ".join(chip.text for chip in list_chips(row)),
        )[index.column()]


class RowDelegate(QStyledItemDelegate):
    """Draws one cell. A chosen row has a tint and a bar at its left edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, max(36, theme().px(36)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, model = theme(), index.model()
        assert isinstance(model, DocumentsModel)
        row, rect = model.rows[index.row()], QRectF(option.rect)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(now.palette.selected if on else now.palette.surface))
        painter.setPen(QPen(QColor(now.palette.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == TICK:
            if on:
                painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(now.palette.primary))
            side = now.px(18)
            draw_tick(painter, QRectF(rect.left() + 16, rect.center().y() - side / 2, side, side), on)
        elif index.column() == STATUS:
            self._chips(painter, rect, row)
        else:
            self._words(painter, rect, row, index)
        self._focus(painter, rect, option, index)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRectF, row: DocumentRow, index: Index) -> None:
        now, column = theme(), index.column()
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        unread = row.read is ReadState.UNREAD
        if column == TITLE:
            if unread:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(now.palette.primary))
                painter.drawEllipse(QPointF(room.left() + 4, room.center().y()), 4, 4)
            room.setLeft(room.left() + 16)
        if column == CAME:
            side = now.px(20)
            known = index.model().organisations.get(row.organisation)  # type: ignore[attr-defined]
            if known is not None:
                draw_organisation(
                    painter, QRectF(room.left(), room.center().y() - side / 2, side, side), known.sign, known.colour
                )
            room.setLeft(room.left() + side + 4)
        small = column in (KIND, CAME)
        painter.setFont(now.font("caption") if small else now.font("body", bold=column == TITLE and unread))
        painter.setPen(QColor(now.palette.muted if column == KIND else now.palette.ink))
        words = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _chips(self, painter: QPainter, rect: QRectF, row: DocumentRow) -> None:
        now, left = theme(), rect.left() + _PAD
        for chip in list_chips(row):
            black = chip.icon == "redacted"
            size = chip_size(chip.text, "" if black else chip.icon)
            wide = size.width() + (now.px(18) if black else 0)
            if left + wide > rect.right():
                return
            at = QPointF(left, rect.center().y() - size.height() / 2)
            if black:
                self._redaction(painter, at, chip.text, size)
            else:
                draw_chip(painter, at, chip.text, chip.tone, chip.icon)
            left += wide + 4

    def _redaction(self, painter: QPainter, at: QPointF, words: str, size: QSize) -> None:
        now = theme()
        extra = now.px(18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.palette.neutral_tint))
        painter.drawRoundedRect(QRectF(at, QSize(size.width() + extra, size.height()).toSizeF()), 6, 6)
        painter.fillRect(QRectF(at.x() + 8, at.y() + size.height() / 2 - 4, now.px(13), 8), QColor(now.palette.ink))
        painter.setFont(now.font("caption"))
        painter.setPen(QColor(now.palette.ink))
        painter.drawText(
            QRectF(at.x() + 6 + extra, at.y(), size.width(), size.height()), Qt.AlignmentFlag.AlignVCenter, words
        )

    def _focus(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        if not isinstance(view, QTableView) or not view.hasFocus() or view.currentIndex().row() != index.row():
            return
        painter.setPen(QPen(QColor(theme().palette.focus), 2))
        painter.drawLine(rect.topLeft() + QPointF(0, 1), rect.topRight() + QPointF(0, 1))
        painter.drawLine(rect.bottomLeft() - QPointF(0, 1), rect.bottomRight() - QPointF(0, 1))


class DocumentsTable(QTableView):
    """`opened` carries the row to read; `read_asked` when Space is pressed; `sort_asked` the name of an order."""

    opened = Signal(int)
    read_asked = Signal()
    sort_asked = Signal(str)
    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.documents = DocumentsModel()
        self._narrow = False
        self.setModel(self.documents)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName("Documents")
        self.setAccessibleDescription(
            "Enter opens a document, Space marks it as read, Ctrl and arrows with Ctrl+Space choose several."
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setMouseTracking(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(36, theme().px(36)))
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.sectionClicked.connect(self._head_clicked)
        self._sort = "newest"
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.activated.connect(lambda index: self.opened.emit(index.row()))
        self._spread()

    def chosen_rows(self) -> tuple[DocumentRow, ...]:
        """The rows that are chosen, from top to bottom."""
        return tuple(
            self.documents.rows[i] for i in sorted(index.row() for index in self.selectionModel().selectedRows())
        )

    def show_sort(self, sort: str) -> None:
        """Which order the rows are in, for the next click on a head."""
        self._sort = sort

    def set_narrow(self, narrow: bool) -> None:
        """With little room only the name, the date and the status are shown."""
        self._narrow = narrow
        for column in (KIND, CAME):
            self.setColumnHidden(column, narrow)
        self._spread()

    def _head_clicked(self, column: int) -> None:
        if column == TICK:
            self.clearSelection() if len(self.chosen_rows()) == len(self.documents.rows) else self.selectAll()
        elif column in SORT_BY:
            first, second = SORT_BY[column]
            self.sort_asked.emit(second if self._sort == first else first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        widths = [theme().px(width) for width in _WIDTHS]
        shown = [column for column in range(len(widths)) if not self.isColumnHidden(column)]
        others = sum(widths[column] for column in shown if column != TITLE)
        widths[TITLE] = max(theme().px(140), self.viewport().width() - others)
        for column in shown:
            self.setColumnWidth(column, widths[column])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box adds to what is chosen."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == TICK and event.button() == Qt.MouseButton.LeftButton:
            flags = self.selectionModel().SelectionFlag.Toggle | self.selectionModel().SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.read_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.clearSelection()
        else:
            super().keyPressEvent(event)
