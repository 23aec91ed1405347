"""A ring around the control that has the keyboard, drawn outside it as the palette says. Text fields draw their own."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from app.ui.theme import theme

_OWN_RING = (QLineEdit, QComboBox, QPlainTextEdit, QTextEdit, QAbstractItemView)
_WATCHED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
GAP = 4


class FocusRing(QWidget):
    """One for each window. Shown after the keyboard was used, hidden after the mouse was. A widget with the property
    `ownFocus` draws its focus itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._keyboard = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._place)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)
            self._moved(None, app.focusWidget())
        self.hide()

    def input_was(self, event: QEvent) -> None:
        """Tell it of a key or mouse event of the window."""
        keyboard = event.type() in _KEYS
        if keyboard != self._keyboard and (keyboard or event.type() == QEvent.Type.MouseButtonPress):
            self._keyboard = keyboard
            self._later.start(0)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        inside = new is not None and new.window() is self.window() and not isinstance(new, _OWN_RING)
        self._target = new if inside and new is not None and not new.property("ownFocus") else None
        above = self._target
        while above is not None and above is not self.window():
            above.installEventFilter(self)
            above.destroyed.connect(self._gone)
            self._watched.append(above)
            above = above.parentWidget()
        self._later.start(0)

    def _gone(self) -> None:
        self._target, self._watched = None, []
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _WATCHED:
            self._later.start(0)
        return False

    def _place(self) -> None:
        target = self._target
        if target is None or not self._keyboard or not target.isVisible():
            self.hide()
            return
        rect = QRect(target.mapTo(self.window(), QPoint(0, 0)), target.size()).adjusted(-GAP, -GAP, GAP, GAP)
        self.setGeometry(rect)
        self._clip(target, rect)
        self.raise_()
        self.show()

    def _clip(self, target: QWidget, rect: QRect) -> None:
        shown = QRect(rect)
        widget: QWidget | None = target.parentWidget()
        while widget is not None and widget is not self.window():
            holder = widget.parentWidget()
            if isinstance(holder, QAbstractScrollArea) and holder.viewport() is widget:
                area = QRect(widget.mapTo(self.window(), QPoint(0, 0)), widget.size())
                shown = shown.intersected(area.adjusted(-2, -2, 2, 2))
            widget = holder
        shown = shown.intersected(self.window().rect())
        self.setMask(QRegion(shown.translated(-rect.topLeft())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme().palette.focus), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
