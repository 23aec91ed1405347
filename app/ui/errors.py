"""Errors as people need them: what happened, what is safe, what to do next. Bugs of ours get a report to copy."""

import traceback
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.errors import AppError

if TYPE_CHECKING:
    from app.ui.widgets.dialogs import Plain


@dataclass(frozen=True)
class Explanation:
    """Sentences for the person; `details` are technical and never hold words of a document."""

    happened: str
    safe: str
    next_step: str
    details: str = ""


def explain(error: BaseException) -> Explanation:
    """Words for any error."""
    if isinstance(error, AppError):
        return Explanation(error.happened, error.safe, error.next_step)
    if isinstance(error, PermissionError):
        return Explanation(
            "This place does not let Fairfile write or read.", "Your case is safe.", "Choose another place."
        )
    if isinstance(error, OSError) and error.errno == 28:
        return Explanation(
            "There is no room left there.", "Your case is safe.", "Free some room, or choose another place."
        )
    return Explanation(
        "Something went wrong inside Fairfile. This is our mistake, not yours.",
        "Everything you did before this is saved.",
        "You can go on. If it happens again, close Fairfile and open it once more.",
        technical(type(error), error.__traceback__),
    )


def technical(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened, without any value: the message of an exception could hold words of a document."""
    lines = [
        f"{frame.filename.rpartition('/app/')[2] or frame.filename}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join([*lines, kind.__name__])


def build_dialog(parent: QWidget | None, words: Explanation) -> "Plain":
    """The dialog: three sentences, and technical details behind a button."""
    from app.ui.widgets.buttons import Button
    from app.ui.widgets.dialogs import Plain
    from app.ui.widgets.layouts import row

    text = "\n".join(part for part in (words.safe, words.next_step) if part)
    dialog = Plain(parent, words.happened, text, "Close", no="")
    if words.details:
        box = QPlainTextEdit(words.details)
        box.setReadOnly(True)
        box.setAccessibleName("Technical details")
        box.hide()
        show = Button("Show technical details", kind="quiet", small=True)
        copy = Button("Copy", lambda: QGuiApplication.clipboard().setText(words.details), kind="quiet", small=True)
        copy.hide()
        show.clicked.connect(box.show)
        show.clicked.connect(copy.show)
        show.clicked.connect(show.hide)
        dialog.middle.addLayout(row(show, copy, None))
        dialog.middle.addWidget(box)
    return dialog
