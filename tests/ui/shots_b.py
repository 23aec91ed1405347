"""Pictures of the reader, documents, issues, letters, bundles and requests."""

from typing import Any

from app.domain.issues import IssueStatus
from app.ui.main_window import MainWindow
from app.ui.widgets.pages import selecting
from tests.screens import Shot, settle
from tests.ui import fakes


def screen(window: MainWindow, name: str, **params: Any) -> Any:
    """Open the invented family's case at a screen."""
    if window.shell.case is None:
        window.shell.session.take(fakes.FakeCase())
        settle(window)
    window.shell.navigator.go(name, **params)
    settle(window, 400)
    return window._frame.current()


def reader(window: MainWindow) -> None:
    shown = screen(window, "reader", document=9, page=2)
    words = shown.pages.words[2]
    start = words.text.replace("\n", " ").index("it is difficult to engage her")
    shown.pages.setFocus()
    shown.pages.set_choice(selecting.choose_span(words, start, start + 29))
    shown.panel.set_current(1)


def reader_found(window: MainWindow) -> None:
    shown = screen(window, "reader", document=9, page=2, words=("referral", "speech"))
    shown.panel.tabs.setCurrentIndex(1)


def reader_scan(window: MainWindow) -> None:
    shown = screen(window, "reader", document=scanned_document(window), page=1)
    menu = shown.rereading.menu(shown.toolbar.scan)
    menu.popup(shown.toolbar.scan.mapToGlobal(shown.toolbar.scan.rect().bottomLeft()))
    window.scan_menu = menu


def scanned_document(window: MainWindow) -> int:
    """A document of the invented family that came as a scan and was read."""
    rows = window.shell.case.state.rows if window.shell.case is not None else fakes.FakeCase().state.rows
    return next(int(row.id) for row in rows.values() if row.ocr_confidence is not None)


def reader_locked(window: MainWindow) -> None:
    screen(window, "reader", document=6)


def reader_marks(window: MainWindow) -> None:
    shown = screen(window, "reader", document=9, page=2)
    shown.toolbar.panel.click()


SHOTS = [
    Shot("reader", reader),
    Shot("reader-found", reader_found),
    Shot("reader-scan", reader_scan),
    Shot("reader-locked", reader_locked),
    Shot("reader-marks", reader_marks),
]


def documents(window: MainWindow) -> None:
    shown = screen(window, "documents")
    shown.facets.show_groups(shown.listed.groups, {"organisation": {"1"}})
    shown._arrange()
    for place in (8, 9, 10):
        flags = shown.table.selectionModel().SelectionFlag
        index = shown.table.documents.index(place, 1)
        shown.table.selectionModel().setCurrentIndex(
            index, flags.Rows | (flags.Select if place > 8 else flags.ClearAndSelect)
        )
    shown.table.setFocus()


SHOTS.append(Shot("documents", documents))


def issues(window: MainWindow) -> None:
    screen(window, "issues", issue=7)


def issues_answered(window: MainWindow) -> None:
    shown = screen(window, "issues", issue=7)
    shown.shell.do("outcomes", "answer", (7,), IssueStatus.REFUSED)
    settle(window, 400)
    shown._right.verticalScrollBar().setValue(10_000)


def issues_lists(window: MainWindow) -> None:
    screen(window, "issues", issue=7).lists_button.click()
    settle(window, 400)


SHOTS += [Shot("issues", issues), Shot("issues-answered", issues_answered), Shot("issues-lists", issues_lists)]


def letters(window: MainWindow) -> None:
    screen(window, "letters")


def letter(window: MainWindow) -> None:
    screen(window, "letters", kind="correction-request", organisation=1)
    settle(window, 400)


SHOTS += [Shot("letters", letters), Shot("letter-open", letter)]


def bundles(window: MainWindow) -> None:
    screen(window, "bundles")


SHOTS.append(Shot("bundles", bundles))


def requests(window: MainWindow) -> None:
    screen(window, "requests")


def requests_matrix(window: MainWindow) -> None:
    screen(window, "requests", tab=1).matrix.table.setFocus()
    settle(window, 400)


def requests_organisations(window: MainWindow) -> None:
    screen(window, "requests", tab=2)
    settle(window, 400)


SHOTS += [
    Shot("requests", requests),
    Shot("requests-matrix", requests_matrix),
    Shot("requests-organisations", requests_organisations),
]


def letter_example(window: MainWindow) -> None:
    screen(window, "letters").chooser.example_chosen.emit("access-overdue")


SHOTS.append(Shot("letter-example", letter_example))


def split(window: MainWindow) -> None:
    shown = screen(window, "split", document=16)
    shown.grid.setFocus()
    shown.grid.go_to(8)
    settle(window, 400)


SHOTS.append(Shot("split", split))


def people(window: MainWindow) -> None:
    shown = screen(window, "people", person=3)
    shown.list.setFocus()


def reader_conversation(window: MainWindow) -> None:
    screen(window, "reader", document=9, page=1)


SHOTS += [Shot("people", people), Shot("reader-conversation", reader_conversation)]


def people_page(window: MainWindow) -> None:
    shown = screen(window, "people", person=3)
    shown._show_page(True)


SHOTS.append(Shot("people-page", people_page))


def settings_law(window: MainWindow) -> None:
    shown = screen(window, "settings", part="law")
    shown._area.verticalScrollBar().setValue(10_000)
    settle(window, 200)


SHOTS.append(Shot("settings-law", settings_law))
