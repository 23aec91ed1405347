"""Marks in the reader: adding, changing, removing, turning into issues and proof. Holds no widgets but those it is given."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.changes import Change
from app.domain.documents import DocumentRow
from app.domain.marks import Anchor, Mark, MarkKind
from app.ui.screens.reader import loading
from app.ui.screens.reader.presenter import with_source
from app.ui.shell import Shell
from app.ui.widgets.pages import selecting
from app.ui.widgets.pages.hands import ReadingPages
from app.ui.widgets.pages.selecting import NOTHING


class Marking(QObject):
    """What the keys 1 to 7, P and the cards do. `made` carries the id of a new mark."""

    made = Signal(int)

    def __init__(
        self, shell: Shell, pages: ReadingPages, document: Callable[[], DocumentRow | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell, self._pages, self._document = shell, pages, document
        self.marks: tuple[Mark, ...] = ()
        self.issue_in_work: int | None = None

    def by_id(self, number: int) -> Mark | None:
        """A mark of this document."""
        return next((mark for mark in self.marks if mark.id == number), None)

    def document(self) -> DocumentRow | None:
        """The document that is open."""
        return self._document()

    def place(self) -> tuple[Any, int, int, int] | None:
        """The chosen words as document, page, start and end."""
        row, offsets = self._document(), selecting.span(self._pages.choice, self._pages.words)
        if row is None or offsets is None:
            return None
        return row.id, self._pages.choice.page, *offsets

    def quote(self) -> str:
        """The chosen words as one line."""
        offsets = selecting.span(self._pages.choice, self._pages.words)
        return self._pages.words[self._pages.choice.page].quote(*offsets) if offsets else ""

    def add(self, kind: MarkKind) -> None:
        """Mark what is chosen."""
        row, choice, place = self._document(), self._pages.choice, self.place()
        if row is None or choice.is_empty:
            self._shell.tell("Choose some words first, then press 1 to 7.")
            return
        if place is not None:
            self._change(loading.mark_words, place, kind, then=self._added)
        elif choice.area is not None:
            anchor = Anchor(row.id, choice.page, rects=(choice.area,))
            self._shell.do("annotating", "add_mark", anchor, kind, then=self._added)

    def _added(self, answer: tuple[Mark, Change]) -> None:
        self._pages.set_choice(NOTHING)
        self.made.emit(answer[0].id)

    def _change(self, work: Callable[..., Any], *args: Any, then: Callable[[Any], object] | None = None) -> None:
        changing = _Changing(self._shell, then, self)
        self._shell.calls.call(work, self._shell.services, self._shell.case, *args, on_ok=changing.arrived)

    def change_kind(self, number: int, kind: MarkKind) -> None:
        """Another kind."""
        self._shell.do("annotating", "edit_mark", number, kind=kind)

    def change_note(self, number: int, note: str) -> None:
        """Another note."""
        self._shell.do("annotating", "edit_mark", number, note=note)

    def delete(self, number: int) -> None:
        """Remove a mark; it can be undone, so nothing is asked."""
        self._shell.do("annotating", "delete_mark", number)

    def make_issue(self, number: int) -> None:
        """An issue from a mark, and go there."""
        self._shell.do("annotating", "issue_from_mark", number, then=self._issue_made)

    def _issue_made(self, answer: tuple[Any, Change]) -> None:
        self._shell.navigator.go("issues", issue=answer[0].id)

    def open_issue(self, issue: int) -> None:
        """Go to an issue."""
        self._shell.navigator.go("issues", issue=issue)

    def prove(self) -> None:
        """Send the chosen words to the proof of the issue in work."""
        place = self.place()
        if self.issue_in_work is None:
            self._shell.tell("Open an issue first and press “Find a passage”.")
        elif place is None:
            self._shell.tell("Choose the words that prove it, then press P.")
        else:
            self._change(loading.prove, self.issue_in_work, place, then=self._proved)

    def _proved(self, _answer: object) -> None:
        self._pages.set_choice(NOTHING)
        self._shell.tell("Added to the proof.", "good")

    def copy(self, number: int) -> None:
        """The words of a mark with their source."""
        mark, row = self.by_id(number), self._document()
        if mark is not None and row is not None:
            self._to_clipboard(with_source(mark.anchor.exact or mark.note, row, mark.anchor.page))

    def copy_choice(self, source: bool) -> None:
        """The chosen words, with or without their source."""
        row, quote = self._document(), self.quote()
        if row is not None and quote:
            self._to_clipboard(with_source(quote, row, self._pages.choice.page) if source else quote)

    def _to_clipboard(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self._shell.tell("Copied")


class _Changing(QObject):
    """Records the change that a worker made."""

    def __init__(self, shell: Shell, then: Callable[[Any], object] | None, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._then = shell, then

    def arrived(self, answer: Any) -> None:
        if self._then is not None:
            self._then(answer)
        change = answer[1] if isinstance(answer, tuple) else answer
        self._shell.did(change)
        self.deleteLater()
