"""The requests screen: three tabs, what can be done now, dates with their working, organisations; settings of law and dates."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.system import clock
from app.ui.main_window import MainWindow
from app.ui.screens.requests.organisations import as_spans
from app.ui.screens.settings.law import LawCard
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label

NONE = Qt.KeyboardModifier.NoModifier


def opened(window: MainWindow, settle: Any, name: str = "requests", **params: Any) -> Any:
    window.shell.navigator.go(name, **params)
    settle(window)
    return window._frame.current()


def said(widget: Any) -> str:
    return " | ".join(label.text() for label in widget.findChildren(Label))


def test_a_step_opens_its_letter_for_its_request(case_window: MainWindow, settle: Any) -> None:
    screen = opened(case_window, settle, request=1)
    assert "Some of what you asked for was not found" in said(screen.steps)
    assert screen.steps.buttons[0].text() == "Write to them"
    QTest.keyClick(screen.strip.list, Qt.Key.Key_W)
    settle(case_window)
    here = case_window.shell.navigator.here
    assert (here.screen, here.params["kind"], here.params["request"]) == ("letters", "missing-documents", 1)


def test_tabs_turn_by_keyboard_and_the_table_answers_enter(case_window: MainWindow, settle: Any, dialogs: Any) -> None:
    screen = opened(case_window, settle)
    QTest.keyClick(screen.strip.list, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert screen.tabs.currentIndex() == 1
    table = screen.matrix.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    dialogs.answers.append("came")
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle(case_window)
    assert ("state", (1, "Safeguarding log and file", "came")) in case_window.shell.case.calls
    words = table.model().data(table.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Safeguarding log and file, Larkhollow Primary: asked 12 May 2026, not found in what we hold"


def test_what_files_suggest_is_taken_with_yes(case_window: MainWindow, settle: Any) -> None:
    screen = opened(case_window, settle, tab=2)
    settle(case_window)
    assert "Address: Mill Lane, Calderwick CW40 1AB?" in said(screen.organisations)
    assert "12" not in screen.organisations._who.text()
    yes = next(b for b in screen.organisations.findChildren(Button) if b.text() == "Yes")
    yes.setFocus()
    QTest.keyClick(yes, Qt.Key.Key_Return)
    settle(case_window)
    assert ("decide", ("a", True)) in case_window.shell.case.calls


def test_a_delivery_is_put_to_its_request(case_window: MainWindow, settle: Any, dialogs: Any) -> None:
    screen = opened(case_window, settle, request=1)
    dialogs.answers.append("1")
    screen.came.setFocus()
    QTest.keyClick(screen.came, Qt.Key.Key_Return)
    settle(case_window)
    assert ("delivery", (1, 1)) in case_window.shell.case.calls


def test_term_dates_are_typed_as_people_write_them(case_window: MainWindow, settle: Any, dialogs: Any) -> None:
    screen = opened(case_window, settle, tab=2)

    def type_in(dialog: QDialog) -> bool:
        dialog.terms.setPlainText("3 Sept 2026 to 23 Oct 2026\n2 Nov 2026 to 18 Dec 2026")  # type: ignore[attr-defined]
        dialog.inset.setText("2 Nov 2026")  # type: ignore[attr-defined]
        return True

    dialogs.on_run = type_in
    screen.organisations.terms(1)
    settle(case_window)
    assert (
        "terms",
        (1, "2026-09-03..2026-10-23, 2026-11-02..2026-12-18", "2026-11-02"),
    ) in case_window.shell.case.calls
    assert as_spans("  \n") == ""


def test_the_regulator_and_extra_holidays_are_settings(case_window: MainWindow, settle: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv(clock.VARIABLE, "2026-11-23")
    screen = opened(case_window, settle, "settings")
    card = next(iter(screen.findChildren(LawCard)))
    card.regulator.setText("Information Commission")
    card.regulator.editingFinished.emit()
    QTest.keyClicks(card.day.field, "15 June 2026")
    card.nation.set_value("scotland")
    card.add.click()
    settings = case_window.shell.settings
    assert (settings.regulator, settings.working_days_extra) == ("Information Commission", ["scotland:2026-06-15"])
    next(b for b in card.findChildren(Button) if b.text() == "Remove").click()
    assert settings.working_days_extra == []
    card.today.field.clear()
    QTest.keyClicks(card.today.field, "3 Jan 2027")
    card.move_on.click()
    assert clock.today().isoformat() == "2027-01-03"
