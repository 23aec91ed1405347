"""The window: which of start, case, lock or blank is shown; keys; drops; the size it had last time. No decisions of screens."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from app.system.settings import Settings
from app.ui import theme as look
from app.ui.services import Services
from app.ui.session import Contexts, Session
from app.ui.shell import Shell

if TYPE_CHECKING:
    from app.ui.navigation import Place
    from app.ui.widgets.dialogs import Dialogs
    from app.ui.widgets.focus_ring import FocusRing

TITLE = "Fairfile"
NEUTRAL_TITLE = "Untitled"
_INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})
_IDLE_CHECK_MS = 5_000
AFTER_FIRST_PAINT_MS = 30


class MainWindow(QMainWindow):
    """`services`, `settings` and `dialogs` are injected; tests pass their own."""

    def __init__(self, services: Services, settings: Settings, dialogs: "Dialogs | None" = None) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.shell = Shell(services, settings, dialogs, parent=self)
        self.shell.session = Session(self.shell, Contexts(services, settings))
        self.pages = QStackedWidget()
        self.setCentralWidget(self.pages)
        self._frame: Any = None
        self._toast: Any = None
        self._hidden = False
        self._idle_for = 0
        self._ring: FocusRing | None = None
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 560)
        self._connect()
        self._restore()
        self.show_start()
        QTimer.singleShot(AFTER_FIRST_PAINT_MS, self, self.finish_building)

    def _connect(self) -> None:
        shell = self.shell
        shell.session.opened.connect(self._opened)
        shell.session.closing.connect(self._leave)
        shell.session.locked.connect(self._locked)
        shell.told.connect(self._tell)
        shell.undoable.connect(self._tell_undo)
        shell.failed.connect(self._failed)
        shell.navigator.went.connect(self._went)

    def finish_building(self) -> None:
        """What the first picture does not need: keys, focus ring, the look at idle time. Safe to call twice."""
        if self._ring is not None:
            return
        from app.ui.widgets.focus_ring import FocusRing

        self._ring = FocusRing(self)
        self._keys()
        idle = QTimer(self)
        idle.setInterval(_IDLE_CHECK_MS)
        idle.timeout.connect(self._tick)
        idle.start()

    def _keys(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        from app.ui.actions import GLOBAL
        from app.ui.screens import SCREENS

        for info in GLOBAL:
            for keys in info.keys:
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.setObjectName(info.id)
                shortcut.activated.connect(self._pressed)
        for number, screen in enumerate((s for s in SCREENS if s.nav), start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setObjectName(f"go:{screen.id}")
            shortcut.activated.connect(self._pressed)

    def _pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.act(sender.objectName())

    def act(self, action: str) -> None:
        """Do what a key of `actions.GLOBAL` says."""
        if action in ("larger", "smaller"):
            self.step_text(1 if action == "larger" else -1)
        elif action == "help":
            self._show_help()
        elif self.shell.case is not None:
            self._act_in_case(action)

    def _act_in_case(self, action: str) -> None:
        shell = self.shell
        if action.startswith("go:"):
            shell.navigator.go(action[3:])
        elif action == "search":
            self._frame.search.setFocus()
            self._frame.search.selectAll()
        elif action == "bring-in":
            shell.navigator.go("importing")
        elif action in ("undo", "redo"):
            getattr(shell.undo, action)()
        elif action == "back":
            shell.navigator.back()
        elif action == "lock":
            shell.session.lock()
        elif action == "hide":
            self.hide_now()

    # what is shown

    def show_start(self) -> None:
        """The start screen."""
        from app.ui.screens import load

        self._put(load("start")(self.shell))

    def show_example(self) -> None:
        """Look around with the example family, as its door on the start screen does."""
        screen: Any = self.pages.currentWidget()
        screen.look_around()

    def _opened(self) -> None:
        from app.ui.frame import CaseFrame

        self._hidden = False
        self.setWindowTitle(TITLE)
        self._frame = CaseFrame(self.shell)
        self._put(self._frame)
        self._fold()
        self.shell.navigator.go("home")

    def _leave(self) -> None:
        current = self._frame.current() if self._frame is not None else None
        if current is not None:
            current.leave()

    def _locked(self, path: Path | None) -> None:
        from app.ui.screens.start.lock import LockScreen

        self._frame = None
        if not self._hidden:
            self._put(LockScreen(self.shell, path))

    def hide_now(self) -> None:
        """Quick hide: blank at once, then lock."""
        from app.ui.screens.start.blank import BlankPage

        self._hidden = True
        self.setWindowTitle(NEUTRAL_TITLE)
        blank = BlankPage()
        blank.left.connect(self._show_lock)
        self._put(blank)
        if self._toast is not None:
            self._toast.hide()
        self.shell.session.lock()

    def _show_lock(self) -> None:
        self._hidden = False
        self.setWindowTitle(TITLE)
        self._locked(self.shell.session.path)

    def _put(self, widget: QWidget) -> None:
        while (old := self.pages.currentWidget()) is not None:
            self.pages.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.pages.addWidget(widget)
        self._fold()
        focus = getattr(widget, "focus_first", None)
        if focus is not None:
            focus()

    def _went(self, place: "Place") -> None:
        if self._frame is None and place.screen in ("help", "start"):
            from app.ui.screens import load

            screen = load(place.screen)(self.shell)
            self._put(screen)
            screen.enter(**place.params)

    def _show_help(self) -> None:
        self.shell.navigator.go("help")

    # telling

    def _tell(self, words: str, _tone: str) -> None:
        self._say(words, undo=False)

    def _tell_undo(self, words: str) -> None:
        self._say(words, undo=True)

    def _say(self, words: str, *, undo: bool) -> None:
        from app.ui.widgets.toast import Toast

        if self._toast is None:
            self._toast = Toast(self, self.shell.undo.undo)
        self._toast.say(words, undo)

    def _failed(self, error: BaseException) -> None:
        from app.ui.errors import build_dialog, explain

        self.shell.dialogs.run(build_dialog(self, explain(error)))

    # size, text, idle, drops

    def step_text(self, step: int) -> None:
        """Larger or smaller text."""
        sizes = look.TEXT_SIZES
        settings = self.shell.settings
        near = min(range(len(sizes)), key=lambda i: abs(sizes[i] - settings.text_size))
        settings.text_size = sizes[max(0, min(len(sizes) - 1, near + step))]
        self.apply_look()

    def apply_look(self) -> None:
        """Put the settings' theme and text size in force and save them."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            look.apply(app, look.choose(self.shell.settings.theme, self.shell.settings.text_size))
        self.shell.settings.save()
        self._fold()

    def _fold(self) -> None:
        from app.ui.frame import NARROW

        large = look.theme().large or self.width() < NARROW
        widget = self.pages.currentWidget()
        fold = getattr(widget, "set_large", None)
        if fold is not None:
            fold(large)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        if self._toast is not None:
            self._toast.place()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._idle_for = 0
            if self._ring is not None:
                self._ring.input_was(event)
        return False

    def _tick(self) -> None:
        self._idle_for += _IDLE_CHECK_MS
        minutes = self.shell.settings.auto_lock_minutes
        if self.shell.case is None or minutes <= 0 or (self.shell.has_jobs and self.shell.jobs.running):
            self._idle_for = 0 if self.shell.case is None else self._idle_for
            return
        if self._idle_for >= minutes * 60_000:
            self.shell.session.lock()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.take_files(paths)

    def take_files(self, paths: list[Path]) -> None:
        """Files were dropped: bring them in, or open a case that was dropped."""
        cases = [path for path in paths if path.name.endswith(".fairfile")]
        if self.shell.case is not None:
            self.shell.navigator.go("importing", paths=tuple(str(path) for path in paths))
        elif cases:
            self._locked(cases[0])
        elif paths:
            self.shell.tell("Open or start a case first, then drop the files again.")

    def _restore(self) -> None:
        saved = self.shell.settings.window.get("geometry", "")
        self.resize(1280, 800)
        if saved:
            self.restoreGeometry(QByteArray.fromBase64(str(saved).encode()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.shell.settings.window["geometry"] = bytes(self.saveGeometry().toBase64().data()).decode()
        self._leave()
        self.shell.settings.save()
        self.shell.session.finish()
        event.accept()
