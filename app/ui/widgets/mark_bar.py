"""The small bar under chosen words: the seven kinds of marks with their keys."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton, QWidget

from app.domain.marks import MARK_NAMES, MarkKind
from app.ui import icons
from app.ui.theme import theme
from app.ui.widgets.badges import draw_mark

_SHORT = {MarkKind.OPINION: "Opinion", MarkKind.EVIDENCE: "Evidence"}
_GAP = 6


class _Cell(QToolButton):
    """One kind: its sign, its key, its name."""

    def __init__(self, name: str, key: str, kind: MarkKind | None, full: str) -> None:
        super().__init__()
        self._name, self._key, self._kind = name, key, kind
        self.setAccessibleName(f"{full}, key {key}")
        self.setToolTip(f"{full}   {key}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(max(theme().px(58), metrics.horizontalAdvance(self._name) + 14), theme().px(50))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        under = self.underMouse() or self.hasFocus()
        if under:
            edge = now.palette.focus if self.hasFocus() else now.palette.outline
            painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
            painter.setBrush(QColor(now.palette.hover))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        side = now.px(22)
        painter.setFont(now.font("caption"))
        key_wide = painter.fontMetrics().horizontalAdvance(self._key) + now.px(10)
        left, top = (self.width() - side - 4 - key_wide) / 2, now.px(5)
        sign = QRectF(left, top, side, side)
        if self._kind is not None:
            draw_mark(painter, sign, self._kind.value)
        else:
            icons.draw(painter, "link", sign, now.palette.primary, 1.8)
        key = QRectF(left + side + 4, top + 1, key_wide, side - 2)
        painter.setPen(QPen(QColor(now.palette.line), 1))
        painter.setBrush(QColor(now.palette.paper))
        painter.drawRoundedRect(key, 4, 4)
        painter.setPen(QColor(now.palette.muted))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.setPen(QColor(now.palette.ink))
        below = QRectF(0, top + side, self.width(), self.height() - top - side - 3)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._name)


class MarkBar(QFrame):
    """`chosen` carries the kind. With `proof_for` one more cell sends the words to the proof of an issue."""

    chosen = Signal(object)
    proof_chosen = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setProperty("look", "card-strong")
        self.setAccessibleName("Mark the chosen words")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 4, 4, 4)
        self._grid.setSpacing(2)
        self._cells: list[_Cell] = []
        for number, kind in enumerate(MarkKind, 1):
            cell = _Cell(_SHORT.get(kind, MARK_NAMES[kind]), str(number), kind, MARK_NAMES[kind])
            cell.clicked.connect(lambda _on=False, kind=kind: self.chosen.emit(kind))
            self._cells.append(cell)
        self._proof = _Cell("Proof", "P", None, "Send to the proof of the issue")
        self._proof.clicked.connect(lambda: self.proof_chosen.emit())
        self._cells.append(self._proof)
        self._columns = 0
        self.proof_for = False
        self.hide()

    def show_below(self, box: QRect) -> None:
        """Show it just under `box` (pixels of the parent), inside the parent; above when there is no room below."""
        room = self._view.rect().adjusted(8, 8, -8, -8)
        self._arrange(room.width())
        size = self.sizeHint()
        left = max(room.left(), min(box.center().x() - size.width() // 2, room.right() - size.width()))
        top = box.bottom() + _GAP
        if top + size.height() > room.bottom():
            top = box.top() - size.height() - _GAP
        self.setGeometry(QRect(left, max(room.top(), top), size.width(), size.height()))
        self.show()
        self.raise_()

    def _arrange(self, width: int) -> None:
        cells = [cell for cell in self._cells if cell is not self._proof or self.proof_for]
        self._proof.setVisible(self.proof_for)
        wide = max(cell.sizeHint().width() for cell in cells) + 2
        columns = len(cells) if sum(c.sizeHint().width() + 2 for c in cells) + 10 <= width else max(2, width // wide)
        columns = min(columns, (len(cells) + 1) // 2) if columns < len(cells) else columns
        if columns + 100 * self.proof_for == self._columns:
            return
        self._columns = columns + 100 * self.proof_for
        for index, cell in enumerate(cells):
            self._grid.removeWidget(cell)
            self._grid.addWidget(cell, index // columns, index % columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Numbers choose, arrows go along, Esc closes."""
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_7:
            self.chosen.emit(tuple(MarkKind)[key - Qt.Key.Key_1])
        elif key == Qt.Key.Key_P and self.proof_for:
            self.proof_chosen.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(key == Qt.Key.Key_Right)
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
