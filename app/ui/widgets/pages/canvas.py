"""Continuous pages: scrolling, zooming and drawing. What a click or key means is decided in `hands.py`."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.domain.documents import PageInfo
from app.domain.marks import Mark, Rect
from app.ui.palette import LIGHT
from app.ui.widgets.pages import paint, selecting
from app.ui.widgets.pages.images import Fetch, ImageKey, PageImages
from app.ui.widgets.pages.layout import GAP, MARGIN, PageColumn, clamp_scale, fit_page, fit_width
from app.ui.widgets.pages.selecting import NOTHING, Choice
from app.ui.widgets.pages.words import Match, PageWords

FIT_WIDTH, FIT_PAGE = "width", "page"
_ZOOM_STEP = 1.15
_SIGN = 18


class PageCanvas(QAbstractScrollArea):
    """Pages of one document. Give it pages, words and marks; it asks for pictures and words of what can be seen."""

    page_changed = Signal(int)
    zoomed = Signal()
    words_wanted = Signal(int)
    choice_changed = Signal()
    moved = Signal()

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.images = PageImages(fetch, self)
        self.images.ready.connect(self._picture_came)
        self.infos: tuple[PageInfo, ...] = ()
        self.words: dict[int, PageWords] = {}
        self.marks: tuple[Mark, ...] = ()
        self.current_mark: int | None = None
        self.matches: tuple[Match, ...] = ()
        self.current_match = -1
        self.choice = NOTHING
        self.rotate = 0
        self.unsure = True
        self.desk = QColor(LIGHT.desk)
        self.dark_sheet = False
        self.fit = FIT_WIDTH
        self.column = PageColumn((), 1.0, 0, 1.0)
        self._page = 0
        self._asked_words: set[int] = set()
        self._wishes = QTimer(self, singleShot=True, interval=25)
        self._wishes.timeout.connect(self._ask)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Pages")
        self.verticalScrollBar().setSingleStep(48)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    # what is shown

    def set_pages(self, infos: tuple[PageInfo, ...]) -> None:
        """Show the pages of another document from its top. Words and marks are emptied."""
        self.images.clear()
        self.words.clear()
        self._asked_words.clear()
        self.infos, self.marks, self.matches = infos, (), ()
        self.current_mark, self.current_match, self.rotate, self._page = None, -1, 0, 0
        self.set_choice(NOTHING)
        self._rebuild(None)
        self.verticalScrollBar().setValue(0)
        self._scrolled()

    def set_words(self, words: PageWords) -> None:
        """Words of a page, as asked for with `words_wanted`."""
        self.words[words.page] = words
        self.viewport().update()

    def set_unsure(self, on: bool) -> None:
        """Whether words that OCR is not sure of are underlined."""
        self.unsure = on
        self.viewport().update()

    def set_marks(self, marks: Sequence[Mark], current: int | None = None) -> None:
        """The marks to draw; `current` is outlined."""
        self.marks, self.current_mark = tuple(marks), current
        self.viewport().update()

    def set_matches(self, matches: tuple[Match, ...], current: int = -1) -> None:
        """Words found, and which of them is the one to look at."""
        self.matches, self.current_match = matches, current
        for match in matches[current : current + 1] if current >= 0 else ():
            self.want_words(match.page)
        self.viewport().update()

    def set_choice(self, choice: Choice) -> None:
        """Choose words or an area, or nothing."""
        if choice != self.choice:
            self.choice = choice
            self.choice_changed.emit()
            self.viewport().update()

    def set_look(self, desk: QColor, dark_sheet: bool) -> None:
        """The ground the pages lie on, and whether white paper is dimmed for tired eyes at night."""
        self.desk, self.dark_sheet = desk, dark_sheet
        palette = self.viewport().palette()
        palette.setColor(QPalette.ColorRole.Window, desk)
        self.viewport().setPalette(palette)
        self.viewport().update()

    # where we are

    @property
    def page(self) -> int:
        """The page in the upper part of the view, from 1; 0 without pages."""
        return self._page

    @property
    def offset(self) -> QPoint:
        """What is scrolled away."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def go_to(self, page: int, rect: Rect | None = None) -> None:
        """Scroll to a page, or so that a rectangle of it (in points) is in the upper third."""
        if not self.column.count:
            return
        if rect is None:
            self.verticalScrollBar().setValue(round(self.column.page(page).y) - GAP)
            return
        x, y, width, height = self.column.to_column(page, rect)
        view = self.viewport().size()
        top, left = self.offset.y(), self.offset.x()
        if not (top + 32 <= y and y + height <= top + view.height() * 0.75):
            self.verticalScrollBar().setValue(round(y - view.height() / 3))
        if not (left <= x and x + width <= left + view.width()):
            self.horizontalScrollBar().setValue(round(x - MARGIN))

    def box(self, page: int, rect: Rect) -> QRectF:
        """A rectangle of a page, in points, as pixels of the viewport."""
        x, y, width, height = self.column.to_column(page, rect)
        return QRectF(x - self.offset.x(), y - self.offset.y(), width, height)

    def choice_box(self) -> QRect | None:
        """The place of the last line of what is chosen, in pixels of the viewport."""
        rects = selecting.rects(self.choice, self.words)
        return self.box(self.choice.page, rects[-1]).toAlignedRect() if rects else None

    def sign_box(self, mark: Mark) -> QRectF:
        """The place of a mark's sign: at the left edge, beside its first line; later marks of one line move in."""
        first = self._first_box(mark)
        place = self.column.page(mark.anchor.page)
        beside = 0
        for other in self.marks:
            if other.id == mark.id:
                break
            if other.anchor.page == mark.anchor.page and not other.lost:
                beside += abs(self._first_box(other).center().y() - first.center().y()) < _SIGN
        left = place.x - self.offset.x() + 3 + beside * (_SIGN + 2)
        return QRectF(left, first.center().y() - _SIGN / 2, _SIGN, _SIGN)

    def _first_box(self, mark: Mark) -> QRectF:
        rects = self.mark_rects(mark)
        return self.box(mark.anchor.page, rects[0]) if rects else QRectF()

    def mark_rects(self, mark: Mark) -> tuple[Rect, ...]:
        """Where a mark is: by its words when they are known, else where it was drawn."""
        anchor, words = mark.anchor, self.words.get(mark.anchor.page)
        if anchor.exact and anchor.start >= 0 and words is not None:
            return words.rects(anchor.start, anchor.end) or anchor.rects
        return anchor.rects

    # size

    def set_fit(self, fit: str) -> None:
        """Keep the page as wide as the view, or keep the whole page in view."""
        self.fit = fit
        self._rebuild(self.viewport().rect().topLeft())
        self.zoomed.emit()

    def zoom(self, steps: float, around: QPoint | None = None) -> None:
        """Larger or smaller by steps of 15 %, keeping the point `around` where it is."""
        self.set_scale(self.column.scale * _ZOOM_STEP**steps, around)

    def set_scale(self, scale: float, around: QPoint | None = None) -> None:
        """A fixed scale in pixels a point."""
        self.fit = ""
        self._rebuild(around or self.viewport().rect().topLeft(), clamp_scale(scale))
        self.zoomed.emit()

    def turn(self) -> None:
        """Turn all pages a quarter clockwise, for reading a page that lies on its side."""
        self.rotate = (self.rotate + 90) % 360
        page = self._page
        self._rebuild(None)
        self.go_to(page)

    def _rebuild(self, around: QPoint | None, scale: float | None = None) -> None:
        sizes = [(info.width, info.height) for info in self.infos]
        old, view = self.column, self.viewport().size()
        if self.fit == FIT_WIDTH:
            scale = fit_width(sizes, self.rotate, view.width())
        elif self.fit == FIT_PAGE and sizes:
            scale = fit_page(sizes[max(self._page, 1) - 1], self.rotate, view.width(), view.height())
        keep = None
        if around is not None and old.count:
            at = around + self.offset
            number = old.at(at.y())
            place = old.page(number)
            keep = number, (at.x() - place.x) / old.scale, (at.y() - place.y) / old.scale
        self.column = PageColumn(sizes, scale or old.scale, self.rotate, view.width())
        self._set_bars(view)
        if keep is not None and around is not None:
            place = self.column.page(keep[0])
            self.horizontalScrollBar().setValue(round(place.x + keep[1] * self.column.scale - around.x()))
            self.verticalScrollBar().setValue(round(place.y + keep[2] * self.column.scale - around.y()))
        self._scrolled()

    def _set_bars(self, view: QSize) -> None:
        vertical, across = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(self.column.height - view.height())))
        vertical.setPageStep(max(1, view.height() - 48))
        across.setRange(0, max(0, round(self.column.width - view.width())))
        across.setPageStep(view.width())

    # asking

    def _scrolled(self) -> None:
        if self.column.count:
            page = self.column.at(self.offset.y() + self.viewport().height() * 0.3)
            if page != self._page:
                self._page = page
                self.page_changed.emit(page)
        self._wishes.start()
        self.moved.emit()
        self.viewport().update()

    def visible_pages(self) -> range:
        """Numbers of the pages that can be seen."""
        top = self.offset.y()
        return self.column.between(top, top + self.viewport().height())

    def image_key(self, page: int) -> ImageKey:
        """The picture of a page at the size it is shown."""
        return ImageKey(page, round(self.column.scale * self.devicePixelRatioF() * 100), self.rotate)

    def _ask(self) -> None:
        visible = self.visible_pages()
        if not visible:
            return
        near = [n for n in (visible[-1] + 1, visible[0] - 1, visible[-1] + 2) if 1 <= n <= self.column.count]
        self.images.want([self.image_key(n) for n in [*visible, *near]])
        for page in visible:
            self.want_words(page)

    def want_words(self, page: int) -> None:
        """Ask for the words of a page once."""
        if page not in self._asked_words:
            self._asked_words.add(page)
            self.words_wanted.emit(page)

    def _picture_came(self, page: int) -> None:
        if page in self.visible_pages():
            self.viewport().update()

    # drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page that is read in place when the width changes."""
        self._rebuild(QPoint(0, round(self.viewport().height() * 0.3)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms at the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(event.angleDelta().y() / 120, event.position().toPoint())
            event.accept()
            return
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that can be seen."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self.desk)
        for number in self.visible_pages():
            self._paint_page(painter, number)
        painter.end()

    def _paint_page(self, painter: QPainter, number: int) -> None:
        place = self.column.page(number)
        rect = QRectF(round(place.x) - self.offset.x(), round(place.y) - self.offset.y(), place.width, place.height)
        picture = self.images.get(self.image_key(number)) or self.images.any_size(number, self.rotate)
        if picture is None:
            paint.waiting_page(painter, rect, f"Page {number}")
        else:
            painter.drawPixmap(rect, picture, QRectF(picture.rect()))
        painter.setPen(QColor(LIGHT.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        if self.dark_sheet:
            paint.highlight(painter, [(rect.x(), rect.y(), rect.width(), rect.height())], paint.SHEET_DARK)
        self._paint_unsure(painter, number)
        self._paint_marks(painter, number)
        self._paint_found(painter, number)
        self._paint_choice(painter, number)

    def _boxes(self, page: int, rects: Sequence[Rect]) -> list[paint.Box]:
        return [box.getRect() for box in (self.box(page, rect) for rect in rects)]  # type: ignore[misc]

    def _paint_unsure(self, painter: QPainter, number: int) -> None:
        words = self.words.get(number)
        if words is not None and self.unsure:
            paint.unsure(painter, self._boxes(number, [words.place(index) for index in words.unsure]))

    def _paint_marks(self, painter: QPainter, number: int) -> None:
        for mark in self.marks:
            if mark.anchor.page == number and not mark.lost:
                boxes = self._boxes(number, self.mark_rects(mark))
                paint.mark(painter, mark.kind, boxes, current=mark.id == self.current_mark, area=not mark.anchor.exact)
                paint.sign(painter, mark.kind, self.sign_box(mark))

    def _paint_found(self, painter: QPainter, number: int) -> None:
        words = self.words.get(number)
        if words is None:
            return
        for index, match in enumerate(self.matches):
            if match.page == number:
                boxes = self._boxes(number, words.rects(match.start, match.end))
                paint.found(painter, boxes, index == self.current_match)

    def _paint_choice(self, painter: QPainter, number: int) -> None:
        if self.choice.page != number:
            return
        rects = selecting.rects(self.choice, self.words)
        if rects:
            paint.chosen(painter, self._boxes(number, rects))
        elif self.hasFocus():
            caret = selecting.caret_rect(self.choice, self.words)
            if caret is not None:
                paint.caret(painter, self._boxes(number, [caret])[0])
