"""Opening a case that exists: passphrase, or the recovery code, or what this computer remembers."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.errors import explain
from app.ui.shell import Shell
from app.ui.widgets.buttons import Button
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column, row


class LockScreen(QWidget):
    """One field in the middle of the window. The name of the child is not shown: the folder's name is, which anybody can see."""

    def __init__(self, shell: Shell, path: Path | None) -> None:
        super().__init__()
        self._shell, self._path, self._with_code = shell, path, False
        self.setProperty("look", "paper")
        name = path.name.removesuffix(".fairfile") if path is not None else ""
        self._title = Label("This case is locked", "h1")
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        place = Label(name, muted=True)
        place.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.field = QLineEdit()
        self.field.returnPressed.connect(self._open)
        self._problem = Label("", wrap=True, tone="danger")
        self._problem.hide()
        self.open_button = Button("Open", self._open, kind="primary")
        self._other = Button("", self._switch, kind="quiet", small=True)
        back = Button("Other cases", self._leave, kind="quiet", small=True)
        inner = QWidget()
        inner.setMaximumWidth(420)
        body = column(within=inner, gap=12)
        body.addLayout(row(None, IconView("lock", 28, "primary", ground="selected", box=64), None))
        for widget in (self._title, place, self.field, self._problem, self.open_button):
            body.addWidget(widget)
        body.addLayout(row(self._other, None, back))
        around = row(None, within=self, gap=0, margins=(24, 24, 24, 24))
        around.addLayout(column(None, inner, None, gap=0), 20)
        around.addStretch(1)
        self._ask(code=False)
        shell.session.refused.connect(self._refused)
        shell.session.opening.connect(self._busy)
        if path is not None:
            shell.calls.call(
                shell.services.later("case", "is_remembered"),
                path,
                on_ok=self._remembered,
                on_error=self._not_remembered,
            )

    def focus_first(self) -> None:
        """Ready to type."""
        self.field.setFocus()

    def _ask(self, *, code: bool) -> None:
        self._with_code = code
        words = "Recovery code" if code else "Passphrase"
        self.field.clear()
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if code else QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self._other.setText("Use the passphrase" if code else "I forgot the passphrase")
        self.field.setFocus()

    def _switch(self) -> None:
        self._problem.hide()
        self._ask(code=not self._with_code)

    def _open(self) -> None:
        words = self.field.text()
        if not words or self._path is None:
            self._say("Type the recovery code from your sheet." if self._with_code else "Type the passphrase.")
            return
        self._problem.hide()
        if self._with_code:
            self._shell.session.open(self._path, recovery_code=words)
        else:
            self._shell.session.open(self._path, passphrase=words)

    def _remembered(self, known: bool) -> None:
        if known and self._path is not None:
            self._other.hide()
            self.field.hide()
            self.open_button.clicked.disconnect()
            self.open_button.setText("Open without the passphrase")
            self.open_button.clicked.connect(self._open_remembered)
            self.open_button.setFocus()

    def _open_remembered(self) -> None:
        if self._path is not None:
            self._shell.session.open(self._path, remembered=True)

    def _not_remembered(self, _error: object) -> None:
        self.field.setFocus()

    def _refused(self, error: BaseException) -> None:
        words = explain(error)
        self._say(" ".join(part for part in (words.happened, words.next_step) if part))
        self.field.selectAll()
        self.field.setFocus()

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.show()
        self.field.setAccessibleDescription(words)

    def _busy(self, on: bool) -> None:
        self.open_button.setEnabled(not on)
        self.open_button.setText("Opening …" if on else "Open")

    def _leave(self) -> None:
        self._shell.navigator.go("start")
