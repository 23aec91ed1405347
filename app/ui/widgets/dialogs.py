"""Questions to the person. Screens are given a `Dialogs`, so that tests can answer instead."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column, row


class Plain(QDialog):
    """A small dialog: heading, sentences, whatever is in `middle`, then two buttons with what they do written on them."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, yes: str, no: str = "Cancel", *, danger: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.middle = column(gap=8)
        self.yes = Button(yes, self.accept, kind="danger" if danger else "primary")
        self.yes.setDefault(True)
        self.no = Button(no, self.reject)
        self.no.setVisible(bool(no))
        words = Label(text, wrap=True)
        words.setVisible(bool(text))
        body = column(Label(title, "h2", wrap=True), words, within=self, gap=8, margins=(24, 20, 24, 20))
        body.addLayout(self.middle)
        body.addSpacing(8)
        body.addLayout(row(None, self.no, self.yes, gap=8))
        self.setMinimumWidth(420)


class Dialogs:
    """Real dialogs. Every method returns None or False when the person says no."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent

    def confirm(self, title: str, text: str, yes: str, no: str = "Keep it", *, danger: bool = False) -> bool:
        """A question with two named answers."""
        return self.run(Plain(self.parent, title, text, yes, no, danger=danger))

    def tell(self, title: str, text: str, yes: str = "Close") -> None:
        """Something that must be read."""
        self.run(Plain(self.parent, title, text, yes, no=""))

    def ask_text(self, title: str, text: str, yes: str, *, secret: bool = False, value: str = "") -> str | None:
        """One line of text; `secret` hides what is typed."""
        dialog = Plain(self.parent, title, text, yes)
        field = QLineEdit(value)
        field.setAccessibleName(title)
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        dialog.middle.addWidget(field)
        field.setFocus()
        return field.text() if self.run(dialog) else None

    def open_files(self, title: str, filters: str = "", folder: str = "") -> list[Path]:
        """Files to read."""
        names, _ = QFileDialog.getOpenFileNames(self.parent, title, folder, filters)
        return [Path(name) for name in names]

    def open_folder(self, title: str, folder: str = "") -> Path | None:
        """A folder."""
        name = QFileDialog.getExistingDirectory(self.parent, title, folder)
        return Path(name) if name else None

    def save_file(self, title: str, name: str, filters: str = "") -> Path | None:
        """Where to save; an existing file is asked about by the dialog itself."""
        chosen, _ = QFileDialog.getSaveFileName(self.parent, title, name, filters)
        return Path(chosen) if chosen else None

    def choose(self, title: str, text: str, options: Sequence[tuple[str, str]], yes: str = "Choose") -> str | None:
        """One of several (value, words)."""
        from app.ui.widgets.choice import Choice

        dialog = Plain(self.parent, title, text, yes)
        picker = Choice(options, name=title)
        dialog.middle.addWidget(picker)
        return picker.value if self.run(dialog) else None

    def run(self, dialog: QDialog) -> bool:
        """Show any dialog and wait; True when it was accepted. The dialog is the caller's to read, then it is deleted."""
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted
        finally:
            dialog.deleteLater()
