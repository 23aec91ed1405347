"""The file behind a document: saving it as it came, and opening it with a password."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.documents import DocumentRow
from app.ui.screens.reader import loading
from app.ui.screens.reader.trouble import Trouble
from app.ui.shell import Shell


class Files(QObject):
    """Asks where to save, tries passwords, and tells how it went. `document` gives the one that is open."""

    def __init__(
        self, shell: Shell, trouble: Trouble, document: Callable[[], DocumentRow | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell, self._trouble, self._document = shell, trouble, document
        trouble.password_given.connect(self.try_password)
        trouble.original_asked.connect(self.save_original)

    def save_original(self) -> None:
        """Save the file as it came to a place that a person chooses."""
        row, shell = self._document(), self._shell
        path = shell.dialogs.save_file("Save the file as it came", row.path.rsplit("/", 1)[-1]) if row else None
        if row is not None and path is not None:
            shell.calls.call(loading.save_original, shell.services, shell.case, row.id, path, on_ok=self._saved)

    def _saved(self, name: str) -> None:
        self._shell.tell(f"Saved {name}. This copy is not encrypted.")

    def try_password(self, password: str) -> None:
        """Read the file again with a password."""
        row, shell = self._document(), self._shell
        if row is not None:
            service = shell.services.later("importing", "retry")
            shell.calls.call(service, shell.case, row.id, password, on_ok=self._opened, on_error=self._still_locked)

    def _opened(self, _answer: object) -> None:
        self._shell.tell("The file is open now.", "good")
        self._shell.case_changed.emit()

    def _still_locked(self, error: object) -> None:
        self._trouble.say_wrong(getattr(error, "happened", "") or "That password does not open the file.")
        self._trouble.field.selectAll()
