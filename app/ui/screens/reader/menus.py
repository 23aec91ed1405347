"""Menus of the reader: for what is chosen, for a mark, for the document."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.marks import MARK_NAMES, Mark, MarkKind
from app.ui.screens.reader.loading import Opened
from app.ui.screens.reader.marking import Marking
from app.ui.widgets.facts_edit import DatePopup, organisation_options, pick_menu

if TYPE_CHECKING:
    from app.ui.screens.reader.view import ReaderScreen


def _menu(parent: QWidget) -> QMenu:
    made = QMenu(parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return made


def page_menu(screen: "ReaderScreen", marking: Marking, mark: Mark | None) -> QMenu:
    """What a right click offers: for chosen words, else for the mark under it, else for the document."""
    made = _menu(screen)
    if not screen.pages.choice.is_empty:
        for number, kind in enumerate(MarkKind, 1):
            made.addAction(f"{MARK_NAMES[kind]}\t{number}").triggered.connect(partial(_add, marking, kind))
        made.addSeparator()
        if marking.issue_in_work is not None:
            made.addAction("Send to the proof\tP").triggered.connect(lambda: marking.prove())
        made.addAction("Correct these words\tE").triggered.connect(lambda: screen.rereading.correct())
        made.addAction("Copy\tCtrl+C").triggered.connect(lambda: marking.copy_choice(source=False))
        made.addAction("Copy with source\tCtrl+Shift+C").triggered.connect(lambda: marking.copy_choice(source=True))
    elif mark is not None:
        made.addAction("Change the note").triggered.connect(lambda: screen.panel.cards[mark.id].edit_note())
        made.addAction("Copy with source").triggered.connect(lambda: marking.copy(mark.id))
        if mark.issue is None:
            made.addAction("Make an issue").triggered.connect(lambda: marking.make_issue(mark.id))
        made.addAction("Remove this mark").triggered.connect(lambda: marking.delete(mark.id))
    else:
        made.addAction("Mark as read\tSpace").triggered.connect(lambda: screen.toggle_read())
        made.addAction("Come back later\tL").triggered.connect(lambda: screen.toggle_later())
        made.addAction("Save the file as it came").triggered.connect(lambda: screen.files.save_original())
    return made


def _add(marking: Marking, kind: MarkKind, _on: bool = False) -> None:
    marking.add(kind)


def document_menu(screen: "ReaderScreen", under: QWidget) -> QMenu:
    """More for the document."""
    made = _menu(under)
    made.addAction("Come back later\tL").triggered.connect(lambda: screen.toggle_later())
    made.addAction("Save the file as it came").triggered.connect(lambda: screen.files.save_original())
    shown = screen.opened.row if screen.opened is not None else None
    if shown is not None and shown.part_first:
        made.addAction("Show where it is in the whole file").triggered.connect(
            lambda: screen.shell.navigator.go("split", document=int(shown.id), page=shown.part_first)
        )
    elif shown is not None and shown.pages > 1:
        made.addAction("Split it into its documents").triggered.connect(
            lambda: screen.shell.navigator.go("split", document=int(shown.id))
        )
    made.addAction("Show it in the list of documents").triggered.connect(
        lambda: screen.shell.navigator.go("documents", document=screen.document)
    )
    return made


def edit_fact(opened: Opened, what: str, under: QWidget, change: Callable[..., None]) -> None:
    """Change the date, the kind or the organisation under the fact itself; `change` takes it as a named argument."""
    row = opened.row
    if what == "date":
        DatePopup(under, row.date, row.date_reason, lambda value: change(date=value)).open_under(under)
    elif what == "kind":
        pick_menu(under, tuple(opened.kinds.items()), row.kind, lambda value: change(kind=value))
    else:
        options = organisation_options(opened.organisations)
        pick_menu(under, options, str(row.organisation or ""), lambda value: change(organisation=int(value)))
