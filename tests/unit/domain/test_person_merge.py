"""Which names are one person, and which are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.person_merge import Merger, NameForm
from app.domain.person_names import may_be_one, parse_name, slip


def groups(
    *forms: NameForm, fixed: dict[int, int] | None = None, apart: tuple[tuple[int, int], ...] = ()
) -> list[set[int]]:
    merged = Merger(forms, fixed, apart).merged()
    return [{form for form, other in merged.items() if other == root} for root in sorted(set(merged.values()))]


def test_one_person_however_written() -> None:
    written = ("Jane Hartley", "Mrs J Hartley", "Mrs Hartley", "Hartley, J.", "J. Hartley")
    forms = [NameForm(n, name, organisation="School") for n, name in enumerate(written, 1)]
    forms += [
        NameForm(6, "JH", organisation="School", part="initials"),
        NameForm(7, "the SENCO", "SENCO", "School", part="role"),
    ]
    forms[0] = NameForm(1, "Jane Hartley", "SENCO", "School")
    assert groups(*forms) == [{1, 2, 3, 4, 5, 6, 7}]


def test_two_of_one_surname_stay_apart() -> None:
    assert groups(NameForm(1, "Jane Hartley", organisation="S"), NameForm(2, "Mr Hartley", organisation="S")) == [
        {1},
        {2},
    ]
    teacher = NameForm(1, "J Hartley", "Class teacher", "School", own=True)
    worker = NameForm(2, "J Hartley", "Social worker", "Council", own=True)
    assert groups(teacher, worker, NameForm(3, "Mrs Hartley", organisation="Council")) == [{1}, {2, 3}]


def test_what_may_be_either_is_asked_and_not_joined() -> None:
    forms = (
        NameForm(1, "Ann Hill", organisation="S"),
        NameForm(2, "Alice Hill", organisation="S"),
        NameForm(3, "Miss A Hill", organisation="S"),
    )
    merger = Merger(forms)
    assert len(set(merger.merged().values())) == 3
    assert {(pair.one, pair.other) for pair in merger.likely()} == {(1, 3), (2, 3)}


def test_a_person_decides() -> None:
    forms = (
        NameForm(1, "Jane Hartley", organisation="S"),
        NameForm(2, "Mrs Hartley", organisation="S"),
        NameForm(3, "Mrs Smith", organisation="S"),
    )
    assert groups(*forms, apart=((1, 2),)) == [{1}, {2}, {3}]
    assert groups(*forms, fixed={3: 1}) == [{1, 2, 3}]
    assert not Merger(forms, apart=((1, 2),)).likely()


def test_the_family_is_no_professional() -> None:
    family = (NameForm(1, "Ada Brennan", kind="child"), NameForm(2, "Nora Brennan", kind="parent"))
    assert groups(
        *family, NameForm(3, "Mrs Brennan", organisation="S"), NameForm(4, "Mrs Brennan", organisation="C")
    ) == [{1}, {2, 3, 4}]
    assert groups(*family, NameForm(3, "Ms Brennan", "Social worker", "C")) == [{1}, {2}, {3}]
    named = (NameForm(3, "Ada Brennan", organisation="C"), NameForm(4, "Mrs Brennan", organisation="C"))
    assert groups(*family, *named) == [{1, 3}, {2, 4}]


def test_slips_of_a_scan() -> None:
    assert slip("whitlow", "whitiow")
    assert slip("bums", "burns") is False
    assert slip("tumer", "turner")
    assert not slip("hartley", "bartley")
    seldom = NameForm(2, "Mrs Whitiow", organisation="S", documents=1)
    assert groups(NameForm(1, "Mrs Whitlow", organisation="S", documents=6), seldom) == [{1, 2}]


@pytest.mark.parametrize(
    ("written", "title", "given_names", "surname"),
    [
        ("Mrs J. Hartley", "mrs", ("j",), "hartley"), ("Hartley, Jane", "", ("jane",), "hartley"), ("Dr Amrit Bains PhD", "dr", ("amrit",), "bains"),
        ("Brennan, Nora (Mrs)", "", ("nora",), "brennan"), ("Non Hughes-Parry", "", ("non",), "hughes-parry"), ("Jan van Dyke", "", ("jan",), "van dyke"),
    ],
)  # fmt: skip
def test_names_taken_apart(written: str, title: str, given_names: tuple[str, ...], surname: str) -> None:
    found = parse_name(written)
    assert found is not None
    assert (found.title, found.given, found.surname) == (title, given_names, surname)


@given(
    st.sampled_from(["Jane Hartley", "Mr Hartley", "J Hartley", "Mrs K. Hartley"]),
    st.sampled_from(["Kate Hartley", "Hartley, J", "Ms Hartley"]),
)
def test_the_order_makes_no_difference(one: str, other: str) -> None:
    first, second = parse_name(one), parse_name(other)
    assert first is not None
    assert second is not None
    assert may_be_one(first, second) == may_be_one(second, first)
