"""Opening, locking and closing a case, from the window's side. The slow parts run on a thread."""

from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.system.settings import Settings
from app.ui.services import Services
from app.ui.shell import Shell

if TYPE_CHECKING:
    from app.domain.people import CaseDetails


class Contexts:
    """Makes the services' context when it is first needed, on whatever thread that is."""

    def __init__(self, services: Services, settings: Settings) -> None:
        self._services, self._settings, self._lock = services, settings, Lock()
        self._made: Any = None

    def get(self) -> Any:
        """The context."""
        with self._lock:
            if self._made is None:
                self._made = self._services.context.Context(self._settings)
            return self._made

    def close(self) -> None:
        """End the children it may have started."""
        with self._lock:
            if self._made is not None:
                self._made.close()


class Session(QObject):
    """`opened` after a case was opened, `closing` before it is closed (save what is being written), `locked` with its path
    after it was closed, `refused` with an error."""

    opened = Signal()
    closing = Signal()
    locked = Signal(object)
    refused = Signal(object)
    opening = Signal(bool)

    def __init__(self, shell: Shell, contexts: Contexts) -> None:
        super().__init__(shell)
        self._shell, self._contexts = shell, contexts
        self._shut_down = Event()
        self._shut_down.set()
        self.path: Path | None = None

    def open(
        self, path: Path, *, passphrase: str | None = None, recovery_code: str | None = None, remembered: bool = False
    ) -> None:
        """Open a case in the background."""
        self.opening.emit(True)
        self.path = path
        self._shell.calls.call(
            self._open, path, passphrase, recovery_code, remembered, on_ok=self._came, on_error=self._refuse, key="open"
        )

    def create(self, path: Path, details: "CaseDetails", passphrase: str) -> None:
        """Make a case; the wizard takes the recovery code from `created`."""
        self.opening.emit(True)
        self._shell.calls.call(
            self._create, path, details, passphrase, on_ok=self._made, on_error=self._refuse, key="open"
        )

    created = Signal(object)

    def context(self) -> Any:
        """The context of the services; made when first asked for, on any thread."""
        return self._contexts.get()

    def take(self, case: Any) -> None:
        """Use a case that is open already (the wizard's, the example family's)."""
        self._came(case)

    def lock(self) -> None:
        """Close the case, keeping its place in mind. Work in progress stops after the file in hand and goes on after opening."""
        self._shut()
        self.locked.emit(self.path)

    def close(self) -> None:
        """Close the case for good."""
        self._shut()
        self.path = None

    def finish(self) -> None:
        """The window closes: stop work, close the case, wait for both."""
        shell = self._shell
        case = shell.case
        if shell.has_jobs:
            shell.jobs.close()
        shell.calls.close()
        shell.case = None
        if case is not None:
            case.close()
        self._contexts.close()

    def _shut(self) -> None:
        shell = self._shell
        case = shell.case
        if case is None:
            return
        self.closing.emit()
        self._shut_down = Event()
        running = list(shell.jobs.running) if shell.has_jobs else []
        for job in running:
            job.cancel()
        shell.set_case(None)
        shell.calls.call_after_all(_close, case, [job.over_event for job in running], self._shut_down)

    def _open(self, path: Path, passphrase: str | None, recovery_code: str | None, remembered: bool) -> Any:
        service = self._shell.services.case
        self._shut_down.wait(90)  # locked a moment ago: the same folder opens when it is closed
        return service.open_case(
            self._contexts.get(), path, passphrase=passphrase, recovery_code=recovery_code, remembered=remembered
        )

    def _create(self, path: Path, details: "CaseDetails", passphrase: str) -> Any:
        return self._shell.services.case.create(self._contexts.get(), path, details, passphrase)

    def _made(self, created: Any) -> None:
        self.opening.emit(False)
        self.path = created.case.path
        self.created.emit(created)

    def _came(self, case: Any) -> None:
        self.opening.emit(False)
        self.path = Path(case.path)
        self._shell.set_case(case)
        self.opened.emit()

    def _refuse(self, error: object) -> None:
        self.opening.emit(False)
        self.refused.emit(error)


def _close(case: Any, jobs: list[Any], shut: Event) -> None:
    try:
        for over in jobs:
            over.wait(60)
        case.close()
    finally:
        shut.set()
