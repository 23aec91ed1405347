"""People, conversations and tags in the window."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.main_window import MainWindow
from app.ui.screens.people import presenter
from app.ui.widgets.buttons import Button
from tests.ui.fake_people import PEOPLE, People


@pytest.fixture
def shown(case_window: MainWindow, settle: Any) -> Any:
    case_window.shell.navigator.go("people", person=3)
    settle(case_window)
    return case_window._frame.current()


def press(screen: Any, words: str) -> None:
    next(b for b in screen.findChildren(Button) if b.text() == words and b.isVisible()).click()


def test_everything_by_or_about_somebody(shown: Any, settle: Any) -> None:
    assert shown.name.text() == "Judith Hartley"
    assert shown.about.text() == "SENCO · Larkhollow Primary School"
    assert "JH" in shown.aliases.text()
    everything = shown.places.items.rowCount()
    shown.shows._choose("by")
    assert 0 < shown.places.items.rowCount() < everything
    QTest.keyClick(shown.list, Qt.Key.Key_Down)
    settle(shown.window())
    assert shown.name.text() == "Mr C. Okoro"


def test_a_place_opens_at_the_words(shown: Any, settle: Any) -> None:
    shown.shows._choose("about")
    shown.places.stand_on(None)
    QTest.keyClick(shown.places, Qt.Key.Key_Return)
    settle(shown.window())
    assert shown.window()._frame.current().title == "Reader"


@pytest.mark.parametrize(
    ("words", "call"), [("Yes, one person", "merge"), ("No, two people", "not_same"), ("Later", "later")]
)
def test_a_person_answers_the_question(shown: Any, settle: Any, words: str, call: str) -> None:
    press(shown, words)
    settle(shown.window())
    service: People = shown.shell.services.people
    assert service.calls == [(call, 3, 6)]
    assert not shown._asked.isVisible()


def test_finding_a_person() -> None:
    assert [item.title for item in presenter.listed(PEOPLE, "senco larkhollow")] == ["Judith Hartley"]
    assert [item.title for item in presenter.listed(PEOPLE, "mrs hart")] == ["Judith Hartley", "Mrs J. Hartley"]


def test_the_reader_walks_through_a_conversation(case_window: MainWindow, settle: Any) -> None:
    case_window.shell.navigator.go("reader", document=9)
    settle(case_window)
    reader: Any = case_window._frame.current()
    strip = reader.conversation
    assert strip.words.text() == "In this conversation: 2 of 3 · Ada: review on Thursday"
    assert strip.gaps.text() == "1 message quoted, not found"
    strip.after.click()
    settle(case_window)
    assert reader.document == 4
    assert not strip.after.isEnabled()
    case_window.shell.navigator.go("reader", document=1)
    settle(case_window)
    assert not strip.isVisible()


def test_tags_are_put_on_and_filtered(case_window: MainWindow, settle: Any, dialogs: Any) -> None:
    case_window.shell.navigator.go("documents", document=9)
    settle(case_window)
    screen: Any = case_window._frame.current()
    screen._tag("add", "Key papers")
    settle(case_window)
    group = next(g for g in screen.listed.groups if g.id == "tag")
    assert [(item.label, item.count) for item in group.items] == [("Key papers", 1)]
    case_window.shell.undo.undo()
    settle(case_window)
    assert not [g for g in screen.listed.groups if g.id == "tag"]
