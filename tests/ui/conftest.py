"""Window tests: no display, the invented family behind every screen, and no word from Qt may pass unnoticed."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from app.system.settings import Settings
from app.ui import theme as look
from app.ui.main_window import MainWindow
from app.ui.palette import LIGHT
from tests.ui import fakes
from tests.ui.fake_dialogs import FakeDialogs

_PLATFORM = "This plugin does not support propagateSizeHints()"


@pytest.fixture(scope="session")
def qapp(qapp_args: list[str]) -> Iterator[QApplication]:
    """The application with our fonts and style."""
    QApplication.setStyle("Fusion")
    app = QApplication.instance() or QApplication(qapp_args)
    look.load_fonts()
    look.apply(app, look.Theme(LIGHT, 100))
    yield app
    look.release()


@pytest.fixture(autouse=True)
def no_qt_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning of Qt fails the test."""
    said: list[str] = []

    def hear(kind: QtMsgType, _where: Any, words: str) -> None:
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg) and _PLATFORM not in words:
            said.append(words)

    before = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(before)
    assert not said, said


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(Settings, "save", lambda self, path=None: None)
    return Settings()


@pytest.fixture
def services() -> Any:
    return fakes.make_services()


@pytest.fixture
def window(
    qtbot: Any, qapp: QApplication, services: Any, settings: Settings, dialogs: FakeDialogs
) -> Iterator[MainWindow]:
    """The real window on its start screen, with everything built."""
    look.apply(qapp, look.Theme(LIGHT, 100))
    made = MainWindow(services, settings, dialogs)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.finish_building()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    delete(made)
    qapp.processEvents()


@pytest.fixture
def settle(qtbot: Any) -> Any:
    """Wait until no background call is running and its answer was drawn."""

    def wait(window: MainWindow) -> None:
        qtbot.waitUntil(window.shell.calls.idle, timeout=5000)
        qtbot.wait(15)
        qtbot.waitUntil(window.shell.calls.idle, timeout=5000)

    return wait


@pytest.fixture
def case_window(window: MainWindow, settle: Any) -> MainWindow:
    """The window with the invented family's case open."""
    window.shell.session.take(fakes.FakeCase())
    settle(window)
    return window


@pytest.fixture(autouse=True)
def collected_on_the_windows_thread() -> Iterator[None]:
    """As in the program (app/ui/collector.py): no thread but this one takes Qt's objects away."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
