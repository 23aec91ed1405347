"""The list of documents: filters, sorting, many at once, opening."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.documents import PROBLEM_STATUSES, ReadState, Status
from app.ui.main_window import MainWindow
from app.ui.models.document_words import held
from app.ui.screens.documents import presenter
from app.ui.screens.documents.view import DocumentsScreen
from tests.ui import fake_content as content

LEFT = Qt.MouseButton.LeftButton
KINDS = dict(content.KINDS)


@pytest.fixture
def screen(case_window: MainWindow, settle: Any) -> DocumentsScreen:
    case_window.shell.navigator.go("documents")
    settle(case_window)
    return case_window._frame.current()


def titles(screen: DocumentsScreen) -> list[str]:
    return [row.title for row in screen.table.documents.rows]


def click_row(screen: DocumentsScreen, place: int, column: int = 1, keys: Any = Qt.KeyboardModifier.NoModifier) -> None:
    at = screen.table.visualRect(screen.table.documents.index(place, column)).center()
    QTest.mouseClick(screen.table.viewport(), LEFT, keys, at)


def test_newest_first_and_undated_last(screen: DocumentsScreen) -> None:
    days = [presenter.day_of(row.date) for row in screen.table.documents.rows if row.date]
    assert days == sorted(days, reverse=True)
    assert screen.summary.text().startswith("40 documents")


def test_a_head_sorts_and_sorts_back(screen: DocumentsScreen) -> None:
    screen.table.sort_asked.emit("title")
    assert titles(screen) == sorted(titles(screen), key=str.casefold)
    screen._sort_by("oldest")
    days = [presenter.day_of(row.date) for row in screen.table.documents.rows if row.date]
    assert days == sorted(days)


def test_filters_and_words(screen: DocumentsScreen, qtbot: Any) -> None:
    screen.facets._turned("organisation", "1", True)
    assert len(titles(screen)) == 15
    screen.facets._turned("look", "password", True)
    assert titles(screen) == ["Review, December"]
    screen._clear_filters()
    screen.name_filter.setText("hearing")
    qtbot.waitUntil(lambda: titles(screen) == ["Hearing test invitation"])
    screen.name_filter.setText("nothing like this")
    qtbot.waitUntil(lambda: screen._tables.currentIndex() == 1)


def test_what_home_asks_to_look_at_is_ticked(screen: DocumentsScreen, settle: Any) -> None:
    screen.name_filter.setText("hearing")
    screen.shell.navigator.go("home")
    screen.shell.navigator.go("documents", only="problem")
    settle(screen.window())
    assert screen.name_filter.text() == ""
    assert {row.status for row in screen.table.documents.rows} <= PROBLEM_STATUSES
    assert screen.table.documents.rows


def test_copies_and_junk_are_not_documents(screen: DocumentsScreen) -> None:
    kept = screen.table.documents.rows[0]
    junk, copy = replace(kept, status=Status.JUNK), replace(kept, status=Status.DUPLICATE)
    assert held((kept, junk, copy)) == (kept,)


def test_several_are_chosen_by_their_boxes_and_changed_at_once(screen: DocumentsScreen, settle: Any) -> None:
    click_row(screen, 0)
    click_row(screen, 1, column=0)
    click_row(screen, 3, column=0)
    assert screen.bulk.isVisible()
    assert screen.bulk.words.text() == "3 selected"
    ids = screen._ids()
    screen._set_kind("email")
    settle(screen.window())
    rows = screen.shell.case.state.rows
    assert {rows[i].kind for i in ids} == {"email"}
    assert screen._ids() == ids
    screen.shell.undo.undo()
    settle(screen.window())
    assert {screen.shell.case.state.rows[i].kind for i in ids} != {"email"}


def test_space_marks_as_read_and_enter_opens(screen: DocumentsScreen, settle: Any) -> None:
    click_row(screen, 0)
    first = screen.table.documents.rows[0]
    QTest.keyClick(screen.table, Qt.Key.Key_Space)
    settle(screen.window())
    assert screen.shell.case.state.rows[first.id].read is ReadState.READ
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    settle(screen.window())
    here = screen.shell.navigator.here
    assert here.screen == "reader"
    assert here.params["document"] == first.id
    assert here.params["order"][:2] == tuple(r.id for r in screen.table.documents.rows[:2])


def test_preview_follows_the_keyboard(screen: DocumentsScreen, settle: Any) -> None:
    click_row(screen, 2)
    QTest.keyClick(screen.table, Qt.Key.Key_Down)
    assert screen.preview._title.text() == titles(screen)[3]


def test_import_report_is_saved(screen: DocumentsScreen, settle: Any, dialogs: Any, tmp_path: Any) -> None:
    dialogs.answers.append(tmp_path / "report.pdf")
    screen._save_report(content.DISCLOSURES[0])
    settle(screen.window())
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_little_room_folds_filters_and_preview(screen: DocumentsScreen) -> None:
    screen.set_large(True)
    assert not screen.facets.isVisible()
    assert not screen.preview.isVisible()
    QTest.mouseClick(screen.filter_button, LEFT)
    assert screen.facets.isVisible()
    QTest.mouseClick(screen.filter_button, LEFT)
    click_row(screen, 0)
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert screen.preview.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.table.isVisible()


def test_fifty_thousand_rows_are_arranged() -> None:
    some = content.rows()
    rows = tuple(replace(some[n % 40], id=n, title=f"Record {n}") for n in range(50_000))
    found = presenter.arranged(rows, presenter.Wanted({"look": frozenset({"scan"})}, "record"), "newest", KINDS)
    assert 0 < len(found) < 50_000
