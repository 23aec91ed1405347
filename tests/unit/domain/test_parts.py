"""Pages of parts and pages of files."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.parts import PageMap, PartRange, cited

starts = st.lists(st.integers(2, 60), unique=True, max_size=12).map(sorted)


def ranges(first: list[int]) -> PageMap:
    """A file (1) of sixty pages cut at these pages."""
    begins = [1, *first]
    ends = [*(page - 1 for page in first), 60]
    return PageMap(PartRange(100 + a, 1, a, b) for a, b in zip(begins, ends, strict=True))


@given(starts, st.integers(1, 60))
def test_there_and_back(first: list[int], page: int) -> None:
    made = ranges(first)
    part, own = made.shown(1, page)
    assert own >= 1
    assert made.in_file(part, own) == (1, page)
    assert made.file_page(part, own) == page


@given(starts)
def test_every_page_is_in_one_part(first: list[int]) -> None:
    made = ranges(first)
    assert sum(part.last - part.first + 1 for part in made.parts(1)) == 60
    assert [part.document for part in made.parts(1)] == [100 + page for page in [1, *first]]


def test_other_documents_are_left_alone() -> None:
    made = ranges([5])
    assert made.shown(7, 3) == (7, 3)
    assert made.in_file(7, 3) == (7, 3)
    assert made.file_page(7, 3) == 0
    assert made.in_file(105, 0) == (1, 5)
    assert not PageMap()


def test_both_pages_are_cited() -> None:
    assert cited(3, 214) == "page 3 (page 214 of the file)"
    assert cited(3) == "page 3"
