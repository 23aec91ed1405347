"""Hands on the pages: what the mouse and the keys do. Choosing words works alike on digital and scanned pages."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.marks import Mark
from app.ui.widgets.pages import selecting
from app.ui.widgets.pages.canvas import PageCanvas
from app.ui.widgets.pages.images import Fetch
from app.ui.widgets.pages.selecting import NOTHING, Choice
from app.ui.widgets.pages.words import PageWords

_STEPS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
}
_REACH = 14.0
_SMALLEST_AREA = 6.0


class ReadingPages(PageCanvas):
    """Pages that words and areas can be chosen on."""

    mark_clicked = Signal(int)
    let_go = Signal()
    """The mouse was released: what is chosen now stays."""

    kind_pressed = Signal(int)
    menu_asked = Signal(QPoint, object)
    """Where, in global pixels, and the mark under the pointer or None."""

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(fetch, parent)
        self.setAccessibleDescription(
            "Arrow keys go from word to word. Hold Shift to choose words, then press 1 to 7 to mark them."
        )
        self._pressed: tuple[int, float, float] | None = None
        self._area = False
        self._drag_from = QPoint()
        self._since_double = QTimer(self, singleShot=True)
        self._edge = QTimer(self, interval=40)
        self._edge.timeout.connect(self._scroll_at_edge)
        self._pointer = QPoint()

    # mouse

    def page_at(self, at: QPointF) -> int | None:
        """The page under a point of the viewport, or None on the desk."""
        if not self.column.count:
            return None
        x, y = at.x() + self.offset.x(), at.y() + self.offset.y()
        place = self.column.page(self.column.at(y))
        inside = place.x <= x <= place.x + place.width and place.y <= y <= place.y + place.height
        return place.number if inside else None

    def mark_at(self, at: QPointF) -> Mark | None:
        """The mark under a point of the viewport; of several the smallest."""
        page = self.page_at(at)
        hits = [
            mark
            for mark in self.marks
            if mark.anchor.page == page
            and (
                any(self.box(mark.anchor.page, rect).contains(at) for rect in self.mark_rects(mark))
                or self.sign_box(mark).contains(at)
            )
        ]
        return min(hits, key=lambda mark: len(mark.anchor.exact) or 10_000, default=None)

    def _point(self, page: int, at: QPointF) -> tuple[float, float]:
        return self.column.to_page(page, at.x() + self.offset.x(), at.y() + self.offset.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to choose words, or an area with Alt."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        page = self.page_at(at)
        if page is None:
            self.set_choice(NOTHING)
            return
        x, y = self._point(page, at)
        self._drag_from = at.toPoint()
        if self._third_click(at):
            self._choose_line(page, x, y)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.choice.page == page:
            self._pressed, self._area = (page, x, y), False
            self._reach_to(page, x, y)
            return
        self._pressed = (page, x, y)
        self._area = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        words = self.words.get(page)
        index = words.nearest(x, y, _REACH) if words else None
        self.set_choice(NOTHING if index is None else Choice(page, index))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose as far as the pointer; show the hand over marks and the bar over words."""
        at = event.position()
        if self._pressed is None:
            self._show_pointer(at)
            return
        self._pointer = at.toPoint()
        if (self._pointer - self._drag_from).manhattanLength() < QApplication.startDragDistance() // 2:
            return
        self._drag(at)
        outside = not self.viewport().rect().adjusted(0, 16, 0, -16).contains(self._pointer)
        if outside != self._edge.isActive():
            self._edge.start() if outside else self._edge.stop()

    def _drag(self, at: QPointF) -> None:
        if self._pressed is None:
            return
        page, x0, y0 = self._pressed
        x, y = self._point(page, at)
        if self._area:
            if abs(x - x0) > _SMALLEST_AREA and abs(y - y0) > _SMALLEST_AREA:
                self.set_choice(Choice(page, area=(min(x0, x), min(y0, y), max(x0, x), max(y0, y))))
            return
        words = self.words.get(page)
        if words is None:
            return
        first = self.choice.anchor if self.choice.has_words else words.nearest(x0, y0)
        last = words.nearest(x, y)
        if first is not None and last is not None:
            self.set_choice(Choice(page, last, first))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End of choosing; a plain click on a mark opens it."""
        self._edge.stop()
        pressed, self._pressed = self._pressed, None
        if event.button() == Qt.MouseButton.LeftButton and pressed and self.choice.is_empty:
            mark = self.mark_at(event.position())
            if mark is not None:
                self.mark_clicked.emit(mark.id)
        self.let_go.emit()

    @property
    def dragging(self) -> bool:
        """True while the mouse is choosing."""
        return self._pressed is not None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks choose a word; a third chooses the line."""
        page = self.page_at(event.position())
        words = self.words.get(page) if page else None
        if page is None or words is None:
            return
        index = words.nearest(*self._point(page, event.position()), _REACH)
        if index is not None:
            self.set_choice(selecting.choose_word(words, index))
            self._since_double.start(QApplication.doubleClickInterval())

    def _third_click(self, at: QPointF) -> bool:
        near = (at.toPoint() - self._drag_from).manhattanLength() <= QApplication.startDragDistance()
        return self._since_double.isActive() and near

    def _choose_line(self, page: int, x: float, y: float) -> None:
        words = self.words.get(page)
        index = words.nearest(x, y) if words else None
        if words is not None and index is not None:
            self.set_choice(selecting.choose_line(words, index))

    def _reach_to(self, page: int, x: float, y: float) -> None:
        words = self.words.get(page)
        index = words.nearest(x, y) if words else None
        if index is not None:
            anchor = self.choice.anchor if self.choice.has_words else self.choice.caret
            self.set_choice(Choice(page, index, anchor))

    def _show_pointer(self, at: QPointF) -> None:
        page = self.page_at(at)
        words = self.words.get(page) if page else None
        shape = Qt.CursorShape.ArrowCursor
        if page is not None and words is not None and words.nearest(*self._point(page, at), _REACH) is not None:
            shape = Qt.CursorShape.IBeamCursor
        mark = self.mark_at(at) if page else None
        tip = self._unsure_tip(page, at) if page is not None and mark is None else ""
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if mark else shape)
        self.viewport().setToolTip(mark.note if mark else tip)

    def _unsure_tip(self, page: int, at: QPointF) -> str:
        words = self.words.get(page)
        index = words.nearest(*self._point(page, at), 0.5) if words is not None and self.unsure else None
        if words is None or index is None or not words.is_unsure(index):
            return ""
        word = words.words[index]
        return f"We read “{words.text[word.start : word.end]}” and are not sure. Choose it and press E to put it right."

    def _scroll_at_edge(self) -> None:
        step = 24 if self._pointer.y() > self.viewport().height() / 2 else -24
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + step)
        self._drag(QPointF(self._pointer))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A right click asks for the menu of the choice or of the mark under it."""
        self.menu_asked.emit(event.globalPos(), self.mark_at(QPointF(self.viewport().mapFromGlobal(event.globalPos()))))

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the caret word by word, Shift chooses, 1 to 7 mark, Esc lets go."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        plain = not modifiers & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_7 and not self.choice.is_empty:
            self.kind_pressed.emit(key - Qt.Key.Key_0)
        elif key == Qt.Key.Key_Escape and self.choice != NOTHING:
            self.set_choice(selecting.without_choice(self.choice) if not self.choice.is_empty else NOTHING)
        elif plain and key in _STEPS and self._move(_STEPS[key], shift):
            event.accept()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(1 if key == Qt.Key.Key_Home else self.column.count)
        else:
            super().keyPressEvent(event)

    def _move(self, step: str, extend: bool) -> bool:
        """True when the caret took the key; up and down scroll until there is a caret."""
        if self.choice.page == 0:
            if step not in ("left", "right"):
                return False
            return self._put_caret()
        words = self.words.get(self.choice.page)
        if words is None or not words.words:
            return False
        after = selecting.moved(self.choice, words, step, extend)
        if after == self.choice and not extend and self._turn_page(words, step):
            return True
        self.set_choice(after)
        self._show_caret()
        return True

    def _put_caret(self) -> bool:
        for page in self.visible_pages():
            words = self.words.get(page)
            for index, word in enumerate(words.words if words else ()):
                box = self.box(page, (word.x0, word.y0, word.x1, word.y1))
                if QRectF(self.viewport().rect()).contains(box):
                    self.set_choice(Choice(page, index))
                    self._show_caret()
                    return True
        return False

    def _turn_page(self, words: PageWords, step: str) -> bool:
        other = words.page + (1 if step in ("right", "down") else -1)
        there = self.words.get(other)
        if not 1 <= other <= self.column.count:
            return False
        self.want_words(other)
        if there is None or not there.words:
            self.go_to(other)
            return there is not None
        self.set_choice(Choice(other, 0 if other > words.page else len(there.words) - 1))
        self._show_caret()
        return True

    def _show_caret(self) -> None:
        rect = selecting.caret_rect(self.choice, self.words)
        words = self.words.get(self.choice.page)
        if rect is None or words is None:
            return
        box = self.box(self.choice.page, rect)
        if not QRectF(self.viewport().rect()).adjusted(0, 8, 0, -8).contains(box):
            self.go_to(self.choice.page, rect)
        offsets = selecting.span(self.choice, self.words) or words.span(self.choice.caret, self.choice.caret)
        doubt = ", we are not sure of it" if self.choice.is_empty and words.is_unsure(self.choice.caret) else ""
        announce(self, words.quote(*offsets) + doubt)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the caret."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self.viewport().update()


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say something."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
