"""Saving the timeline and the marks as files to print, hand over or work on."""

from functools import partial
from pathlib import Path
from typing import Any

from app.system.files import write_output
from app.ui.shell import Shell
from app.ui.widgets.buttons import IconButton, menu

FORMS = (
    ("PDF, with your notes and marks", "Timeline.pdf", "PDF (*.pdf)"),
    ("Word table", "Timeline.docx", "Word (*.docx)"),
    ("Table for a spreadsheet", "Timeline.csv", "Table (*.csv)"),
    ("Data (JSON)", "Timeline.json", "JSON (*.json)"),
    ("Your marks (Web Annotations)", "Marks.jsonld", "Web Annotations (*.jsonld)"),
)
"""What the menu says, the name that is offered, and what the file dialog shows."""


def saved(services: Any, case: Any, path: Path, form: str) -> str:
    """Write one form (an ending of `FORMS`) to `path`; its name. Runs off the window's thread; raises OutputProblem."""
    write_output(path, _made(services, case, form))
    return path.name


def _made(services: Any, case: Any, form: str) -> bytes:
    made: bytes
    if form == "pdf":
        made = services.sharing.timeline_pdf(case)
    elif form == "docx":
        made = services.sharing.timeline_docx(case)
    elif form == "csv":
        made = services.sharing.timeline_csv(case)
    elif form == "json":
        made = services.sharing.timeline_json(case)
    else:
        made = services.sharing.as_json(services.sharing.annotations(case))
    return made


class SaveButton(IconButton):
    """Asks what to save and where, and saves it in the background."""

    def __init__(self, shell: Shell) -> None:
        super().__init__("save", "Save the timeline", self._ask)
        self._shell = shell

    def _ask(self) -> None:
        menu(self, [(words, partial(self.save, name, filters)) for words, name, filters in FORMS])

    def save(self, name: str, filters: str) -> None:
        """Ask for the place and write there."""
        path = self._shell.dialogs.save_file("Save the timeline", name, filters)
        if path is None:
            return
        form = name.rsplit(".", 1)[1]
        path = path if path.suffix else path.with_suffix(f".{form}")
        self.setEnabled(False)
        self._shell.calls.call(
            saved, self._shell.services, self._shell.case, path, form, on_ok=self._done, on_error=self._failed
        )

    def _done(self, name: str) -> None:
        self.setEnabled(True)
        self._shell.tell(f"Saved {name}. This copy is not encrypted.", "good")

    def _failed(self, error: object) -> None:
        self.setEnabled(True)
        self._shell.failed.emit(error)
