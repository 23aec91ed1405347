"""Home: at most seven cards, the right ones first."""

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.letters import catalogue
from app.ui.main_window import MainWindow
from app.ui.screens import BY_ID
from app.ui.screens.home.presenter import GROUPS, MOST, HomeFacts, cards, greeting, subtitle
from app.ui.widgets.card import ActionCard
from tests.ui import fakes

TODAY = date(2026, 11, 23)


def test_never_more_than_seven_and_groups_in_order() -> None:
    many = fakes.deadlines(TODAY) * 3
    shown = cards(HomeFacts(fakes.Counts(), many, None, unfinished=True), TODAY)
    assert len(shown) == MOST
    order = [GROUPS.index(card.group) for card in shown]
    assert order == sorted(order)
    assert {card.group for card in shown} == set(GROUPS)
    assert sum(card.primary for card in shown) == 1


def test_due_today_is_said_in_words() -> None:
    shown = cards(HomeFacts(fakes.Counts(), fakes.deadlines(TODAY)), TODAY)
    assert shown[0].chip == "Due today"
    assert shown[1].chip == "10 days left"


def test_every_card_leads_to_a_screen_or_letter_that_exists() -> None:
    letters = {kind.id for kind in catalogue.kinds()}
    for card in cards(HomeFacts(fakes.Counts(), fakes.deadlines(TODAY), None, unfinished=True), TODAY):
        assert card.go in BY_ID
        assert card.params.get("kind", "access-request") in letters


def test_greeting_and_subtitle() -> None:
    assert greeting(datetime(2026, 11, 23, 21)) == "Good evening"
    assert subtitle(TODAY, 6) == "Monday 23 November 2026. Six things, when you are ready."
    assert subtitle(TODAY, 0).endswith("Nothing is waiting for you.")


def test_empty_case_teaches(window: MainWindow, settle: Any) -> None:
    window.shell.session.take(fakes.FakeCase(empty=True))
    settle(window)
    screen = window._frame.current()
    assert not screen.findChildren(ActionCard)
    QTest.mouseClick(screen._first, Qt.MouseButton.LeftButton)
    assert window.shell.navigator.here.screen == "importing"


def test_carry_on_opens_the_page(case_window: MainWindow, settle: Any) -> None:
    screen = case_window._frame.current()
    assert screen.findChildren(ActionCard)
    card = next(c for c in screen._shown if c.primary)
    assert (card.go, card.params) == ("reader", {"document": 9, "page": 2})
