"""Cards at the right of the reader: marks, and dates that wait for a decision."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QSizePolicy, QWidget

from app.domain import dates
from app.domain.events import TimelineEntry
from app.domain.marks import MARK_NAMES, Mark, MarkKind
from app.ui.screens.reader.presenter import ISSUE_KINDS, quoted
from app.ui.widgets.badges import MarkBadge
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.layouts import column, row


class NoteEdit(QPlainTextEdit):
    """A note in work. It is kept when the keyboard leaves it; Esc gives up the change."""

    kept = Signal(str)
    given_up = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._over = False
        self.setAccessibleName("Note")
        self.setPlaceholderText("What do you want to say about this?")
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().height() * 4 + 16)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._over = True
            self.given_up.emit()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._keep()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._keep()

    def _keep(self) -> None:
        if not self._over:
            self._over = True
            self.kept.emit(self.toPlainText().strip())


class _Focusable(Card):
    """A card that the keyboard can stand on."""

    opened = Signal(int)

    def __init__(self, number: int) -> None:
        super().__init__(padding=12, gap=4)
        self.number = number
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_current(self, on: bool) -> None:
        """Outline it as the one in work."""
        if bool(self.property("first")) != on:
            self.setProperty("first", on)
            self.style().unpolish(self)
            self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.number)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class MarkCard(_Focusable):
    """A mark: sign, kind, words, note, and what can be done with it."""

    note_changed = Signal(int, str)
    kind_changed = Signal(int, object)
    deleted = Signal(int)
    issue_asked = Signal(int)
    issue_opened = Signal(int)
    copied = Signal(int)

    def __init__(self, mark: Mark, issue_ref: str = "") -> None:
        super().__init__(mark.id)
        self.mark = mark
        name = MARK_NAMES[mark.kind]
        self.setAccessibleName(f"{name}, page {mark.anchor.page}")
        self.setAccessibleDescription(
            " ".join(part for part in (mark.anchor.exact or "An area of the page", mark.note) if part)
        )
        head = row(ElidedLabel(name, bold=True), gap=4)
        if mark.issue is not None:
            issue = Button(issue_ref or "Issue", lambda: self.issue_opened.emit(mark.issue), kind="quiet", small=True)
            issue.setToolTip("Open the issue")
            head.addWidget(issue)
        head.addWidget(IconButton("dots", f"More for this {name.lower()} mark", self._menu))
        words = Label(quoted(mark.anchor.exact) if mark.anchor.exact else "An area of the page", wrap=True)
        self._words = QWidget()  # a widget, not a bare layout: Python may not hold on to a layout that Qt deletes
        self._body = column(head, words, gap=2, within=self._words)
        if mark.lost:
            self._body.addWidget(
                Chip("These words have moved", "warn", "warning", "The page was read again and reads differently now.")
            )
        self._note = Label(mark.note, "caption", muted=True, wrap=True)
        self._note.setVisible(bool(mark.note))
        self._body.addWidget(self._note)
        self._edit: NoteEdit | None = None
        steps = row(gap=8, margins=(0, 4, 0, 0))
        if mark.issue is None and mark.kind in ISSUE_KINDS:
            steps.addWidget(Button("Make an issue", lambda: self.issue_asked.emit(mark.id), small=True))
        if not mark.note:
            steps.addWidget(Button("Add a note", self.edit_note, kind="quiet", small=True))
        steps.addStretch(1)
        if steps.count() > 1:
            self._body.addLayout(steps)
        line = row(column(3, MarkBadge(mark.kind.value), None, gap=0), gap=12)
        line.addWidget(self._words, 1)
        self.body.addLayout(line)

    def edit_note(self) -> None:
        """Write the note in the card."""
        if self._edit is not None:
            return
        self._edit = NoteEdit(self.mark.note)
        self._note.hide()
        self._body.insertWidget(self._body.indexOf(self._note) + 1, self._edit)
        self._edit.kept.connect(self._keep_note)
        self._edit.given_up.connect(self._drop_edit)
        self._edit.setFocus()

    def _keep_note(self, text: str) -> None:
        self._drop_edit()
        if text != self.mark.note:
            self.note_changed.emit(self.mark.id, text)

    def _drop_edit(self) -> None:
        if self._edit is not None:
            self._edit.deleteLater()
            self._edit = None
            self._note.setVisible(bool(self.mark.note))
            self.setFocus()

    def _menu(self) -> None:
        made = mark_menu(self, self.mark, self.edit_note)
        made.popup(self.mapToGlobal(QPoint(self.width() - made.sizeHint().width(), 36)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mark_menu(self, self.mark, self.edit_note).popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit(self.mark.id)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_N):
            self.edit_note()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_7:
            self.kind_changed.emit(self.mark.id, tuple(MarkKind)[key - Qt.Key.Key_1])
        else:
            super().keyPressEvent(event)


def mark_menu(card: MarkCard, mark: Mark, edit: object) -> QMenu:
    """What can be done with a mark."""
    made = QMenu(card)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.addAction("Change the note" if mark.note else "Add a note").triggered.connect(lambda: card.edit_note())
    kinds = made.addMenu("Change the kind")
    for number, kind in enumerate(MarkKind, 1):
        action = kinds.addAction(f"{number}   {MARK_NAMES[kind]}")
        action.setEnabled(kind is not mark.kind)
        action.triggered.connect(lambda _on=False, kind=kind: card.kind_changed.emit(mark.id, kind))
    made.addAction("Copy with source").triggered.connect(lambda: card.copied.emit(mark.id))
    if mark.issue is None:
        made.addAction("Make an issue").triggered.connect(lambda: card.issue_asked.emit(mark.id))
    made.addSeparator()
    made.addAction("Remove this mark").triggered.connect(lambda: card.deleted.emit(mark.id))
    return made


class DateCard(_Focusable):
    """A date found in the text: the words, why it is thought to be one, yes and no."""

    confirmed = Signal(int)
    dismissed = Signal(int)

    def __init__(self, entry: TimelineEntry) -> None:
        super().__init__(entry.id)
        self.setAccessibleName(f"{dates.show(entry.date)}, suggested, page {entry.page}")
        self.setAccessibleDescription(f"{entry.quote} {entry.reason}")
        head = row(IconView("suggested", 16), Label(dates.show(entry.date), bold=True), None, gap=8)
        steps = row(
            Button("Yes", lambda: self.confirmed.emit(entry.id), small=True, icon="check", tip="Keep this date  (C)"),
            Button(
                "No",
                lambda: self.dismissed.emit(entry.id),
                kind="quiet",
                small=True,
                tip="It is not a date for the timeline  (X)",
            ),
            None,
            margins=(0, 4, 0, 0),
        )
        why = Label(f"Why: {entry.reason}" if entry.reason else "", "caption", muted=True, wrap=True)
        for item in (
            head,
            Label(entry.title, wrap=True),
            Label(quoted(entry.quote), "caption", muted=True, wrap=True),
            why,
            steps,
        ):
            if isinstance(item, QWidget):
                self.body.addWidget(item)
            else:
                self.body.addLayout(item)
        why.setVisible(bool(entry.reason))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_C:
            self.confirmed.emit(self.number)
        elif event.key() == Qt.Key.Key_X:
            self.dismissed.emit(self.number)
        else:
            super().keyPressEvent(event)
