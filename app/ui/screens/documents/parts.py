"""Parts of the list of documents: the preview, and the bar for changing many at once."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from app.domain.documents import DocumentRow
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import clear, column, row, scrolling

PICTURE = 192


class Preview(QWidget):
    """The first page and the facts of the document that the keyboard is on."""

    read_asked = Signal()
    original_asked = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        self.setAccessibleName("The chosen document")
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumHeight(PICTURE)
        self.picture.setAccessibleName("Picture of the first page")
        desk = QFrame()
        desk.setProperty("look", "desk")
        self.back = IconButton("left", "Back to the list  (Esc)", self.closed.emit)
        self.back.hide()
        column(self.back, self.picture, within=desk, margins=(16, 12, 16, 12), gap=4)
        self._title = Label("", bold=True, wrap=True)
        self._size = Label("", "caption", muted=True, wrap=True)
        grid = QWidget()
        self._grid = QGridLayout(grid)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.read = Button("Read", self.read_asked.emit, kind="primary", small=True)
        self.original = Button("Save original", self.original_asked.emit, small=True)
        kept = row(
            column(IconView("shield", 16, "muted"), None),
            Label("The original is kept exactly as it came.", "caption", muted=True, wrap=True),
        )
        kept.setStretch(1, 1)
        body = QWidget()
        body.setProperty("look", "surface")
        words = column(self._title, self._size, grid, row(self.read, self.original, None), 8, kept, None, gap=4)
        words.setContentsMargins(16, 12, 16, 16)
        column(desk, words, within=body, gap=0).setStretch(1, 1)
        column(scrolling(body, "The chosen document"), within=self, gap=0)

    def show_document(self, document: DocumentRow, size: str, facts: Sequence[tuple[str, str]]) -> None:
        """Fill in a document; its picture follows."""
        self._title.setText(document.title or document.path)
        self._size.setText(size)
        clear(self._grid)
        for line, (label, value) in enumerate(facts):
            self._grid.addWidget(Label(label, "caption", muted=True), line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Label(value, "caption", wrap=True), line, 1)
        self.show_picture(None)

    def show_picture(self, picture: QPixmap | None) -> None:
        """The first page, or an empty sheet while it is on its way."""
        if picture is None:
            picture = QPixmap(QSize(PICTURE, round(PICTURE * 1.41)))
            picture.fill(theme().palette.sheet)
        self.picture.setPixmap(picture)


class BulkBar(QFrame):
    """What can be done with all chosen documents at once."""

    date_asked = Signal(object)
    kind_asked = Signal(object)
    organisation_asked = Signal(object)
    tag_asked = Signal(object)
    later_asked = Signal()
    read_asked = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "bottom")
        self.setAccessibleName("Change the chosen documents")
        self.words = Label("", bold=True)
        self.date = Button("Date", icon="calendar", small=True)
        self.kind = Button("Kind", small=True)
        self.organisation = Button("Organisation", small=True)
        self.tag = Button("Tag", small=True)
        for button, signal in (
            (self.date, self.date_asked),
            (self.kind, self.kind_asked),
            (self.organisation, self.organisation_asked),
            (self.tag, self.tag_asked),
        ):
            button.clicked.connect(lambda _on=False, b=button, s=signal: s.emit(b))
        self.later = Button("Later", self.later_asked.emit, icon="later", small=True)
        self.read = Button("Read", self.read_asked.emit, icon="check", small=True)
        buttons = (self.date, self.kind, self.organisation, self.tag, self.later, self.read)
        row(
            self.words,
            None,
            *buttons,
            IconButton("close", "Choose none  (Esc)", self.closed.emit),
            margins=(16, 9, 12, 9),
            within=self,
        )
        self.hide()

    def show_count(self, number: int) -> None:
        """How many are chosen; hidden for one or none."""
        self.words.setText(f"{number:,} selected")
        self.setVisible(number > 1)

    def set_large(self, large: bool) -> None:
        """With little room the icons go."""
        for button in (self.date, self.later, self.read):
            button.setIconSize(QSize(0, 0) if large else QSize(theme().px(18), theme().px(18)))
