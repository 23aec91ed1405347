from collections.abc import Callable

from app.domain.events import EventOrigin, TimelineEntry
from app.domain.people import CaseDetails
from app.export.density import MOST_YEARS, OWN_LANE, density, described, year_name

CASE = CaseDetails("Ada", "2013-02-03")
Make = Callable[..., TimelineEntry]


def test_months_count_from_september(entry: Make) -> None:
    picture = density([entry(1, "2021-09-30"), entry(2, "2021-10-01"), entry(3, "2022-08-31")], CASE)
    assert picture.years == ((0, "2021-22", "Year 4"),)
    assert picture.lanes[0].months == ((0, 1), (1, 1), (11, 1))


def test_lanes_by_size_and_own_entries_last(entry: Make) -> None:
    own = entry(1, origin=EventOrigin.PARENT, organisation_name="")
    picture = density([own, own, own, entry(2), entry(3, organisation_name="Council"), entry(4)], CASE)
    assert [lane.name for lane in picture.lanes] == ["Larkhollow Primary", "Council", OWN_LANE]
    assert picture.most == 3


def test_every_entry_is_in_the_picture_or_counted_outside(entry: Make) -> None:
    entries = [entry(n, f"{2000 + n}-10-14") for n in range(30)] + [entry(99, "1949-01-01")]
    picture = density(entries, CASE)
    assert len(picture.years) <= MOST_YEARS
    assert sum(lane.total for lane in picture.lanes) + picture.outside == len(entries)
    assert picture.outside == 11


def test_a_few_strays_far_away_do_not_squeeze_the_picture(entry: Make) -> None:
    usual = [entry(n, f"{2018 + n % 4}-10-14") for n in range(100)]
    picture = density([*usual, entry(500, "1999-10-01"), entry(501, "2035-10-01")], CASE)
    assert [years for _, years, _ in picture.years] == ["2018-19", "2019-20", "2020-21", "2021-22"]
    assert picture.outside == 2
    assert density([*usual, *(entry(n, "2010-10-01") for n in range(200, 210))], CASE).outside == 0


def test_an_open_start_is_placed_at_its_end(entry: Make) -> None:
    picture = density([entry(1, date="../2021-12-01", first_day="0001-01-01", last_day="2021-12-01")], CASE)
    assert picture.first_year == 2021


def test_words_for_those_who_do_not_see_it(entry: Make) -> None:
    words = described(density([entry(1), entry(2), entry(3, "2022-01-01")], CASE))
    assert "2021-22" in words
    assert "Larkhollow Primary: 3, most in October 2021 (2)" in words


def test_nothing_to_draw() -> None:
    picture = density([], CASE)
    assert picture.lanes == ()
    assert described(picture) == "There are no entries to draw."


def test_year_group_only_when_sure() -> None:
    assert year_name(CaseDetails("Ada", "2013"), 2021) == ""
    assert year_name(CaseDetails("Ada", "2013-02"), 2021) == "Year 4"
    assert year_name(CaseDetails("Ada"), 2021) == ""
