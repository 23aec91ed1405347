"""Settings: every change counts at once. What concerns the case is asked of its services."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from app.domain.people import CaseDetails
from app.system import clock
from app.ui.errors import explain
from app.ui.screen import Screen
from app.ui.screens.settings.law import LawCard
from app.ui.screens.start.presenter import NATIONS, strength
from app.ui.shell import Shell
from app.ui.theme import TEXT_SIZES, theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialogs import Plain
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import boxed, column, row, scrolling
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.tick_box import TickBox

LOCK_AFTER = ((2, "2 minutes"), (5, "5 minutes"), (10, "10 minutes"), (20, "20 minutes"), (60, "an hour"), (0, "never"))
THEMES = (("system", "As the computer"), ("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast"))
SAVE_AFTER_MS = 700


class SettingsScreen(Screen):
    """`enter(part="backup")` scrolls there."""

    title = "Settings"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._details: CaseDetails | None = None
        self._parts: dict[str, QWidget] = {}
        inner = QWidget()
        body = column(Label("Settings", "h1"), within=inner, gap=12, margins=(0, 20, 0, 24))
        for name, title, card in (
            ("look", "How it looks", self._look()),
            ("safety", "Safety", self._safety()),
            ("backup", "Backup", self._backup()),
            ("family", "Your family", self._family()),
            ("law", "Law and dates", LawCard(shell)),
        ):
            body.addWidget(Label(title, "h2"))
            body.addWidget(card)
            self._parts[name] = card
        body.addStretch(1)
        outer = boxed(inner, theme().px(640))
        outer.setContentsMargins(24, 0, 24, 0)
        self._area: QScrollArea = scrolling(outer)
        column(self._area, within=self, gap=0)
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(SAVE_AFTER_MS)
        self._save_soon.timeout.connect(self._save_family)

    def enter(self, **params: Any) -> None:
        self.refresh()
        part = self._parts.get(str(params.get("part", "")))
        if part is not None:
            QTimer.singleShot(0, partial(self._area.ensureWidgetVisible, part, 0, 120))

    def leave(self) -> None:
        if self._save_soon.isActive():
            self._save_soon.stop()
            self._save_family()

    def refresh(self) -> None:
        shell = self.shell
        shell.calls.call(shell.case.details, on_ok=self._family_came, key="settings.family")
        shell.calls.call(remembering, shell.services, shell.case, on_ok=self._remember_came, key="settings.remember")

    # look

    def _look(self) -> Card:
        settings = self.shell.settings
        card = Card(gap=8)
        near = min(TEXT_SIZES, key=lambda size: abs(size - settings.text_size))
        self.text_size = Segmented([(str(s), f"{s} %") for s in TEXT_SIZES], str(near), "Text size")
        self.text_size.chosen.connect(self._size_chosen)
        self.theme = Choice(THEMES, settings.theme, "Colours")
        self.theme.chosen.connect(self._theme_chosen)
        card.body.addWidget(Label("Text size", bold=True))
        card.body.addLayout(row(self.text_size, None))
        card.body.addWidget(Label("Colours", bold=True))
        card.body.addWidget(self.theme)
        return card

    def _size_chosen(self, value: str) -> None:
        self.shell.settings.text_size = int(value)
        self._apply()

    def _theme_chosen(self, value: str) -> None:
        self.shell.settings.theme = value
        self._apply()

    def _apply(self) -> None:
        apply = getattr(self.window(), "apply_look", None)
        if apply is not None:
            apply()

    # safety

    def _safety(self) -> Card:
        card = Card(gap=8)
        self.lock = Choice(
            [(str(n), w) for n, w in LOCK_AFTER], str(self.shell.settings.auto_lock_minutes), "Lock by itself after"
        )
        self.lock.chosen.connect(self._lock_chosen)
        self.remember = TickBox("Remember this case on this computer, so that it opens without the passphrase")
        self.remember.clicked.connect(self._remember_clicked)
        self.passphrase = Button("Change the passphrase", self._change_passphrase, icon="key")
        card.body.addWidget(Label("Lock by itself after", bold=True))
        card.body.addWidget(self.lock)
        words = "It waits while files are being read. Ctrl+L locks now; Ctrl+Shift+H hides everything at once."
        card.body.addWidget(Label(words, "caption", muted=True, wrap=True))
        card.body.addWidget(self.remember)
        card.body.addLayout(row(self.passphrase, None))
        return card

    def _lock_chosen(self, value: str) -> None:
        self.shell.settings.auto_lock_minutes = int(value)
        self.shell.settings.save()

    def _remember_came(self, answer: tuple[bool, bool]) -> None:
        can, known = answer
        self.remember.setEnabled(can)
        self.remember.setChecked(known)
        self.remember.setToolTip("" if can else "This computer has no safe place for keys that Fairfile can use.")

    def _remember_clicked(self, on: bool) -> None:
        service = self.shell.services.later("case", "remember" if on else "forget")
        self.shell.calls.call(service, self.shell.case, on_ok=self._remember_done, on_error=self._remember_failed)

    def _remember_done(self, _answer: object) -> None:
        self.shell.tell("Remembered on this computer" if self.remember.isChecked() else "Forgotten on this computer")

    def _remember_failed(self, error: BaseException) -> None:
        self.remember.setChecked(not self.remember.isChecked())
        self.shell.failed.emit(error)

    def _change_passphrase(self) -> None:
        dialog = PassphraseDialog(self.window())
        if self.shell.dialogs.run(dialog):
            service = self.shell.services.later("case", "change_passphrase")
            self.shell.calls.call(service, self.shell.case, dialog.old.text(), dialog.new.text(), on_ok=self._changed)

    def _changed(self, _answer: object) -> None:
        self.shell.tell("The passphrase was changed. The recovery code stays the same.")

    # backup

    def _backup(self) -> Card:
        card = Card(gap=8)
        words = "One file with the whole case, encrypted as it is here. Keep it on a USB stick somewhere else."
        card.body.addWidget(Label(words, wrap=True))
        self.backup = Button("Back up now", self._back_up, icon="save")
        self.check = Button("Check the case", self._check, kind="quiet")
        self._backup_words = Label("", "caption", muted=True, wrap=True)
        card.body.addLayout(row(self.backup, self.check, None))
        card.body.addWidget(self._backup_words)
        return card

    def _back_up(self) -> None:
        name = Path(str(self.shell.case.path)).name.removesuffix(".fairfile")
        target = self.shell.dialogs.save_file("Save the backup", f"{name} {clock.today().isoformat()}.fairfile-backup")
        if target is not None:
            self._busy("Saving the backup …")
            service = self.shell.services.later("case", "backup")
            self.shell.calls.call(service, self.shell.case, target, on_ok=self._backed_up, on_error=self._backup_failed)

    def _backed_up(self, _answer: object) -> None:
        self.backup.setEnabled(True)
        self._backup_words.setText("Saved.")
        self.shell.tell("The backup is saved")

    def _backup_failed(self, error: BaseException) -> None:
        self.backup.setEnabled(True)
        words = explain(error)
        self._backup_words.setText(" ".join(p for p in (words.happened, words.safe, words.next_step) if p))

    def _check(self) -> None:
        self._busy("Checking every file …")
        self.shell.ask("case", "verify", on_ok=self._checked, key="settings.verify")

    def _checked(self, found: tuple[str, ...]) -> None:
        self.backup.setEnabled(True)
        words = " ".join(found) if found else "Every file is exactly as it came."
        self._backup_words.setText(words)

    def _busy(self, words: str) -> None:
        self.backup.setEnabled(False)
        self._backup_words.setText(words)

    # family

    def _family(self) -> Card:
        card = Card(gap=4)
        self.child, self.parent_name, self.relationship = QLineEdit(), QLineEdit(), QLineEdit()
        self.email, self.phone, self.address = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.born, self.nation = DateEdit(name="Your child’s birth date"), Choice(NATIONS, name="Nation")
        self.address.setTabChangesFocus(True)
        self.address.setMaximumHeight(self.address.fontMetrics().height() * 5 + 16)
        fields = (
            ("Your child’s name", self.child), ("Your child’s birth date", self.born), ("Nation", self.nation),
            ("Your name", self.parent_name), ("You are the child’s", self.relationship), ("Your address, for letters", self.address),
            ("Your e-mail", self.email), ("Your phone", self.phone),
        )  # fmt: skip
        for words, field in fields:
            label = Label(words, bold=True)
            label.setBuddy(field)
            field.setAccessibleName(words)
            card.body.addWidget(label)
            card.body.addWidget(field)
        for line in (self.child, self.parent_name, self.relationship, self.email, self.phone):
            line.textEdited.connect(self._edited)
        self.address.textChanged.connect(self._edited)
        self.born.changed.connect(self._edited)
        self.nation.chosen.connect(self._edited)
        card.body.addWidget(Label("Saved as you type. Letters use these.", "caption", muted=True))
        return card

    def _family_came(self, details: CaseDetails) -> None:
        if self._save_soon.isActive() or details == self._details:
            return
        self._details = details
        for field, value in (
            (self.child, details.child), (self.parent_name, details.parent), (self.relationship, details.relationship),
            (self.email, details.email), (self.phone, details.phone),
        ):  # fmt: skip
            if field.text() != value:
                field.setText(value)
        self.address.blockSignals(True)
        self.address.setPlainText(details.address)
        self.address.blockSignals(False)
        self.born.set_value(details.born)
        self.nation.set_value(details.nation)

    def _edited(self, *_: object) -> None:
        if self._details is not None:
            self._save_soon.start()

    def family(self) -> CaseDetails:
        """What the fields say; what they do not ask stays as it was."""
        return replace(
            self._details or CaseDetails(""), child=self.child.text().strip(), born=self.born.value, nation=self.nation.value,
            parent=self.parent_name.text().strip(), relationship=self.relationship.text().strip(),
            address=self.address.toPlainText().strip(), email=self.email.text().strip(), phone=self.phone.text().strip(),
        )  # fmt: skip

    def _save_family(self) -> None:
        made = self.family()
        if made != self._details and made.child and self.born.ok:
            self._details = made
            self.shell.do("case", "save_details", made)

    def focus_first(self) -> None:
        self.text_size.setFocus()


def remembering(services: Any, case: Any) -> tuple[bool, bool]:
    """(can this computer remember, does it) on a worker thread."""
    return services.case.can_remember(), services.case.is_remembered(case.path)


class PassphraseDialog(Plain):
    """The old passphrase, the new one twice."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Change the passphrase", "", "Change it")
        self.old, self.new, self.again = QLineEdit(), QLineEdit(), QLineEdit()
        self._told = Label("", "caption", wrap=True)
        for words, field in (
            ("Passphrase now", self.old),
            ("New passphrase", self.new),
            ("New passphrase once more", self.again),
        ):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(words)
            field.textChanged.connect(self._check)
            self.middle.addWidget(Label(words, bold=True))
            self.middle.addWidget(field)
        self.middle.addWidget(self._told)
        self._check()

    def _check(self, *_: object) -> None:
        found = strength(self.new.text())
        same = self.new.text() == self.again.text()
        self._told.setText(
            found.words if not found.ok or same or not self.again.text() else "The two are not the same yet."
        )
        self._told.set_tone(found.tone if same or not found.ok else "warn")
        self.yes.setEnabled(bool(self.old.text()) and found.ok and same)
