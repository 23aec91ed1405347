"""The entries by month: a lazy list, drawn by a delegate, with keys for every decision."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain import dates
from app.domain.events import EventOrigin, EventStatus, TimelineEntry
from app.ui import icons
from app.ui.screens.timeline.presenter import MonthRow, Row, TimelineView, described
from app.ui.theme import theme
from app.ui.widgets.badges import draw_mark, draw_organisation

ENTRY = Qt.ItemDataRole.UserRole
_BATCH = 3000
Index = QModelIndex | QPersistentModelIndex


class EntryModel(QAbstractListModel):
    """Rows of a `TimelineView`."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ENTRY:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.title}, {row.number}" if isinstance(row, MonthRow) else described(row)
        if (
            role == Qt.ItemDataRole.ToolTipRole
            and isinstance(row, TimelineEntry)
            and row.status is EventStatus.SUGGESTED
        ):
            return f"Why this date: {row.reason}" if row.reason else None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], MonthRow):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class EntryDelegate(QStyledItemDelegate):
    """Draws a month heading or an entry. `pressed` carries (entry, "confirm" or "more")."""

    pressed = Signal(object, str)

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.badges: Any = {}
        self._sizes: tuple[QSize, QSize] | None = None

    def forget_sizes(self) -> None:
        """The text size changed."""
        self._sizes = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._sizes is None:
            now = theme()
            two = QFontMetrics(now.font()).height() + QFontMetrics(now.font("caption")).height()
            self._sizes = (QSize(100, now.px(32)), QSize(100, max(now.px(52), two + 18)))
        return self._sizes[0 if isinstance(index.data(ENTRY), MonthRow) else 1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if isinstance(row, MonthRow):
            self._month(painter, rect, row)
        else:
            state = option.state
            self._entry(painter, rect, row, state)
        painter.restore()

    def _month(self, painter: QPainter, rect: QRectF, row: MonthRow) -> None:
        now = theme()
        painter.fillRect(rect, QColor(now.palette.sunk))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(now.palette.line))
        inner = rect.adjusted(16, 0, -16, 0)
        left = self._words(painter, inner, row.title, "body", now.palette.ink, bold=True)
        painter.setFont(now.font("caption"))
        number = painter.fontMetrics().horizontalAdvance(row.number) + 8
        room = QRectF(left + 10, inner.top(), inner.right() - left - 10 - number, inner.height())
        self._words(painter, room, row.about, "caption", now.palette.muted)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.number)

    def _entry(self, painter: QPainter, rect: QRectF, entry: TimelineEntry, state: QStyle.StateFlag) -> None:
        now = theme()
        p = now.palette
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        mine = entry.origin is EventOrigin.PARENT
        suggested = entry.status is EventStatus.SUGGESTED
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, QColor(p.selected if chosen else p.hover if hover else p.paper if mine else p.surface))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(p.line))
        if chosen:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(p.primary))
        sign = "pen" if mine else "suggested" if suggested else "confirmed"
        self._square_icon(painter, sign, rect.left() + 12, rect, 16, p.muted if suggested else p.ink)
        left = rect.left() + 12 + now.px(16) + 12
        left = self._date(painter, rect, left, entry, suggested, chosen)
        side = now.px(20)
        badge = QRectF(left, rect.center().y() - side / 2, side, side)
        letter, colour = ("", 0) if mine else self.badges.get(entry.organisation, ("?", 6))
        draw_organisation(painter, badge, letter, colour)
        right = self._right(painter, rect, entry, suggested)
        self._lines(
            painter, QRectF(badge.right() + 8, rect.top(), right - badge.right() - 16, rect.height()), entry, chosen
        )
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(p.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _date(
        self, painter: QPainter, rect: QRectF, left: float, entry: TimelineEntry, suggested: bool, chosen: bool
    ) -> float:
        now = theme()
        wide = now.px(96)
        words = short_date(entry.date)
        font = now.font("body", bold=chosen and not suggested, italic=suggested)
        painter.setFont(font)
        painter.setPen(QColor(now.palette.ink))
        if painter.fontMetrics().horizontalAdvance(words) > wide:
            painter.setFont(now.font("caption", italic=suggested))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, wide)
        box = QRectF(left, rect.top(), wide, rect.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        if suggested:
            metrics = painter.fontMetrics()
            y = round(rect.center().y() + metrics.height() / 2) + 0.5
            painter.setPen(QPen(QColor(now.palette.outline), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(left, y), QPointF(left + metrics.horizontalAdvance(shown), y))
        return left + wide + 8

    def _lines(self, painter: QPainter, room: QRectF, entry: TimelineEntry, chosen: bool) -> None:
        now = theme()
        p = now.palette
        first_height = QFontMetrics(now.font()).height()
        second = entry.note or entry.quote
        both = first_height + (QFontMetrics(now.font("caption")).height() if second else 0)
        top = room.center().y() - both / 2
        line = QRectF(room.left(), top, room.width(), first_height)
        right = self._words(painter, line, entry.title, "body", p.ink, bold=chosen)
        tail = "· my own entry" if entry.origin is EventOrigin.PARENT else "· suggested date"
        if entry.origin is EventOrigin.PARENT or entry.status is EventStatus.SUGGESTED:
            painter.setFont(now.font("caption"))
            if painter.fontMetrics().horizontalAdvance(tail) < line.right() - right - 5:
                self._words(
                    painter, QRectF(right + 5, top, line.right() - right - 5, first_height), tail, "caption", p.muted
                )
        if second:
            under = QRectF(room.left(), top + first_height, room.width(), both - first_height)
            self._words(painter, under, quoted(entry), "caption", p.ink if chosen else p.muted)

    def _right(self, painter: QPainter, rect: QRectF, entry: TimelineEntry, suggested: bool) -> float:
        now, right = theme(), rect.right() - 12
        if suggested:
            for box, icon in zip(self.buttons(rect), ("check", "dots"), strict=True):
                painter.setPen(QPen(QColor(now.palette.outline), 1))
                painter.setBrush(QColor(now.palette.surface))
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
                inset = box.width() * 0.22
                icons.draw(painter, icon, box.adjusted(inset, inset, -inset, -inset), now.palette.ink)
            right = self.buttons(rect)[0].left() - 4
        side = now.px(24)
        for kind in reversed(entry.marks[:3]):
            draw_mark(painter, QRectF(right - side, rect.center().y() - side / 2, side, side), kind)
            right -= side + 8
        return right

    def buttons(self, rect: QRectF) -> tuple[QRectF, QRectF]:
        """Where "confirm" and "more" are in a row."""
        side = max(32, theme().px(30))
        top = rect.center().y() - side / 2
        more = QRectF(rect.right() - 12 - side, top, side, side)
        return more.translated(-side - 4, 0), more

    def editorEvent(self, event: QEvent, model: Any, option: QStyleOptionViewItem, index: Index) -> bool:
        row = index.data(ENTRY)
        ours = isinstance(event, QMouseEvent) and isinstance(row, TimelineEntry) and row.status is EventStatus.SUGGESTED
        if ours and isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            for box, name in zip(self.buttons(QRectF(option.rect)), ("confirm", "more"), strict=True):
                if box.contains(event.position()):
                    self.pressed.emit(row, name)
                    return True
        return super().editorEvent(event, model, option, index)

    def _square_icon(self, painter: QPainter, name: str, left: float, rect: QRectF, side: int, colour: str) -> None:
        grown = theme().px(side)
        icons.draw(painter, name, QRectF(left, rect.center().y() - grown / 2, grown, grown), colour)

    def _words(self, painter: QPainter, rect: QRectF, text: str, role: str, colour: str, bold: bool = False) -> float:
        painter.setFont(theme().font(role, bold=bold))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(rect.width())))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
        return rect.left() + painter.fontMetrics().horizontalAdvance(shown)


def quoted(entry: TimelineEntry) -> str:
    """The second line: the parent's note, or the words of the record in quotation marks."""
    if entry.note:
        return entry.note
    quote = " ".join(entry.quote.split())
    return quote if not quote or quote[0] in "“\"'‘" or entry.origin is EventOrigin.DOCUMENT else f"“{quote}”"


def short_date(edtf: str) -> str:
    """A date short enough for the column: "14 Oct 2021", "Autumn 2021", "Oct 2021"."""
    shown = dates.show(edtf)
    for long, short in (
        (" term ", " "),
        (", first half", " 1"),
        (", second half", " 2"),
        ("January", "Jan"),
        ("February", "Feb"),
    ):
        shown = shown.replace(long, short)
    return shown


class EntryList(QListView):
    """`chosen` carries the current entry or None; `wanted` (action, entries) with confirm, change, dismiss, add or open.
    `looked_at` carries the keys of the first and last month in sight."""

    chosen = Signal(object)
    wanted = Signal(str, object)
    looked_at = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows = EntryModel()
        self.setModel(self.rows)
        self.cells = EntryDelegate(self)
        self.setItemDelegate(self.cells)
        self.setProperty("look", "surface")
        self.setAccessibleName("Entries")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.doubleClicked.connect(self._opened)
        self._view: TimelineView | None = None

    def show_view(self, view: TimelineView) -> None:
        """Show other rows; the current entry stays current when it is still there."""
        held = self.current()
        at = self.verticalScrollBar().value()
        self._view = view
        self.cells.badges = view.badges
        self.rows.show_rows(view.rows)
        row = self._row_of(held.id) if held is not None else -1
        if row >= 0:
            self._choose(row)
            self.verticalScrollBar().setValue(at)
        self._scrolled()

    def current(self) -> TimelineEntry | None:
        """The entry that has the keyboard."""
        index = self.currentIndex()
        row = index.data(ENTRY) if index.isValid() else None
        return row if isinstance(row, TimelineEntry) else None

    def selected(self) -> tuple[TimelineEntry, ...]:
        """Selected entries, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(r for n in rows if isinstance(r := self.rows.rows[n], TimelineEntry))

    def choose_entry(self, known: int) -> bool:
        """Make an entry current by id; False when it is not in the list."""
        row = self._row_of(known)
        if row >= 0:
            self._choose(row)
            self.scrollTo(self.rows.index(row), QAbstractItemView.ScrollHint.PositionAtCenter)
        return row >= 0

    def go_to_month(self, key: str) -> None:
        """Bring a month to the top: the first heading not before it."""
        if self._view is None or not self._view.months:
            return
        later = [month for month in self._view.months if month >= key]
        month = later[0] if later else list(self._view.months)[-1]
        row = self._view.months[month]
        self.scrollTo(self.rows.index(row), QAbstractItemView.ScrollHint.PositionAtTop)
        if row + 1 < len(self.rows.rows):
            self._choose(row + 1)
        self._scrolled()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.current())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "cells"):
            self.cells.forget_sizes()
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._scrolled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions = {
            Qt.Key.Key_C: "confirm",
            Qt.Key.Key_D: "change",
            Qt.Key.Key_X: "dismiss",
            Qt.Key.Key_Delete: "dismiss",
        }
        key = Qt.Key(event.key())
        if key in actions and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.wanted.emit(actions[key], self.selected())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._opened()
        else:
            super().keyPressEvent(event)

    def _opened(self, *_: object) -> None:
        entry = self.current()
        if entry is not None:
            self.wanted.emit("open", (entry,))

    def _row_of(self, known: int) -> int:
        return next(
            (n for n, row in enumerate(self.rows.rows) if isinstance(row, TimelineEntry) and row.id == known), -1
        )

    def _choose(self, row: int) -> None:
        index = self.rows.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _scrolled(self, *_: object) -> None:
        top = self.indexAt(self.viewport().rect().topLeft() + self.viewport().rect().topLeft())
        bottom = self.indexAt(self.viewport().rect().bottomLeft())
        first = self._month_at(top.row() if top.isValid() else 0)
        last = self._month_at(bottom.row() if bottom.isValid() else len(self.rows.rows) - 1)
        if first and last:
            self.looked_at.emit(first, last)

    def _month_at(self, row: int) -> str:
        while 0 <= row < len(self.rows.rows):
            held = self.rows.rows[row]
            if isinstance(held, MonthRow):
                return held.key
            row -= 1
        return ""
