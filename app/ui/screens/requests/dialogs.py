"""Small dialogs of the requests screen: what happened, a request of one's own, an organisation, people, term dates, who asks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain import dates
from app.domain.people import NATIONS, ORGANISATION_KINDS, RIGHT_OF, ROLES, NewOrganisation, Organisation
from app.domain.requests import Asked, Request
from app.system import clock
from app.ui.theme import theme
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.dialogs import Plain
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column, scrolling
from app.ui.widgets.tick_box import TickBox

HOW = (
    ("email", "By e-mail"),
    ("post", "By post"),
    ("recorded", "By recorded post"),
    ("hand", "By hand"),
    ("portal", "On their website"),
)
_ROOM, _AROUND, _EDGES, _BAR = 720, 200, 120, 16
"""Pixels: the room without a window behind; what heading and buttons, the edges and a scroll bar take."""
_NATIONS = dict(zip(NATIONS, ("England", "Wales", "Scotland", "Northern Ireland"), strict=True))


class Form(Plain):
    """A dialog whose fields scroll when the text is large and the window low."""

    def __init__(self, parent: QWidget | None, title: str, text: str, yes: str) -> None:
        super().__init__(parent, title, text, yes)
        self._inner = QWidget()
        self.fields = column(within=self._inner, gap=8, margins=(2, 0, 2, 2))
        self._area = scrolling(self._inner, title)
        self.middle.addWidget(self._area)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as the fields, but never higher than the window behind leaves room for."""
        parent = self.parentWidget()
        room = (parent.height() if parent is not None else _ROOM) - theme().px(_AROUND)
        wide = parent.width() - _EDGES if parent is not None else _ROOM
        self._area.setMinimumWidth(min(self._inner.minimumSizeHint().width() + theme().px(_BAR), wide))
        self._area.setFixedHeight(max(120, min(self._inner.sizeHint().height() + 4, room)))
        layout = self.layout()
        if layout is not None:
            layout.activate()
            width = layout.minimumSize().expandedTo(self.size()).width()
            self.resize(width, max(layout.totalHeightForWidth(width), layout.minimumSize().height()))
        super().showEvent(event)


def _named(dialog: Form, words: str, field: QWidget) -> Any:
    """Put a field with its words into a dialog."""
    label = Label(words, bold=True)
    label.setBuddy(field)
    field.setAccessibleName(words)
    dialog.fields.addWidget(label)
    dialog.fields.addWidget(field)
    return field


class HappenedDialog(Form):
    """What happened to a request, and when."""

    def __init__(self, parent: QWidget | None, text: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent, "What happened?", text, "Write it down")
        self.what: Choice = _named(self, "What happened", Choice(options, options[0][0]))
        self.day = DateEdit(clock.today().isoformat(), name="On which day", required=True)
        self.fields.addWidget(Label("On which day", bold=True))
        self.fields.addWidget(self.day)
        self.note: QLineEdit = _named(self, "Note", QLineEdit())
        self.note.setPlaceholderText("Who, why, and what was said")
        self.what.setFocus()


class NewRequestDialog(Form):
    """A request that was sent without the program."""

    def __init__(
        self,
        parent: QWidget | None,
        owners: Sequence[Organisation],
        kinds: Sequence[tuple[str, str]],
        earlier: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(parent, "A request that you sent", "So that its date can be counted.", "Add it")
        self.who: Choice = _named(self, "To whom", Choice([(str(o.id), o.name) for o in owners]))
        self.kind: Choice = _named(self, "What for", Choice(kinds, "access"))
        self.day = DateEdit(clock.today().isoformat(), name="On which day did you send it", required=True)
        self.fields.addWidget(Label("On which day did you send it", bold=True))
        self.fields.addWidget(self.day)
        self.how: Choice = _named(self, "How", Choice(HOW, "email"))
        self.proof: QLineEdit = _named(self, "How you can show that you sent it", QLineEdit())
        self.proof.setPlaceholderText("A receipt number, the e-mail in your Sent folder")
        self.about = Choice([("", "Nothing earlier"), *earlier])
        if earlier:
            _named(self, "It follows from", self.about)
        self.who.setFocus()


class OrganisationDialog(Form):
    """What is known of an organisation; `new` is what the fields say."""

    def __init__(self, parent: QWidget | None, known: Organisation | None) -> None:
        super().__init__(parent, "An organisation", "Letters and dates use these.", "Save")
        self.name: QLineEdit = _named(self, "Name", QLineEdit(known.name if known else ""))
        kinds = list(ORGANISATION_KINDS.items())
        self.kind: Choice = _named(self, "What it is", Choice(kinds, known.kind if known else "school"))
        nations = [("", "As your family"), *_NATIONS.items()]
        self.nation: Choice = _named(self, "Nation", Choice(nations, known.nation if known else ""))
        self.address: QPlainTextEdit = _named(self, "Address", QPlainTextEdit(known.address if known else ""))
        self.address.setTabChangesFocus(True)
        self.address.setMaximumHeight(self.address.fontMetrics().height() * 4 + 16)
        self.contact: QLineEdit = _named(self, "Data protection contact", QLineEdit(known.contact if known else ""))
        self.email: QLineEdit = _named(self, "Their e-mail", QLineEdit(known.email if known else ""))
        self.name.textChanged.connect(self._check)
        self._check()
        self.name.setFocus()

    def _check(self, *_: object) -> None:
        self.yes.setEnabled(bool(self.name.text().strip()))

    @property
    def new(self) -> NewOrganisation:
        """What the fields say."""
        return NewOrganisation(
            self.name.text().strip(), self.kind.value, self.nation.value, self.address.toPlainText().strip(),
            self.contact.text().strip(), self.email.text().strip(),
        )  # fmt: skip


class PersonDialog(Form):
    """Somebody at an organisation."""

    def __init__(self, parent: QWidget | None, organisation: str) -> None:
        super().__init__(parent, "A person there", organisation, "Save")
        self.name: QLineEdit = _named(self, "Name", QLineEdit())
        self.role: Choice = _named(self, "Role", Choice(list(ROLES.items()), "data-protection"))
        self.email: QLineEdit = _named(self, "E-mail", QLineEdit())
        self.write_to = TickBox("Letters go to this person")
        self.fields.addWidget(self.write_to)
        self.name.textChanged.connect(self._check)
        self._check()
        self.name.setFocus()

    def _check(self, *_: object) -> None:
        self.yes.setEnabled(bool(self.name.text().strip()))


class TermsDialog(Form):
    """Terms and training days of a school, a line each."""

    def __init__(self, parent: QWidget | None, organisation: str, terms: Any) -> None:
        super().__init__(
            parent,
            "Term dates",
            f"{organisation}. One term or half term a line, from its website: first day, “to”, last day.",
            "Save",
        )
        lines = "\n".join(f"{dates.show(a)} to {dates.show(b)}" for a, b in terms.terms)
        self.terms: QPlainTextEdit = _named(self, "When pupils come", QPlainTextEdit(lines))
        self.terms.setPlaceholderText("3 Sept 2026 to 23 Oct 2026\n2 Nov 2026 to 18 Dec 2026")
        days = ", ".join(dates.show(day) for day in terms.inset)
        self.inset: QLineEdit = _named(self, "Training days (INSET) in these terms", QLineEdit(days))
        self.inset.setPlaceholderText("2 Nov 2026, 4 Jan 2027")
        self.terms.setTabChangesFocus(True)
        self.terms.setFixedHeight(self.terms.fontMetrics().height() * 7 + 16)
        self.terms.setFocus()


class WhoAsksDialog(Form):
    """Who uses the child's right, with the rule of the nation."""

    def __init__(self, parent: QWidget | None, details: Any, words: Any) -> None:
        super().__init__(parent, "Who asks?", words.age, "Save")
        self.who: Choice = _named(self, "Who uses the right", Choice(list(RIGHT_OF.items()), details.right_of))
        self.advocate: QLineEdit = _named(self, "Name of the advocate", QLineEdit(details.advocate))
        self.fields.addWidget(Label(words.line, "caption", muted=True, wrap=True))
        self.who.setFocus()


class AskedDialog(Form):
    """Ticks for what a request asked for, and own words."""

    def __init__(self, parent: QWidget | None, request: Request, usual: Sequence[Any]) -> None:
        super().__init__(parent, "What did you ask for?", f"{request.title}, {request.organisation_name}", "Save")
        self._known = {item.label: item for item in request.asked}
        self._kinds = {kind.label: kind.id for kind in usual}
        labels = list(dict.fromkeys([*self._kinds, *(item.label for item in request.asked if item.kind)]))
        self.ticks = [TickBox(label, label in self._known) for label in labels]
        for tick in self.ticks:
            self.fields.addWidget(tick)
        own = "\n".join(item.label for item in request.asked if not item.kind)
        self.own: QPlainTextEdit = _named(self, "Anything else, one thing a line", QPlainTextEdit(own))
        self.own.setTabChangesFocus(True)
        self.own.setFixedHeight(self.own.fontMetrics().height() * 3 + 16)
        if self.ticks:
            self.ticks[0].setFocus()

    def items(self) -> tuple[Asked, ...]:
        """What is ticked and written, with what was said of each before."""
        lines = [line.strip() for line in self.own.toPlainText().splitlines() if line.strip()]
        ticked = [(self._kind(t.text()), t.text()) for t in self.ticks if t.isChecked()]
        chosen = [*ticked, *(("", line) for line in lines)]
        return tuple(Asked(kind, label, self._state(label)) for kind, label in chosen)

    def _kind(self, label: str) -> str:
        return self._kinds.get(label) or self._known[label].kind

    def _state(self, label: str) -> str:
        return self._known[label].state if label in self._known else ""
