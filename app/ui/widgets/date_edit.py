"""A date as people type it: 14 Oct 2021, Oct 2021, autumn 2021, about Sept 2019. Kept as EDTF."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain import dates
from app.services.typed_dates import read_date
from app.system import clock
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column


class DateEdit(QWidget):
    """`value` is EDTF, or empty when nothing or no date was typed. Understanding is shown under the field as one types."""

    changed = Signal(str)

    def __init__(self, value: str = "", *, name: str = "Date", required: bool = False) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText("for example 14 Oct 2021, or autumn 2021")
        self._required = required
        self._value = ""
        self._told = Label("", "caption", muted=True, wrap=True)
        self._told.setMinimumHeight(self._told.fontMetrics().height())
        column(self.field, self._told, within=self, gap=2)
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._typed)
        self.set_value(value)

    @property
    def value(self) -> str:
        """The date as EDTF."""
        return self._value

    @property
    def ok(self) -> bool:
        """False when something was typed that is no date, or nothing where a date is needed."""
        return bool(self._value) or (not self._required and not self.field.text().strip())

    def set_value(self, value: str) -> None:
        """Show an EDTF date."""
        self.field.setText(dates.show(value) if value else "")
        self._value = value
        self._mark(wrong=False, words="")

    def _typed(self, text: str) -> None:
        value, words, wrong = understand(text)
        self._value = value
        self._mark(wrong, words)
        self.changed.emit(value)

    def _mark(self, wrong: bool, words: str) -> None:
        self._told.setText(words)
        self._told.set_tone("danger" if wrong else "")
        if bool(self.field.property("wrong")) != wrong:
            self.field.setProperty("wrong", wrong)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)
        self.field.setAccessibleDescription(words)


def understand(text: str, today: date | None = None) -> tuple[str, str, bool]:
    """(EDTF, sentence to show, is it wrong) for what somebody typed."""
    if not text.strip():
        return "", "", False
    try:
        value = read_date(text, today=today)
    except ValueError as problem:
        return "", str(problem), True
    shown = dates.show(value)
    if dates.bounds(value)[0] > (today or clock.today()):
        return value, f"{shown}, which is still to come", False
    return value, "" if shown == text.strip() else shown, False
