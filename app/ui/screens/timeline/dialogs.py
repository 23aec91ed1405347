"""Adding what somebody remembers, and changing a date."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.events import EVENT_KINDS, EventOrigin, OwnEntry, TimelineEntry
from app.domain.ids import OrganisationId
from app.domain.people import Organisation
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialogs import Plain
from app.ui.widgets.labels import Label


class EntryDialog(Plain):
    """The fields of an entry; without `entry` a new one of the family's own."""

    def __init__(
        self, parent: QWidget | None, organisations: tuple[Organisation, ...], entry: TimelineEntry | None = None
    ) -> None:
        own = entry is None or entry.origin is EventOrigin.PARENT
        title = "What do you remember?" if entry is None else "Change this entry"
        text = "A rough date is fine: about Sept 2019, or autumn 2021." if entry is None else ""
        super().__init__(parent, title, text, "Add it" if entry is None else "Change it")
        self.date = DateEdit(entry.date if entry else "", required=True)
        self.words = QLineEdit(entry.title if entry else "")
        self.words.setAccessibleName("What happened, in a few words")
        self.words.setPlaceholderText("for example: I phoned the school")
        self.note = QPlainTextEdit(entry.note if entry else "")
        self.note.setAccessibleName("More about it")
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(self.note.fontMetrics().height() * 5)
        self.organisation = Choice(
            [("", "Nobody, or not said"), *((str(o.id), o.name) for o in organisations)], name="With whom"
        )
        self.kind = Choice(
            [("other", "Other"), *((k, w) for k, w in EVENT_KINDS.items() if k != "other")], name="What kind"
        )
        self._line("When", self.date)
        self._line("What happened, in a few words", self.words)
        self._line("More, if you like" if own else "Your note on it", self.note)
        if entry is None:
            self._line("With whom", self.organisation)
            self._line("What kind", self.kind)
        self.date.changed.connect(self._check)
        self.words.textChanged.connect(self._check)
        self._check()
        self.date.setFocus()

    def own_entry(self) -> OwnEntry:
        """What was typed."""
        organisation = OrganisationId(int(self.organisation.value)) if self.organisation.value else None
        return OwnEntry(
            self.date.value, self.words.text().strip(), self.note.toPlainText().strip(), self.kind.value, organisation
        )

    def _line(self, words: str, field: QWidget) -> None:
        label = Label(words, bold=True)
        label.setBuddy(field)
        self.middle.addWidget(label)
        self.middle.addWidget(field)

    def _check(self, *_: object) -> None:
        self.yes.setEnabled(self.date.ok and bool(self.date.value) and bool(self.words.text().strip()))
