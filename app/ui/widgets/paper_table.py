"""A table on paper: drawn, not built from fields, so that eighty rows appear at once; the cell a person goes into becomes a field."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.palette import LIGHT
from app.ui.theme import theme
from app.ui.widgets.tick_box import GrowingText

_PAD_X, _PAD_Y = 5, 4
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MOVES = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}


class PaperTable(QWidget):
    """Arrows go from cell to cell, Enter or a click goes into one, Escape or Tab leaves it. The first row is the header."""

    edited = Signal()

    def __init__(
        self, rows: Sequence[Sequence[str]], shares: Sequence[float], editor: Callable[[str], GrowingText], name: str
    ) -> None:
        super().__init__()
        self.rows = [list(row) for row in rows]
        self._shares = [share / sum(shares) for share in shares]
        self._make, self._name = editor, name or "Table"
        self._editor: GrowingText | None = None
        self._open = False
        self._at, self._locked = (1 if len(rows) > 1 else 0, 0), False
        self._tops: list[int] = [0]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._measure()
        self._say()

    # what a field of the paper can do

    def toPlainText(self) -> str:
        """All words, for counting."""
        return "\n".join(cell for row in self.rows for cell in row)

    def setReadOnly(self, locked: bool) -> None:
        """Only to be looked at."""
        self._locked = locked

    def isReadOnly(self) -> bool:
        """Whether it is only to be looked at."""
        return self._locked

    def hasFocus(self) -> bool:
        """True while the table or one of its cells has the keyboard."""
        return super().hasFocus() or (self._open and self._editor is not None and self._editor.hasFocus())

    def sizeHint(self) -> QSize:
        return QSize(200, self._tops[-1] + 1)

    # places

    def _edges(self) -> list[int]:
        """Where columns begin and end: by their shares, but none narrower than the longest word of its header."""
        metrics = self._metrics(0)
        least = [max(map(metrics.horizontalAdvance, words.split() or [""])) + 2 * _PAD_X + 2 for words in self.rows[0]]
        widths = [max(low, share * (self.width() - 1)) for low, share in zip(least, self._shares, strict=True)]
        scale, sum_, found = (self.width() - 1) / sum(widths), 0.0, [0]
        for width in widths:
            sum_ += width * scale
            found.append(round(sum_))
        return found

    def _measure(self) -> None:
        edges = self._edges()
        self._tops = [0]
        for number in range(len(self.rows)):
            self._tops.append(self._tops[-1] + self._row_height(number, edges))
        if self.height() != self._tops[-1] + 1:
            self.setFixedHeight(self._tops[-1] + 1)

    def _row_height(self, number: int, edges: list[int]) -> int:
        metrics = self._metrics(number)
        high = metrics.lineSpacing()
        for column, words in enumerate(self.rows[number]):
            room = QRect(0, 0, max(10, edges[column + 1] - edges[column] - 2 * _PAD_X), 100_000)
            high = max(high, metrics.boundingRect(room, _WRAP, words).height())
        return high + 2 * _PAD_Y

    def _metrics(self, number: int) -> QFontMetrics:
        return QFontMetrics(theme().font("caption", bold=number == 0))

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell stands."""
        edges = self._edges()
        return QRect(
            edges[column], self._tops[row], edges[column + 1] - edges[column], self._tops[row + 1] - self._tops[row]
        )

    def _cell_at(self, point: QPoint) -> tuple[int, int]:
        row = next((n for n in range(len(self.rows)) if point.y() < self._tops[n + 1]), len(self.rows) - 1)
        edges = self._edges()
        return row, next((n for n in range(len(self._shares)) if point.x() < edges[n + 1]), len(self._shares) - 1)

    # going into a cell

    def edit(self, row: int, column: int) -> None:
        """Go into a cell."""
        self._at = (row, column)
        self._close()
        self._say()
        if self._locked:
            self.update()
            return
        editor = self._field()
        editor.setAccessibleName(f"{self.rows[0][column]}, row {row}")
        editor.setFont(theme().font("caption", bold=row == 0))
        editor.setPlainText(self.rows[row][column])
        self._open = True
        editor.show()
        self._place()
        editor.setFocus()

    def _field(self) -> GrowingText:
        """The one field of the table; it goes from cell to cell."""
        if self._editor is None:
            self._editor = self._make(self._name)
            self._editor.setParent(self)
            self._editor.textChanged.connect(self._typed)
            self._editor.left.connect(self._close)
        return self._editor

    @property
    def editor(self) -> GrowingText | None:
        """The field, while a person is in a cell."""
        return self._editor if self._open else None

    def _typed(self) -> None:
        if self._open and self._editor is not None:
            row, column = self._at
            self.rows[row][column] = self._editor.toPlainText()
            self._measure()
            self._place()
            self.update()
            self.edited.emit()

    def _place(self) -> None:
        if self._open and self._editor is not None:
            place = self.cell_rect(*self._at)
            self._editor.setFixedWidth(place.width() - 2)
            self._editor.move(place.x() + 1, place.y() + 1)

    def _close(self) -> None:
        if self._open and self._editor is not None:
            self._open = False
            self._editor.hide()
            self.update()

    def _say(self) -> None:
        row, column = self._at
        self.setAccessibleName(f"{self._name}: {self.rows[0][column]}, row {row}")
        self.setAccessibleDescription(self.rows[row][column])

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()
            self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.edit(*self._cell_at(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit(*self._at)
        elif event.key() == Qt.Key.Key_Escape and self._open:
            self._close()
            self.setFocus()
        elif move := _MOVES.get(Qt.Key(event.key())):
            row, column = self._at[0] + move[0], self._at[1] + move[1]
            self._at = (min(max(row, 0), len(self.rows) - 1), min(max(column, 0), len(self._shares) - 1))
            self._say()
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, edges, seen = QPainter(self), self._edges(), event.rect()
        for number, row in enumerate(self.rows):
            if self._tops[number + 1] < seen.top() or self._tops[number] > seen.bottom():
                continue
            painter.setFont(theme().font("caption", bold=number == 0))
            for column, words in enumerate(row):
                self._paint_cell(painter, QRect(edges[column], self._tops[number], edges[column + 1] - edges[column],
                                                self._tops[number + 1] - self._tops[number]), words, header=number == 0)  # fmt: skip
        if super().hasFocus():
            painter.setPen(QPen(QColor(LIGHT.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.cell_rect(*self._at).adjusted(1, 1, -1, -1))

    def _paint_cell(self, painter: QPainter, place: QRect, words: str, *, header: bool) -> None:
        painter.fillRect(place, QColor(LIGHT.neutral_tint if header else LIGHT.sheet))
        painter.setPen(QPen(QColor(LIGHT.outline), 1))
        painter.drawRect(place)
        painter.setPen(QColor(LIGHT.ink))
        painter.drawText(place.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y), _WRAP, words)
