"""What can be done after their answer: the next steps with their dates, and what a later file shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain import dates
from app.domain.outcomes import LATER_NAMES, Later, NextStep, PutRight
from app.domain.requests import Working
from app.ui.widgets.box import Column
from app.ui.widgets.buttons import Button
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import clear, column, row

_SIGNS = {
    Later.NO_LATER_FILE: ("clock", "muted"),
    Later.NOT_IN_IT: ("search", "muted"),
    Later.STILL_THERE: ("flag", "warn"),
    Later.CHANGED: ("eye", "info"),
    Later.SHOWS_IT: ("check", "good"),
}


class After(QWidget):
    """`letter_asked` carries the id of a letter, `page_opened` a `Place`, `working_asked` a `Working`."""

    letter_asked = Signal(str)
    page_opened = Signal(object)
    working_asked = Signal(object)
    put_right = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._later, self._steps = Column(gap=4), Column(gap=12)
        self._head = Label("What you can do next", bold=True)
        column(self._later, self._head, self._steps, within=self, gap=10)
        self.show_steps(())
        self.show_later(None, settled=False)

    def show_steps(self, steps: Sequence[NextStep]) -> None:
        """The steps, those done at the end."""
        clear(self._steps.body)
        self._head.setVisible(bool(steps))
        for step in steps:
            self._steps.body.addWidget(self._step(step))

    def _step(self, step: NextStep) -> QWidget:
        made = QWidget()
        words = column(Label(step.title, bold=not step.done, muted=bool(step.done), wrap=True), gap=0)
        told = f"Done on {dates.show(step.done)}." if step.done else step.why
        words.addWidget(Label(told, "caption", muted=True, wrap=True))
        line = row(gap=8, within=made)
        line.addLayout(words, 1)
        if step.working is not None and not step.done:
            line.addWidget(self._due(step.title, step.working))
        if step.letter and not step.done:
            write = Button("Write it", lambda: self.letter_asked.emit(step.letter), icon="mail", small=True)
            write.setAccessibleName(f"Write it: {step.title}")
            line.addWidget(write)
        return made

    def _due(self, title: str, working: Working) -> Button:
        words = f"by {dates.show(working.due)}"
        made = Button(words, lambda: self.working_asked.emit(working), kind="quiet", small=True)
        made.setToolTip("How the date was worked out")
        made.setAccessibleName(f"{title}, {words}: how the date was worked out")
        return made

    def show_later(self, found: PutRight | None, *, settled: bool) -> None:
        """What a later file shows; `settled`: the point is put right already."""
        clear(self._later.body)
        self._later.setVisible(found is not None)
        if found is None:
            return
        icon, tone = _SIGNS[found.verdict]
        line = row(IconView(icon, 18, tone), gap=8)
        words = column(Label(LATER_NAMES[found.verdict], bold=True, wrap=True), gap=0)
        words.addWidget(Label(found.reason, "caption", muted=True, wrap=True))
        line.addLayout(words, 1)
        if found.places:
            place = found.places[0]
            opener = Button("Open the page", lambda: self.page_opened.emit(place), kind="quiet", small=True)
            opener.setAccessibleName(f"Open the page: {place.document_title}, page {place.page}")
            line.addWidget(opener)
        if found.verdict in (Later.SHOWS_IT, Later.CHANGED) and not settled:
            line.addWidget(Button("It is put right", self.put_right.emit, icon="check", small=True))
        self._later.body.addLayout(line)
