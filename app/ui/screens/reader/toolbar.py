"""The line above the pages: which page, how large, find on these pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from app.ui.theme import theme
from app.ui.widgets.buttons import Button, IconButton, menu
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import row
from app.ui.widgets.search_field import SearchField

ZOOMS = (50, 75, 100, 125, 150, 200, 300)


class PageField(QLineEdit):
    """The number of the page; Enter goes there."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Page")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(theme().px(54))
        self._check = QIntValidator(1, 1, self)
        self.setValidator(self._check)
        self.returnPressed.connect(lambda: self.asked.emit(int(self.text() or 1)))

    def show_page(self, page: int, count: int) -> None:
        """Show where we are."""
        self._check.setTop(max(1, count))
        if not self.hasFocus() or self.text() != str(page):
            self.setText(str(page))


class FindField(SearchField):
    """Enter goes to the next place, Shift+Enter to the one before, Esc leaves."""

    step = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Down:
            self.step.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.step.emit(-1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Toolbar(QFrame):
    """Signals say what is wanted; the screen does it."""

    page_asked = Signal(int)
    step_asked = Signal(int)
    zoom_asked = Signal(int)
    fit_asked = Signal(str)
    scale_asked = Signal(float)
    turn_asked = Signal()
    find_changed = Signal(str)
    find_step = Signal(int)
    find_left = Signal()
    panel_asked = Signal()
    scan_asked = Signal(object)
    """The button under which the menu about reading is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "top")
        self.page = PageField()
        self.page.asked.connect(self.page_asked)
        self._of = Label("", muted=True)
        self.fit = Button("Fit width", self._sizes, kind="quiet", small=True, icon="down")
        self.fit.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.fit.setAccessibleDescription("How large the pages are")
        self.find_field = FindField("Find")
        self.find_field.setToolTip("Find on these pages  (Ctrl+F)")
        self.find_field.textChanged.connect(self.find_changed)
        self.find_field.step.connect(self.find_step)
        self.find_field.left.connect(self.find_left)
        self.found = Label("", "caption", muted=True)
        self._steps = [
            IconButton("left", "Found place before  (Shift+F3)", lambda: self.find_step.emit(-1)),
            IconButton("right", "Next found place  (F3)", lambda: self.find_step.emit(1)),
        ]
        self.panel = Button("Marks", self.panel_asked.emit, small=True)
        self.panel.hide()
        self._turn = IconButton("rotate", "Turn the pages  (Ctrl+R)", self.turn_asked.emit)
        self.scan = Button("Scan", lambda: self.scan_asked.emit(self.scan), kind="quiet", small=True, icon="down")
        self.scan.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.scan.setAccessibleDescription("How this page was read, and what can be done about it")
        line = row(
            IconButton("left", "Page before", lambda: self.step_asked.emit(-1)),
            self.page,
            self._of,
            IconButton("right", "Next page", lambda: self.step_asked.emit(1)),
            8,
            IconButton("zoom-out", "Smaller  (-)", lambda: self.zoom_asked.emit(-1)),
            self.fit,
            IconButton("zoom-in", "Larger  (+)", lambda: self.zoom_asked.emit(1)),
            self._turn,
            self.scan,
            None,
            self.found,
            *self._steps,
            self.find_field,
            self.panel,
            gap=4,
            margins=(12, 5, 12, 5),
            within=self,
        )
        line.setStretch(line.indexOf(self.find_field), 12)
        self.find_field.setMinimumWidth(theme().px(120))
        self.find_field.setMaximumWidth(theme().px(240))
        self.show_found("", False)

    def show_page(self, page: int, count: int) -> None:
        """Show where we are."""
        self.page.show_page(page, count)
        self._of.setText(f"of {count}")

    def show_size(self, words: str) -> None:
        """ "Fit width" or "125 %"."""
        self.fit.setText(words)

    def show_scan(self, on: bool, tip: str) -> None:
        """Whether the page was read from a picture, and how."""
        self.scan.setVisible(on)
        self.scan.setToolTip(tip)

    def show_found(self, words: str, any_found: bool) -> None:
        """The result of finding."""
        self.found.setText(words)
        self.found.setVisible(bool(words))
        for button in self._steps:
            button.setVisible(any_found)

    def set_large(self, large: bool) -> None:
        """With little room the marks are a page of their own."""
        self.panel.setVisible(large)
        self._of.setVisible(not large)
        self._turn.setVisible(not large)
        self.find_field.setMinimumWidth(theme().px(80))
        self.fit.setMaximumWidth(theme().px(100) if large else 16_777_215)

    def _sizes(self) -> None:
        entries: list[tuple[str, object] | None] = [
            ("Fit width", lambda: self.fit_asked.emit("width")),
            ("Fit the whole page", lambda: self.fit_asked.emit("page")),
            None,
        ]
        entries += [(f"{zoom} %", lambda zoom=zoom: self.scale_asked.emit(zoom / 100)) for zoom in ZOOMS]
        menu(self.fit, entries)  # type: ignore[arg-type]


def focused_text(widget: QWidget | None) -> bool:
    """True while the keyboard is in a field, where letters are letters and not commands."""
    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit)
