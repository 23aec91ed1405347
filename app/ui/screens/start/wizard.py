"""A new case in three steps: four questions, the passphrase, the recovery sheet."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QStackedWidget, QWidget

from app.domain.people import CaseDetails
from app.system.paths import default_cases_folder
from app.ui.screens.start.presenter import NATIONS, free_place, strength, what_is_missing
from app.ui.screens.start.recovery import RecoveryStep
from app.ui.shell import Shell
from app.ui.theme import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.layouts import boxed, column, row, scrolling
from app.ui.widgets.progress import Bar


class Wizard(QWidget):
    """`left` when the person goes back to the start."""

    left = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._steps = QStackedWidget()
        self.questions = Questions()
        self.secret = Secret()
        self._steps.addWidget(self.questions)
        self._steps.addWidget(self.secret)
        self._title = Label("", "h1")
        self._step = Label("", "caption", muted=True)
        self._problem = Label("", wrap=True, tone="danger")
        self._problem.hide()
        self.back = Button("Back", self._back)
        self.next = Button("Go on", self._next, kind="primary")
        body = QWidget()
        column(
            self._step,
            self._title,
            8,
            self._steps,
            self._problem,
            8,
            row(self.back, None, self.next),
            None,
            within=body,
            gap=4,
        )
        outer = boxed(body, theme().px(560))
        outer.setContentsMargins(24, 24, 24, 24)
        column(scrolling(outer), within=self, gap=0)
        self._show(0)
        shell.session.created.connect(self._created)
        shell.session.refused.connect(self._refused)
        shell.session.opening.connect(self._busy)

    def focus_first(self) -> None:
        """The first empty field of the step."""
        step = self._steps.currentWidget()
        (self.questions.child if step is self.questions else self.secret.first).setFocus()

    def _show(self, step: int) -> None:
        titles = ("Whose files are these?", "Choose a passphrase", "Keep this recovery code safe")
        self._title.setText(titles[step])
        self._step.setText(f"Step {step + 1} of 3")
        self._steps.setCurrentIndex(step)
        self._problem.hide()
        self.next.setText(("Go on", "Make the case", "Open my case")[step])
        self.back.setVisible(step < 2)
        self.focus_first()

    def _back(self) -> None:
        if self._steps.currentIndex() == 0:
            self.left.emit()
        else:
            self._show(0)

    def _next(self) -> None:
        step = self._steps.currentIndex()
        if step == 0:
            missing = what_is_missing(self.questions.details(), self.questions.born.ok)
            if missing:
                self._say(missing)
                return
            self.secret.begin(self.questions.details())
            self._show(1)
        elif step == 1:
            if problem := self.secret.problem():
                self._say(problem)
                return
            self._shell.session.create(self.secret.place, self.questions.details(), self.secret.first.text())
        else:
            self._finish()

    def _created(self, created: Any) -> None:
        self._made = created
        self._recovery = RecoveryStep(
            self._shell, created.case, created.recovery_code, self.questions.child.text().strip()
        )
        self._steps.addWidget(self._recovery)
        self.secret.clear()
        self._show(2)

    def _finish(self) -> None:
        if not self._recovery.safe:
            sure = self._shell.dialogs.confirm(
                "Open the case without a copy of the code?",
                "If you forget the passphrase, the recovery code is the only way in. Nobody can make a new one for you.",
                "Open anyway",
                "Go back",
            )
            if not sure:
                return
        self._shell.session.take(self._made.case)

    def _refused(self, error: BaseException) -> None:
        self._say(str(error))

    def _busy(self, on: bool) -> None:
        self.next.setEnabled(not on)
        self.setCursor(Qt.CursorShape.BusyCursor if on else Qt.CursorShape.ArrowCursor)

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.show()


class Questions(QWidget):
    """The four questions."""

    def __init__(self) -> None:
        super().__init__()
        self.child = QLineEdit()
        self.born = DateEdit(name="Birth date")
        self.nation = Choice(NATIONS, "england", "Nation")
        self.parent_name = QLineEdit()
        self.relationship = QLineEdit()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        self._row(grid, 0, "Your child’s name", self.child, "As it stands in most of the papers")
        self._row(grid, 2, "Your child’s birth date", self.born, "So that school years are named for you")
        self._row(grid, 4, "Where are the schools and services?", self.nation, "The law and the dates differ")
        self._row(grid, 6, "Your name", self.parent_name, "For the letters. You can leave it empty")
        self._row(grid, 8, "You are the child’s", self.relationship, "For example mother, father or foster carer")
        self.relationship.setPlaceholderText("mother")

    def _row(self, grid: QGridLayout, line: int, words: str, field: QWidget, hint: str) -> None:
        label = Label(words, bold=True)
        label.setBuddy(field)
        field.setAccessibleName(words)
        field.setAccessibleDescription(hint)
        grid.addLayout(column(label, Label(hint, "caption", muted=True, wrap=True), gap=0), line, 0)
        grid.addWidget(field, line + 1, 0)

    def details(self) -> CaseDetails:
        """The answers."""
        return CaseDetails(
            self.child.text().strip(), self.born.value, self.nation.value, self.parent_name.text().strip(),
            self.relationship.text().strip(),
        )  # fmt: skip


class Secret(QWidget):
    """The passphrase twice, with words about its strength, and the place of the case."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path()
        self._names: tuple[str, ...] = ()
        self.first, self.second = QLineEdit(), QLineEdit()
        for field, name in ((self.first, "Passphrase"), (self.second, "The same passphrase once more")):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(name)
        self._bar = Bar(0, 4)
        self._told = Label("", "caption", wrap=True)
        self._same = Label("", "caption", wrap=True)
        self._see = IconButton("eye", "Show what I type", self._toggle, framed=True)
        self._place_words = ElidedLabel("", muted=True)
        change = Button("Change", self._change, kind="quiet", small=True)
        change.setAccessibleName("Change where the case is kept")
        info = Banner(
            "info",
            "Everything in the case is encrypted with it. Nobody can open the case without it, and we cannot find it out for you.",
        )
        column(
            info, 4, Label("Passphrase", bold=True), row(self.first, self._see), self._bar, self._told,
            Label("Once more", bold=True), self.second, self._same, 4,
            Label("Where the case is kept", bold=True), row(self._place_words, change), within=self, gap=4,
        )  # fmt: skip
        self.first.textChanged.connect(self._typed)
        self.second.textChanged.connect(self._typed)

    def begin(self, details: CaseDetails) -> None:
        """Names do not count as strength; they name the folder."""
        self._names = (details.child, details.parent)
        self._set_place(free_place(default_cases_folder(), details.child))
        self._typed()

    def problem(self) -> str:
        """What stands in the way, as a sentence."""
        found = strength(self.first.text(), self._names)
        if not found.ok:
            return found.words
        return "" if self.first.text() == self.second.text() else "The two passphrases are not the same."

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()

    def _typed(self) -> None:
        found = strength(self.first.text(), self._names)
        self._bar.set_progress(found.level, 4, found.tone or "primary")
        self._told.setText(found.words)
        self._told.set_tone(found.tone)
        again = self.second.text()
        same = again == self.first.text()
        self._same.setText("" if not again else "They are the same." if same else "Not the same yet.")
        self._same.set_tone("good" if same else "warn")

    def _toggle(self) -> None:
        hidden = self.first.echoMode() == QLineEdit.EchoMode.Password
        for field in (self.first, self.second):
            field.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._see.set_icon("hide" if hidden else "eye", "Hide what I type" if hidden else "Show what I type")

    def _set_place(self, place: Path) -> None:
        self.place = place
        self._place_words.setText(str(place))

    def _change(self) -> None:
        from app.ui.widgets.dialogs import Dialogs

        folder = Dialogs(self.window()).open_folder("Choose a folder for the case", str(self.place.parent))
        if folder is not None:
            self._set_place(free_place(folder, self._names[0]))
