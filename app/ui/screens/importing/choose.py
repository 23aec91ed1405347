"""What to bring in, from whom and when."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from app.domain.people import Organisation
from app.ui.screens.importing.presenter import SOMEBODY_NEW, chosen_words, organisation_choices
from app.ui.shell import Shell
from app.ui.theme import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.layouts import boxed, clear, column, row, scrolling
from app.ui.widgets.tick_box import TickBox

MOST_SHOWN = 6
_KEPT = (
    "Every file is kept exactly as it came, with a fingerprint that proves it. Files you hold already are kept once."
)


class ChoosePage(QWidget):
    """`begun` when everything was answered; the answers are in the properties."""

    begun = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.paths: tuple[str, ...] = ()
        self._list = column(gap=4)
        self.folder = Button("Choose a folder", self._choose_folder, icon="folder")
        self.files = Button("Choose files", self._choose_files, icon="document")
        self.who = Choice(organisation_choices(()), name="Who sent them")
        self.who.chosen.connect(self._who_chosen)
        self.new_name = QLineEdit()
        self.new_name.setPlaceholderText("Name of the school, council, surgery …")
        self.new_name.setAccessibleName("Name of who sent them")
        self.new_name.hide()
        self.when = DateEdit(name="When they came")
        self.scans = TickBox("Read scanned pages too, so that they can be searched", True)
        self.passwords = QLineEdit()
        self.passwords.setEchoMode(QLineEdit.EchoMode.Password)
        self.passwords.setAccessibleName("Password of locked files")
        self.passwords.setPlaceholderText("Only if you were given one")
        self.go = Button("Bring them in", self._go, kind="primary", icon="bring-in")
        self._problem = Label("", tone="danger", wrap=True)
        self._problem.hide()
        inner = QWidget()
        column(
            Label("Bring in files", "h1"),
            Label("A folder, a USB stick, a ZIP or single files. Nothing is changed where they are now.", muted=True, wrap=True),
            8, self._drop_area(), 12, self._form(), self._problem, 12, row(self.go, None), 12,
            Banner("info", _KEPT),
            None, within=inner, gap=4, margins=(0, 20, 0, 20),
        )  # fmt: skip
        outer = boxed(inner, theme().px(640))
        outer.setContentsMargins(24, 0, 24, 0)
        column(scrolling(outer), within=self, gap=0)
        self._show_paths()

    def _drop_area(self) -> QFrame:
        area = QFrame()
        area.setProperty("look", "dashed")
        words = Label("Drop them here, or anywhere on this window", bold=True, wrap=True)
        head = row(IconView("bring-in", 24, "primary", ground="selected", box=48), words, gap=16)
        head.setStretch(1, 1)
        column(head, row(self.folder, self.files, None), self._list, within=area, gap=12, margins=(16, 16, 16, 16))
        return area

    def _form(self) -> Card:
        card = Card(gap=4)
        for words, hint, fields in (
            ("Who sent them?", "So that each paper knows where it came from", (self.who, self.new_name)),
            ("When did they come?", "A rough date will do", (self.when,)),
            ("Password of locked files", "", (self.passwords,)),
        ):
            label = Label(words, bold=True)
            label.setBuddy(fields[0])
            card.body.addWidget(label)
            if hint:
                card.body.addWidget(Label(hint, "caption", muted=True, wrap=True))
            for field in fields:
                card.body.addWidget(field)
        card.body.addWidget(self.scans)
        return card

    def show_organisations(self, organisations: tuple[Organisation, ...]) -> None:
        """Who is known already."""
        self.who.set_options(organisation_choices(organisations), self.who.value)

    def add_paths(self, paths: tuple[str, ...]) -> None:
        """More to bring in."""
        self.paths = tuple(dict.fromkeys((*self.paths, *paths)))
        self._show_paths()

    @property
    def organisation(self) -> str:
        """The name of who sent them; empty when not known."""
        return self.new_name.text().strip() if self.who.value == SOMEBODY_NEW else self.who.value

    def clear(self) -> None:
        """Ready for the next delivery."""
        self.paths = ()
        self.passwords.clear()
        self._show_paths()

    def focus_first(self) -> None:
        """Choosing comes first."""
        (self.who if self.paths else self.folder).setFocus()

    def _show_paths(self) -> None:
        clear(self._list)
        for path in self.paths[:MOST_SHOWN]:
            remove = IconButton("close", f"Leave out {Path(path).name}", partial(self._remove, path), size=18)
            icon = "folder" if Path(path).is_dir() else "document"
            self._list.addLayout(row(IconView(icon, 18, "muted"), ElidedLabel(path), remove))
        if len(self.paths) > MOST_SHOWN:
            self._list.addWidget(Label(f"{chosen_words(self.paths)} in all", muted=True))
        self.go.setEnabled(bool(self.paths))

    def _remove(self, path: str) -> None:
        self.paths = tuple(p for p in self.paths if p != path)
        self._show_paths()

    def _choose_folder(self) -> None:
        place = self._shell.dialogs.open_folder("Choose the folder you were sent")
        if place is not None:
            self.add_paths((str(place),))

    def _choose_files(self) -> None:
        self.add_paths(tuple(str(p) for p in self._shell.dialogs.open_files("Choose files")))

    def _who_chosen(self, value: str) -> None:
        self.new_name.setVisible(value == SOMEBODY_NEW)
        if value == SOMEBODY_NEW:
            self.new_name.setFocus()

    def _go(self) -> None:
        problem = ""
        if not self.when.ok:
            problem = "Please look at the date again, or leave it empty."
        elif self.who.value == SOMEBODY_NEW and not self.new_name.text().strip():
            problem = "Please write who sent them."
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            self.begun.emit()
