"""Buttons: primary (one on a screen), secondary, quiet, danger; with icons that follow the theme."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from app.ui import icons
from app.ui.theme import theme

_COLOUR = {"primary": "on_primary", "secondary": "ink", "quiet": "primary", "link": "primary", "danger": "danger"}


class Button(QPushButton):
    """A button with words. `clicked` is connected to `does` when given (it is called without arguments)."""

    def __init__(
        self,
        text: str,
        does: Callable[[], object] | None = None,
        *,
        kind: str = "secondary",
        icon: str = "",
        small: bool = False,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if tip:
            self.setToolTip(tip)
            self.setAccessibleDescription(tip)
        if does is not None:
            self.clicked.connect(lambda: does())
        self._tint()

    def set_icon(self, icon: str) -> None:
        """Change the icon by name."""
        self._icon = icon
        self._tint()

    def set_kind(self, kind: str) -> None:
        """Change the look."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def _tint(self) -> None:
        if not self._icon:
            return
        now = theme()
        size = now.px(18)
        colour = getattr(now.palette, _COLOUR[str(self.property("kind"))])
        gap = 4 if self.text() else 0
        self.setIconSize(QSize(size + gap, size))
        self.setIcon(icons.icon(self._icon, colour, size, now.palette.muted, gap))


class IconButton(QToolButton):
    """A button with an icon only; `name` is what it does, shown on hover and read aloud."""

    def __init__(
        self,
        icon: str,
        name: str,
        does: Callable[[], object] | None = None,
        *,
        framed: bool = False,
        size: int = 20,
        colour: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._size, self._colour = icon, size, colour
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setProperty("framed", framed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if does is not None:
            self.clicked.connect(lambda: does())
        self._tint()

    def set_icon(self, icon: str, name: str) -> None:
        """Change what it shows and does."""
        self._icon = icon
        self.setToolTip(name)
        self.setAccessibleName(name)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def _tint(self) -> None:
        now = theme()
        size = now.px(self._size)
        self.setIconSize(QSize(size, size))
        self.setIcon(icons.icon(self._icon, getattr(now.palette, self._colour), size, now.palette.outline))


def menu(parent: QWidget, entries: Sequence[tuple[str, Callable[[], object]] | None], at_cursor: bool = False) -> None:
    """Show a menu under `parent`, or where the mouse is; None is a separating line."""
    from PySide6.QtGui import QCursor
    from PySide6.QtWidgets import QMenu

    made = QMenu(parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in entries:
        if entry is None:
            made.addSeparator()
        else:
            words, does = entry
            made.addAction(words).triggered.connect(lambda _on=False, does=does: does())
    made.popup(QCursor.pos() if at_cursor else parent.mapToGlobal(parent.rect().bottomLeft()))
