"""The pages of a giant file in rows, with a coloured edge where a document begins. Only what can be seen is drawn and asked for."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from app.ui.screens.split import presenter
from app.ui.screens.split.paint import CellPainter
from app.ui.screens.split.presenter import Strip
from app.ui.theme import theme
from app.ui.widgets.pages.images import Fetch, ImageKey, PageImages
from app.ui.widgets.toast import announce

_MEMORY = 48 * 1024 * 1024
_POINTS = 595.0
THUMB = 92
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_MOVE_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class PageGrid(QAbstractScrollArea):
    """`current_changed` carries a page; the others what a person asks for. With the letter M a boundary is taken up and follows
    the arrow keys until M or Enter puts it down."""

    current_changed = Signal(int)
    hovered = Signal(int)
    cut_asked = Signal(int)
    join_asked = Signal(int)
    move_asked = Signal(int, int)
    open_asked = Signal(int)

    def __init__(self, fetch: Fetch) -> None:
        super().__init__()
        self.strip: Strip | None = None
        self.current = 1
        self.moving = 0
        self.kinds: Mapping[str, str] = {}
        self.images = PageImages(fetch, self, _MEMORY)
        self.images.ready.connect(self._came)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Pages of the file")
        self._wishes = QTimer(self, singleShot=True, interval=50)
        self._wishes.timeout.connect(self._ask)
        self._wanted: list[ImageKey] = []
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.viewport().update())

    # what is shown

    def show_strip(self, strip: Strip, kinds: Mapping[str, str]) -> None:
        """Show a file; the place stays."""
        self.strip, self.kinds, self.moving = strip, kinds, 0
        self.current = max(1, min(self.current, strip.pages))
        self._measure()
        self.viewport().update()

    def go_to(self, page: int) -> None:
        """Make a page the current one and bring it into sight."""
        if self.strip is None:
            return
        self.current = max(1, min(page, self.strip.pages))
        self._show_current()
        words = presenter.spoken(self.strip, self.current)
        self.setAccessibleDescription(words)
        announce(self, words)
        self.current_changed.emit(self.current)
        self.viewport().update()

    def _show_current(self) -> None:
        """Scroll no further than is needed to see the whole cell."""
        top = self._place(self.current).y()
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value():
            bar.setValue(top)
        elif top + self.cell.height() > bar.value() + high:
            bar.setValue(min(top, top + self.cell.height() - high))

    # measures

    @property
    def cell(self) -> QSize:
        """One page with the words above it."""
        return QSize(max(THUMB + 24, theme().px(112)), self.words_height + round(THUMB * 1.42) + theme().px(22) + 12)

    @property
    def words_height(self) -> int:
        """Room for the heading of a document."""
        return theme().px(40)

    @property
    def columns(self) -> int:
        """Pages beside each other."""
        return max(1, (self.viewport().width() - 16) // self.cell.width())

    def _place(self, page: int) -> QPoint:
        line, column = divmod(page - 1, self.columns)
        return QPoint(8 + column * self.cell.width(), 8 + line * self.cell.height())

    def page_at(self, at: QPoint) -> int:
        """The page under a point of the viewport, 0 for none."""
        column = (at.x() - 8) // self.cell.width()
        line = (at.y() + self.verticalScrollBar().value() - 8) // self.cell.height()
        page = line * self.columns + column + 1
        inside = self.strip is not None and 0 <= column < self.columns and 1 <= page <= self.strip.pages
        return int(page) if inside else 0

    def _measure(self) -> None:
        if self.strip is None:
            return
        lines = -(-self.strip.pages // self.columns)
        high = lines * self.cell.height() + 16
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, high - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self.cell.height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = self.strip is not None and self._sees(self.current, event.oldSize().height())
        super().resizeEvent(event)
        self._measure()
        if seen:
            self._show_current()

    def _sees(self, page: int, high: int) -> bool:
        """Whether a cell was in sight of a viewport `high` pixels high."""
        top, value = self._place(page).y(), self.verticalScrollBar().value()
        return value - self.cell.height() < top < value + high

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().colour("paper"))
        if self.strip is None:
            return
        shift, tall = self.verticalScrollBar().value(), self.cell.height()
        first = max(0, (shift - 8) // tall) * self.columns + 1
        last = min(self.strip.pages, ((shift + self.viewport().height()) // tall + 1) * self.columns)
        drawn = CellPainter(painter, self.strip, self.kinds, self.words_height)
        cells = []
        for page in range(first, last + 1):
            corner = self._place(page) - QPoint(0, shift)
            rect = QRectF(corner.x(), corner.y(), self.cell.width(), tall)
            cells.append((page, rect))
            drawn.ground(page, rect, current=page == self.current, moving=page == self.moving)
        for page, rect in cells:
            room = min(self.strip.part(page).last - page + 1, self.columns - (page - 1) % self.columns)
            drawn.draw(page, rect, self._picture(page), room, current=page == self.current)
        if self.hasFocus():
            drawn.focus(QRectF(self._place(self.current) - QPoint(0, shift), self.cell))

    def _picture(self, page: int) -> QPixmap | None:
        key = ImageKey(page, round(THUMB * self.devicePixelRatioF() / _POINTS * 100), 0)
        found = self.images.get(key)
        if found is None:
            self._wanted.append(key)
            if not self._wishes.isActive():
                self._wishes.start()
        return found

    def _ask(self) -> None:
        wanted, self._wanted = self._wanted, []
        self.images.want(dict.fromkeys(wanted))

    def _came(self, _page: int) -> None:
        self.viewport().update()

    # hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        page = self.page_at(event.position().toPoint())
        if page and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus()
            self.go_to(page)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        page = self.page_at(event.position().toPoint())
        if page:
            self.open_asked.emit(page)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        page = self.page_at(event.position().toPoint())
        if page:
            self.hovered.emit(page)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(self.current)

    def event(self, event: QEvent) -> bool:
        """Alt with the arrows moves a boundary here and does not go back."""
        mine = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _moves(event)
        if mine:
            event.accept()
        return mine or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.strip is None:
            super().keyPressEvent(event)
        elif _moves(event):
            self._move_to(self.current, self.current + _STEPS[key])
        elif self.moving:
            self._moving_key(key)
        elif (page := self._goal(key, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))) is not None:
            self.go_to(page)
        elif not self._ask_key(key):
            super().keyPressEvent(event)

    def _goal(self, key: Qt.Key, further: bool) -> int | None:
        """The page that a key goes to."""
        if self.strip is None:
            return None
        if further and key in _STEPS:
            return self.strip.neighbour(self.current, _STEPS[key])
        lines = max(1, self.viewport().height() // self.cell.height())
        steps = {
            Qt.Key.Key_Up: -self.columns, Qt.Key.Key_Down: self.columns, Qt.Key.Key_PageUp: -self.columns * lines,
            Qt.Key.Key_PageDown: self.columns * lines, Qt.Key.Key_Home: -self.strip.pages, Qt.Key.Key_End: self.strip.pages,
            **_STEPS,
        }  # fmt: skip
        return self.current + steps[key] if key in steps else None

    def _ask_key(self, key: Qt.Key) -> bool:
        asked = {
            Qt.Key.Key_C: self.cut_asked, Qt.Key.Key_Return: self.cut_asked, Qt.Key.Key_Enter: self.cut_asked,
            Qt.Key.Key_J: self.join_asked, Qt.Key.Key_Space: self.open_asked,
        }.get(key)  # fmt: skip
        if asked is not None:
            asked.emit(self.current)
        elif key == Qt.Key.Key_M:
            self._take_up()
        return asked is not None or key == Qt.Key.Key_M

    def _take_up(self) -> None:
        if self.strip is not None and self.current > 1 and self.strip.begins(self.current):
            self.moving = self.current
            announce(self, "Taken up. Choose a page with the arrow keys, then press M.")
            self.viewport().update()

    def _moving_key(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape:
            self.moving = 0
            self.viewport().update()
        elif key in (Qt.Key.Key_M, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            page, self.moving = self.moving, 0
            self._move_to(page, self.current)
        elif (goal := self._goal(key, False)) is not None:
            self.go_to(goal)

    def _move_to(self, page: int, to: int) -> None:
        if self.strip is not None and self.strip.may_move(page, to):
            self.move_asked.emit(page, to)
            self.go_to(to)
        self.viewport().update()


def _moves(event: QKeyEvent) -> bool:
    """Alt with an arrow."""
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) and event.key() in _MOVE_KEYS
