"""The timeline: what is shown, moving in it, and every decision with its undo."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.events import EventOrigin, EventStatus
from app.ui.main_window import MainWindow
from app.ui.screens.timeline import axis as ax
from app.ui.screens.timeline.presenter import Loaded, MonthRow, build
from app.ui.screens.timeline.view import TimelineScreen
from tests.ui import fake_content as content
from tests.ui import fakes

NO_KEYS = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def screen(case_window: MainWindow, settle: Any) -> TimelineScreen:
    case_window.shell.navigator.go("timeline")
    settle(case_window)
    return case_window._frame.current()


def loaded() -> Loaded:
    case = fakes.FakeCase()
    return Loaded(fakes.Timing().entries(case), content.ORGANISATIONS, fakes.DETAILS)


def test_rows_are_by_month_with_school_words_and_counts() -> None:
    view = build(loaded(), {})
    months = [row for row in view.rows if isinstance(row, MonthRow)]
    october = next(row for row in months if row.key == "2021-10")
    assert (october.title, october.about) == ("October 2021", "Year 4 · Autumn term")
    assert view.total == view.shown == len(view.rows) - len(months)


def test_ticks_filter_and_other_groups_count_what_they_would_give() -> None:
    view = build(loaded(), {"status": {"suggested"}})
    assert view.shown == view.suggested > 0
    organisations = next(group for group in view.facets if group.id == "organisation")
    assert sum(item.count for item in organisations.items) == view.shown


def test_every_entry_is_in_one_lane() -> None:
    view = build(loaded(), {})
    assert sum(len(lane.days) for lane in view.lanes) == view.total
    assert view.lanes[-1].own


def test_axis_zooms_around_a_day_and_stays_inside() -> None:
    whole = ax.Axis(0, 1000, 0, 1000, 0, 500)
    closer = whole.zoomed(0.5, 250)
    assert closer.span == pytest.approx(500)
    assert closer.x(250) == pytest.approx(whole.x(250))
    assert closer.moved(-5000).start == 0
    assert closer.moved(5000).end == 1000
    assert whole.zoomed(1e-9, 500).span == ax.SHORTEST


def test_bins_cover_every_day_once() -> None:
    first = date(2019, 9, 1).toordinal()
    for days in (40, 300, 2000):
        axis = ax.Axis(first, first + days, first, first + days, 0, 900)
        parts = ax.bins(axis)
        assert parts[0][0] <= first + 95
        assert all(end == following for (_, end), (following, _) in pairwise(parts))


def choose(screen: TimelineScreen, known: int) -> None:
    assert screen.list.choose_entry(known)
    screen.list.setFocus()


def test_confirm_by_key_and_undo(screen: TimelineScreen, case_window: MainWindow, settle: Any) -> None:
    case = case_window.shell.case
    choose(screen, 1001)
    QTest.keyClick(screen.list, Qt.Key.Key_C)
    settle(case_window)
    assert case.state.entries[1001].status is EventStatus.CONFIRMED
    QTest.keyClick(case_window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(case_window)
    assert case.state.entries[1001].status is EventStatus.SUGGESTED
    QTest.keyClick(case_window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle(case_window)
    assert case.state.entries[1001].status is EventStatus.CONFIRMED
    assert screen.list.current().id == 1001


def test_dismiss_takes_it_out_of_the_list(screen: TimelineScreen, case_window: MainWindow, settle: Any) -> None:
    choose(screen, 1001)
    QTest.keyClick(screen.list, Qt.Key.Key_X)
    settle(case_window)
    assert not screen.list.choose_entry(1001)


def test_change_a_date(screen: TimelineScreen, case_window: MainWindow, dialogs: Any, settle: Any) -> None:
    def answer(dialog: Any) -> bool:
        dialog.date.field.clear()
        QTest.keyClicks(dialog.date.field, "5 Oct 2021")
        return True

    dialogs.on_run = answer
    choose(screen, 1001)
    QTest.keyClick(screen.list, Qt.Key.Key_D)
    settle(case_window)
    changed = case_window.shell.case.state.entries[1001]
    assert (changed.date, changed.status) == ("2021-10-05", EventStatus.CONFIRMED)


def test_add_what_i_remember(screen: TimelineScreen, case_window: MainWindow, dialogs: Any, settle: Any) -> None:
    def answer(dialog: Any) -> bool:
        assert not dialog.yes.isEnabled()
        QTest.keyClicks(dialog.date.field, "about May 2020")
        QTest.keyClicks(dialog.words, "The health visitor came")
        assert dialog.yes.isEnabled()
        return True

    dialogs.on_run = answer
    screen.list.setFocus()
    QTest.keyClick(screen.list, Qt.Key.Key_N)
    settle(case_window)
    made = screen.list.current()
    assert (made.title, made.date, made.origin) == ("The health visitor came", "2020-05~", EventOrigin.PARENT)


def test_choosing_an_entry_shows_its_page(
    screen: TimelineScreen, case_window: MainWindow, qtbot: Any, settle: Any
) -> None:
    choose(screen, 1003)
    qtbot.wait(120)
    settle(case_window)
    sheet = screen.preview.page.sheet
    assert not sheet._picture.isNull()
    assert {h.kind for h in sheet._highlights} >= {"inaccuracy", "opinion"}
    assert "page 2 of 4" in screen.preview._line.text()


def test_strip_answers_to_wheel_keys_and_click(screen: TimelineScreen, case_window: MainWindow, settle: Any) -> None:
    strip = screen.strip
    before = strip.axis.span
    at = QPointF(strip.width() / 2, 60)
    wheel = QWheelEvent(
        at,
        strip.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(strip, wheel)
    assert strip.axis.span < before
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Home)
    first = screen.list.current().first_day
    QTest.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    later = screen.list.current().first_day
    assert date.fromisoformat(later) - date.fromisoformat(first) > (date(2018, 1, 1) - date(2017, 3, 1))
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert screen.list.current().first_day > later
    assert "entries" in strip.accessibleDescription()


def test_filters_by_mouse(screen: TimelineScreen, case_window: MainWindow, settle: Any) -> None:
    from app.ui.widgets.facets import Tick

    tick = next(t for t in screen.facets.findChildren(Tick) if t.item.value == "suggested")
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    settle(case_window)
    shown = [row for row in screen.list.rows.rows if not isinstance(row, MonthRow)]
    assert shown
    assert all(entry.status is EventStatus.SUGGESTED for entry in shown)


def test_little_room_folds_the_side_panels(screen: TimelineScreen, case_window: MainWindow) -> None:
    case_window.resize(1000, 720)
    assert not screen.preview.isVisible()
    assert not screen.facets.isVisible()
    QTest.mouseClick(screen._filter, Qt.MouseButton.LeftButton)
    assert screen.facets.isVisible()
    case_window.resize(1280, 800)
    assert screen.preview.isVisible()
