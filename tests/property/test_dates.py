"""Laws of EDTF values."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain import dates

MARKS = st.sampled_from(["", "~", "?", "%"])


@st.composite
def points(draw: st.DrawFn) -> dates.Point:
    value = draw(st.dates())
    parts = draw(st.integers(1, 3))
    return dates.Point(value.year, value.month if parts > 1 else 0, value.day if parts > 2 else 0, draw(MARKS))


@st.composite
def values(draw: st.DrawFn) -> dates.Edtf:
    first = draw(points())
    shape = draw(st.sampled_from(["single", "closed", "from", "until"]))
    if shape == "single":
        return dates.Edtf(first, first)
    if shape == "from":
        return dates.between(first, None)
    if shape == "until":
        return dates.between(None, first)
    second = draw(points())
    start, end = sorted((first, second), key=lambda point: point.first_day)
    return dates.between(start, end) if start.first_day <= end.last_day else dates.Edtf(start, start)


@given(values())
def test_what_is_written_reads_the_same(value: dates.Edtf) -> None:
    assert dates.parse(str(value)) == value


@given(values())
def test_bounds_are_ordered_and_all_is_shown(value: dates.Edtf) -> None:
    first, last = dates.bounds(str(value))
    assert first <= last
    assert dates.show(str(value))
    assert dates.precision(str(value)) in {"day", "interval", "month", "term", "year", "about"}
    assert dates.overlap(str(value), str(value))


@given(values(), values())
def test_comparing_is_symmetric(one: dates.Edtf, other: dates.Edtf) -> None:
    assert dates.compare(str(one), str(other)) == -dates.compare(str(other), str(one))
    assert dates.overlap(str(one), str(other)) == dates.overlap(str(other), str(one))


@given(st.text(max_size=30))
def test_any_text_is_taken_or_refused_never_broken(text: str) -> None:
    assert isinstance(dates.is_edtf(text), bool)
    assert isinstance(dates.show(text), str)


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_every_day_lies_in_its_term_or_august(value: date) -> None:
    first, last = dates.bounds(dates.term_of(value))
    assert first <= value <= last or value.month == 8
    assert dates.bounds(dates.term_of(value, back=1))[1] < first
