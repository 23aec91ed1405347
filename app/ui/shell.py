"""What screens are given: services, background calls, navigation, undo, dialogs, settings and the open case."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.system.settings import Settings
from app.ui.calls import Calls, Receiver
from app.ui.navigation import Navigator
from app.ui.services import Services

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from app.domain.changes import Change
    from app.ui.job_bridge import Jobs
    from app.ui.session import Session
    from app.ui.widgets.dialogs import Dialogs


class Shell(QObject):
    """One for each window. `case` is None until a case is open.

    `case_changed` : something in the case changed (screens refresh). `case_opened` carries True or False.
    `told` carries (words, tone) for a short message at the bottom of the window; `undoable` one that offers Undo.
    """

    case_changed = Signal()
    case_opened = Signal(bool)
    told = Signal(str, str)
    undoable = Signal(str)
    session: "Session"
    """Set by the window as soon as it is built."""
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        settings: Settings,
        dialogs: "Dialogs | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.settings = settings
        self._dialogs = dialogs
        self.case: Any = None
        self.calls = Calls(parent=self)
        self.navigator = Navigator(self)
        self._undo: QUndoStack | None = None
        self._jobs: Jobs | None = None
        self.calls.failed.connect(self.failed)

    @property
    def dialogs(self) -> "Dialogs":
        """Questions to the person, over the window."""
        if self._dialogs is None:
            from PySide6.QtWidgets import QWidget

            from app.ui.widgets.dialogs import Dialogs

            window = self.parent()
            self._dialogs = Dialogs(window if isinstance(window, QWidget) else None)
        return self._dialogs

    @property
    def undo(self) -> "QUndoStack":
        """What can be taken back."""
        if self._undo is None:
            from PySide6.QtGui import QUndoStack

            self._undo = QUndoStack(self)
        return self._undo

    @property
    def has_jobs(self) -> bool:
        """True once any long work was started."""
        return self._jobs is not None

    @property
    def jobs(self) -> "Jobs":
        """Long work with progress (import, reading scans, building a pack)."""
        if self._jobs is None:
            from app.ui.job_bridge import Jobs

            self._jobs = Jobs(self.calls, self)
        return self._jobs

    def ask(self, module: str, function: str, *args: Any, on_ok: Receiver, key: str = "", **named: Any) -> int:
        """Ask a service about the open case: `shell.ask("browsing", "documents", on_ok=self._came)`."""
        service = self.services.later(module, function)
        return self.calls.call(service, self.case, *args, on_ok=on_ok, key=key, **named)

    def do(
        self, module: str, function: str, *args: Any, then: Receiver | None = None, quiet: bool = False, **named: Any
    ) -> int:
        """Change the open case through a service that returns a Change or (value, Change): undo, a short message and
        `case_changed` follow by themselves. `then` gets what the service returned. `quiet`: no message (what saves itself)."""
        service = self.services.later(module, function)
        return self.calls.call(service, self.case, *args, on_ok=_Done(self, then, quiet).arrived, must=True, **named)

    def did(self, change: "Change", quiet: bool = False) -> None:
        """Record a change that was made already; nothing when the case was closed meanwhile."""
        from app.ui.undo import Step

        if self.case is None:
            return

        self.undo.push(Step(self, change))
        if not quiet:
            self.undoable.emit(change.words)
        self.case_changed.emit()

    def tell(self, words: str, tone: str = "neutral") -> None:
        """Say something short that goes away by itself."""
        self.told.emit(words, tone)

    def set_case(self, case: Any) -> None:
        """A case was opened (or None: closed)."""
        self.case = case
        self.undo.clear()
        self.navigator.clear()
        self.case_opened.emit(case is not None)

    def on_change(self, receiver: Callable[[], object]) -> None:
        """Call a bound method of a QObject after every change."""
        self.case_changed.connect(receiver)


class _Done(QObject):
    """Takes the answer of a changing service on the window's thread."""

    def __init__(self, shell: Shell, then: Receiver | None, quiet: bool) -> None:
        super().__init__(shell)
        self._shell, self._then, self._case, self._quiet = shell, then, shell.case, quiet

    def arrived(self, answer: Any) -> None:
        from app.domain.changes import Change

        self.deleteLater()
        if self._shell.case is not self._case:
            return  # saved while the case was being closed: there is nobody to tell
        change = next((a for a in (answer if isinstance(answer, tuple) else (answer,)) if isinstance(a, Change)), None)
        if self._then is not None:
            self._then(answer)
        if change is not None:
            self._shell.did(change, self._quiet)
        else:
            self._shell.case_changed.emit()
