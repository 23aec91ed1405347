"""Changing a fact of a document where it stands: a small menu or field under it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from app.domain.people import Organisation
from app.ui.widgets.buttons import Button
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column, row


class DatePopup(QFrame):
    """A date field in a small window under the fact. Enter keeps, Esc leaves things as they are."""

    def __init__(self, under: QWidget, value: str, reason: str, keep: Callable[[str], object]) -> None:
        super().__init__(under, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "card-strong")
        self.setAccessibleName("Date of the document")
        self._keep = keep
        self.edit = DateEdit(value, name="Date of the document")
        self._yes = Button("Keep this date", self.accept, kind="primary", small=True)
        body = column(within=self, gap=8, margins=(16, 12, 16, 12))
        if reason:
            body.addWidget(Label(f"Why we think so: {reason}", "caption", muted=True, wrap=True))
        body.addWidget(self.edit)
        body.addLayout(row(None, Button("Cancel", self.close, kind="quiet", small=True), self._yes))
        self.setMinimumWidth(360)
        self.edit.field.returnPressed.connect(self.accept)

    def accept(self) -> None:
        """Keep the date if it is one."""
        if self.edit.ok and self.edit.value:
            keep, value = self._keep, self.edit.value
            self.close()
            keep(value)

    def open_under(self, widget: QWidget) -> None:
        """Show it with the keyboard in the field."""
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        self.edit.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.edit.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def pick_menu(under: QWidget, options: Sequence[tuple[str, str]], now: str, keep: Callable[[str], object]) -> QMenu:
    """A menu of (value, words) under a widget; the one that holds now is ticked."""
    made = QMenu(under)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for value, words in options:
        action = made.addAction(words)
        action.setCheckable(True)
        action.setChecked(value == now)
        action.triggered.connect(lambda _on=False, value=value: keep(value))
    made.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))
    return made


def organisation_options(organisations: Sequence[Organisation]) -> tuple[tuple[str, str], ...]:
    """Organisations as (id, name), by name."""
    return tuple((str(o.id), o.name) for o in sorted(organisations, key=lambda o: o.name.casefold()))
