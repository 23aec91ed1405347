"""Start of the window: application, fonts, theme, window. Everything heavy waits until it is needed."""

import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from app.system.settings import Settings
from app.ui import theme as look
from app.ui.collector import Collector
from app.ui.main_window import MainWindow
from app.ui.services import Services

SWITCH_SECONDS = 0.001
"""How long another thread may keep the interpreter when the window wants it (Python's own choice is five times that)."""


def make_app(argv: Sequence[str]) -> QApplication:
    """The application with its name, style and fonts."""
    QApplication.setStyle("Fusion")
    app = QApplication(list(argv[:1]) or ["fairfile"])
    app.setApplicationName("fairfile")
    app.setApplicationDisplayName("Fairfile")
    look.load_fonts()
    return app


def run(argv: Sequence[str]) -> int:
    """Show the window and run until it is closed. A case folder among the arguments is offered for opening; `--example` opens
    the example family."""
    sys.setswitchinterval(SWITCH_SECONDS)
    app = make_app(argv)
    settings = Settings.load()
    look.apply(app, look.choose(settings.theme, settings.text_size))
    collector = Collector(app)
    window = MainWindow(Services(), settings)
    catch_bugs(window)
    window.show()
    cases = [Path(word) for word in argv[1:] if word.endswith(".fairfile")]
    if cases:
        window.take_files(cases)
    elif "--example" in argv:
        QTimer.singleShot(0, window, window.show_example)
    stop_with_signals(app, window)
    status = app.exec()
    end(app, window)
    collector.stop()
    return status


def end(app: QApplication, window: MainWindow) -> None:
    """Take everything down in order: the window, what was drawn, and only then the application."""
    sys.excepthook = sys.__excepthook__
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    window.close()
    delete(window)
    look.release()
    app.setStyleSheet("")


def catch_bugs(window: MainWindow) -> None:
    """An exception nobody caught is told in words instead of ending the program."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        window.shell.failed.emit(error.with_traceback(trace))

    sys.excepthook = hook


def stop_with_signals(app: QApplication, window: MainWindow) -> None:
    """Ctrl+C in the terminal and a polite kill close the window properly, so that the case is closed too."""

    def close(*_: object) -> None:
        window.close()

    signal.signal(signal.SIGINT, close)
    signal.signal(signal.SIGTERM, close)
    awake = QTimer(app)  # lets Python look at signals while Qt waits
    awake.timeout.connect(_breathe)
    awake.start(500)


def _breathe() -> None:
    return None
