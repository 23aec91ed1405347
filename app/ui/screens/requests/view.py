"""Requests: the strip on top, the working of the open date and the log below, and what was asked and what came."""

from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLineEdit, QStackedWidget, QTabBar, QWidget

from app.domain import dates
from app.domain.people import Organisation
from app.domain.requests import REQUEST_KINDS, Deadline, Request
from app.system import clock
from app.system.files import write_output
from app.ui.screen import Screen
from app.ui.screens.requests import presenter
from app.ui.screens.requests.strip import Legend, Strip
from app.ui.shell import Shell
from app.ui.widgets.box import Column, Row
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialogs import Plain
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import ElidedLabel, Label, Line
from app.ui.widgets.layouts import clear, column, row, scrolling

Found = tuple[tuple[Request, ...], tuple[Deadline, ...], tuple[Organisation, ...], tuple[Any, ...]]


def everything(services: Any, case: Any) -> Found:
    """Requests, dates, organisations and the table, asked for on a worker thread."""
    tracking = services.tracking
    return (
        tracking.requests(case),
        tracking.deadlines(case),
        services.browsing.organisations(case),
        tracking.matrix(case),
    )


def saved_calendar(services: Any, case: Any, path: Path) -> str:
    """Write the open dates as a calendar file. Returns its name."""
    write_output(path, services.tracking.calendar(case))
    return path.name


class RequestsScreen(Screen):
    """Parameters of `enter`: request (open it)."""

    title: ClassVar[str] = "Requests"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._found: Found = ((), (), (), ())
        self._organisation: int | None = None
        self._request: int | None = None
        self._build()

    def _build(self) -> None:
        self.summary = Label("", muted=True)
        self.calendar = Button("Save dates to a calendar", self._save_calendar, icon="calendar", small=True)
        self.write_down = Button("Add one I sent", self._new, small=True)
        self.ask = Button(
            "Ask for a file",
            lambda: self.shell.navigator.go("letters", kind="access-request"),
            kind="primary",
            icon="plus",
            small=True,
        )
        head = row(Label("Requests", "h1"), 8, self.summary, None, self.calendar, self.write_down, self.ask)
        head.setContentsMargins(24, 10, 16, 10)
        self.strip = Strip()
        self.strip.chosen.connect(self._choose)
        self._working = self._build_working()
        self._beside = self._build_beside()
        self._cards = Row(self._working, self._beside, gap=16)
        self._cards.body.setStretch(0, 1)
        self._cards.body.setStretch(1, 1)
        inner = QWidget()
        column(self.strip, Legend(), self._cards, None, within=inner, gap=8, margins=(24, 0, 16, 16))
        empty = EmptyState(
            "requests",
            "Nothing was asked for yet.",
            ("Ask for a file", lambda: self.shell.navigator.go("letters", kind="access-request")),
            hint="Everyone may see what is recorded about them. Start with one letter. The dates are counted for you.",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolling(inner, "Requests"))
        self._stack.addWidget(empty)
        self._stack.hide()  # until the first answer has come
        column(head, self._stack, None, within=self, gap=0).setStretch(1, 1000)

    def _build_working(self) -> Card:
        card = Card(padding=16, gap=8)
        self._state = Chip("", "neutral")
        self.which = Choice(name="Which request")
        self.which.chosen.connect(self._choose_request)
        self._due = Label("", wrap=True)
        self._steps, self._source = Column(gap=6), Label("", "caption", muted=True, wrap=True)
        card.body.addLayout(row(Label("How the date was worked out", bold=True), None, self._state))
        for item in (self.which, Line(), self._due):
            card.body.addWidget(item)
        card.body.addWidget(self._steps)
        card.body.addWidget(self._source)
        card.body.addStretch(1)
        return card

    def _build_beside(self) -> Card:
        card = Card(padding=16, gap=8)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab("What happened")
        self.tabs.addTab("Asked and received")
        self.tabs.setAccessibleName("What happened, and what was asked and received")
        self._pages = QStackedWidget()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        log, table = QWidget(), QWidget()
        self._log = Column(gap=8)
        self.happened = Button("Write down what happened", self._ask_log, icon="pen", small=True)
        self.letter = Button("Write to them", self._write, icon="mail", small=True)
        body = column(self._log, row(self.happened, self.letter, None), None, within=log, gap=12)
        body.setContentsMargins(0, 4, 0, 0)
        self._table = QGridLayout(table)
        self._table.setContentsMargins(0, 4, 0, 0)
        self._pages.addWidget(log)
        self._pages.addWidget(table)
        card.body.addWidget(self.tabs)
        card.body.addWidget(self._pages, 1)
        return card

    # data

    def enter(self, **params: Any) -> None:
        """Open a request, if one is asked for."""
        if params.get("request") is not None:
            self._request = int(params["request"])
            self._organisation = None
        self.refresh()

    def refresh(self) -> None:
        """Ask for everything."""
        self.shell.calls.call(everything, self.shell.services, self.shell.case, on_ok=self._came, key="requests.all")

    def _came(self, found: Found) -> None:
        self._found = found
        requests, deadlines, organisations, _ = found
        self._stack.show()
        self._stack.setCurrentIndex(0 if requests else 1)
        self.summary.setText(presenter.summary(requests) if requests else "")
        self.calendar.setEnabled(any(d.state != "met" for d in deadlines))
        rows = presenter.rows(requests, deadlines, organisations, clock.today())
        if not rows:
            return
        wanted = next((r.organisation for r in requests if r.id == self._request), self._organisation)
        known = {one.organisation for one in rows}
        self._organisation = wanted if wanted in known else rows[0].organisation
        self.strip.show_rows(rows, clock.today(), self._organisation)
        self._show_table()
        self._choose(self._organisation)

    def _of(self, organisation: int | None) -> list[Request]:
        return [r for r in self._found[0] if r.organisation == organisation]

    def _choose(self, organisation: int | None) -> None:
        self._organisation = organisation
        mine = self._of(organisation)
        if not mine:
            return
        waiting = [r for r in mine if not r.answered] or mine
        if self._request not in {r.id for r in mine}:
            self._request = int(waiting[-1].id)
        self.which.set_options([(str(r.id), presenter.request_words(r)) for r in mine], str(self._request))
        self._show_request()

    def _choose_request(self, number: str) -> None:
        self._request = int(number)
        self._show_request()

    def _current(self) -> Request | None:
        return next((r for r in self._found[0] if r.id == self._request), None)

    def _show_request(self) -> None:
        request = self._current()
        if request is None:
            return
        deadline = next((d for d in self._found[1] if d.request == request.id), None)
        self._show_working(request, deadline)
        clear(self._log.body)
        for day, words in presenter.log_words(request):
            when = Label(day, "caption", muted=True)
            when.setMinimumWidth(when.fontMetrics().horizontalAdvance("30 September 2026"))
            line = row(when, Label(words, wrap=True), gap=12)
            line.setStretch(1, 1)
            self._log.body.addLayout(line)
        if not request.log:
            self._log.body.addWidget(Label("Nothing is written down yet.", muted=True, wrap=True))

    def _show_working(self, request: Request, deadline: Deadline | None) -> None:
        clear(self._steps.body)
        self._state.setVisible(deadline is not None)
        self._source.setVisible(deadline is not None)
        if deadline is None:
            self._due.setText(
                "There is no date for this request. Either it was not sent yet, or the law gives no time limit for it."
            )
            return
        row_now = presenter.rows((request,), (deadline,), self._found[2], clock.today())[0]
        self._state.show_text(row_now.now, row_now.tone)
        due = date.fromisoformat(deadline.due)
        who = request.organisation_name
        self._due.setText(
            f"{who} got your letter on {dates.show(deadline.starts)}. The answer is due by {due:%A} {dates.show(deadline.due)}."
        )
        for number, step in enumerate(deadline.working.steps, 1):
            line = row(column(Label(f"{number}.", muted=True), None), Label(step, wrap=True))
            line.setStretch(1, 1)
            self._steps.body.addLayout(line)
        checked = f" Checked {dates.show(deadline.working.checked)}." if deadline.working.checked else ""
        self._source.setText(f"{deadline.source}.{checked} This is not legal advice.")

    def _show_table(self) -> None:
        clear(self._table)
        heads = ("Organisation", "Asked for", "Now", "Documents that came")
        for place, words in enumerate(heads):
            self._table.addWidget(Label(words, "caption", muted=True, wrap=True), 0, place)
        line = 1
        for name, requests, documents in self._found[3]:
            for request in requests or (None,):
                self._table.addWidget(ElidedLabel(name), line, 0)
                self._table.addWidget(
                    ElidedLabel(REQUEST_KINDS.get(request.kind, request.kind) if request else "nothing"), line, 1
                )
                words, icon = presenter.state_words(request, documents) if request else ("not asked", "minus")
                state = QWidget()
                row(
                    IconView(icon, 16, "good" if icon == "check" else "muted"),
                    ElidedLabel(words, "caption"),
                    gap=6,
                    within=state,
                )
                self._table.addWidget(state, line, 2)
                self._table.addWidget(Label(f"{documents:,}"), line, 3, Qt.AlignmentFlag.AlignRight)
                name, line = "", line + 1
        self._table.setRowStretch(line, 1)
        self._table.setColumnStretch(0, 3)
        self._table.setColumnStretch(1, 4)
        self._table.setColumnStretch(2, 3)

    # doing

    def _ask_log(self) -> None:
        request = self._current()
        if request is None:
            return
        dialog = Plain(self.shell.dialogs.parent, "What happened?", presenter.request_words(request), "Write it down")
        what = Choice(presenter.HAPPENED, "received", name="What happened")
        day = DateEdit(clock.today().isoformat(), name="On which day", required=True)
        note = QLineEdit()
        note.setAccessibleName("Note")
        note.setPlaceholderText("Who, and what was said")
        for widget in (what, day, note):
            dialog.middle.addWidget(widget)
        if not self.shell.dialogs.run(dialog):
            return
        if len(day.value) != 10:
            self.shell.tell("Write a whole day, for example 23 Nov 2026.", "warn")
            return
        self.shell.do("tracking", "log", request.id, what.value, day.value, note.text())

    def _new(self) -> None:
        dialog = Plain(
            self.shell.dialogs.parent, "A request that you sent", "So that its date can be counted.", "Add it"
        )
        who = Choice([(str(o.id), o.name) for o in self._found[2]], name="To whom")
        kind = Choice(list(REQUEST_KINDS.items()), "access", name="What for")
        day = DateEdit(clock.today().isoformat(), name="On which day did you send it", required=True)
        for widget in (who, kind, day):
            dialog.middle.addWidget(widget)
        if not self.shell.dialogs.run(dialog) or not who.value:
            return
        if len(day.value) != 10:
            self.shell.tell("Write a whole day, for example 23 Nov 2026.", "warn")
            return
        self.shell.do("tracking", "new_request", int(who.value), kind.value, sent=day.value)

    def _write(self) -> None:
        request = self._current()
        if request is not None:
            kind = "access-overdue" if request.sent and not request.answered else "access-request"
            self.shell.navigator.go("letters", kind=kind, organisation=request.organisation)

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

    def focus_first(self) -> None:
        """The keyboard starts on the strip."""
        self.strip.list.setFocus()
