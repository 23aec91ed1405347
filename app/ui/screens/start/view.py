"""The start screen: one promise, three doors, the cases that were open before."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QWidget

from app import __version__
from app.system.paths import default_cases_folder
from app.ui import theme as look
from app.ui.screen import Screen
from app.ui.screens.start.door import Door, Picture, RecentRow
from app.ui.screens.start.presenter import EXAMPLE_NAME, EXAMPLE_PASSPHRASE, about_recent
from app.ui.shell import Shell
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import Label, Line
from app.ui.widgets.layouts import clear, column, row, scrolling
from app.ui.widgets.progress import Bar
from app.ui.widgets.segmented import Segmented
from app.ui.wording import initials


class StartScreen(Screen):
    """Shown while no case is open."""

    title = "Start"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.example = Door(
            "book", "Look around with an example family", "An invented girl and her files, nothing to set up", True
        )
        self.new = Door("plus", "Start a case", "Four questions, then a passphrase. About 3 minutes")
        self.open = Door("folder", "Open a case", "A case on this computer or on a USB stick")
        self.example.clicked.connect(self.look_around)
        self.new.clicked.connect(self.start_case)
        self.open.clicked.connect(self._open)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._front())
        column(self._top(), self._pages, Line(), self._foot(), within=self, gap=0).setStretch(1, 1)
        self._list_recent()
        shell.session.opening.connect(self._opening)

    def _top(self) -> QWidget:
        top = QWidget()
        settings = self.shell.settings
        sizes = [("100", "A"), ("130", "A+"), ("175", "A++")]
        near = min(sizes, key=lambda s: abs(int(s[0]) - settings.text_size))[0]
        self._sizes = Segmented(sizes, near, "Text size")
        self._sizes.chosen.connect(self._size_chosen)
        shown = "dark" if look.theme().palette.dark else "light"
        self._themes = Segmented([("light", "Light", "sun"), ("dark", "Dark", "moon")], shown, "Colours")
        self._themes.chosen.connect(self._theme_chosen)
        brand = Label("Fairfile", "h2", tone="primary")
        self._size_words = Label("Text size", "caption", muted=True)
        help_button = Button("Help", self._help, kind="quiet", icon="help")
        row(
            IconView("brand", 24, "primary"), brand, None, self._size_words, self._sizes, 8, self._themes, help_button,
            within=top, margins=(24, 10, 16, 10),
        )  # fmt: skip
        return top

    def _foot(self) -> QWidget:
        foot = QWidget()
        left = Label("Fairfile helps you organise and write. It is not legal advice.", "caption", muted=True, wrap=True)
        right = Label(f"Version {__version__} · free software, AGPL", "caption", muted=True)
        row(left, right, within=foot, margins=(24, 12, 24, 12)).setStretch(0, 1)
        return foot

    def _front(self) -> QWidget:
        self._picture = Picture()
        promise = Label("Read your child’s files,\nand put the record straight.", "display")
        left = column(self._picture, 16, promise, 16, self.example, 8, self.new, 8, self.open, gap=4)
        self._recent = Card(padding=0, gap=0)
        self._recent_title = Label("Recent cases", "h2")
        self._building = self._progress_card()
        right = column(None, self._recent_title, self._recent, 24, self._building, self._private(), gap=8)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(104, 40, 104, 24)
        self._columns.setSpacing(96)
        self._columns.addLayout(left, 55)
        self._columns.addLayout(right, 45)
        inner = QWidget()
        outer = column(within=inner, gap=0)
        outer.addLayout(self._columns)
        outer.addStretch(1)
        return scrolling(inner)

    def _private(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("look", "banner")
        frame.setProperty("tone", "good")
        words = Label(
            "Fairfile never goes online. Your case is encrypted with a passphrase that only you know.", wrap=True
        )
        how = Button("How you can check this", self._check, kind="link", small=True)
        text = column(Label("Nothing leaves this computer", bold=True, tone="good"), words, row(how, None), gap=2)
        shield = IconView("shield", 28, "good")
        body = row(shield, text, gap=12, margins=(16, 14, 16, 10), within=frame)
        body.setAlignment(shield, Qt.AlignmentFlag.AlignTop)
        body.setStretch(1, 1)
        return frame

    def _progress_card(self) -> Card:
        card = Card()
        self._build_words = Label("Making the example family. This takes about a minute.", bold=True, wrap=True)
        self._build_bar = Bar()
        self._build_stop = Button("Stop", self._stop_building, kind="quiet", small=True)
        card.body.addWidget(self._build_words)
        card.body.addWidget(self._build_bar)
        card.body.addLayout(row(None, self._build_stop))
        card.hide()
        return card

    # recent cases

    def _list_recent(self) -> None:
        clear(self._recent.body)
        entries = self.shell.settings.recent
        now = datetime.now()
        for number, entry in enumerate(entries[:4]):
            path = Path(entry.get("path", ""))
            away = not path.is_dir()
            name = path.name.removesuffix(".fairfile")
            words = about_recent(entry.get("opened", ""), not away, path, now)
            line = RecentRow(
                initials(name), name, words, first=number == 0, away=away, last=number == len(entries[:4]) - 1
            )
            line.clicked.connect(partial(self._open_recent, path))
            self._recent.body.addWidget(line)
        self._recent.setVisible(bool(entries))
        self._recent_title.setVisible(bool(entries))

    def _open_recent(self, path: Path) -> None:
        if not path.is_dir():
            self.shell.dialogs.tell(
                "This case is not here now",
                f"It was in “{path.parent}”. If it is on a USB stick, plug it in and try again.",
            )
            return
        self.unlock(path)

    def unlock(self, path: Path) -> None:
        """Ask for the passphrase of a case."""
        self.shell.session.path = path
        self.shell.session.locked.emit(path)

    # doors

    def _open(self) -> None:
        place = self.shell.dialogs.open_folder(
            "Choose the case: a folder whose name ends in .fairfile", str(default_cases_folder())
        )
        if place is None:
            return
        if not place.name.endswith(".fairfile") and not (place / "keys.json").is_file():
            self.shell.dialogs.tell(
                "This folder is not a case", "Choose a folder whose name ends in .fairfile. Nothing was changed."
            )
            return
        self.unlock(place)

    def start_case(self) -> None:
        """The questions of a new case."""
        from app.ui.screens.start.wizard import Wizard

        wizard = Wizard(self.shell)
        wizard.left.connect(self._front_again)
        self._pages.addWidget(wizard)
        self._pages.setCurrentWidget(wizard)
        wizard.focus_first()

    def _front_again(self) -> None:
        wizard = self._pages.currentWidget()
        self._pages.setCurrentIndex(0)
        if wizard is not None and wizard is not self._pages.widget(0):
            self._pages.removeWidget(wizard)
            wizard.deleteLater()
        self.new.setFocus()

    def look_around(self) -> None:
        """Open the example family; the first time its case is made."""
        path = default_cases_folder() / f"{EXAMPLE_NAME}.fairfile"
        if path.is_dir():
            self.shell.session.open(path, passphrase=EXAMPLE_PASSPHRASE)
            return
        session = self.shell.session
        control = self.shell.services.control.Control()

        def work(on_event: Any) -> Any:
            path.parent.mkdir(parents=True, exist_ok=True)
            build = self.shell.services.later("demo", "build")
            return build(session.context(), path, EXAMPLE_PASSPHRASE, on_event=on_event, control=control)

        self._enable(False)
        self._building.show()
        self._build_stop.setFocus()
        self._job = self.shell.jobs.run("The example family", control, work)
        self._job.progressed.connect(self._building_on)
        self._job.finished.connect(session.take)
        self._job.failed.connect(self._building_failed)
        self._job.stopped.connect(self._building_over)

    def _stop_building(self) -> None:
        self._job.cancel()

    def _building_on(self, event: Any) -> None:
        words = {"scan": "Reading the scanned pages", "read": "Reading the files", "copy": "Copying the files"}
        said = words.get(event.stage, "Making the files")
        self._build_words.setText(f"{said}: {event.done:,} of {event.total:,}")
        self._build_bar.set_progress(event.done, event.total)

    def _building_failed(self, error: BaseException) -> None:
        self._building_over()
        self.shell.failed.emit(error)

    def _building_over(self) -> None:
        self._building.hide()
        self._enable(True)

    def _enable(self, on: bool) -> None:
        for door in (self.example, self.new, self.open):
            door.setEnabled(on)

    def _opening(self, on: bool) -> None:
        self.setCursor(Qt.CursorShape.BusyCursor if on else Qt.CursorShape.ArrowCursor)

    # look

    def _size_chosen(self, value: str) -> None:
        self.shell.settings.text_size = int(value)
        self._apply_look()

    def _theme_chosen(self, value: str) -> None:
        self.shell.settings.theme = value
        self._apply_look()

    def _apply_look(self) -> None:
        window = self.window()
        apply = getattr(window, "apply_look", None)
        if apply is not None:
            apply()

    def _help(self) -> None:
        self.shell.navigator.go("help")

    def _check(self) -> None:
        self.shell.navigator.go("help", part="offline")

    def set_large(self, large: bool) -> None:
        """One column under the other, smaller margins."""
        side = 32 if large else 104
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(side, 16 if large else 40, side, 24)
        self._columns.setSpacing(24 if large else 96)
        self._picture.setVisible(not large)
        self._size_words.setVisible(not large)

    def focus_first(self) -> None:
        """The first door, or the newest case for somebody who has one."""
        first = self._recent.findChild(RecentRow)
        (first if first is not None and self.shell.settings.recent else self.example).setFocus()
