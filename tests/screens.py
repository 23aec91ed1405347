"""Every screen as a picture, filled with the invented family: `python -m tests.screens OUT [--only NAME]`.

Each is made in light and dark at 1280 by 800, and light at 200 % text in 1280 by 720.
"""

import argparse
import importlib
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.system.settings import Settings
from app.ui import theme as look
from app.ui.main import make_app
from app.ui.main_window import MainWindow
from app.ui.palette import DARK, HIGH_CONTRAST, LIGHT

MAKERS = ("tests.ui.shots_a", "tests.ui.shots_b")
"""Modules with a list `SHOTS` of `Shot`."""


@dataclass(frozen=True)
class Shot:
    """`make` gets a window without a case and brings it to what is to be seen."""

    name: str
    make: Callable[[MainWindow], None]


LOOKS = {
    "light": (look.Theme(LIGHT, 100), (1280, 800)),
    "dark": (look.Theme(DARK, 100), (1280, 800)),
    "large": (look.Theme(LIGHT, 200), (1280, 720)),
    "contrast": (look.Theme(HIGH_CONTRAST, 130), (1280, 800)),
}


def settle(window: MainWindow, rounds: int = 60) -> None:
    """Let answers of background calls arrive."""
    quiet = 0
    for _ in range(rounds):
        QTest.qWait(20)
        quiet = quiet + 1 if window.shell.calls.idle() else 0
        if quiet >= 4:
            return


def take(app: QApplication, shot: Shot, name: str, out: Path) -> None:
    """One picture."""
    from tests.ui.fake_dialogs import FakeDialogs
    from tests.ui.fakes import make_services

    theme, size = LOOKS[name]
    look.apply(app, theme)
    settings = Settings(text_size=theme.text_size, theme="dark" if theme.palette.dark else "light")
    settings.save = lambda path=None: None  # type: ignore[method-assign]
    window = MainWindow(make_services(), settings, FakeDialogs())
    window.shell.failed.connect(lambda error: traceback.print_exception(error))
    window.resize(*size)
    window.show()
    shot.make(window)
    QTest.qWait(150)
    settle(window)
    window.grab().save(str(out / f"{shot.name}-{name}.png"))
    window.close()
    window.deleteLater()
    app.processEvents()


def shots() -> list[Shot]:
    """All registered pictures."""
    found: list[Shot] = []
    for module in MAKERS:
        try:
            found += importlib.import_module(module).SHOTS
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
    return found


def main(argv: list[str]) -> int:
    """Make the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="part of a name")
    parser.add_argument("--look", default="light,dark,large", help="light, dark, large, contrast")
    wanted = parser.parse_args(argv)
    wanted.out.mkdir(parents=True, exist_ok=True)
    app = make_app(["fairfile"])
    for shot in shots():
        if wanted.only in shot.name:
            for name in wanted.look.split(","):
                take(app, shot, name, wanted.out)
    look.release()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
