"""Search, settings, help, keys, text size, and what the window's process must not load."""

import subprocess
import sys
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui import theme as look
from app.ui.main_window import MainWindow
from app.ui.screens import SCREENS
from app.ui.screens.help.presenter import glossary, matching
from app.ui.screens.search.presenter import Piece, pieces
from tests.ui import fakes

MINE = ("home", "timeline", "importing", "search", "settings", "help")


def test_search_from_anywhere_opens_the_page_at_the_words(
    case_window: MainWindow, settle: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClick(case_window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = case_window._frame.search
    assert field.hasFocus()
    QTest.keyClicks(field, "brennan")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(case_window)
    screen = case_window._frame.current()
    went: list[Any] = []
    monkeypatch.setattr(case_window.shell.navigator, "go", lambda name, **params: went.append((name, params)))
    there = ("reader", {"document": 9, "page": 4, "words": ("Brennan",)})
    QTest.keyClick(field, Qt.Key.Key_Return)  # once more: the first page found
    assert went == [there]
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert screen.list.hasFocus()
    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    assert went == [there, there]


def test_snippets_are_cut_at_the_signs() -> None:
    assert pieces("so \x02speech\x03 and\nmore") == (
        Piece("so ", False),
        Piece("speech", True),
        Piece(" and more", False),
    )


def test_settings_change_at_once_and_family_is_saved(case_window: MainWindow, settle: Any, qtbot: Any) -> None:
    case_window.shell.navigator.go("settings")
    settle(case_window)
    screen = case_window._frame.current()
    QTest.keyClick(screen.text_size, Qt.Key.Key_Right)
    assert look.theme().text_size == 115
    screen.parent_name.setFocus()
    screen.parent_name.selectAll()
    QTest.keyClicks(screen.parent_name, "Nora B.")
    qtbot.waitUntil(lambda: case_window.shell.case.family.parent == "Nora B.", timeout=3000)
    case_window.step_text(-1)


def test_passphrase_is_changed_only_with_the_old_one(
    case_window: MainWindow, dialogs: Any, services: Any, settle: Any
) -> None:
    case_window.shell.navigator.go("settings")
    settle(case_window)

    def answer(dialog: Any) -> bool:
        dialog.old.setText(fakes.PASSPHRASE)
        dialog.new.setText("paper lantern river stone")
        assert not dialog.yes.isEnabled()
        dialog.again.setText("paper lantern river stone")
        return dialog.yes.isEnabled()

    dialogs.on_run = answer
    case_window._frame.current().passphrase.click()
    settle(case_window)
    assert ("passphrase", (fakes.PASSPHRASE, "paper lantern river stone")) in services.case.log


def test_glossary_is_complete_and_searched_by_beginnings() -> None:
    terms = glossary()
    assert len(terms) > 180
    assert all(term.short and term.long for term in terms)
    assert [t.short for t in matching(terms, "senco")] == ["SENCO"]
    assert matching(terms, "zzz") == ()


def test_help_opens_by_key_and_returns(case_window: MainWindow, settle: Any) -> None:
    QTest.keyClick(case_window, Qt.Key.Key_F1)
    settle(case_window)
    assert case_window._frame.current().title == "Help"
    QTest.keyClick(case_window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert case_window._frame.current().title == "Home"


def test_back_remembers_what_was_shown(case_window: MainWindow) -> None:
    navigator = case_window.shell.navigator
    navigator.go("search", query="a")
    navigator.go("help")
    navigator.back()
    assert navigator.here.params == {"query": "a"}


@pytest.mark.parametrize("name", MINE)
@pytest.mark.parametrize("text_size", [100, 200])
def test_every_control_has_a_name_and_room(
    case_window: MainWindow, settle: Any, qapp: Any, name: str, text_size: int
) -> None:
    case_window.resize(1280, 720)
    look.apply(qapp, look.Theme(look.theme().palette, text_size))
    case_window._fold()
    case_window.shell.navigator.go(name)
    settle(case_window)
    screen = case_window._frame.current()
    controls = [w for w in screen.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    unnamed = [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)() or w.focusProxy())]
    assert not [w for w in unnamed if isinstance(w, QAbstractButton)]
    small = [w for w in controls if isinstance(w, QAbstractButton) and w.height() < 30]
    assert not small
    assert case_window.width() == 1280
    look.apply(qapp, look.Theme(look.theme().palette, 100))


def test_screens_are_registered_once() -> None:
    assert len({info.id for info in SCREENS}) == len(SCREENS)


def test_window_process_loads_nothing_heavy_at_the_start() -> None:
    code = (
        "import os, sys; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from app.ui.main import make_app; from app.ui.main_window import MainWindow; from app.ui.services import Services\n"
        "from app.system.settings import Settings\n"
        "app = make_app(['x']); w = MainWindow(Services(), Settings()); w.show(); app.processEvents()\n"
        "heavy = {'pymupdf', 'docx', 'pikepdf', 'typst', 'tesserocr', 'sqlalchemy', 'sqlcipher3', 'qtawesome', 'PIL', 'app.services'}\n"
        "print(sorted(heavy & set(sys.modules))); sys.stdout.flush(); os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
