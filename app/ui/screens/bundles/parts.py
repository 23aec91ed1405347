"""Parts of the pack screen: the meter, the tree, and the choice of documents."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QDropEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.domain import dates
from app.domain.bundles import PackItem, PackPlan, PackSpec, Section
from app.domain.documents import DocumentRow
from app.ui import icons
from app.ui.screens.bundles import presenter
from app.ui.screens.bundles.presenter import Place
from app.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.VerPattern,
)
_ROLE, _DATE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class Meter(QWidget):
    """How the pages are shared out between the sections: one bar, a pattern and a letter each."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: tuple[tuple[str, int], ...]) -> None:
        """(letter, pages) of each section."""
        self._parts = tuple(part for part in parts if part[1])
        self.setAccessibleName(
            "; ".join(f"Section {letter}: {pages} pages" for letter, pages in self._parts) or "No pages yet"
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, theme().px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total, left = sum(pages for _, pages in self._parts), 0.5
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(rect, QColor(now.palette.neutral_tint))
        painter.setFont(now.font("caption"))
        for number, (letter, pages) in enumerate(self._parts):
            part = QRectF(left, rect.top(), rect.width() * pages / total, rect.height())
            painter.fillRect(part, QColor(now.palette.primary))
            if number % len(_PATTERNS):
                painter.fillRect(part, QBrush(QColor(now.palette.surface), _PATTERNS[number % len(_PATTERNS)]))
            words = f"{letter} · {pages}"
            wide = painter.fontMetrics().horizontalAdvance(words) + 12
            if wide + 8 < part.width():
                label = QRectF(part.left() + 6, part.top() + 3, wide, part.height() - 6)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(now.palette.surface))
                painter.drawRoundedRect(label, 3, 3)
                painter.setPen(QColor(now.palette.ink))
                painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
            left += part.width()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(now.palette.outline), 1))
        painter.drawRoundedRect(rect, 4, 4)


class PackDelegate(QStyledItemDelegate):
    """Draws a section or a document with its numbers at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, max(36, theme().px(36)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, rect = theme(), QRectF(option.rect)
        section = not index.parent().isValid()
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = now.palette.selected if on else now.palette.sunk if section else now.palette.surface
        painter.fillRect(rect, QColor(ground))
        if on and index.column() == 0:
            painter.fillRect(QRectF(0, rect.top(), 3, rect.height()), QColor(now.palette.primary))
        painter.setPen(QPen(QColor(now.palette.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == 0:
            self._name(painter, rect, index, section)
        else:
            painter.setFont(now.font("body", bold=section))
            painter.setPen(QColor(now.palette.ink if index.column() == 1 else now.palette.muted))
            room = rect.adjusted(0, 0, -16, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(index.data() or ""))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(now.palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _name(self, painter: QPainter, rect: QRectF, index: Index, section: bool) -> None:
        now = theme()
        side, left = now.px(20), rect.left() + 8
        if section:
            badge = QRectF(left, rect.center().y() - side / 2 - 1, side + 2, side + 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.palette.ink))
            painter.drawRoundedRect(badge, 4, 4)
            painter.setPen(QColor(now.palette.surface))
            painter.setFont(now.font("caption", bold=True))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(index.data(_ROLE) or ""))
        else:
            icons.draw(painter, "drag", QRectF(left, rect.center().y() - side / 2, side, side), now.palette.muted)
            left += side + 4
            icons.draw(painter, "document", QRectF(left, rect.center().y() - side / 2, side, side), now.palette.muted)
        left += side + 10
        painter.setFont(now.font("body", bold=section))
        painter.setPen(QColor(now.palette.ink))
        room = QRectF(left, rect.top(), rect.right() - left - 8, rect.height())
        words = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        when = index.data(_DATE)
        if when:
            room.setLeft(left + painter.fontMetrics().horizontalAdvance(words) + 10)
            painter.setFont(now.font("caption"))
            painter.setPen(QColor(now.palette.muted))
            if painter.fontMetrics().horizontalAdvance(when) < room.width():
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, when)


class PackTree(QTreeWidget):
    """Sections and documents. Dragging or Alt with the arrows changes the order."""

    step_asked = Signal(object, int)
    remove_asked = Signal(object)
    pages_asked = Signal(object)
    rename_asked = Signal(int)
    reordered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._spec = PackSpec("", "")
        self.setColumnCount(3)
        self.setHeaderLabels(["Section and document", "Pages used", "In pack"])
        self.setItemDelegate(PackDelegate(self))
        self.setAccessibleName("The pack")
        self.setAccessibleDescription(
            "Alt with the arrow keys moves a document, Delete takes it out, Enter chooses its pages."
        )
        self.setRootIsDecorated(False)
        self.setIndentation(theme().px(20))
        self.setUniformRowHeights(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setExpandsOnDoubleClick(False)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        wide = QFontMetrics(theme().font("body", bold=True))
        for column, words in ((1, "Pages used 00"), (2, "1000–1000 00")):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, wide.horizontalAdvance(words) + 20)
        self.itemDoubleClicked.connect(lambda item, _column: self._open(item))

    def show_pack(
        self, spec: PackSpec, plan: PackPlan | None, rows: dict[int, DocumentRow], place: Place | None
    ) -> None:
        """Fill in and stand on a place."""
        self._spec = spec
        by = presenter.placed_by_place(plan) if plan is not None and plan.spec.sections == spec.sections else {}
        pages = presenter.section_pages(plan) if by else ()
        self.clear()
        for s, section in enumerate(spec.sections):
            top = QTreeWidgetItem([section.title, str(pages[s]) if s < len(pages) else "", ""])
            top.setData(0, _ROLE, section.letter)
            top.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled)
            self.addTopLevelItem(top)
            for i, item in enumerate(section.items):
                top.addChild(self._child(item, by.get((s, i)), rows))
            top.setExpanded(True)
        if place is not None:
            self._stand(place)

    def _child(self, item: PackItem, placed: Any, rows: dict[int, DocumentRow]) -> QTreeWidgetItem:
        total = rows[item.document].pages if item.document in rows else 0
        made = QTreeWidgetItem([item.title, presenter.used_words(placed, item, total), presenter.range_words(placed)])
        made.setData(0, _ROLE, item)
        made.setData(0, _DATE, dates.show(item.date) if item.date else "")
        made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled)
        return made

    def place(self) -> Place | None:
        """Where the keyboard is."""
        item = self.currentItem()
        if item is None:
            return None
        parent = item.parent()
        if parent is None:
            return self.indexOfTopLevelItem(item), -1
        return self.indexOfTopLevelItem(parent), parent.indexOfChild(item)

    def _stand(self, place: Place) -> None:
        top = self.topLevelItem(place[0])
        if top is not None:
            item = top.child(place[1]) if place[1] >= 0 else top
            self.setCurrentItem(item if item is not None else top)

    def _open(self, item: QTreeWidgetItem) -> None:
        self.setCurrentItem(item)
        place = self.place()
        if place is not None:
            self.rename_asked.emit(place[0]) if place[1] < 0 else self.pages_asked.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place, key = self.place(), event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if place is not None and alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_asked.emit(place, -1 if key == Qt.Key.Key_Up else 1)
        elif place is not None and key == Qt.Key.Key_Delete:
            self.remove_asked.emit(place)
        elif place is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.currentItem()
            if item is not None:
                self._open(item)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """After a drag the pack is read back from the tree."""
        super().dropEvent(event)
        self.reordered.emit(self._read())

    def _read(self) -> tuple[Section, ...]:
        found = []
        for number in range(self.topLevelItemCount()):
            top = self.topLevelItem(number)
            children = [top.child(i) for i in range(top.childCount())] if top is not None else []
            items = (child.data(0, _ROLE) for child in children if child is not None)
            old = self._spec.sections[number]
            found.append(Section(old.letter, old.title, tuple(i for i in items if isinstance(i, PackItem))))
        return tuple(found)


class PickList(QTreeWidget):
    """Documents to add: name, date, pages, with ticks."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderLabels(["Document", "Date", "Pages"])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAccessibleName("Documents to add")
        self.setAccessibleDescription("Space ticks a document.")
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[DocumentRow], there: set[int], shown_date: Any) -> None:
        """Documents that are not in the pack yet."""
        ticked = set(self.ticked())
        self.clear()
        for row in rows:
            if row.id in there:
                continue
            item = QTreeWidgetItem([row.title or row.path, shown_date(row.date) if row.date else "", str(row.pages)])
            item.setData(0, _ROLE, int(row.id))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked if row.id in ticked else Qt.CheckState.Unchecked)
            self.addTopLevelItem(item)

    def ticked(self) -> tuple[int, ...]:
        """Ids of the ticked documents, from top to bottom."""
        items = [self.topLevelItem(i) for i in range(self.topLevelItemCount())]
        return tuple(i.data(0, _ROLE) for i in items if i is not None and i.checkState(0) == Qt.CheckState.Checked)
