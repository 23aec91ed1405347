"""How pages were read, in the reader: unsure words, correcting them, reading a page again."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain import reading_notes
from app.domain.documents import PageInfo
from app.ui.main_window import MainWindow
from app.ui.screens.reader import presenter
from app.ui.screens.reader.view import ReaderScreen
from app.ui.widgets.banner import Banner
from app.ui.widgets.pages import selecting
from app.ui.widgets.pages.words import PageWords
from tests.ui.shots_b import scanned_document


@pytest.fixture
def reader(case_window: MainWindow, settle: Any, qtbot: Any) -> ReaderScreen:
    case_window.shell.navigator.go("reader", document=scanned_document(case_window), page=1)
    settle(case_window)
    screen = case_window._frame.current()
    qtbot.waitUntil(lambda: 1 in screen.pages.words)
    case_window.activateWindow()
    return screen


def _info(*reading: str, ocr: str = "done", sure: float | None = 91.4) -> PageInfo:
    return PageInfo(1, 595, 842, True, False, 0, ocr, sure, "text", reading)


def _choose_first_unsure(reader: ReaderScreen) -> PageWords:
    words: PageWords = reader.pages.words[1]
    word = words.words[words.unsure[0]]
    reader.pages.setFocus()
    reader.pages.set_choice(selecting.choose_span(words, word.start, word.end))
    return words


def test_the_button_says_how_the_page_was_read(reader: ReaderScreen) -> None:
    assert reader.toolbar.scan.isVisible()
    assert reader.toolbar.scan.text() == "Scan"
    assert "% sure" in reader.toolbar.scan.toolTip()
    texts = [action.text() for action in reader.rereading.menu(reader.toolbar.scan).actions()]
    assert any("Read this page again" in text for text in texts)


def test_a_digital_page_has_no_such_button(reader: ReaderScreen, settle: Any) -> None:
    reader.shell.navigator.go("reader", document=9, page=1)
    settle(reader.window())
    assert not reader.toolbar.scan.isVisible()


def test_unsure_words_are_underlined_until_u_is_pressed(reader: ReaderScreen) -> None:
    words = reader.pages.words[1]
    assert words.unsure
    assert len(words.unsure) < len(words.words)
    with_dots = reader.pages.viewport().grab().toImage()
    QTest.keyClick(reader.pages, Qt.Key.Key_U)
    assert not reader.pages.unsure
    assert reader.pages.viewport().grab().toImage() != with_dots
    QTest.keyClick(reader.pages, Qt.Key.Key_U)
    assert reader.pages.unsure


def test_e_corrects_the_chosen_words_and_undo_takes_it_back(reader: ReaderScreen, settle: Any) -> None:
    words = _choose_first_unsure(reader)
    word = words.words[words.unsure[0]]
    reader.shell.dialogs.answers.append("14 October")
    QTest.keyClick(reader.pages, Qt.Key.Key_E)
    settle(reader.window())
    made = reader.shell.case.corrections
    assert [(c.page, c.old, c.new) for c in made] == [(1, words.text[word.start : word.end], "14 October")]
    assert reader.shell.undo.canUndo()
    listed = [
        m.title() for m in reader.rereading.menu(reader.toolbar.scan).findChildren(type(reader.rereading.menu(reader)))
    ]
    assert "Corrected by you: 1" in listed


def test_e_without_words_says_what_to_do(reader: ReaderScreen, qtbot: Any) -> None:
    with qtbot.waitSignal(reader.shell.told) as told:
        QTest.keyClick(reader.pages, Qt.Key.Key_E)
    assert "Choose the words" in told.args[0]
    assert reader.shell.case.corrections == []


def test_the_page_is_read_again_turned_as_said(reader: ReaderScreen, settle: Any) -> None:
    QTest.keyClick(reader.pages, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle(reader.window())
    reader.rereading.read_again(180)
    settle(reader.window())
    asked = [given for name, given in reader.shell.case.calls if name == "read_page_again"]
    assert [(page, turn) for _, page, turn in asked] == [(1, None), (1, 180)]


def test_a_page_that_could_be_read_better_says_what_to_do(reader: ReaderScreen) -> None:
    first, *others = reader.pages.infos
    reader.pages.infos = (replace(first, reading=(reading_notes.BETTER,)), *others)
    reader.rereading.show_page()
    (banner,) = reader.notice.findChildren(Banner)
    assert "could be read better" in banner.accessibleName()
    assert "run.py" in banner.accessibleName()
    reader.pages.infos = (first, *others)
    reader.rereading.show_page()
    assert reader.notice.body.count() == 0


def test_sentences_about_pages() -> None:
    assert presenter.could_be_better(_info(reading_notes.BETTER))
    assert "could be read better" in " ".join(presenter.how_read(_info(reading_notes.BETTER)))
    assert presenter.how_read(_info()) == ("Read from its picture, 91 % sure.",)
    assert presenter.how_read(_info(ocr="none", sure=None)) == ()
    assert presenter.how_read(_info("a-code-of-tomorrow", ocr="pending", sure=None)) == ("This page waits to be read.",)
