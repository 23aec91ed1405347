"""Requests: what can be done now, the strip, the working of each date and the log; two more tabs for what came and for whom."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QTabBar, QWidget

from app.domain import dates
from app.domain.people import Organisation
from app.domain.requests import Deadline, Request
from app.system import clock
from app.system.files import write_output
from app.ui.screen import Screen
from app.ui.screens.requests import presenter
from app.ui.screens.requests.dialogs import AskedDialog, HappenedDialog, NewRequestDialog
from app.ui.screens.requests.matrix import MatrixTab
from app.ui.screens.requests.organisations import OrganisationsTab
from app.ui.screens.requests.steps import Steps
from app.ui.screens.requests.strip import Legend, Strip
from app.ui.shell import Shell
from app.ui.widgets.box import Column, Row
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.choice import Choice
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Label, Line
from app.ui.widgets.layouts import clear, column, row, scrolling

_WHOLE_DAY = "Write a whole day, for example 23 Nov 2026."
TABS = ("Requests", "Asked and received", "Organisations")


class Found(NamedTuple):
    """Everything the screen shows."""

    requests: tuple[Request, ...]
    deadlines: tuple[Deadline, ...]
    organisations: tuple[Organisation, ...]
    steps: tuple[Any, ...]
    matrix: Any
    people: tuple[Any, ...]
    who: tuple[Any, Any]


def everything(services: Any, case: Any) -> Found:
    """Asked for on a worker thread."""
    tracking, organisations = services.tracking, services.organisations
    return Found(
        tracking.requests(case), tracking.deadlines(case), services.browsing.organisations(case), services.road.steps(case),
        services.matrix.table(case), organisations.contacts(case), organisations.who_asks(case),
    )  # fmt: skip


def saved_calendar(services: Any, case: Any, path: Path) -> str:
    """Write the open dates as a calendar file. Returns its name."""
    write_output(path, services.tracking.calendar(case))
    return path.name


class RequestsScreen(Screen):
    """Parameters of `enter`: request (open it), tab (0 to 2), terms (an organisation whose term dates are asked for)."""

    title: ClassVar[str] = "Requests"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._found: Found | None = None
        self._organisation: int | None = None
        self._request: int | None = None
        self._slot = "answer"
        self._ask_terms: int | None = None
        self._build()
        self._keys()

    def _build(self) -> None:
        self.summary = Label("", muted=True)
        self.calendar = Button("Save dates to a calendar", self._save_calendar, icon="calendar", small=True)
        self.write_down = Button("Add one I sent", self._new, small=True)
        self.ask = Button("Ask for a file", self._ask_for, kind="primary", icon="plus", small=True)
        for button in (self.calendar, self.write_down, self.ask):
            button.setEnabled(False)  # until it is known whether there is anybody to ask
        head = row(Label("Requests", "h1"), 8, self.summary, None, self.calendar, self.write_down, self.ask)
        head.setContentsMargins(24, 10, 16, 4)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Requests, what was asked and received, organisations")
        for words in TABS:
            self.tabs.addTab(words)
        under = row(self.tabs, None)
        under.setContentsMargins(24, 0, 16, 0)
        self.matrix, self.organisations = MatrixTab(self.shell), OrganisationsTab(self.shell)
        self._pages = QStackedWidget()
        for page in (self._build_road(), self.matrix, self.organisations):
            self._pages.addWidget(page)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self._advice = Label("", "caption", muted=True, wrap=True)
        self._advice.setContentsMargins(24, 6, 16, 8)
        self._pages.hide()  # until the first answer has come
        column(head, under, self._pages, self._advice, within=self, gap=0).setStretch(2, 1000)

    def _build_road(self) -> QStackedWidget:
        self.steps = Steps(self.shell, self._elsewhere)
        self.strip = Strip()
        self.strip.chosen.connect(self._choose)
        self._cards = Row(self._build_working(), self._build_log(), gap=16)
        self._cards.body.setStretch(0, 1)
        self._cards.body.setStretch(1, 1)
        inner = QWidget()
        column(self.steps, self.strip, Legend(), self._cards, None, within=inner, gap=8, margins=(24, 8, 16, 16))
        empty = EmptyState(
            "requests",
            "Nothing was asked for yet.",
            ("Ask for a file", self._ask_for),
            hint="Everyone may see what is recorded about them. Start with one letter. The dates are counted for you.",
        )
        self._road = QStackedWidget()
        self._road.addWidget(scrolling(inner, "Requests"))
        self._road.addWidget(empty)
        self._empty_button = empty.findChild(Button)
        return self._road

    def _build_working(self) -> Card:
        card = Card(padding=16, gap=8)
        self._state = Chip("", "neutral")
        self.which = Choice(name="Which request")
        self.which.chosen.connect(self._choose_request)
        self.which_date = Choice(name="Which date")
        self.which_date.chosen.connect(self._choose_date)
        self._due = Label("", wrap=True)
        self._steps, self._source = Column(gap=6), Label("", "caption", muted=True, wrap=True)
        card.body.addLayout(row(Label("How the date was worked out", bold=True), None, self._state))
        for item in (self.which, self.which_date, Line(), self._due, self._steps, self._source):
            card.body.addWidget(item)
        card.body.addStretch(1)
        return card

    def _build_log(self) -> Card:
        card = Card(padding=16, gap=8)
        self.happened = Button("Write down what happened", self._ask_log, icon="pen", small=True)
        self.asked = Button("What I asked for", self._ask_asked, icon="list", small=True)
        self._belongs, self._log = Label("", "caption", muted=True, wrap=True), Column(gap=8)
        card.body.addWidget(Label("What happened", bold=True))
        self.came = Button("What came for it", self._ask_came, icon="folder", small=True)
        card.body.addLayout(row(self.happened, self.asked, self.came, None))
        card.body.addWidget(self._log)
        card.body.addWidget(self._belongs)
        card.body.addStretch(1)
        return card

    def _keys(self) -> None:
        does = {"L": self._ask_log, "W": self._first_step, "A": self._ask_for, "Ctrl+Tab": partial(self._turn, 1),
                "Ctrl+Shift+Tab": partial(self._turn, -1)}  # fmt: skip
        for keys, action in does.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    # data

    def enter(self, **params: Any) -> None:
        """Open a request, a tab or the term dates, if one is asked for."""
        if params.get("request") is not None:
            self._request = int(params["request"])
            self._organisation = None
        self.tabs.setCurrentIndex(int(params.get("tab", 0)))
        self._ask_terms = params.get("terms")
        self.refresh()

    def refresh(self) -> None:
        """Ask for everything."""
        self.shell.calls.call(everything, self.shell.services, self.shell.case, on_ok=self._came, key="requests.all")

    def _came(self, found: Found) -> None:
        self._found = found
        self._pages.show()
        self.ask.setEnabled(True)
        self._road.setCurrentIndex(0 if found.requests else 1)
        self.summary.setText(presenter.summary(found.requests) if found.requests else "")
        self.calendar.setEnabled(any(d.state != "met" for d in found.deadlines))
        self.write_down.setEnabled(bool(found.organisations))
        self._advice.setText(found.who[1].line)
        self.matrix.show_matrix(found.matrix)
        self.organisations.show_all(found.organisations, found.people, *found.who)
        self._show_strip(found)
        if self._ask_terms is not None:
            wanted, self._ask_terms = self._ask_terms, None
            QTimer.singleShot(0, self, partial(self.organisations.terms, int(wanted)))

    def _show_strip(self, found: Found) -> None:
        rows = presenter.rows(found.requests, found.deadlines, found.organisations, clock.today())
        if not rows:
            return
        wanted = next((r.organisation for r in found.requests if r.id == self._request), self._organisation)
        known = {one.organisation for one in rows}
        self._organisation = wanted if wanted in known else rows[0].organisation
        self.strip.show_rows(rows, clock.today(), self._organisation)
        self._choose(self._organisation)

    def _of(self, organisation: int | None) -> list[Request]:
        return [r for r in self._found.requests if r.organisation == organisation] if self._found else []

    def _choose(self, organisation: int | None) -> None:
        self._organisation = organisation
        mine = self._of(organisation)
        if not mine or self._found is None:
            return
        waiting = [r for r in mine if not r.answered] or mine
        if self._request not in {r.id for r in mine}:
            self._request = int(waiting[-1].id)
        self.which.set_options([(str(r.id), presenter.request_words(r)) for r in mine], str(self._request))
        self.steps.show_steps([s for s in self._found.steps if s.request.organisation == organisation], clock.today())
        self._show_request()

    def _choose_request(self, number: str) -> None:
        self._request = int(number)
        self._show_request()

    def _choose_date(self, slot: str) -> None:
        self._slot = slot
        self._show_request()

    def _current(self) -> Request | None:
        return next((r for r in self._found.requests if r.id == self._request), None) if self._found else None

    def _dates(self, request: Request) -> list[Deadline]:
        mine = [d for d in self._found.deadlines if d.request == request.id] if self._found else []
        return sorted(mine, key=lambda d: (d.state == "met", d.due))

    def _show_request(self) -> None:
        request = self._current()
        if request is None:
            return
        mine = self._dates(request)
        chosen = next((d for d in mine if d.slot == self._slot), mine[0] if mine else None)
        self.which_date.set_options(
            [(d.slot, presenter.date_words(d, clock.today())) for d in mine], chosen.slot if chosen else ""
        )
        self.which_date.setVisible(len(mine) > 1)
        self._show_working(chosen)
        self._show_log(request)
        self.asked.setVisible(request.kind in self.shell.services.asked.ASKING)
        self.shell.ask("tracking", "belonging", int(request.id), on_ok=self._belonging_came, key="requests.belonging")

    def _show_log(self, request: Request) -> None:
        clear(self._log.body)
        for place, day, words in presenter.log_words(request):
            when = Label(day, "caption", muted=True)
            when.setMinimumWidth(when.fontMetrics().horizontalAdvance("30 September 2026"))
            gone = Button(
                "Remove", partial(self.shell.do, "tracking", "unlog", int(request.id), place), kind="quiet", small=True
            )
            gone.setAccessibleDescription(f"{day}: {words}")
            line = row(when, Label(words, wrap=True), gone, gap=12)
            line.setStretch(1, 1)
            self._log.body.addLayout(line)
        if not request.log:
            self._log.body.addWidget(Label("Nothing is written down yet.", muted=True, wrap=True))

    def _belonging_came(self, found: Any) -> None:
        parts = [
            f"Delivery of {dates.show(day) if day else 'an unknown day'} ({files} files)"
            for _, day, files in found.deliveries
        ]
        parts += [title for _, title in found.documents]
        parts += [f"Letter: {title}{f', sent {dates.show(day)}' if day else ''}" for _, title, day in found.letters]
        self._belongs.setText(f"Belongs to it: {'; '.join(parts)}." if parts else "")

    def _show_working(self, found: Deadline | None) -> None:
        clear(self._steps.body)
        self._state.setVisible(found is not None)
        self._source.setVisible(found is not None)
        if found is None:
            self._due.setText(
                "There is no date for this. Either it was not sent yet, or the law gives no time limit for it."
            )
            return
        self._state.show_text(*presenter.state_of(found, clock.today()))
        self._due.setText(presenter.due_words(found))
        for number, step in enumerate(found.working.steps, 1):
            line = row(column(Label(f"{number}.", muted=True), None), Label(step, wrap=True))
            line.setStretch(1, 1)
            self._steps.body.addLayout(line)
        checked = f" Checked {dates.show(found.working.checked)}." if found.working.checked else ""
        self._source.setText(f"{found.source}.{checked}")

    # doing

    def _ask_for(self) -> None:
        if self._found is None:
            return
        if not self._found.organisations:
            self.organisations.edit(None, then=self._ask_the_first)
            return
        self.shell.navigator.go("letters", kind="access-request")

    def _ask_the_first(self, _saved: object) -> None:
        """The first organisation is there: go on with the letter to it."""
        self.shell.navigator.go("letters", kind="access-request")

    def _first_step(self) -> None:
        if self.steps.buttons:
            self.steps.buttons[0].click()

    def _elsewhere(self, step: Any) -> None:
        """A step that opens no letter: term dates, the table, or the request itself."""
        if step.opens == "terms":
            self.organisations.terms(int(step.request.organisation))
        elif step.opens == "matrix":
            self.tabs.setCurrentIndex(1)
            self.matrix.table.setFocus()
        else:
            self._choose_request(str(int(step.request.id)))
            self.which.setFocus()

    def _ask_log(self) -> None:
        request = self._current()
        if request is None:
            return
        special = self.shell.services.tracking.special_to(request.kind)
        dialog = HappenedDialog(
            self.shell.dialogs.parent, presenter.request_words(request), presenter.happened(special)
        )
        if not self.shell.dialogs.run(dialog):
            return
        if len(dialog.day.value) != len("2026-11-23"):
            self.shell.tell(_WHOLE_DAY, "warn")
            return
        self.shell.do("tracking", "log", request.id, dialog.what.value, dialog.day.value, dialog.note.text())

    def _ask_asked(self) -> None:
        request = self._current()
        if request is not None:
            self.shell.ask("asked", "usual", request, on_ok=partial(self._usual_came, request), key="requests.usual")

    def _usual_came(self, request: Request, usual: Sequence[Any]) -> None:
        dialog = AskedDialog(self.shell.dialogs.parent, request, usual)
        if self.shell.dialogs.run(dialog):
            self.shell.do("asked", "set_asked", int(request.id), dialog.items())

    def _ask_came(self) -> None:
        request = self._current()
        if request is not None:
            self.shell.ask(
                "browsing", "disclosures", on_ok=partial(self._deliveries_came, request), key="requests.deliveries"
            )

    def _deliveries_came(self, request: Request, deliveries: Sequence[Any]) -> None:
        mine = sorted(deliveries, key=lambda d: d.organisation != request.organisation)
        options = [(str(int(d.id)), presenter.delivery_words(d)) for d in mine]
        if not options:
            self.shell.tell("No files were brought in yet.", "warn")
            return
        text = "Choose the delivery that came for this request."
        chosen = self.shell.dialogs.choose(presenter.request_words(request), text, options, "It came for this")
        if chosen is not None:
            self.shell.do("tracking", "link_delivery", int(request.id), int(chosen))

    def _new(self) -> None:
        if self._found is None:
            return
        earlier = [(str(r.id), f"{r.organisation_name}: {presenter.request_words(r)}") for r in self._found.requests]
        kinds = self.shell.services.tracking.kinds()
        dialog = NewRequestDialog(self.shell.dialogs.parent, self._found.organisations, kinds, earlier)
        if not self.shell.dialogs.run(dialog) or not dialog.who.value:
            return
        if len(dialog.day.value) != len("2026-11-23"):
            self.shell.tell(_WHOLE_DAY, "warn")
            return
        about = int(dialog.about.value) if dialog.about.value else None
        self.shell.do(
            "tracking", "new_request", int(dialog.who.value), dialog.kind.value, sent=dialog.day.value, how=dialog.how.value,
            proof=dialog.proof.text(), about=about,
        )  # fmt: skip

    def _save_calendar(self) -> None:
        path = self.shell.dialogs.save_file("Save dates to a calendar", "Dates.ics", "Calendar (*.ics)")
        if path is not None:
            self.shell.calls.call(
                saved_calendar, self.shell.services, self.shell.case, path, on_ok=self._calendar_saved
            )

    def _calendar_saved(self, name: str) -> None:
        self.shell.tell(f"Saved {name}. Open it with your calendar.", "good")

    # room

    def set_large(self, large: bool) -> None:
        """With little room the two cards stand under each other."""
        directions = QBoxLayout.Direction
        self._cards.body.setDirection(directions.TopToBottom if large else directions.LeftToRight)
        self.summary.setVisible(not large)
        self.calendar.setVisible(not large)
        self.matrix.set_large(large)

    def focus_first(self) -> None:
        """The keyboard starts on what can be done now, else on the strip, else on the first thing to do at all."""
        if self._road.currentIndex() == 1 and self._found is not None and self._empty_button is not None:
            self._empty_button.setFocus()
        elif self.steps.buttons:
            self.steps.buttons[0].setFocus()
        else:
            self.strip.list.setFocus()
