"""Settings about law and dates: the regulator's name, extra bank holidays, and for testing the day that counts as today."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QLineEdit

from app.domain.dates import show
from app.domain.people import NATIONS
from app.system import clock
from app.ui.shell import Shell
from app.ui.widgets.box import Column
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import clear, column, row

_NATIONS = dict(zip(NATIONS, ("England", "Wales", "Scotland", "Northern Ireland"), strict=True))
_WHOLE = len("2026-11-23")


class LawCard(Card):
    """What is changed counts at once: in dates, letters and exports."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(gap=8)
        self._shell = shell
        self.regulator = QLineEdit(shell.settings.regulator)
        self.regulator.setAccessibleName("The regulator of data protection")
        self.regulator.editingFinished.connect(self._regulator_named)
        self.day = DateEdit(name="An extra bank holiday")
        self.nation = Choice([("", "Everywhere"), *_NATIONS.items()], name="Where it is a bank holiday")
        self.add = Button("Add it", self._add, small=True)
        self._days = Column(gap=4)
        self.body.addWidget(Label("The regulator of data protection", bold=True))
        self.body.addWidget(self.regulator)
        words = "It is to be renamed “Information Commission”. Letters use the name as it stands here."
        self.body.addWidget(Label(words, "caption", muted=True, wrap=True))
        self.body.addWidget(Label("An extra bank holiday", bold=True))
        self.day.field.setPlaceholderText("for example 15 June 2026")
        line = row(self.day, column(self.nation, None), column(self.add, None))
        line.setStretch(0, 1)
        self.body.addLayout(line)
        words = "The usual ones are known. A day that is announced later can be added here."
        self.body.addWidget(Label(words, "caption", muted=True, wrap=True))
        self.body.addWidget(self._days)
        if clock.set_for_testing():
            self._test_clock()
        self._show_days()

    def _regulator_named(self) -> None:
        name = self.regulator.text().strip()
        if name and name != self._shell.settings.regulator:
            self._shell.settings.regulator = name
            self._changed()

    def _add(self) -> None:
        if len(self.day.value) != _WHOLE:
            self._shell.tell("Write a whole day, for example 15 June 2026.", "warn")
            return
        entry = ":".join(part for part in (self.nation.value, self.day.value) if part)
        days = self._shell.settings.working_days_extra
        self._shell.settings.working_days_extra = sorted({*days, entry}, key=lambda known: known.rpartition(":")[2])
        self.day.set_value("")
        self._changed()

    def _remove(self, entry: str) -> None:
        days = self._shell.settings.working_days_extra
        self._shell.settings.working_days_extra = [known for known in days if known != entry]
        self._changed()

    def _changed(self) -> None:
        self._shell.settings.save()
        self._show_days()
        self._shell.case_changed.emit()

    def _show_days(self) -> None:
        clear(self._days.body)
        for entry in self._shell.settings.working_days_extra:
            nation, _, day = entry.rpartition(":")
            words = f"{show(day)}, {_NATIONS.get(nation, 'everywhere')}"
            gone = Button("Remove", partial(self._remove, entry), kind="quiet", small=True)
            gone.setAccessibleDescription(words)
            line = row(Label(words), gone, None)
            self._days.body.addLayout(line)

    def _test_clock(self) -> None:
        """Only where the program was started with a day for testing."""
        self.today = DateEdit(clock.today().isoformat(), name="For testing: today is")
        self.move_on = Button("Make it today", self._move, small=True)
        self.body.addWidget(Label("For testing: today is", bold=True))
        line = row(self.today, column(self.move_on, None))
        line.setStretch(0, 1)
        self.body.addLayout(line)

    def _move(self) -> None:
        if len(self.today.value) == _WHOLE:
            clock.move_to(date.fromisoformat(self.today.value))
            self._shell.case_changed.emit()
            self._shell.tell(f"For testing, today is {show(self.today.value)}.")
