"""The recovery sheet: see the code, save it as a PDF to print, and try it once."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.shell import Shell
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column, row
from app.ui.widgets.tick_box import TickBox


class RecoveryStep(QWidget):
    """`safe` once the sheet was saved or the code was tried."""

    def __init__(self, shell: Shell, case: Any, code: str, name: str) -> None:
        super().__init__()
        self._shell, self._case, self._code, self._name = shell, case, code, name
        self.safe = False
        card = Card(strong=True)
        shown = Label(code, "h1", wrap=True)
        shown.setTextInteractionFlags(shown.textInteractionFlags() | shown.textInteractionFlags().TextSelectableByMouse)
        shown.setAccessibleName(f"Recovery code: {code}")
        card.body.addWidget(Label("Recovery code", "caption", muted=True))
        card.body.addWidget(shown)
        self.save = Button("Save the sheet to print", self._save, icon="save")
        self._saved = Label("", "caption", wrap=True, tone="good")
        self.field = QLineEdit()
        self.field.setPlaceholderText("Type the code from your sheet")
        self.field.setAccessibleName("Try the recovery code once")
        self.field.returnPressed.connect(self._try)
        self.try_button = Button("Try it", self._try)
        self._tried = Label("", "caption", wrap=True)
        self.remember = TickBox("Remember this case on this computer, so that it opens without the passphrase")
        self.remember.hide()
        self.remember.toggled.connect(self._remember)
        column(
            Label("If you ever forget the passphrase, this code opens the case. It is shown only now.", wrap=True), 4, card,
            row(self.save, None), self._saved, 8, Label("Try the recovery code once", bold=True),
            row(self.field, self.try_button), self._tried, 4, self.remember,
            Banner("warn", "Keep the sheet away from this computer, with somebody you trust or among your papers."),
            within=self, gap=4,
        )  # fmt: skip
        shell.calls.call(shell.services.later("case", "can_remember"), on_ok=self._can_remember, on_error=self._cannot)

    def _save(self) -> None:
        target = self._shell.dialogs.save_file(
            "Save the recovery sheet", f"Recovery sheet {self._name}.pdf", "PDF (*.pdf)"
        )
        if target is None:
            return

        def work() -> None:
            from app.system.files import write_output

            write_output(target, self._shell.services.case.recovery_sheet(self._name, self._code))

        self._saved.setText("Saving …")
        self._shell.calls.call(work, on_ok=self._was_saved, on_error=self._not_saved)

    def _was_saved(self, _nothing: object) -> None:
        self.safe = True
        self._saved.set_tone("good")
        self._saved.setText("Saved. Print it now, then delete the file if others use this computer.")

    def _not_saved(self, error: BaseException) -> None:
        self._saved.set_tone("danger")
        self._saved.setText(str(error))

    def _try(self) -> None:
        service = self._shell.services.later("case", "try_recovery_code")
        self.try_button.setEnabled(False)
        self._shell.calls.call(service, self._case, self.field.text(), on_ok=self._right, on_error=self._wrong)

    def _right(self, _nothing: object) -> None:
        self.safe = True
        self.try_button.setEnabled(True)
        self._tried.set_tone("good")
        self._tried.setText("It works.")

    def _wrong(self, _error: object) -> None:
        self.try_button.setEnabled(True)
        self._tried.set_tone("danger")
        self._tried.setText("That is not the code. Look at each letter again.")

    def _can_remember(self, can: bool) -> None:
        self.remember.setVisible(can)

    def _cannot(self, _error: object) -> None:
        self.remember.hide()

    def _remember(self, on: bool) -> None:
        self._shell.calls.call(self._shell.services.later("case", "remember" if on else "forget"), self._case)
