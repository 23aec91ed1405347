"""The density strip: lanes by organisation over school years and terms, and the whole childhood below to move in."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.system import clock
from app.ui.screens.timeline import axis as ax
from app.ui.screens.timeline.presenter import Lane, TimelineView
from app.ui.screens.timeline.strip_paint import Layout, StripPainter
from app.ui.theme import theme
from app.ui.widgets.toast import announce

YEARS = {"childhood": 0.0, "years": 5 * 365.25, "months": 365.25, "days": 61.0}


class DensityStrip(QWidget):
    """`asked` carries the ordinal of a day that was clicked; `scaled` the name of the scale nearest to what is shown."""

    asked = Signal(int)
    scaled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName("Timeline strip")
        self._lanes: tuple[Lane, ...] = ()
        self._view: TimelineView | None = None
        self._axis: ax.Axis | None = None
        self._brush: tuple[float, float] | None = None
        self._single = False
        self._grab: tuple[str, float, ax.Axis] | None = None
        self._moved = False

    @property
    def axis(self) -> ax.Axis | None:
        """The window of time."""
        return self._axis

    def show_view(self, view: TimelineView) -> None:
        """Show lanes; the window of time stays when the whole time did not change."""
        old = self._axis
        same = old is not None and (old.first, old.last) == (view.first, view.last + 1.0)
        self._view = view
        if not same:
            whole = ax.Axis(view.first, view.last + 1.0, view.first, view.last + 1.0)
            last = self._last_day(view)
            self._axis = (
                whole.window(last - YEARS["years"] * 0.98, YEARS["years"]) if whole.span > YEARS["years"] else whole
            )
        self._lanes = self._merged(view.lanes)
        self.updateGeometry()
        self._place()
        self._tell()

    def set_single(self, single: bool) -> None:
        """With little room: one lane for everything, and one of the family's own."""
        self._single = single
        if self._view is not None:
            self._lanes = self._merged(self._view.lanes)
            self.updateGeometry()
            self.update()

    def set_scale(self, name: str) -> None:
        """A length of time by name (a key of `YEARS`), around what is shown."""
        if self._axis is None:
            return
        span = YEARS[name] or self._axis.last - self._axis.first
        middle = sum(self._brush) / 2 if self._brush else (self._axis.start + self._axis.end) / 2
        self._use(self._axis.window(middle - span / 2, span), tell_scale=False)

    def zoom(self, factor: float) -> None:
        """Closer or further, around the middle."""
        if self._axis is not None:
            self._use(self._axis.zoomed(factor, (self._axis.start + self._axis.end) / 2))

    def set_brush(self, first: float, last: float) -> None:
        """The days that the list shows now; the strip follows when they are out of sight."""
        if self._axis is None or (first, last) == self._brush:
            return
        self._brush = (first, last)
        if self._grab is None:
            followed = self._axis.showing(first)
            if followed != self._axis:
                self._use(followed, tell_scale=False)
        self.update()

    def sizeHint(self) -> QSize:
        lanes = len(self._lanes) or 6
        now = theme()
        return QSize(600, now.px(22 if self._single else 42) + lanes * now.px(18) + 8 + now.px(22) + 6)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._view is None or self._axis is None:
            return
        painter = QPainter(self)
        StripPainter(painter, self._layout(), self._axis, self._view, self._lanes).draw(self._brush, self.hasFocus())

    # hands

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._axis is None:
            return
        turn = event.angleDelta()
        if abs(turn.x()) > abs(turn.y()) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._use(self._axis.moved(-(turn.x() or turn.y()) / 120 * self._axis.span * 0.1))
        else:
            at = min(max(event.position().x(), self._axis.left), self._axis.left + self._axis.width)
            self._use(self._axis.zoomed(0.82 ** (turn.y() / 120), self._axis.day(at)))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._axis is None or event.button() != Qt.MouseButton.LeftButton:
            return
        place = self._layout()
        where = "overview" if place.overview.contains(event.position()) else "lanes"
        self._grab = (where, event.position().x(), self._axis)
        self._moved = False
        if where == "overview":
            self._overview_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grab is None or self._axis is None:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            return
        where, from_x, axis = self._grab
        if where == "overview":
            self._overview_to(event.position())
            return
        if abs(event.position().x() - from_x) > 4 or self._moved:
            self._moved = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._use(axis.moved((from_x - event.position().x()) / axis.width * axis.span))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grabbed, self._grab = self._grab, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if grabbed is None or self._axis is None or self._moved:
            return
        if grabbed[0] == "overview":
            self.asked.emit(int((self._axis.start + self._axis.end) / 2))
        elif event.position().x() >= self._axis.left:
            self.asked.emit(int(self._axis.day(event.position().x())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._axis is not None and event.position().x() >= self._axis.left:
            self._use(self._axis.zoomed(0.4, self._axis.day(event.position().x())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._axis is None or not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        axis = self._axis
        assert axis is not None
        far = 12 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        at = self._brush[0] if self._brush else axis.start
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            day = ax.add_months(at, far if key == Qt.Key.Key_Right else -far)
            self.asked.emit(int(min(max(day, axis.first), axis.last - 1)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.asked.emit(int(axis.first if key == Qt.Key.Key_Home else axis.last - 1))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._use(axis.zoomed(1.4 if key == Qt.Key.Key_Minus else 0.7, at))
        else:
            return False
        return True

    # parts

    def _overview_to(self, at: QPointF) -> None:
        axis, place = self._axis, self._layout()
        assert axis is not None
        share = (at.x() - place.overview.left()) / max(1.0, place.overview.width())
        middle = axis.first + share * (axis.last - axis.first)
        self._use(axis.window(middle - axis.span / 2, axis.span))

    def _use(self, axis: ax.Axis, tell_scale: bool = True) -> None:
        if axis == self._axis:
            return
        self._axis = axis
        self.update()
        self._tell()
        if tell_scale:
            whole = axis.last - axis.first
            name = min(YEARS, key=lambda n: abs((YEARS[n] or whole) - axis.span) / axis.span)
            self.scaled.emit(name)

    def _place(self) -> None:
        if self._axis is not None:
            place = self._layout()
            self._axis = self._axis.placed(place.overview.left(), place.overview.width())
            self.update()

    def _layout(self) -> Layout:
        return Layout.of(self.width(), len(self._lanes), wide_names=not self._single)

    def _merged(self, lanes: tuple[Lane, ...]) -> tuple[Lane, ...]:
        if not self._single:
            return lanes
        days = sorted(day for lane in lanes if not lane.own for day in lane.days)
        return (Lane("All", "", 0, tuple(days)), *(lane for lane in lanes if lane.own))

    def _last_day(self, view: TimelineView) -> float:
        return float(max((lane.days[-1] for lane in view.lanes if lane.days), default=clock.today().toordinal()))

    def _tell(self) -> None:
        if self._axis is None:
            return
        parts = [(self._axis.start, self._axis.end)]
        number = sum(ax.tally(lane.days, parts)[0] for lane in self._lanes)
        words = f"{ax.span_words(self._axis)}, {number:,} entries"
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if self.hasFocus():
                announce(self, words)
