"""7z archives: what is inside, passwords, bombs and damage."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import FileProblem
from app.domain.extracted import Member
from app.ingest import registry
from app.ingest.reader import ReadOptions
from tests.contract.seven_zip_samples import COPY, PPMD, seven_zip

FILES = {"letter.txt": b"Dear Mrs Hartley, " * 40, "../../log.csv": b"a,b\n" * 30}


def read(data: bytes, **options: object) -> tuple[Member, ...]:
    return registry.read(data, "given.7z", ReadOptions(**options)).members  # type: ignore[arg-type]


@pytest.mark.parametrize("options", [{}, {"method": COPY}, {"password": "apple"}])
def test_members_come_whole_with_safe_paths(options: dict[str, object]) -> None:
    members = read(seven_zip(FILES, **options), passwords=("pear", "apple"))  # type: ignore[arg-type]
    assert [(m.path, m.data, m.problem) for m in members] == [
        ("letter.txt", FILES["letter.txt"], ""),
        ("log.csv", FILES["../../log.csv"], ""),
    ]


@pytest.mark.parametrize(
    ("options", "problem"), [({"password": "apple"}, "password"), ({"method": PPMD}, "unsupported")]
)
def test_what_cannot_be_unpacked_is_listed_with_its_reason(options: dict[str, object], problem: str) -> None:
    members = read(seven_zip(FILES, **options), passwords=("pear",))  # type: ignore[arg-type]
    assert [(m.path, m.data, m.problem) for m in members] == [("letter.txt", b"", problem), ("log.csv", b"", problem)]


def test_a_changed_byte_costs_the_file_it_is_in() -> None:
    data = bytearray(seven_zip(FILES, method=COPY))
    data[40] ^= 1
    assert [m.problem for m in read(bytes(data))] == ["damaged", ""]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(FileProblem) as caught:
        read(seven_zip({"zeros": b"\0" * 6_000_000}))
    assert caught.value.code == "too-large"


def test_a_lie_about_the_size_is_damage() -> None:
    assert [m.problem for m in read(seven_zip({"a.txt": b"short"}, announced=900))] == ["damaged"]


@given(st.integers(0, 400), st.integers(0, 255), st.integers(0, 400))
def test_broken_archives_raise_nothing_but_a_problem_or_list_one(place: int, value: int, cut: int) -> None:
    data = bytearray(seven_zip(FILES))
    data[min(place, len(data) - 1)] = value
    with suppress(FileProblem):
        members = read(bytes(data[: len(data) - cut]), passwords=("x",))
        assert all(member.problem or member.data in FILES.values() for member in members)
