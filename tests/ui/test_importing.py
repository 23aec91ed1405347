"""Bringing in files: choosing, running, problems, the end."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from app.ui.main_window import MainWindow
from app.ui.screens.importing.presenter import counts
from app.ui.screens.importing.view import ImportScreen
from tests.ui import fakes
from tests.ui.shots_a import EVENTS


@pytest.fixture
def screen(case_window: MainWindow, settle: Any, tmp_path: Path) -> ImportScreen:
    place = tmp_path / "From the school"
    place.mkdir()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(place))])
    drop = QDropEvent(
        QPointF(600, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    case_window.dropEvent(drop)
    settle(case_window)
    return case_window._frame.current()


def test_dropped_files_are_brought_in_with_their_facts(
    screen: ImportScreen, case_window: MainWindow, services: Any, settle: Any, qtbot: Any
) -> None:
    screen.choose.who.set_value("Larkhollow Primary")
    QTest.keyClicks(screen.choose.when.field, "2 Nov 2026")
    QTest.mouseClick(screen.choose.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen._report is not None)
    (given,) = services.importing.started
    assert given["organisation"] == "Larkhollow Primary"
    assert given["received"] == "2026-11-02"
    assert [p.name for p in given["paths"]] == ["From the school"]
    assert screen.progress.report.isEnabled()
    assert len(screen.progress._problems) == 3


def test_a_wrong_date_is_asked_about_first(screen: ImportScreen, services: Any) -> None:
    QTest.keyClicks(screen.choose.when.field, "31 Feb 2026")
    QTest.mouseClick(screen.choose.go, Qt.MouseButton.LeftButton)
    assert screen.choose._problem.isVisible()
    assert not services.importing.started


def test_progress_pause_problem_and_cancel(
    screen: ImportScreen, case_window: MainWindow, services: Any, dialogs: Any, qtbot: Any
) -> None:
    services.importing.events, services.importing.hold = EVENTS, True
    QTest.mouseClick(screen.choose.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(screen.progress._problems) == 3)
    qtbot.waitUntil(
        lambda: "333" in screen.progress._rows["read"][3].text() or "332" in screen.progress._rows["read"][3].text()
    )
    assert case_window._frame.strip.isVisible()
    QTest.mouseClick(screen.progress.pause, Qt.MouseButton.LeftButton)
    assert services.importing.control.paused
    assert screen.progress.pause.text() == "Go on"
    QTest.mouseClick(screen.progress.pause, Qt.MouseButton.LeftButton)
    dialogs.answers.append("sesame")
    screen.progress.problem_asked.emit(screen.progress._problems[0])
    qtbot.waitUntil(lambda: case_window.shell.case.state.rows[6].pages == 3)
    dialogs.answers.append(True)
    QTest.mouseClick(screen.progress.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen._job is None)
    assert screen.progress._headline.text() == "Stopped"
    assert not case_window._frame.strip.isVisible()


def test_report_is_saved(
    screen: ImportScreen, case_window: MainWindow, dialogs: Any, qtbot: Any, settle: Any, tmp_path: Path
) -> None:
    QTest.mouseClick(screen.choose.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen._report is not None)
    dialogs.answers.append(tmp_path / "report.pdf")
    QTest.mouseClick(screen.progress.report, Qt.MouseButton.LeftButton)
    settle(case_window)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_the_count_adds_up() -> None:
    parts = counts(fakes.REPORT)
    assert parts[0][1] == sum(number for _, number in parts[1:])


def test_locking_stops_the_work_first(
    screen: ImportScreen, case_window: MainWindow, services: Any, qtbot: Any, settle: Any
) -> None:
    services.importing.hold = True
    case = case_window.shell.case
    QTest.mouseClick(screen.choose.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: services.importing.control is not None)
    case_window.shell.session.lock()
    settle(case_window)
    assert services.importing.control.cancelled
    assert case.closed
