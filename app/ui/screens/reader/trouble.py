"""What stands in place of pages when a document cannot be shown: why, what is safe, what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.documents import DocumentRow, Status
from app.ui.shell import Shell
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import boxed, column, row

_TITLES = {
    Status.PASSWORD: "This file needs a password",
    Status.DAMAGED: "This file is damaged",
    Status.UNSUPPORTED: "This kind of file cannot be shown",
    Status.DUPLICATE: "This file came before",
}


class Trouble(QWidget):
    """`password_given` carries what was typed; `original_asked` saves the file as it came."""

    password_given = Signal(str)
    original_asked = Signal()
    letter_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "desk")
        self._icon = IconView("warning", 28, "warn", ground="warn_tint", box=56)
        self._title = Label("", "h1", wrap=True)
        self._why = Label("", wrap=True)
        self._next = Label("", wrap=True)
        self._wrong = Label("", tone="danger", wrap=True)
        self.field = QLineEdit()
        self.field.setAccessibleName("Password of this file")
        self.field.setPlaceholderText("Password of this file")
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.returnPressed.connect(self._give)
        self._show = IconButton("eye", "Show the password", self._toggle)
        self._open = Button("Open it", self._give, kind="primary")
        self._password = QWidget()
        line = row(self.field, self._show, self._open, within=self._password)
        line.setStretch(0, 1)
        self._original = Button("Save the file as it came", self.original_asked.emit, icon="save")
        card = Card(padding=24, gap=12)
        head = row(column(self._icon, None), gap=16)
        words = column(self._title, self._why, self._next, self._password, self._wrong, gap=8)
        words.addLayout(row(self._original, None, margins=(0, 8, 0, 0)))
        words.addWidget(
            Label("The file is kept exactly as it came. Nothing is lost.", "caption", muted=True, wrap=True)
        )
        head.addLayout(words, 1)
        card.body.addLayout(head)
        column(None, boxed(card, 620), None, None, within=self, margins=(24, 24, 24, 24))

    def show_document(self, row: DocumentRow) -> None:
        """Say what is the matter with this one."""
        self._title.setText(_TITLES.get(row.status, "There are no pages to show"))
        self._why.setText(row.problem or "The file holds no pages.")
        locked = row.status is Status.PASSWORD
        step = "Ask whoever sent it for the password, then type it here." if locked else row.next_step
        self._next.setText(step)
        self._next.setVisible(bool(step))
        self._password.setVisible(locked)
        self._icon.show_icon("key" if locked else "warning")
        self.say_wrong("")
        self.field.clear()

    def say_wrong(self, words: str) -> None:
        """The password did not fit."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self._open.setEnabled(True)

    def _give(self) -> None:
        if self.field.text():
            self._open.setEnabled(False)
            self.password_given.emit(self.field.text())

    def _toggle(self) -> None:
        hidden = self.field.echoMode() == QLineEdit.EchoMode.Password
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._show.set_icon("hide" if hidden else "eye", "Hide the password" if hidden else "Show the password")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def nothing_open(shell: Shell) -> EmptyState:
    """What stands here before any document was opened."""
    return EmptyState(
        "book",
        "Choose a document to read.",
        ("Show all documents", lambda: shell.navigator.go("documents")),
        hint="You can read page by page, choose words and say what is wrong with them.",
    )
