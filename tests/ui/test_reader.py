"""The reader: choosing words by mouse and keys, marking, notes, facts, finding, places, and troubled files."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.documents import ReadState
from app.domain.marks import MarkKind
from app.ui.main_window import MainWindow
from app.ui.screens.reader.view import ReaderScreen
from app.ui.widgets.pages import selecting
from tests.ui import fake_content as content

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def reader(case_window: MainWindow, settle: Any, qtbot: Any) -> ReaderScreen:
    case_window.shell.navigator.go("reader", document=content.REVIEW, page=2)
    settle(case_window)
    screen = case_window._frame.current()
    qtbot.waitUntil(lambda: 2 in screen.pages.words)
    case_window.activateWindow()
    return screen


def case_of(screen: ReaderScreen) -> Any:
    return screen.shell.case


def word_point(screen: ReaderScreen, word: str, page: int = 2) -> QPoint:
    words = screen.pages.words[page]
    found = next(w for w in words.words if words.text[w.start : w.end].strip(".,") == word)
    return screen.pages.box(page, (found.x0, found.y0, found.x1, found.y1)).center().toPoint()


def choose(screen: ReaderScreen, quote: str, page: int = 2) -> None:
    words = screen.pages.words[page]
    start = words.text.replace("\n", " ").index(quote)
    screen.pages.set_choice(selecting.choose_span(words, start, start + len(quote)))
    screen.window().activateWindow()
    QTest.qWaitForWindowActive(screen.window(), 1000)
    screen.pages.setFocus()


def test_opens_at_the_page_and_shows_facts(reader: ReaderScreen) -> None:
    assert reader.pages.page == 2
    assert reader.toolbar.page.text() == "2"
    assert reader.header.title.text() == "SEN support review"
    facts = [w.accessibleName() for w in reader.header._facts.widgets]
    assert any("Date: 14 Oct 2021" in name for name in facts)
    assert any("Other dates: typed 18 Oct 2021 and 2 more" in name for name in facts)
    assert len(reader.panel.cards) == 3


def test_what_was_found_in_one_document_is_not_counted_in_the_next(reader: ReaderScreen, settle: Any) -> None:
    reader.toolbar.find_field.setText("the")
    settle(reader.window())
    assert reader.toolbar.found.text()
    reader.go_beside(1)
    settle(reader.window())
    assert reader.toolbar.found.text() == ""
    assert reader.toolbar.find_field.text() == ""


def test_dragging_chooses_words_and_a_key_marks_them(reader: ReaderScreen, settle: Any) -> None:
    view = reader.pages.viewport()
    first, last = word_point(reader, "difficult"), word_point(reader, "engage")
    QTest.mousePress(view, LEFT, pos=first)
    QTest.mouseMove(view, last)
    QTest.mouseRelease(view, LEFT, pos=last)
    assert reader._marking.quote() == "difficult to engage"
    assert reader.bar.isVisible()
    QTest.keyClick(reader.pages, Qt.Key.Key_4)
    settle(reader.window())
    mark = max(case_of(reader).state.marks.values(), key=lambda m: m.id)
    assert (mark.kind, mark.anchor.exact, mark.anchor.page) == (MarkKind.LANGUAGE, "difficult to engage", 2)
    assert not reader.bar.isVisible()
    assert mark.id in reader.panel.cards
    reader.shell.undo.undo()
    settle(reader.window())
    assert mark.id not in case_of(reader).state.marks


def test_double_click_chooses_a_word_and_triple_a_line(reader: ReaderScreen) -> None:
    view, at = reader.pages.viewport(), word_point(reader, "playtime")
    QTest.mouseClick(view, LEFT, pos=at)
    QTest.mouseDClick(view, LEFT, pos=at)
    assert reader._marking.quote().strip(".") == "playtime"
    QTest.mouseClick(view, LEFT, pos=at)
    assert len(reader._marking.quote().split()) > 5


def test_words_are_chosen_with_keys_alone(reader: ReaderScreen) -> None:
    reader.pages.setFocus()
    QTest.keyClick(reader.pages, Qt.Key.Key_Right)
    assert reader.pages.choice.caret >= 0
    assert reader.pages.choice.is_empty
    for _ in range(3):
        QTest.keyClick(reader.pages, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(reader._marking.quote().split()) == 3
    QTest.keyClick(reader.pages, Qt.Key.Key_Escape)
    assert reader.pages.choice.is_empty


def test_alt_drag_marks_an_area(reader: ReaderScreen, settle: Any) -> None:
    view, alt = reader.pages.viewport(), Qt.KeyboardModifier.AltModifier
    start = word_point(reader, "Discussion")
    QTest.mousePress(view, LEFT, alt, start)
    QTest.mouseMove(view, start + QPoint(120, 60))
    QTest.mouseRelease(view, LEFT, alt, start + QPoint(120, 60))
    assert reader.pages.choice.area is not None
    QTest.keyClick(reader.pages, Qt.Key.Key_7)
    settle(reader.window())
    mark = max(case_of(reader).state.marks.values(), key=lambda m: m.id)
    assert mark.kind is MarkKind.NOTE
    assert mark.anchor.exact == ""
    assert len(mark.anchor.rects) == 1


def test_the_bar_marks_by_a_click(reader: ReaderScreen, settle: Any) -> None:
    choose(reader, "Ada left the room twice")
    before = len(case_of(reader).state.marks)
    QTest.mouseClick(reader.bar._cells[4], LEFT)
    settle(reader.window())
    assert len(case_of(reader).state.marks) == before + 1
    assert max(case_of(reader).state.marks.values(), key=lambda m: m.id).kind is MarkKind.QUESTION


def test_a_note_is_written_in_the_card(reader: ReaderScreen, settle: Any) -> None:
    card = reader.panel.cards[3]
    card.edit_note()
    QTest.keyClicks(card._edit, "I signed for being there.")
    card._edit._keep()
    settle(reader.window())
    assert case_of(reader).state.marks[3].note == "I signed for being there."


def test_kind_delete_and_issue_from_a_card(reader: ReaderScreen, settle: Any) -> None:
    QTest.keyClick(reader.panel.cards[2], Qt.Key.Key_5)
    settle(reader.window())
    assert case_of(reader).state.marks[2].kind is MarkKind.QUESTION
    QTest.keyClick(reader.panel.cards[3], Qt.Key.Key_Delete)
    settle(reader.window())
    assert 3 not in case_of(reader).state.marks
    reader.panel.issue_asked.emit(2)
    settle(reader.window())
    assert reader.shell.navigator.here.screen == "issues"


def test_copy_with_source(reader: ReaderScreen) -> None:
    choose(reader, "Ada left the room twice")
    reader._marking.copy_choice(source=True)
    copied = QGuiApplication.clipboard().text()
    assert copied == "“Ada left the room twice” (SEN support review, 14 Oct 2021, page 2, Larkhollow Primary)"


def test_find_goes_from_place_to_place(reader: ReaderScreen, settle: Any) -> None:
    reader.toolbar.find_field.setText("ada")
    settle(reader.window())
    total = len(reader.pages.matches)
    assert total > 3
    assert reader.pages.matches[reader.pages.current_match].page == 2
    now = reader.pages.current_match
    QTest.keyClick(reader.toolbar.find_field, Qt.Key.Key_Return)
    assert reader.pages.current_match == now + 1
    QTest.keyClick(reader.toolbar.find_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reader.pages.current_match == now
    QTest.keyClick(reader.toolbar.find_field, Qt.Key.Key_Escape)
    assert reader.pages.matches == ()


def test_opens_with_words_and_with_a_passage(case_window: MainWindow, settle: Any) -> None:
    case_window.shell.navigator.go("reader", document=content.REVIEW, page=4, words=("attended",))
    settle(case_window)
    screen = case_window._frame.current()
    assert [m.page for m in screen.pages.matches] == [4]
    assert screen.pages.page in (3, 4)
    case_window.shell.navigator.go("reader", document=content.REVIEW, page=2, start=10, end=20)
    settle(case_window)
    assert (screen.pages.matches[0].start, screen.pages.matches[0].end) == (10, 20)


def test_zoom_keeps_the_point_and_turn_swaps_the_sides(reader: ReaderScreen) -> None:
    pages = reader.pages
    at = QPointF(word_point(reader, "playtime"))
    before = pages._point(2, at)
    step, none = QPoint(0, 120), Qt.MouseButton.NoButton
    control, phase = Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(
        at, QPointF(pages.viewport().mapToGlobal(at.toPoint())), QPoint(), step, none, control, phase, False
    )
    QApplication.sendEvent(pages.viewport(), wheel)
    after = pages._point(2, at)
    assert pages.fit == ""
    assert after == pytest.approx(before, abs=2.0)
    pages.turn()
    place = pages.column.page(2)
    assert place.width > place.height


def test_read_later_and_back(reader: ReaderScreen, settle: Any) -> None:
    choose(reader, "Ada")
    QTest.keyClick(reader.pages, Qt.Key.Key_Space)
    settle(reader.window())
    assert case_of(reader).state.rows[9].read is ReadState.UNREAD
    QTest.mouseClick(reader.header.later, LEFT)
    settle(reader.window())
    assert case_of(reader).state.rows[9].read is ReadState.LATER


def test_title_and_date_are_changed_in_place(reader: ReaderScreen, settle: Any) -> None:
    title = reader.header.title
    title.setFocus()
    title.setText("Review in October")
    QTest.keyClick(title, Qt.Key.Key_Return)
    settle(reader.window())
    assert case_of(reader).state.rows[9].title == "Review in October"
    reader._change_fact(date="2021-10")
    settle(reader.window())
    assert case_of(reader).state.rows[9].date == "2021-10"
    reader.shell.undo.undo()
    settle(reader.window())
    assert case_of(reader).state.rows[9].date == "2021-10-14"


def test_a_suggested_date_is_confirmed(reader: ReaderScreen, settle: Any) -> None:
    dates = reader._noted.dates
    reader.panel.date_confirmed.emit(dates[0].id)
    settle(reader.window())
    assert len(reader._noted.dates) == len(dates) - 1


def test_next_document_and_remembered_place(reader: ReaderScreen, settle: Any) -> None:
    here = reader.document
    reader.go_beside(1)
    settle(reader.window())
    assert reader.document != here
    assert ("remember_place", (here, 2)) in case_of(reader).calls


def test_a_locked_file_asks_for_its_password(case_window: MainWindow, settle: Any) -> None:
    case_window.shell.navigator.go("reader", document=6)
    settle(case_window)
    screen = case_window._frame.current()
    assert screen.trouble.isVisible()
    screen.trouble.field.setText("wrong")
    QTest.keyClick(screen.trouble.field, Qt.Key.Key_Return)
    settle(case_window)
    assert "does not open" in screen.trouble._wrong.text()
    screen.trouble.field.setText("sesame")
    QTest.keyClick(screen.trouble.field, Qt.Key.Key_Return)
    settle(case_window)
    assert screen.pages.isVisible()
    assert screen.pages.column.count == 3


def test_words_go_to_the_proof_with_p(reader: ReaderScreen, case_window: MainWindow, settle: Any) -> None:
    case_window.shell.navigator.go("reader", document=content.REVIEW, page=2, proof_for=13)
    settle(case_window)
    screen = reader
    choose(screen, "Ada left the room twice")
    QTest.keyClick(screen.pages, Qt.Key.Key_P)
    settle(case_window)
    assert [p.anchor.exact for p in case_window.shell.case.state.issues[13].proofs] == ["Ada left the room twice"]


def test_little_room_makes_the_marks_a_page_of_their_own(reader: ReaderScreen) -> None:
    reader.set_large(True)
    assert not reader.panel.isVisible()
    QTest.mouseClick(reader.toolbar.panel, LEFT)
    assert reader.panel.isVisible()
    assert not reader._middle.isVisible()
    QTest.keyClick(reader, Qt.Key.Key_Escape)
    assert reader._middle.isVisible()


def test_menus_offer_what_fits(reader: ReaderScreen) -> None:
    from app.ui.screens.reader import menus

    def words(menu: Any) -> list[str]:
        return [a.text().split("\t")[0] for a in menu.actions() if a.text()]

    assert "Mark as read" in words(menus.page_menu(reader, reader._marking, None))
    assert "Make an issue" in words(menus.page_menu(reader, reader._marking, reader._marking.by_id(2)))
    choose(reader, "Ada left the room twice")
    chosen = menus.page_menu(reader, reader._marking, None)
    assert words(chosen)[:2] == ["Inaccuracy", "Missing"]
    chosen.actions()[0].trigger()


def test_the_date_is_typed_under_the_fact(reader: ReaderScreen, settle: Any) -> None:
    from app.ui.widgets.facts_edit import DatePopup

    button = next(w for w in reader.header._facts.widgets if "Date" in w.accessibleName())
    popup = DatePopup(button, "2021-10-14", "", lambda value: reader._change_fact(date=value))
    popup.edit.field.selectAll()
    QTest.keyClicks(popup.edit.field, "autumn 2021")
    QTest.keyClick(popup.edit.field, Qt.Key.Key_Return)
    settle(reader.window())
    assert case_of(reader).state.rows[9].date == "2021-09/2021-12"
