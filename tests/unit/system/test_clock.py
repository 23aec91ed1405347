"""The one place that says which day it is."""

from datetime import date

import pytest

from app.system import clock


def test_today_is_the_calendars(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(clock.VARIABLE, raising=False)
    before = date.today()
    assert before <= clock.today() <= date.today()


def test_a_test_may_choose_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, "2027-02-28")
    assert clock.today() == date(2027, 2, 28)


@pytest.mark.parametrize("nonsense", ["", "tomorrow", "2027-02-30", "28/02/2027"])
def test_anything_else_is_ignored(monkeypatch: pytest.MonkeyPatch, nonsense: str) -> None:
    monkeypatch.setenv(clock.VARIABLE, nonsense)
    assert abs((clock.today() - date.today()).days) <= 1


def test_only_a_day_for_testing_can_be_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(clock.VARIABLE, raising=False)
    clock.move_to(date(2030, 1, 1))
    assert not clock.set_for_testing()
    assert clock.today() < date(2030, 1, 1)
    monkeypatch.setenv(clock.VARIABLE, "2027-02-28")
    clock.move_to(date(2027, 3, 28))
    assert clock.today() == date(2027, 3, 28)
