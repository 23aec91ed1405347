"""Things in a row that goes on in the next line when there is no room, so that nothing is cut off."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """Lays its widgets out like the words of a text; those of one line are centred on it, or with `even` as high
    as the highest of it. It arranges them itself, because
    a layout written in Python costs more than this needs."""

    def __init__(self, *widgets: QWidget, gap: int = 8, line_gap: int = 6, even: bool = False) -> None:
        super().__init__()
        self._widgets: list[QWidget] = []
        self._gap, self._line_gap, self._even = gap, line_gap, even
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """One more thing at the end."""
        self._widgets.append(widget)
        widget.setParent(self)
        widget.show()
        self._again()

    def clear(self) -> None:
        """Delete everything in it."""
        for widget in self._widgets:
            widget.setParent(None)
            widget.deleteLater()
        self._widgets = []
        self._again()

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """What is in it, in order."""
        return tuple(self._widgets)

    def hasHeightForWidth(self) -> bool:
        """The height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [_size(widget) for widget in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """The widest single thing, on as many lines as this width needs."""
        sizes = [widget.minimumSizeHint().expandedTo(widget.minimumSize()) for widget in self._shown()]
        return QSize(max((size.width() for size in sizes), default=0), max((s.height() for s in sizes), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(self.width(), move=True)

    def showEvent(self, event: QShowEvent) -> None:
        self._arrange(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._again()
        return super().event(event)

    def _again(self) -> None:
        self.updateGeometry()
        self._arrange(self.width(), move=True)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _arrange(self, width: int, move: bool) -> int:
        line: list[tuple[QWidget, QSize]] = []
        top = max(0, (self.height() - self._arrange(width, move=False)) // 2) if move else 0
        used, high = 0, 0
        for widget in self._shown():
            size = _size(widget).boundedTo(QSize(max(width, 1), 10_000))
            if line and used + self._gap + size.width() > width:
                self._place(line, top, high, move)
                top, used, high, line = top + high + self._line_gap, 0, 0, []
            used += (self._gap if line else 0) + size.width()
            line.append((widget, size))
            high = max(high, size.height())
        self._place(line, top, high, move)
        return top + high

    def _place(self, line: list[tuple[QWidget, QSize]], top: int, high: int, move: bool) -> None:
        left = 0
        for widget, size in line if move else ():
            tall = high if self._even else size.height()
            widget.setGeometry(QRect(left, top + (high - tall) // 2, size.width(), tall))
            left += size.width() + self._gap


def _size(widget: QWidget) -> QSize:
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
