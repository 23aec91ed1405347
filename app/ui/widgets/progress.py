"""Progress that counts real things: a thin bar, and the strip at the bottom of the window."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.ui.theme import theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import ElidedLabel
from app.ui.widgets.layouts import row
from app.ui.wording import duration_left


class Bar(QWidget):
    """A bar 8 pixels high; `tone` is a palette tone. Its share is read aloud as "33 of 100"."""

    def __init__(self, done: int = 0, total: int = 0, tone: str = "primary") -> None:
        super().__init__()
        self._done, self._total, self._tone = done, total, tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_progress(done, total)

    def set_progress(self, done: int, total: int, tone: str = "") -> None:
        """Show `done` of `total`; a total of 0 is an empty bar."""
        self._done, self._total, self._tone = done, total, tone or self._tone
        self.setAccessibleName(f"{done:,} of {total:,}" if total else "Not started")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, painter = theme().palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rect = QRectF(0, (self.height() - 8) / 2, self.width(), 8)
        painter.setBrush(QColor(palette.neutral_tint))
        painter.drawRoundedRect(rect, 4, 4)
        if self._total > 0 and self._done > 0:
            share = min(1.0, self._done / self._total)
            painter.setClipRect(QRectF(0, rect.top(), rect.width() * share, 8))
            painter.setBrush(QColor(getattr(palette, self._tone)))
            painter.drawRoundedRect(rect, 4, 4)


class ProgressStrip(QFrame):
    """One line: icon, words, bar, hint, Pause, and Show. Hidden while nothing runs."""

    pause_asked = Signal()
    show_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "bottom")
        self._words = ElidedLabel("", "caption")
        self._bar = Bar()
        self._hint = ElidedLabel("You can close Fairfile. It carries on next time.", "caption", muted=True)
        self._pause = Button("Pause", self.pause_asked.emit, kind="quiet", small=True)
        self._show = Button("Show", self.show_asked.emit, kind="quiet", small=True)
        self._icon = IconView("scan", 16)
        line = row(self._icon, self._words, gap=12, margins=(24, 2, 16, 2), within=self)
        line.setStretch(1, 3)
        line.addWidget(self._bar, 2)
        line.addWidget(self._hint, 3)
        line.addWidget(self._show)
        line.addWidget(self._pause)
        self.hide()

    def show_progress(self, words: str, done: int, total: int, seconds_left: float | None, icon: str = "scan") -> None:
        """`words` ("Reading scans: 212 of 640 pages"), the bar and the time that is left."""
        left = duration_left(seconds_left)
        self._words.setText(f"{words} · {left}" if left else words)
        self._bar.set_progress(done, total)
        self._icon.show_icon(icon)
        self.setAccessibleName(self._words.text())
        self.show()

    def show_paused(self, paused: bool) -> None:
        """The button says what it will do."""
        self._pause.setText("Go on" if paused else "Pause")

    def fold(self, large: bool) -> None:
        """With little room the hint goes."""
        self._hint.setVisible(not large)
