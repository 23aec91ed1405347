"""The frame around every screen of an open case: navigation, search, the buttons on top, and progress at the bottom."""

from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from app.domain import dates
from app.domain.people import CaseDetails
from app.system import clock
from app.ui.job_bridge import Job
from app.ui.navigation import Place
from app.ui.screen import Screen
from app.ui.screens import BY_ID, SCREENS, load
from app.ui.shell import Shell
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.layouts import column, row
from app.ui.widgets.nav import Navigation
from app.ui.widgets.progress import ProgressStrip
from app.ui.widgets.search_field import SearchField
from app.ui.wording import count, initials

NARROW = 1100
STAGE_WORDS = {
    "copy": ("Copying in", "files", "bring-in"),
    "read": ("Reading", "files", "document"),
    "scan": ("Reading scans", "pages", "scan"),
    "understand": ("Looking for dates", "documents", "calendar"),
    "build": ("Building the pack", "pages", "bundle"),
}


class CaseFrame(QWidget):
    """Built when a case opens, deleted when it closes: no widget of a locked case stays in memory."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.screens: dict[str, Screen] = {}
        self._job: Job | None = None
        self.nav = Navigation(tuple((s.id, s.title, s.icon) for s in SCREENS if s.nav))
        self.stack = QStackedWidget()
        self.strip = ProgressStrip()
        right = QWidget()
        column(self._top_bar(), self.stack, self.strip, within=right, gap=0).setStretch(1, 1)
        row(self.nav, right, within=self, gap=0).setStretch(1, 1)
        self._large = False
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(400)
        self._counting.timeout.connect(self._count)
        self._connect()

    def _top_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("look", "top")
        self.search = SearchField("Search everything", "Ctrl K")
        self.search.setMaximumWidth(theme().px(440))
        self.undo = IconButton("undo", "Take back the last change (Ctrl+Z)", self._shell.undo.undo)
        self.redo = IconButton("redo", "Do it again (Ctrl+Shift+Z)", self._shell.undo.redo)
        self.bring = Button("Bring in files", icon="bring-in", tip="Ctrl+O")
        line = row(within=bar, gap=8, margins=(24, 9, 16, 9))
        line.addWidget(self.search, 10)
        line.addStretch(1)
        for widget in (self.undo, self.redo, self.bring):
            line.addWidget(widget)
        return bar

    def _connect(self) -> None:
        shell = self._shell
        self.nav.asked.connect(self._asked)
        self.search.returnPressed.connect(self._search)
        self.search.down.connect(self._to_hits)
        self.search.textEdited.connect(self._typed)
        self.bring.clicked.connect(self._bring_in)
        shell.navigator.went.connect(self.show_place)
        shell.case_changed.connect(self._changed)
        shell.jobs.started.connect(self._job_started)
        shell.jobs.ended.connect(self._job_ended)
        self.strip.pause_asked.connect(self._pause)
        self.strip.show_asked.connect(self._show_job)
        shell.undo.canUndoChanged.connect(self.undo.setEnabled)
        shell.undo.canRedoChanged.connect(self.redo.setEnabled)
        self.undo.setEnabled(shell.undo.canUndo())
        self.redo.setEnabled(shell.undo.canRedo())
        self._count()
        shell.calls.call(shell.case.details, on_ok=self._details_came, key="frame.details")

    def current(self) -> Screen | None:
        """The screen shown."""
        widget = self.stack.currentWidget()
        return widget if isinstance(widget, Screen) else None

    def show_place(self, place: Place) -> None:
        """Show a screen, building it when it was not shown before."""
        old = self.current()
        screen = self.screens.get(place.screen)
        if screen is None:
            screen = load(place.screen)(self._shell)
            self.screens[place.screen] = screen
            self.stack.addWidget(screen)
            screen.set_large(self._large)
        if old is not None and old is not screen:
            old.leave()
        info = BY_ID[place.screen]
        self.nav.light(info.under or info.id)
        self.stack.setCurrentWidget(screen)
        screen.enter(**place.params)
        if place.screen != "search":
            screen.focus_first()

    def set_large(self, large: bool) -> None:
        """Little room: icons only, side panels fold."""
        self._large = large
        self.nav.set_rail(large)
        self.bring.setText("Bring in" if large else "Bring in files")
        self.strip.fold(large)
        for screen in self.screens.values():
            screen.set_large(large)

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 400)

    def _asked(self, screen: str) -> None:
        if screen == "lock":
            self._shell.session.lock()
        else:
            self._shell.navigator.go(screen)

    def _typed(self, words: str) -> None:
        screen = self.screens.get("search")
        if screen is not None and screen is self.current():
            screen.type_ahead(words.strip())  # type: ignore[attr-defined]

    def _search(self) -> None:
        words, screen = self.search.text().strip(), self.screens.get("search")
        if screen is not None and screen is self.current() and screen.shows(words):  # type: ignore[attr-defined]
            screen.open_current()  # type: ignore[attr-defined]
        elif words:
            self._shell.navigator.go("search", query=words)

    def _to_hits(self) -> None:
        screen = self.screens.get("search")
        if screen is not None and screen is self.current():
            screen.focus_first()

    def _bring_in(self) -> None:
        self._shell.navigator.go("importing")

    def _changed(self) -> None:
        self._counting.start()
        screen = self.current()
        if screen is not None:
            screen.refresh()

    def _count(self) -> None:
        self._shell.ask("case", "counts", on_ok=self._counted, key="frame.counts")

    def _counted(self, counts: Any) -> None:
        self.nav.items["issues"].set_count(counts.open_issues)

    def _details_came(self, details: CaseDetails) -> None:
        self.nav.show_case(initials(details.child), details.child, about_child(details))

    def _job_started(self, job: Job) -> None:
        self._job = job
        job.progressed.connect(self._progressed)
        job.paused.connect(self.strip.show_paused)
        self.strip.show_paused(False)
        self.strip.show_progress(job.title, 0, 0, None, "bring-in")

    def _progressed(self, event: Any) -> None:
        if self._job is None or event.stage not in STAGE_WORDS:
            return
        words, unit, icon = STAGE_WORDS[event.stage]
        done = f"{words}: {event.done:,} of {count(event.total, unit[:-1], unit)}"
        self.strip.show_progress(done, event.done, event.total, event.seconds_left, icon)

    def _job_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.strip.hide()
        self._changed()

    def _pause(self) -> None:
        if self._job is not None:
            self._job.pause(not self._job.is_paused)

    def _show_job(self) -> None:
        self._shell.navigator.go("importing")


def about_child(details: CaseDetails) -> str:
    """Gives "born 2013 · Year 9"."""
    try:
        born = dates.bounds(details.born)[0]
    except ValueError:
        return ""
    group = dates.year_group(born, dates.school_year(clock.today()), details.nation)
    return " · ".join(part for part in (f"born {born.year}", group) if part)
