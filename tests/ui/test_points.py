"""After an answer, and the lists that go with letters: by clicks and keys."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.issues import IssueStatus
from app.ui.main_window import MainWindow
from app.ui.widgets.buttons import Button
from tests.ui import fake_writing


@pytest.fixture
def services(services: Any) -> Any:
    services._modules["tracking"] = fake_writing.Tracking()
    return services


@pytest.fixture
def window(case_window: MainWindow) -> MainWindow:
    return case_window


@pytest.fixture
def settled(window: MainWindow, settle: Any) -> Any:
    return lambda: settle(window)


@pytest.fixture
def go(window: MainWindow, settled: Any) -> Any:
    def to(name: str, **params: Any) -> Any:
        window.shell.navigator.go(name, **params)
        settled()
        return window._frame.current()

    return to


def buttons(widget: Any) -> dict[str, Button]:
    return {b.text(): b for b in widget.findChildren(Button) if b.isVisibleTo(widget)}


def test_a_refusal_shows_what_can_be_done_and_by_when(go: Any, settled: Any, dialogs: Any) -> None:
    screen = go("issues", issue=7)
    screen.record.status.set_value(IssueStatus.REFUSED.value)
    screen.record.status.chosen.emit(IssueStatus.REFUSED.value)
    settled()
    shown = buttons(screen.record.after)
    assert list(shown).count("Write it") == 1
    assert "by 9 Dec 2026" in shown
    shown["by 9 Dec 2026"].click()
    assert dialogs.asked[-1] == ("tell", "How the date was worked out")


def test_a_step_opens_its_letter(go: Any, settled: Any, window: Any) -> None:
    screen = go("issues", issue=7)
    screen.shell.do("outcomes", "answer", (7,), IssueStatus.REFUSED)
    settled()
    first = next(
        b for b in screen.record.after.findChildren(Button) if b.accessibleName().startswith("Write it: Ask for their")
    )
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    settled()
    assert window._frame.current().draft.kind == "refusal-reasons"


def test_a_later_file_that_shows_it_can_close_the_point(go: Any, settled: Any) -> None:
    screen = go("issues", issue=7)
    screen.shell.do("outcomes", "answer", (7,), IssueStatus.AGREED)
    settled()
    buttons(screen.record.after)["It is put right"].click()
    settled()
    assert screen.shell.case.state.issues[7].fields.status is IssueStatus.PUT_RIGHT
    assert "It is put right" not in buttons(screen.record.after)


def test_a_point_that_was_not_sent_has_no_next_steps(go: Any) -> None:
    screen = go("issues", issue=11)
    assert not screen.record.after.isVisibleTo(screen)


def test_lists_are_settled_by_keyboard(go: Any, settled: Any, dialogs: Any) -> None:
    screen = go("issues", issue=7)
    QTest.mouseClick(screen.lists_button, Qt.MouseButton.LeftButton)
    settled()
    lists = screen.lists
    lists.kinds.setFocus()
    QTest.keyClick(lists.kinds, Qt.Key.Key_Right)
    settled()
    assert [row.chosen for row in lists.found.rows] == [True, True]
    lists.table.setFocus()
    QTest.keyClick(lists.table, Qt.Key.Key_Space)
    settled()
    assert [row.chosen for row in lists.found.rows] == [False, True]
    dialogs.answers.append("Minutes of 9 March 2022")
    lists.add.click()
    settled()
    assert lists.found.rows[-1].cells[0] == "Minutes of 9 March 2022"
    lists.table.setCurrentIndex(lists.table.listed.index(2, 1))
    QTest.keyClick(lists.table, Qt.Key.Key_Delete)
    settled()
    assert len(lists.found.rows) == 2
    QTest.keyClick(lists.table, Qt.Key.Key_Escape)
    settled()
    assert screen._stack.currentWidget() is screen.splitter


def test_words_of_a_row_can_be_changed(go: Any, settled: Any) -> None:
    screen = go("issues", issue=7)
    screen.lists_button.click()
    settled()
    lists = screen.lists
    index = lists.table.listed.index(0, 1)
    lists.table.listed.setData(index, "Minutes of the March meeting")
    settled()
    assert lists.found.rows[0].cells[0] == "Minutes of the March meeting"


def test_a_list_is_saved_and_goes_into_its_letter(
    go: Any, settled: Any, dialogs: Any, window: Any, tmp_path: Path
) -> None:
    screen = go("issues", issue=7)
    screen.lists_button.click()
    settled()
    dialogs.answers.append(tmp_path / "list.pdf")
    buttons(screen.lists)["Save as PDF"].click()
    settled()
    assert (tmp_path / "list.pdf").read_bytes() == b"list pdf"
    screen.lists.letter.click()
    settled()
    assert window._frame.current().draft.kind == "missing-documents"


def test_an_empty_list_says_so(go: Any, settled: Any) -> None:
    screen = go("issues", issue=7)
    screen.lists_button.click()
    settled()
    screen.lists.kinds._choose("told")
    settled()
    assert screen.lists._nothing.isVisibleTo(screen)
    assert not screen.lists.letter.isEnabled()


def test_the_trail_is_saved_as_a_page(go: Any, settled: Any, dialogs: Any, tmp_path: Path) -> None:
    screen = go("issues", issue=7)
    dialogs.answers.append(tmp_path / "trail.pdf")
    screen._save_trail()
    settled()
    assert (tmp_path / "trail.pdf").read_bytes() == b"trail"
