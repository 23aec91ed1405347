"""The strip of a giant file by keyboard: move about, cut, join, move a beginning, accept."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.parts import SplitView
from app.ui.main_window import MainWindow
from app.ui.screens.split import presenter
from app.ui.screens.split.presenter import Strip
from tests.ui.fake_split import FILE, part


@pytest.fixture
def shown(case_window: MainWindow, settle: Any) -> Any:
    case_window.shell.navigator.go("split", document=FILE)
    settle(case_window)
    return case_window._frame.current()


def key(screen: Any, settle: Any, *keys: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for one in keys:
        QTest.keyClick(screen.grid, one, with_)
        settle(screen.window())


def calls(screen: Any) -> list[tuple[Any, ...]]:
    return list(screen.shell.services.splitting.calls)


def test_arrows_move_between_pages_and_documents(shown: Any, settle: Any) -> None:
    key(shown, settle, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert shown.grid.current == 3
    key(shown, settle, Qt.Key.Key_Right, with_=Qt.KeyboardModifier.ControlModifier)
    assert shown.grid.current == 7
    assert "page 1 of 1" in shown.why.text()
    key(shown, settle, Qt.Key.Key_End)
    assert shown.grid.current == 60
    assert "Page 60" in shown.grid.accessibleDescription()


def test_cut_join_and_move(shown: Any, settle: Any) -> None:
    shown.grid.go_to(5)
    key(shown, settle, Qt.Key.Key_C)
    key(shown, settle, Qt.Key.Key_J)
    shown.grid.go_to(8)
    key(shown, settle, Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_M)
    assert calls(shown) == [("cut", 5), ("join", 5), ("move", (8, 10))]
    assert 10 in [p.first for p in shown.strip.view.parts]


def test_alt_and_arrow_moves_a_beginning_and_stays_here(shown: Any, settle: Any) -> None:
    shown.grid.go_to(8)
    key(shown, settle, Qt.Key.Key_Right, with_=Qt.KeyboardModifier.AltModifier)
    assert calls(shown) == [("move", (8, 9))]
    assert shown.shell.navigator.here.screen == "split"
    assert shown.grid.current == 9


def test_accept_up_to_here_then_all(shown: Any, settle: Any) -> None:
    shown.grid.go_to(20)
    shown.accept_here.click()
    settle(shown.window())
    assert calls(shown) == [("accept", 20)]
    shown.accept_all.click()
    settle(shown.window())
    assert shown.strip.view.undecided == 0
    assert not shown.accept_all.isEnabled()


def test_nothing_is_cut_on_the_first_page(shown: Any, settle: Any) -> None:
    key(shown, settle, Qt.Key.Key_C, Qt.Key.Key_J)
    assert calls(shown) == []


def test_space_opens_the_page_of_the_document(shown: Any, settle: Any) -> None:
    shown.grid.go_to(4)
    key(shown, settle, Qt.Key.Key_Space)
    here = shown.shell.navigator.here
    assert (here.screen, here.params) == ("reader", {"document": 9, "page": 2})


def test_a_boundary_stays_between_its_neighbours() -> None:
    strip = Strip(SplitView(1, "a.pdf", 9, "looked", (part(1, 3), part(4, 6), part(7, 9))))
    assert strip.may_move(4, 2)
    assert strip.may_move(4, 6)
    assert not strip.may_move(4, 7)
    assert not strip.may_move(4, 1)
    assert not strip.may_move(5, 6)
    assert not strip.may_move(1, 2)


def test_words_about_a_page() -> None:
    strip = Strip(SplitView(1, "a.pdf", 3, "looked", (part(1, 1), part(2, 3))))
    assert "page 2 of 2 of “A letter”" in presenter.why(strip, 3)
    assert "90% sure" in presenter.why(strip, 2)
    assert presenter.spoken(strip, 2) == "Page 2. A letter begins here, suggested, 2 pages."


def test_home_offers_a_giant_file(case_window: MainWindow, settle: Any) -> None:
    case_window.shell.services.splitting.offered = True
    case_window.shell.navigator.go("home")
    settle(case_window)
    card = next(c for c in case_window._frame.current()._shown if c.go == "split")
    assert card.title == "“whole file.pdf” looks like 16 documents"
