"""Undo of anything that changed the case, through the inverse of a domain change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand

from app.domain.changes import Change

if TYPE_CHECKING:
    from app.ui.shell import Shell


class Step(QUndoCommand):
    """One step of undo. The change was already made when the step is pushed, so the first `redo` does nothing."""

    def __init__(self, shell: "Shell", change: Change) -> None:
        super().__init__(change.words)
        self._shell, self._change, self._fresh = shell, change, True

    def redo(self) -> None:
        """Make the change again."""
        if self._fresh:
            self._fresh = False
            return
        self._apply(self._change, "Done again")

    def undo(self) -> None:
        """Take the change back."""
        self._apply(self._change.inverse(), "Taken back")

    def _apply(self, change: Change, words: str) -> None:
        shell = self._shell
        told = _Told(shell, f"{words}: {self._change.words[:1].lower()}{self._change.words[1:]}")
        service = shell.services.later("history", "apply")
        shell.calls.call(service, shell.case, change, on_ok=told.arrived, on_error=told.failed)


class _Told(QObject):
    """Tells the window that an undo has happened, or that it could not."""

    def __init__(self, shell: "Shell", words: str) -> None:
        super().__init__(shell)
        self._shell, self._words = shell, words

    def arrived(self, _answer: object) -> None:
        self._shell.tell(self._words)
        self._shell.case_changed.emit()
        self.deleteLater()

    def failed(self, error: object) -> None:
        self._shell.undo.clear()
        self._shell.failed.emit(error)
        self._shell.case_changed.emit()
        self.deleteLater()
