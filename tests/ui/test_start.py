"""Starting: a new case, opening, locking, hiding."""

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.main_window import NEUTRAL_TITLE, MainWindow
from app.ui.screens.start import presenter, recovery, wizard
from app.ui.screens.start.blank import BlankPage
from app.ui.screens.start.lock import LockScreen
from app.ui.screens.start.view import StartScreen
from tests.ui import fakes


def start_wizard(window: MainWindow) -> wizard.Wizard:
    page = window.pages.currentWidget()
    assert isinstance(page, StartScreen)
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    return page.findChild(wizard.Wizard)


def fill_questions(made: wizard.Wizard) -> None:
    QTest.keyClicks(made.questions.child, "Ada Brennan")
    QTest.keyClicks(made.questions.born.field, "14/3/2013")
    QTest.keyClicks(made.questions.parent_name, "Nora Brennan")
    QTest.keyClicks(made.questions.relationship, "mother")
    QTest.mouseClick(made.next, Qt.MouseButton.LeftButton)


def test_a_new_case_from_four_questions_to_home(
    window: MainWindow, services: Any, dialogs: Any, settle: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wizard, "default_cases_folder", lambda: tmp_path)
    made = start_wizard(window)
    fill_questions(made)
    for field in (made.secret.first, made.secret.second):
        QTest.keyClicks(field, fakes.PASSPHRASE)
    QTest.mouseClick(made.next, Qt.MouseButton.LeftButton)
    settle(window)
    step = made.findChild(recovery.RecoveryStep)
    assert services.case.log[0][1][0] == tmp_path / "Ada Brennan.fairfile"
    assert services.case.log[0][1][1].born == "2013-03-14"
    assert made.secret.first.text() == ""

    QTest.keyClicks(step.field, "WRONG")
    QTest.mouseClick(step.try_button, Qt.MouseButton.LeftButton)
    settle(window)
    assert not step.safe
    step.field.setText(fakes.CODE)
    QTest.mouseClick(step.try_button, Qt.MouseButton.LeftButton)
    settle(window)
    assert step.safe
    dialogs.answers.append(tmp_path / "sheet.pdf")
    QTest.mouseClick(step.save, Qt.MouseButton.LeftButton)
    settle(window)
    assert fakes.CODE in (tmp_path / "sheet.pdf").read_text()
    QTest.mouseClick(made.next, Qt.MouseButton.LeftButton)
    settle(window)
    assert window.shell.navigator.here.screen == "home"


def test_questions_and_passphrases_are_checked(window: MainWindow) -> None:
    made = start_wizard(window)
    QTest.mouseClick(made.next, Qt.MouseButton.LeftButton)
    assert made._problem.isVisible()
    fill_questions(made)
    QTest.keyClicks(made.secret.first, "short")
    QTest.mouseClick(made.next, Qt.MouseButton.LeftButton)
    assert "Too short" in made._problem.text()
    made.secret.first.setText(fakes.PASSPHRASE)
    made.secret.second.setText("something else entirely here")
    QTest.mouseClick(made.next, Qt.MouseButton.LeftButton)
    assert "not the same" in made._problem.text()


def test_lock_forgets_the_screens_and_opens_with_the_passphrase_only(case_window: MainWindow, settle: Any) -> None:
    window = case_window
    case = window.shell.case
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    page = window.pages.currentWidget()
    assert isinstance(page, LockScreen)
    assert case.closed
    assert window.shell.case is None
    QTest.keyClicks(page.field, "not it")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    settle(window)
    assert "does not open" in page._problem.text()
    page.field.setText(fakes.PASSPHRASE)
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    settle(window)
    assert window.shell.case is not None


def test_opened_again_at_once_waits_until_the_case_is_closed(case_window: MainWindow, settle: Any) -> None:
    window, gate = case_window, threading.Event()
    case = window.shell.case
    window.shell.calls.call(gate.wait, 10)  # something is still being read
    window.shell.session.lock()
    window.shell.session.open(case.path, passphrase=fakes.PASSPHRASE)
    assert not case.closed
    gate.set()
    settle(window)
    assert case.closed
    assert window.shell.case is not None


def test_what_is_being_written_is_kept_when_the_case_is_locked(case_window: MainWindow, settle: Any) -> None:
    window = case_window
    case = window.shell.case
    window.shell.navigator.go("issues", issue=13)
    settle(window)
    record = window._frame.current().record
    record.right.setFocus()
    QTest.keyClicks(record.right, "I always came.")
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert isinstance(window.pages.currentWidget(), LockScreen)
    assert case.state.issues[13].fields.right == "I always came."
    assert not window.shell.undo.canUndo()


def test_forgotten_passphrase_recovery_code_opens(case_window: MainWindow, settle: Any) -> None:
    window = case_window
    window.shell.session.lock()
    settle(window)
    page = window.pages.currentWidget()
    QTest.mouseClick(page._other, Qt.MouseButton.LeftButton)
    page.field.setText(fakes.CODE)
    QTest.mouseClick(page.open_button, Qt.MouseButton.LeftButton)
    settle(window)
    assert window.shell.case is not None


def test_quick_hide_is_blank_at_once_and_leads_to_the_lock(case_window: MainWindow, settle: Any) -> None:
    window = case_window
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    page = window.pages.currentWidget()
    assert isinstance(page, BlankPage)
    assert window.windowTitle() == NEUTRAL_TITLE
    settle(window)
    assert window.shell.case is None
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert isinstance(window.pages.currentWidget(), LockScreen)


def test_locks_by_itself_when_nobody_is_there(case_window: MainWindow, settle: Any) -> None:
    window = case_window
    window.shell.settings.auto_lock_minutes = 1
    for _ in range(11):
        window._tick()
    assert window.shell.case is not None
    window._tick()
    settle(window)
    assert isinstance(window.pages.currentWidget(), LockScreen)


@pytest.mark.parametrize(
    ("passphrase", "ok"),
    [
        ("", False),
        ("abc", False),
        ("password", False),
        ("Ada Brennan", False),
        ("aaaaaaaaaaaa", False),
        ("copper kettle window", True),
        ("T7#kqz9!Lm2", True),
    ],
)
def test_strength(passphrase: str, ok: bool) -> None:
    assert presenter.strength(passphrase, ("Ada Brennan",)).ok is ok


def test_place_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "Ada.fairfile").mkdir()
    assert presenter.free_place(tmp_path, "Ada").name == "Ada 2.fairfile"
    assert presenter.folder_name("A/B: c?") == "AB c.fairfile"
