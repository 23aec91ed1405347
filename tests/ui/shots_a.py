"""Pictures of the start, home, timeline, import, search, settings, help and lock screens."""

from pathlib import Path

from app.jobs.events import JobEvent
from app.ui.main_window import MainWindow
from tests.screens import Shot, settle
from tests.ui import fakes


def in_case(window: MainWindow, empty: bool = False) -> None:
    """Open the invented family's case."""
    window.shell.session.take(fakes.FakeCase(empty=empty))
    settle(window)


def start(window: MainWindow) -> None:
    here = Path(__file__).resolve().parent
    window.shell.settings.recent = [
        {"path": str(here), "opened": "2026-11-22T23:12:00+00:00"},
        {"path": "/media/blue/Tom Brennan.fairfile", "opened": "2026-11-02T20:00:00+00:00"},
    ]
    window.show_start()


def wizard(step: int) -> object:
    def make(window: MainWindow) -> None:
        page = window.pages.currentWidget()
        page.start_case()
        made = page._pages.currentWidget()
        made.questions.child.setText("Ada Brennan")
        made.questions.born.field.setText("14 March 2013")
        made.questions.born.field.textEdited.emit("14 March 2013")
        made.questions.parent_name.setText("Nora Brennan")
        made.questions.relationship.setText("mother")
        if step >= 2:
            made._next()
            made.secret.first.setText(fakes.PASSPHRASE)
            made.secret.second.setText(fakes.PASSPHRASE)
        if step >= 3:
            made._next()

    return make


def home(window: MainWindow) -> None:
    in_case(window)


def home_empty(window: MainWindow) -> None:
    in_case(window, empty=True)


def lock(window: MainWindow) -> None:
    in_case(window)
    window.shell.session.lock()


def timeline(window: MainWindow) -> None:
    in_case(window)
    window.shell.navigator.go("timeline", entry=1003)
    settle(window)


EVENTS = (
    JobEvent("j", "progress", "copy", 486, 486),
    JobEvent("j", "progress", "read", 333, 486, "Larkhollow/Behaviour log 2023.pdf", seconds_left=480.0),
    JobEvent("j", "progress", "scan", 212, 640, seconds_left=360.0),
    JobEvent(
        "j",
        "item-failed",
        "read",
        330,
        486,
        "x/Meeting 12 May.docx",
        "It is locked with a password.",
        document=6,
        needs="password",
    ),
    JobEvent("j", "item-failed", "read", 331, 486, "x/scan_0041.pdf", "Damaged: it stops after page 3 of 9."),
    JobEvent("j", "item-failed", "read", 332, 486, "x/Registers.mdb", "This kind of file cannot be read yet."),
)


def import_choose(window: MainWindow) -> None:
    in_case(window)
    window.take_files([Path(__file__).resolve().parent, Path(__file__).resolve()])
    settle(window)


def importing(window: MainWindow) -> None:
    import_choose(window)
    service = window.shell.services.importing
    service.events, service.hold = EVENTS, True
    screen = window._frame.screens["importing"]
    screen.choose.begun.emit()
    settle(window, 10)
    screen._ask_live()


def go(screen: str, **params: object) -> object:
    def make(window: MainWindow) -> None:
        in_case(window)
        window.shell.navigator.go(screen, **params)
        settle(window)

    return make


SHOTS = [
    Shot("search", go("search", query="Brennan attended")),
    Shot("search-nothing", go("search", query="")),
    Shot("settings", go("settings")),
    Shot("help", go("help")),
    Shot("help-words", go("help", part="words")),
    Shot("help-offline", go("help", part="offline")),
    Shot("import-choose", import_choose),
    Shot("import-progress", importing),
    Shot("timeline", timeline),
    Shot("start", start),
    Shot("wizard-1", wizard(1)),
    Shot("wizard-2", wizard(2)),
    Shot("wizard-3", wizard(3)),
    Shot("home", home),
    Shot("home-empty", home_empty),
    Shot("lock", lock),
]
